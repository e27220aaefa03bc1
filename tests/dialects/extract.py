"""Runs one extraction program over files; started by `regenerate` inside that program's environment.

Standard input holds a JSON list of jobs, each an object with `source` and `target` (paths) and
`options` (a text whose meaning is the program's own). Needs only that program.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path


def with_trafilatura(source: Path, options: str) -> str:
    """Return what trafilatura prints of a web page: its defaults, or with what `options` names."""
    import trafilatura

    page = source.read_text("utf-8")
    chosen: dict[str, dict[str, object]] = {
        "": {},
        "recall": {"include_tables": True, "favor_recall": True},
        "markdown": {"include_tables": True, "output_format": "markdown"},
        "formatting": {"include_tables": True, "include_formatting": True},
        "deduplicate": {"include_tables": True, "deduplicate": True},
    }
    return trafilatura.extract(page, **chosen[options]) or ""


def with_extractous(source: Path, options: str) -> str:
    """Return what Apache Tika prints of a file, as the wheel extractous carries it."""
    from extractous import Extractor

    text, _ = Extractor().extract_file_to_string(str(source))
    return str(text)


def with_pypandoc_binary(source: Path, options: str) -> str:
    """Return what pandoc prints of a file in the format that `options` names."""
    import pypandoc

    return str(pypandoc.convert_file(str(source), options))


def with_markitdown(source: Path, options: str) -> str:
    """Return the Markdown that markitdown makes of a file."""
    from markitdown import MarkItDown

    return str(MarkItDown().convert(str(source)).text_content)


def with_html_text(source: Path, options: str) -> str:
    """Return what html-text prints of a web page."""
    import html_text

    return str(html_text.extract_text(source.read_text("utf-8")))


def with_inscriptis(source: Path, options: str) -> str:
    """Return what inscriptis prints of a web page."""
    from inscriptis import get_text

    return str(get_text(source.read_text("utf-8")))


def with_docx2txt(source: Path, options: str) -> str:
    """Return what docx2txt prints of a Word file."""
    import docx2txt

    return str(docx2txt.process(str(source)))


PROGRAMS: dict[str, Callable[[Path, str], str]] = {
    "trafilatura": with_trafilatura,
    "extractous": with_extractous,
    "pypandoc_binary": with_pypandoc_binary,
    "markitdown": with_markitdown,
    "html-text": with_html_text,
    "inscriptis": with_inscriptis,
    "docx2txt": with_docx2txt,
}


def main() -> None:
    """Do the jobs of standard input with the program that the first argument names."""
    extract = PROGRAMS[sys.argv[1]]
    for job in json.load(sys.stdin):
        text = extract(Path(job["source"]), job["options"])
        lines = text.replace("\r\n", "\n").replace("\r", "\n")
        Path(job["target"]).write_bytes(lines.encode("utf-8"))


if __name__ == "__main__":
    main()
