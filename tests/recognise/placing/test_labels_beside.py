"""A label of rows that begins on their header's line: an item printed to the left of all of its table."""

from collections.abc import Callable, Iterable

import pytest

from govreport.model import statute
from govreport.model.statutory import StatutoryTable
from tests.recognise.placing.table_text import SEEDS, Format, read, table, truth

Row = list[tuple[str, int, int]]
"""The cells of a row: text, columns and rows spanned."""


def beside_item(of: StatutoryTable) -> list[Row]:
    """Return table 2 with each item in one cell to the left of its header and its rows."""
    rows: list[Row] = []
    items = dict.fromkeys(row.group for row, _ in of.known_rows())
    labels = dict(of.layout.group_labels)
    for item in items:
        own = [(row, filled) for row, filled in of.known_rows() if row.group == item]
        columns = own[0][0].columns
        wide = 3 - len(columns) + 1
        spans = [1] * (len(columns) - 1) + [wide]
        head = [(column.label, span, 1) for column, span in zip(columns, spans, strict=True)]
        label = labels[item or ""]
        rows.append([(label, 1, len(own) + 1), (statute.ITEM_COLUMN, 1, 1), *head])
        for row, filled in own:
            cells = zip(filled.cells, spans, strict=True)
            rows.append([(row.labels[-1], 1, 1), *((text, span, 1) for text, span in cells)])
    return rows


def spanning(rows: list[Row]) -> str:
    return _page(
        "".join(f"<td colspan={wide} rowspan={high}>{text}</td>" for text, wide, high in row)
        for row in rows
    )


def filled_up(rows: list[Row]) -> str:
    """Return a page whose grid has no spans and repeats the item beside each of its rows."""
    lines = []
    item = ""
    for row in rows:
        item = row[0][0] if row[0][2] > 1 else item
        own = row[1:] if row[0][2] > 1 else row
        texts = [item, *(text for text, wide, _ in own for _ in range(wide))]
        lines.append("".join(f"<td>{text}</td>" for text in texts))
    return _page(lines)


def blank_below(rows: list[Row]) -> str:
    """Return a page whose grid has no spans and leaves a blank below the item."""
    lines = []
    for row in rows:
        own = row if row[0][2] > 1 else [("", 1, 1), *row]
        texts = [each for text, wide, _ in own for each in (text, *[""] * (wide - 1))]
        lines.append("".join(f"<td>{text}</td>" for text in texts))
    return _page(lines)


def ragged(rows: list[Row]) -> str:
    return "\n".join("\t".join(text for text, _, _ in row) for row in rows)


def _page(lines: Iterable[str]) -> str:
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


@pytest.mark.parametrize(
    ("printed", "format"),
    [(spanning, "html"), (filled_up, "html"), (blank_below, "html"), (ragged, "tab")],
)
def test_an_item_beside_its_header_and_rows_is_no_column(
    printed: Callable[[list[Row]], str], format: Format
) -> None:
    for seed in SEEDS:
        of = table("proactive_disclosure", seed)
        assert read("proactive_disclosure", printed(beside_item(of)), format).numbers == truth(of)
