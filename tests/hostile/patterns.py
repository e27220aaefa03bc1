"""Time every regular expression of the package on long monotonous texts, to find quadratic ones.

python -m tests.hostile.patterns [characters]
"""

import importlib
import pkgutil
import re
import sys
import time
from collections.abc import Iterator

import govreport
from tests.hostile.inputs import INPUTS

PACKAGE = "govreport"
PIECES = (
    "甲乙丙丁",
    "关于",
    "甲关于",
    "年2021",
    "至",
    "自2021年1月1日",
    "[",
    "(甲",
    "（1",
    "甲 \n",
    " \n",
    "  ",
    "一、",
    "（一）",
    "1.",
    "1 ",
    "1,",
    "-",
    "《甲",
    "“甲",
    "a=1 ",
    "\t \t",
    "是",
    "号",
    "甲：",
    "|-",
    "：",
    "\\\\",
)


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield every pattern that a module of the package holds, with its name."""
    for module in pkgutil.walk_packages(govreport.__path__, f"{PACKAGE}."):
        if ".testing" in module.name:
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                yield f"{module.name}.{name}", value


def texts(size: int) -> list[str]:
    """Return monotonous texts of about so many characters."""
    made = [(piece * (size // len(piece) + 1))[:size] for piece in PIECES]
    made += [each(size * 2).decode("utf-8", "replace")[:size] for each in INPUTS["pipe"].values()]
    made += [each(size * 2).decode("utf-8", "replace")[:size] for each in INPUTS["html"].values()]
    return made


def seconds(pattern: re.Pattern[str], text: str) -> float:
    """Return how long it takes to find the pattern everywhere and to match it once."""
    started = time.process_time()
    for _ in pattern.finditer(text):
        pass
    pattern.fullmatch(text)
    return time.process_time() - started


def main(size: int) -> None:
    seen: set[re.Pattern[str]] = set()
    short, long = texts(size // 4), texts(size)
    for name, pattern in patterns():
        if pattern in seen:
            continue
        seen.add(pattern)
        for one, four in zip(short, long, strict=True):
            before = seconds(pattern, one)
            if before > 0.002 and (taken := seconds(pattern, four)) > 8 * before:
                sys.stdout.write(f"{name:60} {before:.3f} s {taken:.3f} s {four[:16]!r}\n")
                sys.stdout.flush()
                break


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 20_000)
