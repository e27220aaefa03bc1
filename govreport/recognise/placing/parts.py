"""The rows below one header, each number entered into the cell that its labels name."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile
from typing import NamedTuple

from govreport.expressions import expression
from govreport.model.statutory import StatutoryRow
from govreport.model.text import one_line
from govreport.model.values import read_value
from govreport.recognise.notes import Notes
from govreport.recognise.pieces import texts_of
from govreport.recognise.placing.cell_columns import RowReading
from govreport.recognise.placing.found import Found, both, cells_below
from govreport.recognise.placing.leaves import Leaf
from govreport.recognise.placing.named_lines import TextLine
from govreport.recognise.placing.naming import (
    CellKey,
    Text,
    is_quantity,
)
from govreport.recognise.placing.order_doubts import LABELS_FIRST, order_doubt
from govreport.recognise.placing.part_labels import CONTRADICTED, LabelledRow, is_numbered
from govreport.recognise.placing.place_doubts import place_doubt
from govreport.recognise.placing.rows import RowReader
from govreport.recognise.placing.table_part import TablePart
from govreport.recognise.placing.unknown_columns import fragments_doubt

NUMBERED = "a number that counts rows or columns was left out"
"""Why a number of the source is in no cell."""
_UNIT = expression(r"[（(](?:单位)?[:：]?\s*(亿元|百万元|万元|千元|元|件|条|项|次|个|宗|份)[)）]")
_NAMED_ALIKE = "several columns have this label"


class _Column(NamedTuple):
    """A column, and what its labels name."""

    leaf: Leaf
    cells: int
    """The cells that they name, all where they name none."""
    is_beside_form: bool
    """Whether it is a sum of the form's columns, or none of them."""


class PartReader:
    """Reads the rows below one header and enters them into what was found of the table."""

    def __init__(self, part: TablePart, notes: Notes, found: Found) -> None:
        self._part = part
        self._header = part.header
        self._side = part.side
        self._cells = part.cells
        self._layout = part.layout
        self._notes = notes
        self._found = found
        self._reader = RowReader(part)
        self._groups = part.cells.groups
        self._rows = part.cells.rows_of(part.layout)
        self._known = part.cells.of_layout(part.layout)
        self._columns = [self._column(leaf) for leaf in part.header.leaves]
        self._is_total = any(map(self._is_only_quantity, part.header.leaves))

    def counts(self) -> list[tuple[int, int]]:
        """Return how many cells and how many columns each row of the statute has."""
        columns = len(self._header.leaves)
        return [(len(row.behind), columns) for row in self._reader.labels.rows if row.is_of_form]

    def numbers(self) -> list[tuple[int, int]]:
        """Return how many numbers and how many columns each row of the statute has."""
        rows = [row for row in self._reader.labels.rows if row.is_of_form]
        counts = [sum(bool(piece.text) for piece in row.behind) for row in rows]
        return [(count, len(self._header.leaves)) for count in counts]

    @property
    def rows(self) -> Sequence[LabelledRow]:
        """The rows below the header with their labels."""
        return self._reader.labels.rows

    def learn(self, rows_are_full: bool, has_row_ends: bool) -> None:
        """Take what the whole table shows; `rows_are_full` says that no row lacks a cell."""
        self._reader.rows_are_full = rows_are_full
        self._reader.has_row_ends = has_row_ends

    def order_doubt(self) -> str:
        """Return why nothing tells whose the numbers are below a header without places."""
        doubt = fragments_doubt(self._header, self._cells.kind)
        labelled = self._reader.labels.rows
        if not self._part.placed:
            doubt = doubt or order_doubt(self._part, labelled, self._reader.rows_are_full)
        elif self._header.in_place:
            return doubt or place_doubt(self._header, labelled, self._cells, self._layout)
        return doubt

    def collect(self, doubt: str) -> None:
        """Read every row; none is believed where there is a doubt."""
        self._reader.doubt = doubt
        self._note_doubt()
        self._note_header()
        if not self._side.rows:
            for leaf in self._header.leaves:  # whose labels name the rows, blank or not
                self._see(leaf, 0)
        for row in self._reader.labels.rows:
            self._row(row)

    def _note_doubt(self) -> None:
        """Note why all rows are open, including rows without numbers at their labels."""
        doubt = self._reader.doubt or self._reader.doubt_of_header()
        rows = self._reader.labels.rows
        first = next(filter(is_numbered, rows), None) if doubt else None
        if first is None:
            return
        where = f"line {first.at + 1}"
        numbers = " | ".join(piece.text for piece in first.behind if piece.text)
        is_of_all = doubt == LABELS_FIRST or self._cells.kind == "applications"
        if self._reader.doubt and is_of_all:
            self._notes.add("ambiguous-columns", where, numbers, doubt)
        elif not self._part.placed:
            for row in rows:
                if row.is_of_form and row.keys and not any(p.text for p in row.behind):
                    self._notes.add("ambiguous-columns", where, numbers, doubt, row.keys[0])

    def _note_header(self) -> None:
        for line in self._part.lines.header:
            if _names_others(line, self._known):
                first, *rest = (text.piece.text for text in line)
                self._add_row(first, rest, line[0].piece.line)
                continue
            for text in line:
                self._note_text_of_header(text)

    def _note_text_of_header(self, text: Text) -> None:
        piece, named = text
        if label := named.match.label("column", "header", "row", "group", "item"):
            self._notes.label(named.match, piece.text, label.printed)
        if label and label.role == "column" and (unit := _UNIT.search(piece.text)):
            self._found.units[label.key] = unit[1]
        if named.sort == "value":
            self._notes.add("unplaced-text", "the header", piece.text, NUMBERED)
        elif piece.text and not label:
            self._found.strangers.setdefault(piece.text)

    def _row(self, row: LabelledRow) -> None:
        self._note_labels(row.own)
        reading = self._reader.read(row)
        known = self._rows.intersection(row.keys)
        if self._is_foreign(row) or (self._side.rows and not known):
            self._unknown(row)
            return
        if self._side.rows and len(known) == 1 and not (row.own and row.heads_group):
            (self._found.last,) = known
            self._found.seen[self._found.last] = None
        self._place(row, reading)
        if not _is_whole(row, reading):
            self._note_rest(row, reading)

    def _is_foreign(self, row: LabelledRow) -> bool:
        """Whether a row is not in the form, or no row at all."""
        if row.is_note or "foreign" in [named.sort for _, named in row.own]:
            return True
        return self._reader.is_of_another(row) or self._is_lone_number(row)

    def _is_lone_number(self, row: LabelledRow) -> bool:
        """Whether a row has one number and no label, and another row more: a page number."""
        if self._side.rows or sum(bool(piece.text) for piece, _ in row.texts) != 1:
            return False
        others = (each for each in self._part.rows if each.texts is not row.texts)
        return any(sum(named.sort == "value" for _, named in each.texts) > 1 for each in others)

    def _note_labels(self, labels: Sequence[Text]) -> None:
        for piece, named in labels:
            if not named.match.deviates:
                continue
            if label := named.match.label("row", "group", "item", "column", "header"):
                self._notes.label(named.match, piece.text, label.printed)

    def _note_rest(self, row: LabelledRow, reading: RowReading) -> None:
        """Note each text of a row that was assigned to no cell."""
        went = [*reading.texts, *reading.open, *reading.leftover]
        for text in row.texts:
            if text.piece.text in went:
                went.remove(text.piece.text)
            elif text.piece.text and not (text.named.sort == "label" and text in row.own):
                where = f"line {text.piece.line + 1}"
                message = NUMBERED if text.named.sort == "value" else ""
                self._notes.add("unplaced-text", where, text.piece.text, message)

    def _place(self, row: LabelledRow, reading: RowReading) -> None:
        key = row.keys[0] if len(row.keys) == 1 else ""
        for leaf, text in self._unclaimed(row, reading, key in self._found.seen):
            where = f"line {row.at + 1}"
            reason, column = self._reason(leaf, row), self._column_of(leaf, row.named_columns)
            self._notes.add("ambiguous-columns", where, text, reason, key, column)
        self._note_unplaced(row, reading, key)

    def _unclaimed(
        self, row: LabelledRow, reading: RowReading, is_seen: bool
    ) -> Iterator[tuple[Leaf, str]]:
        """Assign the texts of a row to what their labels name; yield those that name no one cell.

        `is_seen` says that the row is known to be printed, even if it is blank.
        """
        named = self._named_by(row)
        only, values, seen = self._cells.only, self._found.values, self._found.seen
        for (leaf, cells, is_beside_form), text in zip(self._columns, reading.texts, strict=True):
            if not text:
                if not is_seen:
                    self._see(leaf, row.named_rows)
            elif is_beside_form:
                if not self._claim_beside_form(leaf, row, text):
                    yield leaf, text
                elif not reading.open:
                    self._spread_nought(leaf, row, text)
            elif (cell := only(cells & named)) in self._known:
                seen[cell[0]] = None
                values[cell].append(text)
            elif not (cell and self._is_extra(leaf, cell, text)):
                yield leaf, text

    def _is_extra(self, leaf: Leaf, cell: CellKey, text: str) -> bool:
        """Keep a text of a row of the form below a column of another edition."""
        return cell[0] in self._rows and self._keep_extra(leaf, [cell[0]], text)

    def _note_unplaced(self, row: LabelledRow, reading: RowReading, key: str) -> None:
        where = f"line {row.at + 1}"
        if reading.open:
            self._leave_open(row, reading)
            self._notes.add(
                "ambiguous-columns", where, " | ".join(reading.open), reading.reason, key
            )
        elif reading.is_spread:
            texts = " | ".join(dict.fromkeys(reading.texts))
            self._notes.add("spread-value", where, texts, row=key)
        if reading.leftover:
            self._notes.add("leftover-cells", where, " | ".join(reading.leftover), row=key)

    def _leave_open(self, row: LabelledRow, reading: RowReading) -> None:
        """Keep the open texts of a row with the cells that they may belong to."""
        pairs = zip(self._header.leaves, reading.texts, strict=True)
        blank = [leaf for leaf, text in pairs if not text]
        below = cells_below(blank, row.named_rows, row.named_columns, self._cells)
        if not self._header.leaves and row.named_rows:
            below = frozenset(self._cells.in_mask(row.named_rows))
        self._found.opened.append((below, reading.open))

    def _see(self, leaf: Leaf, rows: int) -> None:
        """Note a row that is printed, even if it is blank."""
        mask = both(rows, leaf.rows)
        keys = self._cells.rows_in(mask) if mask and not leaf.is_foreign else []
        if len(keys) == 1 and keys[0] in self._rows:
            self._found.seen[keys[0]] = None

    def _column_of(self, leaf: Leaf, columns: int) -> str:
        keys = self._cells.columns_in(both(columns, leaf.columns) or 0)
        return keys[0] if len(keys) == 1 and not leaf.is_foreign else ""

    def _named_by(self, row: LabelledRow) -> int:
        """Return the cells that the labels of a row name, all where they name none."""
        everything = self._cells.all
        columns = row.named_columns or (self._cells.total if self._is_total else everything)
        return (row.named_rows or everything) & columns

    def _claim_beside_form(self, leaf: Leaf, row: LabelledRow, text: str) -> bool:
        """Keep a text below a sum of columns, or a column that the form does not have."""
        row_mask = both(row.named_rows, leaf.rows)
        if row_mask is None or both(row.named_columns, leaf.columns) is None:
            return False
        keys = self._cells.rows_in(row_mask) if row_mask else ()
        return self._keep_extra(leaf, keys, text)

    def _spread_nought(self, leaf: Leaf, row: LabelledRow, text: str) -> None:
        """Give a nought below a sum of columns to each of them: a sum of blank cells is blank.

        In a row with numbers below no header, the columns have numbers of their own.
        """
        row_mask = both(row.named_rows, leaf.rows)
        if leaf.is_foreign or not row_mask or read_value(text).value != 0:
            return
        for at, cell in enumerate(self._cells.keys):
            if (row_mask & leaf.columns) >> at & 1 and cell in self._known:
                self._found.values[cell].append(text)

    def _column(self, leaf: Leaf) -> _Column:
        everything = self._cells.all
        cells = (leaf.rows or everything) & (leaf.columns or everything)
        return _Column(leaf, cells, leaf.is_foreign or self._is_sum(leaf))

    def _is_sum(self, leaf: Leaf) -> bool:
        """Whether a column covers several of the statute's columns: 法人或其他组织."""
        return (
            self._side.rows
            and self._cells.kind == "applications"
            and leaf.columns.bit_count() > self._cells.total.bit_count()
            # Next to columns that it would cover, it is one of them with a damaged label.
            and not any(
                each is not leaf and each.columns & leaf.columns for each in self._header.leaves
            )
        )

    def _is_only_quantity(self, leaf: Leaf) -> bool:
        """Whether a column headed 数量 is the only one of table 3 and therefore the total."""
        if self._cells.kind != "applications" or leaf.is_foreign or leaf.columns:
            return False
        others = [each for each in self._header.leaves if not each.is_foreign]
        return len(others) == 1 and is_quantity(leaf.label)

    def _keep_extra(self, leaf: Leaf, keys: Sequence[str], text: str) -> bool:
        groups = {self._groups[key] for key in keys}
        label = one_line(leaf.label, "a column label")
        if self._side.rows and len(keys) == 1:
            column = self._found.extra.setdefault((groups.pop(), label), {})
            before = column.setdefault(keys[0], text)
            if before != text:
                column[keys[0]] = ""
                if before:
                    self._notes.add("ambiguous-columns", label, before, _NAMED_ALIKE, keys[0])
                return False
            return True
        if not self._side.rows and not self._side.columns:
            group = self._groups[keys[0]] if len(groups) == 1 else self._group_before(leaf)
            if group is None:
                return False
            column = self._found.extra.setdefault((group, label), {})
            return column.setdefault(group, text) == text
        return False

    def _group_before(self, leaf: Leaf) -> str | None:
        """Return the group of table 4 whose columns are directly to the left of a column."""
        leaves = self._header.leaves
        for each in reversed(leaves[: leaves.index(leaf)]):
            keys = self._cells.rows_in(each.rows) if each.rows else []
            if len(keys) == 1:
                return self._groups[keys[0]]
        return None

    def _reason(self, leaf: Leaf, row: LabelledRow) -> str:
        rows, columns = row.named_rows, row.named_columns
        row_mask, column_mask = both(rows, leaf.rows), both(columns, leaf.columns)
        apart = row_mask and column_mask and not row_mask & column_mask
        if row_mask is None or column_mask is None or apart:
            return CONTRADICTED
        if leaf.names_nothing and not (rows and columns):
            return "there is no header above it"
        return "its labels name several cells of the form"

    def _unknown(self, row: LabelledRow) -> None:
        """Keep a row that is not in the statutory form, with its label if it has one."""
        texts = list(dropwhile(lambda text: not text.piece.text, row.texts))
        if not texts:
            return
        label = ""
        if texts[0].named.sort != "value" and self._cells.kind != "reviews":
            label = self._label_taken(texts)
            first = self._header.leaves[0].start if self._header.in_place else 0
            texts = [t for t in texts if t.piece.text or t.piece.column >= first]
        self._add_row(label, [text.piece.text for text in texts], row.texts[0].piece.line)

    def _label_taken(self, texts: list[Text]) -> str:
        """Take the label of a row from its texts; the last text is no part of it."""
        label = texts.pop(0).piece.text
        if not self._side.rows:
            return label
        while len(texts) > 1 and texts[0].named.sort in ("label", "foreign"):
            if not texts[0].piece.text:
                break
            label = f"{label} {texts.pop(0).piece.text}"
        return label

    def _add_row(self, label: str, cells: Sequence[str], line: int) -> None:
        if self._cells.kind == "reviews" and label:
            label, cells = "", (label, *cells)
        if not label and not any(cells):
            return
        self._notes.add(
            "unknown-row", f"line {line + 1}", " | ".join(filter(None, (label, *cells)))
        )
        self._found.added.append((self._found.last, StatutoryRow(None, label, tuple(cells))))


def _names_others(line: TextLine, form: Iterable[CellKey]) -> bool:
    """Whether a line of a header names columns, and none of those of the form."""
    labels = [label for _, named in line if (label := named.match.label("column"))]
    keys = {label.key for label in labels}
    return bool(keys) and not any(column in keys for _, column in form)


def _is_whole(row: LabelledRow, reading: RowReading) -> bool:
    """Whether a row has only labels of the statute, and each cell behind them went to a column."""
    if len(row.own) + len(row.behind) < len(row.texts):
        return False
    sorts = {named.sort for _, named in row.own}
    return sorts <= {"label"} and tuple(texts_of(row.behind)) == reading.texts
