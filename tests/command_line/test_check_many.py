"""`govreport check` over many files: a summary over all, every format, exit statuses, last year's."""

import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

import govreport
from govreport.command_line import main
from tests.checks.reports import with_cell, with_text
from tests.parts.reports import county, of_office

CELL = ("reviews", "reconsideration", "total")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three reports: one with an error, one with a warning, one in which nothing is to be found."""
    wrong, doubtful, good = county()
    target = tmp_path / "reports"
    (target / "towns").mkdir(parents=True)
    govreport.write(with_cell(wrong, CELL, "77"), target / "教育局.docx")
    said = with_text(doubtful, "overview", "新收政府信息公开申请9999件。")
    govreport.write(said, target / "水利局.html")
    govreport.write(good, target / "towns" / "云岭镇.json")
    return target


@pytest.fixture
def damaged(folder: Path) -> Path:
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 broken")
    (folder / "readme.txt").write_text("这不是年报。", "utf-8")
    return folder


def test_many_are_checked_with_a_summary_over_all(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(folder), "--lang", "en"]) == 1
    printed = capsys.readouterr().out
    assert "Reports: 3 · Without findings: 1" in printed
    assert "errors: 1, warnings: 1" in printed
    assert printed.count("reviews.total") == 2
    assert main(["check", str(folder), "--ignore", "reviews,prose", "--lang", "zh"]) == 0
    assert "年报 3 份 · 未发现问题 3 份" in capsys.readouterr().out
    assert main(["check", str(folder), "--ignore", "reviews", "--fail-on", "warning"]) == 1


def test_files_named_one_by_one_are_many_too(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [str(folder / "水利局.html"), str(folder / "towns" / "云岭镇.json")]
    assert main(["check", *names, "--lang", "en"]) == 0
    assert "Reports: 2" in capsys.readouterr().out
    assert main(["check", str(folder / "*.html"), "--lang", "en"]) == 0
    assert "Reports: 1" in capsys.readouterr().out


def test_a_file_that_cannot_be_checked_costs_a_line_and_the_rest_goes_on(
    damaged: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(damaged), "--lang", "en"]) == 2
    said = capsys.readouterr()
    broken, readme = said.err.splitlines()
    assert broken.startswith(f"govreport: {damaged / 'broken.docx'}: ")
    assert readme.startswith(f"govreport: {damaged / 'readme.txt'}: it holds no statutory")
    assert "Reports: 3 · Without findings: 1 · Set aside: 2" in said.out
    (damaged / "broken.docx").unlink()
    assert main(["check", str(damaged)]) == 3
    assert main(["check", str(damaged / "none-at-all-*.docx")]) == 2
    (damaged / "empty").mkdir()
    assert main(["check", str(damaged / "empty")]) == 2


def test_many_in_several_processes_give_the_same(
    damaged: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(damaged), "--format", "json"])
    once = capsys.readouterr()
    main(["check", str(damaged), "--format", "json", "--processes", "2"])
    assert capsys.readouterr() == once


def test_many_as_json(damaged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(damaged), "--format", "json", "--lang", "en"])
    found = json.loads(capsys.readouterr().out)
    assert [Path(each["source"]).name for each in found["set_aside"]] == [
        "broken.docx",
        "readme.txt",
    ]
    by_name = {Path(each["source"]).name: each for each in found["reports"]}
    assert by_name["教育局.docx"]["findings"][0]["actual"] == 77
    assert by_name["云岭镇.json"]["findings"] == []
    assert found["summary"] == {
        "reports": 3,
        "without_findings": 1,
        "errors": 1,
        "warnings": 1,
        "rules": {"reviews.total": 1, "prose.new_received": 1},
    }


def test_many_as_annotations(damaged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(damaged), "--format", "github", "--lang", "en"])
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(",")[1].split("::")[0] for line in lines] == [
        "title=reviews.total",
        "title=prose.new_received",
        "title=unread",
        "title=unread",
    ]


def test_many_as_sarif(damaged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(damaged), "--format", "sarif", "--lang", "en"])
    log = json.loads(capsys.readouterr().out)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [each["id"] for each in rules] == [each.id for each in govreport.rules()]
    first, second = run["results"]
    assert (first["level"], second["level"]) == ("error", "warning")
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert uri.isascii()
    cells = [each["fullyQualifiedName"] for each in first["locations"][0]["logicalLocations"]]
    assert "/".join(CELL) in cells
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert len(invocation["toolExecutionNotifications"]) == 2


def test_a_fingerprint_is_the_same_in_both_languages_and_in_another_folder(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    prints = []
    moved = folder.rename(tmp_path / "moved")
    for language in ("en", "zh"):
        main(["check", str(moved), "--format", "sarif", "--lang", language])
        run = json.loads(capsys.readouterr().out)["runs"][0]
        prints.append([each["partialFingerprints"] for each in run["results"]])
    assert prints[0] == prints[1]
    assert len({json.dumps(each) for each in prints[0]}) == 2


@pytest.mark.parametrize(("threshold", "failures"), [("error", 1), ("warning", 2)])
def test_many_as_junit(
    damaged: Path, threshold: str, failures: int, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(damaged), "--format", "junit", "--fail-on", threshold, "--lang", "en"])
    root = ElementTree.fromstring(capsys.readouterr().out.encode())  # noqa: S314 - our own
    assert (root.tag, root.get("failures"), root.get("errors")) == (
        "testsuites",
        str(failures),
        "2",
    )
    suites = root.findall("testsuite")
    assert len(suites) == 5
    assert int(root.get("tests", "")) == len(root.findall(".//testcase"))
    asked = {each.get("name") for each in suites[0]}
    assert "reviews.total" in asked
    assert not any(str(each).startswith(("series", "parts")) for each in asked)
    (failed, *_) = root.findall(".//failure")
    assert "≠ 77" in str(failed.get("message"))
    assert len(root.findall(".//system-out")) == 2 - failures
    assert len(root.findall(".//error")) == 2


@pytest.mark.parametrize("format", ["json", "sarif", "junit", "github"])
def test_one_report_has_every_format(
    folder: Path, format: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(folder / "教育局.docx"), "--format", format]) == 1
    assert "reviews.total" in capsys.readouterr().out


def test_a_name_that_would_steer_a_terminal_is_shown_as_an_escape(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "水利局.html").rename(folder / "\x1b[31m.html")
    for chosen in ("text", "json", "github", "sarif", "junit"):
        main(["check", str(folder), "--format", chosen])
        said = capsys.readouterr()
        assert "\x1b" not in said.out + said.err


@pytest.fixture
def before(tmp_path: Path) -> Path:
    """The reports of the year before; the education office carried five forward."""
    target = tmp_path / "before"
    target.mkdir()
    first, second, _ = (replace(each, year=2020) for each in county())
    for column in ("natural_person", "total"):
        first = with_cell(first, ("applications", "carried_forward", column), "5")
    govreport.write(replace(first, agency="教育局"), target / "a.json")
    govreport.write(second, target / "b.json")
    govreport.write(of_office("青禾县林业局", year=2020), target / "c.json")
    return target


def test_last_years_report_is_found_by_its_office(
    folder: Path, before: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["check", str(folder), "--previous-year", str(before), "--lang", "en"]
    assert main([*command, "--select", "series.carried"]) == 1
    printed = capsys.readouterr().out
    assert "Without a report of the year before: 1" in printed
    assert "last year carried 5 forward" in printed
    one = ["check", str(folder / "教育局.docx"), *command[2:], "--select", "series.carried"]
    assert main(one) == 1
    assert "last year carried 5 forward" in capsys.readouterr().out


def test_two_reports_of_the_year_before_are_none(
    folder: Path, before: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    govreport.write(of_office("教育局", 4, year=2020), before / "again.json")
    command = ["check", str(folder), "--previous-year", str(before)]
    assert main([*command, "--select", "series.carried"]) != 2
    said = capsys.readouterr()
    assert "教育局.docx: several reports may be that of the year before" in said.err
    assert "last year carried 5 forward" not in said.out


def test_the_page_of_many_is_written_beside_them_and_not_read(folder: Path) -> None:
    page = folder / "findings.html"
    for _ in range(2):
        assert main(["check", str(folder), "--html", str(page)]) == 1
    shown = page.read_text("utf-8")
    assert "青禾县教育局" in shown
    assert "青禾县云岭镇人民政府" in shown
