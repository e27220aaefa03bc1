"""Removes blanks that Chinese text does not need: invisible characters, indents, gaps in words.

Blanks around Latin words and numbers are kept as printed, and so are those between two words,
unless gaps within words show that a program inserted them. A line break is removed only within a
word.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from govreport.expressions import expression
from govreport.normalise.changes import Edit
from govreport.normalise.characters import IDEOGRAPH, WIDE_MARK
from govreport.normalise.step import Step
from govreport.normalise.steps.breaks import BreakEvidence, joins, weigh_breaks
from govreport.normalise.steps.gaps import gaps, in_cut_clauses, proven

_WIDE = f"{IDEOGRAPH}{WIDE_MARK}"
_INVISIBLE = expression(
    "[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]+"
)
_ORDINARY = expression(
    f"[\\s!-~\u00a0-\u024f\u2010-\u2027\u2030-\u205e{_WIDE}\u3000-\u303f\uff00-\uffef]"
)
_RIGHT_TO_LEFT = expression("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_BLANK = " \t\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\u3000"
_BLANKS = f"[{_BLANK}]"
_STRANGE_BLANK = expression("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000]+")
_SEPARATOR = expression("[\u2028\u2029]+")
_BRAILLE = expression("[\u2801-\u28ff]")
_BETWEEN = expression(f"(?<=[{_WIDE}]){_BLANKS}+(?=[{_WIDE}])")
_INDENT = expression(
    f"(?:(?<=\n)|^)(?:[\u3000\u00a0\u2800]{_BLANKS}*+|{_BLANKS}++(?=[{_WIDE}\\d（(]))|(?<!{_BLANKS}){_BLANKS}++(?=\n)"
)
_ARTICLE = expression(
    "第[〇零一二三四五六七八九十百千0-9]{1,5}[章节節条條款项項编編部篇](?:分)?$"
)
_LABEL = expression(f"[{IDEOGRAPH}]{{2,8}}(?:[（(][{IDEOGRAPH}]{{1,6}}[)）])?[：:]")
_FIELD = expression("[：:][^，。；：:？！“”\n]{0,20}$")
_COLUMNS = expression(
    f"(?:(?<=\n)|^)[{IDEOGRAPH}]{{2,4}}+(?:[ \u3000]{{1,4}}+[{IDEOGRAPH}]{{2,4}}+){{2,12}}+(?=\n|$)"
)
_SPREAD = expression(
    f"(?:(?<=\n)|^){_BLANKS}*[{IDEOGRAPH}](?:{_BLANKS}+[{IDEOGRAPH}]){{1,3}}{_BLANKS}*(?=\n|$)"
)
_GAP = expression(f"(?<=[{IDEOGRAPH}]){_BLANKS}+(?=[{IDEOGRAPH}])")
_SUSPECT = expression(
    f"{_INVISIBLE.pattern}|{_STRANGE_BLANK.pattern}|{_SEPARATOR.pattern}|{_BETWEEN.pattern}|{_INDENT.pattern}"
    f"|(?<=[{IDEOGRAPH}《“（〔])\n(?=[{IDEOGRAPH}])"
)


@dataclass(frozen=True, slots=True)
class _GapEvidence:
    breaks: BreakEvidence
    """What is known about breaks within words."""
    gaps: bool
    """Whether blanks split so many words that a program must have inserted them."""


def _weigh(texts: Sequence[str]) -> _GapEvidence | None:
    if not any(_SUSPECT.search(text) for text in texts):
        return None
    plain = (_COLUMNS.sub("", _SPREAD.sub("", _INVISIBLE.sub("", text))) for text in texts)
    found = [gap for text in plain if _GAP.search(text) for gap in gaps(text, _GAP)]
    return _GapEvidence(weigh_breaks(texts), proven(found))


def _is_layout(text: str, start: int, end: int) -> bool:
    """Whether a blank separates an article from its number, or two fields: 负责人：张三 电话：123."""
    if _ARTICLE.search(text, max(0, start - 8), start):
        return True
    label = _LABEL.match(text, end)
    return bool(label and _FIELD.search(text, max(0, start - 21), start))


def _invisible(text: str, _: object) -> list[Edit]:
    return [
        (match.start(), match.end(), "")
        for match in _INVISIBLE.finditer(text)
        if not _is_needed(text, match)
    ]


def _is_needed(text: str, match: re.Match[str]) -> bool:
    """Whether invisible characters belong to a foreign script or an emoji, or are a minus sign."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if match[0] == "\u00ad":
        return after.isdigit()
    if any(each and not _ORDINARY.match(each) for each in (before, after)):
        return True
    return not _DIRECTIONS.isdisjoint(match[0]) and _RIGHT_TO_LEFT.search(text) is not None


_DIRECTIONS = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def _separators(text: str, _: object) -> list[Edit]:
    """Return the edits that make separators of lines the usual break."""
    return [
        (match.start(), match.end(), "\n")
        for match in _SEPARATOR.finditer(text)
        if not _between_wide(text, match.start(), match.end())
        or text[match.start() - 1] in "。！？；：”"
    ]


def _strange(text: str, evidence: _GapEvidence) -> list[Edit]:
    """Return the edits that make no-break and other strange blanks ordinary ones.

    An ideographic blank is the author's: 附件：1.统计表　2.说明.
    """
    edits = []
    for match in _STRANGE_BLANK.finditer(text):
        around = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
        wide = _between_wide(text, match.start(), match.end())
        if "\u3000" in match[0] and (wide or not evidence.gaps):
            continue
        if "\u2800" not in match[0] or not _BRAILLE.search(around):
            edits.append((match.start(), match.end(), " " * len(match[0])))
    return edits


def _between_wide(text: str, start: int, end: int) -> bool:
    wide = _WIDE_CHARACTER
    return bool(wide.match(text[start - 1 : start]) and wide.match(text[end : end + 1]))


_WIDE_CHARACTER = expression(f"[{_WIDE}]")


def _gaps(text: str, evidence: _GapEvidence) -> list[Edit]:
    """Return the edits that close gaps: those of a clause in which one splits a word, or all."""
    if not _BETWEEN.search(text):
        return []
    found = gaps(text, _GAP)
    kept = _laid_out(text, [gap.start for gap in found if gap.cuts], evidence)
    if evidence.gaps:
        closed = [match.span() for match in _BETWEEN.finditer(text)]
    else:
        closed = [(gap.start, gap.end) for gap in in_cut_clauses(text, found)]
    return [
        (start, end, "")
        for start, end in closed
        if not _is_layout(text, start, end) and not _is_within(start, kept)
    ]


def _laid_out(text: str, cut: list[int], evidence: _GapEvidence) -> list[tuple[int, int]]:
    """Return the lines set in columns without a gap that cuts a word, and spread words."""
    columns = [match.span() for match in _COLUMNS.finditer(text)]
    kept = [span for span in columns if not any(span[0] < each < span[1] for each in cut)]
    return kept if evidence.gaps else [*kept, *(each.span() for each in _SPREAD.finditer(text))]


def _is_within(position: int, spans: list[tuple[int, int]]) -> bool:
    return any(first <= position < last for first, last in spans)


def _indents(text: str, _: object) -> list[Edit]:
    return [(match.start(), match.end(), "") for match in _INDENT.finditer(text)]


def _joined(text: str, evidence: _GapEvidence) -> list[Edit]:
    return joins(text, evidence.breaks)


STEP = Step("spaces", _weigh, (_invisible, _indents, _gaps, _separators, _strange, _joined))
"""Removes blanks and breaks within what belongs together."""
