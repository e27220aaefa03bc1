"""Reports as data on Dask: for those who have a cluster of it. Needs `dask[dataframe]`."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from govreport.batch import in_chunks
from govreport.dataset.arrow import Tables
from govreport.dataset.extraction import tables_of_sources
from govreport.dataset.nested import plain_schema
from govreport.dataset.schema import TABLES, TableName
from govreport.extras import optional
from govreport.sources import SourceName

if TYPE_CHECKING:
    import pandas
    from dask.dataframe import DataFrame


def extract(sources: Iterable[SourceName], partition: int = 64) -> "Tables[DataFrame]":
    """Return the three tables of sources as Dask frames; sources are as for `govreport.read_many`.

    The workers open the sources by their names; `partition` of them are read by one task. Compute
    the tables together (`dask.compute(*tables)`), so that no source is read again for each. A
    source that cannot be read is a report whose `outcome` says so; none stops a job.
    Raises `MissingExtraError` without dask.
    """
    dask, frames = optional("dask", "dask"), optional("dask.dataframe", "dask")
    read = dask.delayed(tables_of_sources, pure=True)
    frame = dask.delayed(_frame, pure=True)
    chunks = [read(chunk) for chunk in in_chunks(sources, partition)]
    tables = (
        frames.from_delayed(
            [frame(chunk[place], name) for chunk in chunks], meta=_empty(name), verify_meta=False
        )
        for place, name in enumerate(TABLES)
    )
    return Tables(*tables)


def _frame(table: "object", name: TableName) -> "pandas.DataFrame":
    pandas = optional("pandas", "pandas")
    plain = table.cast(plain_schema(name))  # type: ignore[attr-defined]
    return plain.to_pandas(types_mapper=pandas.ArrowDtype)


def _empty(name: TableName) -> "pandas.DataFrame":
    return _frame(plain_schema(name).empty_table(), name)
