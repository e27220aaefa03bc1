"""Chinese text that was read as Windows-1252, Latin-1 or Mac OS Roman, once or several times."""

import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress

from govreport.expressions import expression
from govreport.normalise.changes import Edit, edited
from govreport.normalise.characters import IDEOGRAPH, is_frequent, mainland_characters
from govreport.normalise.steps.mojibake.chinese import UTF8_AS_GBK, from_gbk
from govreport.normalise.steps.mojibake.reading import (
    CHINESE,
    DEPTH,
    WRITTEN_MARKS,
    is_certain,
    is_written,
)
from govreport.normalise.words import likelihood

_UNDEFINED = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
"""The bytes undefined in Windows-1252; decoders give U+0081 and so on, or U+FFFD, for them."""


def _table(encoding: str) -> dict[str, bytes]:
    table = {chr(byte): bytes((byte,)) for byte in range(0x80, 0x100)}
    if encoding == "mac_roman":
        table = {}
    for byte in range(0x80, 0x100):
        if encoding == "mac_roman" or (byte < 0xA0 and byte not in _UNDEFINED):
            table[bytes((byte,)).decode(encoding)] = bytes((byte,))
    return table


_WESTERN = {name: _table(name) for name in ("cp1252", "mac_roman")}
"""The bytes of the characters of both: Windows-1252 with Latin-1 in its gaps, and Mac OS Roman."""


def _inside(characters: object) -> str:
    return "".join(re.escape(str(each)) for each in sorted(characters))  # type: ignore[call-overload]


_RUNS = {
    name: expression(
        f"[{_inside(table)}](?:[{_inside(table)}\ufffd -~]*[{_inside(table)}\ufffd])?[@-~]?"
    )
    for name, table in _WESTERN.items()
}
_TYPOGRAPHIC = "“”‘’…—–·×÷°±§•‰\u00a0\ufffd "
"""Characters of Western encodings that clean Chinese text has, and that may touch a run."""
LETTER = "[\u0080-\u009f\u00c0-\u00ff]"
LATIN = expression(
    f"{LETTER}[^\\x00-\\x7f\u2e80-\U0010ffff]|[^\\x00-\\x7f\u2e80-\U0010ffff]{LETTER}"
)
_UTF8_PIECE = expression(
    rb"(?:[\xe2-\xef][\x80-\xbf]{2}|\xf0[\x80-\xbf]{3}|[\xc2-\xdf][\x80-\xbf])+"
)
_WITH_LOST = expression(rb"(?:[\xe2-\xe9\xef][\x80-\xbf\x00]{2}|[\xc2-\xdf][\x80-\xbf])+")


Reading = tuple[str, str]
"""The encoding in which a text was read and the one in which it was written."""


def from_western(text: str, known: Collection[Reading] = ()) -> Iterator[Edit]:
    """Yield the edits that repair text read as a Western encoding.

    `known` are the readings that the document proves elsewhere, so that a single character, or one
    between numbers, is read alike.
    """
    if not LATIN.search(text):
        return
    found: list[Edit] = []
    for name, match in _runs(text):
        if not _is_found(match, found):
            found += [
                (start, end, new) for _, start, end, new in _whole_run(text, match, name, known)
            ]
    for name, match in _runs(text):
        if not _is_found(match, found):
            found += _utf8_pieces(match[0], match.start(), name)
    yield from found


def _is_found(match: re.Match[str], found: Iterable[Edit]) -> bool:
    """Whether edits that were found touch a stretch."""
    return any(start < match.end() and match.start() < end for start, end, _ in found)


def proved_readings(texts: Iterable[str]) -> frozenset[Reading]:
    """Return the readings that runs of a document's texts prove."""
    return frozenset(
        (name, encoding)
        for text in texts
        if LATIN.search(text)
        for name, match in _runs(text)
        for encoding, _, _, _ in _whole_run(text, match, name, ())
    )


def _runs(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    for name, pattern in _RUNS.items():
        for match in pattern.finditer(text):
            if LATIN.search(match[0]):
                yield name, match


def _whole_run(
    text: str, match: re.Match[str], name: str, known: Collection[Reading]
) -> list[tuple[str, int, int, str]]:
    """Return how a run is read whole, signs at its ends apart, and where: nothing where it is not."""
    around = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
    if _WESTERN_SIGN.search(around):
        return []  # only a part of the text read as another encoding
    start = match.start()
    for first, last in _trimmed_ends(match[0]):
        for encoding, reading in _readings(match[0][first:last], name, DEPTH, known):
            return [(encoding, start + first, start + last, reading)]
    return []


_WESTERN_SIGN = expression("[\u0080-\u024f\u02c6-\u02dd\u2202-\u2265\ufb01\ufb02\ufffd]")


def _trimmed_ends(run: str) -> Iterator[tuple[int, int]]:
    """Yield the run, and what it is without signs at its ends that clean text may have."""
    first, last = 0, len(run)
    yield first, last
    if run[-1].isascii():  # the second byte of a character may be a letter's, and need not be
        last -= 1
        yield first, last
    while first < last and run[first] in _TYPOGRAPHIC:
        first += 1
    if first:
        yield first, last
    end = last
    while end > first and run[end - 1] in _TYPOGRAPHIC:
        end -= 1
    if end < last:
        yield first, end
        if first:
            yield 0, end


def _readings(
    run: str, name: str, depth: int, known: Collection[Reading]
) -> Iterator[tuple[str, str]]:
    """Yield the encoding of a run and its original text, if that is certain."""
    table = _WESTERN[name]
    try:
        data = b"".join(table.get(each) or each.encode("ascii") for each in run)
    except UnicodeEncodeError:
        return
    for encoding in ("utf-8", "gb18030", "big5hkscs"):
        try:
            decoded = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if is_certain(decoded, encoding == "utf-8", (name, encoding) in known):
            yield encoding, decoded
        elif depth > 1:
            yield from _read_again(decoded, encoding, depth - 1)


def _read_again(decoded: str, encoding: str, depth: int) -> Iterator[tuple[str, str]]:
    """Yield what a run was that was decoded wrongly several times over, where that is certain."""
    if LATIN.search(decoded) and not re.search(f"[{IDEOGRAPH}]", decoded):
        for each in _WESTERN:
            for _, reading in _readings(decoded, each, depth, ()):
                yield "utf-8", reading
    elif encoding == "utf-8" and UTF8_AS_GBK.search(decoded):
        repaired = edited(decoded, list(from_gbk(decoded)))
        if repaired != decoded and is_certain(repaired, proved=False):
            yield encoding, repaired


def _utf8_pieces(run: str, start: int, name: str) -> list[Edit]:
    """Return the edits of the pieces of a run that are UTF-8, the lost bytes found by the words."""
    data = _one_byte_each(run, _WESTERN[name])
    pattern = _WITH_LOST if name == "cp1252" and "\ufffd" in run else _UTF8_PIECE
    pieces = [
        piece
        for match in pattern.finditer(data)
        for piece in _decoded_pieces(match[0], match.start())
    ]
    if not any(_proves(run[first:last], decoded) for first, last, decoded in pieces):
        return []
    return [
        (start + first, start + last, decoded)
        for first, last, decoded in pieces
        if _is_chinese(decoded) or _LETTERS.fullmatch(decoded)
    ]


_LETTERS = expression("[\u00a0-\u017f]*")


def _one_byte_each(run: str, table: dict[str, bytes]) -> bytes:
    """Return the bytes of a run, one a character, so that places are the same; 0 for a lost one."""
    return b"".join(
        b"\x00" if each == "\ufffd" else table.get(each) or each.encode() for each in run
    )


def _is_chinese(decoded: str) -> bool:
    return CHINESE.fullmatch(decoded) is not None and ord(decoded[0]) > 0xFF


def _decoded_pieces(data: bytes, start: int) -> Iterator[Edit]:
    """Yield what a stretch of UTF-8 was, in several pieces where a lost byte cannot be determined."""
    if b"\x00" not in data:
        with suppress(UnicodeDecodeError):
            decoded = data.decode("utf-8")
            if decoded.replace("\u3000", "").replace("\u00a0", "").isprintable():
                yield start, start + len(data), decoded
        return
    choices: list[list[str]] = []
    places = [0]
    while places[-1] < len(data):
        width = 3 if data[places[-1]] >= 0xE0 else 2
        choices.append(_characters(data[places[-1] : places[-1] + width]))
        places.append(places[-1] + width)
    read = _likeliest(choices)
    begin = 0
    for number in range(len(read) + 1):
        if number == len(read) or not read[number]:
            if begin < number:
                yield start + places[begin], start + places[number], "".join(read[begin:number])
            begin = number + 1


def _characters(data: bytes) -> list[str]:
    """Return the written characters that bytes with a lost one may be."""
    options = [b""]
    for byte in data:
        following = _UNDEFINED if byte == 0 else (byte,)
        options = [each + bytes((one,)) for each in options for one in following]
    found = []
    for option in options:
        with suppress(UnicodeDecodeError):
            character = option.decode("utf-8")
            lost = 0 in data
            if character in mainland_characters() or (
                character in WRITTEN_MARKS if lost else CHINESE.fullmatch(character)
            ):
                found.append(character)
    return found


_CLEAR = 8.0
"""Binary digits by which the likeliest of several readings must be ahead."""


def _likeliest(choices: list[list[str]]) -> list[str]:
    """Return the characters chosen, nothing for one that the words do not tell."""
    read = [each[0] if len(each) == 1 else "" for each in choices]
    for number, options in enumerate(choices):
        if len(options) < 2:
            continue
        before = "".join(_until_open(read[max(0, number - 4) : number][::-1]))[::-1]
        after = "".join(_until_open(read[number + 1 : number + 5]))
        ranked = sorted(
            ((likelihood(_ideographs_of(before + each + after)), each) for each in options),
            reverse=True,
        )
        if ranked[0][0] - ranked[1][0] >= _CLEAR:
            read[number] = ranked[0][1]
    return read


def _until_open(characters: list[str]) -> Iterator[str]:
    """Yield the ideographs up to the first character that is not known."""
    for each in characters:
        if not "\u4e00" <= each <= "\u9fff":
            return
        yield each


def _ideographs_of(text: str) -> str:
    return "".join(each for each in text if "\u4e00" <= each <= "\u9fff")


def _proves(garbled: str, decoded: str) -> bool:
    """Whether a piece proves that UTF-8 was misread: by two characters, or a common one.

    A lone letter with two quotation marks, as between “café” and “élan”, is not a character.
    """
    if not _is_chinese(decoded):
        return False
    ideographs = [each for each in decoded if "\u3400" <= each < "\uff00"]
    if len(decoded) >= 2:
        return all(map(is_written, ideographs))
    return all(map(is_frequent, ideographs)) and not any(each in "“”‘’…—–" for each in garbled)
