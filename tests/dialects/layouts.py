"""Print how much is read of text that keeps the layout of a page in blanks.

    python -m tests.dialects.layouts

The reports of `tests/dialects/sources.py` are written as Word files and web pages, and printed by
the programs below that are installed (Debian's libreoffice-writer, poppler-utils, w3m, lynx).
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import govreport
from tests.dialects.comparison import Comparison, truth_of
from tests.dialects.sources import reports

_Printer = Callable[[Path, Path], Path]


def _run(*command: str | Path) -> bytes:
    done = subprocess.run(command, capture_output=True, check=True, timeout=120)
    return done.stdout


def _pdftotext(word: Path, page: Path) -> Path:
    pdf = word.with_suffix(".pdf")
    if not pdf.exists():
        _run("soffice", "--headless", "--convert-to", "pdf", "--outdir", word.parent, word)
    printed = word.with_suffix(".layout.txt")
    _run("pdftotext", "-layout", pdf, printed)
    return printed


def _w3m(word: Path, page: Path) -> Path:
    printed = page.with_suffix(".w3m.txt")
    printed.write_bytes(_run("w3m", "-dump", "-cols", "160", page))
    return printed


def _lynx(word: Path, page: Path) -> Path:
    printed = page.with_suffix(".lynx.txt")
    options = ("-dump", "-width=180", "-display_charset=utf-8")
    printed.write_bytes(_run("lynx", *options, page))
    return printed


PRINTERS: dict[str, tuple[tuple[str, ...], _Printer]] = {
    "pdftotext -layout": (("soffice", "pdftotext"), _pdftotext),
    "w3m -dump -cols 160": (("w3m",), _w3m),
    "lynx -dump -width=180": (("lynx",), _lynx),
}


def main() -> None:
    """Print the table as Markdown."""
    sys.stdout.write("| printed by | numbers | right | open | WRONG | share |\n")
    sys.stdout.write("| --- | --- | --- | --- | --- | --- |\n")
    with tempfile.TemporaryDirectory() as folder:
        for name, (programs, printer) in PRINTERS.items():
            if all(map(shutil.which, programs)):
                found = [_read(Path(folder), report, printer) for report in reports()]
                sys.stdout.write(f"| {name} | {' | '.join(_counts(found))} |\n")


def _read(folder: Path, report: str, printer: _Printer) -> Comparison:
    word, page = folder / f"{report}.docx", folder / f"{report}.html"
    document = reports()[report]
    word.write_bytes(govreport.dumps(document, "docx"))
    page.write_text(govreport.dumps(document, "html"), "utf-8")
    printed = printer(word, page)
    return Comparison(govreport.read(printed), truth_of(report))


def _counts(found: list[Comparison]) -> list[str]:
    numbers = sum(len(each.numbers()) for each in found)
    right = sum(each.right() for each in found)
    unread = sum(len(each.open()) for each in found)
    wrong = sum(len(each.wrong()) for each in found)
    return [str(numbers), str(right), str(unread), str(wrong), f"{100 * right / numbers:.1f}%"]


if __name__ == "__main__":
    main()
