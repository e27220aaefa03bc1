"""What notebooks show: a frame of its own for everything, nothing alive, and a short `repr`."""

import html
import re
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given

import govreport
from govreport import Paragraph, ReportDocument, Table
from govreport.checks import Examination, Findings, rules
from govreport.checks.examination import Texts
from govreport.model.diagnostics import diagnostic
from govreport.testing import report_documents
from tests.checks.reports import consistent, with_cell
from tests.laws.registry import share
from tests.pages.test_pages import HOSTILE, check_inert, shown


def framed(thing: object) -> str:
    """Return the page within the frame that a notebook is given."""
    frame = thing._repr_html_()  # type: ignore[attr-defined]
    assert re.fullmatch(r'<iframe srcdoc="[^"]*" sandbox [^<>]*></iframe>', frame)
    return html.unescape(re.findall(r'srcdoc="([^"]*)"', frame)[0])


@share(20)
@given(report_documents())
def test_a_notebook_shows_all_of_any_report(document: ReportDocument) -> None:
    page = framed(document)
    check_inert(page)
    text = shown(page)
    for block in document.blocks():
        if isinstance(block, Paragraph):
            assert "".join(block.text.split()) in text
    for section in document.sections:
        assert "".join(section.heading.split()) in text


def test_hostile_text_stays_in_the_frame_and_does_nothing() -> None:
    document = replace(
        consistent(), title=HOSTILE, agency=HOSTILE, preamble=(Paragraph(HOSTILE),)
    )
    page = framed(document)
    check_inert(page)
    assert "".join(HOSTILE.split()) in shown(page)


def test_every_kind_of_thing_is_shown_in_a_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVREPORT_LANG", "zh")
    good = consistent()
    bad = with_cell(good, ("reviews", "reconsideration", "total"), "77")
    found = govreport.check(bad, language="zh")
    rule = next(each for each in rules() if each.id == "reviews.total")
    assert "各项" in found[0].message or "四种结果" in found[0].message
    for thing in (found, found[0], Examination(rule, "zh", Texts(bad))):
        assert "四种结果之和不等于总计" in shown(framed(thing))
    assert "未发现问题" in shown(framed(Findings()))
    assert "数据变化" in shown(framed(govreport.diff(good, bad)))
    assert "77" in shown(framed(bad.reviews))
    assert "甲乙" in shown(framed(Table([["甲", "乙"]])))
    assert "行政复议" in shown(framed(bad.sections[3]))
    garbled = replace(good, preamble=(Paragraph("政府\u200b信息公开年报。"),))
    result = govreport.normalize(garbled)
    assert result.changes
    assert "规范化修改" in shown(framed(result))
    told = replace(good, diagnostics=(diagnostic("not-a-report", "line 3", "quoted words"),))
    assert "quotedwords" in shown(framed(told))


def test_the_language_is_the_user_s(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GOVREPORT_LANG", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert "未发现问题" in shown(framed(Findings()))
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert "Nothingfound" in shown(framed(Findings()))


@share(20)
@given(report_documents(), report_documents())
def test_what_is_printed_is_short(one: ReportDocument, other: ReportDocument) -> None:
    assert len(repr(replace(one, agency="甲镇"))) < 200
    assert len(repr(govreport.diff(one, other))) < 120
    for table in one.statutory_tables():
        assert len(repr(table)) < 120
    for section in one.sections:
        assert len(repr(replace(section, heading="一、总体情况"))) < 120


def test_a_report_prints_what_it_is() -> None:
    assert repr(ReportDocument.blank("甲镇", 2023)) == (
        "<ReportDocument '甲镇' 2023, edition: 2021, sections: 6, tables: proactive_disclosure,"
        " applications, reviews, diagnostics: 0>"
    )


def test_no_page_is_loaded_before_a_notebook_asks() -> None:
    program = (
        "import sys, govreport; repr(govreport.ReportDocument.blank('甲镇', 2023));"
        "assert not any(name.startswith('govreport.pages') for name in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
