"""The folder that is published: each year's report in four files, and an index with the series."""

import csv
import io
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from govreport.checks.series import are_one_office
from govreport.conversion import dumps, loads
from govreport.dataset.rows import rows_of
from govreport.dataset.schema import names
from govreport.dataset.targets import csv_row
from govreport.errors import (
    InvalidDocumentError,
    ReportError,
    UnwritableDocumentError,
    require_language,
)
from govreport.expressions import expression
from govreport.model.document import ReportDocument, require_report
from govreport.pages.published import head_of_published, index_page, navigation
from govreport.publishing.linked_data import catalogue, dataset, script
from govreport.targets import replace_file
from govreport.wording import Language

_YEARLY = expression(r"[0-9]{4}\.json")
_WEB_ADDRESS = expression(r"https?://[^\s/]+")


def publish(
    documents: ReportDocument | Iterable[ReportDocument],
    target: str | os.PathLike[str],
    *,
    url: str = "",
    agency: str = "",
    language: Language = "zh",
) -> list[Path]:
    """Write an office's reports to a folder as a site, and return the files written.

    Each year has `2023.html` (the report as `write` has it, with links to its data and the data
    itself as JSON-LD), `2023.docx`, `2023.json` and `2023.csv` (the facts, in the columns of
    docs/data.md). `index.html` lists the years with their series, `series.csv` holds the facts of
    all. Years that the folder holds already stay and are listed. The same reports give the same
    bytes, under the same names.

    `url` is the address that the folder will have, so that the data names where it is; `agency`
    is the office's name for the index, needed where the reports name different ones.

    Raises `InvalidDocumentError` for a report without a year, two of one year or of different
    offices, and a `url` that is not a web address, `UnwritableDocumentError` if the folder holds a
    year's file that govreport did not write, and `OSError` of the file system. Nothing is written
    before all of that has been checked.
    """
    require_language(language)
    folder = Path(target)
    if url and not _WEB_ADDRESS.match(url):
        raise InvalidDocumentError(
            f"{url!r} is not a web address; give the one that the folder will have, such as"
            " https://www.example.gov.cn/xxgk/nb/"
        )
    base = f"{url.rstrip('/')}/" if url else ""
    given = _by_year([documents] if isinstance(documents, ReportDocument) else documents)
    reports = {**_standing(folder), **given}
    office = agency or _office(reports)
    written: dict[str, bytes] = {}
    for year in sorted(given):
        written.update(_files_of_year(given[year], year, base, language))
    ordered = sorted(reports.items(), reverse=True)
    index = index_page(office, ordered, language, script(catalogue(office, ordered, base)))
    written["index.html"] = index.encode("utf-8")
    written["series.csv"] = _csv(sorted(reports.items()))
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in written.items():
        replace_file(folder / name, data)
    return [folder / name for name in written]


def _by_year(documents: Iterable[ReportDocument]) -> dict[int, ReportDocument]:
    reports: dict[int, ReportDocument] = {}
    for document in documents:
        require_report(document, "publish")
        if document.year is None or document.year < 1000:
            raise InvalidDocumentError(
                f"the report {document.title or 'without a title'!r} names no year; put one into"
                " its title"
            )
        if document.year in reports:
            raise InvalidDocumentError(
                f"two reports are of {document.year}: {reports[document.year].title!r} and"
                f" {document.title!r}; publish one of them"
            )
        reports[document.year] = document
    if not reports:
        raise InvalidDocumentError("there is no report to publish")
    return reports


def _standing(folder: Path) -> dict[int, ReportDocument]:
    """Return the reports that a folder holds from earlier, by year."""
    reports = {}
    for path in sorted(folder.glob("*.json")) if folder.is_dir() else ():
        if _YEARLY.fullmatch(path.name):
            try:
                reports[int(path.stem)] = loads(path.read_bytes(), "json")
            except ReportError as error:
                raise UnwritableDocumentError(
                    f"{path} holds no report ({error}); move it away, or publish elsewhere"
                ) from error
    return reports


def _office(reports: dict[int, ReportDocument]) -> str:
    """Return the name of the office whose reports these are: that of the latest that has one."""
    named = [reports[year].agency or "" for year in sorted(reports, reverse=True)]
    told = list(dict.fromkeys(filter(None, named)))
    if not all(are_one_office(told[0], other) for other in told[1:]):
        raise InvalidDocumentError(
            f"the reports are of different offices: {'、'.join(told)}; publish each office in"
            " a folder of its own, or say whose they are (agency)"
        )
    return told[0] if told else ""


def _files_of_year(
    document: ReportDocument, year: int, base: str, language: Language
) -> dict[str, bytes]:
    page = str(dumps(document, "html"))
    head = head_of_published(year) + script(dataset(document, year, base)) + "\n"
    # The writer's page begins and ends its parts once; texts of the report are escaped.
    page = page.replace("</head>\n", f"{head}</head>\n", 1)
    page = page.replace("<body>\n", f"<body>\n{navigation(year, language)}", 1)
    word = dumps(document, "docx")
    return {
        f"{year}.html": page.encode("utf-8"),
        f"{year}.docx": word if isinstance(word, bytes) else word.encode("utf-8"),
        f"{year}.json": str(dumps(document, "json")).encode("utf-8"),
        f"{year}.csv": _csv([(year, document)]),
    }


def _csv(reports: Iterable[tuple[int, ReportDocument]]) -> bytes:
    """Return the facts of reports as CSV in UTF-8 with a mark, so that Excel opens it as such."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(names("facts"))
    writer.writerows(_rows(reports))
    return file.getvalue().encode("utf-8-sig")


def _rows(reports: Iterable[tuple[int, ReportDocument]]) -> Iterator[list[Any]]:
    for year, document in reports:
        for row in rows_of(document, f"{year}.json").facts:
            yield list(csv_row("facts", row))
