"""Invented reports with numbers that obey the statute's identities, for tests of reading."""

import random

from govreport.model import statute
from govreport.model.document import Heading, Paragraph, ReportDocument, Section
from govreport.model.statute import SectionKind, TableKind
from govreport.model.statutory import StatutoryTable

TITLE = "青禾县云岭镇2021年政府信息公开工作年度报告"


def report(edition: int, seed: int, *, blanks: bool) -> ReportDocument:
    """Return a whole report; with `blanks` most zeros are left blank."""
    numbers = random.Random(seed)  # noqa: S311 - invented figures

    def table(kind: TableKind) -> StatutoryTable:
        return filled(kind, None if kind == "reviews" else edition, numbers, blanks=blanks)

    overview = (Heading("（一）主动公开"), Paragraph("全年公开信息128条，内容包括：财政预算。"))
    return ReportDocument(
        TITLE,
        "青禾县云岭镇",
        2021,
        sections=(
            _section("overview", "一", *overview),
            _section("proactive_disclosure", "二", table("proactive_disclosure")),
            _section("applications", "三", table("applications")),
            _section("reviews", "四", table("reviews")),
            _section("problems", "五", Paragraph("公开的时效有待提高。")),
            _section("other_matters", "六", Paragraph("无")),
        ),
    )


def _section(
    kind: SectionKind, number: str, *blocks: Heading | Paragraph | StatutoryTable
) -> Section:
    return Section(kind, f"{number}、{statute.SECTION_HEADINGS[kind]}", blocks)


def filled(
    kind: TableKind, edition: int | None, numbers: random.Random, *, blanks: bool
) -> StatutoryTable:
    """Return a table with random numbers; those of tables 3 and 4 obey the identities."""
    if kind == "applications":
        values = _applications(edition or 2021, numbers)
    elif kind == "reviews":
        values = _reviews(numbers)
    else:
        rows = statute.layout(kind, edition).rows
        values = {
            (row.key, column.key): numbers.choice([0, 0, 3, 12, numbers.randrange(900)])
            for row in rows
            for column in row.columns
        }
    texts = {
        key: "" if blanks and not value and numbers.random() < 0.7 else str(value)
        for key, value in values.items()
    }
    return StatutoryTable.from_texts(kind, edition, texts)


def _applications(edition: int, numbers: random.Random) -> dict[tuple[str, str], int]:
    rows = statute.layout("applications", edition).rows
    results = [row.key for row in rows if len(row.labels) > 1 and row.key != "handled_total"]
    applicants = [column.key for column in statute.APPLICANT_COLUMNS[:-1]]
    values: dict[tuple[str, str], int] = {}
    for applicant in applicants:
        for key in results:
            values[key, applicant] = numbers.choice([0, 0, 0, 0, 1, 2, 7])
        handled = sum(values[key, applicant] for key in results)
        carried_over = numbers.choice([0, 0, 1])
        values["handled_total", applicant] = handled
        values["carried_over", applicant] = carried_over
        values["new_received", applicant] = max(0, handled - carried_over)
        values["carried_forward", applicant] = max(0, carried_over - handled)
    for row in rows:
        values[row.key, "total"] = sum(values[row.key, each] for each in applicants)
    return values


def _reviews(numbers: random.Random) -> dict[tuple[str, str], int]:
    values: dict[tuple[str, str], int] = {}
    for row in statute.layout("reviews", None).rows:
        parts = [numbers.choice([0, 0, 1, 3]) for _ in row.columns[:-1]]
        for column, value in zip(row.columns, [*parts, sum(parts)], strict=True):
            values[row.key, column.key] = value
    return values
