"""Walks a page of the documentation: runs its programs and commands, and gives what they print."""

import contextlib
import io
import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from govreport.command_line import main

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"
PAGES = {"en": "walkthrough.md", "zh": "walkthrough.zh-CN.md"}
STEP = re.compile(r"^```(python|console)\n(.*?)^```$", re.M | re.S)
_STATUS = re.compile(r"\s+# exit status (\d)$")


def commands(block: str) -> list[str]:
    """Return the commands of a block, each without what it prints and its exit status."""
    lines = (line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ "))
    return [_STATUS.sub("", line) for line in lines]


def walked(page: str, folder: Path) -> str:
    """Return a page with the output and exit status of every command as they are.

    `folder` is where it runs. A program prints nothing that a page shows.
    """
    names: dict[str, Any] = {}
    with contextlib.chdir(folder), _terminal():
        return STEP.sub(lambda step: _run(step[1], step[2], names), page)


@contextlib.contextmanager
def _terminal() -> Iterator[None]:
    """A terminal of a hundred columns, without colours."""
    before = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = "100"
    try:
        yield
    finally:
        del os.environ["COLUMNS"]
        if before is not None:
            os.environ["COLUMNS"] = before


def _run(kind: str, block: str, names: dict[str, Any]) -> str:
    if kind == "python":
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(block, "walkthrough", "exec"), names)  # noqa: S102
        return f"```python\n{block}```"
    shown = "".join(_shown(line) for line in commands(block))
    return f"```console\n{shown}```"


def _shown(line: str) -> str:
    program, *arguments = shlex.split(line)
    assert program == "govreport", line
    output = io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
        status = main(arguments)
    printed = "".join(f"{each.rstrip()}\n" for each in output.getvalue().splitlines())
    return f"$ {line}{f'   # exit status {status}' if status else ''}\n{printed}"
