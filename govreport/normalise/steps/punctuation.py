"""Converts half-width punctuation to full-width in Chinese context, and only there.

A mark is in Chinese context if an ideograph or Chinese punctuation is next to it. Numbers, dates,
times, ratios, web and mail addresses, telephone numbers, Latin words, formulae and code are left.
Marks that both contexts allow, such as `(GDP)` after an ideograph, are changed if the clear cases
of the document show that its marks were made half-width.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from govreport.expressions import expression
from govreport.normalise.changes import Edit
from govreport.normalise.characters import IDEOGRAPH
from govreport.normalise.step import Step
from govreport.normalise.steps.foreign import foreign
from govreport.normalise.steps.lost_marks import is_question

_CLOSING = "》」』】〕）”’"
_OPENING = "《「『【〔（“‘"
_CHINESE = f"{IDEOGRAPH}{_CLOSING}{_OPENING}、。，：；？！…—％"
_WIDTH = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）", ".": "。"}

_PLAIN_HALF = expression(f"(?<=[{_CHINESE}])[,:;!](?=[{_CHINESE}(0-9])|\\((?=[{IDEOGRAPH}])")
_PLAIN_FULL = expression(f"(?<=[{_CHINESE}])[，：；！](?=[{_CHINESE}])|（(?=[{IDEOGRAPH}])")
_PLAIN_POINT = expression(f"(?<=[{IDEOGRAPH}{_CLOSING}])\\.(?=[{IDEOGRAPH}{_OPENING}]|$)", re.M)
_HALF = expression(
    "[,:;?!.()\"'\u2010-\u2015\u2212\u2500\u2501\u30fb\u30fc\ufe31\ufe58\ufe63\uff0d\uff70⋯‥-]"
    "|。。|…|[“”‘’·．]"
)
_BEHIND = expression(f"[{_CHINESE}]")
_FORWARD = expression(f"[{IDEOGRAPH}{_OPENING}]")
_IDEOGRAPH = expression(f"[{IDEOGRAPH}]")
_ENUMERATOR = expression(r"(?:^|\n)[\s（(]*[〇零一二三四五六七八九十百]{1,4}[)）]?$")


@dataclass(frozen=True, slots=True)
class _WidthEvidence:
    narrowed: bool
    """Whether the document's clear cases show that its marks were made half-width."""
    stopped: bool
    """Whether they show that its full stops became points."""


def _weigh(texts: Sequence[str]) -> _WidthEvidence | None:
    if not any(_HALF.search(text) for text in texts):
        return None
    half = sum(len(_PLAIN_HALF.findall(text)) for text in texts)
    full = sum(len(_PLAIN_FULL.findall(text)) for text in texts)
    points = sum(len(_PLAIN_POINT.findall(text)) for text in texts)
    return _WidthEvidence(half >= 2 and half * 33 >= full, points >= 2)


class _Spans:
    """The protected stretches of a text, looked up from left to right."""

    def __init__(self, text: str) -> None:
        self._spans = foreign(text)
        self._next = 0

    def holds(self, position: int) -> bool:
        while self._next < len(self._spans) and self._spans[self._next][1] <= position:
            self._next += 1
        return self._next < len(self._spans) and self._spans[self._next][0] <= position


_MARKS = expression("[,:;?!.]")
_BLANK_BEHIND = expression(f" (?=[{IDEOGRAPH}{_OPENING}])")


def _marks(text: str, evidence: _WidthEvidence) -> list[Edit]:
    spans = _Spans(text)
    edits = []
    for match in _MARKS.finditer(text):
        position = match.start()
        if not spans.holds(position) and _is_chinese(text, position, evidence):
            # The blank after a half-width mark belongs to it.
            blank = match[0] in ",:;?!" and _BLANK_BEHIND.match(text, match.end()) is not None
            edits.append((position, match.end() + blank, _WIDTH[match[0]]))
    return edits


def _is_chinese(text: str, position: int, evidence: _WidthEvidence) -> bool:
    mark = text[position]
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    if _BEHIND.match(before) or _closes_chinese(text, position):
        if mark in "?!":
            return _ends_exclamation(text, position)
        if mark == ".":
            return _ends_sentence(text, position, evidence)
        return mark != ":" or not text.startswith("//", position + 1)
    if mark in "?!.":
        return False
    if _FORWARD.match(after):
        # A Latin word or a number before an ideograph: the sentence continues in Chinese.
        return before.isalnum() or before in "%\"'℃²³°+"
    return evidence.narrowed and _parts_items(text, position, before, after)


def _ends_exclamation(text: str, position: int) -> bool:
    """Whether a mark ends a question or an exclamation, and stands for no lost character."""
    if text[position] == "?" and not is_question(text, position):
        return False
    after = text[position + 1 : position + 2]
    return after in " \n)\"'?!？！" or _BEHIND.match(after) is not None


def _parts_items(text: str, position: int, before: str, after: str) -> bool:
    """Whether a mark between Latin words or numbers separates items of a Chinese sentence.

    English and code put a blank after it or stand in brackets; a comma between digits is theirs.
    """
    if text[position] not in ",;":
        return False
    if before == "%":
        return after.isdigit()
    if not (before.isalnum() and after.isalnum()) or (text[position] == "," and after.isdigit()):
        return False
    line = text[max(text.rfind("\n", 0, position) + 1, position - 60) : position]
    inside = max(map(line.rfind, "([{`")) > max(map(line.rfind, ")]}"))
    return not inside and _IDEOGRAPH.search(line) is not None


def _closes_chinese(text: str, position: int) -> bool:
    """Whether a half-width bracket or quote that ends Chinese text is before the position."""
    if position < 2 or text[position - 1] not in ")\"'":
        return False
    return bool(_BEHIND.match(text[position - 2]))


def _ends_sentence(text: str, position: int, evidence: _WidthEvidence) -> bool:
    if _ENUMERATOR.search(text, max(0, position - 8), position):
        return False
    after = text[position + 1 : position + 2]
    if evidence.stopped and after.isascii() and (after.isupper() or after.isdigit()):
        return True
    if after == "." or text[position - 1 : position] in _OPENING:
        return False
    if after == " ":
        return _IDEOGRAPH.match(text[position + 2 : position + 3]) is not None
    return after in "\n\"')" or _BEHIND.match(after) is not None


_BRACKET = expression(r"[()（）\n]")
_BLANK_BEFORE = expression(r"(?<=\S )")
_AREA_CODE = expression(r"[(（]0\d*[)）][ -]?[0-9]{3}")
"""That of a telephone number."""
_PARTNERS = {"(": "（", ")": "）"}


def _brackets(text: str, evidence: _WidthEvidence) -> list[Edit]:
    if "(" not in text and ")" not in text:
        return []
    spans = _Spans(text)
    opened: list[int] = []
    edits: list[Edit] = []
    for match in _BRACKET.finditer(text):
        mark, position = match[0], match.start()
        if mark == "\n":
            opened = []
        elif spans.holds(position):
            continue
        elif mark in "(（":
            opened.append(position)
        elif opened:
            first = opened.pop()
            edits += _pair(text, first, position, evidence)
    return sorted(edits)


def _pair(text: str, first: int, last: int, evidence: _WidthEvidence) -> list[Edit]:
    """Return the edits that make a pair of brackets full-width, none if it is no Chinese one."""
    halves = [(n, n + 1, _PARTNERS[text[n]]) for n in (first, last) if text[n] in _PARTNERS]
    is_half_done = len(halves) == 1
    return halves if is_half_done or _is_chinese_pair(text, first, last, evidence) else []


def _is_chinese_pair(text: str, first: int, last: int, evidence: _WidthEvidence) -> bool:
    before, after = text[first - 1 : first], text[last + 1 : last + 2]
    inside = text[first + 1 : last]
    if _AREA_CODE.match(text, first):
        return False
    if _BLANK_BEFORE.match(text, first) and not evidence.narrowed:
        return False  # a house style: (half-width) brackets with blanks around them
    has_ideograph = _IDEOGRAPH.search(inside) is not None
    if _is_latin(before):
        # A call or a formula, f(x); a number or word with a Chinese note is not one.
        return has_ideograph and before.isalnum() and "=" not in inside
    if has_ideograph or not evidence.narrowed:
        return has_ideograph
    return not _is_gloss(before, inside) and _is_beside_chinese(before, after)


def _is_latin(before: str) -> bool:
    """Whether what stands before a bracket is of a Latin word, a number or a formula."""
    return before != "" and before.isascii() and (before.isalnum() or before in "_)]")


def _is_beside_chinese(before: str, after: str) -> bool:
    """Whether brackets stand behind Chinese, or before it at the start of a line."""
    if _BEHIND.match(before):
        return True
    return before in ("", "\n") and _BEHIND.match(after) is not None


def _is_gloss(before: str, inside: str) -> bool:
    """Whether brackets hold nothing, or the reading of the ideograph before them."""
    if not inside:
        return True
    return not inside.isascii() and inside.isalpha() and bool(_IDEOGRAPH.match(before))


_DOTS = expression(
    r"\.{3,}|(?:\. ){2,}\.|。{3,}|…{3,}|·{3,}|・{3,}|．{3,}|⋯+|‥+|(?:…\.{1,3}|\.{1,3}…)+|… …"
)
_DASH = "\u2010-\u2015\u2212\u2500\u2501\u30fc\ufe31\ufe58\ufe63\uff0d\uff70\\-"
_DASHES = expression(f"[{_DASH}]{{2,8}}+(?![{_DASH}])|[{_DASH}] [{_DASH}](?![{_DASH} ])")


def _runs(text: str, _: _WidthEvidence) -> list[Edit]:
    """Ellipses are two ellipsis characters, dashes two em dashes (GB/T 15834-2011, 4.11, 4.10)."""
    edits: list[Edit] = []
    for pattern, usual in ((_DOTS, "……"), (_DASHES, "——")):
        spans = _Spans(text)
        edits += [
            (match.start(), match.end(), usual)
            for match in pattern.finditer(text)
            if not spans.holds(match.start()) and _beside(text, match)
        ]
    return sorted(edits)


def _beside(text: str, match: re.Match[str]) -> bool:
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if not before and not after:
        return False
    first, last = bool(_BEHIND.match(before)), bool(_BEHIND.match(after))
    return (
        (first and last)
        or (first and (not after or after == "\n" or after.isalnum()))
        or (last and before.isalnum())
    )


_QUOTES = {'"': ("“", "”"), "'": ("‘", "’")}
_DOUBLE = expression('["“”]')
_SINGLE = expression("['‘’]")


def _double(text: str, _: _WidthEvidence) -> list[Edit]:
    return _quotes(text, '"', _DOUBLE) if '"' in text or "”" in text or "“" in text else []


def _single(text: str, _: _WidthEvidence) -> list[Edit]:
    return _quotes(text, "'", _SINGLE) if "'" in text or "’" in text or "‘" in text else []


def _quotes(text: str, straight: str, pattern: re.Pattern[str]) -> list[Edit]:
    """Give quotes their direction, line by line, if they are in pairs in Chinese context."""
    opening, closing = _QUOTES[straight]
    edits: list[Edit] = []
    start = 0
    for line in text.split("\n"):
        places = _quote_places(line, pattern)
        marks = {line[place] for place in places}
        if (straight in marks or len(marks) == 1) and len(places) % 2 == 0:
            for first, last in zip(places[::2], places[1::2], strict=True):
                if _is_quotation(line, first, last):
                    edits += [
                        (start + first, start + first + 1, opening),
                        (start + last, start + last + 1, closing),
                    ]
        start += len(line) + 1
    return edits


def _quote_places(line: str, pattern: re.Pattern[str]) -> list[int]:
    """Return where quotes stand in a line that are no apostrophes and in no foreign stretch."""
    spans = _Spans(line)
    places = (match.start() for match in pattern.finditer(line))
    return [at for at in places if not spans.holds(at) and not _is_apostrophe(line, at)]


_SHORT_YEAR = expression("[0-9]{2}(?![0-9])(?!['’])")


def _is_apostrophe(line: str, place: int) -> bool:
    if line[place] in "'’" and _SHORT_YEAR.match(line, place + 1):
        return True
    around = line[max(0, place - 1) : place + 2]
    return (
        line[place] in "'’"
        and len(around) == 3
        and around[0].isascii()
        and around[2].isascii()
        and around[0].isalnum()
        and around[2].isalnum()
    )


def _is_quotation(line: str, first: int, last: int) -> bool:
    if last - first < 2 or line[first + 1] in "，。、；：）,;:)":
        return False  # 5'30", and not a quotation
    before = line[first - 1 : first] if first else ""
    after = line[last + 1 : last + 2]
    if before in ("=", "{", "[", "(") or after in ("=", "}", "]", ":"):
        return False
    near = (before, after, line[first + 1], line[last - 1])
    return any(_BEHIND.match(each) for each in near)


STEP = Step("punctuation", _weigh, (_runs, _brackets, _marks, _double, _single))
"""Makes punctuation full-width where the text is Chinese."""
