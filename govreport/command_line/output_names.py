"""The names of files made from many sources in one folder."""

import os
from collections.abc import Iterable, Sequence
from itertools import takewhile
from pathlib import Path
from urllib.parse import urlsplit

import govreport
from govreport.command_line.options import STANDARD_INPUT, is_source
from govreport.errors import UnwritableDocumentError

SUFFIXES = {
    "docx": ".docx",
    "html": ".html",
    "json": ".json",
    "pipe": ".pipe.txt",
    "tab": ".tab.txt",
}
"""The suffix of each format that is written."""

_LONG_SUFFIXES = (".pipe.txt", ".tab.txt")
_WILD = "*?["


class NamedSources:
    """The sources of a command line, file by file, each with its path below the name given.

    A file of a folder or an archive keeps its path below that, so that `2022/a.docx` and
    `2023/a.docx` stay two files; any other keeps its own name.
    """

    def __init__(self, named: Sequence[str]) -> None:
        self.below: dict[str, Path] = {}
        for each in named:
            for name in govreport.find_sources([each]):
                self.below.setdefault(name, _below(name, each))

    def names(self) -> Iterable[str]:
        """Return the sources in order, each once."""
        return self.below.keys()


class OutputNames:
    """Gives each source its files in a folder, and no file to two sources."""

    def __init__(self, folder: str, sources: NamedSources) -> None:
        self._folder = Path(folder)
        self._sources = sources
        self._taken: dict[Path, str] = {}

    def target(self, name: str, format: str) -> str:
        """Return the path that a source is written to in a format.

        Raises `UnwritableDocumentError` where that file was made of another source, or is the
        source itself.
        """
        target = self._folder / _with_suffix(self._sources.below[name], SUFFIXES[format])
        other = self._taken.setdefault(target, name)
        if other != name:
            raise UnwritableDocumentError(
                f"{target} was already made from {other}; convert this one into another folder"
            )
        if is_source(os.fspath(target), name):
            raise UnwritableDocumentError(f"{target} is the source itself; name another folder")
        return os.fspath(target)


def _below(name: str, named: str) -> Path:
    if name == STANDARD_INPUT:
        return Path("standard-input")
    if "://" in name:
        return Path(Path(urlsplit(name).path).name or "page")
    start = _start_of(named)
    within = name[len(start) :] if name != start and name.startswith(start) else ""
    # A member of an archive may be called `../a` or `/a`, and stays below the folder all the same.
    path = Path(within or Path(name).name)
    return Path(*(part for part in path.parts if part not in ("..", path.anchor)))


def _start_of(named: str) -> str:
    """Return the folder or archive that is named, of a pattern what stands before its signs."""
    if not _is_wild(named) or Path(named).exists():
        return named.rstrip("/" + os.sep)
    parts = takewhile(lambda part: not _is_wild(part), Path(named).parts)
    return os.fspath(Path(*above)) if (above := list(parts)) else ""


def _is_wild(name: str) -> bool:
    return any(sign in name for sign in _WILD)


def _with_suffix(path: Path, suffix: str) -> Path:
    for each in _LONG_SUFFIXES:
        if path.name.lower().endswith(each) and len(path.name) > len(each):
            return path.with_name(path.name[: -len(each)] + suffix)
    return path.with_name(path.stem + suffix)
