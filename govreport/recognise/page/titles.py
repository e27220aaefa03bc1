"""The title of a report, and the agency and year that it names."""

import re
from functools import lru_cache

from govreport.chinese.invisible import without_invisible
from govreport.expressions import expression
from govreport.recognise.labels.folding import is_traditional, simplified, without_glosses
from govreport.recognise.page.words import (
    ITSELF,
    NOBODY,
    NOT_OFFICES,
    OFFICE_ENDINGS,
    TITLES,
    TOOLS,
)

LONGEST_TITLE = 70
_LONGEST_GLOSSED = 400
"""The length of the longest title, as each of its characters may have a gloss or two."""

LONGEST_OFFICE = 40

_WHITE = expression(r"\s+")
_TOOLS = frozenset(TOOLS)
_REPORT = r"(?:年度工作报告|工作年度报告|年度报告|工作报告|年报|报告)"
_TITLE = expression(
    r"[^。；！？>＞»|｜]{0,45}?(?:(?:政府|政务)?信息(?:的)?公开|政务公开)(?:工作)?[^。；！？，]{0,14}?"
    + _REPORT
    + r"(?:全文|正文|[\u4e00-\u9fff]{1,3}[版稿])?(?:[（(].{1,30}[)）]|[【\[〔]20\d\d年?度?[】\]〕]|[-－—]{0,2}20\d\d年?度?)?"
)
LEADS = (
    r"(?:根据|按照|依据|依照|遵照|以及|经(?:研究|批准|审)|[现特](?=[将公向编发此予由])|兹|向(?=社会|公众)|并(?=[将向公])|为(?=[了进贯做认深切])"
    r"|对(?=[照于])|由于|是|已(?=[将由向在经公发编按]))"
)
"""What a sentence may have before the name of an office, as a pattern."""
_REFERS = expression(LEADS)
_IN_SENTENCE = expression(r"[，,]|〔20\d\d〕|[印下制]发的|制定的")
_MONTHS = expression(r"年?0?1月?(?:0?1日)?(?:[-—–－~～至到]+|起至)12月(?:31日)?")
"""The months of a whole year, behind it."""
_SCHOOL_YEAR = expression(r"(?:20\d\d)?(?:[-—–－~～至到]{1,2})?(?:20\d\d)?学年度?")
_BRACKETS = (("《", "》"), ("（", "）"), ("(", ")"), ("“", "”"))
_TOOL = "|".join(sorted(map(re.escape, TOOLS), key=len, reverse=True))
_REFUSED = expression(
    r"解读|图解|图[读看]懂|格式|模板|范本|指南|目录|统计表|编制说明|的通知|公告$|通知$|半年|季度|数据统计|怎么|如何"
    r"|(?:评估|测评|自查|整改|督查|检查|调研|述职|考核)(?:情况)?报告"
)
OTHER_INFORMATION = expression(
    r"(?:环境|环保|财务|预决算|预算|决算|处罚|许可|信用|征地|征收|价格|监测|排污|污染源|彩票|安全生产|食品安全)信息公开"
)
"""Reports on information of one kind, which other laws require of other bodies, too."""
_SUBJECT = expression(r"(?:政府|政务)?信息(?:的)?公开")
_WIDER_SUBJECT = expression(r"政务公开")
_IN_EVERY_TITLE = "公"
"""A character of every title in either script, whose absence rules out most lines."""
_YEAR = expression(r"(?<!\d)(20\d\d)(?!\d)")
_CHINESE_YEAR = expression(r"二[〇○零Ｏ0O][〇○零Ｏ0O一二三][〇○零Ｏ0O一二三四五六七八九](?=年)")
_CHINESE_DIGITS = {digit: str(value) for value, digit in enumerate("〇一二三四五六七八九")}
_CHINESE_DIGITS |= dict.fromkeys("○零Ｏ0O", "0")
_WIDE_DIGITS = {0xFF10 + digit: str(digit) for digit in range(10)}
_ORGANIZATION = expression(
    rf"[\u3400-\u9fff〇·（）()〔〕、\d]*(?:{'|'.join(OFFICE_ENDINGS)})(?:[（(][^（）()]+[)）])?"
)
_NO_OFFICE = expression("|".join(NOT_OFFICES))
_NOBODY = expression(
    rf"(?:[我本该贵各](?:{'|'.join(ITSELF)})|全(?:{'|'.join(ITSELF)})(?!县)|有关|上述|以上|相关|所属|下属)"
)
_LEAD = expression(
    rf"^(?:(?:{'|'.join(TITLES)})[:：]?|[【\[〔][^【】\[\]〔〕]{{0,8}}[】\]〕]|关于|附件\d*[:：]?|\d{{8}}[:：]|[\s　]+)"
)
_ENDING_NOTE = expression(r"[（(][^（）()]+[)）]$")
_TRAIL = expression(
    r"(?:关于(?:印发|报送|上报|呈报|公布|发布|编制)?|印发|的|年度?|工作|[-—–~～至和])$"
)
_DOCUMENT_NUMBER = expression(r".{0,20}[〔﹝\[【（(]20\d\d[〕﹞\]】）)]第?\d{0,5}号?")
_FILE_SUFFIX = expression(r"\.(?:docx?|wps|pdf|html?|txt)$", re.IGNORECASE)
# Only from the first of several blanks, because a run must not be tried from each of them.
_PAGE_SEPARATOR = expression(r"(?<!\s)\s*(?:[_|｜]|\s[-–—]\s|[-–—]{1,2}(?=[^\d])|>>|[＞>»›])\s*")
_PREFIX = expression(
    r"(?:[【\[〔](?P<tag>[^【】\[\]〔〕]{1,8})[】\]〕]|(?P<label>[\u4e00-\u9fff]{2,6}\d?[:：]))\s*(?=\S)"
)
_PREFIX_SIGNS = "【[〔:："
_LONGEST_PREFIX = 8
"""Characters within which a prefix opens with its bracket or, with a label, ends in a colon."""


def is_title(text: str) -> bool:
    """Whether a line reads as the title of a yearly disclosure report."""
    if not 6 <= len(text) <= _LONGEST_GLOSSED or _IN_EVERY_TITLE not in text:
        return False
    plain = folded(text)
    # Most other lines, except a section's heading, lack the second character, too.
    if "报" not in plain or len(plain) > LONGEST_TITLE:
        return False
    return (
        bool(_TITLE.fullmatch(plain))
        and not _REFUSED.search(plain)
        and not OTHER_INFORMATION.search(plain)
        and not _is_part_of_sentence(plain)
    )


def _is_part_of_sentence(plain: str) -> bool:
    """Whether a line that ends as titles do is part of a sentence over several lines."""
    if any(plain.count(opening) != plain.count(closing) for opening, closing in _BRACKETS):
        return True
    return bool(_IN_SENTENCE.search(plain) or _REFERS.match(plain))


def without_tools(text: str) -> str:
    """Return a line without the names of buttons at its end, as in …报告[打印]."""
    if not text.rstrip().rstrip("]】〗）)〕").rstrip().endswith(TOOLS):
        return text
    return _TOOLS_BEHIND.sub("", text) or text


_TOOLS_BEHIND = expression(
    rf"(?:\s*[\[【〖（(〔]\s*(?:{_TOOL})(?:[\s|｜/]+(?:{_TOOL}))*\s*[\]】〗）)〕]|\s+(?:{_TOOL}))+$"
)


def is_tool(text: str) -> bool:
    """Whether a text is the name of a button of the page."""
    return text in _TOOLS


@lru_cache(maxsize=512)
def folded(text: str) -> str:
    """Return a line in simplified script without white space, unseen signs, glosses, file suffix.

    Full-width digits become ASCII.
    """
    text = without_glosses(_WHITE.sub("", without_invisible(text))).translate(_WIDE_DIGITS)
    if text.startswith("《") and text.endswith("》"):
        text = text[1:-1]
    return _FILE_SUFFIX.sub("", simplified(text) if is_traditional(text) else text)


def without_prefix(title: str) -> str:
    """Return a title without a tag or a label before it that names no office, as in 【转载】…"""
    if not any(sign in title[:_LONGEST_PREFIX] for sign in _PREFIX_SIGNS):
        return title
    match = _PREFIX.match(title)
    told = (match["tag"] or match["label"]).rstrip(":：") if match else ""
    if not match or names_agency(told) or year_of(told) is not None:
        return title
    return title[match.end() :]


def page_titles(title: str) -> list[str]:
    """Return the parts of a page's own title, which often adds the site's name.

    A blank separates them, too, if what follows it is a title of its own.
    """
    parts = [part for part in _PAGE_SEPARATOR.split(title) if part]
    last = [part.split()[-1] for part in parts if len(part.split()) > 1]
    return [*(part for part in last if is_title(part) and agency_of(part)), *parts]


def agency_of(title: str) -> str | None:
    """Return the issuing body that a title names, in the script of the title's own text.

    Traditional script and glosses that a mirror inserted are removed; None if none is named.
    """
    plain = folded(title)
    note = _ENDING_NOTE.search(plain)
    match = _subject_in(plain, note)
    if not match:
        return None
    name = _strip_year(plain[: match.start()])
    if plain.startswith("政府", match.start()) and name.endswith("人民"):
        name += "政府"  # X镇人民政府信息公开…: one 政府 counts for two
    if not name and note and names_agency(note[0][1:-1]):
        return note[0][1:-1]
    return name if len(name) >= 2 and not is_nobody(name) else None


def _subject_in(plain: str, note: re.Match[str] | None) -> re.Match[str] | None:
    """Return where a title names its subject; an office for disclosure has it in its name, too."""
    found = list(_SUBJECT.finditer(plain, 0, note.start() if note else len(plain)))
    return found[-1] if found else _WIDER_SUBJECT.search(plain)


def is_nobody(name: str) -> bool:
    """Whether a name is only what an office calls itself, such as 我局 or 本机关."""
    return name in NOBODY or bool(_NOBODY.match(name))


def is_document_number(line: str) -> bool:
    """Whether a line is the number of an official document, such as 云岭镇〔2021〕5号."""
    return bool(_DOCUMENT_NUMBER.fullmatch(folded(line)))


def names_agency(line: str) -> bool:
    """Whether a short line is the name of an office, as the first line of a title is."""
    if len(line) > _LONGEST_GLOSSED or not 2 <= len(folded(line)) <= LONGEST_OFFICE:
        return False
    plain = _ENDING_NOTE.sub("", _strip_year(folded(line)))
    return bool(_ORGANIZATION.fullmatch(plain)) and may_be_office(plain)


def may_be_office(plain: str) -> bool:
    """Whether a folded line holds only what an office's name may hold."""
    return len(plain) > 1 and not _NO_OFFICE.search(plain) and not is_nobody(plain)


def year_of(text: str) -> int | None:
    """Return the year that a title names; None if it names none or several."""
    plain = folded(text)
    years = {int(year) for year in _YEAR.findall(with_arabic_years(plain))}
    return years.pop() if len(years) == 1 else None


def with_arabic_years(text: str) -> str:
    """Return a text with the years that are written in ideographs, such as 二〇二一年, in digits."""
    return _CHINESE_YEAR.sub(
        lambda match: "2" + "".join(_CHINESE_DIGITS[each] for each in match[0][1:]), text
    )


def _strip_year(text: str) -> str:
    text = _CHINESE_YEAR.sub("", _YEAR.sub("", _SCHOOL_YEAR.sub("", _MONTHS.sub("", text))))
    while True:
        shorter = _LEAD.sub("", _without_loose_brackets(text.strip("《》 　年度:：")))
        shorter = _TRAIL.sub("", shorter)
        if shorter == text:
            return text
        text = shorter


def _without_loose_brackets(text: str) -> str:
    """Return a name without brackets at its ends, those of a note it ends with kept."""
    text = text.lstrip("（）()")
    return text if _ENDING_NOTE.search(text) else text.rstrip("（）()")
