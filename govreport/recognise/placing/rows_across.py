"""Table 2 with all its numbers in one line: above them their columns, above these their rows."""

from collections.abc import Sequence
from itertools import chain

from govreport.model.statute import Layout, Row
from govreport.recognise.placing.naming import StatuteCells, Text
from govreport.recognise.rows import Line


def rows_across(lines: Sequence[Line], cells: StatuteCells, layout: Layout) -> list[Line] | None:
    """Return a line of columns and a line of numbers for each row, None for any other table.

    The rows stand in any order, but each once and with all columns of the form in the form's
    order, and there are as many numbers as columns.
    """
    if cells.kind != "proactive_disclosure":
        return None
    texts = [Text(piece, cells.name(piece.text)) for piece in chain.from_iterable(lines)]
    first = next((at for at, text in enumerate(texts) if text.named.sort == "value"), len(texts))
    labels = _once([text for text in texts[:first] if text.piece.text])
    numbers = texts[first:]
    rows = _rows_of(labels, cells, layout)
    columns = labels[len(rows) :]
    if not rows or len(numbers) != len(columns) or any(t.named.sort != "value" for t in numbers):
        return None
    form = [cells.of_columns([column.key]) for row in rows for column in row.columns]
    if [text.named.columns for text in columns] != form:
        return None
    made: list[Line] = []
    at = 0
    for label, row in zip(labels, rows, strict=False):
        end = at + len(row.columns)
        made += map(_placed, (columns[at:end], [label, *numbers[at:end]]))
        at = end
    return made


def _placed(texts: Sequence[Text]) -> Line:
    return [text.piece._replace(column=at, span=1) for at, text in enumerate(texts)]


def _once(labels: Sequence[Text]) -> list[Text]:
    """Return labels with that of a row once which is printed above each of its columns."""
    return [
        text
        for at, text in enumerate(labels)
        if not at or text.named.columns or text.piece.text != labels[at - 1].piece.text
    ]


def _rows_of(labels: Sequence[Text], cells: StatuteCells, layout: Layout) -> list[Row]:
    """Return the rows that the first labels name, none unless they are all of the form."""
    known = {row.key: row for row in layout.rows}
    rows: list[Row] = []
    for _, named in labels:
        keys = [key for key in cells.rows_in(named.rows) if key in known] if named.rows else []
        if named.columns or len(keys) != 1 or named.match.label("item"):
            break
        rows.append(known[keys[0]])
    return rows if sorted(row.key for row in rows) == sorted(known) else []
