"""The official form of a year, to be filled in in Word or in a spreadsheet."""

import os
from dataclasses import replace
from pathlib import Path

from govreport.conversion import write
from govreport.errors import InvalidDocumentError
from govreport.model.document import CellKey, Paragraph, ReportDocument
from govreport.model.filling import with_sums
from govreport.model.statute import APPLICANT_COLUMNS
from govreport.targets import replace_file

__all__ = ["form"]

_WORKBOOK = ".xlsx"


def form(
    agency: str,
    year: int,
    target: str | os.PathLike[str],
    *,
    edition: int | None = None,
    previous: ReportDocument | None = None,
) -> ReportDocument:
    """Write the blank form of an agency's report to a path and return what it holds.

    A target that ends in `.xlsx` becomes a workbook for `fill`, which computes totals and colours
    sums that do not hold; any other suffix that can be written gives the form with a place for
    signature and date. `edition` is as in `ReportDocument.blank`. `previous` is last
    year's report, whose 结转下年度 becomes this year's 上年结转.

    Raises `InvalidDocumentError`, also where `previous` is not the report of the year before,
    `UnknownFormatError`, `MissingExtraError` (a workbook needs the extra `excel`), and `OSError`
    of the file system.
    """
    document = ReportDocument.blank(agency, year, edition)
    if previous is not None:
        document = _with_carried_over(document, previous)
    signature = Paragraph(agency)
    if os.fspath(target).lower().endswith(_WORKBOOK):
        from govreport.forms.workbook import workbook_bytes

        document = replace(document, closing=(signature,))
        replace_file(Path(target), workbook_bytes(document))
        return document
    document = replace(document, closing=(signature, Paragraph(f"{year + 1}年　　月　　日")))
    write(document, target)
    return document


def _with_carried_over(document: ReportDocument, previous: ReportDocument) -> ReportDocument:
    year = document.year or 0
    if previous.year != year - 1:
        raise InvalidDocumentError(
            f"the previous report is of {previous.year}, not of {year - 1}; give the report of"
            " the year before"
        )
    last = {
        fact.column: fact.value
        for fact in previous.facts()
        if (fact.table, fact.row, fact.status) == ("applications", "carried_forward", "number")
    }
    values: dict[CellKey, int | str | None] = {
        ("applications", "carried_over", column.key): str(last[column.key])
        for column in APPLICANT_COLUMNS
        if not column.is_total and column.key in last
    }
    document = document.with_values(values)
    table = document.applications
    if table is None or not values:
        return document
    total = ("carried_over", APPLICANT_COLUMNS[-1].key)
    summed = with_sums(table, {total}).text(*total)
    return document.with_values({("applications", *total): summed})
