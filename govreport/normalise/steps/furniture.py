"""Furniture of pages that copies carry along: font sizes, print, close and share links, counters.

Its place proves it: alone on a line, or at the end of a line after a finished sentence. Names of
buttons within a sentence belong to the sentence.
"""

import re
from collections.abc import Sequence

from govreport.expressions import expression
from govreport.normalise.changes import Edit

_PROGRAM_MARK = expression(r"\[bookmark: ?[^\]\n]{0,80}\]|\[image: ?[^\]\n]{0,80}\]")

_SIZES = r"(?:[\s|｜/／、]*(?:特?大|中|小|默认|正常|超大))*"
_FONT_SIZE = r"[【\[［]\s*字\s?[体體号號]\s*[:：]?[\s|｜/大中小默认特超]*[】\]］]"
_BUTTON = (
    r"[【\[［]\s*(?:打印(?:本[页頁文]|内容)?|關閉(?:窗口)?|关闭(?:窗口|本页|页面)?|返回(?:顶部|首页)?|我要打印|分享(?:到)?"
    r"|打印本?页?[\s|｜/]*关闭(?:窗口)?|收藏(?:本页)?|纠错|大\s*中\s*小|大)\s*[】\]］]"
)
_BRACKETED = expression(f"{_FONT_SIZE}|(?:{_BUTTON}[ \t\u3000|｜/]*+)*{_BUTTON}")
_ITEM = (
    rf"(?:字\s?[体體号號]\s*[:：]{_SIZES}|打印(?:本[页頁文]|整页|内容)|关闭(?:窗口|本页|页面)|關閉窗口"
    r"|分享(?:到)?\s*[:：](?:\s*(?:新浪|腾讯)?(?:微信|微博|QQ空间|QQ好友|QQ|朋友圈|人人网|豆瓣|贴吧|更多))*|分享到微信|返回(?:顶部|首页)|我要(?:打印|收藏|纠错)|收藏本页|微信扫一扫(?:分享)?"
    r"|扫一扫在手机(?:上)?(?:打开|查看)当前页(?:面)?|语音播报|无障碍阅读|点击收藏|打印|关闭"
    r"|(?:浏览|阅读|点击)(?:次数|量|数)\s*[:：]\s*[0-9]*\s*(?:次|人次)?)"
)
_BYLINE = expression(
    rf"(?:(?<=\n)|^)[ \t\u3000]*+{_ITEM}(?:[ \t\u3000|｜/]*{_ITEM}){{0,8}}[ \t\u3000|｜/]*+(?=\n|$)"
)
_BARE = expression(r"\s*(?:打印|关闭)\s*")
_ALONE = expression(
    r"\s*(?:打印(?:本[页頁文]|整页|内容)|关闭(?:窗口|本页|页面)|返回(?:顶部|首页)|无障碍阅读|语音播报|点击收藏)\s*"
)
_FINISHED = "。！？；”）》】］…\n"
_SEVERAL_BUTTONS = expression(rf"(?:{_BUTTON}\s*){{2,}}")
_SUSPECT = expression(
    f"\\[bookmark|\\[image|{_FONT_SIZE}|{_BUTTON}"
    "|字[体體号號]|打印|[关關][闭閉]|分享|返回|收藏|扫一扫|播报|无障碍|(?:浏览|阅读|点击)(?:次数|量|数)"
)


def has_furniture(text: str) -> bool:
    """Whether a text may hold what these passes remove."""
    return _SUSPECT.search(text) is not None


def marks(text: str, _: object) -> list[Edit]:
    """Return the edits that cut marks of programs, choices of font size, and rows of buttons."""
    found = [(m.start(), m.end(), "") for m in _PROGRAM_MARK.finditer(text)]
    found += [
        (match.start(), match.end(), "")
        for match in _BRACKETED.finditer(text)
        if _is_apart(text, match)
    ]
    return sorted(found)


def _is_apart(text: str, match: re.Match[str]) -> bool:
    """Whether bracketed text is not part of a sentence."""
    if re.fullmatch(_FONT_SIZE, match[0]):
        return True
    before = text[: match.start()].rstrip(" \t\u3000\u00a0")
    after = text[match.end() :].lstrip(" \t\u3000\u00a0")
    if after and not after.startswith(("\n", "【", "[", "［")):
        return False
    if not before or before[-1] in _FINISHED or before.endswith("]"):
        return True
    # After a heading there is no full stop, but a sentence has a word between two names of buttons.
    several = _SEVERAL_BUTTONS.fullmatch(match[0]) is not None
    return several and before[-1] not in (
        "、，击按选的" if "页" in match[0] else "、，：击按选的"
    )


def is_furnished(texts: Sequence[str]) -> bool:
    """Whether a document has several pieces of furniture, so that a lone link is one more."""
    found = 0
    for text in texts:
        if has_furniture(text):
            found += sum(not _BARE.fullmatch(match[0]) for match in _BYLINE.finditer(text))
            found += sum(_is_apart(text, match) for match in _BRACKETED.finditer(text))
    return found > 1


def bylines(text: str, furnished: bool) -> list[Edit]:
    """Return the edits that cut lines of only links and counters.

    A line of one link may be a heading of a handbook: it needs other furniture in the document.
    """
    return [
        (match.start(), match.end(), "")
        for match in _BYLINE.finditer(text)
        if not _BARE.fullmatch(match[0]) and (furnished or not _ALONE.fullmatch(match[0]))
    ]
