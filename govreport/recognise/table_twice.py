"""A statutory table that a source gives twice: where the two differ, neither number holds."""

from collections.abc import Iterator, Mapping, Sequence

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
    filling = {**_columns_given_elsewhere(known, others), **blank}
    return (filled(first, filling) if filling else first), notes


def _columns_given_elsewhere(
    known: Mapping[tuple[str, str], str], others: Sequence[StatutoryTable]
) -> dict[tuple[str, str], str]:
    """Return the cells of columns in which a table says nothing at all and one other does.

    So an office prints the table once for each applicant, or the blank form before it.
    """
    said = {column for (_, column), text in known.items() if text}
    given: dict[tuple[str, str], set[str]] = {}
    for other in others:
        for key, text in _texts(other):
            if text and key[1] not in said:
                given.setdefault(key, set()).add(text)
    return {key: texts.pop() for key, texts in given.items() if len(texts) == 1}


def _texts(table: StatutoryTable) -> Iterator[tuple[tuple[str, str], str]]:
    for row, given in table.known_rows():
        for column, text in zip(row.columns, given.cells, strict=False):
            yield (row.key, column.key), text
