"""The command `govreport aggregate`, and the summary checked against its reports."""

import csv
import json
from pathlib import Path

import pytest

import govreport
from govreport.command_line import main
from tests.checks.reports import with_cell
from tests.parts.reports import COUNTY, YEAR, county, of_office

OF_COUNTY = ["--agency", COUNTY, "--year", str(YEAR), "--lang", "en"]
CELL = ("applications", "granted", "total")


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for suffix, document in zip((".docx", ".html", ".json"), county(), strict=True):
        govreport.write(document, folder / f"{document.agency}{suffix}")
    return folder


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))


def test_a_folder_is_summed_up_and_the_summary_holds(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    summary = reports / "summary.docx"  # beside the reports, which is not a reason to count it
    figures, provenance = tmp_path / "figures.csv", tmp_path / "provenance.csv"
    written = ["--figures", str(figures), "--provenance", str(provenance)]
    for _ in range(2):
        assert main(["aggregate", str(reports), "-o", str(summary), *OF_COUNTY, *written]) == 0
    printed = capsys.readouterr().out
    assert "reports: 3, offices: 3, cells: 200, of them open: 0" in printed
    assert "Applications newly received this year" in printed
    found = govreport.aggregate(county(), COUNTY, YEAR)
    assert govreport.read(summary) == found.document
    by_name = {row["Figure"]: row for row in rows(figures)}
    assert by_name["Refused"]["Sum"] == str(
        next(each.value for each in found.figures if each.name == "不予公开")
    )
    granted = [row for row in rows(provenance) if (row["row"], row["column"]) == CELL[1:]]
    assert {row["cells"] for row in granted} == {"/".join(CELL)}
    assert sum(int(row["value"]) for row in granted) == int(granted[0]["sum"])
    assert main(["check", str(summary), "--parts", str(reports), "--select", "parts"]) == 0


def test_a_folder_that_is_not_there_is_named_and_nothing_summed_up(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    summary = tmp_path / "summary.docx"
    named = [str(reports), str(tmp_path / "absent")]
    assert main(["aggregate", *named, "-o", str(summary), *OF_COUNTY]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == (
        f"govreport: {tmp_path / 'absent'}: there is no such file or folder; correct its name\n"
    )
    assert not summary.exists()


def test_a_published_summary_is_compared_with_the_reports_below_it(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = govreport.aggregate(county(), COUNTY, YEAR).document
    summary, page = tmp_path / "summary.docx", tmp_path / "page.html"
    govreport.write(with_cell(document, CELL, "4321"), summary)
    command = ["check", str(summary), "--parts", str(reports), "--select", "parts"]
    assert main([*command, "--html", str(page), "--lang", "zh"]) == 1
    printed = capsys.readouterr().out
    assert "parts.differs" in printed
    shown = page.read_text("utf-8")
    assert all(str(each.agency) in shown for each in county())
    assert 'class="hit error"' in shown
    assert main([*command, "--format", "json"]) == 1
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert [each["report"] for each in finding["operands"]][-1] == COUNTY


def test_who_has_not_reported_is_named_and_nothing_summed_unless_asked(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    roster = tmp_path / "offices.csv"
    roster.write_text("单位\n教育局\n水利局\n云岭镇\n林业局\n", "utf-8")
    command = ["aggregate", str(reports), "-o", str(tmp_path / "sum.json"), *OF_COUNTY]
    command += ["--roster", str(roster), "--format", "json"]
    assert main(command) == 1
    said = json.loads(capsys.readouterr().out)
    assert said["absent"] == ["林业局"]
    assert {each["value"] for each in said["cells"]} == {None}
    assert main([*command, "--partial"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert [each["name"] for each in said["offices"]] == ["教育局", "水利局", "云岭镇"]
    assert None not in {each["value"] for each in said["cells"]}


def test_a_file_that_cannot_be_read_costs_a_line_and_the_rest_goes_on(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (reports / "broken.docx").write_bytes(b"PK\x03\x04 broken")
    target = tmp_path / "sum.json"
    command = ["aggregate", str(reports), "-o", str(target), *OF_COUNTY, "--format", "github"]
    assert main(command) == 2
    said = capsys.readouterr()
    (line,) = said.err.splitlines()
    assert "broken.docx: " in line
    assert "title=parts.unreadable" in said.out
    assert target.is_file()


def test_nothing_to_sum_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    govreport.write(of_office("青禾县教育局", year=2020), tmp_path / "old.json")
    target = tmp_path / "sum" / "sum.json"
    target.parent.mkdir()
    assert main(["aggregate", str(tmp_path), "-o", str(target), *OF_COUNTY]) == 2
    assert "no report of 2021 was found" in capsys.readouterr().err
    assert not target.exists()


def test_wrong_usage_is_told(reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for wrong in (
        ["check", str(reports), "--parts", str(reports)],
        ["check", str(reports / "x.json"), "--roster", "offices.csv"],
        ["aggregate", str(reports), "-o", "x.docx", "--year", "2021"],
    ):
        with pytest.raises(SystemExit) as stop:
            main(wrong)
        assert stop.value.code == 2
    assert "--agency" in capsys.readouterr().err


def test_a_target_of_another_kind_is_refused_before_anything_is_read(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (reports / "broken.docx").write_bytes(b"PK")
    assert main(["aggregate", str(reports), "-o", str(tmp_path / "s.xlsx"), *OF_COUNTY]) == 2
    said = capsys.readouterr().err
    assert "s.xlsx" in said
    assert "broken" not in said


def test_figures_of_which_none_is_known_are_not_listed(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_text("青禾县林业局\n", "utf-8")
    command = ["aggregate", str(reports), "-o", str(tmp_path / "s.json"), *OF_COUNTY]
    main(command)
    assert "Figures for the text" in capsys.readouterr().out
    main([*command, "--roster", str(roster)])
    assert "Figures for the text" not in capsys.readouterr().out


def test_no_cell_of_a_written_table_is_a_formula(reports: Path, tmp_path: Path) -> None:
    govreport.write(of_office("=1+1局", 5), reports / "formula.json")
    govreport.write(of_office("-1局", 5), reports / "minus.json")
    figures = tmp_path / "figures.csv"
    command = ["aggregate", str(reports), "-o", str(tmp_path / "s.json"), *OF_COUNTY]
    main([*command, "--figures", str(figures)])
    heads = figures.read_text("utf-8-sig").splitlines()[0].split(",")
    assert {"'=1+1局", "'-1局"} <= set(heads)


def test_a_folder_without_reports_below_a_summary_is_no_success(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    summary = tmp_path / "summary.docx"
    govreport.write(govreport.aggregate(county(), COUNTY, YEAR).document, summary)
    command = ["check", str(summary), "--parts", str(tmp_path / "empty"), "--select", "parts"]
    assert main(command) == 1
    assert "parts.none" in capsys.readouterr().out
    assert main(["check", str(summary), "--parts", str(tmp_path / "absent")]) == 2


@pytest.mark.parametrize("name", ["reprots", "reprots/*.docx", "reports/教育局.ofd"])
def test_what_is_not_there_is_an_error_that_names_it(
    name: str, reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    summary = tmp_path / "summary.docx"
    named = str(tmp_path / name)
    assert main(["aggregate", str(reports), named, "-o", str(summary), *OF_COUNTY]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert f"{named}: there is no such file or folder; correct its name" in printed.err
    assert not summary.exists()


@pytest.mark.parametrize("option", ["--parts", "--previous-year"])
def test_folders_to_compare_with_have_to_be_there(
    option: str, reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (report, *_) = sorted(reports.iterdir())
    missing = str(tmp_path / "reprots")
    assert main(["check", str(report), option, missing, "--lang", "en"]) == 2
    assert f"{missing}: there is no such file or folder" in capsys.readouterr().err
