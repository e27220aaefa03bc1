"""Line breaks within words: hard wraps of files and pages, joined if the words prove them.

A break within a word is a wrap. If a document shows several of them, its other breaks amid running
text are wraps too; titles, headings, lists and addresses keep their lines.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from govreport.expressions import expression
from govreport.normalise.changes import Edit
from govreport.normalise.characters import IDEOGRAPH
from govreport.normalise.steps.gaps import gaps

_BROKEN = expression(f"(?<=[{IDEOGRAPH}])\n(?=[{IDEOGRAPH}])")
_OPEN_BREAK = expression(f"(?<=[《“（〔])\n(?=[{IDEOGRAPH}])")
_ENUMERATED = expression(
    "[（(]?[一二三四五六七八九十]{1,3}[）)、．.]|第[一二三四五六七八九十]|[一二三四五六七八九十]是|附件|备注"
)
_LABELLED = expression(f"[{IDEOGRAPH}]{{2,8}}[：:]")
_BREAK = expression("\n")
_PAUSE = expression("[，。；、：！？,;:]")
_HEADING_END = expression("(?:报告|情况|事项|概述|目录|附件|政府|局|委员会|办公室|公告|通知)$")
_AT_MARK = expression(f"(?<=[{IDEOGRAPH}0-9A-Za-z）”》])\n(?=[，。；、：？！）》”’])")
"""No line begins with a mark that ends something."""
_AT_EDGE = expression(
    f"(?<=[，、；（“《〔”）》])\n(?=[{IDEOGRAPH}0-9“《（])|(?<=[{IDEOGRAPH}])\n(?=[0-9])|(?<=[0-9%])\n(?=[{IDEOGRAPH}])"
)
"""What a wrap of a proved width may split; two figures are not joined, as they may be two."""
_NEARLY = 2
_HEADING_LENGTH = 35
_SEVERAL = 3


@dataclass(frozen=True, slots=True)
class BreakEvidence:
    """What a document shows about its breaks."""

    wrapped: bool
    """Whether so many breaks cut words that lines were wrapped without regard to them."""
    width: int = 0
    """The usual length of the lines that end within a word."""


def weigh_breaks(texts: Sequence[str]) -> BreakEvidence:
    """Return what the texts of a document show about their line breaks."""
    cutting: list[int] = []
    count = 0
    for text in texts:
        if _BROKEN.search(text):
            for gap in gaps(text, _BROKEN):
                count += 1
                if gap.cuts:
                    cutting.append(gap.start - text.rfind("\n", 0, gap.start) - 1)
    wrapped = len(cutting) >= _SEVERAL and len(cutting) * 10 >= count
    return BreakEvidence(wrapped, int(median(cutting)) if wrapped else 0)


def joins(text: str, evidence: BreakEvidence) -> list[Edit]:
    """Return the edits that join the lines of a text at breaks within words."""
    return [(place, place + 1, "") for place in _places(text, evidence)] if "\n" in text else []


def _places(text: str, evidence: BreakEvidence) -> Iterator[int]:
    cutting = {gap.start for gap in gaps(text, _BROKEN) if gap.cuts}
    start = 0  # the start of the line made by the breaks joined so far
    for match in _BREAK.finditer(text):
        place = match.start()
        if (
            _OPEN_BREAK.match(text, place)
            or _AT_MARK.match(text, place)
            or (
                not _ENUMERATED.match(text, place + 1)
                and (
                    place in cutting
                    or (evidence.wrapped and _is_wrap(text, start, place, evidence))
                )
            )
        ):
            yield place
        else:
            start = place + 1


def _is_wrap(text: str, start: int, place: int, evidence: BreakEvidence) -> bool:
    """Whether a break of a wrapped document is one of its wraps."""
    if _BROKEN.match(text, place) and _runs_on(text, start, place):
        return True
    width = place - text.rfind("\n", 0, place) - 1
    return _AT_EDGE.match(text, place) is not None and abs(width - evidence.width) <= _NEARLY


def _runs_on(text: str, start: int, place: int) -> bool:
    """Whether running text goes on after a break: neither title nor heading, list nor address."""
    if _LABELLED.match(text, place + 1):
        return False
    # Far enough back for any heading; a whole text would be read again for every line.
    line = text[max(start, place - 80) : place]
    if _HEADING_END.search(line):
        return False
    if _ENUMERATED.match(line) and len(line) < _HEADING_LENGTH and "。" not in line:
        return False
    end = text.find("\n", place + 1)
    following = text[place + 1 : min(end if end >= 0 else len(text), place + 80)]
    return bool(_PAUSE.search(line) or (_PAUSE.search(following) and len(line) > 8))
