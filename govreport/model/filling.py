"""The official form: blank, filled with values, and completed with totals."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from numbers import Integral, Real
from typing import Any, Protocol, Union

from govreport.errors import InvalidDocumentError
from govreport.model.statute import EDITIONS, Identity, Layout, TableKind
from govreport.model.statutory import StatutoryRow, StatutoryTable
from govreport.model.values import read_value


class Scalar(Protocol):
    """A number of numpy or pandas, recognised by its methods: neither library is loaded here."""

    def item(self) -> Any:
        """Return the number as one of Python's."""


Given = Union[int, float, Decimal, str, Scalar, None]
"""The values of a cell; a float counts as the decimal number that it prints as."""

_Texts = dict[tuple[str, str], str]
_TOTALS = (
    "applications.row_total",
    "applications.handled_total",
    "applications.balance",
    "reviews.total",
)
"""The identities that fix a number, in the order in which one depends on another."""


def blank_tables(edition: int) -> dict[TableKind, StatutoryTable]:
    """Return the three tables of an edition with every cell blank; `InvalidDocumentError` if none."""
    kinds: tuple[tuple[TableKind, int | None], ...] = (
        ("proactive_disclosure", edition),
        ("applications", edition),
        ("reviews", None),
    )
    if edition not in EDITIONS:
        raise InvalidDocumentError(
            f"there is no edition {edition!r} of the form; it is 2019 or 2021"
        )
    return {kind: StatutoryTable.from_texts(kind, of) for kind, of in kinds}


def cell_text(value: Given, where: str) -> str:
    """Return what a cell prints for a value; a string is kept as it is.

    None, NaN and the missing values of pandas are blank. A float states the number
    that it prints as, be it Python's or numpy's, so that 3.62 in 32 bits is 3.62. `where` names
    the cell for the `InvalidDocumentError` that is raised for what is not a number.
    """
    if isinstance(value, str):
        return str(value)
    if value is None or _is_missing(value):
        return ""
    if isinstance(value, bool) or not isinstance(value, Integral | Real | Decimal):
        raise InvalidDocumentError(
            f"{where}: {value!r} is not a number; give an int, a Decimal, a float, a text or None"
        )
    if isinstance(value, Integral):
        return str(int(value))
    number = _decimal(value)
    if not number.is_finite():
        raise InvalidDocumentError(f"{where}: {value} is not a number that a cell can hold")
    return str(int(number)) if number == number.to_integral_value() else f"{number:f}"


def _decimal(value: Real | Decimal) -> Decimal:
    """Return a number as it is printed, infinity where that is none."""
    try:
        return value if isinstance(value, Decimal) else Decimal(str(value))
    except InvalidOperation:
        return Decimal("Infinity")


def _is_missing(value: object) -> bool:
    if isinstance(value, Decimal):
        return value.is_nan()
    if type(value).__module__.partition(".")[0] == "pandas":
        return type(value).__name__ in ("NAType", "NaTType")
    return isinstance(value, Real) and value != value


def filled(table: StatutoryTable, texts: Mapping[tuple[str, str], str]) -> StatutoryTable:
    """Return the table with other texts in the cells given by (row, column), keys or labels.

    `InvalidDocumentError` if the table has no such cell, or one is given by two names.
    """
    if not texts:
        return table
    # Whoever only reads does not wait for it.
    from govreport.model.cell_names import row_and_column

    left: _Texts = {}
    for (row, column), text in texts.items():
        cell = row_and_column(table.layout, row, column)
        if cell in left:
            raise InvalidDocumentError(
                f"{table.kind}, {', '.join(cell)} is given twice, the second time as"
                f" {row!r}, {column!r}; give each cell once"
            )
        left[cell] = text
    return replace(table, rows=tuple(_filled_row(table, row, left) for row in table.rows))


def _filled_row(table: StatutoryTable, row: StatutoryRow, left: _Texts) -> StatutoryRow:
    if row.key is None:
        return row
    columns = table.layout.row(row.key).columns
    cells = tuple(
        left.get((row.key, column.key), cell)
        for column, cell in zip(columns, row.cells, strict=False)
    )
    return replace(row, cells=(*cells, *row.cells[len(columns) :]))


def with_totals(table: StatutoryTable) -> StatutoryTable:
    """Return the table with each blank number that an identity fixes.

    Those are the totals of rows, groups and results, and the numbers carried forward; a blank
    part counts as zero, and nothing is computed from parts that are all blank. Raises
    `InvalidDocumentError` if given numbers contradict an identity, or one is in doubt.
    """
    texts = _texts_of(table)
    identities = sorted(table.layout.identities, key=lambda each: _TOTALS.index(each.rule))
    computed: _Texts = {}
    # Twice: the total of a row that the first round filled is a part of another total.
    for identity in (*identities, *identities):
        found = _fixed(identity, {**texts, **computed}, table.kind)
        computed.update(found)
    for identity in identities:
        _refuse_contradiction(identity, {**texts, **computed}, table.kind)
    return filled(table, computed)


def with_sums(table: StatutoryTable, cells: Collection[tuple[str, str]]) -> StatutoryTable:
    """Return the table with each of these totals, given by (row key, column key), summed up.

    Only a blank one of `summed_cells` is; it stays blank if its parts are all blank or one of them
    is not exactly one number. Unlike `with_totals` this refuses nothing and balances nothing.
    """
    texts = _texts_of(table)
    computed: _Texts = {}
    for identity in (*summing_identities(table.layout), *summing_identities(table.layout)):
        (cell,) = identity.right
        known = {**texts, **computed}
        if cell in cells and not known[cell]:
            total = _total([known[part] for part in identity.left])
            if total is not None:
                computed[cell] = cell_text(total, table.kind)
    return filled(table, computed)


def _total(parts: list[str]) -> int | Decimal | None:
    """Return the sum of what cells state, None where all are blank or one states no one number."""
    readings = list(map(read_value, parts))
    if not any(parts) or any(reading.doubtful for reading in readings):
        return None
    return sum((reading.value or 0 for reading in readings), start=0)


def summing_identities(of: Layout) -> tuple[Identity, ...]:
    """Return the identities whose right side is one total, in the order to compute them."""
    summing = (each for each in of.identities if len(each.right) == 1)
    return tuple(sorted(summing, key=lambda each: _TOTALS.index(each.rule)))


def _texts_of(table: StatutoryTable) -> _Texts:
    return {
        (row.key, column.key): text
        for row, filled_row in table.known_rows()
        for column, text in zip(row.columns, filled_row.cells, strict=False)
    }


def _fixed(identity: Identity, texts: _Texts, kind: str) -> _Texts:
    """Return the last cell of the right side, if it is blank and the rest fixes it."""
    *others, cell = identity.right
    if texts[cell] or not any(texts[each] for each in identity.left):
        return {}
    if others and not all(texts[each] for each in others):
        return {}
    value = _sum(identity.left, texts, kind) - _sum(tuple(others), texts, kind)
    if value < 0:
        raise InvalidDocumentError(
            f"{identity.rule}: {_spelled(identity.left, texts)} is less than"
            f" {_spelled(tuple(others), texts)}; {kind}, {cell[0]}, {cell[1]} would be {value}"
        )
    return {cell: cell_text(value, kind)}


def _refuse_contradiction(identity: Identity, texts: _Texts, kind: str) -> None:
    sides = (identity.left, identity.right)
    if not all(any(texts[cell] for cell in side) for side in sides):
        return
    left, right = (_sum(side, texts, kind) for side in sides)
    if left != right:
        (row, column), *_ = identity.right
        raise InvalidDocumentError(
            f"{identity.rule} ({kind}, {row}, {column}): {_summed(identity.left, texts, left)} ≠"
            f" {_summed(identity.right, texts, right)}; correct one of them, or leave blank what is"
            " to be computed"
        )


def _sum(cells: Iterable[tuple[str, str]], texts: _Texts, kind: str) -> int | Decimal:
    total: int | Decimal = 0
    for row, column in cells:
        reading = read_value(texts[row, column])
        if reading.doubtful:
            raise InvalidDocumentError(
                f"{kind}, {row}, {column}: {texts[row, column]!r} does not state exactly one number, so no"
                " total can be computed"
            )
        total += reading.value or 0
    return total


def _summed(cells: Iterable[tuple[str, str]], texts: _Texts, total: int | Decimal) -> str:
    """Return the numbers of a side with their sum, where they are several."""
    spelled = _spelled(cells, texts)
    return f"{spelled} = {total}" if "+" in spelled else spelled


def _spelled(cells: Iterable[tuple[str, str]], texts: _Texts) -> str:
    stated = [texts[cell] for cell in cells]
    return " + ".join(text for text in stated if read_value(text).value) or "0"
