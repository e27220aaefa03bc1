"""Blanks that no reader of Chinese needs: invisible characters, indents, gaps within words.

Blanks around Latin words and numbers are kept as printed. A line break is taken out only where it
cuts a word that the document itself, or the language of these reports, knows.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from govreport.normalise.changes import Edit
from govreport.normalise.characters import IDEOGRAPH, WIDE_MARK
from govreport.normalise.step import Step
from govreport.normalise.steps.breaks import BreakEvidence, joins, weigh_breaks

_WIDE = f"{IDEOGRAPH}{WIDE_MARK}"
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\u034f\u115f\u1160\u3164\uffa0]+"
)
_JOINERS = frozenset("\u200c\u200d")
_ORDINARY = re.compile(f"[\\s!-~{_WIDE}\uff00-\uffef]")
_STRANGE_BLANK = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_BLANKS = "[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_BETWEEN = re.compile(f"(?<=[{_WIDE}]){_BLANKS}+(?=[{_WIDE}])")
_INDENT = re.compile(
    f"(?:(?<=\n)|^)(?:[\u3000\u00a0]{_BLANKS}*+|{_BLANKS}++(?=[{_WIDE}\\d（(]))|(?<!{_BLANKS}){_BLANKS}++(?=\n)"
)
_ARTICLE = re.compile(
    "第[〇零一二三四五六七八九十百千0-9]{1,5}[章节節条條款项項编編部篇](?:分)?$"
)
_LABEL = re.compile(f"[{IDEOGRAPH}]{{2,8}}[：:]")
_FIELD = re.compile("[：:][^，。；：:？！“”\n]{1,20}$")
_COLUMNS = re.compile(
    f"(?:(?<=\n)|^)[{IDEOGRAPH}]{{2,4}}+(?:[ \u3000]{{1,4}}+[{IDEOGRAPH}]{{2,4}}+){{2,12}}+(?=\n|$)"
)
_GAP = re.compile(f"(?<=[{IDEOGRAPH}]){_BLANKS}+(?=[{IDEOGRAPH}])")
_SUSPECT = re.compile(
    f"{_INVISIBLE.pattern}|{_STRANGE_BLANK.pattern}|{_BETWEEN.pattern}|{_INDENT.pattern}"
    f"|(?<=[{IDEOGRAPH}《“（〔])\n(?=[{IDEOGRAPH}])"
)


@dataclass(frozen=True, slots=True)
class _Evidence:
    breaks: BreakEvidence
    """What is known of breaks within words."""
    gaps: bool
    """Whether blanks stand between ideographs of running text, so that columns may be such too."""


def _weigh(texts: Sequence[str]) -> _Evidence | None:
    if not any(_SUSPECT.search(text) for text in texts):
        return None
    gaps = any(_has_gap(_COLUMNS.sub("", _INVISIBLE.sub("", text))) for text in texts)
    return _Evidence(weigh_breaks(texts), gaps)


def _has_gap(text: str) -> bool:
    return any(not _is_layout(text, match) for match in _GAP.finditer(text))


def _is_layout(text: str, match: re.Match[str]) -> bool:
    """Whether a blank parts an article's number from it, or two fields: 负责人：张三 电话：123."""
    if _ARTICLE.search(text, max(0, match.start() - 8), match.start()):
        return True
    label = _LABEL.match(text, match.end())
    return bool(label and _FIELD.search(text, max(0, match.start() - 21), match.start()))


def _invisible(text: str, _: object) -> list[Edit]:
    return [
        (match.start(), match.end(), "")
        for match in _INVISIBLE.finditer(text)
        if not _is_needed(text, match)
    ]


def _is_needed(text: str, match: re.Match[str]) -> bool:
    """Whether invisible characters join a foreign word or an emoji, or stand for a minus sign."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if match[0] == "\u00ad":
        return after.isdigit()
    if not _JOINERS.isdisjoint(match[0]):
        return bool(before and after) and not (_ORDINARY.match(before) and _ORDINARY.match(after))
    return False


def _strange(text: str, _: object) -> list[Edit]:
    """Return the edits that make no-break and ideographic blanks beside Latin ordinary ones."""
    edits = []
    for match in _STRANGE_BLANK.finditer(text):
        if _between_wide(text, match.start(), match.end()):
            continue
        edits.append((match.start(), match.end(), " " * len(match[0])))
    return edits


def _between_wide(text: str, start: int, end: int) -> bool:
    wide = _WIDE_CHARACTER
    return bool(wide.match(text[start - 1 : start]) and wide.match(text[end : end + 1]))


_WIDE_CHARACTER = re.compile(f"[{_WIDE}]")


def _gaps(text: str, evidence: _Evidence) -> list[Edit]:
    edits = []
    columns = [] if evidence.gaps else [match.span() for match in _COLUMNS.finditer(text)]
    for match in _BETWEEN.finditer(text):
        while columns and columns[0][1] < match.start():
            del columns[0]
        if columns and columns[0][0] <= match.start():
            continue  # a row of names or of column headers
        if not _is_layout(text, match):
            edits.append((match.start(), match.end(), ""))
    return edits


def _indents(text: str, _: object) -> list[Edit]:
    return [(match.start(), match.end(), "") for match in _INDENT.finditer(text)]


def _joined(text: str, evidence: _Evidence) -> list[Edit]:
    return joins(text, evidence.breaks)


STEP = Step("spaces", _weigh, (_invisible, _indents, _gaps, _strange, _joined))
"""Take out blanks and breaks that part what belongs together."""
