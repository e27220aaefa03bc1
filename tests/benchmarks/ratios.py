"""The promised ratios: measured in one run, printed, and refused beyond twice the target.

`python -m tests.benchmarks.ratios` prints them and ends with 1 where one is beyond its limit. A
target that was never reached has a limit of its own, so that it gets no worse.
"""

import sys
import time
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

import govreport
from govreport.readers.docx import read_blocks
from tests.benchmarks import inputs, peers
from tests.benchmarks.measure import best_times, import_times

_TEXTS = ("pipe", "tab")
_GENEROUS = 2
_FEW, _MANY = 500, 5_000


class Ratio(NamedTuple):
    """A cost as a multiple of another one, how much it may be, and from where on it is refused."""

    what: str
    beside: str
    value: float
    target: float
    limit: float

    @property
    def is_beyond(self) -> bool:
        """Whether it is refused."""
        return self.value > self.limit


class Promise(NamedTuple):
    """What a ratio is of and the target it is held to; its limit is twice that if none is given."""

    what: str
    beside: str
    target: float
    limit: float | None = None

    def ratio(self, value: float) -> Ratio:
        """Return the ratio as it was measured."""
        limit = _GENEROUS * self.target if self.limit is None else self.limit
        return Ratio(self.what, self.beside, value, self.target, limit)


_PROMISES = (
    # Some targets are not reached (docs/performance.md); their limits keep them from slipping. They
    # are an eighth above the highest of several runs, which differ by a third on one machine.
    Promise("read docx", "lxml, texts of docx", 4.0),
    Promise("read docx", "python-docx", 0.1, 0.48),
    Promise("read plain docx", "lxml, texts of plain docx", 4.0, 11.0),
    Promise("its reader alone", "lxml, texts of plain docx", 4.0, 4.8),
    Promise("read plain docx", "python-docx, plain docx", 0.1, 0.33),
    # What a reader in Python cannot do without: to parse and to collect all texts and spans.
    Promise("read html", "html texts", 2.0, 4.75),
    Promise("read html", "pandas.read_html", 1.0, 2.2),
    Promise("read html", "trafilatura", 0.1, 0.4),
    Promise("read pipe", "read docx", 1.0),
    Promise("read tab", "read docx", 1.0),
    Promise("write docx", "python-docx", 1.0),
)
_IMPORT = Promise("import govreport", "lxml.etree", 2.0)


def ratios(rounds: int) -> Iterator[Ratio]:
    """Yield every ratio that a target is set for and whose other side is installed."""
    times = _times(rounds)
    for each in _PROMISES:
        if each.beside in times:
            yield each.ratio(times[each.what] / times[each.beside])
    imports = import_times(["lxml.etree", "govreport"], max(3, rounds // 4))
    yield _IMPORT.ratio(imports["govreport"] / imports["lxml.etree"])
    yield from _growth(max(3, rounds // 6))


def _times(rounds: int) -> dict[str, float]:
    word, plain, page = inputs.word_file(), inputs.plain_word_file(), inputs.web_page()
    others = peers.html_peers()
    return best_times(
        {
            "lxml, texts of docx": lambda: peers.docx_texts(word),
            "lxml, texts of plain docx": lambda: peers.docx_texts(plain),
            "html texts": lambda: peers.html_texts(page),
            "read docx": lambda: govreport.loads(word),
            "read plain docx": lambda: govreport.loads(plain),
            "its reader alone": lambda: read_blocks(plain),
            "read html": lambda: govreport.loads(page),
            **{f"read {each}": partial(govreport.loads, inputs.written(each)) for each in _TEXTS},
            "write docx": lambda: govreport.dumps(inputs.report(), "docx"),
            "python-docx": lambda: peers.python_docx(word),
            "python-docx, plain docx": lambda: peers.python_docx(plain),
            **{
                name: partial(others[name], page)
                for name in ("pandas.read_html", "trafilatura")
                if name in others
            },
        },
        rounds,
        time.process_time,
    )


def _growth(rounds: int) -> Iterator[Ratio]:
    """Yield what a report of ten times the size costs, as a multiple of ten times the cost."""
    for format_ in ("docx", "html", "pipe", "tab"):
        few, many = (
            inputs.encoded(govreport.dumps(inputs.report_of_paragraphs(count), format_))
            for count in (_FEW, _MANY)
        )
        tasks = {"few": partial(govreport.loads, few), "many": partial(govreport.loads, many)}
        # Not twice in a row, for then the look-up remembers the texts of the smaller one alone.
        times = best_times(tasks, rounds, time.process_time, again=False)
        value = times["many"] / times["few"] / (_MANY / _FEW)
        promise = Promise(f"read {format_}, ten times the size", "ten times the cost", 1.25)
        yield promise.ratio(value)


def main() -> int:
    """Print every ratio beside its target; return 1 where one is beyond twice that.

    What is beyond its limit is measured a second time, for a busy machine may disturb one of them.
    """
    found = list(ratios(rounds=24))
    if any(each.is_beyond for each in found):
        again = {(each.what, each.beside): each for each in ratios(rounds=24)}
        found = [min(each, again[each.what, each.beside], key=_value) for each in found]
    for each in found:
        sys.stdout.write(
            f"{each.what:28} {each.value:6.2f} x {each.beside:20}"
            f" target {each.target:5.2f} limit {each.limit:5.2f}"
            f"{'  BEYOND THE LIMIT' if each.is_beyond else ''}\n"
        )
    return int(any(each.is_beyond for each in found))


def _value(ratio: Ratio) -> float:
    return ratio.value


if __name__ == "__main__":
    sys.exit(main())
