"""A statutory table in canonical form: the statute's rows and columns, and the office's own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from govreport.errors import InvalidDocumentError
from govreport.model.grid import MOST_COLUMNS_SPANNED, MOST_ROWS_SPANNED
from govreport.model.shown import ShownAsPage
from govreport.model.statute import LABEL_COLUMNS, Layout, Row, TableKind, layout
from govreport.model.text import clean_texts, one_line

MOST_CELLS = MOST_COLUMNS_SPANNED - LABEL_COLUMNS
"""Cells of one row: printed, a label may have to span all of them and the labels beside them."""


@dataclass(frozen=True, slots=True)
class StatutoryRow:
    """One row: its key, its label, and the printed text of its cells from left to right.

    `key` is None for a row that is not in the form; only such a row has a `label` of its own, and
    the cells that were printed, up to the last one that is not blank.
    """

    key: str | None
    label: str = ""
    cells: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        where = f"row {self.key or 'without a key'}"
        label = self.label if self.label == "" else one_line(self.label, where)
        cells = clean_texts(self.cells, where)
        if self.key is None:
            cells = _without_last_blanks(cells)
            if not label and not cells:
                raise InvalidDocumentError(
                    "a row that is not in the statutory form must hold some text"
                )
        elif label:
            raise InvalidDocumentError(f"{where}: a statutory row takes no label")
        if len(cells) > MOST_CELLS:
            raise InvalidDocumentError(
                f"{where}: it has {len(cells)} cells, more than {MOST_CELLS}, the most that every"
                " format can carry; put them in a table of its own"
            )
        object.__setattr__(self, "label", label)
        object.__setattr__(self, "cells", cells)


def _layout_of(kind: TableKind, edition: int | None) -> Layout:
    """Return the layout of a table and an edition; raise `InvalidDocumentError` if there is none."""
    try:
        return layout(kind, edition)
    except KeyError:
        raise InvalidDocumentError(f"there is no table {kind!r} in edition {edition!r}") from None


def _without_last_blanks(cells: tuple[str, ...]) -> tuple[str, ...]:
    end = len(cells)
    while end and not cells[end - 1]:
        end -= 1
    return cells[:end]


@dataclass(frozen=True, slots=True)
class ExtraColumn:
    """A column that is not in the form, printed after those of its group.

    `group` is the group of rows that have the column: an item of table 2 or a row of table 4,
    None in table 3, where every row has it.
    """

    label: str
    group: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "label", one_line(self.label, "a column label"))


@dataclass(frozen=True, slots=True, repr=False)
class StatutoryTable(ShownAsPage):
    """One of the three statutory tables, holding every row of its layout in order.

    `edition` is 2019 or 2021, None for `reviews`. `rows` holds the layout's rows, each with one
    text per column and per extra column of its group, and between them the rows that an office
    added (in `reviews` after them). `units` holds (column key, unit) if the header prints
    another unit than the statute's.
    """

    kind: TableKind
    edition: int | None
    rows: tuple[StatutoryRow, ...]
    extra_columns: tuple[ExtraColumn, ...] = ()
    units: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        known = _layout_of(self.kind, self.edition)
        if self.edition is not None and type(self.edition) is not int:
            raise InvalidDocumentError(
                f"the edition must be a whole number, not {self.edition!r}"
            )
        object.__setattr__(self, "rows", tuple(self.rows))
        object.__setattr__(self, "extra_columns", tuple(self.extra_columns))
        object.__setattr__(self, "units", _checked_units(self.units, known))
        _check_rows(self, known)

    def __repr__(self) -> str:
        cells = [text for row in self.rows for text in row.cells]
        return (
            f"<StatutoryTable {self.kind}, edition: {self.edition}, rows: {len(self.rows)},"
            f" cells filled: {sum(map(bool, cells))} of {len(cells)}>"
        )

    @classmethod
    def from_texts(
        cls,
        kind: TableKind,
        edition: int | None,
        texts: dict[tuple[str, str], str] | None = None,
    ) -> "StatutoryTable":
        """Return the table with the texts given by (row key, column key), every other cell blank."""
        texts = texts or {}
        rows = _layout_of(kind, edition).rows
        unknown = set(texts) - {(row.key, column.key) for row in rows for column in row.columns}
        if unknown:
            raise InvalidDocumentError(f"{kind}: there is no cell {sorted(unknown)[0]}")
        return cls(
            kind,
            edition,
            tuple(
                StatutoryRow(
                    row.key,
                    cells=tuple(texts.get((row.key, column.key), "") for column in row.columns),
                )
                for row in rows
            ),
        )

    @property
    def layout(self) -> Layout:
        """The statutory layout that this table follows."""
        return layout(self.kind, self.edition)

    @property
    def extra_rows(self) -> tuple[StatutoryRow, ...]:
        """The rows that are not in the form."""
        return tuple(row for row in self.rows if row.key is None)

    def known_rows(self) -> Iterator[tuple[Row, StatutoryRow]]:
        """Yield each row of the layout with the row of this table that fills it."""
        yield from zip(self.layout.rows, (row for row in self.rows if row.key), strict=True)

    def text(self, row: str, column: str) -> str:
        """Return what is printed in a cell, whose row and column are named by key or by label.

        Raises `KeyError` where there is no such cell; its cause says which ones are near.
        """
        found = self._text(row, column)
        if found is None:
            from govreport.model.cell_names import row_and_column

            try:
                found = self._text(*row_and_column(self.layout, row, column))
            except InvalidDocumentError as error:
                raise KeyError((row, column)) from error
        if found is None:
            raise KeyError((row, column))
        return found

    def _text(self, row: str, column: str) -> str | None:
        for known, filled in self.known_rows():
            if known.key == row:
                for position, candidate in enumerate(known.columns):
                    if candidate.key == column:
                        return filled.cells[position]
        return None

    def unit(self, column: str, default: str) -> str:
        """Return the unit that the header prints for a column, `default` if it prints none."""
        return dict(self.units).get(column, default)


def extra_columns_of(
    extra_columns: Iterable[ExtraColumn], group: str | None
) -> tuple[ExtraColumn, ...]:
    """Return the extra columns that the rows of a group have, in order."""
    return tuple(column for column in extra_columns if column.group == group)


def _checked_units(
    units: Iterable[tuple[str, str]], known: Layout
) -> tuple[tuple[str, str], ...]:
    units = tuple(units)
    if not units:  # as in most tables
        return ()
    columns = {column.key: column for row in known.rows for column in row.columns}
    checked = []
    for key, unit in units:
        if key not in columns:
            raise InvalidDocumentError(f"{known.kind}: there is no column {key!r} to have a unit")
        if (unit := one_line(unit, f"the unit of {key}")) and unit != columns[key].unit:
            checked.append((key, unit))
    order = list(columns)
    return tuple(sorted(dict(checked).items(), key=lambda pair: order.index(pair[0])))


def _check_rows(table: StatutoryTable, known: Layout) -> None:
    if len(table.rows) > MOST_ROWS_SPANNED:
        raise InvalidDocumentError(
            f"{table.kind}: it has {len(table.rows)} rows, more than {MOST_ROWS_SPANNED}, the most"
            " that every format can carry; put them in a table of its own"
        )
    keys = [row.key for row in table.rows if row.key is not None]
    expected = [row.key for row in known.rows]
    if keys != expected:
        raise InvalidDocumentError(
            f"{table.kind}: the rows must be {', '.join(expected)} in this order,"
            f" not {', '.join(keys)}"
        )
    _sort_columns(table, [row.group for row in known.rows])
    _check_widths(table)
    if table.kind == "reviews":
        _check_rows_of_reviews(table, len(keys))


def _check_rows_of_reviews(table: StatutoryTable, statutory: int) -> None:
    if any(row.key is None for row in table.rows[:statutory]):
        raise InvalidDocumentError(
            "reviews: rows without a key must come after the statutory ones"
        )
    if any(row.label for row in table.extra_rows):
        raise InvalidDocumentError("reviews: no column holds labels; put the text in a cell")


def _sort_columns(table: StatutoryTable, order: list[str | None]) -> None:
    """Bring further columns into the order of their groups, which are those of the layout."""
    for column in table.extra_columns:
        if column.group not in order:
            raise InvalidDocumentError(
                f"{table.kind}: there is no group {column.group!r} for column {column.label!r}"
            )
    object.__setattr__(
        table,
        "extra_columns",
        tuple(sorted(table.extra_columns, key=lambda column: order.index(column.group))),
    )


def _check_widths(table: StatutoryTable) -> None:
    groups = [column.group for column in table.extra_columns]
    for row, filled in table.known_rows():
        width = len(row.columns) + groups.count(row.group)
        if len(filled.cells) != width:
            raise InvalidDocumentError(
                f"{table.kind}: row {row.key} needs {width} cells, not {len(filled.cells)}"
            )
