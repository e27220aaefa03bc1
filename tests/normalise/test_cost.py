"""What normalising costs: linear time on hostile texts, next to nothing on clean ones."""

import subprocess
import sys
import time

import pytest

import govreport
from tests.normalise.measure import prose

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
}


@pytest.mark.parametrize("name", HOSTILE)
def test_four_times_the_text_takes_no_more_than_some_four_times_as_long(name: str) -> None:
    def seconds(length: int) -> float:
        text = "镇" + HOSTILE[name] * (length // len(HOSTILE[name])) + "a"
        best = float("inf")
        for _ in range(2):
            begin = time.process_time()
            govreport.normalize_text(text)
            best = min(best, time.process_time() - begin)
        return best

    seconds(100)
    # Quadratic time would be sixteen times as long.
    assert seconds(20_000) < 10 * seconds(5_000) + 0.05


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
