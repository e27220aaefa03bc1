"""Programs that take the text of a PDF file, each as far as it is installed."""

import io
import shutil
import subprocess
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

Extract = Callable[[bytes], str]


def _by_pdfium(data: bytes) -> str:
    document = import_module("pypdfium2").PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def _by_pdfminer(data: bytes) -> str:
    return str(import_module("pdfminer.high_level").extract_text(io.BytesIO(data)))


def _by_pdfplumber(data: bytes) -> str:
    with import_module("pdfplumber").open(io.BytesIO(data)) as document:
        return "\n".join(page.extract_text() or "" for page in document.pages)


def _tables_of_pdfplumber(data: bytes) -> str:
    """Return the tables that pdfplumber finds as rows of bars, after the text of their page."""
    lines: list[str] = []
    with import_module("pdfplumber").open(io.BytesIO(data)) as document:
        for page in document.pages:
            lines.append(page.extract_text() or "")
            for table in page.extract_tables():
                lines += [
                    "| " + " | ".join((cell or "").replace("\n", "") for cell in row) + " |"
                    for row in table
                ]
                lines.append("")
    return "\n".join(lines)


def _by_pdftotext(*options: str) -> Extract:
    def extract(data: bytes) -> str:
        command = ["pdftotext", *options, "-", "-"]
        return subprocess.run(
            command, input=data, capture_output=True, check=True
        ).stdout.decode()

    return extract


def programs() -> dict[str, Extract]:
    """Return what is installed, by its name."""
    found: dict[str, Extract] = {"pypdfium2": _by_pdfium}
    if find_spec("pdfminer"):
        found["pdfminer.six"] = _by_pdfminer
    if find_spec("pdfplumber"):
        found["pdfplumber"] = _by_pdfplumber
        found["pdfplumber, its tables"] = _tables_of_pdfplumber
    if shutil.which("pdftotext"):
        found["pdftotext"] = _by_pdftotext()
        found["pdftotext -layout"] = _by_pdftotext("-layout")
    return found
