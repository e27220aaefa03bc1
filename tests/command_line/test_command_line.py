"""What all commands share: the exit status, one line for what goes wrong, help and version."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from govreport import command_line
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


def test_what_goes_wrong_is_one_line_and_the_status_2(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damaged = tmp_path / "damaged.json"
    damaged.write_text("{", "utf-8")
    nothing = tmp_path / "form.xlsx"
    nothing.write_bytes(b"")
    empty = tmp_path / "empty"
    empty.mkdir()
    for arguments, message in (
        (["show", str(tmp_path / "absent.docx")], "absent.docx: No such file or directory"),
        (["show", str(empty)], "there is no file in"),
        (["show", str(damaged), "--from", "json"], "not JSON"),
        (["show", str(nothing)], "form.xlsx is an empty file"),
        (
            ["convert", str(source), str(tmp_path / "no" / "x.json")],
            "no/x.json: there is no such folder",
        ),
        (["convert", str(source), str(tmp_path / "x.doc")], "x.doc"),
        (["convert", str(source), "-"], "name the format with --to"),
    ):
        assert main(arguments) == 2
        printed = capsys.readouterr()
        assert printed.out == ""
        assert printed.err.startswith("govreport: ")
        assert printed.err.count("\n") == 1
        assert message in printed.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission_is_one_line_and_the_status_2(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source.chmod(0)
    assert main(["show", str(source)]) == 2
    assert capsys.readouterr().err.endswith("Permission denied\n")


@pytest.mark.parametrize(
    "arguments", [[], ["show"], ["convert", "a"], ["show", "a", "--from", "x"]]
)
def test_wrong_usage_has_the_status_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage: govreport" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["--help"], *([each, "--help"] for each in command_line._COMMANDS)]
)
def test_help_shows_examples(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 0
    command = arguments[0] if len(arguments) > 1 else "convert"
    assert f"examples:\n  govreport {command} " in capsys.readouterr().out


def test_an_interrupted_command_says_so_in_one_line(
    source: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("govreport.read", interrupted)
    assert main(["show", str(source), "--lang", "zh"]) == 130
    assert capsys.readouterr() == ("", "govreport: 已中断\n")


@pytest.mark.parametrize("year", ["24", "2024年", "二〇二四", "2024.0"])
def test_a_year_has_four_digits(year: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["form", "青禾县", year, "-o", "form.html", "--lang", "zh"])
    assert ended.value.code == 2
    assert f"“{year}”不是年度，请写四位数字，如 2024" in capsys.readouterr().err


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert re.fullmatch(r"govreport \d+\.\d+\.\d+\n", capsys.readouterr().out)


@pytest.mark.parametrize("arguments", [["show"], ["convert", "--to", "json"]])
def test_a_reader_that_has_enough_is_no_error(source: Path, arguments: list[str]) -> None:
    command, *options = arguments
    targets = ["-"] if command == "convert" else []
    process = subprocess.Popen(
        [sys.executable, "-m", "govreport", command, source, *targets, *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    errors = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 141
    assert b"Traceback" not in errors
    assert b"Exception ignored" not in errors


def test_the_package_can_be_run_as_a_module() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "govreport", "--version"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.startswith("govreport ")
