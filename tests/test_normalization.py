"""A report that was repaired is read again where the repair made more readable."""

import importlib.resources

import pytest

import govreport
from govreport.model.document import Paragraph, ReportDocument

TITLE = "青禾县云岭镇人民政府2023年政府信息公开工作年度报告"
LINES = (
    TITLE,
    "根据《中华人民共和国政府信息公开条例》的规定，现公布本报告。",
    "一、总体情况",
    "全年主动公开信息128条，比上年增加12条。",
    "二、主动公开政府信息情况",
    "本年度没有制定行政规范性文件。",
    "五、存在的主要问题及改进情况",
    "公开的形式较为单一，下一步将丰富形式。",
)


def source(*lines: str) -> bytes:
    return "\n".join(lines).encode()


def misread(line: str) -> str:
    return line.encode().decode("latin-1")


def test_a_title_that_was_decoded_wrongly_is_found() -> None:
    document = govreport.loads(source(misread(TITLE), *LINES[1:]))
    assert document.title is None
    result = govreport.normalize(document)
    assert result.document.title == TITLE
    assert result.document.agency == "青禾县云岭镇人民政府"
    assert result.document.year == 2023
    assert {"title", "agency", "year"} <= set(result.found)
    assert govreport.replay(document, result.changes) == result.document


def test_headings_that_were_decoded_wrongly_are_sections() -> None:
    document = govreport.loads(source(*LINES[:4], misread(LINES[4]), *LINES[5:]))
    result = govreport.normalize(document)
    assert [each.kind for each in document.sections] == ["overview", "problems"]
    assert [each.kind for each in result.document.sections] == [
        "overview",
        "proactive_disclosure",
        "problems",
    ]
    assert "sections" in result.found


def test_the_second_time_nothing_is_left_to_do() -> None:
    once = govreport.normalize(govreport.loads(source(misread(TITLE), *LINES[1:]))).document
    again = govreport.normalize(once)
    assert again.changes == ()
    assert again.document is once


def test_what_the_author_laid_out_otherwise_stays_so() -> None:
    # A paragraph that reads like a heading, with damage elsewhere.
    document = ReportDocument(preamble=(Paragraph("一、总体情况"), Paragraph("政 府信息")))
    result = govreport.normalize(document)
    assert result.found == ()
    assert result.document.preamble == (Paragraph("一、总体情况"), Paragraph("政府信息"))


def test_every_fact_stays_as_it_was() -> None:
    page = importlib.resources.files("govreport") / "example" / "yunling-2023.html"
    document = govreport.loads(page.read_bytes())
    damaged = ReportDocument(
        document.title,
        document.agency,
        document.year,
        (*document.preamble, Paragraph("æ”¿åºœä¿¡æ\u0081¯")),
        document.sections,
        document.closing,
        document.source,
    )
    result = govreport.normalize(damaged)
    assert result.changes
    assert list(result.document.facts()) == list(document.facts())


def test_changes_are_replayed_on_a_report_alone() -> None:
    with pytest.raises(govreport.InvalidDocumentError, match="replay takes a report, not str"):
        govreport.replay("report.docx", [])  # type: ignore[arg-type]
