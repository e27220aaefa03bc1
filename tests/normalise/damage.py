"""The inverse of each step: clean prose damaged as mirrors and scrapers damage it.

Every process takes the prose and a rate and returns the damaged text. They are written from the
descriptions of the damage and not from the steps that repair it, so OpenCC and pypinyin are used
here as the mirrors use them.
"""

import random
import re
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from importlib import import_module
from typing import Any

Process = Callable[[str, float, random.Random], str]
IDEOGRAPH = re.compile("[\u4e00-\u9fff]")


@lru_cache(maxsize=8)
def converter(name: str) -> Any:
    return import_module("opencc").OpenCC(name)


def _by_character(
    text: str, rate: float, chance: random.Random, new: Callable[[str], str]
) -> str:
    return "".join(
        new(each) if IDEOGRAPH.match(each) and chance.random() < rate else each for each in text
    )


def character_by_character(text: str, rate: float, chance: random.Random) -> str:
    """Simplified to traditional without a look at the words: 制度 becomes 制度, 面 becomes 面 or 麵."""
    return _by_character(text, rate, chance, lambda each: str(converter("s2t").convert(each)))


OVER = dict(
    zip(
        "面系制了于干著里后准台余范历松只几周志卷复发布咨占",
        "麵係製瞭於乾着裡後準臺餘範歷鬆隻幾週誌捲復發佈諮佔",
        strict=True,
    )
)


def over_converted(text: str, rate: float, chance: random.Random) -> str:
    """Like the above, and characters that should have stayed are converted too: 全麵, 體係."""
    text = _by_character(
        text, rate, chance, lambda each: OVER.get(each, each) if each != "著" else each
    )
    return character_by_character(text, rate, chance)


def _by_paragraph(name: str) -> Process:
    def process(text: str, rate: float, chance: random.Random) -> str:
        return "\n".join(
            converter(name).convert(line) if chance.random() < rate else line
            for line in text.split("\n")
        )

    return process


def glossed(text: str, rate: float, chance: random.Random) -> str:
    """Pinyin in brackets after traditional characters, whose text is traditional throughout."""
    from pypinyin import Style, pinyin

    plain = character_by_character(text, 1.0, chance)
    parts = []
    for before, each in zip(text, plain, strict=True):
        parts.append(each)
        if before != each and chance.random() < rate:
            parts.append(f"({pinyin(each, style=Style.TONE)[0][0]})")
    return "".join(parts)


def _gloss_style(style_name: str, brackets: str) -> Process:
    def process(text: str, rate: float, chance: random.Random) -> str:
        from pypinyin import Style, pinyin

        def gloss(each: str) -> str:
            return (
                f"{each}{brackets[0]}{pinyin(each, style=Style[style_name])[0][0]}{brackets[1]}"
            )

        return _by_character(text, rate, chance, gloss)

    return process


NARROW = {
    "，": ",",
    "：": ":",
    "；": ";",
    "？": "?",
    "！": "!",
    "“": '"',
    "”": '"',
    "……": "......",
    "——": "--",
}


def narrowed(text: str, rate: float, chance: random.Random) -> str:
    """Full-width marks become half-width; brackets in pairs, quotes in pairs."""
    text = re.sub(
        "（([^（）\n]*)）", lambda m: f"({m[1]})" if chance.random() < rate else m[0], text
    )
    text = re.sub("“([^“”\n]*)”", lambda m: f'"{m[1]}"' if chance.random() < rate else m[0], text)
    text = re.sub("……", lambda m: "......" if chance.random() < rate else m[0], text)
    return re.sub(
        "[，：；？！]", lambda m: NARROW[m[0]] if chance.random() < rate else m[0], text
    )


def stopped(text: str, rate: float, chance: random.Random) -> str:
    """The Chinese full stop after a character becomes a point."""
    return re.sub(
        "(?<=[\u4e00-\u9fff])。", lambda m: "." if chance.random() < rate else m[0], text
    )


def _inserted(characters: str) -> Process:
    def process(text: str, rate: float, chance: random.Random) -> str:
        def between(match: re.Match[str]) -> str:
            return match[0] + (chance.choice(characters) if chance.random() < rate else "")

        return re.sub("[\u4e00-\u9fff](?=[\u4e00-\u9fff])", between, text)

    return process


def indented(text: str, rate: float, chance: random.Random) -> str:
    return "\n".join(
        "\u3000\u3000" + line if chance.random() < rate else line for line in text.split("\n")
    ).strip()


@lru_cache(maxsize=1)
def glossed_characters() -> list[str]:
    """Return the traditional characters of the frequent simplified ones, which mirrors gloss."""
    plain = [
        bytes((first, last)).decode("gb2312", "ignore")
        for first in range(0xB0, 0xD8)
        for last in range(0xA1, 0xFF)
    ]
    pairs = [(each, str(converter("s2t").convert(each))) for each in plain if each]
    return [new for each, new in pairs if new != each and len(new.encode("gbk")) == 2]


def slipped(text: str, rate: float, chance: random.Random) -> str:
    """Glosses put after two bytes wherever they stand in GBK text, also astride characters."""
    from pypinyin import pinyin

    plain = character_by_character(text, 1.0, chance)
    glosses = {
        each.encode("gbk"): pinyin(each)[0][0].encode("gbk", "replace")
        for each in glossed_characters()
    }
    lines = []
    for line in plain.split("\n"):
        data = line.encode("gbk", "replace")
        result = bytearray()
        position = 0
        while position < len(data):
            pair = data[position : position + 2]
            if pair in glosses and chance.random() < rate:
                result += pair + b"(" + glosses[pair] + b")"
                position += 2
            else:
                result += data[position : position + 1]
                position += 1
        lines.append(_read_as_browsers_do(bytes(result)))
    return "\n".join(lines)


def _read_as_browsers_do(data: bytes) -> str:
    """Two bytes that make no character become one question mark, bracket and all."""
    parts = []
    position = 0
    while position < len(data):
        width = 2 if 0x80 < data[position] < 0xFF else 1
        try:
            parts.append(data[position : position + width].decode("gb18030"))
        except UnicodeDecodeError:
            parts.append("?")
        position += width
    return "".join(parts)


RADICALS = {
    __import__("unicodedata").normalize("NFKC", chr(code)): chr(code)
    for code in range(0x2F00, 0x2FD6)
}
COMPATIBLE = {
    __import__("unicodedata").normalize("NFKC", chr(code)): chr(code)
    for code in range(0xF900, 0xFA0E)
}
WIDE = {
    chr(code): chr(code + 0xFEE0)
    for code in (*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B))
}


def _mapped(table: dict[str, str]) -> Process:
    def process(text: str, rate: float, chance: random.Random) -> str:
        return "".join(
            table[each] if each in table and chance.random() < rate else each for each in text
        )

    return process


def _misread(encoding: str) -> Process:
    def process(text: str, rate: float, chance: random.Random) -> str:
        lines = []
        for line in text.split("\n"):
            if chance.random() < rate:
                with suppress(UnicodeDecodeError):
                    line = line.encode("utf-8").decode(encoding)
            lines.append(line)
        return "\n".join(lines)

    return process


def misread_as_latin(text: str, rate: float, chance: random.Random) -> str:
    return "\n".join(
        line.encode("utf-8").decode("latin-1") if chance.random() < rate else line
        for line in text.split("\n")
    )


FURNITURE = ("【字体：大 中 小】", "[bookmark: _GoBack]", "【打印本页】【关闭窗口】", "分享到：")


def furnished(text: str, rate: float, chance: random.Random) -> str:
    lines = []
    for line in text.split("\n"):
        lines.append(line)
        if chance.random() < rate:
            lines[-1] += chance.choice(FURNITURE[:3])
    return "\n".join(lines)


PROCESSES: dict[str, dict[str, Process]] = {
    "script": {
        "character by character": character_by_character,
        "over-converted": over_converted,
        "by phrase": _by_paragraph("s2t"),
        "Taiwan's characters": _by_paragraph("s2tw"),
        "Taiwan's wording": _by_paragraph("s2twp"),
        "Hong Kong": _by_paragraph("s2hk"),
    },
    "glosses": {
        "traditional, tone marks": glossed,
        "tone marks": _gloss_style("TONE", "()"),
        "tone numbers, full-width": _gloss_style("TONE3", "（）"),
        "letters": _gloss_style("NORMAL", "()"),
    },
    "punctuation": {"narrowed": narrowed, "full stops": stopped},
    "spaces": {
        "zero-width": _inserted("\u200b\u200c\u200d\ufeff\u2060\u00ad"),
        "blanks": _inserted("  \u00a0\u3000\t"),
        "indents": indented,
    },
    "slips": {"astride two characters": slipped},
    "noise": {
        "radicals": _mapped(RADICALS),
        "compatibility ideographs": _mapped(COMPATIBLE),
        "full-width Latin": _mapped(WIDE),
        "private use": _inserted("\ue5e5\uf0b7\ufffd"),
        "UTF-8 read as Latin-1": misread_as_latin,
        "UTF-8 read as Windows-1252": _misread("cp1252"),
        "UTF-8 read as GBK": _misread("gb18030"),
        "furniture": furnished,
    },
}
