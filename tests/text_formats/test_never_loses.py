"""Markers planted anywhere in a text, in any dialect, come back in the report or a diagnostic."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govreport
from tests.laws.registry import share
from tests.recognise.printed import DIALECTS, print_report
from tests.recognise.reports import report

TEXTS = {
    dialect.name: print_report(report(edition, 5, blanks=blanks), dialect)
    for dialect in DIALECTS
    for edition, blanks in [(2019, True), (2021, False)]
}
FRAMES = [
    "{}",
    " {}",
    "{}。",
    "（{}）",
    "一、{}",
    "{}：5",
    "| {} |",
    "\t{}",
    "**{}**",
    "发布机构：{}",
]


@share(4)
@given(
    st.sampled_from(sorted(TEXTS)),
    st.sampled_from(["pipe", "tab"]),
    st.lists(st.sampled_from(FRAMES), min_size=1, max_size=6),
    st.integers(0, 2**32),
)
def test_every_marker_in_a_text_is_in_the_report_or_a_diagnostic(
    dialect: str, format: str, frames: list[str], seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - places of markers
    lines = TEXTS[dialect].split("\n")
    for number, frame in enumerate(frames):
        written = frame.replace("{}", f"标记{chr(0x4E00 + 37 * number)}标")
        line = chance.randrange(len(lines))
        if chance.random() < 0.5:
            lines.insert(line, written)
        else:
            place = chance.randrange(len(lines[line]) + 1)
            lines[line] = lines[line][:place] + written + lines[line][place:]
    text = "\n".join(lines)
    # One that another was planted within is not a marker any more.
    planted = set(re.findall("标记[一-鿿]标", text))
    shown = str(govreport.dumps(govreport.loads(text, format), "json"))
    assert all(marker in shown for marker in planted)


@pytest.mark.parametrize("format", ["pipe", "tab"])
def test_every_line_of_a_text_that_is_no_report_is_kept(format: str) -> None:
    lines = ["甲 | 乙", "\t丙\t丁", "戊", "| 己 | | 庚 |", "---", "# 辛", "**壬**", "癸 \\"]
    shown = str(govreport.dumps(govreport.loads("\n".join(lines), format), "json"))
    assert all(character in shown for character in "甲乙丙丁戊己庚辛壬癸")
