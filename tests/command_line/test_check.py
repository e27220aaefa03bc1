"""The command `govreport check`."""

import json
from pathlib import Path

import pytest

import govreport
from govreport.command_line import main
from govreport.command_line.output import github_line
from tests.checks.reports import consistent, with_cell, with_text

CELL = ("reviews", "reconsideration", "total")


@pytest.fixture
def good(tmp_path: Path) -> str:
    govreport.write(consistent(), tmp_path / "good.json")
    return str(tmp_path / "good.json")


@pytest.fixture
def bad(tmp_path: Path) -> str:
    document = with_cell(consistent(), CELL, "77")
    document = with_text(document, "overview", "新收政府信息公开申请9999件。")
    govreport.write(document, tmp_path / "bad.json")
    return str(tmp_path / "bad.json")


@pytest.fixture
def doubtful(tmp_path: Path) -> str:
    document = with_text(consistent(), "overview", "新收政府信息公开申请9999件。")
    govreport.write(document, tmp_path / "doubtful.json")
    return str(tmp_path / "doubtful.json")


def test_the_exit_status_of_check_says_what_was_found(
    good: str, bad: str, doubtful: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", good]) == 0
    assert main(["check", good, "--fail-on", "warning"]) == 0
    assert main(["check", bad]) == 1
    assert main(["check", doubtful]) == 0
    assert main(["check", doubtful, "--fail-on", "warning"]) == 1
    assert main(["check", doubtful, "--fail-on", "warning", "--ignore", "prose,names"]) == 0
    assert main(["check", bad, "--select", "sections"]) == 0
    capsys.readouterr()
    assert main(["check", str(tmp_path / "none.json")]) == 2
    assert main(["check", bad, "--select", "prosa"]) == 2
    assert "there is no rule 'prosa'; did you mean prose?" in capsys.readouterr().err
    assert main(["check", bad, "--select", "x", "--lang", "zh"]) == 2
    assert "规则分为 applications、" in capsys.readouterr().err


def test_what_is_no_report_is_said(
    good: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "weather.txt").write_text("天气晴", "utf-8")
    weather = str(tmp_path / "weather.txt")
    assert main(["check", good, "--previous", weather]) == 3
    assert "weather.txt: it holds no statutory section" in capsys.readouterr().err
    assert main(["check", weather]) == 3
    assert "weather.txt: it holds no statutory section" in capsys.readouterr().err


def test_findings_are_printed_as_json(bad: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", bad, "--format", "json", "--lang", "en"])
    found = json.loads(capsys.readouterr().out)
    error, warning = found["findings"]
    assert (error["rule"], error["severity"], error["actual"]) == ("reviews.total", "error", 77)
    assert list(CELL) in error["cells"]
    assert error["operands"][-1] == {
        "cell": list(CELL),
        "text": "77",
        "value": 77,
        "side": "right",
        "year": 2021,
    }
    assert warning["place"] == {"part": 0, "block": 0, "start": 0, "end": 16}
    assert warning["quote"] == "新收政府信息公开申请9999件。"


def test_findings_are_printed_for_a_workflow(
    bad: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", bad, "--format", "github", "--lang", "en"])
    error, warning = capsys.readouterr().out.splitlines()
    assert error.startswith(f"::error file={bad},title=reviews.total::row reconsideration: ")
    assert warning.startswith("::warning ")
    assert "%0A新收政府信息公开申请9999件。" in warning
    assert github_line("error", "a,b:c%", "t", "x\ny%") == (
        "::error file=a%2Cb%3Ac%25,title=t::x%0Ay%25"
    )


def test_pages_are_written_to_a_file_or_to_standard_output(
    good: str, bad: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.html"
    assert main(["check", bad, "--html", str(page)]) == 1
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert main(["diff", good, bad, "--html", str(page)]) == 1
    assert "9999" in page.read_text("utf-8")
    capsys.readouterr()
    main(["check", bad, "--html", "-"])
    assert capsys.readouterr().out.startswith("<!DOCTYPE html>")


def test_the_rules_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--rules"]) == 0
    printed = capsys.readouterr().out
    assert all(rule.id in printed for rule in govreport.rules())
    with pytest.raises(SystemExit):
        main(["check"])
