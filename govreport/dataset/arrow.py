"""Arrow tables of reports, facts and diagnostics, and data frames made of them.

Needs the extra `arrow` (pyarrow), `pandas` or `polars`; each is imported when it is first used.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from govreport.batch import Read, Reading, Unreadable
from govreport.dataset.rows import Row, Rows, rows_of, unreadable
from govreport.dataset.schema import FIELDS, PRECISION, SCALE, TABLES, VERSION, Field, TableName
from govreport.extras import optional
from govreport.model.document import ReportDocument, require_report
from govreport.sources import name_of

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow


Frame = TypeVar("Frame")


class Tables(NamedTuple, Generic[Frame]):
    """The three tables of some reports, as the tables or frames of one library."""

    reports: Frame
    facts: Frame
    diagnostics: Frame


Given = Iterable[ReportDocument | Reading]
"""Documents, or what `read_many` yields for files."""


def to_arrow(reports: Given) -> "Tables[pyarrow.Table]":
    """Return the three tables of documents or readings, in their order.

    A reading's source is its name; a document has none and is named by its position, `#0` for the
    first. The columns are those of `schema`, the values decimal128 with 38 digits, 6 of them
    after the point. Raises `MissingExtraError` without pyarrow.
    """
    rows = Rows([], [], [])
    for place, each in enumerate(reports):
        for table, more in zip(rows, _rows(each, place), strict=True):
            table.extend(more)
    return Tables(*tables_of(rows))


def to_pandas(reports: Given) -> "Tables[pandas.DataFrame]":
    """Return the three tables as pandas frames; otherwise like `to_arrow`."""
    pandas = optional("pandas", "pandas")
    tables = (table.to_pandas(types_mapper=pandas.ArrowDtype) for table in to_arrow(reports))
    return Tables(*tables)


def to_polars(reports: Given) -> "Tables[polars.DataFrame]":
    """Return the three tables as polars frames; otherwise like `to_arrow`."""
    polars = optional("polars", "polars")
    return Tables(*(polars.from_arrow(table) for table in to_arrow(reports)))


def schema(table: TableName) -> "pyarrow.Schema":
    """Return the Arrow schema of a table; its metadata holds the version of the columns."""
    arrow = optional("pyarrow", "arrow")
    fields = [
        arrow.field(field.name, type_of(field), metadata={"description": field.english})
        for field in FIELDS[table]
    ]
    return arrow.schema(fields, metadata={"govreport.schema": str(VERSION)})


def tables_of(rows: Rows) -> list["pyarrow.Table"]:
    """Return the three tables that hold the rows given."""
    return [table_of(name, each) for name, each in zip(TABLES, rows, strict=True)]


def _rows(each: ReportDocument | Reading, place: int) -> Rows:
    if isinstance(each, ReportDocument):
        return rows_of(each, f"#{place}")
    if isinstance(each, Unreadable):
        return unreadable(name_of(each.source), each.digest, each.error)
    if not isinstance(each, Read):
        require_report(each, "to_arrow")
    return rows_of(each.document, name_of(each.source), each.digest, each.format)


def table_of(name: TableName, rows: list[Row]) -> "pyarrow.Table":
    """Return the table of that name that holds the rows given."""
    arrow = optional("pyarrow", "arrow")
    columns = list(zip(*rows, strict=True)) or [()] * len(FIELDS[name])
    arrays = [
        arrow.array(map(_decimal, column) if field.kind == "decimal" else column, type_of(field))
        for field, column in zip(FIELDS[name], columns, strict=True)
    ]
    return arrow.Table.from_arrays(arrays, schema=schema(name))


def _decimal(value: int | Decimal | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def type_of(field: Field) -> Any:
    """Return the Arrow type of a column."""
    arrow = optional("pyarrow", "arrow")
    return {
        "text": arrow.string(),
        "code": arrow.dictionary(arrow.int32(), arrow.string()),
        "integer": arrow.int64(),
        "decimal": arrow.decimal128(PRECISION, SCALE),
        "date": arrow.date32(),
        "boolean": arrow.bool_(),
        "list": arrow.list_(arrow.string()),
    }[field.kind]
