"""A report as a PDF file, laid out by LibreOffice as it lays out the Word file."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from govreport.conversion import dumps
from govreport.errors import UnwritableDocumentError
from govreport.model.document import ReportDocument
from govreport.targets import replace_file

_PROGRAMS = ("soffice", "libreoffice")
_LONGEST = 180
"""After so many seconds LibreOffice counts as hanging; a report takes some five."""


def write_pdf(document: ReportDocument, target: str | os.PathLike[str]) -> None:
    """Write a document to a path as PDF, by LibreOffice, which must be installed.

    A path is replaced only when everything was written. Raises `UnwritableDocumentError` if
    LibreOffice is absent, fails or hangs, and `OSError` of the file system.
    """
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise UnwritableDocumentError(
            f"{os.fspath(target)}: a PDF file is laid out by LibreOffice, which is not installed"
            " (no soffice in the path); install it, or write .docx and print that"
        )
    with tempfile.TemporaryDirectory() as folder:
        word = Path(folder) / "report.docx"
        data = dumps(document, "docx")
        word.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
        # A profile of its own, so that an open LibreOffice does not interfere.
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
        try:
            run = subprocess.run(  # noqa: S603 - a program of the path, files of our own
                [*command, str(word)], capture_output=True, text=True, timeout=_LONGEST
            )
        except subprocess.TimeoutExpired as error:
            raise UnwritableDocumentError(
                f"{os.fspath(target)}: LibreOffice did not end within {_LONGEST} seconds; write"
                " .docx and print that"
            ) from error
        made = Path(folder) / "report.pdf"
        if not made.is_file():
            raise UnwritableDocumentError(
                f"{os.fspath(target)}: LibreOffice made no PDF file"
                f" ({' '.join(run.stderr.split())[:200]}); write .docx and print that"
            )
        replace_file(Path(target), made.read_bytes())
