"""Texts between the grids into which a page cut a statutory table."""

from govreport.blocks import TableBlock, TextBlock
from govreport.expressions import expression
from govreport.model.grid import MOST_COLUMNS_SPANNED, Cell, Table
from govreport.model.statute import TableKind
from govreport.recognise.labels.vocabulary import LONGEST_LABEL
from govreport.recognise.page.furniture import is_page_number
from govreport.recognise.page.titles import is_title
from govreport.recognise.placing.naming import statute_cells
from govreport.recognise.sections.headings import heading_line

# Texts between the parts of one table: that it continues, and its unit.
BETWEEN_PARTS = expression(
    r"[（(]?\s*(?:接上表|续\s*(?:上)?表?)\s*\d{0,2}\s*[)）]?"
    r"|[（(]?\s*(?:计量|统计)?单位\s*[:：].{1,12}"
)


MOST_BETWEEN = 4
"""Texts that a page may print at its foot and at the head of the next."""
_LONGEST_BETWEEN = 40


def part_of_text(block: TextBlock, width: int = 1) -> TableBlock:
    """Return a text as a line of a table of that width."""
    return TableBlock(Table([[Cell(block.text, 1, min(width, MOST_COLUMNS_SPANNED))]]))


def rows_named(text: str, kind: TableKind) -> set[str]:
    """Return the rows of a table whose label a text is."""
    if len(text) > LONGEST_LABEL or text.isascii() or is_title(text):
        return set()
    named = statute_cells(kind).name(text)
    if named.sort != "label" or named.columns or named.match.deviates:
        return set()
    return set(statute_cells(kind).rows_in(named.rows))


def may_stand_between(block: TextBlock) -> bool:
    """Whether a text may be between the parts of a table that a page's end cuts in two."""
    text = block.text
    if BETWEEN_PARTS.fullmatch(text) or is_page_number(text):
        return True
    if len(text) > _LONGEST_BETWEEN or "。" in text or "\n" in text:
        return False
    line = heading_line(text)
    return line is None or line.kind is None
