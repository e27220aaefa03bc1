"""Texts and tables of a report that hold labels and numbers of a statutory table, but were read as none."""

from collections.abc import Iterable, Iterator, Sequence

from govreport.expressions import expression
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.model.document import Block, ReportDocument
from govreport.model.grid import Table
from govreport.model.statute import TABLE_KINDS, TableKind
from govreport.model.statutory import StatutoryTable
from govreport.model.values import read_value
from govreport.recognise.labels.folding import skeleton
from govreport.recognise.labels.vocabulary import LONGEST_LABEL, kind_vocabulary

_FEWEST_LABELS = 3
"""The fewest different labels of a table in the texts of a section that show them to be its cells."""
_FEWEST_NUMBERS = 3
"""The fewest numbers of a line in the section of a table that are those of a row."""
_LONGEST_LINE = 20 * LONGEST_LABEL
"""A longer line is no run of cells."""
_LONGEST_QUOTED = 200
_SEPARATOR = expression(r"[\s,;|&\[\]'\"]+")
_MESSAGE = "labels or numbers of the table stand in texts that could not be read as a table"


def unread_tables(
    document: ReportDocument, diagnostics: Iterable[Diagnostic]
) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each section and kind of table that its texts hold, unread.

    A table is read, whatever else has its labels, where `diagnostics` miss none of its rows.
    """
    short = {each.table for each in diagnostics if each.code == "missing-row"}
    whole = {each.kind for each in document.statutory_tables() if each.kind not in short}
    kinds = [kind for kind in TABLE_KINDS if kind not in whole]
    if not kinds:
        return
    parts = (("other", document.preamble), ("other", document.closing))
    sections = ((each.kind, each.blocks) for each in document.sections)
    for section, blocks in (*parts, *sections):
        lines = list(_lines_of(blocks))
        cells = [cell for line in lines for cell in _cells_of(line)]
        if not any(map(_is_number, cells)):
            continue
        has_numbers = any(map(_is_row, lines))
        for kind in kinds:
            labels = set(_labels_in(lines, cells, kind))
            if len(labels) >= _FEWEST_LABELS or (section == kind and has_numbers):
                yield diagnostic(
                    "unplaced-text", f"table {kind}", _quoted(cells), _MESSAGE, table=kind
                )


def _quoted(cells: Sequence[str]) -> str:
    text = " | ".join(cells)
    return f"{text[:_LONGEST_QUOTED]}…" if len(text) > _LONGEST_QUOTED else text


def _is_row(line: str) -> bool:
    """Whether a line holds several numbers, and hardly any words between them."""
    cells = _cells_of(line)
    numbers = sum(map(_is_number, cells))
    return numbers >= _FEWEST_NUMBERS and 2 * numbers >= len(cells)


def _lines_of(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the lines of paragraphs and the texts of cells, but those of statutory tables."""
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from cell.text.split("\n")
                    yield from _lines_of(each for each in cell.content if isinstance(each, Table))
        elif not isinstance(block, StatutoryTable):
            yield from block.text.split("\n")


def _cells_of(line: str) -> list[str]:
    """Return the parts of a line that may be cells, none of running text."""
    if len(line) > _LONGEST_LINE or "。" in line:
        return []
    return [part for part in _SEPARATOR.split(line) if part]


def _is_number(text: str) -> bool:
    return read_value(text).value is not None


def _labels_in(lines: Sequence[str], cells: Sequence[str], kind: TableKind) -> Iterator[str]:
    """Yield the labels of a table that are lines, parts of lines, or run together in a line."""
    known = kind_vocabulary(kind)
    for text in dict.fromkeys((*lines, *cells)):
        if known.exact(text):
            yield skeleton(text)
        elif len(text) <= LONGEST_LABEL and not text.isascii():
            yield from known.split(text)
