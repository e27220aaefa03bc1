"""What the commands say in Chinese: every word of it, and in lines that a reader of Chinese expects."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import govreport
from govreport.command_line import main
from govreport.command_line.terminal import text_width
from govreport.model.diagnostics import CODES, diagnostic
from tests.checks.reports import consistent, with_cell, with_text

COMMANDS = ("convert", "normalize", "show", "check", "diff", "extract", "overview")
ENGLISH = re.compile(r"[A-Za-z]{2,},? [a-z]{2,}")
"""Two words of English in a row, of which the first may be the last of a name."""

NEVER_FIRST = "，。、；：？！）》」』】”’"
EXAMPLES = re.compile(r"^ .*govreport .*$", re.MULTILINE)
NAMES = re.compile(
    r"govreport [a-z]+|soffice --headless --convert-to \w+|pip install '[^']*'|\S*/\S+|\[[\w.-]+\]"
)
"""What is the same in every language: commands to copy, names of files, codes."""

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with reports good and bad, and with what is none."""
    monkeypatch.setenv("COLUMNS", "80")
    document = with_cell(consistent(), ("reviews", "reconsideration", "total"), "77")
    document = with_text(document, "overview", "新收政府信息公开申请9999件。")
    govreport.write(consistent(), tmp_path / "good.json")
    govreport.write(document, tmp_path / "bad.json")
    told = [diagnostic(code, "line 3", "岭") for code in CODES]
    told.append(diagnostic("missing-row", "table applications, row granted"))
    form = govreport.ReportDocument.blank("青禾县云岭镇人民政府", 2023)
    known = govreport.ReportDocument(form.title, form.agency, form.year, sections=form.sections)
    (tmp_path / "told.json").write_text(_with(known, told), "utf-8")
    (tmp_path / "letter.txt").write_text("各位同事：\n今天放假。\n", "utf-8")
    (tmp_path / "rich.rtf").write_bytes(b"{\\rtf1 x}")
    (tmp_path / "cut.json").write_bytes(b"{")
    return tmp_path


def _with(document: govreport.ReportDocument, told: list[govreport.Diagnostic]) -> str:
    found = json.loads(govreport.dumps(document, "json"))
    found["diagnostics"] = [
        {
            "code": each.code,
            "severity": each.severity,
            "message": each.message,
            "where": each.where,
            "text": each.text,
        }
        for each in told
    ]
    return json.dumps(found)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs a command and gives its status and all that it printed."""

    def ran(*arguments: object) -> tuple[int, str]:
        try:
            status = main([str(each) for each in arguments])
        except SystemExit as end:
            status = int(end.code or 0)
        printed = capsys.readouterr()
        return status, printed.out + printed.err

    return ran


def check_chinese(printed: str) -> None:
    plain = NAMES.sub("", EXAMPLES.sub("", printed))
    assert not ENGLISH.search(plain), ENGLISH.findall(plain)
    for line in printed.splitlines():
        assert not line.lstrip(" │").startswith(tuple(NEVER_FIRST)), line


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize("width", ["80", "120"])
def test_the_help_is_chinese_and_fits(
    command: str, width: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    status, printed = run(*([command] if command else []), "--help", "--lang", "zh")
    assert status == 0
    check_chinese(printed)
    for line in printed.splitlines():
        assert text_width(line) <= int(width) or line.startswith("  govreport"), line
    assert printed.startswith("用法：govreport")


def test_what_is_printed_of_a_report_is_chinese(reports: Path, run: Run) -> None:
    for command in ("show", "check"):
        for name in ("good.json", "bad.json", "told.json", "letter.txt"):
            status, printed = run(command, reports / name, "--lang", "zh")
            assert status in (0, 1, 3)
            check_chinese(printed)
    status, printed = run("diff", reports / "good.json", reports / "bad.json", "--lang", "zh")
    assert status == 1
    check_chinese(printed)
    _, printed = run("check", "--rules", "--lang", "zh")
    check_chinese(printed)


def test_what_the_commands_did_is_said_in_chinese(reports: Path, run: Run) -> None:
    many = reports / "many"
    for arguments, said in (
        (["convert", reports / "told.json", many / "x.json"], "x.json：没有这个文件夹，请先建立"),
        (["convert", reports, "--to", "json", "--out", many], "已写出 4 个文件；有 2 份需要留意"),
        (["convert", reports / "told.json", reports / "again.json"], "用 govreport show 查看"),
        (["normalize", reports / "good.json", reports / "again.html"], "改动 0 处"),
        (["extract", reports, "-o", reports / "facts.csv"], "未采用"),
        (["extract", reports / "absent", "-o", reports / "x"], "没有这个文件或文件夹"),
        (["extract", reports, "-o", reports / "facts.foo"], "后缀无法识别"),
        (["overview", reports / "absent", "-o", "-"], "不是文件夹"),
        (["show", reports / "rich.rtf"], "是 RTF 文件；请先转换"),
        (["show", reports / "cut.json", "--from", "json"], "不是有效的 JSON：第 1 行第 2 列"),
        (["show", reports / "good.json", "--encoding", "x"], "没有“x”这种编码"),
        (["check", reports / "good.json", "--select", "x"], "没有“x”这条规则"),
    ):
        _, printed = run("--lang", "zh", *arguments)
        assert said in printed
        check_chinese(printed.replace(str(reports), ""))


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        [],
        ["show"],
        ["show", "x", "--from"],
        ["show", "x", "--from", "x"],
        ["show", "--frobnicate", "x"],
        ["convert", "x"],
        ["convert", "x", "y", "--to", "x"],
        ["convert", "x", "--out", "y"],
        ["convert", "x", "-"],
        ["convert", "x", "y.json", "--to", "json,html"],
        ["normalize", "x", "--out", "y", "--to", "json", "--changes", "z"],
        ["extract", "x"],
        ["extract", "x", "-o", "y", "--processes", "0"],
        ["check"],
        ["diff", "-", "-"],
    ],
)
def test_wrong_usage_is_said_in_chinese(arguments: list[str], run: Run) -> None:
    status, printed = run("--lang", "zh", *arguments)
    assert status == 2
    check_chinese(printed)


def test_the_language_stands_before_or_behind_the_command_or_in_the_environment(
    reports: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = reports / "good.json"
    for arguments in (
        ["--lang", "zh", "show", name],
        ["--lang=zh", "show", name],
        ["show", "--lang", "zh", name],
        ["show", name, "--lang=zh"],
    ):
        assert run(*arguments)[1].startswith("标题：")
    assert run("show", name)[1].startswith("Title:")
    monkeypatch.setenv("GOVREPORT_LANG", "zh")
    assert run("show", name)[1].startswith("标题：")
    assert run("show", name, "--lang", "en")[1].startswith("Title:")
    monkeypatch.delenv("GOVREPORT_LANG")
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert run("show", name)[1].startswith("标题：")
    assert "“xx”无效" in run("show", name, "--lang", "xx")[1]


def test_the_labels_of_the_statute_are_chinese_in_both_languages(reports: Path, run: Run) -> None:
    for language in ("en", "zh"):
        printed = run("show", reports / "good.json", "--lang", language)[1]
        assert "结果维持" in printed


def test_who_is_told_nothing_loads_no_catalogue(reports: Path) -> None:
    program = (
        "import sys; from govreport.command_line import main;"
        f"main(['convert', {str(reports / 'good.json')!r}, {str(reports / 'made.html')!r}]);"
        "print(*sorted(sys.modules))"
    )
    for language in ("en", "zh"):
        ran = subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            check=True,
            env={**os.environ, "GOVREPORT_LANG": language},
        )
        loaded = set(ran.stdout.decode().split())
        assert not {"govreport.wording.chinese", "govreport.wording.phrases", "tqdm"} & loaded
