"""A statutory table that a source gives twice: where the two differ, neither number holds."""

from collections.abc import Iterator, Sequence

from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.model.filling import filled
from govreport.model.statutory import StatutoryTable
from govreport.model.values import read_value

_TWICE = "the source gives the table twice, with different numbers"


def agreed(tables: Sequence[StatutoryTable]) -> tuple[StatutoryTable, list[Diagnostic]]:
    """Return the first of several tables of a kind without the numbers that others contradict.

    The others stay as they are. Each number left open has a diagnostic with its keys.
    """
    first, *others = tables
    known = dict(_texts(first))
    blank: dict[tuple[str, str], str] = {}
    notes = []
    for other in others:
        for key, text in _texts(other):
            mine = known.get(key, "")
            values = read_value(mine).value, read_value(text).value
            if None not in values and values[0] != values[1] and key not in blank:
                blank[key] = ""
                row, column = key
                where = f"table {first.kind}, row {row}, column {column}"
                quoted = f"{mine} | {text}"
                notes.append(
                    diagnostic(
                        "ambiguous-columns",
                        where,
                        quoted,
                        _TWICE,
                        table=first.kind,
                        row=row,
                        column=column,
                    )
                )
    return (filled(first, blank) if blank else first), notes


def _texts(table: StatutoryTable) -> Iterator[tuple[tuple[str, str], str]]:
    for row, given in table.known_rows():
        for column, text in zip(row.columns, given.cells, strict=False):
            yield (row.key, column.key), text
