"""What normalising costs: linear time on hostile texts, next to nothing on clean ones."""

import subprocess
import sys
from functools import partial

import pytest

import govreport
from tests.normalise.measure import prose
from tests.timing import grows_at_most

HOSTILE = {
    "opening brackets": "镇(",
    "glosses": "鎮(zhèn)",
    "slips": "請?zhí)幚頉",
    "quotes": '"',
    "blanks": " ",
    "blanks between characters": "镇 ",
    "dots": ".",
    "no sentence end": "鎮",
    "garbled": "鏀垮簻",
    "tags": "<a",
    "braces": "{'",
    "fields": "：镇 政府：",
    "trades": "百家乐",
    "sites": "葡京www.a.com",
    "references to characters": "&amp;",
    "read as Windows-1252": "é•‡",
    "lost bytes": "æ\ufffd",
    "signs without meaning": "镇\ufffd",
    "kana": "あ",
    "question marks": "镇?",
    "Latin words": "of the ",
    "syllables": "镇zhen",
    "colons": "甲:",
    "equals": "a=",
    "quoted members": '"甲":"乙",',
}


@pytest.mark.timed
@pytest.mark.parametrize("name", HOSTILE)
def test_four_times_the_text_takes_no_more_than_some_four_times_as_long(name: str) -> None:
    small, large = (
        partial(govreport.normalize_text, hostile(name, size)) for size in (5_000, 20_000)
    )
    # Quadratic time would be sixteen times as long.
    assert grows_at_most(10, small, large, noise=0.05)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_normalised_as_any_other(name: str) -> None:
    result = govreport.normalize_text(hostile(name, 500))
    assert isinstance(result, str)


def hostile(name: str, length: int) -> str:
    return "镇" + HOSTILE[name] * (length // len(HOSTILE[name])) + "a"


def test_a_clean_text_loads_no_dictionary() -> None:
    program = (
        "import sys, govreport;"
        f"govreport.normalize_text({prose([])[:1500]!r});"
        "print('opencc' in sys.modules)"
    )
    printed = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert printed.stdout.strip() == "False"
