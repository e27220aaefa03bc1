"""The pinyin readings of characters, from the table shipped next to this module.

`readings.txt` holds a line per syllable: the syllable with its tone mark, a tab, and every
character of the blocks U+3400 to U+9FFF that has it. It is derived from the tables of pypinyin
(https://github.com/mozillazg/python-pinyin, MIT licence), which takes them from pinyin-data.
"""

import unicodedata
from collections import Counter
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from govreport.expressions import expression

_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
# A breve is often written for the caron of the third tone.
_SAME_TONE = str.maketrans({"\u0306": "\u030c", "ɡ": "g"})
_NUMBERED = expression(r"([a-zü]+)([0-5])")
_MARKED = expression("[\u0300\u0301\u0304\u030c]")


def has_reading(character: str, gloss: str) -> bool:
    """Whether `gloss` is a reading of `character`.

    The tone may be a mark or a number after the syllable; without a tone any tone will do. `v`
    and `u:` stand for `ü`.
    """
    syllable, tone = _parted(gloss)
    return (character, tone) in _readings().by_syllable.get(syllable, frozenset()) or (
        not tone
        and any((character, each) in _readings().by_syllable.get(syllable, ()) for each in "1234")
    )


def reads(gloss: str) -> frozenset[str]:
    """Return the characters that have a reading."""
    syllable, tone = _parted(gloss)
    of_syllable = _readings().by_syllable.get(syllable, frozenset())
    return frozenset(character for character, each in of_syllable if not tone or each == tone)


def reading_count(character: str) -> int:
    """Return how many readings a character has, 0 if none is known."""
    return _readings().counts.get(character, 0)


def _parted(gloss: str) -> tuple[str, str]:
    """Return the bare syllable of a gloss and its tone, 1 to 4, or nothing for none."""
    plain = unicodedata.normalize("NFD", gloss.lower().translate(_SAME_TONE))
    plain = plain.translate(_SAME_TONE)
    tones = "".join(_TONES[mark] for mark in _MARKED.findall(plain))
    bare = unicodedata.normalize("NFC", _MARKED.sub("", plain))
    bare = bare.replace("u:", "ü").replace("v", "ü")
    if match := _NUMBERED.fullmatch(bare):
        return match[1], tones or match[2].strip("05")
    return bare, tones


class _Readings(NamedTuple):
    """The characters of each bare syllable with the tone they have in it, and how many readings
    each character has.
    """

    by_syllable: dict[str, frozenset[tuple[str, str]]]
    counts: dict[str, int]


@lru_cache(maxsize=1)  # a file, read when it is first asked for
def _readings() -> _Readings:
    found: dict[str, set[tuple[str, str]]] = {}
    counts: Counter[str] = Counter()
    for line in files(__package__).joinpath("readings.txt").read_text("utf-8").splitlines():
        syllable, _, characters = line.partition("\t")
        bare, tone = _parted(syllable)
        found.setdefault(bare, set()).update((each, tone) for each in characters)
        counts.update(characters)
    return _Readings(
        {syllable: frozenset(characters) for syllable, characters in found.items()}, counts
    )
