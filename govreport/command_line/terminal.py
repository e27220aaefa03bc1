"""Texts on a terminal: how wide they are, and where they break.

A character takes two columns where East Asian Width (Unicode Standard Annex 11) says wide or
full-width, none where it only modifies its neighbour, else one.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from govreport.command_line.messages import visible
from govreport.expressions import expression

_WORD = expression(r"[!-~]+|.", re.DOTALL)


def padded(text: str, width: int, to_right: bool = False) -> str:
    """Return a text with blanks behind it, or before it, up to a number of columns."""
    blanks = " " * (width - text_width(text))
    return blanks + text if to_right else text + blanks


def hanging(label: str, text: str, width: int) -> Iterator[str]:
    """Yield a text behind its label, its further lines indented as deep."""
    for position, line in enumerate(wrapped(text, max(width - len(label), 20))):
        yield (label if position == 0 else " " * len(label)) + line


def wrapped(text: str, width: int) -> list[str]:
    """Return the lines of a text of at most `width` columns; words of ASCII stay whole if they can."""
    lines = []
    for printed in visible(text).split("\n"):
        line, used = "", 0
        for word in _fitting_words(printed, width):
            size = text_width(word)
            if used + size > width:
                lines.append(line.rstrip())
                line, used = "", 0
                word = word.lstrip()
                size = text_width(word)
            line += word
            used += size
        lines.append(line.rstrip())
    return lines


def _fitting_words(text: str, width: int) -> Iterator[str]:
    for word in _WORD.findall(text):
        for start in range(0, len(word), width):
            yield word[start : start + width]


def words_of(text: str) -> list[str]:
    """Return what a text may be broken between: words of ASCII, and every other character."""
    return _WORD.findall(visible(text))


def widest(texts: Iterable[str]) -> int:
    """Return how many columns the widest line of some texts takes."""
    return max(
        (text_width(line) for text in texts for line in visible(text).split("\n")), default=0
    )


def text_width(text: str) -> int:
    """Return how many columns a text takes on a terminal."""
    return sum(_character_width(character) for character in text)


def _character_width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
