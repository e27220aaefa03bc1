"""Whole, consistent reports to plant contradictions in."""

from dataclasses import replace

from hypothesis import strategies as st

from govreport.checks.finding import CellKey
from govreport.model.document import Block, Paragraph, ReportDocument
from govreport.model.statutory import StatutoryRow, StatutoryTable
from tests.recognise.reports import report


def consistent(edition: int = 2021, seed: int = 1, *, blanks: bool = False) -> ReportDocument:
    """Return a report in which nothing is to be found."""
    document = report(edition, seed, blanks=blanks)
    document = replace(
        document, preamble=(Paragraph("统计期限自2021年1月1日至2021年12月31日。"),)
    )
    for row in ("regulations", "normative_documents"):
        column = "in_force" if edition == 2021 else "total_disclosed"
        document = with_cell(document, ("proactive_disclosure", row, column), "2000")
    return with_text(document, "other_matters", "本年度未收取信息处理费。")


def consistent_reports() -> st.SearchStrategy[ReportDocument]:
    """Return a strategy for consistent reports of both editions, with blanks and without."""
    return st.builds(
        consistent, st.sampled_from((2019, 2021)), st.integers(0, 10**6), blanks=st.booleans()
    )


def with_cell(document: ReportDocument, cell: CellKey, text: str) -> ReportDocument:
    """Return the document with another text printed in one cell."""

    def changed(block: Block) -> Block:
        if not isinstance(block, StatutoryTable) or block.kind != cell[0]:
            return block
        rows = tuple(_changed(block, row, cell, text) for row in block.rows)
        return replace(block, rows=rows)

    return _with_blocks(document, changed)


def _changed(table: StatutoryTable, row: StatutoryRow, cell: CellKey, text: str) -> StatutoryRow:
    if row.key != cell[1]:
        return row
    keys = [column.key for column in table.layout.row(cell[1]).columns]
    cells = list(row.cells)
    cells[keys.index(cell[2])] = text
    return replace(row, cells=tuple(cells))


def _with_blocks(document: ReportDocument, change: object) -> ReportDocument:
    assert callable(change)
    sections = tuple(
        replace(section, blocks=tuple(change(block) for block in section.blocks))
        for section in document.sections
    )
    return replace(document, sections=sections)


def with_text(document: ReportDocument, kind: str, *texts: str) -> ReportDocument:
    """Return the document with these paragraphs at the beginning of the section of a kind."""
    sections = tuple(
        replace(section, blocks=(*map(Paragraph, texts), *section.blocks))
        if section.kind == kind
        else section
        for section in document.sections
    )
    return replace(document, sections=sections)
