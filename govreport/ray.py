"""Reports as data on Ray: for those whose files lie where Ray Data reads them. Needs `ray[data]`."""

from typing import TYPE_CHECKING

from govreport.dataset.arrow import Tables
from govreport.dataset.nested import nested, unnested
from govreport.dataset.schema import TABLES

if TYPE_CHECKING:
    import pyarrow
    from ray.data import Dataset


def extract(files: "Dataset", batch_size: int = 16) -> "Tables[Dataset]":
    """Return the three tables of files, one report each, as Ray `Dataset`s.

    `files` has the columns `path` and `bytes`, as
    `ray.data.read_binary_files(…, include_paths=True)` gives them; `batch_size` of them are read by
    one task. All files are read when this is called, so that none is read again for each table. A
    file that cannot be read is a report whose `outcome` says so; none stops a job.
    """
    sources = files.map_batches(
        _read, batch_format="pyarrow", batch_size=batch_size
    ).materialize()
    tables = (
        sources.map_batches(unnested, batch_format="pyarrow", fn_args=(name,)) for name in TABLES
    )
    return Tables(*tables)


def _read(batch: "pyarrow.Table") -> "pyarrow.Table":
    return nested(batch["path"].to_pylist(), batch["bytes"].to_pylist())
