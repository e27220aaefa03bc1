"""Converts traditional script to simplified, if the document shows that it was converted.

One of three things proves a conversion. The document as a whole is traditional. Or its words mix
both scripts (公開条例, 发佈), which nobody writes: then a program converted character by character.
Or whole lines of it are traditional and have the subject of its simplified lines. Names,
inscriptions and quotations in a simplified document do not count, however many there are; a
document in simplified script costs one search.

Three kinds of traditional text differ in their words: the mainland's, converted character
by character; Taiwan's, with other words for many things; Hong Kong's, which differs in characters only.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from govreport.expressions import expression
from govreport.model.statute import SECTION_HEADINGS
from govreport.normalise.changes import Edit, apart
from govreport.normalise.characters import IDEOGRAPH, NOT_MAINLAND, simplified_characters
from govreport.normalise.conversion import AMBIGUOUS, ambiguous, as_simplified, simplified
from govreport.normalise.step import Step
from govreport.normalise.steps.taiwan import Wording, phrase_edits, weigh_wording
from govreport.normalise.words import segmented, weight

_IDEOGRAPH = expression(f"[{IDEOGRAPH}]")
_QUOTED = expression("“[^“”\n]*”|《[^《》\n]*》|「[^「」\n]*」|『[^『』\n]*』|‘[^‘’\n]*’")
_KANA = expression("[\u3041-\u30fa]")
_LINE = expression("[^\n]+")
_RUN = expression(f"[{IDEOGRAPH}]+")
_CORNERS = str.maketrans("「」『』", "“”‘’")

_WHOLE = 0.5
"""The share of traditional characters, of those that tell the scripts apart, in a whole conversion."""
_NEARLY_ALL = 0.9
"""The share that proves it; the rest are characters that Hong Kong has as well."""
_MANY = 30
"""So many traditional characters are not names; of fewer, a third must be in everyday words."""
_EVERYDAY = (15, 9)
"""The weight of a word that anyone uses, of one character and of several."""
_MIXED = 3
"""So many words of both scripts show that single characters were converted."""
_FEWEST = 3
"""Traditional characters of a line that can prove a conversion by itself."""
_SHARED_WORDS = 3
"""Words that a line with a name of the document must share with the simplified lines."""
_CHANCE = 0.001
"""The chance that all characters of a quotation were converted by accident is below this."""


@dataclass(frozen=True, slots=True)
class _ScriptEvidence:
    table: dict[str, str]
    """Every traditional character of the document with its simplified one."""
    share: float
    """The share of traditional characters in the document, outside quotations."""
    lines: bool
    """Whether only lines that are traditional throughout were converted."""
    wording: Wording | None
    """What is known about the wording if it is Taiwan's."""

    @property
    def whole(self) -> bool:
        """Whether the document as a whole is traditional, so that no text of it needs to show it."""
        return self.share >= _WHOLE


def _weigh(texts: Sequence[str]) -> _ScriptEvidence | None:
    candidates = _found(NOT_MAINLAND, texts)
    if not candidates:
        return None
    table = simplified(_found(_IDEOGRAPH, texts))
    traditional = frozenset(candidates & table.keys() - set(AMBIGUOUS))
    if not traditional:
        return None
    plain, count, simple = _telling(texts, traditional)
    if not count:
        return None
    share = count / (count + simple)
    mixed = _is_whole(plain, traditional, count, simple) or (
        _mixed_words(plain, traditional) >= _MIXED
    )
    if not mixed:
        share = min(share, _WHOLE / 2)
        if not _has_converted_lines(plain, traditional):
            return None
    return _ScriptEvidence(
        {key: value for key, value in table.items() if key not in AMBIGUOUS},
        share,
        not mixed,
        weigh_wording(texts),
    )


def _found(pattern: re.Pattern[str], texts: Iterable[str]) -> set[str]:
    return {each for text in texts for each in pattern.findall(text)}


def _telling(texts: Sequence[str], traditional: frozenset[str]) -> tuple[list[str], int, int]:
    """Return the texts that show whether the document was converted, and how many characters of
    either script they have: without quotations, unless the whole document is one.
    """
    plain = [_own_words(text) for text in texts]
    count, simple = _counted(plain, traditional)
    if not count and not _counted(texts, traditional)[1]:
        plain = [_without_japanese(text) for text in texts]
        count, simple = _counted(plain, traditional)
    return plain, count, simple


def _is_whole(texts: Sequence[str], traditional: frozenset[str], count: int, simple: int) -> bool:
    """Whether characters of either script show a document that is traditional throughout."""
    if count / (count + simple) < _NEARLY_ALL:
        return False
    return count >= _MANY or (not simple and _in_everyday_words(texts, traditional) * 3 >= count)


def _own_words(text: str) -> str:
    """Return the part of a text that is neither quoted nor Japanese."""
    return _QUOTED.sub("\n", _without_japanese(text))


def _without_japanese(text: str) -> str:
    if not _KANA.search(text):
        return text
    return "\n".join(line for line in text.split("\n") if not _is_japanese(line))


def _is_japanese(line: str) -> bool:
    """Whether a line has kana, so that its ideographs are Japanese."""
    return len(_KANA.findall(line)) > 1


def _counted(texts: Sequence[str], traditional: frozenset[str]) -> tuple[int, int]:
    """Return how many characters of either script texts have that the other one lacks."""
    marks = simplified_characters()
    return (
        sum(each in traditional for text in texts for each in text),
        sum(each in marks for text in texts for each in text),
    )


def _mixed_words(texts: Sequence[str], traditional: frozenset[str]) -> int:
    """Return how many different words have characters of both scripts."""
    marks = simplified_characters()
    found: set[str] = set()
    for text in texts:
        if traditional.isdisjoint(text) or marks.isdisjoint(text):
            continue
        for word in _words_of(text):
            if not traditional.isdisjoint(word) and not marks.isdisjoint(word):
                found.add(word)
    return len(found)


def _in_everyday_words(texts: Sequence[str], traditional: frozenset[str]) -> int:
    """Return how many traditional characters are in everyday words."""
    return sum(
        each in traditional
        for text in texts
        for word in _words_of(text, 1)
        if weight(as_simplified(word)) >= _EVERYDAY[len(word) > 1]
        for each in word
    )


def _words_of(text: str, fewest: int = 2) -> Iterator[str]:
    """Yield the words of so many characters or more, as they are printed."""
    plain = as_simplified(text)
    for run in _RUN.finditer(plain):
        position = run.start()
        for word in segmented(run[0]):
            if len(word) >= fewest:
                yield text[position : position + len(word)]
            position += len(word)


def _has_converted_lines(texts: Sequence[str], traditional: frozenset[str]) -> bool:
    """Whether lines are traditional throughout and are the document's own.

    A quotation of a foreign law has words of the document, too. The document's own lines are headings
    of the statute, speak of the office itself, as 我镇 and 本年度 do, or bear a name that its
    simplified lines bear.
    """
    lines = "\n".join(texts).split("\n")
    converted = [line for line in lines if _is_traditional(line, traditional, _FEWEST)]
    if not converted:
        return False
    others = [line for line in lines if traditional.isdisjoint(line)]
    known = {word for line in others for word in _words_of(line)}
    names = _names_of(others)
    return any(_is_own_line(line, traditional, known, names) for line in converted)


def _is_own_line(
    line: str, traditional: frozenset[str], known: Container[str], names: Iterable[str]
) -> bool:
    """Whether a traditional line speaks of the office or what the simplified lines speak of."""
    plain = as_simplified(line)
    if _ITSELF.search(plain) or any(each in plain for each in SECTION_HEADINGS.values()):
        return True
    # An inscription has the town's name, too, and hardly a word of its report.
    words = {word for word in _words_of(line) if not traditional.isdisjoint(word)}
    shared = sum(word in known for word in set(map(as_simplified, words)))
    return shared >= _SHARED_WORDS and any(name in plain for name in names)


_ITSELF = expression(
    "我[镇局县市区乡厅委院校办]|我街道|本[镇局县市区乡厅委办]|本(?:年度|报告|街道)"
)
_NAMED = expression(f"[{IDEOGRAPH}]{{2,3}}(?=[镇乡县市区州旗局厅])")
_OFTEN = 2


def _names_of(lines: Iterable[str]) -> frozenset[str]:
    """Return the names of places and offices that lines bear several times."""
    found = Counter(
        name[-2:]
        for line in lines
        for name in _NAMED.findall(line)
        if weight(name[-2:]) < _EVERYDAY[1]
    )
    return frozenset(name for name, count in found.items() if count >= _OFTEN)


def _is_traditional(line: str, traditional: Container[str], fewest: int) -> bool:
    """Whether a line is traditional throughout; 着 and a few more are Hong Kong's, too."""
    count = sum(each in traditional for each in line)
    marks = simplified_characters()
    return count >= fewest and sum(each in marks for each in line) * 10 <= count


def _kept(text: str, evidence: _ScriptEvidence) -> list[tuple[int, int]]:
    """Return the stretches of a text that were in traditional script from the beginning."""
    if not evidence.whole:
        return [span for line in _LINE.finditer(text) for span in _kept_of(line, evidence)]
    if not _KANA.search(text):
        return []
    return [line.span() for line in _LINE.finditer(text) if _is_japanese(line[0])]


def _kept_of(line: re.Match[str], evidence: _ScriptEvidence) -> list[tuple[int, int]]:
    """Return the stretches of a line that were traditional in a document that was not."""
    if _is_japanese(line[0]):
        return [line.span()]
    if _is_traditional(_QUOTED.sub("", line[0]), evidence.table, 1):
        return []  # a line that was converted as a whole, and its quotations with it
    if evidence.lines:
        return [line.span()]
    start = line.start()
    return [
        (start + quoted.start(), start + quoted.end())
        for quoted in _QUOTED.finditer(line[0])
        if _was_traditional(quoted[0], evidence)
    ]


def _was_traditional(quoted: str, evidence: _ScriptEvidence) -> bool:
    """Whether a quotation is traditional throughout, which no conversion by chance leaves."""
    count = sum(each in evidence.table for each in quoted)
    return simplified_characters().isdisjoint(quoted) and evidence.share**count < _CHANCE


def _converted(text: str, evidence: _ScriptEvidence) -> list[Edit]:
    """Return the edits that convert words and characters, both judged by the text as it was."""
    table = evidence.table
    words = phrase_edits(text, evidence.wording) if evidence.wording is not None else []
    edits = [(n, n + 1, table[each]) for n, each in enumerate(text) if each in table]
    if edits or evidence.whole:
        edits += ambiguous(text, not evidence.whole)
        edits += _corners(text)
    if not edits and not words:
        return []
    outside = apart(text, sorted(edits), [(start, end) for start, end, _ in words])
    return apart(text, sorted((*words, *outside)), _kept(text, evidence))


_CORNER = expression("[「」『』]")


def _corners(text: str) -> list[Edit]:
    return [
        (match.start(), match.end(), match[0].translate(_CORNERS))
        for match in _CORNER.finditer(text)
    ]


STEP = Step("script", _weigh, (_converted,))
"""Convert traditional script to simplified."""


def left_traditional(texts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines of a simplified document that are everyday text in traditional script.

    Each with the number of its text. They may be quoted or converted, so they are reported.
    """
    table = simplified(_found(NOT_MAINLAND, texts))
    traditional = frozenset(table.keys() - set(AMBIGUOUS))
    count, simple = _counted(texts, traditional) if traditional else (0, 0)
    if not 0 < count < simple:
        return
    for number, text in enumerate(texts):
        for line in _own_words(text).split("\n"):
            if _is_everyday_traditional(line, traditional):
                yield number, line


def _is_everyday_traditional(line: str, traditional: frozenset[str]) -> bool:
    strange = sum(each in traditional for each in line)
    if strange < 2 or not _is_traditional(line, traditional, 1):
        return False
    return _in_everyday_words([line], traditional) * 3 >= strange
