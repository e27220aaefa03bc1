"""Sources by their names: files, members of ZIP archives, URLs, and named bytes."""

import lzma
import os
import sys
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Union

from govreport.errors import UnreadableSourceError
from govreport.extras import optional

NamedBytes = tuple[str, bytes]
SourceName = Union[str, os.PathLike[str], NamedBytes]
"""A path, a path into an archive (`reports.zip/2023/a.docx`), a URL, or a name with its bytes."""

_SUFFIX = ".zip"
_HIDDEN = (".", "~$")
"""The prefixes of hidden files."""

_NAMED_IN_UTF_8 = 0x800


_UNLISTED = (zipfile.BadZipFile, NotImplementedError, ValueError, OSError)
"""What a damaged archive raises when it is opened; `ValueError` covers names in no encoding."""
_UNPACKED = (zipfile.BadZipFile, RuntimeError, ValueError, zlib.error, lzma.LZMAError, EOFError)
"""What a damaged or encrypted archive raises when a member is read."""


def name_of(source: SourceName) -> str:
    """Return the name of a source, as text that can be printed and stored.

    A file name need not be text on Linux: bytes that are not text are written as escapes.
    """
    return printable(source[0] if isinstance(source, tuple) else os.fspath(source))


def printable(text: str) -> str:
    """Return a text with its lone surrogates, which no file can hold, as escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def bytes_of(source: SourceName, most: int) -> bytes:
    """Return the bytes of a source, at most one more than `most`, so that too many are seen.

    Raises `OSError` where a file cannot be opened, `UnreadableSourceError` for a damaged archive,
    a member that it lacks, a name that no file can have or a URL that cannot be opened, and
    `MissingExtraError` for a URL without the extra `fsspec`.
    """
    if isinstance(source, tuple):
        return source[1][: most + 1]
    name = os.fspath(source)
    if "://" in name:
        return _fetched(name, most)
    if "\0" in name:
        raise UnreadableSourceError(f"no file is called {name!r}; name one file in each entry")
    path = Path(name)
    if not path.exists() and (archive := _archive_of(name)) is not None:
        return _member(archive, name[len(archive) + 1 :], most)
    with path.open("rb") as opened:
        return opened.read(most + 1)


def each_of(sources: SourceName | Iterable[SourceName]) -> Iterable[SourceName]:
    """Return the sources to go through; one by itself is one, and a name is not its letters."""
    if isinstance(sources, str | os.PathLike):
        return (sources,)
    if isinstance(sources, tuple) and len(sources) == 2 and isinstance(sources[1], bytes):
        return (sources,)
    return sources


def find_sources(
    sources: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
) -> Iterator[str]:
    """Yield the files of paths, folders, globs and archives, each folder in order.

    A folder gives every file below it except hidden ones, such as the `~$` files in which Word
    notes who has one open, and is entered once even if links lead back into it. A ZIP archive,
    recognised by its suffix `.zip` because Word files are ZIP archives, too, gives its members.
    URLs and anything that cannot be opened are yielded unchanged, so that reading them reports why.
    """
    named = (sources,) if isinstance(sources, str | os.PathLike) else sources
    for source in named:
        name = os.fspath(source)
        path = Path(name)
        sort = "URL" if "://" in name else _sort(path)
        if sort == "folder":
            yield from _below(path, ())
        elif sort == "file":
            yield from _file(path)
        elif (
            sort == "missing"
            and any(sign in name for sign in "*?[")
            and (found := _matches(path))
        ):
            yield from find_sources(found)
        else:
            yield name


def _sort(path: Path) -> str:
    try:
        return "folder" if path.is_dir() else "file" if path.is_file() else "missing"
    except OSError:  # such as a name that is too long
        return "unknown"


def _below(folder: Path, above: tuple[Path, ...]) -> Iterator[str]:
    """Yield the files below a folder that is reached through the folders `above`."""
    here = folder.resolve()
    if here in above:
        return
    try:
        entries = sorted(folder.iterdir(), key=lambda each: each.name)
    except OSError:
        yield os.fspath(folder)
        return
    for entry in entries:
        if entry.name.startswith(_HIDDEN):
            continue
        if entry.is_dir():
            yield from _below(entry, (*above, here))
        elif entry.is_file():
            yield from _file(entry)
        elif entry.is_symlink():
            yield os.fspath(entry)


def _file(path: Path) -> Iterator[str]:
    if path.suffix.lower() == _SUFFIX:
        try:
            with zipfile.ZipFile(path) as archive:
                members = sorted(_members(archive))
        except _UNLISTED:
            members = []
        if members:
            yield from (f"{os.fspath(path)}/{member}" for member in members)
            return
    yield os.fspath(path)


def _matches(pattern: Path) -> list[Path]:
    parts = pattern.parts
    first = next(at for at, part in enumerate(parts) if any(sign in part for sign in "*?["))
    base = Path(*parts[:first]) if first else Path()
    return sorted(base.glob(str(Path(*parts[first:]))))


def _archive_of(name: str) -> str | None:
    """Return the ZIP archive that a path leads into, None if it leads into none.

    The name is taken apart as it is: a member may be called `./a.html` or `/a.html`.
    """
    for at, sign in enumerate(name):
        if sign in ("/", os.sep) and Path(name[:at]).is_file():
            return name[:at] if zipfile.is_zipfile(name[:at]) else None
    return None


def _member(archive: str, member: str, most: int) -> bytes:
    called = printable(member)
    try:
        with zipfile.ZipFile(archive) as opened:
            members = _members(opened)
            found = members.get(member) or members.get(member.replace(os.sep, "/"))
            if found is None:
                raise UnreadableSourceError(f"{printable(archive)} has no member {called}")
            if len(found) > 1:
                raise UnreadableSourceError(
                    f"{printable(archive)} has {len(found)} members called {called};"
                    " unpack it and name them apart"
                )
            with opened.open(found[0]) as file:
                return file.read(most + 1)
    except _UNPACKED as error:
        raise UnreadableSourceError(
            f"{printable(archive)}: its member {called} cannot be unpacked ({error});"
            " unpack it first"
        ) from error


def _members(archive: zipfile.ZipFile) -> dict[str, list[zipfile.ZipInfo]]:
    """Return the files in an archive by name, more than one if several have it."""
    members: dict[str, list[zipfile.ZipInfo]] = {}
    for info in archive.infolist():
        if not info.is_dir():
            members.setdefault(_member_name(info), []).append(info)
    return members


def _member_name(info: zipfile.ZipInfo) -> str:
    """Return the name of a member, decoded as its bytes require.

    A name without the mark for UTF-8 is by the standard in code page 437, but macOS writes UTF-8
    and a Chinese Windows GBK (its superset GB 18030) all the same.
    """
    if info.flag_bits & _NAMED_IN_UTF_8 or info.filename.isascii():
        return info.filename
    raw = info.filename.encode("cp437")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename


def _fetched(url: str, most: int) -> bytes:
    fsspec = optional("fsspec", "fsspec")
    try:
        with fsspec.open(url, "rb") as file:
            data: bytes = file.read(most + 1)
            return data
    except _unopened() as error:
        raise UnreadableSourceError(
            f"{printable(url)} cannot be opened ({error}); download it and name the file"
        ) from error


def _unopened() -> tuple[type[Exception], ...]:
    """Return what fsspec raises for a URL, besides `OSError`.

    That is `ImportError` where the library of a protocol is absent, and the errors of the library
    under HTTP, which is known once it has been used.
    """
    aiohttp = sys.modules.get("aiohttp")
    return (ValueError, ImportError, *((aiohttp.ClientError,) if aiohttp else ()))
