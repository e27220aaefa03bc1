"""What is read: drawn streams and reports, damaged ones, prints of dialects, real reports, cases.

All of it is made once, from a seed, by the working tree, so both versions read the same bytes.
"""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

import govreport
from govreport.arrange import arrange
from govreport.blocks import Stream, TableBlock, TextBlock
from govreport.model.document import ReportDocument
from govreport.testing import ordinary_documents, streams
from tests.comparison.damage import broken_page, broken_print, misshapen
from tests.dialects import figures, pages, programs
from tests.dialects.sources import reports
from tests.hostile.broken import KINDS
from tests.laws.registry import BLOCK_FORMATS, written

T = TypeVar("T")
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes to be read as a format, None if it is to be detected."""

    name: str
    format: str | None
    data: bytes

    @property
    def family(self) -> str:
        """The first word of its name: what sort of source it is."""
        return self.name.split("/")[0]


def drawn(strategy: st.SearchStrategy[T], count: int, first_seed: int) -> Iterator[T]:
    """Yield that many values of a strategy, the same for the same seed."""
    for start in range(0, count, _AT_ONCE):
        yield from _batch(strategy, min(_AT_ONCE, count - start), first_seed + start)


def _batch(strategy: st.SearchStrategy[T], count: int, first_seed: int) -> list[T]:
    values: list[T] = []

    @seed(first_seed)
    @settings(
        max_examples=count,
        database=None,
        phases=[Phase.generate],
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def draw(value: T) -> None:
        values.append(value)

    draw()
    return values[:count]


def drawn_streams(count: int, first_seed: int) -> Iterator[Source]:
    """Yield streams of anything, each as one format; of four three without their marks.

    Few marks that are drawn belong to what they mark, and a wrong one is refused.
    """
    for number, stream in enumerate(drawn(streams(), count, first_seed)):
        chosen = BLOCK_FORMATS[number % len(BLOCK_FORMATS)]
        marked = number // len(BLOCK_FORMATS) % 4 == 3
        shown = stream if marked else _unmarked(stream)
        yield Source(f"streams/{number}.{chosen}", chosen, written(shown, chosen))


def drawn_reports(count: int, first_seed: int) -> Iterator[Source]:
    """Yield reports as offices publish them, whole and with misshapen tables, in every format."""
    choice = random.Random(first_seed)  # noqa: S311
    usual = drawn(ordinary_documents(), count, first_seed)
    for number, document in enumerate(usual):
        filled = _with_figures(document, choice) if number % 2 else document
        stream = _unmarked(arrange(filled))
        kind = "misshapen" if number % 9 else "whole"
        if kind == "misshapen":
            stream = misshapen(stream, choice)
        chosen = BLOCK_FORMATS[number // 2 % len(BLOCK_FORMATS)]
        name = f"reports/{number}-{kind}.{chosen}"
        yield Source(name, chosen, written(stream, chosen))


def damaged(count: int, first_seed: int) -> Iterator[Source]:
    """Yield pages, prints of extraction programs and Word files that are damaged."""
    choice = random.Random(first_seed)  # noqa: S311
    for kind, data in KINDS.items():
        if not data.startswith(b"PK\3"):  # archives hold the time at which they were made
            yield Source(f"damaged/{kind}", None, data)
    invented = reports()
    texts = [case for case in programs.cases() if case.format != "html"]
    for number in range(count):
        name = choice.choice(programs.REPORTS)
        spanning = name.startswith("spanning")
        if number % 5 < 2:
            page = pages.web_page(
                invented[name], choice.choice(list(pages.CELLS)), spanning=spanning
            )
            data = broken_page(page, choice).encode()
            yield Source(f"damaged/{number}-{name}.html", "html", data)
        elif number % 5 < 4:
            case = choice.choice(texts)
            data = broken_print(case.text, choice).encode()
            yield Source(f"damaged/{number}-{case.name}", case.format, data)
        else:
            stream = misshapen(_unmarked(arrange(invented[name])), choice)
            data = written(stream, "docx")
            yield Source(f"damaged/{number}-{name}.docx", "docx", data)


def prints() -> Iterator[Source]:
    """Yield what extraction programs printed, its format named and not."""
    for case in programs.cases():
        data = case.text.encode()
        yield Source(f"prints/{case.name}", case.format, data)
        yield Source(f"prints/{case.name} (detected)", None, data)


def files(family: str, folder: Path) -> Iterator[Source]:
    """Yield every file of a folder but what describes the others; nothing where there is none."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if path.suffix in (".py", ".pyc", ".json", ".pdf"):
            continue
        described = path.with_suffix(".json")
        told = json.loads(described.read_text("utf-8")) if described.is_file() else {}
        name = f"{family}/{path.relative_to(folder)}"
        yield Source(name, told.get("format"), path.read_bytes())


def _unmarked(stream: Stream) -> Stream:
    blocks = tuple(
        TextBlock(block.text, block.level)
        if isinstance(block, TextBlock)
        else TableBlock(block.table)
        for block in stream.blocks
    )
    return replace(stream, blocks=blocks, statements=())


def _with_figures(document: ReportDocument, choice: random.Random) -> ReportDocument:
    """Return a document whose tables hold numbers that add up, some of them blank."""
    edition = choice.choice((2019, 2021))
    fill = choice.choice((figures.full_tables, figures.blank_tables))
    tables = fill(edition, choice.randrange(10**6))
    sections = tuple(
        replace(
            section,
            blocks=tuple(
                tables[block.kind] if isinstance(block, govreport.StatutoryTable) else block
                for block in section.blocks
            ),
        )
        for section in document.sections
    )
    return replace(document, sections=sections)
