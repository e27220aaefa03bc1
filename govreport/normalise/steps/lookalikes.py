"""Replaces characters from look-alike blocks, each by the only character that it can stand for.

Kangxi radicals and the radicals supplement come from fonts embedded in PDF files, compatibility
ideographs from Korean and Japanese sets, full-width letters and digits from East Asian ones,
mathematical letters from posters, Cyrillic and Greek ones from keyboards and disguised texts.
"""

import re
import unicodedata

from govreport.expressions import expression
from govreport.normalise.changes import Edit

_SUPPLEMENT = dict(
    zip(
        "⺁⺄⺆⺇⺊⺋⺌⺍⺎⺏⺗⺘⺙⺝⺟⺠⺡⺢⺣⺥⺦⺩⺫⺮⺯⺱⺲⺳⺴⺶⺷⺸⺹⺼⺽⺾⺿⻀⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "厂乙冂几卜㔾小小尢尣心手攵月母民水水火爪丬玉罒竹纟罓罒网罒羊羊羊耂肉臼艹艹艹衤覀西见角角讠贝足车辶辶辶钅長镸长门阜阝雨青韦页风飞食飠饣饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
        strict=True,
    )
)
# The vertical and small forms of punctuation, and what half-width Katakana calls punctuation.
_PUNCTUATION = dict(
    zip(
        "﹐﹑﹒﹔﹕﹖﹗﹙﹚﹝﹞︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄︐︑︒︓︔︕︖｡｢｣､",
        "，、．；：？！（）〔〕（）｛｝〔〕【】《》〈〉「」『』，、。：；！？。「」、",
        strict=True,
    )
)
_IDEOGRAPHS = expression("[\u2e80-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f]")
_PLAIN = "A-Za-z0-9\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
_WIDE_LATIN = expression(
    "[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]"
    f"|(?<=[{_PLAIN}])[．／＠＿－＆＃＋＝％，：](?=[{_PLAIN}])|(?<=[\uff10-\uff19])．"
)
_GROUP = expression(
    "，[\uff10-\uff19]{3}(?![\uff10-\uff19])(?<=[\uff10-\uff19]，[\uff10-\uff19]{3})"
)
_PAIRED_MARKS = frozenset("％，：")
_PUNCTUATION_FORM = expression(f"[{''.join(_PUNCTUATION)}]")
_MATHEMATICAL = expression("[\U0001d400-\U0001d7ff]{2,}")
_TWINS = dict(
    zip(
        "АВСЕНІЈКМОРЅТХУасеіјорѕхуΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
        "ABCEHIJKMOPSTXYaceijopsxyABEZHIKMNOPTYXo",
        strict=True,
    )
)
_TWINNED = expression(
    f"[A-Za-z0-9{''.join(_TWINS)}]*[{''.join(_TWINS)}][A-Za-z0-9{''.join(_TWINS)}]*"
)
_FOREIGN_LETTER = expression("[\u0370-\u03ff\u0400-\u052f]")
_ALL = expression(
    "|".join(
        each.pattern
        for each in (_IDEOGRAPHS, _WIDE_LATIN, _PUNCTUATION_FORM, _MATHEMATICAL, _TWINNED)
    )
)


def holds_any(text: str) -> bool:
    """Whether a text holds any look-alike."""
    return _ALL.search(text) is not None


def look_alikes(text: str, _: object) -> list[Edit]:
    """Return the edits that replace each look-alike by the usual character."""
    edits = [
        (match.start(), match.end(), _unified(match[0])) for match in _IDEOGRAPHS.finditer(text)
    ]
    edits += [
        (match.start(), match.end(), _PUNCTUATION[match[0]])
        for match in _PUNCTUATION_FORM.finditer(text)
    ]
    edits += [
        (match.start(), match.end(), unicodedata.normalize("NFKC", match[0]))
        for match in _WIDE_LATIN.finditer(text)
        if match[0] not in _PAIRED_MARKS or _is_wide_number(text, match.start())
    ]
    edits += [
        (match.start(), match.end(), unicodedata.normalize("NFKC", match[0]))
        for match in _MATHEMATICAL.finditer(text)
        if unicodedata.normalize("NFKC", match[0]).isascii()
    ]
    return sorted(edits)


def _is_wide_number(text: str, position: int) -> bool:
    """Whether a full-width mark is within a full-width number, as in １２：３０ or １，２３４."""
    if text[position] == "，":
        return _GROUP.match(text, position) is not None
    around = text[position - 1] + text[position + 1]
    return all("\uff10" <= each <= "\uff19" for each in around)


def _unified(character: str) -> str:
    if character in _SUPPLEMENT:
        return _SUPPLEMENT[character]
    return unicodedata.normalize("NFKC", character)


def twins(text: str, _: object) -> list[Edit]:
    """Return the edits that replace Cyrillic and Greek letters within a Latin word.

    A word of both alphabets is no word of either. One of Cyrillic or Greek letters alone is left.
    """
    edits: list[Edit] = []
    for match in _TWINNED.finditer(text):
        if _is_latin(match[0]) and not _FOREIGN_LETTER.search(_around(text, match)):
            edits += [
                (match.start() + number, match.start() + number + 1, _TWINS[each])
                for number, each in enumerate(match[0])
                if each in _TWINS
            ]
    return edits


def _is_latin(word: str) -> bool:
    """Whether a word with such letters has Latin ones, too, and not one of each alone."""
    latin = sum(each.isascii() and each.isalpha() for each in word)
    foreign = sum(each in _TWINS for each in word)
    return latin > 0 and not foreign == latin == 1


def _around(text: str, match: re.Match[str]) -> str:
    return text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
