"""Writes a dataset: a folder of Parquet files, or files of another format made from one."""

import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from govreport.dataset.extraction import Extraction, extract_parts
from govreport.dataset.package import data_package
from govreport.dataset.parts import Parts
from govreport.dataset.schema import TABLES, WRITTEN
from govreport.dataset.targets import EXTRAS, WRITERS, file_of
from govreport.errors import UnwritableDocumentError
from govreport.extras import optional
from govreport.limits import DEFAULT_LIMITS, Limits
from govreport.sources import SourceName, each_of
from govreport.targets import replace_file
from govreport.version import __version__

_QUARANTINE = "quarantine.parquet"
_PACKAGE = "datapackage.json"


def extract(
    sources: SourceName | Iterable[SourceName],
    target: str | os.PathLike[str],
    *,
    processes: int = 1,
    resume: bool = False,
    limits: Limits = DEFAULT_LIMITS,
    progress: Callable[[int], object] | None = None,
) -> Extraction:
    """Read many sources and write their reports, facts and diagnostics as tables.

    `sources` are as for `read_many`. `target` is a folder, which then holds `reports`, `facts` and
    `diagnostics` as folders of Parquet files, `quarantine.parquet` with the sources that could not
    be read or are not reports, and `datapackage.json`, which describes them; or a file whose suffix
    is .csv, .jsonl, .xlsx, .sqlite or .duckdb (of the first two a file for each table:
    `facts.csv`, `facts.reports.csv` and so on).

    `resume` continues an earlier run that was interrupted: sources that it has read, with the same
    bytes, are not read again. `progress` is called with the number of sources done since its last
    call. The tables do not depend on `processes` or on interruptions.

    Raises `UnwritableDocumentError` if the target is a folder that is not empty and `resume` is not
    given, if it has another suffix with letters, or if it is a folder with one of these suffixes;
    `MissingExtraError` without pyarrow or the library that writes such a file, and `OSError` of the
    file system. An existing file is replaced once the run is complete.
    """
    path = Path(target)
    suffix = path.suffix.lower()
    optional("pyarrow", "arrow")
    if suffix in EXTRAS:  # before anything is read
        optional(*EXTRAS[suffix])
    write = WRITERS.get(suffix)
    folder = path if write is None else path.with_name(f"{path.name}.parts")
    if write is None:
        _check_name(path)
        _check_folder(path, resume)
    elif path.is_dir():
        raise UnwritableDocumentError(
            f"{path} is a folder; name a file, or a folder without suffix"
        )
    elif folder.exists() and not resume:
        shutil.rmtree(folder)
    found = extract_parts(
        each_of(sources),
        folder,
        processes=processes,
        resume=resume,
        limits=limits,
        progress=progress,
    )
    if write is None:
        _finish_folder(folder)
    else:
        _finish_files(folder, path, write)
    return found


def _check_name(folder: Path) -> None:
    """Refuse a new folder that is named as a file of a format that is not written."""
    if any(map(str.isalpha, folder.suffix)) and not folder.is_dir():
        raise UnwritableDocumentError(
            f"there is no format for the suffix of {folder}; name a folder without a suffix, or a"
            f" file with one of the suffixes {', '.join(WRITERS)}"
        )


def _check_folder(folder: Path, resume: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise UnwritableDocumentError(
            f"{folder} is a file; name a folder, or a file with one of the suffixes"
            f" {', '.join(WRITERS)}"
        )
    if not resume and folder.exists() and any(folder.iterdir()):
        raise UnwritableDocumentError(
            f"the folder {folder} is not empty; name another one, or continue with what it holds"
            " (resume)"
        )


def _finish_folder(folder: Path) -> None:
    arrow, parquet = optional("pyarrow", "arrow"), optional("pyarrow.parquet", "arrow")
    parts = Parts(folder)
    tables = list(parts.tables("quarantine"))
    aside = folder / f"{_QUARANTINE}.writing"
    parquet.write_table(arrow.concat_tables(tables).unify_dictionaries().combine_chunks(), aside)
    aside.replace(folder / _QUARANTINE)
    paths: dict[str, str | list[str]] = {
        table: [path.relative_to(folder).as_posix() for path in parts.paths(table)]
        for table in TABLES
    }
    _describe({**paths, "quarantine": _QUARANTINE}, folder / _PACKAGE)


def _finish_files(folder: Path, target: Path, write: Callable[[Parts, Path], None]) -> None:
    """Write temporary files, move them to their places, and drop the parts they were made from."""
    made = folder / "whole"
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir()
    write(Parts(folder), made / target.name)
    for path in sorted(made.iterdir()):
        path.replace(target.with_name(path.name))
    paths: dict[str, str | list[str]] = {
        table: file_of(target, table).name for table in WRITTEN if file_of(target, table).exists()
    }
    _describe(paths, target.with_name(f"{target.stem}.{_PACKAGE}"))
    shutil.rmtree(folder)


def _describe(paths: dict[str, str | list[str]], target: Path) -> None:
    replace_file(target, data_package(paths, __version__).encode("utf-8"))
