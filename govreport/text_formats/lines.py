"""The common parts of the two text formats: lines, text blocks and the line about the page.

This module does not know tables. Every step is linear in its input.
"""

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govreport.blocks import Page, TextBlock
from govreport.errors import LimitExceededError
from govreport.expressions import expression
from govreport.limits import Limits
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.model.text import FORBIDDEN_CHARACTER
from govreport.text_formats.emphasis import without_emphasis


class Line(NamedTuple):
    """One printed line without its end, and its number in the source, from 1."""

    number: int
    text: str


_LINE_END = expression(r"\r\n?")
_PAGE_SEPARATOR = expression("[\v\f]")
_NOISE = expression(r"\[(bookmark|image): ([^\[\]]*)\]")
_ESCAPED_BLANK = r"&(?:nbsp|ensp|emsp|thinsp|#0*160|#0*12288|#[xX]0*(?:[aA]0|3000));"
_ESCAPED_BLANKS = expression(
    rf"^[^\S\t]*(?:{_ESCAPED_BLANK}\s*)+|(?<=[|\t])[^\S\t]*(?:{_ESCAPED_BLANK}[^\S\t]*)+"
    rf"|[^\S\t]*(?:{_ESCAPED_BLANK}[^\S\t]*)+(?=[|\t]|$)"
)
"""Blanks that HTML writes as references, at an end of a line or of a cell."""
_ZERO_WIDTH = "[\u200b-\u200d\u2060\ufeff]"
_UNSEEN = expression(f"(?:^|(?<=[|\t ])){_ZERO_WIDTH}+|{_ZERO_WIDTH}+(?=[|\t ]|$)")
"""Zero-width characters at an end of a line or cell, which would make a blank cell look filled."""
_ESCAPED = "character references for blanks at the ends of lines and cells were read as blanks"
_HEADING = expression(r"(#{1,6})[ \t]+")
_OTHER_HEADING = expression(
    r"(?:(?P<signs>={1,6})[ \t]+(?P<text>[^\s=].*?)(?:[ \t]+(?P=signs))?"
    r"|h(?P<level>[1-6])(?:\([^()]*\))?\.[ \t]+(?P<textile>\S.*))"
)
"""A heading as AsciiDoc and wikis mark it with `=`, and as Textile does with `h1.`."""
_RUN_ON_HEADING = expression(
    r"\*\*((?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[^*\s，。；：:]{2,40})\*\*"
    r"(?=[^*\s，。；：:、])"
)
_RULE_SIGNS = "-=_─━—"
_RULE_LINE = expression(f"[{_RULE_SIGNS}]{{5,}}")
_RULES = "lines of dashes drawn between the lines of the text were left out"
_PUBLISHER = r"[^\s：:|]+"
_PAGE_LINE = expression(
    f"发布日期：([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})(?: 来源：({_PUBLISHER}))?|来源：({_PUBLISHER})"
)

_MOST_QUOTED = 10
"""The most lines of one record, whose quoted cells may hold line ends."""


def printed_lines(text: str) -> tuple[list[Line], list[Diagnostic]]:
    """Return the lines of a text, and diagnostics of characters that no format can carry.

    LF, CR LF and CR end a line. So do the page separators FF and VT, which XML cannot carry;
    they and every other such character are dropped with a diagnostic that quotes the line.
    """
    lines: list[Line] = []
    diagnostics: list[Diagnostic] = []
    for number, line in enumerate(_LINE_END.sub("\n", text).removesuffix("\n").split("\n"), 1):
        if match := FORBIDDEN_CHARACTER.search(line):
            start = max(0, match.start() - 20)
            around = FORBIDDEN_CHARACTER.sub("", line[start : match.end() + 20])
            diagnostics.append(diagnostic("forbidden-character", f"line {number}", around))
            # A separator at an end of the line is no line of its own, which would end a table.
            parts = [part for part in _PAGE_SEPARATOR.split(line) if part] or [""]
            lines.extend(Line(number, FORBIDDEN_CHARACTER.sub("", part)) for part in parts)
        else:
            lines.append(Line(number, line))
    return lines, diagnostics


def with_plain_blanks(lines: list[Line]) -> tuple[list[Line], list[Diagnostic]]:
    """Return the lines with one blank for the references that indent them and pad their cells.

    A program that extracts text from HTML's source leaves `&nbsp;` where the page shows a blank.
    Zero-width characters are removed at the same places, where they are invisible.
    """
    kept: list[Line] = []
    first: tuple[Line, re.Match[str]] | None = None
    for line in lines:
        if not line.text.isascii() and _UNSEEN.search(line.text):
            line = Line(line.number, _UNSEEN.sub("", line.text))
        match = _ESCAPED_BLANKS.search(line.text) if "&" in line.text else None
        if match:
            first = first or (line, match)
            line = Line(line.number, _ESCAPED_BLANKS.sub(" ", line.text))
        kept.append(line)
    if first is None:
        return kept, []
    place, quoted = f"line {first[0].number}", first[1][0].strip()
    return kept, [diagnostic("extractor-noise", place, quoted, _ESCAPED)]


def without_noise(lines: list[Line]) -> tuple[list[Line], list[Diagnostic]]:
    """Return the lines without the marks that Apache Tika prints for anchors and pictures.

    A line that held nothing else is removed, because a blank line would end a row or a table. So
    are drawn rules; the first of them is reported.
    """
    kept: list[Line] = []
    diagnostics: list[Diagnostic] = []
    has_rule = False
    for line in lines:
        if line.text[:1] in _RULE_SIGNS and _RULE_LINE.fullmatch(line.text.strip()):
            if not has_rule:
                diagnostics.append(_rule_diagnostic(line))
            has_rule = True
        elif "[" in line.text and (marks := list(_NOISE.finditer(line.text))):
            diagnostics.extend(_noise_diagnostic(mark, line.number) for mark in marks)
            kept.extend(_without_marks(line, marks[0].start()))
        else:
            kept.append(line)
    return kept, diagnostics


def _without_marks(line: Line, first: int) -> Iterator[Line]:
    """Yield what a line holds beside its marks, of which one stands `first`."""
    rest = _NOISE.sub("", line.text)
    if first == 0:
        rest = rest.lstrip()  # what comes after a mark does not open the line
    if rest.strip() or "\t" in rest:
        yield Line(line.number, rest)


def _rule_diagnostic(line: Line) -> Diagnostic:
    return diagnostic("extractor-noise", f"line {line.number}", line.text.strip(), _RULES)


def _noise_diagnostic(mark: re.Match[str], number: int) -> Diagnostic:
    if mark[1] == "image":
        return diagnostic("image", f"line {number}", mark[2].strip())
    return diagnostic("extractor-noise", f"line {number}", mark[0])


def text_blocks(line: str, blank_lines: int = 0) -> Iterator[TextBlock]:
    """Yield the blocks of a line that is not blank and comes after so many that are.

    Two parts of Markdown (CommonMark 0.31, sections 4.2 and 6.2) are understood: one to six `#`
    and a blank before a heading, and `**` around emphasised text; and the headings of AsciiDoc,
    wikis and Textile. Everything else is text. An
    emphasised numbered heading followed by text on its line is a block of its own.
    """
    text = line.strip()
    level = None
    if (match := _HEADING.match(text)) and text[match.end() :]:
        level = len(match[1]) - 1
        text = text[match.end() :].strip()
    elif text[:1] in ("=", "h") and (match := _OTHER_HEADING.fullmatch(text)):
        level = len(match["signs"]) - 1 if match["signs"] else int(match["level"]) - 1
        text = match["text"] or match["textile"]
    elif match := _RUN_ON_HEADING.match(text):
        yield TextBlock(match[1], blank_lines=blank_lines)
        text, blank_lines = text[match.end() :], 0
    yield TextBlock(without_emphasis(text), level, blank_lines=blank_lines)


def page_line(page: Page) -> str | None:
    """Return the first line of the plain form, `发布日期：2022-01-20 来源：某某镇人民政府`.

    Either part may be missing; None if the page says neither.
    """
    parts = []
    if page.publication_date is not None:
        parts.append(f"发布日期：{page.publication_date.isoformat()}")
    if page.publisher is not None:
        parts.append(f"来源：{page.publisher}")
    return " ".join(parts) or None


def take_page_line(lines: list[Line]) -> tuple[Page, list[Line]]:
    """Return the page and the lines without the one that `page_line` printed.

    It can only be the first line that is not blank, in exactly that form: other lines about date
    and source are left to the recogniser.
    """
    for index, line in enumerate(lines):
        if not (text := line.text.strip()):
            continue
        if match := _PAGE_LINE.fullmatch(text):
            date = _date(match[1]) if match[1] else None
            if date or not match[1]:
                page = Page(publication_date=date, publisher=match[2] or match[3])
                return page, lines[index + 1 :]
        break
    return Page(), lines


def _date(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def end_of_quotes(lines: list[Line], start: int) -> int:
    """Return where a record that begins at a line ends by its quotation marks.

    That is `start` where they are not closed.
    """
    end = start + 1
    quotes = lines[start].text.count('"')
    while quotes % 2 and end < min(len(lines), start + _MOST_QUOTED):
        quotes += lines[end].text.count('"')
        end += 1
    return start if quotes % 2 else end


def check_size(rows: Sequence[Sequence[object]], number: int, limits: Limits) -> None:
    """Raise `LimitExceededError` if the rectangle around a table's rows is too large.

    `number` is the line at which the table begins.
    """
    limits.take_cells(len(rows) * max(map(len, rows)), f"line {number}")


def check_input(data: bytes, limits: Limits) -> None:
    """Raise `LimitExceededError` if a source is larger than the limits allow."""
    if len(data) > limits.input_bytes:
        raise LimitExceededError(
            f"the source has {len(data)} bytes, more than the {limits.input_bytes} of"
            " Limits.input_bytes; raise that limit if you trust the source"
        )
    limits.take_bytes(len(data), "the source")


def check_lines(text: str, limits: Limits) -> None:
    """Raise `LimitExceededError` if a text has more lines than the limits allow."""
    ends = sum(map(text.count, "\n\r\v\f")) - text.count("\r\n")
    limits.check("lines", ends + (not text.endswith(("\n", "\r"))), "the source: lines")
