"""Reports as data on Apache Spark: for those whose files lie where Spark reads them.

Needs pyspark, which brings Spark itself and wants a Java runtime; pandas and pyarrow on the workers.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from govreport.dataset.nested import nested, nested_schema
from govreport.dataset.schema import TABLES
from govreport.extras import optional

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame


class SparkTables(NamedTuple):
    """The three tables as Spark `DataFrame`s, columns and values as `govreport.extract` has them.

    `sources` is what they are made from, kept by Spark so that no file is read again for each of
    them; call its `unpersist()` when all are written.
    """

    reports: "DataFrame"
    facts: "DataFrame"
    diagnostics: "DataFrame"
    sources: "DataFrame"


def extract(files: "DataFrame") -> SparkTables:
    """Return the three tables of files, one report each.

    `files` has the columns `path` and `content`, as `spark.read.format("binaryFile").load(…)`
    gives them; Spark's reader leaves out files without a byte. A file that cannot be read is a report whose `outcome` says so; none stops a job.
    Raises `MissingExtraError` without pyspark.
    """
    functions = optional("pyspark.sql.functions", "spark")
    types = optional("pyspark.sql.pandas.types", "spark")
    schema = types.from_arrow_schema(nested_schema())
    sources = files.select("path", "content").mapInArrow(_batches, schema).persist()
    reports, facts, diagnostics = (
        sources.select(functions.explode(name).alias("row")).select("row.*") for name in TABLES
    )
    return SparkTables(reports, facts, diagnostics, sources)


def _batches(batches: Iterable["pyarrow.RecordBatch"]) -> Iterator["pyarrow.RecordBatch"]:
    for batch in batches:
        paths, contents = (batch.column(name).to_pylist() for name in ("path", "content"))
        yield from nested(paths, contents).to_batches()
