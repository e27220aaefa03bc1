"""The figures for the text of a summary."""

import pytest

import govreport
from govreport.model.statute import EDITIONS
from tests.checks.reports import with_cell
from tests.parts.reports import COUNTY, YEAR, county


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_figure_is_the_sum_of_its_cells_and_of_its_offices(edition: int) -> None:
    found = govreport.aggregate(county(edition), COUNTY, YEAR)
    assert len({each.name for each in found.figures}) == len(found.figures)
    assert len({each.english for each in found.figures}) == len(found.figures)
    for figure in found.figures:
        assert figure.value == sum(found.sums[cell].value or 0 for cell in figure.cells)
        assert figure.value == sum(value or 0 for _, value in figure.offices)
        assert [name for name, _ in figure.offices] == [d.agency for d in county()]


def test_the_results_of_a_kind_stand_together_and_an_open_cell_opens_them() -> None:
    cell = ("applications", "repeated_request", "total")
    first, *others = county()
    found = govreport.aggregate([with_cell(first, cell, ""), *others], COUNTY, YEAR)
    figures = {each.name: each for each in found.figures}
    assert len(figures["不予公开"].cells) == 8
    assert figures["不予处理"].value is None
    assert [name for name, value in figures["不予处理"].offices if value is None] == [
        first.agency
    ]
    assert figures["本年度办理结果：总计"].value is not None
