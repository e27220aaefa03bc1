"""Instructions that reading the page takes: `python -m tests.benchmarks.instructions`.

They are counted by valgrind, which has to be installed, and hardly differ from run to run, while
times do. A task is run twelve times and two times; the difference is ten runs of a warm program.
"""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec

import govreport
from govreport.readers import docx
from govreport.readers.html import read_blocks
from govreport.readers.html.source import parsing
from govreport.recognise import recognise
from tests.benchmarks import inputs, peers
from tests.benchmarks.measure import Task

_FEW, _MANY = 2, 12
_COUNTED = re.compile(r"Collected : (\d+)")


def _parsed() -> Task:
    page = inputs.web_page()
    text = page.decode()
    return lambda: parsing.parse(text, encoded=page)


def _recognised() -> Task:
    stream = read_blocks(inputs.web_page())
    return lambda: recognise(stream)


def _read_by(reader: Callable[[bytes], object]) -> Callable[[], Task]:
    def prepared() -> Task:
        page = inputs.web_page()
        return lambda: reader(page)

    return prepared


def _of_word_file(reader: Callable[[bytes], object]) -> Callable[[], Task]:
    def prepared() -> Task:
        file = inputs.plain_word_file()
        return lambda: reader(file)

    return prepared


_TASKS: dict[str, Callable[[], Task]] = {
    "the parser alone": _read_by(peers.html_floor),
    "collecting texts and spans": _read_by(peers.html_texts),
    "parsing, with repairs and checks": _parsed,
    "reading": _read_by(read_blocks),
    "recognising": _recognised,
    "govreport.loads": _read_by(govreport.loads),
    "pandas.read_html": _read_by(peers.pandas_read_html),
    "lxml, texts of the plain Word file": _of_word_file(peers.docx_texts),
    "reading the plain Word file": _of_word_file(docx.read_blocks),
    "govreport.loads of the plain Word file": _of_word_file(govreport.loads),
}


def main(arguments: list[str]) -> None:
    """Print the millions of instructions of each task, or run the one that is named."""
    if arguments:
        name, times = arguments
        task = _TASKS[name]()
        for _ in range(int(times)):
            task()
        return
    for name in _TASKS:
        if name == "pandas.read_html" and find_spec("pandas") is None:
            continue
        taken = (_instructions(name, _MANY) - _instructions(name, _FEW)) / (_MANY - _FEW)
        sys.stdout.write(f"{name:34} {taken / 1e6:6.1f} million\n")


def _instructions(name: str, times: int) -> int:
    program = [sys.executable, "-m", "tests.benchmarks.instructions", name, str(times)]
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", f"--callgrind-out-file={os.devnull}", *program],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "0"},
    )
    counted = _COUNTED.search(done.stderr)
    if counted is None:
        raise RuntimeError(f"valgrind counted nothing: {done.stderr[-200:]}")
    return int(counted[1])


if __name__ == "__main__":
    main(sys.argv[1:])
