"""The command `govreport convert`."""

import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest

from govreport.command_line import main
from govreport.json_form import document_from_json, document_to_json
from govreport.model.diagnostics import diagnostic
from govreport.model.document import Paragraph, ReportDocument, Section
from govreport.model.statutory import StatutoryTable

APPLICATIONS = StatutoryTable.from_texts(
    "applications", 2021, {("new_received", "natural_person"): "9", ("granted", "total"): "1,234"}
)


REPORT = ReportDocument(
    "青禾县云岭镇人民政府2023年政府信息公开工作年度报告",
    "青禾县云岭镇人民政府",
    2023,
    sections=(
        Section("overview", "一、总体情况", (Paragraph("工作平稳有序。"),)),
        Section("applications", "三、收到和处理政府信息公开申请情况", (APPLICATIONS,)),
    ),
    closing=(Paragraph("青禾县云岭镇人民政府"), Paragraph("2024年1月18日")),
    diagnostics=(
        diagnostic("page-furniture", "line 3", "浏览次数：57"),
        diagnostic("unplaced-text", "applications", "\x9b1m坏"),
    ),
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "report.json"
    path.write_text(document_to_json(REPORT), "utf-8")
    return path


def test_convert_writes_the_target_and_sums_up_the_warnings(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "again.json"
    assert main(["convert", str(source), str(target)]) == 0
    assert document_from_json(target.read_bytes()) == REPORT
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == (
        "govreport: 1 warning (1 unplaced-text) and 1 note; govreport show lists them\n"
    )


def test_convert_has_a_pdf_file_laid_out(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[ReportDocument, str]] = []
    monkeypatch.setattr("govreport.write_pdf", lambda *given: asked.append(given))
    target = str(tmp_path / "report.PDF")
    assert main(["convert", str(source), target]) == 0
    assert asked == [(REPORT, target)]


def test_convert_reads_standard_input_and_writes_standard_output(source: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "govreport", "convert", "-", "-", "--to", "json"],
        input=source.read_bytes(),
        capture_output=True,
        check=True,
    )
    assert document_from_json(run.stdout) == REPORT


def test_converting_loads_what_reads_and_writes_and_nothing_of_other_commands(
    tmp_path: Path,
) -> None:
    page = resources.files("govreport") / "example" / "yunling-2023.html"
    program = (
        "import sys; from govreport.command_line import main;"
        f"main(['convert', {str(page)!r}, {str(tmp_path / 'made.docx')!r}]);"
        "print(*sorted(name for name in sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    loaded = set(ran.stdout.decode().split())
    assert "govreport.readers.html" in loaded
    others = ("checks", "pages", "difference", "normalise", "json_form", "dataset", "batch")
    assert not {f"govreport.{name}" for name in others} & loaded
    assert not {"docx", "importlib.metadata", "json", "bs4", "opencc"} & loaded
