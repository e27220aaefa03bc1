"""Draws the pictures of the walk-through with LibreOffice and Chromium.

`python -m tests.walkthrough.pictures` draws those of the documentation again.
"""

import struct
import subprocess
import tempfile
import zlib
from pathlib import Path

import openpyxl
import pypdfium2

from tests.walkthrough.walking import DOCS, PAGES, walked

FOLDER = DOCS / "pictures"
CEILING = 150_000
"""Bytes that a picture may have."""


def draw(folder: Path, target: Path) -> list[Path]:
    """Walk the Chinese page in a folder and draw what it shows into another; return the pictures."""
    walked((DOCS / PAGES["zh"]).read_text("utf-8"), folder)
    # The form as it was returned first: the walk mends it.
    form = folder / "first.xlsx"
    book = openpyxl.load_workbook(folder / "returned" / "水利局.xlsx")
    book["表三"]["D8"] = 3
    for name in set(book.sheetnames) - {"表三"}:
        book[name].sheet_state = "hidden"
    book.active = book.sheetnames.index("表三")
    book.save(form)
    return [
        _sheet(form, target / "form.png"),
        _page(folder / "findings.html", target / "findings.png", 900, 1240),
        _page(folder / "site" / "2024.html", target / "published.png", 900, 760),
    ]


def _sheet(form: Path, picture: Path) -> Path:
    folder = form.parent
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    _run([*command, str(form)])
    with pypdfium2.PdfDocument(form.with_suffix(".pdf")) as pages:
        drawn = pages[0].render(scale=100 / 72, crop=(145, 70, 145, 68), rev_byteorder=True)
        picture.write_bytes(png(drawn.width, drawn.height, drawn.stride, bytes(drawn.buffer)))
    return picture


def png(width: int, height: int, stride: int, rows: bytes) -> bytes:
    """Return a picture of red, green and blue bytes, a row every `stride`, as PNG (ISO/IEC 15948)."""
    lines = (rows[at : at + width * 3] for at in range(0, stride * height, stride))
    data = zlib.compress(b"".join(b"\0" + line for line in lines), 9)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )


def _page(page: Path, picture: Path, width: int, height: int) -> Path:
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    window = [f"--window-size={width},{height}", f"--screenshot={picture}"]
    _run([*command, *window, page.as_uri()])
    return picture


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=180)


def main() -> None:
    """Draw the pictures of the documentation."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        draw(Path(folder), FOLDER)


if __name__ == "__main__":
    main()
