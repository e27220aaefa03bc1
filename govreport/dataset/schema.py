"""The columns of the three tables, with their types and what they mean: one place for every format.

`VERSION` counts up whenever a column is added, dropped or changes its meaning; every file that is
written carries it.
"""

from dataclasses import dataclass
from typing import Literal

VERSION = 1
"""The version of these columns."""

PRECISION = 38
SCALE = 6
"""Digits of a value in all, and after the point: a decimal128. A number that needs more has no
value in the table; its text is there, and a diagnostic `value-beyond-precision` says so."""

TableName = Literal["reports", "facts", "diagnostics", "quarantine"]

Kind = Literal["text", "code", "integer", "decimal", "date", "boolean", "list"]
"""What a column holds. A code is a text that is repeated often, a list is one of texts."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its name, what it holds, and what that means in English and in Chinese."""

    name: str
    kind: Kind
    english: str
    chinese: str


_SOURCE = (
    Field("source", "text", "the name of the source", "来源文件名"),
    Field(
        "digest", "text", "SHA-256 of the source's bytes, in hexadecimal", "来源内容的 SHA-256"
    ),
)
_OUTCOME = Field(
    "outcome", "code", "report, not-a-report or unreadable", "结果：年报、非年报、无法读取"
)
_ERROR = Field("error", "text", "why it could not be read, or is no report", "原因")

FIELDS: dict[TableName, tuple[Field, ...]] = {
    "reports": (
        *_SOURCE,
        Field("format", "code", "the format that the source was read as", "读取时的格式"),
        _OUTCOME,
        _ERROR,
        Field("title", "text", "the title", "标题"),
        Field("agency", "text", "the office that reports", "报告机关"),
        Field("year", "integer", "the year reported", "报告年度"),
        Field("edition", "integer", "the edition of the layout, 2019 or 2021", "表样版本"),
        Field("publication_date", "date", "the date of publication", "公开日期"),
        Field("publisher", "text", "who published it", "发布机构"),
        Field("sections", "list", "the kinds of sections, in order", "各部分，按顺序"),
        Field("numbers", "integer", "facts that have a number", "有数值的单元格数"),
        Field("doubtful", "integer", "facts ambiguous or no one number", "存疑的单元格数"),
        Field("warnings", "integer", "diagnostics that are warnings", "警告数"),
    ),
    "facts": (
        *_SOURCE,
        Field("agency", "code", "the office that reports", "报告机关"),
        Field("year", "integer", "the year reported", "报告年度"),
        Field("edition", "integer", "the edition of this table, none for reviews", "本表版本"),
        Field("table", "code", "key of the table", "表"),
        Field("item", "code", "key of the item of article 20, table 2 alone", "第二十条的项"),
        Field("row", "code", "key of the row", "行"),
        Field("column", "code", "key of the column", "列"),
        Field("row_label", "code", "label of the row, its levels parted by ' / '", "行标签"),
        Field("column_label", "code", "label of the column", "列标签"),
        Field("row_english", "code", "the row in English", "行标签（英文）"),
        Field("column_english", "code", "the column in English", "列标签（英文）"),
        Field("text", "text", "what is printed", "原文"),
        Field("value", "decimal", "the number stated", "数值"),
        Field("unit", "code", "the unit of the number", "单位"),
        Field(
            "status",
            "code",
            "number, blank, mark, text, ambiguous or missing",
            "状态：数值、空白、符号、文字、无法定位、缺失",
        ),
        Field("is_total", "boolean", "whether it is a sum of others", "是否合计"),
        Field("place", "text", "where it stands", "位置"),
    ),
    "diagnostics": (
        *_SOURCE,
        Field("code", "code", "which diagnostic", "代码"),
        Field("severity", "code", "info or warning", "程度"),
        Field("message", "text", "what it says", "说明"),
        Field("place", "text", "where in the source or the document", "位置"),
        Field("text", "text", "the words concerned", "原文"),
        Field("table", "code", "key of the table concerned", "表"),
        Field("row", "code", "key of the row concerned", "行"),
        Field("column", "code", "key of the column concerned", "列"),
    ),
    "quarantine": (*_SOURCE, _OUTCOME, _ERROR),
}
"""The tables. The facts and diagnostics of a report have its `source` and `digest`; the quarantine
holds what of `reports` is none."""

TABLES: tuple[TableName, ...] = ("reports", "facts", "diagnostics")
"""The tables that are made of sources; the quarantine is made of the first."""

WRITTEN: tuple[TableName, ...] = (*TABLES, "quarantine")
"""The tables that a dataset holds when it is whole."""


def names(table: TableName) -> tuple[str, ...]:
    """Return the names of a table's columns in order."""
    return tuple(field.name for field in FIELDS[table])
