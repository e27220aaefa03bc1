"""Damage made by programs that know nothing of the repairs: precision and recall of each kind.

    pip install zhconv hanziconv
    python -m tests.normalise.other_damage [-v] [PROSE ...]

Python's codecs, `unicodedata` and `html`, lxml's serialiser, pypinyin, zhconv and hanziconv do what they
do in pipelines. A kind is *provable* where the damage
leaves enough to restore the text; of the others, what cannot be restored must be reported. With D the
distance from the clean text to the damaged one, L to the repaired one and M from the damaged to the
repaired one, recall is (D+M-L)/2D and precision (D+M-L)/2M.
"""

import html
import html.entities
import random
import re
import sys
import unicodedata
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

import lxml.etree

from govreport.model.document import Paragraph, ReportDocument
from tests.normalise.measure import differences, prose

Damage = Callable[[str, random.Random], str]
SHARE = 0.3
"""The share of the lines that a process by lines damages."""


def _lines(process: Callable[[str], str], share: float = SHARE) -> Damage:
    def damaged(text: str, chance: random.Random) -> str:
        return "\n".join(
            process(line) if line and chance.random() < share else line
            for line in text.split("\n")
        )

    return damaged


def _misread(written: str, read: str, errors: str = "strict") -> Damage:
    def process(line: str) -> str:
        try:
            return line.encode(written).decode(read, errors)
        except (UnicodeEncodeError, UnicodeDecodeError):
            return line

    return _lines(process)


def _as_browsers_read(data: bytes) -> str:
    """Windows-1252 as browsers read it: the bytes that it leaves open are control characters."""
    return "".join(bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in data)


def _twice(line: str) -> str:
    return _as_browsers_read(_as_browsers_read(line.encode("utf-8")).encode("utf-8"))


def _named(line: str) -> str:
    return "".join(
        f"&{html.entities.codepoint2name[ord(each)]};"
        if ord(each) > 0x7F and ord(each) in html.entities.codepoint2name
        else each
        for each in line
    )


def _numeric(line: str) -> str:
    paragraph = lxml.etree.Element("p")
    paragraph.text = line
    return lxml.etree.tostring(paragraph, encoding="ascii").decode("ascii")[3:-4]


def _wrapped(text: str, mark: str) -> str:
    """Wrap long lines at a width that `fold` counts in bytes, here at whole characters."""
    return "\n".join(
        mark.join(line[start : start + 38] for start in range(0, len(line), 38))
        if len(line) > 60
        else line
        for line in text.split("\n")
    )


def _inserted(marks: str, rate: float) -> Damage:
    def damaged(text: str, chance: random.Random) -> str:
        return re.sub(
            "(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])",
            lambda _: chance.choice(marks) if chance.random() < rate else "",
            text,
        )

    return damaged


def _library(name: str, convert: Callable[[object, str], str], share: float) -> Damage | None:
    if find_spec(name) is None:
        return None
    module = import_module(name)
    return _lines(lambda line: convert(module, line), share)


def _mathematical(line: str) -> str:
    return re.sub(
        "[A-Z]{2,}",
        lambda m: "".join(chr(0x1D400 + ord(each) - 65) for each in m[0]),
        line,
    )


def _decomposed(line: str) -> str:
    """What a pipeline leaves that normalises to NFKC: full-width marks become half-width."""
    return unicodedata.normalize("NFKC", line)


def _glossed(opening: str, closing: str, upper: bool = False) -> Damage:
    from pypinyin import Style, pinyin

    def damaged(text: str, chance: random.Random) -> str:
        def gloss(match: re.Match[str]) -> str:
            reading = pinyin(match[0], style=Style.TONE)[0][0]
            return f"{match[0]}{opening}{reading.upper() if upper else reading}{closing}"

        return re.sub(
            "[\u4e00-\u9fff]", lambda m: gloss(m) if chance.random() < 0.2 else m[0], text
        )

    return damaged


def kinds() -> dict[str, tuple[str, bool, Damage | None]]:
    """Return each kind: the step that repairs it, whether it is provable, and the process."""
    return {
        "UTF-8 read as Windows-1252, as browsers do": (
            "noise",
            True,
            _lines(lambda line: _as_browsers_read(line.encode("utf-8"))),
        ),
        "UTF-8 read as Windows-1252, lost bytes replaced": (
            "noise",
            False,
            _misread("utf-8", "cp1252", "replace"),
        ),
        "UTF-8 read as Latin-1": ("noise", True, _misread("utf-8", "latin-1")),
        "UTF-8 read as Windows-1252 twice over": ("noise", True, _lines(_twice)),
        "UTF-8 read as Mac OS Roman": ("noise", True, _misread("utf-8", "mac_roman")),
        "UTF-8 read as GB 18030": ("noise", True, _misread("utf-8", "gb18030")),
        "UTF-8 read as GBK, lost bytes replaced": (
            "noise",
            False,
            _misread("utf-8", "gbk", "replace"),
        ),
        "GBK read as Windows-1252, as browsers do": (
            "noise",
            True,
            _lines(lambda line: _as_browsers_read(line.encode("gbk", "replace"))),
        ),
        "GBK read as Mac OS Roman": ("noise", True, _misread("gbk", "mac_roman")),
        "GBK read as Big5": ("noise", True, _misread("gbk", "big5hkscs")),
        "named references": ("noise", True, _lines(_named)),
        "numeric references": ("noise", True, _lines(_numeric)),
        "references to references": (
            "noise",
            True,
            _lines(lambda line: html.escape(_numeric(line))),
        ),
        "quotation marks lost to ?": (
            "noise",
            False,
            _lines(lambda line: re.sub("[“”—…]", "?", line)),
        ),
        "mathematical letters": ("noise", True, _lines(_mathematical, 1.0)),
        "wrapped by breaks": ("spaces", True, lambda text, _: _wrapped(text, "\n")),
        "wrapped by blanks": ("spaces", True, lambda text, _: _wrapped(text, " ")),
        "separators and Braille blanks inserted": (
            "spaces",
            True,
            _inserted("\u2028\u2800\u200b", 0.1),
        ),
        "compatibility form NFKC": ("punctuation", True, _lines(_decomposed, 1.0)),
        "glosses in square brackets": ("glosses", True, _glossed("[", "]")),
        "glosses in capitals": ("glosses", True, _glossed("(", ")", upper=True)),
        "glosses without brackets": ("glosses", True, _glossed("", "")),
        "glosses without an end": ("glosses", True, _glossed("(", "")),
        "zhconv, the whole text": (
            "script",
            True,
            _library("zhconv", lambda m, line: str(m.convert(line, "zh-hant")), 1.0),  # type: ignore[attr-defined]
        ),
        "zhconv to Taiwan's wording": (
            "script",
            True,
            _library("zhconv", lambda m, line: str(m.convert(line, "zh-tw")), 1.0),  # type: ignore[attr-defined]
        ),
        "zhconv, lines here and there": (
            "script",
            True,
            _library("zhconv", lambda m, line: str(m.convert(line, "zh-hant")), SHARE),  # type: ignore[attr-defined]
        ),
        "hanziconv, the whole text": (
            "script",
            True,
            _library("hanziconv", lambda m, line: str(m.HanziConv.toTraditional(line)), 1.0),  # type: ignore[attr-defined]
        ),
    }


def measured(clean: str, damage: Damage, seed: int = 7) -> tuple[int, float, float, int]:
    """Return the damaged characters, recall, precision, and how many findings are reported."""
    damaged = damage(clean, random.Random(seed))
    document = ReportDocument(preamble=(Paragraph(damaged),))
    from govreport.normalise import repair

    result = repair(document)
    repaired = result.document.preamble[0].text  # type: ignore[union-attr]
    harm, left = differences(clean, damaged), differences(clean, repaired)
    made = differences(damaged, repaired)
    right = (harm + made - left) / 2
    return (
        harm,
        right / harm if harm else 1.0,
        right / made if made else 1.0,
        len(result.findings),
    )


def main(arguments: list[str]) -> None:
    clean = prose([each for each in arguments if not each.startswith("-")])
    write = sys.stdout.write
    write(
        "| step | damage | characters damaged | recall | precision | findings |\n|---|---|---|---|---|---|\n"
    )
    for name, (step, provable, damage) in kinds().items():
        if damage is None:
            write(f"| {step} | {name} | the package is absent | | | |\n")
            continue
        harm, recall, precision, found = measured(clean, damage)
        kind = name if provable else f"{name} (not provable throughout)"
        write(f"| {step} | {kind} | {harm} | {recall:.3%} | {precision:.3%} | {found} |\n")
        if "-v" in arguments:
            from tests.normalise.measure import show_left

            show_left(clean, lambda text, _, chance, process=damage: process(text, chance), 1, 7)


if __name__ == "__main__":
    main(sys.argv[1:])
