"""The dictionary of the statute: every cell of every edition with its keys, labels and unit.

`cells` gives it as rows, `as_csv` as the code list that ships beside this module
(`statutory-cells.csv`), `as_markdown` as the page `docs/dictionary.md`.
"""

import csv
import io
from collections.abc import Iterator
from typing import NamedTuple

from govreport.model import english, statute
from govreport.model.concordance import Correspondence, concordance

__all__ = ["DictionaryCell", "as_csv", "as_markdown", "cells"]


class DictionaryCell(NamedTuple):
    """One cell of one edition; `edition` is blank for table 4, the same in both."""

    table: str
    edition: str
    item: str
    row: str
    column: str
    row_label: str
    column_label: str
    row_english: str
    column_english: str
    unit: str
    is_total: bool


def cells() -> Iterator[DictionaryCell]:
    """Yield every cell of every layout, in the order in which the forms print them."""
    for layout in statute.LAYOUTS:
        for row in layout.rows:
            for column in row.columns:
                yield DictionaryCell(
                    layout.kind,
                    str(layout.edition or ""),
                    row.group or "" if layout.kind == "proactive_disclosure" else "",
                    row.key,
                    column.key,
                    " / ".join(row.labels),
                    column.label,
                    row.english,
                    column.english,
                    column.unit,
                    row.is_total or column.is_total,
                )


def as_csv() -> str:
    """Return the code list as CSV with a header, lines ended as RFC 4180 has them."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(DictionaryCell._fields)
    for cell in cells():
        writer.writerow([str(part).lower() if part in (True, False) else part for part in cell])
    return text.getvalue()


def as_markdown() -> str:
    """Return the dictionary as a page of documentation, with the identities and the editions."""
    return "\n".join((*_introduction(), *_sections(), *_layouts(), *_sums(), *_editions(), ""))


def _introduction() -> Iterator[str]:
    yield "# Dictionary of keys"
    yield ""
    yield "<!-- Made by `python -m tests.dictionary.regenerate` from govreport/model/statute.py. -->"
    yield ""
    yield (
        "Every fact is addressed by (table, row, column). These are all the keys; the package has the"
        " same list as `govreport/dictionary/statutory-cells.csv`. `govreport.form_cells` gives the"
        " place of each cell in the workbook of the form ([forms.md](forms.md))."
    )


def _sections() -> Iterator[str]:
    yield from ("", "## Sections", "", "| key | heading | in English |", "|---|---|---|")
    for key, heading in statute.SECTION_HEADINGS.items():
        yield f"| `{key}` | {heading} | {english.SECTIONS[key]} |"
    yield f"| `other` | | {english.SECTIONS['other']} |"


def _layouts() -> Iterator[str]:
    for number, layout in zip((2, 2, 3, 3, 4), statute.LAYOUTS, strict=True):
        edition = f", edition {layout.edition}" if layout.edition else ", both editions"
        yield from ("", f"## Table {number}, `{layout.kind}`{edition}", "")
        yield f"{english.TABLES[layout.kind]}."
        yield from _columns(layout)
        item = layout.kind == "proactive_disclosure"
        yield ""
        yield f"| row | labels | in English |{' item | columns |' if item else ''}"
        yield f"|---|---|---|{'---|---|' if item else ''}"
        for row in layout.rows:
            keys = ", ".join(f"`{column.key}`" for column in row.columns)
            more = f" `{row.group}` | {keys} |" if item else ""
            yield f"| `{row.key}` | {' / '.join(row.labels)} | {row.english} |{more}"


def _columns(layout: statute.Layout) -> Iterator[str]:
    yield from ("", "| column | label | in English | unit |", "|---|---|---|---|")
    columns = {column.key: column for row in layout.rows for column in row.columns}
    for column in columns.values():
        yield (
            f"| `{column.key}` | {column.label} | {column.english} | {column.unit}"
            f" ({english.UNITS[column.unit]}) |"
        )


def _sums() -> Iterator[str]:
    yield from ("", "## Sums in a correct report", "")
    yield "A blank cell counts as zero in a sum; if every cell of a side is blank, nothing is reported."
    yield from ("", "| rule | edition | identity |", "|---|---|---|")
    for layout in statute.LAYOUTS:
        edition = layout.edition or "both"
        for rule in dict.fromkeys(identity.rule for identity in layout.identities):
            first = next(each for each in layout.identities if each.rule == rule)
            yield f"| `{rule}` | {edition} | {_equation(first)} |"


def _equation(identity: statute.Identity) -> str:
    """Return an identity in words: over the rows of each column, or the columns of each row."""
    down = len({row for row, _ in (*identity.left, *identity.right)}) > 1
    sides = (
        " + ".join(f"`{row if down else column}`" for row, column in side)
        for side in (identity.left, identity.right)
    )
    return f"in each {'column' if down else 'row'}: {' = '.join(sides)}"


def _editions() -> Iterator[str]:
    yield from ("", "## From one edition to the other", "")
    yield "`govreport.concordance()` gives these as data; cells with the same keys in both editions are left out."
    yield from ("", "| table | relation | 2019 | 2021 |", "|---|---|---|---|")
    for one in concordance():
        if one.relation != "same" or one.cells_2019 != one.cells_2021:
            yield _edition(one)


def _edition(one: Correspondence) -> str:
    old, new = (
        " + ".join(f"`{row}.{column}`" for row, column in of)
        for of in (one.cells_2019, one.cells_2021)
    )
    return f"| `{one.table}` | {one.relation} | {old} | {new} |"
