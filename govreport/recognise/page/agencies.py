"""The office that reports, from the places of a report that name it, in order of trust.

The title comes first, then the preamble's statement of who issues the report, its signature, and
the office in a list of the page's properties. The source of a page's text (来源) does not count; a
file's author comes last, and only if the name is that of an office.
"""

import re
from collections.abc import Iterable, Iterator

from govreport.expressions import expression
from govreport.recognise.labels.folding import simplified, without_glosses
from govreport.recognise.page.titles import (
    LEADS,
    LONGEST_OFFICE,
    folded,
    is_nobody,
    may_be_office,
    names_agency,
    with_arabic_years,
)
from govreport.recognise.page.words import ITSELF, KINDS

_NAME = r"(?P<agency>[\u3400-\u9fff〇（）()·]{2,40}?)"
_YEAR = r"(?:关于)?20\d\d年?度?"
_OF_DISCLOSURE = (
    r"(?:的)?(?:政府|政务)?信息公开(?:工作)?(?:的)?(?:实施|开展)?(?:情况|年度|工作|年报|报告)"
)
_ISSUED = "(?:编制(?!委|办)|编写|编撰|撰写|起草|制作|公布|发布|(?<!信息)(?<!政务)公开|报告|汇报)"
_MADE_KNOWN = (
    r"(?:现|特|兹|已|予以|负责|牵头|组织|汇总|认真|严格|向社会(?:公众|各界)?|面向社会|将|就)"
)
_BY_LAW = "(?:根据|按照|依据|依照|遵照)"
_BY = "(?<![自理事缘])由(?!拳)"
_THIS_REPORT = "(?:本报告|本年报|本年度报告|(?:年度|工作)报告|年报)"
# What may come between the start of a clause and the name. It is matched whole, so that no word
# of it is read as the beginning of a name; 将乐, 由拳, 特克斯 and 现代 begin names, and 自由贸易区 holds a word.
_BEFORE = (
    rf"(?:^|[，。；：！《“]|{_ISSUED}(?:了|完成)?)"
    rf"(?:{_THIS_REPORT}|{_ISSUED}|[现特兹](?=[将公向编发此予由])|此|予以|(?:向|面向)社会(?:公众|各界)?|{_BY}|是|结合|将(?!乐)"
    rf"|20\d\d年?度?(?:以来)?，?){{0,9}}+"
)
_ON_DISCLOSURE = expression("信息公开")
_BY_SOMEBODY = expression("由")
_ON_DISCLOSURE_IN_YEAR = expression(r"20\d\d年?度?的?(?:政府|政务)?信息公开")
# Each way in which a sentence names who issues the report; whether the name must look like an
# office's; a word that the sentence holds.
_WAYS: tuple[tuple[re.Pattern[str], bool, str], ...] = (
    (
        expression(
            rf"(?:{_ISSUED}(?:了|完成)?(?:向社会|《)?|{_BY}|将(?!乐)|《){_NAME}(?={_YEAR}{_OF_DISCLOSURE})"
        ),
        False,
        "信息公开",
    ),
    (
        expression(
            rf"(?:{_BEFORE}|{_BY}){_NAME}(?=(?:{_YEAR})?{_OF_DISCLOSURE}|{_MADE_KNOWN}*"
            rf"(?:{_BY_LAW}{{1,2}}[^。]{{0,12}}信息公开|{_ISSUED}(?:了|完成)?[^。]{{0,24}}信息公开"
            rf"|{_ISSUED}(?:了|完成)?(?:20\d\d年?度?)?{_THIS_REPORT}))"
        ),
        True,
        "信息公开",
    ),
    (
        expression(
            rf"(?:{_THIS_REPORT}[^。；，]{{0,8}})?{_BY}{_NAME}"
            rf"(?={_MADE_KNOWN}*(?:{_BY_LAW}[^，。；]{{0,60}}?)?{_ISSUED})"
        ),
        True,
        "由",
    ),
)
_ACTS = expression(
    rf"{_BEFORE}{_NAME}(?=(?:在[^，。；]{{2,40}}[，下])?(?:认真|深入|全面|坚持|严格|高度重视|积极|持续|不断|始终|切实|扎实|紧紧?围绕|围绕|坚决|进一步"
    rf"|主动|大力|牢固|着力|聚焦|贯彻|落实|{_BY_LAW}|以[^，。；]{{2,40}}为))"
)
_NO_NAME = expression(
    rf"^(?:{LEADS}|社会|公众|政府$|政府信息|政务公开)|公布|发布|编制(?!委|办)|印发|关于|做好|[我本](?:局|镇|区|县|市|乡|机关|单位)"
)
_KIND = expression(f"(?:{'|'.join(sorted((*ITSELF, *KINDS), key=len, reverse=True))})++")
_AREA = ("省", "市", "州", "盟", "地区", "县", "区", "旗", "开发区", "高新区", "新区", "园区")
"""How the name of an area's office begins that leaves out which area, as 市政府."""
_OTHER_TITLE = expression(r"《[^《》]*(?<!报告)(?<!年报)》")
"""The title of a law, or of a notice that asks for the report, whose office is another."""
_SHORT_NAME = expression(r"（以下(?:简|统)?称(?:为|作)?[^（）]{1,24}）")
"""What an office will call itself in the text behind its name."""
_WHITE = expression(r"\s+")
_LONGEST_OPENING = 4_000
"""A paragraph says who reports within so many characters."""
_FEWEST_REPEATED = 3
"""The shortest line that, repeated in the text, may be the name of an office."""


def issuing_agencies(text: str) -> Iterable[str]:
    """Yield the offices that issue the report according to a sentence."""
    plain = _plain(text)
    for way, by_shape, told_by in _WAYS:
        if told_by in plain:
            yield from _named(way, plain, by_shape=by_shape)


def acting_agency(texts: Iterable[str]) -> str | None:
    """Return the first office whose work on disclosure a report's opening describes."""
    for text in texts:
        plain = _plain(text)
        for sentence in plain.split("。"):
            if "信息公开" not in sentence:
                continue
            for name in _named(_ACTS, sentence):
                if not _is_kind(name):
                    return name
    return None


def _plain(text: str) -> str:
    """Return a text in simplified script, years in digits, without titles of other documents."""
    plain = with_arabic_years(
        simplified(without_glosses(_WHITE.sub("", text[:_LONGEST_OPENING])))
    )
    plain = _SHORT_NAME.sub("", plain)
    return _OTHER_TITLE.sub("《信息公开条例》" if "信息公开" in plain else "《》", plain)


def _named(way: re.Pattern[str], plain: str, *, by_shape: bool = True) -> Iterator[str]:
    for match in way.finditer(plain):
        name = match["agency"]
        if (
            not is_nobody(name)
            and not _NO_NAME.search(name)
            and (name.startswith(_AREA) or not _is_kind(name))
            and name.count("（") == name.count("）")
            and (names_agency(name) if by_shape else may_be_office(name))
        ):
            yield name


def _is_kind(name: str) -> bool:
    """Whether a name gives the kind of an office but not which one, such as 局办公室."""
    return bool(_KIND.fullmatch(name))


def issuing_agency(texts: Iterable[str]) -> str | None:
    """Return the first office that a report's opening names as its issuer."""
    return next((name for text in texts for name in issuing_agencies(text)), None)


def is_repeated(line: str, texts: Iterable[str]) -> bool:
    """Whether a line may be an office's name, whatever its last word, as the text repeats it."""
    plain = folded(line)
    if not _FEWEST_REPEATED <= len(plain) <= LONGEST_OFFICE or not may_be_office(plain):
        return False
    if not re.fullmatch(r"[\u3400-\u9fff〇·（）()〔〕]+", plain):
        return False
    return any(plain in folded(text) for text in texts if len(text) > len(plain))


def organ(name: str | None) -> str | None:
    """Return a name if it is that of an office, None for a person, a company or nobody."""
    return name if name and names_agency(name) else None


def same_agency(first: str, second: str) -> bool:
    """Whether two names may belong to one office, one of them being a short form."""
    return first in second or second in first
