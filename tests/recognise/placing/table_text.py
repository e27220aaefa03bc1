"""One statutory table below its section's heading, printed as text or as a page, and read back."""

import random
from collections.abc import Callable
from typing import Literal, NamedTuple

import govreport
from govreport.model import statute
from govreport.model.statute import TableKind
from govreport.model.statutory import StatutoryTable
from tests.recognise.printed import Rows, cell_per_line
from tests.recognise.reports import filled

Facts = dict[tuple[str, str], object]
Format = Literal["html", "pipe", "tab"]
SEEDS = range(4)
NUMBERS = dict(zip(statute.TABLE_KINDS, "二三四", strict=True))


def table(kind: TableKind, seed: int, *, blanks: bool = False) -> StatutoryTable:
    edition = None if kind == "reviews" else 2021
    return filled(kind, edition, random.Random(seed), blanks=blanks)  # noqa: S311


def truth(of: StatutoryTable) -> Facts:
    document = govreport.ReportDocument(preamble=(of,))
    return {(fact.row, fact.column): fact.value for fact in document.facts()}


class Found(NamedTuple):
    """What was read of a table: its numbers, and the texts and reasons of the diagnostics."""

    numbers: Facts
    quoted: tuple[str, ...]
    reasons: tuple[str, ...]

    def row(self, key: str) -> Facts:
        return {cell: value for cell, value in self.numbers.items() if cell[0] == key}

    def is_open(self, key: str) -> bool:
        """Whether no number of a row was read."""
        return not any(value is not None for value in self.row(key).values())


def read(kind: TableKind, source: str, format: Format) -> Found:
    heading = f"{NUMBERS[kind]}、{statute.SECTION_HEADINGS[kind]}"
    if format == "html":
        source = f"<p>{heading}</p>{source}<p>五、存在的主要问题及改进情况</p><p>无。</p>"
    else:
        source = f"{heading}\n{source}\n五、存在的主要问题及改进情况\n无。\n"
    document = govreport.loads(source, format)
    return Found(
        {(f.row, f.column): f.value for f in document.facts() if f.table == kind},
        tuple([each.text for each in document.diagnostics]),
        tuple([each.message for each in document.diagnostics]),
    )


def page(rows: Rows) -> str:
    """Return a table of a page in which no cell spans others."""
    lines = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def flat(of: StatutoryTable) -> Rows:
    """Return a table as rows of one label each below one line of labels."""
    known = list(of.known_rows())
    head = ["项目", *(column.label for column in known[0][0].columns)]
    return [head, *([row.labels[-1], *given.cells] for row, given in known)]


def below(head: list[str], of: StatutoryTable, order: Callable[[list[str]], list[str]]) -> str:
    """Return a table a cell a line: a head, then each row's labels and numbers in an order."""
    rows = [[*row.labels[-1:], *order(list(given.cells))] for row, given in of.known_rows()]
    return cell_per_line([head, *rows])
