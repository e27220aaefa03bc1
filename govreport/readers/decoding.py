"""Decode the bytes of plain text, by the bytes themselves and by what was declared."""

import codecs
import re

from govreport.detection import wide_encoding
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.readers.wrong_decoding import UNDEFINED, restored

BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
"""The marks that open a text of each encoding, longer ones first (Unicode 15.0, 23.8)."""

_NAMES = {
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gb_2312": "gb18030",
    "csgb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "cp936": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "cn-big5": "big5hkscs",
    "x-x-big5": "big5hkscs",
    "unicode": "utf-8",
    "utf8": "utf-8",
}
"""Labels that stand for a greater encoding (the Encoding standard, section 4.2)."""

_SAYS_NOTHING = {"cp1252", "iso8859-1", "ascii", "latin-1"}
"""Encodings that programs declare by default; any bytes fit them."""

_SAMPLE = 1 << 16
_QUOTED = 20
_WINDOWS = {
    byte: bytes((byte,)).decode("cp1252") for byte in range(0x80, 0xA0) if byte not in UNDEFINED
}
"""The characters of Windows-1252 for the codes that Latin-1 leaves to controls."""
_WESTERN_SHARE = 0.8
_MOST_STRANGE = 0.6
_UNICODE_TO_LOST = 2


def decode_text(data: bytes, declared: str | None = None) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the text of bytes in UTF-8, UTF-16, UTF-32, GB 18030 or Big5, and what was lost.

    Text that was decoded wrongly before it was written is decoded again, with a diagnostic.

    A byte order mark decides, else the `declared` encoding if it allows the bytes. Without
    either, strict UTF-8 is tried first, because no other encoding gives it by chance; then, of
    the two-byte encodings, the one that decodes strictly to the commoner characters. Bytes that
    no encoding allows are replaced and reported.
    """
    text, lost = _decoded(data, encoding_of(declared or ""))
    text, told = restored(text)
    return text, (*lost, *told)


def known_encoding(label: str) -> str | None:
    """Return Python's name of the encoding with a label, None if there is none."""
    label = label.strip().lower()
    try:
        name = codecs.lookup(_NAMES.get(label, label)).name
        "".encode(name)
    except (LookupError, UnicodeError, ValueError):
        return None
    return name


def encoding_of(label: str) -> str | None:
    """Return Python's name of a declared encoding, None if there is no usable one."""
    name = known_encoding(label)
    return None if name in _SAYS_NOTHING else name


def _decoded(data: bytes, declared: str | None) -> tuple[str, tuple[Diagnostic, ...]]:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return decode_as(data[len(mark) :], encoding)
    if declared is not None:
        text = strictly(data, declared)
        may_be_other = strictly(data, "utf-8") is not None and is_unicode(data, declared)
        if text is not None and not may_be_other:
            return text, ()
    if wide := wide_encoding(data):
        return decode_as(data, wide)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return decode_likely(data)


def decode_likely(data: bytes) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return bytes that are not UTF-8 decoded as they most likely are, and whether that is doubtful.

    Single bytes beyond ASCII between letters are Windows-1252, which no Chinese office writes;
    pairs that are hardly Chinese may be anything. Both are reported.
    """
    if _is_damaged_unicode(data[:_SAMPLE]):
        return decode_as(data, "utf-8")
    if _is_western(data[:_SAMPLE]):
        position = next(index for index, byte in enumerate(data) if byte > 0x7F)
        text = data.decode("latin-1").translate(_WINDOWS)
        message = "the bytes are neither UTF-8 nor Chinese; they were read as Windows-1252"
        return text, (_undecodable(text, position, message),)
    encoding = likely_encoding(data)
    text, told = decode_as(data, encoding)
    if not told and strangeness(data, encoding) > _MOST_STRANGE:
        position = next(index for index, each in enumerate(text) if each > "\x7f")
        message = (
            f"the bytes were read as {encoding}, which makes hardly any Chinese text of them"
        )
        told = (_undecodable(text, position, message),)
    return text, told


def _is_damaged_unicode(data: bytes) -> bool:
    """Whether most bytes beyond ASCII are UTF-8, which no other encoding gives by chance."""
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    return len(text) - len(text.encode("ascii", "ignore")) - lost >= lost * _UNICODE_TO_LOST


def _is_western(data: bytes) -> bool:
    """Whether the bytes beyond ASCII are single, almost all of them letters."""
    runs = re.findall(rb"[\x80-\xff]+", data)
    alone = [run for run in runs if len(run) == 1]
    letters = sum(run[0] >= 0xC0 for run in alone)
    return len(alone) > len(runs) * _WESTERN_SHARE and letters * 2 > len(alone)


def _undecodable(text: str, position: int, message: str) -> Diagnostic:
    quoted = text[max(0, position - _QUOTED) : position + _QUOTED]
    return diagnostic("undecodable-text", f"character {position + 1}", quoted, message)


def decode_as(data: bytes, encoding: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return bytes decoded, those that the encoding does not allow replaced and reported."""
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
    message = f"{text.count(chr(0xFFFD))} places hold bytes that {encoding} does not allow"
    return text, (_undecodable(text, text.find("\ufffd"), message),)


def strictly(data: bytes, encoding: str) -> str | None:
    """Return bytes decoded, None if the encoding does not allow them."""
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None


def is_unicode(data: bytes, declared: str) -> bool:
    """Whether bytes that fit UTF-8 and the declared encoding are UTF-8."""
    if declared == "utf-8" or data.isascii():
        return True
    if declared.startswith(("gb", "big5")):
        return likely_encoding(data) == "utf-8"
    return True


def likely_encoding(data: bytes) -> str:
    """Return the encoding of bytes that are not UTF-8: of those that fit, the likeliest.

    GB 18030 and Big5 share most byte pairs; read in the wrong one, common characters become
    rare ones. Damaged UTF-8 is recognised by how little of it is replaced.
    """
    scores = {encoding: strangeness(data, encoding) for encoding in ("utf-8", "gb18030", "big5")}
    return min(scores, key=lambda encoding: scores[encoding])


def strangeness(data: bytes, encoding: str) -> float:
    """Return how unlike Chinese decoded bytes are: at most 0 for Chinese, 1 for rare characters."""
    text = data[:_SAMPLE].decode(encoding, "replace")
    wide = [each for each in text if each > "\x7f"]
    if not wide:
        return 0.0
    return sum(_rarity(each, encoding) for each in wide) / len(wide)


def _rarity(character: str, encoding: str) -> float:
    if character == "\ufffd":
        return 4.0
    if character in "，。、；：？！（）《》“”‘’　":
        return -1.0
    if "\u2500" <= character <= "\u257f":  # borders drawn around tables
        return 0.0
    if not "\u4e00" <= character <= "\u9fff":
        return 1.0
    # Level one of each charset holds its common characters, in the lower rows.
    if encoding == "big5":
        return 0.0 if character.encode("big5", "replace")[0] <= 0xC6 else 1.0
    encoded = character.encode("gb18030")
    return 0.0 if len(encoded) == 2 and 0xB0 <= encoded[0] <= 0xD7 and encoded[1] >= 0xA1 else 1.0
