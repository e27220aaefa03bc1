"""Text that was decoded with the wrong encoding, repaired where only one reading is possible.

UTF-8 read as GBK or as Latin-1 (Windows-1252) keeps its bytes. They are taken back, and where they
are valid UTF-8 for Chinese text they are that text: by chance this does not happen.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from govreport.normalise.changes import Edit
from govreport.normalise.characters import IDEOGRAPH, is_frequent, mainland_characters

_WINDOWS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_BYTE_OF = {character: character.encode("cp1252") for character in _WINDOWS}
_CONTINUATION = f"\u0080-\u00bf{_WINDOWS}"
LATIN = re.compile(
    f"(?:[\u00e2-\u00ef][{_CONTINUATION}]{{2}}|\u00f0[{_CONTINUATION}]{{3}}|[\u00c2-\u00df][{_CONTINUATION}])+"
)
_CHINESE = re.compile(
    f"[{IDEOGRAPH}\u2010-\u2027\u2030-\u205e\u2160-\u217f\u2460-\u24ff\u3000-\u303f\uff00-\uffef\u00b7\u00d7]+"
)

_RUN = re.compile(r"[^\x00-\x7f]+[@-~]?")
_UTF8 = re.compile(
    rb"(?:[\xe3-\xe9][\x80-\xbf]{2}|\xef[\xbc-\xbf][\x80-\xbf]|\xe2[\x80-\x93][\x80-\xbf]|\xc2\xb7)+"
)


def mojibake(text: str, _: object) -> list[Edit]:
    """Return the edits that repair what was decoded wrongly."""
    return sorted((*_from_latin(text), *_from_gbk(text)))


def _from_latin(text: str) -> Iterator[Edit]:
    found = list(_decoded_latin(text))
    if any(_CHINESE.fullmatch(decoded) and ord(decoded[0]) > 0xFF for _, _, decoded in found):
        yield from found  # beside Chinese text, a lone letter or sign was misread with it


def _decoded_latin(text: str) -> Iterator[Edit]:
    for match in LATIN.finditer(text):
        data = b"".join(_BYTE_OF.get(each) or each.encode("latin-1") for each in match[0])
        try:
            decoded = data.decode("utf-8")
        except UnicodeDecodeError:
            continue
        if decoded.replace("\u3000", "").isprintable():
            yield match.start(), match.end(), decoded


@lru_cache(maxsize=1)
def _garbled() -> re.Pattern[str]:
    """Return a pattern for the first two characters of UTF-8 read as GBK.

    The first is made of a leading byte and a continuing one, the second the other way round.
    """
    leading, continuing = range(0xE2, 0xF0), range(0x81, 0xC0)
    first = _pairs(leading, range(0x80, 0xC0))
    second = _pairs(continuing, leading)
    return re.compile(f"[{first}][{second}€\ufffd]")


def _pairs(first: range, last: range) -> str:
    pairs = (bytes((one, other)).decode("gb18030", "ignore") for one in first for other in last)
    return "".join(re.escape(pair) for pair in pairs if len(pair) == 1 and ord(pair) > 0x7F)


def may_be_garbled(text: str) -> bool:
    """Whether a text may hold what `mojibake` repairs."""
    return LATIN.search(text) is not None or _garbled().search(text) is not None


def _from_gbk(text: str) -> Iterator[Edit]:
    if not _garbled().search(text):
        return
    for run in _RUN.finditer(text):
        if len(run[0]) >= 3:
            yield from _runs_of_gbk(run[0], run.start())


def _runs_of_gbk(run: str, start: int) -> Iterator[Edit]:
    pieces: list[bytes] = []
    for each in run:
        # Others put U+FFFD for that byte. Behind E2 or E3 it is the byte of Chinese punctuation;
        # elsewhere the mark may stand for any byte.
        punctuation = each == "\ufffd" and pieces and pieces[-1][-1:] in (b"\xe2", b"\xe3")
        pieces.append(b"\x80" if punctuation else _gbk(each))
    data = b"".join(pieces)
    position_of = {}
    offset = 0
    for number, piece in enumerate(pieces):
        position_of[offset] = number
        offset += len(piece)
    position_of[offset] = len(pieces)
    done = 0
    for match in _UTF8.finditer(data):
        # The stretch begins and ends where characters of both readings do; what is cut is left.
        borders = [place for place in _borders(data, *match.span()) if place in position_of]
        if len(borders) < 2 or borders[0] < done:
            continue
        first, last = borders[0], borders[-1]
        decoded = data[first:last].decode("utf-8")
        if _is_certain(run[position_of[first] : position_of[last]], decoded):
            done = last
            yield start + position_of[first], start + position_of[last], decoded


def _borders(data: bytes, first: int, last: int) -> Iterator[int]:
    """Yield where the characters of a stretch of UTF-8 begin, and where its last one ends."""
    yield from (place for place in range(first, last) if data[place] & 0xC0 != 0x80)
    yield last


def _gbk(character: str) -> bytes:
    if character == "€":
        return b"\x80"  # as Windows reads the byte that GBK leaves open
    try:
        encoded = character.encode("gb18030")
    except UnicodeEncodeError:
        return b"\x00\x00"
    return encoded if len(encoded) <= 2 else b"\x00\x00"


def _is_certain(garbled: str, decoded: str) -> bool:
    """Whether the decoded text is Chinese as it is written and the garbled one is not."""
    if len(garbled) < 3 or not _CHINESE.fullmatch(decoded):
        return False
    ideographs = [each for each in decoded if each >= "\u3400" and each < "\uff00"]
    if not all(each in mainland_characters() for each in ideographs):
        return False
    frequent = sum(map(is_frequent, garbled))
    return sum(map(is_frequent, decoded)) * len(garbled) > frequent * len(decoded)
