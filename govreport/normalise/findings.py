"""Reports damage that is found and left, because no repair of it would be certain."""

import re
from collections.abc import Iterator, Sequence

from govreport.expressions import expression
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.normalise.fences import Span, merged
from govreport.normalise.parts import Part
from govreport.normalise.steps import lost_marks
from govreport.normalise.steps.adverts import suspected
from govreport.normalise.steps.mojibake import undecoded
from govreport.normalise.steps.placeholders import PRIVATE
from govreport.normalise.steps.script import left_traditional
from govreport.normalise.steps.slips import is_one_byte_off, slips_in, unproved

_LOST_UNIT = expression(
    r"(?<![0-9])(?:20[0-9]{2}(?:[0-9]{1,2}月|[0-9]{1,4}日|(?=政府信息))|[〔﹝\[（(]20[0-9]{2}[0-9]{1,3}号)"
    r"|(?<=[自至到于])[0-9]{3,4}日"
)

_SLIPPED_LINE = expression(r"^[?？\ufffd][^\x00-\x7f]{3,40}", re.M)
"""A line that lost its first byte: `?弧⒖傮w` was 一、總體."""


def findings(parts: Sequence[Part], texts: Sequence[str]) -> tuple[Diagnostic, ...]:
    """Return the damage that is left in the normalised texts, in their order."""
    found = [
        diagnostic(code, part.place, quoted)
        for part, text in zip(parts, texts, strict=True)
        for code, quoted in _of_text(text)
    ]
    found += [
        diagnostic("traditional-text", parts[number].place, line)
        for number, line in left_traditional(texts)
    ]
    return tuple(found)


def _of_text(text: str) -> Iterator[tuple[str, str]]:
    """Yield the damage left in a text: the code of the finding and the quotation."""
    for code, (start, end) in _damaged(text):
        yield code, text[max(0, start - 6) : end + 6]
    for sentence in suspected(text):
        yield "suspected-advert", sentence


def _damaged(text: str) -> Iterator[tuple[str, Span]]:
    """Yield where a text is still damaged, with the code of the finding."""
    yield from (("lost-unit", match.span()) for match in _LOST_UNIT.finditer(text))
    yield from (("unproved-slip", match.span()) for match in slips_in(text))
    yield from _garbled(text)
    yield from _lost(text)
    yield from (("unknown-character", match.span()) for match in PRIVATE.finditer(text))


def _garbled(text: str) -> Iterator[tuple[str, Span]]:
    """Yield what was decoded wrongly, then the lines besides that lost their first byte."""
    garbled = merged(undecoded(text))
    for start, end in garbled:
        yield _code_of(text[start:end]), (start, end)
    for match in _SLIPPED_LINE.finditer(text):
        known = any(start < match.end() and match.start() < end for start, end in garbled)
        if not known and is_one_byte_off(match[0]):
            yield "unproved-slip", match.span()


def _lost(text: str) -> Iterator[tuple[str, Span]]:
    """Yield the marks that stand for a character, but for those of unproved slips."""
    slips = unproved(text)
    for start, end in lost_marks.lost(text):
        if not any(first <= start < last for first, last in slips):
            yield "lost-character", (start, end)


def _code_of(stretch: str) -> str:
    """Return the code of the finding for a stretch that was decoded wrongly."""
    if not stretch.strip("\ufffd"):
        return "lost-character"
    return "unproved-slip" if is_one_byte_off(stretch) else "garbled-text"
