"""PDF files by LibreOffice: what is printed is the report; what fails says why."""

import os
import stat
from pathlib import Path

import pytest

import govreport
from govreport import ReportDocument, UnwritableDocumentError

DOCUMENT = ReportDocument.blank("青禾县云岭镇人民政府", 2024).with_values(
    {("applications", "new_received", "natural_person"): 3}
)


@pytest.mark.libreoffice
def test_a_printed_report_is_the_report(tmp_path: Path) -> None:
    govreport.write_pdf(DOCUMENT, tmp_path / "report.pdf")
    found = govreport.read(tmp_path / "report.pdf")
    assert [fact.text for fact in found.facts()] == [fact.text for fact in DOCUMENT.facts()]
    assert [each.name for each in tmp_path.iterdir()] == ["report.pdf"]


def test_without_libreoffice_it_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnwritableDocumentError, match=r"LibreOffice.*not installed"):
        govreport.write_pdf(DOCUMENT, tmp_path / "report.pdf")


def test_where_it_makes_nothing_the_earlier_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, target = tmp_path / "soffice", tmp_path / "report.pdf"
    program.write_text("#!/bin/sh\necho broken >&2\nexit 1\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    target.write_bytes(b"earlier")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(UnwritableDocumentError, match=r"made no PDF file \(broken\)"):
        govreport.write_pdf(DOCUMENT, target)
    assert target.read_bytes() == b"earlier"
