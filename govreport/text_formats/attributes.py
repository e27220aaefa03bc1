"""Attributes that pandoc's Markdown prints of a page: `[text]{style="…"}`, `# title {.name}`, `:::`.

They are none of the text that the page shows (pandoc's manual, "bracketed_spans",
"header_attributes" and "fenced_divs"). A table keeps them in its lines, whose places tell its
columns, and loses them in its cells.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from govreport.expressions import expression
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.text_formats.lines import Line

_ATTRIBUTE = r"""(?:[.#][^\s{}="']+|[A-Za-z][\w:.\-]*=(?:"[^"{}]*"|[^\s{}"]+))"""
_ATTRIBUTES = rf"\{{\s*{_ATTRIBUTE}(?:\s+{_ATTRIBUTE})*\s*\}}"
_SPAN = expression(rf"(?<![!\\])\[([^\[\]]*)\]{_ATTRIBUTES}")
_HEADING = expression(rf"^(#{{1,6}}[ \t].*\S)[ \t]+{_ATTRIBUTES}[ \t]*$", re.MULTILINE)
_FENCE = expression(rf":{{3,}}(?:[ \t]*(?:{_ATTRIBUTES}|[A-Za-z][\w\-]*))?[ \t]*:*")
_TABLE_SIGNS = ("|", "+", ":::")
_MOST_NESTED = 6
"""Spans within one another that are taken off."""
_LEFT_OUT = "attributes that no page shows were left out"


def without_attributes(lines: list[Line]) -> tuple[list[Line], list[Diagnostic]]:
    """Return the lines without the attributes of spans and headings, and without fences of parts.

    An attribute list may be broken over several lines. The first that is left out is told.
    """
    if not any("]{" in line.text or " {" in line.text for line in lines):
        return lines, []
    kept: list[Line] = []
    first: tuple[Line, str] | None = None
    for sign, group in groupby(lines, _sort):
        run = list(group)
        if sign == ":::":
            first = first or (run[0], run[0].text.strip())
        elif sign != "":
            kept += run
        else:
            plain, found = _plain(run)
            kept += plain
            first = first or (found and (run[0], found)) or None
    if first is None:
        return lines, []
    return kept, [diagnostic("extractor-noise", f"line {first[0].number}", first[1], _LEFT_OUT)]


def _sort(line: Line) -> str:
    """Return "" for a line of text, else the sign of what the line belongs to."""
    text = line.text.strip()
    if not text:
        return " "
    if text.startswith(":::"):
        return ":::" if _FENCE.fullmatch(text) else ""
    return next((sign for sign in _TABLE_SIGNS if text.startswith(sign)), "")


def _plain(run: Sequence[Line]) -> tuple[Iterator[Line], str]:
    """Return the lines of a paragraph without attributes, and the first attributes."""
    text = "\n".join(line.text for line in run)
    plain = without_spans(_HEADING.sub(r"\1", text))
    if plain == text:
        return iter(run), ""
    found = _SPAN.search(text) or _HEADING.search(text)
    # A paragraph that was broken within attributes has fewer lines without them.
    rest = zip(run, plain.split("\n"), strict=False)
    return (Line(line.number, each) for line, each in rest), found[0] if found else ""


def without_spans(text: str) -> str:
    """Return a text without brackets and attributes around parts of it."""
    for _ in range(_MOST_NESTED):
        if "]{" not in text:
            break
        text = _SPAN.sub(r"\1", text)
    return text
