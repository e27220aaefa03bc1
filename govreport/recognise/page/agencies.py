"""The office that reports, by the places of a report that name it, in their order of trust.

The title comes first, then what the preamble says of who issues the report, its signature, and
the office that a list of the page's properties names. Where a page has its text from (来源) is
none of them; a file's author is asked last, and only if the name is that of an office.
"""

import re
from collections.abc import Iterable

from govreport.expressions import expression
from govreport.recognise.labels.folding import simplified, without_glosses
from govreport.recognise.page.titles import (
    LEADS,
    LONGEST_OFFICE,
    folded,
    is_nobody,
    may_be_office,
    names_agency,
)

_NAME = r"(?P<agency>[\u3400-\u9fff（）()·]{2,40}?)"
_YEAR = r"(?:关于)?(?:二[〇○零].{2}|20\d\d)年?度?"
_OF_DISCLOSURE = (
    r"(?:的)?(?:政府|政务)?信息公开(?:工作)?(?:的)?(?:实施|开展)?(?:情况|年度|工作|年报|报告)"
)
_DISCLOSURE = ("信息公开",)
_ISSUES = r"(?:现|特|兹)?(?:此|予以)?(?:向社会|面向社会|向公众)?(?:将|公布|发布|公开|编制|报告|汇报)(?:了|完成)?"
# Each way in which a sentence names who issues the report; whether the name's shape must tell it;
# words of which the sentence holds one.
_WAYS: tuple[tuple[re.Pattern[str], bool, tuple[str, ...]], ...] = (
    (expression(rf"(?:{_ISSUES}|由){_NAME}{_YEAR}{_OF_DISCLOSURE}"), False, _DISCLOSURE),
    (expression(rf"(?:{_ISSUES}|由){_NAME}{_OF_DISCLOSURE}"), True, _DISCLOSURE),
    (expression(rf"(?:报告|年报)[^。；，]{{0,8}}?(?:是)?由{_NAME}(?:负责|组织|[按根依][^，。；]{{0,30}})?(?:编制|编写|起草|发布|公布|制作)"), True, ("由",)),
    (expression(rf"(?:^|[，。；]){_NAME}(?:现|特|严格|认真)?(?:根据|按照|依据|依照){{1,2}}[^。]{{0,12}}信息公开"), True, ("根据", "按照", "依据", "依照")),
    (expression(rf"[，；]{_NAME}(?:现|特|组织|认真)?(?:此)?(?:向社会)?(?:将|编制|公布|发布)[^。]{{0,20}}信息公开"), True, ("，", "；")),
    (expression(rf"由{_NAME}(?:向社会|面向社会)?(?:公布|发布|公开|编制)[^。]{{0,24}}信息公开"), True, ("由",)),
    (expression(rf"^{_NAME}{_YEAR}{_OF_DISCLOSURE}"), True, _DISCLOSURE),
)  # fmt: skip
_NO_NAME = expression(
    rf"^(?:{LEADS}|社会|公众)|公布|发布|编制|印发|[我本](?:局|镇|区|县|市|乡|机关|单位)"
)
_WHITE = expression(r"\s+")
_FEWEST_REPEATED = 3
"""Characters from which a line that the text repeats may be the name of an office."""


def issuing_agencies(text: str) -> Iterable[str]:
    """Yield the offices of which a sentence says that they issue the report."""
    plain = simplified(without_glosses(_WHITE.sub("", text)))
    for way, by_shape, told_by in _WAYS:
        if not any(word in plain for word in told_by):
            continue
        for match in way.finditer(plain):
            name = match["agency"]
            if (
                not is_nobody(name)
                and not _NO_NAME.search(name)
                and (names_agency(name) if by_shape else may_be_office(name))
            ):
                yield name


def issuing_agency(texts: Iterable[str]) -> str | None:
    """Return the first office that a report's opening names as the one that issues it."""
    return next((name for text in texts for name in issuing_agencies(text)), None)


def is_repeated(line: str, texts: Iterable[str]) -> bool:
    """Whether a line may be an office's name, whatever word it ends in, as the text repeats it."""
    plain = folded(line)
    if not _FEWEST_REPEATED <= len(plain) <= LONGEST_OFFICE or not may_be_office(plain):
        return False
    if not re.fullmatch(r"[\u3400-\u9fff·（）()〔〕]+", plain):
        return False
    return any(plain in folded(text) for text in texts if len(text) > len(plain))


def organ(name: str | None) -> str | None:
    """Return a name if it is that of an office, None for a person, a vendor or nobody."""
    return name if name and names_agency(name) else None


def same_agency(first: str, second: str) -> bool:
    """Whether two names may be one office's, one of them being the shorter."""
    return first in second or second in first
