"""The form between bytes and meaning: a stream of texts and tables that knows no statute.

Readers turn a file's bytes into a `Stream` and writers turn a `Stream` into bytes. The recogniser
finds the report in it; `arrange` lays a report out as one.

Besides its text, a block may carry hints and a mark. A *hint* (`level`) is what the source's own
styling says; the recogniser weighs it. A *mark* is a binding statement that `arrange` makes if a
block would otherwise be recognised as something else; formats carry it without knowing what it
means. Ordinary reports need no marks.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Union

from govreport.expressions import expression
from govreport.limits import Limits
from govreport.model.diagnostics import Diagnostic
from govreport.model.grid import Table

_DATE_LABEL, _PUBLISHER_LABEL, _APART = "发布日期：", "发布机构：", "\u3000"
_DIGITS = expression(r"\d+")


@dataclass(frozen=True, slots=True)
class TextBlock:
    r"""A paragraph or heading.

    `text` has no white space at its ends and is never blank; `\\n` is a line break inside it.
    `level` is 0 for the title, 1 to 9 for headings, None for body text or if the source's styling
    does not say. The other hints are ignored in comparisons: `blank_lines` is the number of blank
    lines before it in a text, `link_characters` how many of its characters other than white space
    are in links.

    `signature` is only for the writers: whether it is a line of the signature below a report, its
    office or its date, which are right-aligned.

    `place` is the chain of containers around it, from the outside in: parts of a page, lists and
    their items, tables that lay out the page and their rows and cells. A container's number only
    identifies it. The chain is empty if the source has no containers.
    """

    text: str
    level: int | None = None
    mark: str = ""
    blank_lines: int = field(default=0, compare=False)
    place: tuple[int, ...] = field(default=(), compare=False)
    link_characters: int = field(default=0, compare=False)
    signature: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table, or what a text shows of one.

    `blanks_shown` is a hint: False if the source may have dropped blank cells or the ends of
    rows, so that a cell's place in its row does not show its column. `spans_shown` is False if
    a spanned position is printed as a blank cell. `printed_cells` holds how many cells each row
    printed before short rows were filled up, empty if all did. `place` is the chain of
    containers as in `TextBlock`. The hints are ignored in comparisons.
    """

    table: Table
    mark: str = ""
    blanks_shown: bool = field(default=True, compare=False)
    spans_shown: bool = field(default=True, compare=False)
    printed_cells: tuple[int, ...] = field(default=(), compare=False)
    place: tuple[int, ...] = field(default=(), compare=False)


Block = Union[TextBlock, TableBlock]


@dataclass(frozen=True, slots=True)
class Page:
    """The file's or page's own data outside its text; every field is one line."""

    title: str | None = None
    author: str | None = None
    publication_date: datetime.date | None = None
    publisher: str | None = None

    @property
    def published(self) -> str:
        """The line below the title that shows date and publisher, blank if neither is known."""
        date = self.publication_date
        named = (
            (_DATE_LABEL, date.isoformat() if date else None),
            (_PUBLISHER_LABEL, self.publisher),
        )
        return _APART.join(f"{label}{value}" for label, value in named if value)


@dataclass(frozen=True, slots=True)
class Stream:
    """The blocks of one source in their order.

    `page` holds hints. `statements` holds (name, text) pairs that are binding like marks, for what
    no block can show. `diagnostics` list what the reader left out.
    """

    blocks: tuple[Block, ...] = ()
    page: Page = Page()
    statements: tuple[tuple[str, str], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def hints_of(stream: Stream) -> tuple[object, ...]:
    """Return the hints of each block that comparisons ignore.

    Equal streams with equal hints are recognised alike. For a table the number of cells that each
    row printed matters, whether the block or the table's grid gives it.
    """
    return tuple(
        (block.blanks_shown, block.spans_shown, _printed(block), block.place)
        if isinstance(block, TableBlock)
        else (block.blank_lines, block.place, block.link_characters)
        for block in stream.blocks
    )


def _printed(block: TableBlock) -> tuple[int, ...]:
    grid = block.table.grid
    stated = block.printed_cells if len(block.printed_cells) == len(grid) else ()
    return tuple(
        min(sum(not slot.filled_up for slot in line), stated[row] if stated else len(line))
        for row, line in enumerate(grid)
    )


def text_table(table: Table, mark: str, *, spans_shown: bool) -> TableBlock:
    """Return a table of a text with the hints that our own texts give.

    A marked table shows everything. If no spans are shown, as in pipe text, a row of one cell may
    be a cell of a longer row that was printed a cell a line.
    """
    shown = spans_shown or bool(mark)
    return TableBlock(table, mark, blanks_shown=shown or table.width > 1, spans_shown=shown)


def as_pipe_text_shows(stream: Stream) -> Stream:
    """Return what pipe-delimited text shows of a stream.

    It has no heading styles, no title or author outside the text, and prints a spanned position
    as an empty one; only marked tables keep their spans.
    """
    return _as_text_shows(stream, Table.unmerged, spans_shown=False)


def as_tab_text_shows(stream: Stream) -> Stream:
    """Return what tab-indented text shows of a stream.

    Like `as_pipe_text_shows`, but a cell that spans columns is printed as one cell, as Word
    stores it.
    """
    return _as_text_shows(stream, Table.collapsed, spans_shown=True)


def _as_text_shows(
    stream: Stream, shown: Callable[[Table], Table], *, spans_shown: bool
) -> Stream:
    blocks: list[Block] = []
    for block in stream.blocks:
        if isinstance(block, TextBlock):
            blocks.append(TextBlock(block.text, None, block.mark))
        else:
            table = block.table.completed()
            if not block.mark:
                table = shown(table)
            blocks.append(text_table(table, block.mark, spans_shown=spans_shown))
    page = replace(stream.page, title=None, author=None)
    return replace(stream, blocks=tuple(blocks), page=page)


def check_texts(stream: Stream, limits: Limits) -> None:
    """Raise `LimitExceededError` for more blocks, a longer text or number than `limits` allow."""
    limits.check("blocks", len(stream.blocks), "the source: paragraphs and tables")
    for number, block in enumerate(stream.blocks, 1):
        if isinstance(block, TableBlock):
            _check_cells(block.table, f"block {number}", limits)
        elif len(block.text) > limits.paragraph_characters:
            what = f"block {number}: characters"
            limits.check("paragraph_characters", len(block.text), what)


def _check_cells(table: Table, where: str, limits: Limits) -> None:
    short = min(limits.number_digits, limits.paragraph_characters)
    has_nested = table.has_nested
    for row in table.rows:
        for cell in row:
            if len(cell.text) > short:
                for part in cell.content:
                    if isinstance(part, str):
                        _check_long(part, where, limits)
            if has_nested:
                for nested in cell.tables:
                    _check_cells(nested, where, limits)


def _check_long(text: str, where: str, limits: Limits) -> None:
    limits.check("paragraph_characters", len(text), f"{where}: characters of a cell")
    longest = max(map(len, _DIGITS.findall(text)), default=0)
    limits.check("number_digits", longest, f"{where}: digits of a number")
