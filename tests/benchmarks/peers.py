"""What else reads such files, and the floor below which no reader on lxml can go.

A program that is not installed takes no part; the extra `benchmark` installs them all.
"""

import io
import tempfile
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path

import docx
from lxml import etree, html

from tests.benchmarks import inputs

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Reader = Callable[[bytes], object]


def docx_floor(data: bytes) -> object:
    """Unpack and parse the main part of a Word file."""
    return etree.fromstring(inputs.unpacked(data))


def html_floor(data: bytes) -> object:
    """Parse a page."""
    return html.document_fromstring(data)


def docx_texts(data: bytes) -> object:
    """Collect the text of each paragraph, in cells or not, and nothing else."""
    paragraphs = etree.fromstring(inputs.unpacked(data)).iter(f"{_WORD}p")
    return ["".join(each.text or "" for each in found.iter(f"{_WORD}t")) for found in paragraphs]


def html_texts(data: bytes) -> object:
    """Collect the text and the spans of each cell, the text of each paragraph, and nothing else."""
    root = html.document_fromstring(data)
    cells = [
        ["".join(cell.itertext()).strip(), cell.get("colspan"), cell.get("rowspan")]
        for cell in root.iter("td", "th")
    ]
    return cells, ["".join(paragraph.itertext()).strip() for paragraph in root.iter("p")]


def python_docx(data: bytes) -> object:
    """Walk the paragraphs and the cells of every table, as the manual of python-docx shows."""
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in document.paragraphs], cells


def _mammoth(data: bytes) -> object:
    return import_module("mammoth").convert_to_html(io.BytesIO(data))


def _docx2python(data: bytes) -> object:
    with import_module("docx2python").docx2python(io.BytesIO(data)) as found:
        return found.body


def _markitdown(suffix: str) -> Reader:
    converter = import_module("markitdown").MarkItDown(enable_plugins=False)
    return lambda data: converter.convert_stream(io.BytesIO(data), file_extension=suffix)


def _pandoc(data: bytes) -> object:
    with tempfile.NamedTemporaryFile(suffix=".docx") as file:
        Path(file.name).write_bytes(data)
        return import_module("pypandoc").convert_file(file.name, "html", format="docx")


def _tika(suffix: str) -> Reader:
    extractor = import_module("extractous").Extractor()

    def read(data: bytes) -> object:
        with tempfile.NamedTemporaryFile(suffix=suffix) as file:
            Path(file.name).write_bytes(data)
            return extractor.extract_file_to_string(file.name)

    return read


def pandas_read_html(data: bytes) -> object:
    """Make a data frame of each table of a page."""
    return import_module("pandas").read_html(io.StringIO(data.decode()), flavor="lxml")


def _trafilatura(data: bytes) -> object:
    return import_module("trafilatura").extract(data, include_tables=True)


def _present(candidates: dict[str, tuple[str, Callable[[], Reader]]]) -> dict[str, Reader]:
    found: dict[str, Reader] = {}
    for name, (module, make) in candidates.items():
        with suppress(ImportError):
            import_module(module)
            found[name] = make()
    return found


def docx_peers() -> dict[str, Reader]:
    """Return what reads Word files, by name."""
    return {
        "lxml, collecting texts alone": docx_texts,
        "python-docx, walking the cells": python_docx,
        **_present(
            {
                "docx2python": ("docx2python", lambda: _docx2python),
                "mammoth": ("mammoth", lambda: _mammoth),
                "markitdown": ("markitdown", lambda: _markitdown(".docx")),
                "pandoc": ("pypandoc", lambda: _pandoc),
                "Tika (extractous)": ("extractous", lambda: _tika(".docx")),
            }
        ),
    }


def html_peers() -> dict[str, Reader]:
    """Return what reads web pages, by name."""
    return {
        "lxml, collecting texts alone": html_texts,
        **_present(
            {
                "pandas.read_html": ("pandas", lambda: pandas_read_html),
                "trafilatura": ("trafilatura", lambda: _trafilatura),
                "markitdown": ("markitdown", lambda: _markitdown(".html")),
                "Tika (extractous)": ("extractous", lambda: _tika(".html")),
            }
        ),
    }
