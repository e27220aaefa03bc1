"""The parts of a report as markup, in order; a subclass of `Drawing` may mark them."""

from collections.abc import Iterator, Sequence
from functools import partial

from govreport.model.document import Block, CellKey, Heading, Paragraph, ReportDocument
from govreport.model.statutory import StatutoryTable
from govreport.pages.form import form, plain_table
from govreport.pages.page import element, text

Part = str | int
"""A part of a report: "title", "preamble", "closing" or the position of a section."""


class ReportDrawing:
    """How the texts and cells of a report are drawn: as they are, nothing marked.

    A subclass that marks them overrides a method, and gets a text's place and a cell's key.
    """

    def __init__(self) -> None:
        self._drawn: set[str] = set()

    def text(self, printed: str, part: Part, block: int | None) -> str:  # noqa: ARG002
        """Return a text as markup; `block` is its position, None for a title or heading."""
        return text(printed)

    def cell(self, cell: CellKey, printed: str, span: int) -> str:  # noqa: ARG002
        """Return the `td` of a statutory cell that spans so many columns."""
        return element(
            "td",
            text(printed),
            class_="" if printed else "blank",
            colspan=str(span) if span > 1 else "",
        )

    def table(self, table: StatutoryTable) -> str:
        """Return a statutory table as markup; of several of a kind the first alone is marked."""
        again = table.kind in self._drawn
        self._drawn.add(table.kind)
        return form(table, partial(ReportDrawing.cell, self) if again else self.cell)


def report_markup(document: ReportDocument, drawing: ReportDrawing) -> Iterator[str]:
    """Yield a whole report as markup, title, preamble, sections and closing."""
    if document.title:
        yield element("h3", drawing.text(document.title, "title", None), class_="title")
    yield from blocks_markup(document.preamble, "preamble", drawing)
    for position, section in enumerate(document.sections):
        yield element("h3", drawing.text(section.heading, position, None))
        yield from blocks_markup(section.blocks, position, drawing)
    yield from blocks_markup(document.closing, "closing", drawing)


def blocks_markup(blocks: Sequence[Block], part: Part, drawing: ReportDrawing) -> Iterator[str]:
    """Yield the blocks of a part as markup."""
    for position, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            yield element("p", drawing.text(block.text, part, position))
        elif isinstance(block, Heading):
            yield element("h4", drawing.text(block.text, part, position))
        elif isinstance(block, StatutoryTable):
            yield drawing.table(block)
        else:
            yield plain_table(block)
