"""The command `govreport diff`."""

import json
from pathlib import Path

import pytest

import govreport
from govreport.command_line import main
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


def test_differences_are_printed(good: str, bad: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", good, good, "--lang", "en"]) == 0
    assert "say the same" in capsys.readouterr().out
    assert main(["diff", good, bad, "--lang", "zh"]) == 1
    printed = capsys.readouterr().out
    assert "→ 77" in printed
    assert "新增" in printed
    assert main(["diff", good, bad, "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["facts"][0]["cell"] == list(CELL)
    assert main(["diff", good, bad, "--format", "github", "--lang", "en"]) == 1
    assert all(line.startswith("::notice ") for line in capsys.readouterr().out.splitlines())


def test_what_is_no_report_is_named(
    good: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("今天放假。", "utf-8")
    assert main(["diff", good, str(letter), "--lang", "zh"]) == 3
    assert capsys.readouterr().err == f"govreport: {letter}：不含法定的章节和表格，不是年报\n"
