"""The blank form as a file: a workbook, or any format that is written."""

from pathlib import Path

import pytest

import govreport
from govreport import InvalidDocumentError, ReportDocument, UnknownFormatError
from govreport.command_line import main

AGENCY = "青禾县云岭镇人民政府"


def last_year(year: int = 2023) -> ReportDocument:
    cells = {("applications", "carried_forward", key): 2 for key in ("natural_person", "total")}
    return ReportDocument.blank(AGENCY, year).with_values(cells)


@pytest.mark.parametrize("suffix", [".docx", ".html", ".json", ".pipe.txt", ".tab.txt"])
@pytest.mark.parametrize("year", [2019, 2024])
def test_the_form_has_a_place_for_signature_and_date(
    tmp_path: Path, suffix: str, year: int
) -> None:
    target = tmp_path / f"form{suffix}"
    document = govreport.form(AGENCY, year, target)
    assert govreport.read(target) == document
    assert [block.text for block in document.closing] == [AGENCY, f"{year + 1}年　　月　　日"]  # type: ignore[union-attr]
    assert document.edition == (2019 if year < 2021 else 2021)


def test_the_form_as_a_workbook_is_read_as_the_form(tmp_path: Path) -> None:
    target = tmp_path / "form.XLSX"
    document = govreport.form(AGENCY, 2024, str(target))
    assert govreport.read(target) == document
    filling = govreport.fill(target)
    assert filling.document == document
    assert filling.errors == ()


@pytest.mark.parametrize("suffix", [".xlsx", ".docx"])
def test_last_year_fills_what_is_carried_over(tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"form{suffix}"
    govreport.form(AGENCY, 2024, target, previous=last_year())
    table = govreport.read(target).applications
    assert table is not None
    assert [
        table.text("carried_over", key)
        for key in ("natural_person", "other_organization", "total")
    ] == ["2", "", "2"]
    with pytest.raises(InvalidDocumentError, match=r"is of 2020, not of 2023"):
        govreport.form(AGENCY, 2024, target, previous=last_year(2020))


def test_a_form_that_cannot_be_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    target = tmp_path / "form.xlsx"
    with pytest.raises(InvalidDocumentError, match="no official form"):
        govreport.form(AGENCY, 2015, target)
    with pytest.raises(UnknownFormatError):
        govreport.form(AGENCY, 2024, tmp_path / "form.pdf")
    assert list(tmp_path.iterdir()) == []


def test_the_command_writes_the_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target, previous = tmp_path / "form.xlsx", tmp_path / "last.json"
    govreport.write(last_year(), previous)
    assert main(["form", AGENCY, "2024", "-o", str(target), "--previous", str(previous)]) == 0
    assert govreport.read(target).year == 2024
    asked = ["form", AGENCY, "2015", "-o", str(target)]
    assert main(asked) == 2
    assert "is there already" in capsys.readouterr().err
    assert govreport.read(target).year == 2024
    assert main([*asked, "--force"]) == 2
    assert "edition" in capsys.readouterr().err
    assert main([*asked, "--force", "--edition", "2019"]) == 0
    assert govreport.read(target).edition == 2019


def test_what_is_wrong_with_a_form_that_is_asked_for_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target, other, weather = (
        tmp_path / name for name in ("form.xlsx", "other.json", "weather.txt")
    )
    weather.write_text("天气晴", "utf-8")
    assert main(["form", AGENCY, "2024", "-o", str(target), "--previous", str(weather)]) == 3
    assert "weather.txt: it holds no statutory section" in capsys.readouterr().err
    assert main(["form", " ", "2024", "-o", str(target)]) == 2
    assert "the name of the office is blank" in capsys.readouterr().err
    assert main(["form", AGENCY, "2024", "-o", str(tmp_path / "form.xls")]) == 2
    assert ".xlsx" in capsys.readouterr().err
    assert not target.exists()
    govreport.write(govreport.ReportDocument.blank("青禾县水利局", 2023), other)
    assert main(["form", AGENCY, "2024", "-o", str(target), "--previous", str(other)]) == 0
    assert "the previous report is of 青禾县水利局" in capsys.readouterr().err
