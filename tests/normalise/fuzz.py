"""Normalise random Unicode, and mixtures of clean text and damage, until something goes wrong.

    python -m tests.normalise.fuzz SECONDS [SEED]

What must hold of every text: no step fails, normalising twice changes nothing more, and it is done in a
second. A text for which it does not is printed, and the exit status is 1.
"""

import random
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import govreport
from govreport.normalise import driver
from tests.normalise.measure import prose
from tests.normalise.other_damage import SENTENCES, STRETCHES

BLOCKS = (
    *(
        (0x20, 0x7F),
        (0x80, 0x250),
        (0x300, 0x370),
        (0x370, 0x530),
        (0x590, 0x700),
        (0x1100, 0x1200),
    ),
    *((0x1800, 0x18B0), (0x2000, 0x2070), (0x2100, 0x2200), (0x2500, 0x2580), (0x2800, 0x2830)),
    *((0x2E80, 0x2FE0), (0x3000, 0x3130), (0x3400, 0x3500), (0x4E00, 0xA000), (0xAC00, 0xAC40)),
    *(
        (0xE000, 0xF900),
        (0xF900, 0xFB00),
        (0xFE00, 0xFF00),
        (0xFF00, 0x10000),
        (0x1D400, 0x1D800),
    ),
    *((0x1F300, 0x1F650), (0x20000, 0x20100), (0xF0000, 0xF0010)),
)
CODECS = ("gbk", "gb18030", "cp1252", "latin-1", "mac_roman", "big5hkscs", "cp950", "utf-8")


def character(chance: random.Random) -> str:
    return chr(chance.randrange(*chance.choice(BLOCKS)))


def strange(chance: random.Random) -> str:
    return "".join(character(chance) for _ in range(chance.randrange(1, 60)))


def clean(chance: random.Random) -> str:
    start = chance.randrange(len(CLEAN))
    return CLEAN[start : start + chance.randrange(1, 80)]


def misread(text: str, chance: random.Random) -> str:
    with suppress(UnicodeError):
        return text.encode(chance.choice(CODECS), "replace").decode(
            chance.choice(CODECS), "replace"
        )
    return text


def sown(marks: Callable[[random.Random], str]) -> Callable[[str, random.Random], str]:
    def damaged(text: str, chance: random.Random) -> str:
        return "".join(each + (marks(chance) if chance.random() < 0.2 else "") for each in text)

    return damaged


PROCESSES = (
    misread,
    lambda text, chance: misread(misread(text, chance), chance),
    sown(character),
    sown(lambda chance: chance.choice("(zhèn) [tài] jīng (guān （xìn）".split())),
    sown(lambda chance: chance.choice(" \u3000\u200b\u2028\u2800\ufffd\ue5e5?")),
    sown(lambda chance: chance.choice((*SENTENCES, *STRETCHES))),
    lambda text, chance: "".join(
        f"&#{ord(each)};" if chance.random() < 0.3 else each for each in text
    ),
)
CLEAN = prose([]) + (Path(__file__).parent / "clean" / "registers.txt").read_text("utf-8")


def drawn(chance: random.Random) -> str:
    def piece() -> str:
        kind = chance.random()
        if kind < 0.25:
            return strange(chance)
        text = clean(chance)
        return text if kind < 0.5 else chance.choice(PROCESSES)(text, chance)

    return "".join(piece() for _ in range(chance.randrange(1, 5)))


def fault(text: str) -> str:
    """Return what is wrong with normalising a text, nothing where all is well."""
    begin = time.process_time()
    try:
        once = govreport.normalize_text(text)
        took = time.process_time() - begin
        again = govreport.normalize_text(once)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    if again != once:
        return f"twice gives {again!r}"
    return f"{took:.1f} s" if took > 1 else ""


def main(arguments: list[str]) -> int:
    driver._FAILURES = ()  # a step that fails is a find
    chance = random.Random(int(arguments[1]) if len(arguments) > 1 else 1)
    end = time.monotonic() + float(arguments[0])
    tried = 0
    while time.monotonic() < end:
        text = drawn(chance)
        tried += 1
        if wrong := fault(text):
            sys.stdout.write(f"{text!r}\n{wrong}\n")
            return 1
    sys.stdout.write(f"{tried} texts, nothing found\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
