"""The command line, and how a report looks in a terminal."""

import os
import re
import subprocess
import sys
import unicodedata
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport import command_line
from govreport.command_line import main
from govreport.command_line.report_view import draw_report, draw_statutory_table
from govreport.json_form import document_from_json, document_to_json
from govreport.model.diagnostics import diagnostic
from govreport.model.document import Paragraph, ReportDocument, Section
from govreport.model.statute import LAYOUTS
from govreport.model.statutory import ExtraColumn, StatutoryRow, StatutoryTable
from govreport.testing import report_documents, statutory_tables
from tests.laws.registry import share

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


@pytest.mark.parametrize("width", [60, 80, 120, 200])
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda of: f"{of.kind} {of.edition}")
def test_a_statutory_table_fits_the_terminal_and_its_frame_is_straight(
    layout: object, width: int
) -> None:
    table = StatutoryTable.from_texts(layout.kind, layout.edition)  # type: ignore[attr-defined]
    boxes = "\n".join(draw_statutory_table(table, width)).split("\n", 1)[1].split("\n\n")
    for box in boxes:
        widths = {columns(line) for line in box.split("\n")}
        assert len(widths) == 1
        assert widths.pop() <= width


@share(20)
@given(statutory_tables(), st.integers(40, 150))
def test_every_text_of_a_table_is_drawn_and_no_frame_is_bent(
    table: StatutoryTable, width: int
) -> None:
    lines = list(draw_statutory_table(table, width))
    drawn = "".join(re.sub(r"[\s─│┌┐└┘├┤┬┴┼]", "", line) for line in lines)
    for row in table.rows:
        for cell in row.cells:
            if len(cell) == 1 and cell.isalnum():
                assert cell in drawn
    for box in "\n".join(lines).split("\n", 1)[1].split("\n\n"):
        assert len({columns(line) for line in box.split("\n")}) == 1


@share(20)
@given(report_documents())
def test_nothing_drawn_can_steer_the_terminal(doc: ReportDocument) -> None:
    for line in draw_report(doc, 80):
        assert not [one for one in line if unicodedata.category(one) in ("Cc", "Cs")]
        assert not set(line) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_rows_and_columns_that_the_statute_does_not_know_are_drawn() -> None:
    base = StatutoryTable.from_texts("proactive_disclosure", 2019)
    rows = [
        StatutoryRow(None, "", ("开头",)),
        *base.rows[:2],
        StatutoryRow(None, "合计", ("1",) * 5),
    ]
    rows += base.rows[2:4]
    rows += [StatutoryRow(row.key, cells=(*row.cells, "见附件")) for row in base.rows[4:6]]
    rows += base.rows[6:]
    table = StatutoryTable(
        base.kind,
        base.edition,
        tuple(rows),
        (ExtraColumn("备注", "article_20_6"),),
        (("total_amount", "万元"),),
    )
    drawn = "\n".join(draw_statutory_table(table, 100))
    for text in ("开头", "合计", "备注", "见附件", "采购总金额（万元）"):
        assert text in drawn


def test_the_columns_that_an_office_added_to_one_group_of_reviews_stand_in_that_row() -> None:
    base = StatutoryTable.from_texts("reviews", None)
    rows = (
        base.rows[0],
        StatutoryRow("direct_litigation", cells=("", "", "", "", "", "撤诉2")),
        base.rows[2],
    )
    table = StatutoryTable("reviews", None, rows, (ExtraColumn("备注", "direct_litigation"),))
    lines = list(draw_statutory_table(table, 100))
    assert [line for line in lines if "撤诉2" in line and "未经复议直接起诉" in line]
    assert "备注" in lines[2]


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


def test_convert_reads_standard_input_and_writes_standard_output(source: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "govreport", "convert", "-", "-", "--to", "json"],
        input=source.read_bytes(),
        capture_output=True,
        check=True,
    )
    assert document_from_json(run.stdout) == REPORT


def test_what_goes_wrong_is_one_line_and_the_status_2(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damaged = tmp_path / "damaged.json"
    damaged.write_text("{", "utf-8")
    for arguments, message in (
        (["show", str(tmp_path / "absent.docx")], "absent.docx: No such file or directory"),
        (["show", str(tmp_path)], "Is a directory"),
        (["show", str(damaged), "--from", "json"], "not JSON"),
        (["convert", str(source), str(tmp_path / "no" / "x.json")], "No such file or directory"),
        (["convert", str(source), str(tmp_path / "x.pdf")], "x.pdf"),
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
