"""Text above or below its line: no digit of it may become part of a number next to it.

A raised 1 after 17 is the mark of a note, not a third digit.
"""

import unicodedata

from govreport.model.text import lowered, raised
from govreport.readers.docx.formatting import ShownRun

_SIGNS = frozenset(".,．，-－−%％/")
"""Signs that occur within numbers."""


def as_shown(text: str, shown: ShownRun) -> str:
    """Return superscript and subscript text with its digits written as such."""
    if not shown.script:
        return text
    return raised(text) if shown.script == "superscript" else lowered(text)


def part_from_numbers(texts: list[str], moved: dict[int, ShownRun]) -> None:
    """Rewrite the raised and lowered texts of a paragraph so that they join no number.

    `moved` says how each text that is not on its line is shown. The digits of superscript and
    subscript text are always written as such. Text that is raised by a distance is as large as
    the rest and may be a number itself, so its digits are only if others are next to it.
    """
    heights = _heights(texts, moved)
    for index, shown in moved.items():
        if shown.script:
            texts[index] = as_shown(texts[index], shown)
        elif heights[index] and _joins(texts, heights, index):
            texts[index] = (raised if heights[index] > 0 else lowered)(texts[index])
    for index in moved:
        if _is_numeral(texts[index]) and _joins(texts, heights, index):
            texts[index] = f"[{texts[index]}]"


def _heights(texts: list[str], moved: dict[int, ShownRun]) -> list[float]:
    """Return the height of each text above the line of the paragraph.

    If every text is raised or lowered by a distance, the lowest are the line.
    """
    heights = [moved[index].position if index in moved else 0 for index in range(len(texts))]
    scripts = [moved[index].script if index in moved else "" for index in range(len(texts))]
    on_line = (
        height
        for height, script, text in zip(heights, scripts, texts, strict=True)
        if text.strip() and not script
    )
    line = max(0, min(on_line, default=0))
    steps = {"": -line, "superscript": 1}
    return [
        height + steps.get(script, -1) for height, script in zip(heights, scripts, strict=True)
    ]


def _joins(texts: list[str], heights: list[float], index: int) -> bool:
    """Whether a text that begins or ends in a numeral meets one at another height."""
    return any(
        stands_in_number(near) and stands_in_number(other)
        for near, other in (
            (texts[index][:1], _neighbour(texts, heights, index, -1)[-1:]),
            (texts[index][-1:], _neighbour(texts, heights, index, 1)[:1]),
        )
    )


def _neighbour(texts: list[str], heights: list[float], index: int, step: int) -> str:
    """Return the next text that is not empty, "" if it is at the same height."""
    at = index + step
    while 0 <= at < len(texts):
        if texts[at]:
            return "" if heights[at] == heights[index] else texts[at]
        at += step
    return ""


def stands_in_number(sign: str) -> bool:
    """Whether a sign, if there is one, may be part of a number."""
    return sign.isdecimal() or sign in _SIGNS or _is_numeral(sign)


def _is_numeral(text: str) -> bool:
    """Whether a text is written in ideographic numerals, which have no raised form."""
    return bool(text) and all(
        sign.isnumeric() and unicodedata.category(sign) == "Lo" for sign in text
    )
