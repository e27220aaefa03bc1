"""Texts on a terminal: how wide they are, and where they break.

A character takes two columns where East Asian Width (Unicode Standard Annex 11) says wide or
full-width, none if it only modifies its neighbour, else one. No line begins with a mark that
closes or ends with one that opens (Requirements for Chinese Text Layout, W3C, section 3.1.2).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from govreport.command_line.messages import visible
from govreport.expressions import expression

_WORD = expression(r"[!-~−]+|.", re.DOTALL)
_NEVER_FIRST = frozenset("，。、；：？！）》」』】〕〉”’％‰…—～·),.;:?!]}%")
_NEVER_LAST = frozenset("（《「『【〔〈“‘([{")
_MOST_TAKEN_ALONG = 4
"""The most words that a mark at the wrong end of a line takes along to the next one."""


def terminal_width() -> int:
    """Return how many columns there are, at least forty."""
    import shutil  # loads every compressor

    return max(shutil.get_terminal_size().columns, 40)


def padded(text: str, width: int, to_right: bool = False) -> str:
    """Return a text with blanks after it, or before it, up to a number of columns."""
    blanks = " " * (width - text_width(text))
    return blanks + text if to_right else text + blanks


def hanging(label: str, text: str, width: int) -> Iterator[str]:
    """Yield a text after its label, its further lines indented as deep."""
    deep = text_width(label)
    for position, line in enumerate(wrapped(text, max(width - deep, 20))):
        yield (label if position == 0 else " " * deep) + line


def wrapped(text: str, width: int) -> list[str]:
    """Return the lines of a text of at most `width` columns; words of ASCII stay whole if they can."""
    lines = []
    for printed in visible(text).split("\n"):
        line: list[str] = []
        used = 0
        for word in _fitting_words(printed, width):
            size = text_width(word)
            if used + size > width:
                kept, line = _broken(line, word, width)
                lines.append("".join(kept).rstrip())
                word = word if line else word.lstrip()
                size = text_width(word)
                used = text_width("".join(line))
            line.append(word)
            used += size
        lines.append("".join(line).rstrip())
    return lines


def _broken(line: list[str], word: str, width: int) -> tuple[list[str], list[str]]:
    """Return what stays on a full line before a word, and what continues with it to the next.

    If there is no good break nearby, the line breaks where it is full.
    """
    following = word
    for at in range(len(line), max(len(line) - _MOST_TAKEN_ALONG, 0), -1):
        before = "".join(line[:at]).rstrip()
        fits = text_width("".join(line[at:])) + text_width(word) <= width
        if not fits or not before:
            break
        if before[-1] not in _NEVER_LAST and following[:1] not in _NEVER_FIRST:
            return line[:at], line[at:]
        following = line[at - 1]
    return line, []


def _fitting_words(text: str, width: int) -> Iterator[str]:
    """Yield words no longer than a line, with room for two marks after one."""
    longest = max(width - 4, 1)
    for word in _WORD.findall(text):
        for start in range(0, len(word), longest):
            yield word[start : start + longest]


def words_of(text: str) -> list[str]:
    """Return the pieces between which a text may break: words of ASCII and single characters."""
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
