"""Distinguishes headings from running text: statutory sections, numbers, sub-headings."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from govreport.chinese.numerals import counting_number
from govreport.expressions import expression
from govreport.model.grid import Table
from govreport.model.statute import SectionKind
from govreport.recognise.labels.folding import (
    ENUMERATOR_LEVELS,
    aligned,
    enumerator,
    skeleton,
    without_glosses,
)

LONGEST_HEADING = 45
"""A longer line is not a heading."""

_DRESS = "、 　■□◆◇●○◎★☆▲△▶►▪•·※【〖[“‘「『《<*#"
"""Decoration before the number of a heading, or in place of a lost number."""
_FIRST_NUMBERS = frozenset("一二三四五六七八九")
_ITEM_ENDS = ("；", ";")
"""What ends an item that a sentence lists over several lines."""
_SENTENCE_ENDS = tuple("。；;：:，,！!？?、")

# How offices name the six sections (article 50 of the Regulations), on the skeleton of the name.
_NAMES: tuple[tuple[SectionKind, str], ...] = (
    (
        "overview",
        r"(?:年度)?(?:政府信息公开|信息公开|政务公开)?(?:工作)?(?:总体|基本|整体)(?:工作)?(?:开展)?(?:情况|概况|概述)"
        r"|(?:政府信息公开|信息公开|政务公开)?(?:工作)?(?:概述|概况)|报告内容",
    ),
    (
        "proactive_disclosure",
        r"(?:本?行政机关|本机关)?主动公开政?府?信息(?:工作)?(?:的)?(?:情况)?",
    ),
    (
        "applications",
        r"(?:本?行政机关|本机关)?(?:收到|接收|受理)(?:和|与|及|并)?(?:处理|办理|答复)"
        r"(?:的)?(?:政府)?信息公开申请(?:的)?(?:情况)?",
    ),
    (
        "reviews",
        r"(?:因)?(?:政府)?(?:信息|政务)公开(?:工作)?(?:被|引起|引发|提起|申请|产生)*(?:的)?(?:行政)?复议"
        r"(?:被|和|与|及|或|以及)*(?:提起)?(?:的)?(?:行政)?诉讼(?:的)?(?:情况)?"
        r"|(?:被申请|申请)?行政复议(?:和|与|及)?(?:被)?(?:提起)?行政诉讼(?:的)?情况",
    ),
    (
        "problems",
        r"(?:政府信息公开|信息公开|政务公开)?(?:工作)?(?:中)?(?:存在)?(?:的)?(?:主要)?(?:问题|不足)"
        r"(?:以及|和|与|及)?(?:(?:下一步)?(?:工作)?(?:的)?(?:改进|整改)(?:工作)?(?:情况|措施|意见|打算|方向)?"
        r"|下一步(?:工作)?(?:的)?(?:打算|计划|思路|安排|措施))"
        r"|存在(?:的)?(?:主要)?(?:问题|不足)(?:情况)?",
    ),
    (
        "other_matters",
        r"其他(?:需要|需|应当)?(?:报告|说明|公开)的?(?:有关)?(?:事项|情况|内容)"
        r"|(?:需要|需|应当)(?:报告|说明|公开)的?其他(?:有关)?(?:事项|情况|内容)",
    ),
)
# Other names of a heading with the number of a statutory section: words it must hold.
_LOOSE_NAMES: tuple[tuple[SectionKind, str], ...] = (
    ("overview", r"(?:总体|基本|整体|全年|年度).{0,12}(?:情况|概况|概述|综述)"),
    ("proactive_disclosure", r"主动公开.{0,14}(?:信息|情况|内容)"),
    ("applications", r"(?!.{0,12}依申请)(?=.*(?:收到|处理|办理|受理|答复|接收)).*公开.*申请.*"),
    ("reviews", r"(?=.*复议).*诉讼.{0,10}"),
    (
        "problems",
        r"(?=.*(?:改进|整改|存在|主要|下一步|努力|打算|问题[和与及]?不足)).{0,14}(?:问题|不足|困难|短板|差距|薄弱环节).*",
    ),
    (
        "other_matters",
        r"(?=.*(?:其他|其它)).{0,10}(?:事项|需要?报告|需要?说明|情况).*|^其[他它]$",
    ),
)
_LOOSE = tuple((kind, expression(pattern)) for kind, pattern in _LOOSE_NAMES)
_LONGEST_NAME = 30
_LONGEST_NUMBER = 20
"""Characters of a number with its brackets, its mark and blanks between them."""
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_OTHER_NUMBER = expression(
    r"(?:(?P<decimal_bracketed>[\u2474-\u247c]|[0-9０-９]{1,2}\s*[)）])|(?P<decimal>[\u2488-\u2490]|0?[1-9１-９](?=[\s\u3400-\u9fff]))"
    r"|(?P<roman>[\u2160-\u2168]|(?:I{1,3}|I[VX]|VI{0,3})(?=\s*[、.．,，:：\s])))\s*[、.．,，:：]?\s*"
)
_OTHER_SIGNS = frozenset(
    map(chr, (*range(0x2474, 0x247D), *range(0x2488, 0x2491), *range(0x2160, 0x2169)))
).union("0123456789０１２３４５６７８９IV")
"""The characters with which such a number begins."""
_LONG_LINE = 60
"""A line of a cell with so many characters is text that may contain headings."""
_SECTION = expression("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _NAMES))
NAMED_KINDS = frozenset(kind for kind, _ in _NAMES)
"""The sections of the statute."""
# A heading run together with text, in simplified script: the number, the name, what follows. A
# sentence ends before it, or a cell of a table that was run together with it: a number, a unit.
_INLINE = expression(
    r"(?:^|(?<=[。！？\s\d])|(?<=\d[元件条次个项人])|(?<=\d万元))(?P<heading>[一二三四五六七八九]\s*、\s*(?:"
    + "|".join(pattern.replace("行政)?复议", "行政)?复议、?") for _, pattern in _NAMES)
    + r")[：:。]?)"
)
_INLINE_NUMBER = expression(r"[一二三四五六七八九]\s*、")
"""What opens each of them, which is compiled in a tenth of the time."""


class HeadingLine(NamedTuple):
    """A line that may be a heading: the style and value of its number, and the kind it names."""

    style: str
    number: int | None
    kind: SectionKind | None
    by_name: bool = False
    """Whether it has the statute's own name for the section, not just words and a number."""

    @property
    def level(self) -> int:
        """The level its number marks, 0 if it has none."""
        return ENUMERATOR_LEVELS.get(self.style, 0)


@lru_cache(maxsize=2048)
def heading_line(text: str) -> HeadingLine | None:
    """Return a line as a heading, or None if it cannot be one."""
    if not _may_head(text):
        return None
    text = without_glosses(text)
    style, number, rest = numbered(text.lstrip(_DRESS))
    if text.endswith(_ITEM_ENDS) and style not in ("chinese", "part"):
        return None
    name = skeleton(rest)
    if kind := _statutory_kind(name):
        return HeadingLine(style, number, kind, by_name=True)
    if not style and name[:1] in _FIRST_NUMBERS and (kind := _statutory_kind(name[1:])):
        # The mark after the number may be lost, or one that is unusual after a number.
        return HeadingLine("chinese", counting_number(name[0]), kind, by_name=True)
    if style in ("chinese", "part") and is_bare(text):
        kind = _loose_kind(number, name)
    return HeadingLine(style, number, kind)


def _may_head(text: str) -> bool:
    """Whether a text is one line, no longer than headings are, and no several sentences."""
    if "\n" in text or "。" in text[:-1]:
        return False
    return len(text) <= LONGEST_HEADING or len(skeleton(text)) <= LONGEST_HEADING


def _statutory_kind(name: str) -> SectionKind | None:
    """Return the section whose name in the statute a line bears."""
    match = _SECTION.fullmatch(name)
    return match.lastgroup if match else None  # type: ignore[return-value]


def numbered(text: str) -> tuple[str, int | None, str]:
    """Separate the number of a heading from its name, like `enumerator`, with more styles.

    A digit followed by a blank, Roman numerals, and the single characters ⑴, ⒈ and Ⅰ number
    headings, but before other lines they may be figures or words.
    """
    style, number, rest = enumerator(text)
    if style or text[:1] not in _OTHER_SIGNS or not (match := _OTHER_NUMBER.match(text)):
        return style, number, rest
    kind = match.lastgroup or ""
    if kind == "roman":
        return (
            "decimal",
            _ROMAN.index(unicodedata.normalize("NFKC", match["roman"])) + 1,
            text[match.end() :],
        )
    value = int(
        "".join(each for each in unicodedata.normalize("NFKC", match[0]) if each.isdecimal())
    )
    return kind, value, text[match.end() :]


def _loose_kind(number: int | None, name: str) -> SectionKind | None:
    """Return the section that a heading may be, by its number and the words of its name."""
    if number is None or not 0 < number <= len(_LOOSE) or len(name) > _LONGEST_NAME:
        return None
    kind, pattern = _LOOSE[number - 1]
    return kind if pattern.search(name) else None


def is_number_alone(text: str) -> bool:
    """Whether a line is only a section's number."""
    if len(text) > _LONGEST_NUMBER:
        return False
    style, _, rest = enumerator(text)
    return bool(style) and not rest.strip()


def is_bare(text: str) -> bool:
    """Whether a line ends as headings end, not as sentences and list items do."""
    return not text.removesuffix("\n").endswith(_SENTENCE_ENDS)


def inline_headings(text: str) -> Iterator[tuple[int, int, SectionKind]]:
    """Yield (start, end, kind) of section headings within running text."""
    if "、" not in text:  # after the number of each of them
        return
    plain, places = aligned(text)
    if not _INLINE_NUMBER.search(plain):
        return
    for match in _INLINE.finditer(plain):
        line = heading_line(match["heading"].rstrip("：:。"))
        if line and line.kind:
            yield places[match.start("heading")], places[match.end("heading")], line.kind


def holds_report(table: Table) -> bool:
    """Whether the cells of a table hold sections, so that it is the page's layout.

    Two headings show it; in a table of one column, which has no rows of data, one does. They may
    be in nested tables.
    """
    headings = bare = 0
    waiting = [table]
    while waiting:
        inner = waiting.pop()
        for row in inner.rows:
            for cell in row:
                waiting.extend(cell.tables)
                for line in cell.text.split("\n"):
                    headings += _headings_in(line)
                    bare += _is_named(line)
    return headings >= (2 if table.width > 1 else 1) or (table.width == 1 and bare > 1)


def _is_named(line: str) -> bool:
    """Whether a line has the statute's name of a section."""
    found = heading_line(line.strip()) if len(line) < _LONG_LINE else None
    return bool(found and found.by_name)


def _headings_in(line: str) -> int:
    if len(line) >= _LONG_LINE:
        return sum(1 for _ in inline_headings(line))
    found = heading_line(line.strip())
    return int(bool(found and found.kind and found.style))
