"""The output that commands share: languages, colours, and framed rows for a terminal."""

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from decimal import Decimal
from itertools import zip_longest
from pathlib import Path
from typing import Any, Literal

from govreport.command_line.messages import visible, visible_json
from govreport.command_line.options import add_reading
from govreport.command_line.terminal import padded, terminal_width, text_width, wrapped
from govreport.targets import replace_file

Colour = Literal["red", "yellow", "green", "bold", "dim"]
Row = tuple[Sequence[str], Colour | None]

_CODES: dict[Colour, str] = {"red": "31", "yellow": "33", "green": "32", "bold": "1", "dim": "2"}
_NARROWEST = 24


def has_colour() -> bool:
    """Whether standard output is a terminal that shows colours (https://no-color.org)."""
    dumb = os.environ.get("TERM", "") in ("", "dumb")
    return sys.stdout.isatty() and not dumb and not os.environ.get("NO_COLOR")


def coloured(text: str, colour: Colour | None) -> str:
    """Return a text in a colour, if the terminal has colours."""
    return f"\x1b[{_CODES[colour]}m{text}\x1b[0m" if colour and has_colour() else text


def framed(rows: Sequence[Row], width: int | None = None) -> Iterator[str]:
    """Yield the lines of a table in a frame; the last column takes the rest of the width.

    The width is by default the terminal's. If it is too little, the columns are printed below each
    other instead.
    """
    width = width or terminal_width()
    count = len(rows[0][0])
    widths = [max(text_width(cells[at]) for cells, _ in rows) for at in range(count - 1)]
    last = width - sum(widths) - 3 * count - 1
    if last < _NARROWEST:
        yield from _stacked(rows, width)
        return
    widest = max(text_width(line) for cells, _ in rows for line in cells[-1].split("\n"))
    widths.append(min(last, widest))
    yield _rule("┌┬┐", widths)
    for position, row in enumerate(rows):
        if position:
            yield _rule("├┼┤", widths)
        yield from _framed_row(row, widths)
    yield _rule("└┴┘", widths)


def _framed_row(row: Row, widths: Sequence[int]) -> Iterator[str]:
    """Yield the lines of a row, as many as its longest cell takes."""
    cells, colour = row
    columns = [wrapped(cell, size) for cell, size in zip(cells, widths, strict=True)]
    for line in zip_longest(*columns, fillvalue=""):
        first, *others = (padded(text, size) for text, size in zip(line, widths, strict=True))
        yield "│ " + " │ ".join((coloured(first, colour), *others)) + " │"


def _stacked(rows: Sequence[Row], width: int) -> Iterator[str]:
    for position, (cells, colour) in enumerate(rows):
        if position:
            yield ""
        yield coloured(" ".join(filter(None, cells[:-1])), colour)
        yield from (f"  {line}" for line in wrapped(cells[-1], width - 2))


def _rule(corners: str, widths: Sequence[int]) -> str:
    return corners[0] + corners[1].join("─" * (width + 2) for width in widths) + corners[2]


def write_page(page: str, target: str) -> None:
    """Write an HTML page to a path, whole or not at all, or to standard output for `-`."""
    if target == "-":
        sys.stdout.write(page)
    else:
        replace_file(Path(target), page.encode("utf-8"))


def add_output_options(parser: argparse.ArgumentParser, *more_formats: str) -> None:
    """Add the options that every command of this package has, and its own formats."""
    parser.add_argument(
        "--html", metavar="OUT", help="write a web page that shows the result in place, or -"
    )
    parser.add_argument(
        "--format",
        choices=("text", "json", "github", *more_formats),
        default="text",
        help="how to print the result",
    )
    add_reading(parser)


def github_line(severity: str, file: str, title: str, message: str) -> str:
    """Return a workflow command of GitHub Actions that annotates a file.

    Characters that would control the terminal of a reader of the log are escaped as everywhere.
    """
    values = (("file", file), ("title", title))
    properties = ",".join(f"{name}={_github(value, ':,')}" for name, value in values)
    return f"::{severity} {properties}::{_github(message)}"


def _github(text: str, more: str = "") -> str:
    text = visible(text)
    for character in f"%\r\n{more}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def print_lines(lines: Iterator[str]) -> None:
    """Print lines to standard output."""
    for line in lines:
        print(line)


def as_json(value: object) -> Any:
    """Return a value for JSON: an object as its fields; a number with a fraction as a string, to stay exact."""
    if is_dataclass(value):
        return {each.name: as_json(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple | list):
        return [as_json(each) for each in value]
    return str(value) if isinstance(value, Decimal) else value


def json_lines(value: object) -> str:
    """Return a value as indented JSON that controls no terminal."""
    return visible_json(json.dumps(as_json(value), ensure_ascii=False, indent=2))
