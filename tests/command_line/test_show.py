"""The command `govreport show`."""

import unicodedata
from pathlib import Path

import pytest

from govreport.command_line import main
from govreport.json_form import document_to_json
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


def columns(line: str) -> int:
    """Return how many columns a terminal gives a line, counted without govreport."""
    plain = [
        character
        for character in line
        if unicodedata.category(character) not in ("Mn", "Me", "Cf")
    ]
    return sum(1 + (unicodedata.east_asian_width(one) in ("W", "F")) for one in plain)


def test_show_prints_the_report(
    source: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["show", str(source)]) == 0
    printed = capsys.readouterr().out
    for text in (
        "Title:     青禾县云岭镇人民政府2023年政府信息公开工作年度报告\n",
        "Agency:    青禾县云岭镇人民政府\n",
        "Year:      2023\n",
        "Edition:   2021\n",
        "overview      一、总体情况 (1 paragraph)\n",
        "Closing:   2 paragraphs\n",
        "1,234",
        "Warnings: 1\n  - unplaced-text (applications):",
        "\\x9b1m坏",
        "Notes: 1\n  - page-furniture (line 3):",
    ):
        assert text in printed
    assert max(columns(line) for line in printed.splitlines()) <= 80
