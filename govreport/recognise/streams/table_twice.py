"""A statutory table given twice by a source: where the two differ, neither number is used."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.model.filling import filled
from govreport.model.statutory import StatutoryTable
from govreport.recognise.placing.found import differs
from govreport.recognise.placing.naming import CellKey

_NOT_WHOLE = frozenset(["leftover-cells", "missing-row", "unknown-column", "unknown-row"])
"""Diagnostics of tables that may be pieces of one, or hold the numbers that a copy gives."""
_TWICE = "the source gives the table twice, with different numbers"


def agreed(
    tables: Sequence[StatutoryTable], known: Iterable[Diagnostic] = ()
) -> tuple[StatutoryTable, list[Diagnostic]]:
    """Return the first of several tables of a kind without the numbers that others contradict.

    The others stay as they are. Numbers that stayed open in one, which the diagnostics `known`
    quote, contradict as well. Each number left open has a diagnostic with its keys.
    """
    first, *others = tables
    mine = dict(_texts(first))
    doubts = [doubt for doubt in known if doubt.table == first.kind]
    open_numbers = [doubt for doubt in doubts if doubt.code == "ambiguous-columns"]
    whole = not any(doubt.code in _NOT_WHOLE for doubt in doubts)
    copies = others if whole else []
    filling = _columns_given_elsewhere(mine, copies)
    filling = {key: filling[key] for key in filling if not _are_open(open_numbers, key)}
    blank = _blank_in_another(mine, copies) | _contradicted(mine, others, open_numbers)
    filling.update(dict.fromkeys(blank, ""))
    notes = [_note(first, key, quoted) for key, quoted in blank.items()]
    return filled(first, filling), notes


def _contradicted(
    mine: Mapping[CellKey, str],
    others: Sequence[StatutoryTable],
    open_numbers: Sequence[Diagnostic],
) -> dict[CellKey, str]:
    """Return the cells whose number another table or an open number contradicts, both quoted."""
    found: dict[CellKey, str] = {}
    for key, text in chain.from_iterable(map(_texts, others)):
        if differs([mine.get(key, "")], [text]):
            found.setdefault(key, f"{mine[key]} | {text}")
    for doubt in open_numbers:
        read = {key: text for key, text in mine.items() if text and _may_be(doubt, key)}
        if differs(doubt.text.split(" | "), read.values()):
            for key, text in read.items():
                found.setdefault(key, f"{text} | {doubt.text}")
    return found


def _blank_in_another(
    mine: Mapping[CellKey, str], others: Sequence[StatutoryTable]
) -> dict[CellKey, str]:
    """Return the numbers of a table that are blank in one with several other numbers, quoted.

    Such a table is no copy, perhaps that of another year, and its blanks count like numbers.
    """
    found: dict[CellKey, str] = {}
    for other in others:
        theirs = dict(_texts(other))
        differing = sum(differs([mine.get(key, "")], [text]) for key, text in theirs.items())
        if differing > 1:
            alone = (key for key, text in mine.items() if text and theirs.get(key) == "")
            found.update((key, mine[key]) for key in alone)
    return found


def _may_be(doubt: Diagnostic, key: CellKey) -> bool:
    """Whether the numbers that a diagnostic quotes may be those of a cell."""
    return doubt.row in ("", key[0]) and doubt.column in ("", key[1])


def _are_open(open_numbers: Sequence[Diagnostic], key: CellKey) -> bool:
    return any(_may_be(doubt, key) for doubt in open_numbers)


def _note(table: StatutoryTable, key: CellKey, quoted: str) -> Diagnostic:
    row, column = key
    where = f"table {table.kind}, row {row}, column {column}"
    return diagnostic(
        "ambiguous-columns", where, quoted, _TWICE, table=table.kind, row=row, column=column
    )


def _columns_given_elsewhere(
    known: Mapping[CellKey, str], others: Sequence[StatutoryTable]
) -> dict[CellKey, str]:
    """Return the cells of columns that are entirely blank in a table and filled in one other.

    This is the case if an office prints the table once for each applicant, or a blank form
    before it.
    """
    said = {column for (_, column), text in known.items() if text}
    given: dict[CellKey, set[str]] = {}
    for other in others:
        for key, text in _texts(other):
            if text and key in known and key[1] not in said:
                given.setdefault(key, set()).add(text)
    return {key: texts.pop() for key, texts in given.items() if len(texts) == 1}


def _texts(table: StatutoryTable) -> Iterator[tuple[tuple[str, str], str]]:
    for row, given in table.known_rows():
        for column, text in zip(row.columns, given.cells, strict=False):
            yield (row.key, column.key), text
