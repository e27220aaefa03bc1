"""Distinguishes question marks in place of characters that an encoding lacks from true ones.

A decoder puts `?` for each character it cannot hold: quotation marks, dashes, blanks. A true
question mark ends a question, and a question says so by one of its words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from govreport.expressions import expression
from govreport.normalise.changes import Edit
from govreport.normalise.characters import IDEOGRAPH

_LINE = expression("[^\n]+")
_LEADING = expression(f"[?？]{{1,8}}+[ \u00a0\u3000]++(?=\\S)|\\?{{1,8}}+(?=[{IDEOGRAPH}（《“])")
_TRAILING = expression(r"(?<=[。；])\?++$")
_ASKS = expression(
    "吗|呢|什么|谁|哪|怎|为何|何时|何地|何种|如何|是否|多少|几[个人项件条年天次种时份张家户位名块里岁点倍期届]|能否|可否|有无|有没有|是不是"
    "|能不能|会不会|要不要|可不可以|啥|吧$|么$|难道|岂|何为|何谓|何以|若何|請問|请问|嗎|甚麼|什麼|誰|麼$|還是|还是"
)
_WIDE = f"[{IDEOGRAPH}、。，；：！？（）《》〈〉「」『』【】〔〕…—％]"
_BETWEEN = expression(f"(?<={_WIDE})\\?+(?={_WIDE})|(?<={_WIDE})\\?(?=[0-9A-Za-z])")


def is_question(text: str, position: int) -> bool:
    """Whether the question mark at a position ends a question, as its words or marks show."""
    if position and text[position - 1] in "！!？":
        return True
    after = text[position + 1 : position + 2]
    if after and after in "!！":
        return True
    start = position
    while start and text[start - 1] not in "。；！？!?\n" and position - start < 60:
        start -= 1
    clause = text[start:position]
    return bool(clause) and _ASKS.search(clause.rstrip("”’」』）)\"'")) is not None


def lost(text: str) -> list[tuple[int, int]]:
    """Return the question marks in place of lost characters."""
    if "?" not in text:
        return []
    return [
        match.span()
        for match in _BETWEEN.finditer(text)
        if not is_question(text, match.start()) and not _is_quoted(text, match)
    ]


def _is_quoted(text: str, match: re.Match[str]) -> bool:
    """Whether a text is about question marks."""
    around = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
    return around in ("“”", "‘’", "「」", "『』", "《》", "（）")


@dataclass(frozen=True, slots=True)
class LostBlanks:
    """What a document shows about blanks that became question marks."""

    leading: bool
    """Whether several lines begin with a question mark, which no sentence does."""


def weigh_lost_blanks(texts: Sequence[str]) -> LostBlanks:
    """Return what the texts of a document show about blanks that became question marks."""
    lines = (line for text in texts if "?" in text for line in _LINE.findall(text))
    return LostBlanks(sum(_LEADING.match(line) is not None for line in lines) > 1)


def lost_blanks(text: str, evidence: LostBlanks) -> list[Edit]:
    """Return the edits that cut question marks which were blanks around a line.

    A single one before a line's first word may have been an opening quotation mark: it is a
    blank only if other lines begin in the same way and no question mark could close a quotation.
    """
    if "?" not in text:
        return []
    edits: list[Edit] = []
    for line in _LINE.finditer(text):
        leading = _LEADING.match(line[0])
        if leading and (
            leading[0] != "?" or (evidence.leading and "?" not in line[0][leading.end() :])
        ):
            edits.append((line.start(), line.start() + leading.end(), ""))
        trailing = _TRAILING.search(line[0])
        if trailing and line[0].count("?") == len(trailing[0]) + (
            len(leading[0].strip()) if leading else 0
        ):
            edits.append((line.start() + trailing.start(), line.end(), ""))
    return edits
