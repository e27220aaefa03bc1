"""Damage made by programs that know nothing of the repairs: precision and recall of each kind.

    pip install zhconv hanziconv
    python -m tests.normalise.other_damage [-v] [PROSE ...]

Python's codecs, `unicodedata` and `html`, lxml's serialiser, pypinyin, zhconv and hanziconv do what they
do in pipelines. A kind is *provable* where the damage
leaves enough to restore the text; of the others, what cannot be restored must be reported. Recall is the
share of the damaged characters that came back; precision the share of the changes after which the text
was not further from the clean one than before, a character that is in neither text counted as wrong.
"""

import html
import html.entities
import random
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from itertools import groupby

import lxml.etree

from govreport.model.document import Paragraph, ReportDocument
from govreport.normalise import repair
from govreport.normalise.changes import replayed
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


SENTENCES = """
澳门新葡京线上娱乐注册送88元彩金，官网www.pj8876.com！
百家乐、老虎机、真人荷官，首存返水，请登录bjl168.vip。
足球投注首选皇冠体育，开户即送38元，微信hg0088888。
六合彩内部资料，稳赚不赔，加微信lhc66666。
时时彩计划免费领取，日赚500元，QQ：123456789。
无抵押贷款，当天放款，凭身份证，电话13800001111。
代开发票，增值税发票，点数优惠，加微信fp12345678。
代办证件，办证刻章，货到付款，联系电话13900002222。
论文代写，代发论文，包过，QQ：987654321。
同城约会，激情视频，点击进入www.yue99.cc。
传奇私服，注册送外挂，www.sf9999.com。
减肥药，无效退款，货到付款，客服热线，微信jf888666。
股票配资，牛股推荐，加群，QQ：555666777。
网站优化，快速排名，价格优惠，www.seo8888.com。
兼职刷单，日赚300元，加微信sd2023888。
更多精彩内容请关注公众号，免费下载请访问www.xs99.net。
""".split()
"""Advertisements of sixteen kinds, as hijacked pages have them."""

STRETCHES = """
【澳门葡京娱乐城开户送彩金】 （百家乐注册送68元） 澳门新葡京www.pj777.com 金沙娱乐www.js5588.vip 皇冠体育投注hg365.cc
（老虎机真人荷官首存返水） 真人视讯百家乐www.bjl99.top [必威体育官网www.bw88.net]
""".split()
"""What they put amid a sentence."""


def _behind_sentences(text: str, chance: random.Random) -> str:
    return re.sub(
        "。", lambda _: "。" + (chance.choice(SENTENCES) if chance.random() < 0.3 else ""), text
    )


def _amid_sentences(text: str, chance: random.Random) -> str:
    return re.sub(
        "(?<=[\u4e00-\u9fff])(?=，)",
        lambda _: chance.choice(STRETCHES) if chance.random() < 0.3 else "",
        text,
    )


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
        "advertisements behind sentences": ("noise", True, _behind_sentences),
        "advertisements amid sentences": ("noise", True, _amid_sentences),
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


@dataclass(frozen=True)
class Measure:
    damaged: int
    recall: float
    changes: int
    wrong: int
    findings: int

    @property
    def precision(self) -> float:
        return 1 - self.wrong / self.changes if self.changes else 1.0


def measured(clean: str, damage: Damage, seed: int = 7) -> Measure:
    """Damage a text and repair it: how much came back, and how many changes led away from it."""
    damaged = damage(clean, random.Random(seed))
    before, wanted = damaged.split("\n"), clean.split("\n")
    if len(before) != len(wanted):
        before, wanted = [damaged], [clean]
    kept = [number for number, line in enumerate(before) if line.strip()]
    document = ReportDocument(preamble=tuple(Paragraph(before[number]) for number in kept))
    result = repair(document)
    texts = {
        f"preamble[{place}].text": before[number].strip() for place, number in enumerate(kept)
    }
    truths = {
        f"preamble[{place}].text": wanted[number].strip() for place, number in enumerate(kept)
    }
    harm = sum(differences(truths[place], text) for place, text in texts.items())
    wrong = 0
    first = dict(texts)
    for place, changes in groupby(
        sorted(result.changes, key=lambda each: each.place), lambda each: each.place
    ):
        made = list(changes)
        far = differences(truths[place], texts[place])
        for steps in (made[n : n + 1] for n in range(len(made))):
            texts[place] = replayed(texts[place], steps)
            nearer = differences(truths[place], texts[place])
            wrong += nearer > far
            far = nearer
    # A character that is in neither text was guessed, and wrongly.
    wrong += sum(
        (Counter(text) - Counter(truths[place]) - Counter(first[place])).total()
        for place, text in texts.items()
    )
    left = sum(differences(truths[place], text) for place, text in texts.items())
    recall = (harm - left) / harm if harm else 1.0
    return Measure(harm, recall, len(result.changes), wrong, len(result.findings))


def main(arguments: list[str]) -> None:
    clean = prose([each for each in arguments if not each.startswith("-")])
    write = sys.stdout.write
    write(
        "| step | damage | characters damaged | recall | changes | precision | findings |\n|---|---|---|---|---|---|---|\n"
    )
    for name, (step, provable, damage) in kinds().items():
        if damage is None:
            write(f"| {step} | {name} | the package is absent | | | | |\n")
            continue
        found = measured(clean, damage)
        kind = name if provable else f"{name} (not provable throughout)"
        write(
            f"| {step} | {kind} | {found.damaged} | {found.recall:.3%} | {found.changes}"
            f" | {found.precision:.3%} | {found.findings} |\n"
        )
        if "-v" in arguments:
            from tests.normalise.measure import show_left

            show_left(clean, lambda text, _, chance, process=damage: process(text, chance), 1, 7)


if __name__ == "__main__":
    main(sys.argv[1:])
