"""Parts of a dataset on disk: three Parquet files each, complete or absent."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from govreport.dataset.arrow import Tables, schema
from govreport.dataset.schema import TABLES, VERSION, TableName, names
from govreport.extras import optional
from govreport.version import __version__

if TYPE_CHECKING:
    import pyarrow

_SUFFIX = ".parquet"
_ASIDE = ".writing"

_METADATA = {b"govreport.schema": str(VERSION).encode(), b"govreport": __version__.encode()}
"""The release that made a part; a part of another release is made again."""

SourceDigests = list[tuple[str, str | None]]
"""The names and digests of the sources of a part, in order; a digest is None if it is unknown."""


class Parts:
    """The folders `reports`, `facts` and `diagnostics` of a dataset, each with the same parts.

    A part is written to temporary files and then renamed, its reports last, so that it exists once
    they do.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def begin(self) -> None:
        """Make the missing folders."""
        for table in TABLES:
            (self._folder / table).mkdir(parents=True, exist_ok=True)

    def path(self, table: TableName, number: int) -> Path:
        """Return the path of a table of a part."""
        return self._folder / table / f"part-{number:05}{_SUFFIX}"

    def holds(self, number: int, sources: SourceDigests) -> bool:
        """Whether a part exists, made from exactly these sources by this release.

        A source with an unknown digest, which could not be opened, may have changed by now.
        """
        parquet = optional("pyarrow.parquet", "arrow")
        path = self.path("reports", number)
        if not all(self.path(table, number).exists() for table in TABLES):
            return False
        if any(digest is None for _, digest in sources):
            return False
        if not _METADATA.items() <= (parquet.read_schema(path).metadata or {}).items():
            return False
        table = parquet.read_table(path, columns=["source", "digest"])
        held = zip(table["source"].to_pylist(), table["digest"].to_pylist(), strict=True)
        return list(held) == sources

    def write(self, number: int, tables: "Tables[pyarrow.Table]") -> None:
        """Write a part, replacing one of that number."""
        parquet = optional("pyarrow.parquet", "arrow")
        for name, table in reversed(list(zip(TABLES, tables, strict=True))):
            path = self.path(name, number)
            aside = path.with_name(path.name + _ASIDE)
            marked = table.replace_schema_metadata({**table.schema.metadata, **_METADATA})
            parquet.write_table(marked, aside)
            aside.replace(path)

    def quarantined(self, number: int) -> int:
        """Return how many sources of a part could not be read or are not reports."""
        parquet = optional("pyarrow.parquet", "arrow")
        path = self.path("reports", number)
        count: int = _set_aside(parquet.read_table(path)).num_rows
        return count

    def end(self, count: int) -> None:
        """Drop everything after so many parts, and everything half written."""
        kept = {self.path(table, number).name for table in TABLES for number in range(count)}
        for table in TABLES:
            for path in (self._folder / table).iterdir():
                if path.name not in kept and path.name.startswith("part-"):
                    path.unlink()

    def paths(self, name: TableName) -> list[Path]:
        """Return the files of a table, in order."""
        return sorted((self._folder / name).glob(f"part-*{_SUFFIX}"))

    def tables(self, name: TableName) -> Iterator["pyarrow.Table"]:
        """Yield one table of each part, in order."""
        parquet = optional("pyarrow.parquet", "arrow")
        for path in self.paths("reports" if name == "quarantine" else name):
            table = parquet.read_table(path)
            yield _set_aside(table) if name == "quarantine" else table.cast(schema(name))


def _set_aside(reports: "pyarrow.Table") -> "pyarrow.Table":
    """Return those of `reports` that are not reports, with the columns of the quarantine."""
    compute = optional("pyarrow.compute", "arrow")
    other = compute.not_equal(reports["outcome"].cast("string"), "report")
    return reports.filter(other).select(names("quarantine")).cast(schema("quarantine"))
