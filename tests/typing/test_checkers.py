"""Mypy and pyright find what is misspelt or mixed up, and pass what is right.

Both read the package as its users have it: installed, with `py.typed`.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parent.parent
RIGHT = [HERE / "right.py", *sorted((CHECKOUT / "examples").glob("*.py"))]
WRONG = HERE / "wrong.py"

pytestmark = pytest.mark.checkers


def mypy(*paths: Path) -> set[tuple[str, int, str]]:
    """Return (file, line, message) of each error."""
    ran = run("mypy", "--config-file", HERE / "mypy.ini", "--output=json", *paths)
    found = [json.loads(line) for line in ran.splitlines() if line.startswith("{")]
    return {
        (Path(each["file"]).name, each["line"], each["message"])
        for each in found
        if each["severity"] == "error"
    }


def pyright(*paths: Path) -> set[tuple[str, int, str]]:
    """Return (file, line, message) of each error."""
    ran = run("pyright", "--outputjson", "--pythonpath", sys.executable, *paths)
    return {
        (Path(each["file"]).name, each["range"]["start"]["line"] + 1, each["message"])
        for each in json.loads(ran)["generalDiagnostics"]
        if each["severity"] == "error"
    }


def run(checker: str, *arguments: str | Path) -> str:
    ran = subprocess.run(
        [sys.executable, "-m", checker, *arguments],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode in (0, 1), ran.stdout + ran.stderr
    return ran.stdout


def wrong_lines() -> set[int]:
    lines = enumerate(WRONG.read_text("utf-8").splitlines(), 1)
    return {number for number, line in lines if re.search(r"# wrong$", line)}


@pytest.mark.parametrize("checker", [mypy, pyright])
def test_a_checker_passes_the_examples_and_what_is_right(checker) -> None:
    assert checker(*RIGHT) == set()


@pytest.mark.parametrize("checker", [mypy, pyright])
def test_a_checker_refuses_every_line_that_is_wrong_and_no_other(checker) -> None:
    assert len(wrong_lines()) > 20
    assert {line for _, line, _ in checker(WRONG)} == wrong_lines()
