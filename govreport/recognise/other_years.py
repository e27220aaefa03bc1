"""Tables whose numbers stand beside a year that is not the report's: none of them is used."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from govreport.expressions import expression
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.model.document import Block, ReportDocument
from govreport.model.filling import filled
from govreport.model.statutory import StatutoryTable

_YEAR = expression(r"\s*(20\d\d)\s*年\s*度?\s*")
_ANOTHER_YEAR = "the year beside its numbers is not the report's"


def without_other_years(
    document: ReportDocument, diagnostics: Iterable[Diagnostic]
) -> tuple[ReportDocument, list[Diagnostic]]:
    """Return a report without the numbers of other years, and a diagnostic for each such table.

    `diagnostics` are those of its tables: they quote the years that stand beside numbers.
    """
    years = _years_beside(diagnostics)
    others = {
        kind: printed for kind, printed in years.items() if document.year not in (None, *printed)
    }
    if not others:
        return document, []
    tables = [each for each in document.blocks() if isinstance(each, StatutoryTable)]
    notes = [_note(each, others[each.kind]) for each in tables if each.kind in others]
    sections = tuple(
        replace(section, blocks=tuple(_open(block, others) for block in section.blocks))
        for section in document.sections
    )
    preamble = tuple(_open(block, others) for block in document.preamble)
    return replace(document, preamble=preamble, sections=sections), notes


def _note(table: StatutoryTable, printed: Mapping[int, str]) -> Diagnostic:
    """Return why no number of a table is used, which quotes the years and the numbers."""
    numbers = (text for _, given in table.known_rows() for text in given.cells if text)
    quoted = " | ".join((*printed.values(), *numbers))
    where = f"table {table.kind}"
    return diagnostic("ambiguous-columns", where, quoted, _ANOTHER_YEAR, table=table.kind)


def _years_beside(diagnostics: Iterable[Diagnostic]) -> dict[str, dict[int, str]]:
    """Return the years that stand beside rows of each table, as they are printed.

    One in a header may be that of a single column.
    """
    years: dict[str, dict[int, str]] = {}
    for each in diagnostics:
        match = _YEAR.fullmatch(each.text) if each.table and " line " in each.where else None
        if match and each.code == "unplaced-text":
            years.setdefault(each.table, {})[int(match[1])] = each.text
    return years


def _open(block: Block, others: Collection[str]) -> Block:
    """Return a table of another year without its numbers, any other block as it is."""
    if not isinstance(block, StatutoryTable) or block.kind not in others:
        return block
    cells = ((row.key, column.key) for row, _ in block.known_rows() for column in row.columns)
    return filled(block, dict.fromkeys(cells, ""))
