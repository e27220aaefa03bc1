"""A cell that states no number, in every dialect: itself None and quoted, its neighbours right."""

import pytest

import govreport
from govreport.model.document import ReportDocument
from govreport.model.statutory import StatutoryTable
from govreport.model.values import read_cell
from tests.recognise.printed import DIALECTS, Dialect, Rows, print_tables, rows_of
from tests.recognise.reports import report
from tests.recognise.test_wild_dialects import values
from tests.sampling import deep

CELLS = {
    "applications": ("applications", "repeated_request", "research_institution"),
    "proactive_disclosure": ("proactive_disclosure", "normative_documents", "repealed"),
    "reviews": ("reviews", "direct_litigation", "corrected"),
}
PLACES = {
    "applications": ("重复申请", 3),
    "proactive_disclosure": ("行政规范性文件", 2),
    "reviews": ("", 6),
}
DOUBTFUL = ["（5）", "—5", "5至6", "5。", "1.624", "O", "一", "见附件"]
SEEDS = range(len(DOUBTFUL))


def _with(rows: Rows, table: StatutoryTable, kind: str, text: str) -> Rows:
    """Return the rows of a table, one cell of that kind of table replaced."""
    if table.kind != kind:
        return rows
    label, place = PLACES[kind]
    row = next((row for row in rows if label and any(c.endswith(label) for c in row)), rows[-1])
    label_at = next((at for at, cell in enumerate(row) if label and cell.endswith(label)), 0)
    row[label_at + place] = text
    return rows


def _printed(document: ReportDocument, dialect: Dialect, kind: str, text: str) -> str:
    return print_tables(
        document, lambda table: dialect.printer(_with(rows_of(table), table, kind, text))
    )


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.name)
@pytest.mark.parametrize("kind", CELLS)
@pytest.mark.parametrize("seeds", [SEEDS[:2], deep(SEEDS[2:])], ids=["two texts", "more texts"])
def test_a_doubtful_cell_makes_no_other_number_wrong(
    dialect: Dialect, kind: str, seeds: range
) -> None:
    for seed in seeds:
        text = DOUBTFUL[seed]
        document = report(2021, seed, blanks=False)
        source = _printed(document, dialect, kind, text)
        read = govreport.loads(source, dialect.format)
        truth = {**values(document), CELLS[kind]: None}
        found = values(read)
        assert read_cell(text, "件").value is None
        assert all(value in (None, truth[key]) for key, value in found.items())
        quoted = govreport.dumps(read, "json") + "".join(each.text for each in read.diagnostics)
        assert text in quoted
