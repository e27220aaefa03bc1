"""What a text of a table names: cells of the statute, as bit masks, or none of them.

The label of a row names all cells of the row, that of a column all cells of the column. A
number's cell is the one that all its labels have in common.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, reduce
from itertools import chain
from operator import and_
from typing import Literal, NamedTuple

from govreport.chinese.invisible import without_invisible
from govreport.expressions import expression
from govreport.model import statute
from govreport.model.statute import Column, Layout, TableKind
from govreport.recognise.labels.folding import label_key, skeleton
from govreport.recognise.labels.turning import note_turns, turns
from govreport.recognise.labels.vocabulary import (
    LONGEST_LABEL,
    NO_MATCH,
    Label,
    Match,
    kind_vocabulary,
)
from govreport.recognise.pieces import Piece
from govreport.recognise.rows import is_value

Sort = Literal["blank", "value", "label", "neutral", "year", "foreign"]
CellKey = tuple[str, str]

_QUANTITIES = frozenset(
    [
        "数量",
        "件数",
        "数值",
        "数据",
        "数额",
        "数目",
        "数",
        "值",
        "件",
        "宗",
        "统计数",
        "统计数量",
        "统计数据",
        "本年",
        "本年度",
        "当年",
        "今年",
        "本年数",
        "本年数量",
        "本年度数量",
        "当年数量",
        "本年件数",
    ]
)
"""Headers that say only that numbers of the reported year are below."""
_NEUTRAL = (
    _QUANTITIES
    | {skeleton(statute.ITEM_COLUMN), skeleton(statute.APPLICANTS)}
    | frozenset(
        [
            "项目",
            "类别",
            "类型",
            "类目",
            "分类",
            "指标",
            "指标名称",
            "名称",
            "内容",
            "信息类别",
            "事项",
            "统计项目",
            "统计指标",
            "情况",
            "结果",
            "处理结果",
            "办理结果",
            "办理情况",
            "办结情况",
            "结果类型",
            "案件类型",
            "案件类别",
            "复议诉讼类型",
            "申请人",
            "申请人类型",
            "申请人类别",
            "申请主体",
            "申请情况",
            "答复情况",
            "年度",
            "年份",
            "报告年度",
            "统计年度",
            "计量单位件",
            "单位件",
        ]
    )
)
"""Headers that name the kind of the labels or numbers below them, not a quantity."""
_PLACEHOLDER = expression(
    r"\s*(?:Col(?:umn)?|Unnamed:?|Field|列|字段|数据|栏)\s*[_:：]?\s*\d{1,3}(?:_level_\d+)?\s*"
)
"""What a program prints above a column without a header."""
_PUNCTUATION = expression(r"[\s()（）\[\]【】、，。；：,;:]+")
"""The end of a label that a narrow cell broke: it names nothing."""
_YEAR = expression(r"\s*(20\d\d)\s*年\s*度?\s*")
_SEPARATOR = expression(r"\s*(?:[-—–>＞→/／|:：\n]+|\s)\s*")
_NUMBER = expression(
    r"(?<=.)(?:(?=[(（][一二三四五六七]{1,2}[)）])|(?<=[^\d.．(（])(?=\d{1,2}\s*[.．、])"
    r"|(?=[一二三四]、))"
)
_INNER = expression(r"(.*?)[(（]([^()（）]+)[)）]\s*")


class Named(NamedTuple):
    """What a text is and the cells it names, as the label of a row and as that of a column.

    `above` is what it names above or before further labels of its axis.
    """

    sort: Sort
    rows: int = 0
    columns: int = 0
    above: int = 0
    match: Match = NO_MATCH


class Text(NamedTuple):
    """A cell of a table with what its text names."""

    piece: Piece
    named: Named


class _Cells(NamedTuple):
    """The cells of one label: as that of a row, of rows below it, or of columns."""

    rows: int = 0
    above: int = 0
    columns: int = 0


_BLANK = Named("blank")
_VALUE = Named("value")
_FOREIGN = Named("foreign")


class StatuteCells:
    """The cells of one statutory table in all its editions, each one bit."""

    def __init__(self, kind: TableKind) -> None:
        self.kind = kind
        self.layouts = tuple(each for each in statute.LAYOUTS if each.kind == kind)
        keys = dict.fromkeys(chain.from_iterable(map(_cells_of, self.layouts)))
        self.keys: tuple[CellKey, ...] = tuple(keys)
        self.all = (1 << len(self.keys)) - 1
        by_bit = {1 << at: key for at, key in enumerate(self.keys)}
        self.only: Callable[[int], CellKey | None] = by_bit.get
        """Returns the only cell in a mask, None if it has none or several."""
        self._rows: dict[str, int] = {}
        self._columns: dict[str, int] = {}
        for at, (row, column) in enumerate(self.keys):
            self._rows[row] = self._rows.get(row, 0) | 1 << at
            self._columns[column] = self._columns.get(column, 0) | 1 << at
        self._vocabulary = kind_vocabulary(kind)
        self.name = lru_cache(maxsize=4096)(self._name)
        self.rows_in = lru_cache(maxsize=4096)(self._rows_in)
        self.total = self.of_columns(["total"])
        """The cells of the column of totals, none if the table has none."""
        self._in_layouts = {layout.edition: _of_layout(layout) for layout in self.layouts}
        self.groups = {row.key: row.group for layout in self.layouts for row in layout.rows}
        """The group of each row, by their keys."""

    def of_rows(self, rows: Iterable[str]) -> int:
        """Return the cells of the rows of these keys."""
        mask = 0
        for key in rows:
            mask |= self._rows.get(key, 0)
        return mask

    def of_columns(self, columns: Iterable[str]) -> int:
        """Return the cells of the columns of these keys."""
        mask = 0
        for key in columns:
            mask |= self._columns.get(key, 0)
        return mask

    def in_mask(self, mask: int) -> Iterator[CellKey]:
        """Yield the cells in a mask."""
        return (key for at, key in enumerate(self.keys) if mask >> at & 1)

    def of_layout(self, layout: Layout) -> frozenset[CellKey]:
        """Return the cells that a table has in one of its layouts."""
        return self._in_layouts[layout.edition].cells

    def rows_of(self, layout: Layout) -> frozenset[str]:
        """Return the keys of the rows that a table has in one of its layouts."""
        return self._in_layouts[layout.edition].rows

    def columns_of(self, layout: Layout) -> Mapping[str, Column]:
        """Return the columns of one of a table's layouts by the ideographs of their labels."""
        return self._in_layouts[layout.edition].columns

    def _rows_in(self, mask: int) -> tuple[str, ...]:
        """Return the keys of the rows with cells in a mask."""
        return tuple([key for key, cells in self._rows.items() if cells & mask])

    def columns_in(self, mask: int) -> list[str]:
        """Return the keys of the columns with cells in a mask."""
        return [key for key, cells in self._columns.items() if cells & mask]

    def _name(self, text: str) -> Named:
        if not text:
            return _BLANK
        if match := _YEAR.fullmatch(text):
            return Named("year", int(match[1]))
        if _PLACEHOLDER.fullmatch(text):
            return _BLANK
        if is_value(text):
            return _VALUE
        text = without_invisible(text) or text
        if path := self._path(text):
            return path
        found = self._of_match(self._vocabulary.match(text))
        if found.rows and found.columns and found.match.has_number_of_row(text):
            return found._replace(columns=0)
        return found if found.sort != "foreign" else self._without_labels(text) or found

    def _without_labels(self, text: str) -> Named | None:
        """Return what a text is that holds no label as it stands, None if it is foreign."""
        if skeleton(text) in _NEUTRAL or _PUNCTUATION.fullmatch(text):
            return Named("neutral")
        return self._with_remark(text)

    def _with_remark(self, text: str) -> Named | None:
        """Return what a label names that has a blank and a remark of one word after it: 规章 见附件2."""
        label, _, remark = text.strip().rpartition(" ")
        if not label or not (remark[0] in "见详" or remark[-1] in "0123456789注"):
            return None
        if (
            self._vocabulary.match(remark).labels
            or is_value(remark)
            or skeleton(remark) in _NEUTRAL
        ):
            return None
        named = self._exactly(label)
        return (
            named._replace(match=named.match._replace(deviates=True))
            if named.match.labels
            else None
        )

    def _of_match(self, match: Match) -> Named:
        rows = above = columns = 0
        for label in match.labels:
            found = self._of_label(label)
            rows |= found.rows
            above |= found.above
            columns |= found.columns
        if match.labels and not (rows or above or columns):
            return Named("neutral", match=match)
        sort: Sort = "label" if match.labels else "foreign"
        return Named(sort, rows or above, columns, rows | above, match)

    def _of_label(self, label: Label) -> _Cells:
        if label.role == "column":
            return _Cells(columns=self.of_columns([label.key]))
        if label.role == "row" or (label.role == "header" and self.kind == "reviews"):
            return _Cells(rows=self.of_rows([label.key]))
        if label.role in ("group", "item"):
            return _Cells(above=self._of_group(label))
        if label.printed == statute.ORGANIZATIONS:
            return _Cells(columns=self.of_columns(_ORGANIZATIONS))
        return _Cells()

    def _of_group(self, label: Label) -> int:
        return self.of_rows(
            row.key
            for layout in self.layouts
            for row in layout.rows
            if label.printed in row.labels[:-1] or label.key == row.group
        )

    def _path(self, text: str) -> Named | None:
        """Return the cells named by all labels of a path printed in one cell: 三、…（一）予以公开.

        Further lines after a label's first line may be a note, which changes nothing.
        """
        if len(text) > LONGEST_LABEL or text.isascii():
            return None
        for parts in self._ways_to_divide(text):
            named = [self._exactly(part) for part in parts if part]
            if len(named) > 1 and all(each.sort == "label" for each in named):
                return _together(named)
        return self._with_note(text)

    def _ways_to_divide(self, text: str) -> Iterator[Sequence[str]]:
        """Yield the parts of a text that may each be a label."""
        inner = _INNER.fullmatch(text)
        if inner and not note_turns(text):
            yield inner.groups()
        if not self._vocabulary.exact(text):
            separated = _SEPARATOR.split(text)
            yield separated
            yield _NUMBER.split(text)
            yield [part for each in separated for part in _NUMBER.split(each)]
            yield self._vocabulary.split(text)

    def _with_note(self, text: str) -> Named | None:
        """Return what a label names that has a note on the lines after its first."""
        first, _, note = text.partition("\n")
        if note and self._exactly(first).sort == "label" and _is_note(note):
            return self._of_match(Match(tuple(self._vocabulary.exact(first)), deviates=True))
        return None

    def _exactly(self, text: str) -> Named:
        return self._of_match(Match(tuple(self._vocabulary.exact(text)), deviates=False))


def _is_note(text: str) -> bool:
    return not (turns(skeleton(text)) or any(map(str.isdecimal, text)) or not skeleton(text))


def _together(named: Sequence[Named]) -> Named | None:
    """Return the cells that consecutive labels have in common, None if there are none."""
    rows, columns = _by_axis(named)
    row_mask = reduce(and_, [each.above for each in rows[:-1]], rows[-1].rows) if rows else 0
    column_mask = reduce(and_, [each.columns for each in columns]) if columns else 0
    if (rows and not row_mask) or (columns and not column_mask):
        return None
    return Named("label", row_mask, column_mask, row_mask)


def _by_axis(named: Sequence[Named]) -> tuple[list[Named], list[Named]]:
    """Return labels of rows and labels of columns; those that are both go where the others are."""
    rows: list[Named] = []
    columns: list[Named] = []
    both: list[Named] = []
    for each in named:
        if each.rows and each.columns:
            both.append(each)
        elif each.rows:
            rows.append(each)
        elif each.columns:
            columns.append(each)
    (rows if len(rows) == len(named) - len(both) else columns).extend(both)
    return rows, columns


class _InLayout(NamedTuple):
    """What a table has in one of its layouts: cells, the keys of rows, and columns by their labels."""

    cells: frozenset[CellKey]
    rows: frozenset[str]
    columns: Mapping[str, Column]


def _of_layout(layout: Layout) -> _InLayout:
    columns = {column.label: column for row in layout.rows for column in row.columns}
    return _InLayout(
        frozenset(_cells_of(layout)),
        frozenset(row.key for row in layout.rows),
        {label_key(label): column for label, column in columns.items()},
    )


def _cells_of(layout: Layout) -> list[CellKey]:
    return [(row.key, column.key) for row in layout.rows for column in row.columns]


_ORGANIZATIONS = [column.key for column in statute.APPLICANT_COLUMNS[1:-1]]


def is_quantity(text: str) -> bool:
    """Whether a header says only that the year's numbers are below it."""
    return skeleton(text) in _QUANTITIES or bool(_YEAR.fullmatch(text))


_COUNTING = frozenset(["序号", "行次", "编号", "序列号", "序", "行号", "栏次", "项次"])


def counts_rows(text: str) -> bool:
    """Whether a header says that the numbers below it count the rows."""
    return skeleton(text) in _COUNTING


def is_neutral(text: str) -> bool:
    """Whether a header names the kind of what is below it, not a quantity."""
    return skeleton(text) in _NEUTRAL or bool(_YEAR.fullmatch(text))


@cache
def statute_cells(kind: TableKind) -> StatuteCells:
    """Return the cells of a statutory table."""
    return StatuteCells(kind)
