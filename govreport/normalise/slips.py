"""The slip of one byte behind a gloss that was inserted into GBK text byte by byte.

A mirror that replaced the two bytes of a character such as 執 (88 CC) by 執(zhí), wherever they
stood, also hit them astride two characters: the last byte of 請 (D5 88) and the first of 處
(CC 8E). What follows is then read one byte off, until a second byte below 80 stands alone:
`申請?zhí)幚頉Q定` was 申請處理決定. The lost byte is known from the gloss: it is the second byte of the
character with that reading whose first byte ends the character before. With it the bytes are read
again; only where one such character makes sense of them is the text repaired.
"""

import re
from collections.abc import Iterator, Sequence

from govreport.normalise.changes import Edit
from govreport.normalise.characters import (
    IDEOGRAPH,
    mainland_characters,
    traditional_characters,
)
from govreport.normalise.readings import reads
from govreport.normalise.steps import Step

_SLIP = re.compile(
    f"(?P<before>[{IDEOGRAPH}])[?？\ufffd][(（]?(?P<gloss>[a-züɡāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{{1,6}})[)）]"
    r"(?P<rest>[^\s]{0,80})"
)


def slips_in(text: str) -> Iterator[re.Match[str]]:
    """Yield every place that looks like a slip."""
    return _SLIP.finditer(text) if "?" in text or "？" in text or "\ufffd" in text else iter(())


def _weigh(texts: Sequence[str]) -> bool | None:
    return any(True for text in texts for _ in slips_in(text)) or None


def _repaired(text: str, _: object) -> list[Edit]:
    edits: list[Edit] = []
    for match in slips_in(text):
        if edits and match.start() < edits[-1][1]:
            continue
        readings = _readings(match)
        if len({new for new, _ in readings}) == 1:
            new, length = readings[0]
            # Behind the character before, which stays: the mark, the gloss and the shifted text.
            edits.append((match.end("before"), match.start("rest") + length, new))
    return edits


def _readings(match: re.Match[str]) -> list[tuple[str, int]]:
    """Return each text that the bytes can be, with the length of what it takes the place of."""
    last = match["before"].encode("gb18030")[1:2]
    found = []
    for character in sorted(reads(match["gloss"])):
        encoded = character.encode("gb18030")
        if len(encoded) == 2 and encoded[:1] == last and _is_written(character):
            reading = _realigned(encoded[1:], match["rest"])
            if reading:
                found.append(reading)
    return [each for each in found if all(map(_is_written, each[0]))]


def _realigned(lost: bytes, rest: str) -> tuple[str, int] | None:
    """Read the text behind a slip with the lost byte before it, to where both readings meet."""
    data = bytearray(lost)
    for length, character in enumerate(rest, 1):
        try:
            encoded = character.encode("gbk")
        except UnicodeEncodeError:
            return None
        data += encoded
        if len(data) % 2 == 0:
            try:
                return data.decode("gbk"), length
            except UnicodeDecodeError:
                return None
        if len(encoded) == 1:
            return None
    return None


def _is_written(character: str) -> bool:
    return (
        character in mainland_characters()
        or character in traditional_characters()
        or character in "，。、；：？！（）《》“”"
    )


STEP = Step("slips", _weigh, (_repaired,))
"""Undo the slip of one byte where the bytes themselves prove it."""
