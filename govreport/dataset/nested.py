"""One row per source with its rows of all three tables, for engines with one schema per pass.

`unnested` gives one of the tables back. Codes are plain strings here, because not every engine
has dictionaries.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from govreport.dataset.arrow import table_of, type_of
from govreport.dataset.rows import facts_of
from govreport.dataset.schema import FIELDS, TABLES, TableName
from govreport.extras import optional

if TYPE_CHECKING:
    import pyarrow


def plain_schema(table: TableName) -> "pyarrow.Schema":
    """Return the Arrow schema of a table with strings for codes."""
    arrow = optional("pyarrow", "arrow")
    return arrow.schema([(field.name, _plain(field)) for field in FIELDS[table]])


def nested_schema() -> "pyarrow.Schema":
    """Return the schema of `nested`: for each table a list of its rows."""
    arrow = optional("pyarrow", "arrow")
    return arrow.schema(
        [(table, arrow.list_(arrow.struct(list(plain_schema(table))))) for table in TABLES]
    )


def nested(names: Iterable[str], contents: Iterable[bytes]) -> "pyarrow.Table":
    """Return a row for each source with its rows of the three tables."""
    arrow = optional("pyarrow", "arrow")
    columns: dict[str, list[Any]] = {table: [] for table in TABLES}
    for name, data in zip(names, contents, strict=True):
        for table, rows in zip(TABLES, facts_of(name, bytes(data)), strict=True):
            columns[table].append(table_of(table, rows).cast(plain_schema(table)).to_pylist())
    return arrow.table(columns, schema=nested_schema())


def unnested(sources: "pyarrow.Table", table: TableName) -> "pyarrow.Table":
    """Return one table of what `nested` made."""
    arrow, compute = optional("pyarrow", "arrow"), optional("pyarrow.compute", "arrow")
    rows = compute.list_flatten(sources[table].combine_chunks())
    flat = (
        rows.flatten() if isinstance(rows, arrow.StructArray) else rows.combine_chunks().flatten()
    )
    return arrow.Table.from_arrays(flat, schema=plain_schema(table))


def _plain(field: Any) -> Any:
    arrow = optional("pyarrow", "arrow")
    return arrow.string() if field.kind == "code" else type_of(field)
