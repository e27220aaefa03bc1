"""`govreport normalize` and `govreport convert --normalize`."""

import json
from pathlib import Path

import pytest

import govreport
from govreport.command_line import main
from govreport.command_line.convert import STEPS
from govreport.model.document import Paragraph, ReportDocument
from govreport.normalise import STEPS as ALL_STEPS

DAMAGED = ReportDocument(
    "喀爾欽鎮(zhèn)2023年政府信息公開工作年度報告",
    preamble=(Paragraph("以公開為常態(tài),以經(jīng)濟發(fā)展為重點."),),
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "scraped.json"
    govreport.write(DAMAGED, path)
    return path


def test_normalize_writes_the_repaired_report_and_its_changes(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target, changes = tmp_path / "report.json", tmp_path / "changes.json"
    assert main(["normalize", str(source), str(target), "--changes", str(changes)]) == 0
    result = govreport.normalize(DAMAGED)
    assert govreport.read(target) == result.document
    recorded = [govreport.Change(**each) for each in json.loads(changes.read_text("utf-8"))]
    assert tuple(recorded) == result.changes
    assert f"{len(recorded)} changes" in capsys.readouterr().err


def test_normalize_runs_the_steps_that_are_named(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    assert main(["normalize", str(source), str(target), "--step", "glosses", "punctuation"]) == 0
    assert govreport.read(target).preamble == (Paragraph("以公開為常態，以經濟發展為重點。"),)


def test_convert_with_normalize_is_normalize(source: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one.html", tmp_path / "other.html"
    assert main(["convert", str(source), str(one), "--normalize"]) == 0
    assert main(["normalize", str(source), str(other)]) == 0
    assert one.read_bytes() == other.read_bytes()


def test_a_clean_report_has_an_empty_list_of_changes(tmp_path: Path) -> None:
    source, changes = tmp_path / "clean.json", tmp_path / "changes.json"
    govreport.write(ReportDocument("云岭镇2023年政府信息公开工作年度报告"), source)
    target = tmp_path / "same.json"
    assert main(["normalize", str(source), str(target), "--changes", str(changes)]) == 0
    assert target.read_bytes() == source.read_bytes()
    assert json.loads(changes.read_text("utf-8")) == []


def test_the_command_line_names_every_step() -> None:
    assert STEPS == ALL_STEPS
