"""Tables of an OpenDocument text as those of a Word file (part 3, section 9)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from govreport.limits import Limits
from govreport.translators.open_document.names import TABLE, count

_ROW = f"{TABLE}table-row"
_CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
_GROUPS = tuple(
    f"{TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group")
)


@dataclass(slots=True)
class _Reaching:
    """A cell that reaches down: how many rows further, and how many columns wide it is."""

    rows: int
    columns: int


class TableWriter:
    """Writes one table; `blocks` writes what stands in a cell."""

    def __init__(self, blocks: Callable[[etree._Element], str], limits: Limits) -> None:
        self._blocks = blocks
        self._limits = limits
        self._positions = 0
        self._written = 0

    def markup(self, table: etree._Element) -> str:
        """Return a table's markup."""
        reaching: dict[int, _Reaching] = {}
        rows = [
            f"<w:tr>{self._row(row, reaching)}</w:tr>"
            for row in _rows(table)
            for _ in range(self._taken(count(row, f"{TABLE}number-rows-repeated")))
        ]
        return f"<w:tbl>{''.join(rows)}</w:tbl>" if rows else ""

    def _row(self, row: etree._Element, reaching: dict[int, _Reaching]) -> str:
        cells: list[str] = []
        column = 0
        covered_to = 0
        for cell in row.iterchildren(*_CELLS):
            for _ in range(self._taken(count(cell, f"{TABLE}number-columns-repeated"))):
                above = reaching.get(column)
                content = self._blocks(cell)
                self._written += len(content)
                self._limits.check("parsed_bytes", self._written, "the table: characters")
                if above is not None:
                    cells.append(_cell(content, above.columns, "<w:vMerge/>"))
                    covered_to = column + above.columns
                    above.rows -= 1
                    if not above.rows:
                        del reaching[column]
                elif column >= covered_to:
                    columns = min(
                        count(cell, f"{TABLE}number-columns-spanned"), self._limits.column_span
                    )
                    rows = count(cell, f"{TABLE}number-rows-spanned")
                    merge = '<w:vMerge w:val="restart"/>' if rows > 1 else ""
                    cells.append(_cell(content, columns, merge))
                    covered_to = column + columns
                    if rows > 1:
                        reaching[column] = _Reaching(rows - 1, columns)
                elif "<w:t>" in content and cells:
                    # What a covered cell holds is not displayed.
                    hidden = content.replace("<w:rPr>", '<w:rPr><w:vanish w:val="1"/>')
                    cells[-1] = cells[-1].replace("</w:tc>", f"{hidden}</w:tc>")
                column += 1
        return "".join(cells)

    def _taken(self, number: int) -> int:
        self._positions += number
        self._limits.check("table_cells", self._positions, "the table: rows and cells")
        return number


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == _ROW:
            yield child
        elif child.tag in _GROUPS:
            yield from _rows(child)


def _cell(content: str, columns: int, merge: str) -> str:
    properties = f'<w:gridSpan w:val="{columns}"/>{merge}'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content or '<w:p/>'}</w:tc>"
