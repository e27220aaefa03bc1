"""Chinese text that was read in another encoding of Chinese: UTF-8 as GBK, GBK and Big5 as each other."""

import re
from collections.abc import Iterator

from govreport.expressions import expression, expression_of
from govreport.normalise.changes import Edit, edited
from govreport.normalise.characters import is_frequent, mainland_characters
from govreport.normalise.conversion import as_simplified
from govreport.normalise.steps.mojibake.reading import (
    CHINESE,
    DEPTH,
    everyday_share,
    is_written,
    makes_words,
)

_RUN = expression(r"[^\x00-\x7f]+[@-~]?")
_UTF8 = expression(
    rb"(?:[\xe3-\xe9][\x80-\xbf]{2}|\xef[\xbc-\xbf][\x80-\xbf]|\xe2[\x80-\x93][\x80-\xbf]|\xc2\xb7)+"
)


def _utf8_as_gbk() -> str:
    # The first is made of a leading byte and a continuing one, the second the other way round.
    leading, continuing = range(0xE2, 0xF0), range(0x81, 0xC0)
    first = _pairs(leading, range(0x80, 0xC0))
    second = _pairs(continuing, leading)
    return f"[{first}][{second}€\ufffd]"


UTF8_AS_GBK = expression_of(_utf8_as_gbk)
"""The first two characters of UTF-8 read as GBK."""


def _pairs(first: range, last: range) -> str:
    pairs = (bytes((one, other)).decode("gb18030", "ignore") for one in first for other in last)
    return "".join(re.escape(pair) for pair in pairs if len(pair) == 1 and ord(pair) > 0x7F)


def from_gbk(text: str) -> Iterator[Edit]:
    """Yield the edits that repair UTF-8 read as GBK."""
    if not UTF8_AS_GBK.search(text):
        return
    for run in _RUN.finditer(text):
        if len(run[0]) >= 3 or "\ufffd" in run[0]:
            at_end = not text[run.end() :].partition("\n")[0].strip()
            yield from _runs_of_gbk(run[0], run.start(), at_end)


def _runs_of_gbk(run: str, start: int, at_end: bool) -> Iterator[Edit]:
    pieces = _gbk_pieces(run, at_end)
    data = b"".join(pieces)
    position_of = {}
    offset = 0
    for number, piece in enumerate(pieces):
        position_of[offset] = number
        offset += len(piece)
    position_of[offset] = len(pieces)
    done = 0
    for match in _UTF8.finditer(data):
        # The stretch begins and ends where characters of both readings do; cut ones are left.
        borders = [place for place in _borders(data, *match.span()) if place in position_of]
        if len(borders) < 2 or borders[0] < done:
            continue
        first, last = borders[0], borders[-1]
        decoded = data[first:last].decode("utf-8")
        for _ in range(DEPTH - 1):  # decoded wrongly several times over
            again = edited(decoded, list(from_gbk(decoded)))
            if again == decoded:
                break
            decoded = again
        garbled = run[position_of[first] : position_of[last]]
        if _is_certain_utf8(garbled, decoded):
            done = last
            yield start + position_of[first], start + position_of[last], decoded


def _gbk_pieces(run: str, at_end: bool) -> list[bytes]:
    """Return the bytes of each character of a run, with lost ones if only one byte is possible."""
    pieces: list[bytes] = []
    for number, each in enumerate(run):
        before = b"".join(pieces[-2:])
        if each == "\ufffd" and at_end and (stop := _rest_of_stop(before, run[number:])):
            return [*pieces, stop, *([b""] * (len(run) - number - 1))]
        # Others put U+FFFD for that byte. After E2 or E3 it is the byte of Chinese punctuation;
        # elsewhere the mark may be any byte.
        is_of_mark = each == "\ufffd" and before[-1:] in (b"\xe2", b"\xe3")
        pieces.append(b"\x80" if is_of_mark else _gbk(each))
    return pieces


def _rest_of_stop(before: bytes, rest: str) -> bytes:
    """Return the bytes of a full stop for which the marks at the end of a line stand, if they do."""
    if rest.strip("\ufffd"):
        return b""
    if before[-1:] == b"\xe3" and len(rest) in (2, 3):
        return b"\x80\x82"
    return b"\x82" if before[-2:] == b"\xe3\x80" else b""


def _borders(data: bytes, first: int, last: int) -> Iterator[int]:
    """Yield the starts of the characters of a stretch of UTF-8, and the end of the last one."""
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


def _is_certain_utf8(garbled: str, decoded: str) -> bool:
    """Whether the decoded text is written Chinese and the garbled one is not."""
    if not CHINESE.fullmatch(decoded):
        return False
    if len(garbled) < 3 and not (decoded[-1] in "。，" and _is_rare(garbled[0])):
        return False
    ideographs = [each for each in decoded if each >= "\u3400" and each < "\uff00"]
    if not all(map(is_written, ideographs)):
        return False
    frequent = sum(map(is_frequent, garbled))
    plain = as_simplified(decoded)
    return sum(map(is_frequent, plain)) * len(garbled) >= frequent * len(decoded) + 1


def _is_rare(character: str) -> bool:
    return not is_frequent(character)


WIDE_RUN = expression("[^\\x00-\\x7f\n]+")


def _strange_to_both() -> str:
    mainland = "".join(sorted(mainland_characters()))
    strange = f"(?:(?![{mainland}])[\u4e00-\u9fff]|[\u0391-\u0451\u2550-\u2570\u3041-\u312f])"
    return f"{strange}[\u0370-\uffef]{{0,3}}{strange}"


STRANGE_TO_BOTH = expression_of(_strange_to_both)
"""Signs that such a text has and a clean one lacks: two characters that are no mainland text, kana,
Cyrillic, Greek or box drawing among ideographs.
"""


def from_ideographs(text: str) -> Iterator[Edit]:
    """Yield the edits that repair GBK read as Big5, and Big5 read as GBK."""
    if not STRANGE_TO_BOTH.search(text):
        return
    for run in WIDE_RUN.finditer(text):
        if len(run[0]) < 4 or not STRANGE_TO_BOTH.search(run[0]):
            continue
        for one, other in (("big5hkscs", "gb18030"), ("gb18030", "big5hkscs")):
            try:
                decoded = run[0].encode(one).decode(other)
            except (UnicodeEncodeError, UnicodeDecodeError):
                continue
            wide = CHINESE.fullmatch(decoded)
            if wide and _is_likelier(decoded, run[0]):
                yield run.start(), run.end(), decoded
                break


FOREIGN_SIGN = expression("[\u0391-\u0451\u2550-\u2570\u3041-\u312f\ue000-\uf8ff\ufffd]")
"""Letters of other scripts, which are among ideographs if these are bytes of something else."""


def _is_likelier(decoded: str, garbled: str) -> bool:
    """Whether a reading is everyday Chinese that makes words, and the present text is neither."""
    margin = 0.0 if FOREIGN_SIGN.search(garbled) else 0.2
    if makes_words(garbled, 0.3) or everyday_share(decoded) < everyday_share(garbled) + margin:
        return False
    return everyday_share(decoded) > 0.9 and makes_words(decoded, 0.4)
