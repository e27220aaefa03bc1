"""Lines that a type checker must pass, and the types that it must tell. Never run."""

from pathlib import Path
from typing import assert_type

from bs4 import BeautifulSoup

import govreport
from govreport import Read, Unreadable
from govreport.model.values import Value


def formats(document: govreport.ReportDocument, chosen: govreport.WrittenFormat) -> None:
    assert_type(govreport.dumps(document, "docx"), bytes)
    assert_type(govreport.dumps(document, "html"), str)
    assert_type(govreport.dumps(document, "pipe"), str)
    assert_type(govreport.dumps(document, chosen), bytes | str)
    every: list[govreport.Format] = ["docx", "pdf", chosen]
    for each in every:
        assert_type(govreport.read("report", each), govreport.ReportDocument)
    govreport.read(Path("report.docx"))
    govreport.read(BeautifulSoup("", "lxml"), "html")
    govreport.read(govreport.to_docx(document), "docx")


def readings(paths: list[Path]) -> str:
    for reading in govreport.read_many(paths, processes=2):
        match reading:
            case Read(document=document):
                assert_type(document, govreport.ReportDocument)
            case Unreadable(error=error):
                assert_type(error, govreport.ReportError | OSError)
        if reading.error is None:
            assert_type(reading.document, govreport.ReportDocument)
        if reading.document is not None:
            assert_type(reading, Read)
        else:
            return str(reading.error)
    return ""


def numbers(document: govreport.ReportDocument) -> None:
    for fact in document.facts():
        assert_type(fact.value, Value)
        if fact.status == "ambiguous" and fact.table == "reviews":
            print(fact.labels[0], fact.english_labels[1])
    if document.applications is not None:
        assert_type(document.applications.text("new_received", "total"), str)
    for finding in govreport.check(document, language="zh"):
        assert_type(finding.quote, str)
    assert_type(govreport.normalize(document).document, govreport.ReportDocument)
