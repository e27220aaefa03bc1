"""Sources by their names: files, members of ZIP archives, URLs, and bytes that bear a name."""

import os
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Union

from govreport.errors import UnreadableSourceError
from govreport.extras import optional

NamedBytes = tuple[str, bytes]
SourceName = Union[str, os.PathLike[str], NamedBytes]
"""A path, a path into an archive (`reports.zip/2023/a.docx`), a URL, or a name with its bytes."""

_SUFFIX = ".zip"


def name_of(source: SourceName) -> str:
    """Return what a source is called."""
    return source[0] if isinstance(source, tuple) else os.fspath(source)


def bytes_of(source: SourceName, most: int) -> bytes:
    """Return the bytes of a source, at most one more than `most`, so that too many are seen.

    Raises `OSError` where a file cannot be opened, `UnreadableSourceError` for a damaged archive
    or a member that it lacks, `MissingExtraError` for a URL without the extra `fsspec`.
    """
    if isinstance(source, tuple):
        return source[1][: most + 1]
    name = os.fspath(source)
    if "://" in name:
        with optional("fsspec", "fsspec").open(name, "rb") as file:
            data: bytes = file.read(most + 1)
            return data
    path = Path(name)
    if not path.exists() and (archive := _archive_of(path)) is not None:
        return _member(archive, path.relative_to(archive).as_posix(), most)
    with path.open("rb") as opened:
        return opened.read(most + 1)


def find_sources(sources: Iterable[str | os.PathLike[str]]) -> Iterator[str]:
    """Yield the files that paths, folders, globs and archives stand for, each folder in order.

    A folder gives every file below it but hidden ones; a ZIP archive its members, for a Word
    file is one, too, by its suffix `.zip` alone. URLs and missing paths are yielded as they are.
    """
    for source in sources:
        name = os.fspath(source)
        path = Path(name)
        if "://" in name:
            yield name
        elif path.is_dir():
            yield from _below(path)
        elif path.is_file():
            yield from _file(path)
        elif any(sign in name for sign in "*?[") and (found := _matches(path)):
            yield from find_sources(found)
        else:
            yield name


def _below(folder: Path) -> Iterator[str]:
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _below(entry)
        elif entry.is_file():
            yield from _file(entry)


def _file(path: Path) -> Iterator[str]:
    if path.suffix.lower() != _SUFFIX or not zipfile.is_zipfile(path):
        yield os.fspath(path)
        return
    with zipfile.ZipFile(path) as archive:
        for member in sorted(archive.namelist()):
            if not member.endswith("/"):
                yield f"{os.fspath(path)}/{member}"


def _matches(pattern: Path) -> list[Path]:
    parts = pattern.parts
    first = next(at for at, part in enumerate(parts) if any(sign in part for sign in "*?["))
    base = Path(*parts[:first]) if first else Path()
    return sorted(base.glob(str(Path(*parts[first:]))))


def _archive_of(path: Path) -> Path | None:
    """Return the ZIP archive that a path leads into, None where it leads into none."""
    for parent in path.parents:
        if parent.is_file():
            return parent if zipfile.is_zipfile(parent) else None
    return None


def _member(archive: Path, member: str, most: int) -> bytes:
    try:
        with zipfile.ZipFile(archive) as opened, opened.open(member) as file:
            return file.read(most + 1)
    except KeyError:
        raise UnreadableSourceError(f"{archive} has no member {member}") from None
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise UnreadableSourceError(
            f"{archive}: its member {member} cannot be unpacked ({error}); unpack it first"
        ) from error
