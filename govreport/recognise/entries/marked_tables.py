"""Statutory tables that a mark declares, read only by position.

The mark of a statutory table is its kind and edition, then, if there are any, `rows` with the
positions of rows that are not in the form, and `columns` with the number of such columns
in each group: `applications 2021 rows 24 columns -:1`.
"""

from collections.abc import Iterator

from govreport.errors import UnreadableSourceError
from govreport.model import statute
from govreport.model.grid import Table
from govreport.model.statute import Layout, Row
from govreport.model.statutory import ExtraColumn, StatutoryRow, StatutoryTable

_NO_GROUP = "-"


def mark_of(table: StatutoryTable) -> str:
    """Return the mark that declares a statutory table."""
    words = [table.kind, str(table.edition or 0)]
    rows = [str(index) for index, row in enumerate(table.rows) if row.key is None]
    if rows:
        words += ["rows", *rows]
    counts: dict[str, int] = {}
    for column in table.extra_columns:
        group = column.group or _NO_GROUP
        counts[group] = counts.get(group, 0) + 1
    if counts:
        words += ["columns", *(f"{group}:{count}" for group, count in counts.items())]
    return " ".join(words)


def read_marked(mark: str, table: Table) -> StatutoryTable:
    """Return the statutory table that `arrange` laid out as this grid under this mark.

    Raises `UnreadableSourceError` where mark and grid do not fit, which means that the file was
    changed by hand.
    """
    try:
        return _MarkedTableReader(mark, table).read()
    except (IndexError, KeyError, ValueError) as error:
        raise UnreadableSourceError(
            f"a table is marked {mark!r} but does not have that form; remove the mark to have"
            " the table recognised by its labels"
        ) from error


class _MarkedTableReader:
    def __init__(self, mark: str, table: Table) -> None:
        kind, edition, *rest = mark.split(" ")
        self._layout: Layout = statute.layout(kind, int(edition) or None)
        split = rest.index("columns") if "columns" in rest else len(rest)
        self._added = {int(word) for word in rest[:split] if word != "rows"}
        self._counts: dict[str | None, int] = {}
        for word in rest[split + 1 :]:
            group, _, count = word.partition(":")
            self._counts[None if group == _NO_GROUP else group] = int(count)
        self._lines: Iterator[list[tuple[int, str]]] = iter(
            [
                (column, slot.cell.text)
                for column, slot in enumerate(line)
                if slot.begins_at(row, column)
            ]
            for row, line in enumerate(table.grid)
        )
        self._units: dict[str, str] = {}
        self._columns: list[ExtraColumn] = []

    def read(self) -> StatutoryTable:
        rows = {
            "proactive_disclosure": self._proactive,
            "applications": self._applications,
            "reviews": self._reviews,
        }[self._layout.kind]()
        return StatutoryTable(
            self._layout.kind,
            self._layout.edition,
            tuple(rows),
            tuple(self._columns),
            tuple(self._units.items()),
        )

    def _line(self) -> list[tuple[int, str]]:
        """Return the next line; `IndexError` where the table ends early."""
        for line in self._lines:
            return line
        raise IndexError

    def _order(self) -> Iterator[Row | None]:
        """Yield each row's layout in printed order, None for a row that is not in the form."""
        known = list(self._layout.rows)
        for index in range(len(self._layout.rows) + len(self._added)):
            yield None if index in self._added else known.pop(0)

    def _header(self, group: str | None, row: Row, labels: list[str]) -> None:
        for column, label in zip(row.columns, labels, strict=False):
            self._units[column.key] = column.unit_in(label)
        count = self._counts.get(group, 0)
        added = labels[len(row.columns) : len(row.columns) + count]
        self._columns.extend(ExtraColumn(label, group) for label in added)

    def _width(self, row: Row) -> int:
        return len(row.columns) + self._counts.get(row.group, 0)

    def _proactive(self) -> Iterator[StatutoryRow]:
        group = None
        for row in self._order():
            if row is None:
                label, *cells = (text for _, text in self._line())
                yield StatutoryRow(None, label, tuple(cells))
                continue
            if row.group != group:
                group = row.group
                self._line()
                self._header(group, row, [text for _, text in self._line()][1:])
            cells = [text for _, text in self._line()][1:]
            yield StatutoryRow(row.key, "", tuple(cells[: self._width(row)]))

    def _applications(self) -> Iterator[StatutoryRow]:
        self._line()
        natural, _, *totals = (text for _, text in self._line())
        organizations = [text for _, text in self._line()]
        width = len(statute.APPLICANT_COLUMNS) - 2
        labels = [natural, *organizations[:width], *totals]
        self._header(None, self._layout.rows[0], labels)
        for row in self._order():
            line = self._line()
            cells = tuple(text for column, text in line if column >= statute.LABEL_COLUMNS)
            if row is None:
                label = [text for column, text in line if column < statute.LABEL_COLUMNS][-1]
                yield StatutoryRow(None, label, cells)
            else:
                yield StatutoryRow(row.key, "", cells[: self._width(row)])

    def _reviews(self) -> Iterator[StatutoryRow]:
        self._line()
        upper = [text for _, text in self._line()]
        lower = [text for _, text in self._line()]
        data = [text for _, text in self._line()]
        for index, row in enumerate(self._layout.rows):
            width = self._width(row)
            labels = upper if index == 0 else lower
            self._header(row.group, row, labels[:width])
            if index:
                del lower[:width]
            yield StatutoryRow(row.key, "", tuple(data[:width]))
            del data[:width]
        for line in self._lines:
            yield StatutoryRow(None, "", tuple(text for _, text in line))
