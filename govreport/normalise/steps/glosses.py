"""Removes pinyin after the character that it reads, as script-converting mirrors insert it.

Pinyin is a gloss only if it is a reading of that very character, or of the whole word before it.
The whole document decides whether glosses are damage or the text's own explanations. Mirrors gloss
the everyday characters whose form differs between the scripts, again and again, within words, over
many lines. A text explains a rare character or a rare reading once; a lesson glosses its own lines.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from govreport.expressions import expression
from govreport.normalise.changes import Edit
from govreport.normalise.characters import (
    IDEOGRAPH,
    is_frequent,
    mainland_characters,
    simplified_characters,
)
from govreport.normalise.conversion import AMBIGUOUS, as_simplified
from govreport.normalise.readings import has_reading, reading_count
from govreport.normalise.step import Step
from govreport.normalise.steps.gaps import within_words

_LETTER = "A-Za-zɡÀ-ÖØ-öø-ſǍ-ǜǸǹḾḿẼẽ\u0300-\u030c"
_SYLLABLES = (
    rf"(?:[{_LETTER}]|u:|[ \u00a0\u3000'’·-](?=[{_LETTER}]))+[0-5]?(?:[ ]?[{_LETTER}]+[0-5])*"
)
_BLANK = "[ \u00a0\u3000]?"
_PAIRS = tuple(zip("(（[［【〔{｛", ")）]］】〕}｝", strict=True))
_CLOSED = "|".join(
    rf"{re.escape(opening)}{_BLANK}{_SYLLABLES}{_BLANK}{re.escape(closing)}"
    for opening, closing in _PAIRS
)
_GLOSS = expression(
    # Without a bracket after it, a digit is the text's: 年nián1月.
    rf"(?<=[{IDEOGRAPH}]){_BLANK}(?:(?P<closed>{_CLOSED})"
    rf"|[(（\[【](?P<open>[{_LETTER}]{{1,8}})(?=[^A-Za-z{_LETTER})\]】.@_/ -]|$)"
    rf"|(?P<bare>[{_LETTER}]{{1,8}})(?=[^A-Za-z{_LETTER}.@_/-]|$))"
)
_MARKED = expression("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿăĕĭŏŭ\u0300-\u030c]", re.IGNORECASE)
_QUOTES = ("“”", "‘’", "「」", "『』", '""')
_LONGEST_WORD = 4
_FEW = 3
"""So many glosses of one kind of evidence show that a program inserted them."""
_MANY = 12
"""So many glosses of any kind are more than a text explains."""
_LONG = 15
"""A program would hardly leave a line of so many ideographs without a gloss."""


@dataclass(frozen=True, slots=True)
class Gloss:
    """A gloss: the characters that it reads and its position."""

    read: str
    start: int
    end: int

    @property
    def kind(self) -> bool:
        """Whether it reads a character that differs between the scripts."""
        return any(map(_is_converted, self.read))


def found(text: str) -> Iterator[Gloss]:
    """Yield each gloss of a text."""
    for match in _GLOSS.finditer(text):
        letters = match[match.lastgroup or 0]
        letters = letters[1:-1].strip() if match.lastgroup == "closed" else letters
        read = _read(text[max(0, match.start() - _LONGEST_WORD) : match.start()], letters)
        if not read:
            continue
        if match.lastgroup != "closed" and not _is_plain(letters, text[match.end() :][:1]):
            continue
        # A character quoted with its reading, “徵（zhǐ）”, is the subject of the text.
        first = match.start() - len(read)
        quoted = text[first - 1 : first] + text[match.end() : match.end() + 1]
        if quoted not in _QUOTES:
            yield Gloss(read, match.start(), match.end())


def _is_plain(letters: str, after: str) -> bool:
    """Whether letters without a closing bracket are not a Latin word, by a tone or their number."""
    if _MARKED.search(letters):
        return True
    return len(letters) > 1 and letters.islower() and not after.isdigit()


def _read(before: str, letters: str) -> str:
    """Return the characters before a gloss that it reads: one, a word, or nothing."""
    syllables = re.sub("[ \u00a0\u3000'’·-]", "", letters)
    for length in range(1, len(before) + 1):
        if _reads(before[-length:], syllables):
            return before[-length:]
    return ""


def _reads(characters: str, letters: str) -> bool:
    if len(characters) == 1:
        return len(letters) <= 9 and has_reading(characters, letters)
    return any(
        has_reading(characters[0], letters[:size]) and _reads(characters[1:], letters[size:])
        for size in range(1, min(8, len(letters) - len(characters) + 2))
    )


def _is_converted(character: str) -> bool:
    return (
        character not in mainland_characters()
        or character in simplified_characters()
        or character in AMBIGUOUS
    )


def _is_everyday(read: str) -> bool:
    """Whether a character or a word is so common that nobody would explain its reading."""
    rare_reading = len(read) == 1 and reading_count(read) > 1 and not _is_converted(read)
    return all(map(is_frequent, as_simplified(read))) and not rare_reading


def _has_any(text: str) -> bool:
    return _GLOSS.search(text) is not None


def _weigh(texts: Sequence[str]) -> frozenset[bool] | None:
    """Return for which characters glosses are damage: converted ones (True), others (False)."""
    if not any(map(_has_any, texts)):
        return None
    lines = "\n".join(texts).split("\n")
    long_lines = sum(map(_is_long, lines))
    counts = _counted(lines)
    damaged = frozenset(kind for kind in counts if counts[kind].are_damage(long_lines))
    if damaged:
        return damaged
    if counts[True].together(counts[False]).are_damage(long_lines):
        return frozenset((True, False))
    if counts[True].traditional == 2 and not counts[False].total:
        return frozenset((True,))
    return None


def _counted(lines: Sequence[str]) -> dict[bool, "_GlossCounts"]:
    """Return what the glosses of either kind show in the lines of a document."""
    counts = {kind: _GlossCounts() for kind in (True, False)}
    for line in lines:
        glosses = list(found(line)) if _has_any(line) else []
        cutting = _cutting(line, glosses)
        for kind, of_kind in counts.items():
            of_kind.add(line, [each for each in glosses if each.kind is kind], cutting)
    return counts


@dataclass(slots=True)
class _GlossCounts:
    """What the glosses of one kind show."""

    total: int = 0
    traditional: int = 0
    """Those on everyday characters of the traditional script."""
    cutting: int = 0
    """Those on everyday characters within a word."""
    lines: int = 0
    long_lines: int = 0
    read: Counter[str] | None = None

    def add(self, line: str, glosses: list[Gloss], cutting: set[int]) -> None:
        """Count the glosses of a line."""
        self.read = self.read or Counter()
        self.total += len(glosses)
        self.lines += bool(glosses)
        self.long_lines += bool(glosses) and _is_long(line)
        for each in glosses:
            if _is_everyday(each.read):
                self.traditional += any(one not in mainland_characters() for one in each.read)
                self.cutting += each.start in cutting
                self.read[each.read] += 1

    def together(self, other: "_GlossCounts") -> "_GlossCounts":
        """Return the counts of both kinds as one."""
        return _GlossCounts(
            self.total + other.total,
            self.traditional + other.traditional,
            self.cutting + other.cutting,
            max(self.lines, other.lines),
            max(self.long_lines, other.long_lines),
            (self.read or Counter()) + (other.read or Counter()),
        )

    def are_damage(self, long_lines: int) -> bool:
        """Whether a program inserted them, in a document of so many long lines.

        A program glosses most of these; a lesson is only a few lines of a document.
        """
        spread = self.lines >= _FEW and self.long_lines * 2 >= long_lines
        again = max((self.read or {"": 0}).values(), default=0)
        return (
            self.traditional >= _FEW
            or (spread and (self.cutting >= _FEW or self.total >= _MANY))
            or again >= _MANY
            or (spread and again >= _FEW)
        )


def _is_long(line: str) -> bool:
    return len(_IDEOGRAPH.findall(line)) >= _LONG


_IDEOGRAPH = expression(f"[{IDEOGRAPH}]")


def _cutting(line: str, glosses: list[Gloss]) -> set[int]:
    """Return the starts of the glosses that are within a word."""
    parts: list[str] = []
    places: dict[int, list[int]] = {}
    done = closed = 0
    for each in glosses:
        parts.append(line[done : each.start])
        closed += each.start - done
        places.setdefault(closed, []).append(each.start)
        done = each.end
    parts.append(line[done:])
    inside = within_words(as_simplified("".join(parts)), places)
    return {start for place in inside for start in places[place]}


def _without(text: str, damaged: frozenset[bool]) -> list[Edit]:
    if not _has_any(text):
        return []
    return [
        (each.start, each.end, "")
        for each in found(text)
        if each.kind in damaged or all(map(is_frequent, as_simplified(each.read)))
    ]


STEP = Step("glosses", _weigh, (_without,))
"""Removes pinyin glosses if they are damage."""
