"""The tables of an earlier year that a source prints beside the report's own, each below its year."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govreport.blocks import TableBlock, TextBlock
from govreport.expressions import expression
from govreport.model.values import read_value
from govreport.recognise.page.titles import folded, with_arabic_years
from govreport.recognise.repair.cell_lines import opens_table
from govreport.recognise.sections.headings import heading_line

_OPENING, _CLOSING = "[（(【]?", "[）)】]?[:：]?"
_WORDS = "(?:的|年报)?(?:情况|数据|统计数据|统计表|报表|数字|表)?"
_CAPTION = expression(
    rf"{_OPENING}(?:(?P<year>20\d\d)年度?|(?P<last>[上去]一?年度?)|(?P<this>[本今当]年度?)){_WORDS}{_CLOSING}"
)
_LONGEST = 16


class _Caption(NamedTuple):
    """A line that says only of which year the figures below it are: its number, or this or last."""

    at: int
    year: int


_LAST, _THIS = 0, 1
"""The years that captions do not name: before any that they name, and one of unknown number."""


def of_earlier_years(blocks: Sequence[TextBlock | TableBlock], part: range) -> frozenset[int]:
    """Return the blocks of a part that give figures of an earlier year than those beside them.

    Within a section, several lines name different years, each above a table: what stands below any
    but the latest, up to the next of them, is not the report's.
    """
    earlier: set[int] = set()
    for section in _sections(blocks, part):
        captions = list(_captions(blocks, section))
        years = {each.year for each in captions}
        if not all(_is_above_table(blocks, each.at, section.stop) for each in captions):
            continue
        if len(years) < 2 or (_THIS in years and max(years) > _THIS):
            continue  # this year may be the one named
        latest = max(years)
        ends = [*(each.at for each in captions[1:]), section.stop]
        for caption, end in zip(captions, ends, strict=True):
            if caption.year < latest:
                earlier.update(range(caption.at, end))
    return frozenset(earlier)


def _sections(blocks: Sequence[TextBlock | TableBlock], part: range) -> Iterator[range]:
    """Yield the parts between the headings of the statute's sections."""
    start = part.start
    for at in part:
        block = blocks[at]
        if isinstance(block, TextBlock) and (line := heading_line(block.text)) and line.kind:
            yield range(start, at)
            start = at + 1
    yield range(start, part.stop)


def _is_above_table(blocks: Sequence[TextBlock | TableBlock], at: int, stop: int) -> bool:
    """Whether a table begins behind a block, with a header or a label."""
    if at + 1 >= stop:
        return False
    block = blocks[at + 1]
    if isinstance(block, TextBlock):
        return opens_table(block.text)
    return all(read_value(cell.text).value is None for cell in block.table.rows[0])


def _captions(blocks: Sequence[TextBlock | TableBlock], section: range) -> Iterator[_Caption]:
    for at in section:
        block = blocks[at]
        if (
            not isinstance(block, TextBlock)
            or len(block.text) > _LONGEST
            or "年" not in block.text
        ):
            continue
        if match := _CAPTION.fullmatch(with_arabic_years(folded(block.text))):
            yield _Caption(at, int(match["year"] or (_LAST if match["last"] else _THIS)))
