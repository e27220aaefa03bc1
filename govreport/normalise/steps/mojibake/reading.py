"""Decides when the text of bytes in another encoding is accepted as the original."""

from govreport.expressions import expression
from govreport.normalise.characters import (
    IDEOGRAPH,
    is_frequent,
    mainland_characters,
    traditional_characters,
)
from govreport.normalise.conversion import as_simplified
from govreport.normalise.words import covered

CHINESE = expression(
    f"[{IDEOGRAPH}\u2010-\u2027\u2030-\u205e\u2160-\u217f\u2460-\u24ff\u25a0-\u25ff\u2605\u2606"
    "\u3000-\u303f\uff00-\uffef\u00b7\u00d7\u00b1\u00b0\u00a0]+"
)
WRITTEN_MARKS = frozenset("，。、；：？！（）《》“”‘’〔〕【】—…·％～〈〉「」　")
_FEW = 4
"""So few ideographs must all be frequent ones."""
_FEWEST = 3
"""The fewest ideographs that must make words if the encoding proves nothing by itself."""


def is_certain(decoded: str, proved: bool, known: bool = False) -> bool:
    """Whether a decoded run is written Chinese.

    `proved` says that the encoding proves itself, `known` that the document proves this reading
    elsewhere. Otherwise the characters must make words, the more the fewer they are.
    """
    wide = _ASCII.sub("", decoded)
    ideographs = _NO_IDEOGRAPHS.sub("", wide)
    if not CHINESE.fullmatch(wide) or not all(map(is_written, ideographs)):
        return False
    rare = len(ideographs) - sum(map(is_frequent, as_simplified(ideographs)))
    if known and ideographs and not rare:
        return True
    if proved:
        return len(ideographs) >= 2 and rare * 2 <= len(ideographs)
    return _DATE.fullmatch(decoded) is not None or _makes_sense(decoded, len(ideographs), rare)


def _makes_sense(decoded: str, ideographs: int, rare: int) -> bool:
    """Whether so many ideographs, of which so many are rare, make words."""
    return ideographs >= (_FEW + 1 if rare else _FEWEST) and makes_words(decoded, 0.5)


_ASCII = expression("[ -~]+")
_NO_IDEOGRAPHS = expression("[^\u3400-\ufeff]+")


_DATE = expression("(?:[0-9]{2,4})?年[0-9]{1,2}月(?:[0-9]{1,2}日)?")


def is_written(character: str) -> bool:
    """Whether an ideograph is one of either script's old character set."""
    return character in mainland_characters() or character in traditional_characters()


def everyday_share(text: str) -> float:
    """Return which share of a text's ideographs are everyday ones in either script."""
    ideographs = [each for each in as_simplified(text) if "\u3400" <= each <= "\u9fff"]
    return sum(map(is_frequent, ideographs)) / len(ideographs) if ideographs else 0.0


def makes_words(text: str, share: float) -> bool:
    """Whether a share of a text's ideographs is in words of several characters."""
    known, ideographs = covered(as_simplified(text))
    return known >= ideographs * share


DEPTH = 3
"""How many times over a text may have been decoded wrongly."""
