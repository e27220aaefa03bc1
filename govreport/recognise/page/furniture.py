"""Lines of the page around a report, recognised anywhere by their own shape or wording."""

import re

from govreport.expressions import expression
from govreport.recognise.labels.folding import simplified, without_glosses
from govreport.recognise.page import words
from govreport.recognise.page.labelled import said_by
from govreport.recognise.page.titles import is_tool

_LONGEST = 160
_BREADCRUMB = expression(
    r"(?:您|你)?(?:现在|当前)?(?:的)?(?:所在)?(?:的)?(?:当前)?位置(?:是|为)?\s*[:：]"
    r"|(?:网站)?首\s*页\s*(?:[>＞»›→/／|｜\-—]|$)"
)
_PATH = expression(r"[^>＞»›]{1,30}(?:\s*(?:>|＞|»|›|&gt;|>>)\s*[^>＞»›]{1,40}){2,}")
# Ideographs have no case, and ignoring case for each of them takes milliseconds.
_IDEOGRAPH = r"(?-i:[\u4e00-\u9fff])"
_FOOTER = expression(
    rf"(?:{'|'.join(words.FOOTERS)}|地址.{{0,40}}邮编.{{0,30}}ICP|ICP备|{_IDEOGRAPH}(?:ICP备|公网安备)).{{0,120}}"
    r"|.{0,80}(?:ICP备|公网安备).{0,80}|Copyright.{0,120}",
    re.IGNORECASE,
)
_SIGNS = expression(r"[\s|｜丨、/／,，:：·>＞»\[\]【】〖〗（）()「」—–-]+")
_SITE = expression("|".join(words.SITE), re.IGNORECASE)
_NOTICE = expression("|".join(words.NOTICES), re.IGNORECASE)
_OWN_SUBJECT = expression("|".join(words.OWN_SUBJECT))
_SCAN = expression(r"扫一扫.{0,20}|扫码.{0,20}|.{0,12}二维码.{0,16}")
_VISITS = expression(
    r"(?:您是)?第?\s*\d+\s*(?:位|个|次)(?:访问者|访客|浏览者|访问)?|(?:阅读|浏览|点击|点赞|在看)\s*[\d+万]+"
)
_FILE = expression(
    r".{1,60}\.(?:docx?|xlsx?|pdf|ofd|wps|zip|rar|jpe?g|png)(?:\s*[（(\[].{0,20}[)）\]])?",
    re.IGNORECASE,
)
_WEEKDAY = expression(r".{0,30}星期[一二三四五六日天].{0,12}")
_PAGE_NUMBER = expression(
    r"[-—–]\s*\d{1,3}\s*[-—–]|第\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?"
    r"|Page\s*\d{1,3}\s*[-—–]?|P\.\s*\d{1,3}|\d{1,3} / \d{1,3}"
)
_LONGEST_PAGE_NUMBER = 20


def furniture(text: str) -> bool:
    """Whether the shape of a line around a report shows that it is page furniture."""
    if len(text) > _LONGEST or "。" in text:
        return False
    return said_by(text) is not None or _furniture(text)


def _furniture(text: str) -> bool:
    plain = simplified(without_glosses(text)) if not text.isascii() else text
    if _BREADCRUMB.match(plain) or is_tools(plain):
        return True
    return any(each.fullmatch(plain) for each in (_PATH, _FOOTER, _SCAN, _VISITS))


def is_tools(text: str) -> bool:
    """Whether a line holds only names of buttons, and signs around them."""
    parts = [part for part in _SIGNS.split(text) if part]
    if not parts:
        return bool(text)
    return is_tool(text) or all(map(is_tool, parts))


def is_of_page(text: str) -> bool:
    """Whether a line below a report belongs to the page, or begins what the page adds.

    Such lines are headings of lists of links, files for download, and sentences of the page about
    itself; inside a report they may be the report's own.
    """
    plain = simplified(without_glosses(text))
    if "。" in plain:
        return bool(_NOTICE.search(plain)) and not _OWN_SUBJECT.search(plain)
    if furniture(text) or _SITE.search(plain):
        return True
    bare = plain.strip(" 　:：【】[]—-<>＞»")
    return bare in words.TAIL or bool(_FILE.fullmatch(plain)) or bool(_WEEKDAY.fullmatch(plain))


def is_page_number(text: str) -> bool:
    """Whether a line is the number of a printed page, between lines of the text."""
    return len(text) <= _LONGEST_PAGE_NUMBER and bool(_PAGE_NUMBER.fullmatch(text))
