"""The XML names of a workbook, each under its transitional namespace, and addresses of cells."""

from typing import Final

_TRANSITIONAL: Final = "http://schemas.openxmlformats.org"
SHEET: Final = f"{{{_TRANSITIONAL}/spreadsheetml/2006/main}}"
DRAWING: Final = f"{{{_TRANSITIONAL}/drawingml/2006/main}}"
PLACED: Final = f"{{{_TRANSITIONAL}/drawingml/2006/spreadsheetDrawing}}"
RELATION_ID: Final = f"{{{_TRANSITIONAL}/officeDocument/2006/relationships}}id"
DUBLIN_CORE: Final = "{http://purl.org/dc/elements/1.1/}"

Position = tuple[int, int]
"""A cell of a sheet: its row and its column, both counted from 1."""

MOST_ROWS: Final = 1_048_576
MOST_COLUMNS: Final = 16_384
"""The most that a sheet has (ECMA-376-1, 18.3.1.73 and Excel's own limits)."""


def address(row: int, column: int) -> str:
    """Return the address of a cell: `D7` for row 7, column 4."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"


def position(reference: str) -> Position | None:
    """Return the row and column of an address such as `D7` or `$D$7`, None for anything else."""
    plain = reference.replace("$", "").upper()
    letters = plain.rstrip("0123456789")
    digits = plain[len(letters) :]
    if not (letters.isascii() and letters.isalpha() and len(letters) <= 3 and digits):
        return None
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    row = int(digits) if len(digits) <= 7 else 0
    return (row, column) if 0 < row <= MOST_ROWS and column <= MOST_COLUMNS else None


def is_on(value: str | None) -> bool:
    """Whether a Boolean attribute is on (XML Schema, part 2, section 3.3.2)."""
    return value in ("1", "true")


def whole(value: str | None) -> int:
    """Return the number that an attribute states, 0 for anything else."""
    digits = value or ""
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 10 else 0
