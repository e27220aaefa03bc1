"""Reports of the offices of one invented county, to be summed up."""

from dataclasses import replace

from govreport.model.document import ReportDocument
from tests.checks.reports import consistent

COUNTY = "青禾县人民政府"
YEAR = 2021


def of_office(
    agency: str, seed: int = 1, edition: int = 2021, year: int = YEAR
) -> ReportDocument:
    """Return the consistent report of an office, every cell of it a number."""
    document = replace(consistent(edition, seed), agency=agency, year=year, preamble=())
    return replace(document, title=f"{agency}{year}年政府信息公开工作年度报告")


def county(edition: int = 2021) -> list[ReportDocument]:
    """Return the reports of three offices."""
    names = ("青禾县教育局", "青禾县水利局", "青禾县云岭镇人民政府")
    return [of_office(name, seed, edition) for seed, name in enumerate(names, 1)]
