"""The slip of one byte after a gloss that was inserted into GBK text byte by byte.

A mirror that replaced the two bytes of a character such as 執 (88 CC) by those of 執(zhí), wherever
they stood, also hit them astride two characters: the last byte of 請 (D5 88) and the first of 處 (CC
8E). The byte CC and the bracket then make no character and become `?`, and what follows is read one
byte off: `申請?zhí)幚頉Q定` was 申請處理決定. It continues until a second byte below 80 is by itself, like
`Q`, or until a gloss at a true character's end corrects the reading again, with another `?` for the
second byte of that character.

The lost byte is known from the gloss: with the byte before it, it makes a character that has that
reading. With it the bytes are read again; a repair is made only where exactly one such reading is
written Chinese throughout.
"""

import re
from collections.abc import Iterator, Sequence

from govreport.expressions import expression
from govreport.normalise.changes import Edit
from govreport.normalise.characters import (
    IDEOGRAPH,
    is_frequent,
    mainland_characters,
    traditional_characters,
)
from govreport.normalise.conversion import AMBIGUOUS, as_simplified
from govreport.normalise.readings import has_reading, reads
from govreport.normalise.step import Step

_LETTERS = "a-züɡāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_SLOT = expression(f"[?？\ufffd]++[(（]?(?P<gloss>[{_LETTERS}]{{1,6}})[)）]")
_WHOLE_GLOSS = expression(f"[(（](?P<gloss>[{_LETTERS}]{{1,6}})[)）]")
_SLIP = expression(f"(?<=[{IDEOGRAPH}\u3000-\u303f\uff00-\uffef\ue000-\uf8ff]){_SLOT.pattern}")
_UNPROVED = expression(f"{_SLIP.pattern}[^\\x00-\\x7f]*+")
_WRITTEN_MARKS = frozenset("，。、；：？！（）《》“”‘’〔〕【】—…·％～〈〉「」")
_LONGEST = 400
"""A slip is followed over at most so many characters."""


def slips_in(text: str) -> Iterator[re.Match[str]]:
    """Yield every place that looks like a slip."""
    return _SLIP.finditer(text) if "?" in text or "？" in text or "\ufffd" in text else iter(())


def unproved(text: str) -> list[tuple[int, int]]:
    """Return the stretches that were read one byte off and are not repaired.

    Their characters are bytes of the text: a repair needs each of them, and a changed one could
    make a false proof. A stretch ends at the first ASCII character, where both readings
    meet, and begins with the character whose second byte belongs to the gloss.
    """
    if "?" not in text and "？" not in text and "\ufffd" not in text:
        return []
    return [(match.start() - 1, match.end() + 1) for match in _UNPROVED.finditer(text)]


def is_one_byte_off(stretch: str) -> bool:
    """Whether a stretch is everyday text throughout when its bytes are read one later.

    This happens if the byte was lost before a line begins and no gloss shows which one it was.
    """
    read = "".join(each for each in stretch if each not in "?？\ufffd")
    shifted = b"".join(map(_bytes, read))[1:].decode("gbk", "ignore")
    return len(shifted) > 2 and _everyday(shifted) > 0.9 and _everyday(read) < 0.7


def _everyday(text: str) -> float:
    """Return the share of a text's characters that are everyday ones or marks."""
    plain = as_simplified(text)
    return sum(each in _WRITTEN_MARKS or is_frequent(each) for each in plain) / max(1, len(plain))


def _weigh(texts: Sequence[str]) -> bool | None:
    return any(True for text in texts for _ in slips_in(text)) or None


def _repaired(text: str, _: object) -> list[Edit]:
    edits: list[Edit] = []
    done = 0
    for match in slips_in(text):
        if match.start() < done:
            continue
        readings = _readings(text, match)
        if readings:
            end, new = readings
            edits.append((match.start(), end, new))
            done = end
    return edits


def _readings(text: str, match: re.Match[str]) -> tuple[int, str] | None:
    """Return the end of the slip and the true text, None if that is not certain."""
    before = _bytes(text[match.start() - 1])
    if len(before) != 2:
        return None
    found = [
        (
            _is_glossed(character),
            sum(map(is_frequent_anywhere, new)) - len(new),
            end,
            new,
        )
        for character in _glossed(before[1:], match["gloss"])
        for end, new in _realigned(text, match.end(), _bytes(character)[1:])
    ]
    # Mirrors gloss everyday characters; a rare one needs everyday characters after it.
    best = max((each[:2] for each in found), default=(False, -1))
    if not best[0] and best[1] < 0:
        return None
    likely = {each[2:] for each in found if each[:2] == best}
    return likely.pop() if len(likely) == 1 else None


def _glossed(first: bytes, gloss: str) -> list[str]:
    """Return the characters with a reading that mirrors gloss and whose first byte is `first`."""
    return [
        character
        for character in sorted(reads(gloss))
        if _bytes(character)[:1] == first and len(_bytes(character)) == 2
    ]


def _is_glossed(character: str) -> bool:
    converted = character not in mainland_characters() or character in AMBIGUOUS
    return converted and is_frequent_anywhere(character)


def is_frequent_anywhere(character: str) -> bool:
    """Whether a character is among the frequent ones of either script, or a Chinese mark."""
    if is_frequent(character) or character in _WRITTEN_MARKS:
        return True
    try:
        return character.encode("big5")[:1] <= b"\xc6"
    except UnicodeEncodeError:
        return False


def _realigned(text: str, start: int, lost: bytes) -> Iterator[tuple[int, str]]:
    """Read the text after a slip again, with the lost byte before it.

    Yields the end of the stretch that was read one byte off and its true text: nothing if some
    byte contradicts, several readings if a second gloss leaves several.
    """
    pending = lost
    done: list[str] = []
    position = start
    while position < len(text) and position - start < _LONGEST:
        if match := _SLOT.match(text, position):
            for character in _glossed(pending, match["gloss"]):
                yield match.end(), "".join((*done, character))
            return
        match = _WHOLE_GLOSS.match(text, position)
        if match and position > start and has_reading(text[position - 1], match["gloss"]):
            position = (
                match.end()
            )  # the replaced bytes were adjacent by chance and are read as one
            continue
        encoded = _bytes(text[position])
        character = _decoded(pending + encoded[:1])
        if not character:
            return
        done.append(character)
        position += 1
        if len(encoded) == 1:
            yield position, "".join(done)
            return
        pending = encoded[1:]


def _bytes(character: str) -> bytes:
    if character == "€":
        return b"\x80"  # as Windows reads the byte that GBK leaves open
    try:
        return character.encode("gb18030")
    except UnicodeEncodeError:
        return b""


def _decoded(pair: bytes) -> str:
    """Return the written Chinese character of two bytes, nothing if they are not one."""
    try:
        character = pair.decode("gbk") if len(pair) == 2 else ""
    except UnicodeDecodeError:
        return ""
    return character if len(character) == 1 and _is_written(character) else ""


def _is_written(character: str) -> bool:
    return (
        character in mainland_characters()
        or character in traditional_characters()
        or character in _WRITTEN_MARKS
        or is_frequent_anywhere(character)
        or "\uff01" <= character <= "\uff5e"
    )


STEP = Step("slips", _weigh, (_repaired,))
"""Undoes the slip of one byte if the bytes themselves prove it."""
