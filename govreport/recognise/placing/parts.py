"""The rows below one header, each number entered into the cell that its labels name."""

from collections.abc import Collection, Sequence
from itertools import dropwhile

from govreport.expressions import expression
from govreport.model.statutory import StatutoryRow
from govreport.model.text import one_line
from govreport.model.values import read_value
from govreport.recognise.notes import Notes
from govreport.recognise.placing.cell_columns import RowReading
from govreport.recognise.placing.found import Found, both, cells_below
from govreport.recognise.placing.labels_beside import heads_group, named_together
from govreport.recognise.placing.leaves import Leaf
from govreport.recognise.placing.naming import (
    CellKey,
    Text,
    is_quantity,
)
from govreport.recognise.placing.order_doubts import order_doubt
from govreport.recognise.placing.rows import RowReader
from govreport.recognise.placing.sheets import SheetRow, TextLine
from govreport.recognise.placing.table_part import TablePart
from govreport.recognise.placing.unknown_columns import stranger_doubt

NUMBERED = "a number that counts rows or columns was left out"
"""Why a number of the source is in no cell."""
_UNIT = expression(r"[（(](?:单位)?[:：]?\s*(亿元|百万元|万元|千元|元|件|条|项|次|个|宗|份)[)）]")
_NAMED_ALIKE = "several columns have this label"


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
        self._groups = {row.key: row.group for each in part.cells.layouts for row in each.rows}
        self._rows = {row.key for row in part.layout.rows}
        self._known = part.cells.of_layout(part.layout)
        self._counted: dict[int, bool] = {}
        self._masks: dict[int, tuple[int, int]] = {}
        self._sums = tuple(leaf for leaf in part.header.leaves if self._is_sum(leaf))

    def counts(self) -> list[tuple[int, int]]:
        """Return how many cells and how many columns each row of the statute has."""
        return [
            (len(self._reader.labels.behind(row)), len(self._header.leaves))
            for row in self._part.rows
            if self._is_counted(row)
        ]

    def _is_counted(self, row: SheetRow) -> bool:
        """Whether a row is one of the statute's, asked of each row before any is read."""
        if (found := self._counted.get(id(row))) is None:
            found = self._counted[id(row)] = self._is_of_statute(row)
        return found

    def _is_of_statute(self, row: SheetRow) -> bool:
        if not self._side.rows:
            return not row.is_note
        rows, _ = self._labels_name(row)
        keys = self._cells.rows_in(rows) if rows else []
        if len(keys) != 1 or keys[0] not in self._rows:
            return False
        return not heads_group(self._reader.labels.of(row))

    def _labels_name(self, row: SheetRow) -> tuple[int, int]:
        """Return the cells that a row's labels name together, as rows and as columns."""
        if (found := self._masks.get(id(row))) is None:
            found = self._masks[id(row)] = named_together(self._reader.labels.of(row))
        return found

    def learn(self, rows_are_full: bool, has_row_ends: bool) -> None:
        """Take what the whole table shows; `rows_are_full` says that no row lacks a cell."""
        self._reader.rows_are_full = rows_are_full
        self._reader.has_row_ends = has_row_ends

    def order_doubt(self) -> str:
        """Return why nothing tells whose the numbers are below a header without places."""
        doubt = ""
        if not self._part.placed:
            doubt = order_doubt(self._part, self._reader, self._is_counted)
        elif self._header.in_place:
            return ""
        if doubt or not self._side.rows or self._cells.kind != "applications":
            return doubt
        behind = map(self._reader.labels.behind, filter(self._is_counted, self._part.rows))
        rows = [tuple([piece.text for piece in pieces]) for pieces in behind]
        return stranger_doubt(self._header, rows, self._cells, self._layout)

    def collect(self, doubt: str) -> None:
        """Read every row; none is believed where there is a doubt."""
        self._reader.doubt = doubt
        self._note_doubt()
        self._note_header()
        if not self._side.rows:
            for leaf in self._header.leaves:  # whose labels name the rows, blank or not
                self._see(leaf, 0)
        for row in self._part.rows:
            self._row(row)

    def _note_doubt(self) -> None:
        """Note why all rows of table 3 are open, including rows without numbers at their labels."""
        row = next(filter(self._reader.is_numbered, self._part.rows), None)
        if self._reader.doubt and row and self._cells.kind == "applications":
            numbers = [piece.text for piece in self._reader.labels.behind(row) if piece.text]
            where = f"line {row.index + 1}"
            self._notes.add("ambiguous-columns", where, " | ".join(numbers), self._reader.doubt)

    def _note_header(self) -> None:
        own = {column.key for row in self._layout.rows for column in row.columns}
        for line in self._part.lines.header:
            if _names_others(line, own):
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

    def _row(self, row: SheetRow) -> None:
        labels = self._reader.labels.of(row)
        own = [text for text in labels if text not in row.reaching]
        self._note_labels(own)
        rows, columns = self._labels_name(row)
        reading = self._reader.read(row)
        known = self._rows_of_layout(rows)
        foreign = any(text.named.sort == "foreign" for text in own)
        if foreign or row.is_note or (self._side.rows and not known):
            self._unknown(row)
            return
        if len(known) == 1 and not heads_group(own):
            self._found.seen[known[0]] = None
            self._found.last = known[0]
        self._place(row, rows, columns, reading)
        self._note_rest(row, own, reading)

    def _note_labels(self, labels: Sequence[Text]) -> None:
        for piece, named in labels:
            if label := named.match.label("row", "group", "item", "column", "header"):
                self._notes.label(named.match, piece.text, label.printed)

    def _rows_of_layout(self, rows: int) -> list[str]:
        """Return the rows of this edition that the labels beside the numbers name."""
        if not rows or not self._side.rows:
            return []
        return [key for key in self._cells.rows_in(rows) if key in self._rows]

    def _note_rest(self, row: SheetRow, own: Sequence[Text], reading: RowReading) -> None:
        """Note each text of a row that was assigned to no cell."""
        went = [*reading.texts, *reading.open, *reading.leftover]
        for text in row.texts:
            if text.piece.text in went:
                went.remove(text.piece.text)
            elif text.piece.text and not (text in own and text.named.sort == "label"):
                where = f"line {text.piece.line + 1}"
                message = NUMBERED if text.named.sort == "value" else ""
                self._notes.add("unplaced-text", where, text.piece.text, message)

    def _place(self, row: SheetRow, rows: int, columns: int, reading: RowReading) -> None:
        keys = self._cells.rows_in(rows) if rows else []
        key = keys[0] if len(keys) == 1 else ""
        where = f"line {row.index + 1}"
        has_one = key in self._found.seen
        for leaf, text in zip(self._header.leaves, reading.texts, strict=True):
            if not text:
                if not has_one:  # else it is seen already
                    self._see(leaf, rows)
            elif not self._claim(leaf, rows, columns, text):
                reason = self._reason(leaf, rows, columns)
                column = self._column_of(leaf, columns)
                self._notes.add("ambiguous-columns", where, text, reason, key, column)
        if reading.open:
            self._leave_open(rows, columns, reading)
            self._notes.add(
                "ambiguous-columns", where, " | ".join(reading.open), reading.reason, key
            )
        elif reading.is_spread:
            texts = " | ".join(dict.fromkeys(reading.texts))
            self._notes.add("spread-value", where, texts, row=key)
        if reading.leftover:
            self._notes.add("leftover-cells", where, " | ".join(reading.leftover), row=key)

    def _leave_open(self, rows: int, columns: int, reading: RowReading) -> None:
        """Keep the open texts of a row with the cells that they may belong to."""
        pairs = zip(self._header.leaves, reading.texts, strict=True)
        blank = [leaf for leaf, text in pairs if not text]
        below = cells_below(blank, rows, columns, self._cells)
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

    def _claim(self, leaf: Leaf, rows: int, columns: int, text: str) -> bool:
        """Assign a text to what its labels name; return whether that is just one cell or column."""
        row_mask = both(rows, leaf.rows)
        column_mask = both(columns, leaf.columns)
        if row_mask is None or column_mask is None:
            return False
        if leaf.is_foreign or leaf in self._sums:
            return self._claim_beside_form(leaf, row_mask, text)
        key = self._cell_named(leaf, row_mask, column_mask)
        if key is None:
            return False
        if key not in self._known:
            return key[0] in self._rows and self._keep_extra(leaf, [key[0]], text)
        self._found.seen[key[0]] = None
        self._found.values.setdefault(key, []).append(text)
        return True

    def _claim_beside_form(self, leaf: Leaf, row_mask: int, text: str) -> bool:
        """Keep a text below a sum of columns, or a column that the form does not have."""
        if not leaf.is_foreign and row_mask and read_value(text).value == 0:
            # A sum of blank cells only is blank.
            for at, cell in enumerate(self._cells.keys):
                if (row_mask & leaf.columns) >> at & 1 and cell in self._known:
                    self._found.values.setdefault(cell, []).append(text)
        keys = self._cells.rows_in(row_mask) if row_mask else ()
        return self._keep_extra(leaf, keys, text)

    def _cell_named(self, leaf: Leaf, row_mask: int, column_mask: int) -> CellKey | None:
        """Return the only cell that labels name, None if there are several."""
        mask = (row_mask or self._cells.all) & (column_mask or self._cells.all)
        if not column_mask and self._is_only_quantity(leaf):
            mask &= self._cells.total
        return self._cells.only(mask)

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
        others = [each for each in self._header.leaves if not each.is_foreign]
        return self._cells.kind == "applications" and len(others) == 1 and is_quantity(leaf.label)

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

    def _reason(self, leaf: Leaf, rows: int, columns: int) -> str:
        row_mask, column_mask = both(rows, leaf.rows), both(columns, leaf.columns)
        apart = row_mask and column_mask and not row_mask & column_mask
        if row_mask is None or column_mask is None or apart:
            return "its labels contradict each other"
        if leaf.names_nothing and not (rows and columns):
            return "there is no header above it"
        return "its labels name several cells of the form"

    def _unknown(self, row: SheetRow) -> None:
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


def _names_others(line: TextLine, own: Collection[str]) -> bool:
    """Whether a line of a header names columns, and none of those of the form."""
    labels = [label for _, named in line if (label := named.match.label("column"))]
    return bool(labels) and not any(label.key in own for label in labels)
