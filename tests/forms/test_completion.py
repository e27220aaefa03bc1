"""A filled form becomes a report, or says which of its cells is wrong."""

import datetime
import io
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import govreport
from govreport import FormError, ReportDocument, UnreadableSourceError
from govreport.command_line import main
from govreport.forms.layout import PROSE_SHEET
from govreport.forms.workbook import workbook_bytes
from tests.forms.test_reading import AGENCY, filled_by_a_program

TABLE = {f"表三!{column}{row}": 0 for column in "DEFGHI" for row in range(6, 31) if row != 29}
WHOLE: dict[str, Any] = {
    **TABLE,
    **{f"表四!{column}6": 0 for column in "ABCDFGHIKLMN"},
    **{f"表二!{at}": 1 for at in ("B5", "C5", "D5", "B6", "C6", "D6", "B9", "B12", "B13")},
    "表二!B16": 1.25,
    "表三!D6": 5,
    "表三!D8": 4,
    "表三!D30": 1,
    "报告正文!B8": "本年度，我镇公开信息。\n新收申请5件。",
    "报告正文!B9": "二是完善制度。",
    "报告正文!B30": "问题一。",
    "报告正文!B40": "本年度未收取信息处理费。",
    "报告正文!B51": datetime.date(2025, 1, 15),
}


def whole(**changed: Any) -> bytes:
    changes = {key.replace("_", "!"): value for key, value in changed.items()}
    return filled_by_a_program({**WHOLE, **changes})


def last_year(values: dict[str, Any] | None = None, year: int = 2023) -> ReportDocument:
    document = ReportDocument.blank(AGENCY, year)
    columns = values or {"natural_person": 2, "commercial_enterprise": 1, "total": 3}
    return document.with_values(
        {("applications", "carried_forward", column): value for column, value in columns.items()}
    )


def test_a_form_that_adds_up_becomes_the_report() -> None:
    filling = govreport.fill(io.BytesIO(whole()))
    document = filling.document
    assert filling.errors == ()
    assert (document.agency, document.year, document.edition) == (AGENCY, 2024, 2021)
    assert document.sections[0].kind == "overview"
    assert [block.text for block in document.sections[0].blocks] == [  # type: ignore[union-attr]
        *("本年度，我镇公开信息。", "新收申请5件。", "二是完善制度。")
    ]
    assert [block.text for block in document.closing] == ["2025年1月15日"]  # type: ignore[union-attr]
    assert document.applications is not None
    assert document.applications.text("new_received", "total") == "5"
    assert document.proactive_disclosure is not None
    assert document.proactive_disclosure.text("administrative_fees", "amount_collected") == "1.25"
    for name in ("docx", "html", "json"):
        assert govreport.loads(govreport.dumps(document, name), name) == document


def test_an_error_is_told_with_its_cell_in_chinese_and_nothing_is_made() -> None:
    data = whole(表三_D8="约4", 表三_E9="=1+1", 表四_A6=-1)
    with pytest.raises(FormError) as raised:
        govreport.fill(data)
    told = str(raised.value).splitlines()
    assert "表三!D8：“约4”不是数字" in told
    assert any(line.startswith("表三!E9：公式 =1+1 在文件中没有计算结果") for line in told)
    assert any(line.startswith("表四!A6：") and "非负整数" in line for line in told)
    forced = govreport.fill(data, force=True)
    assert len(forced.errors) == len(told)
    table = forced.document.applications
    assert table is not None
    assert table.text("granted", "natural_person") == "约4"
    assert table.text("granted", "total") == table.text("handled_total", "natural_person") == ""


def test_what_is_true_or_false_is_told_as_it_is_shown() -> None:
    with pytest.raises(FormError, match="表三!D6：“TRUE”不是数字"):
        govreport.fill(whole(表三_D6=True))


def test_a_number_that_became_a_date_is_an_error_and_no_number() -> None:
    for value, shown in ((datetime.date(2025, 1, 2), "2025/1/2"), (0.5, "50%")):
        book = openpyxl.load_workbook(io.BytesIO(whole(表三_D8=value)))
        if value == 0.5:
            book["表三"]["D8"].number_format = "0%"
        else:
            book["表三"]["D8"].number_format = "yyyy/m/d"
        file = io.BytesIO()
        book.save(file)
        forced = govreport.fill(file.getvalue(), force=True)
        assert forced.document.applications is not None
        cell = forced.document.applications.text("granted", "natural_person")
        assert cell.split("\n")[0] == shown
        assert [
            each.addresses for each in forced.errors if each.rule == "form.shown_otherwise"
        ] == [("表三!D8",)]
        facts = {(fact.row, fact.column): fact.value for fact in forced.document.facts()}
        assert facts["granted", "natural_person"] is facts["granted", "total"] is None


def test_an_identity_is_told_with_the_cells_that_break_it() -> None:
    with pytest.raises(FormError) as raised:
        govreport.fill(whole(表三_D30=2), language="en")
    assert str(raised.value).splitlines()[0].startswith("表三!D6、表三!D7、表三!D29、表三!D30：")


def test_a_total_that_was_written_over_is_compared_with_its_parts() -> None:
    with pytest.raises(FormError, match=r"表三!J6：.*各类申请人之和不等于总计：5 ≠ 7"):
        govreport.fill(whole(表三_J6=7))


def test_what_last_year_carried_forward_fills_what_is_blank_and_is_compared_with_the_rest() -> (
    None
):
    blank = {f"表三_{column}7": None for column in "DEFGHI"}
    data = whole(**blank, 表三_D6=3, 表三_E30=1)
    filling = govreport.fill(data, last_year())
    assert filling.errors == ()
    assert {cell[2] for cell in filling.carried} == {"natural_person", "commercial_enterprise"}
    table = filling.document.applications
    assert table is not None
    assert table.text("carried_over", "natural_person") == "2"
    assert table.text("carried_over", "total") == "3"
    with pytest.raises(
        FormError, match=r"表三!D7：.*上年报告结转下年度 9，本年报告上年结转 0，差 9"
    ):
        govreport.fill(whole(), last_year({"natural_person": 9}))


def test_a_cell_left_blank_in_a_table_that_is_filled_is_a_doubt() -> None:
    assert [each.rule for each in govreport.fill(whole()).findings] == []
    (found,) = govreport.fill(whole(表三_E6=None, 表三_F8=None)).findings
    assert (found.severity, found.rule) == ("warning", "form.blank")
    assert found.addresses == ("表三!E6", "表三!F8")
    assert found.message == "有 2 格没有填；没有的请填 0"
    row: dict[str, Any] = {f"表三_{column}7": None for column in "DEFGHI"}
    (found,) = govreport.fill(whole(**row)).findings
    assert found.addresses == ("表三",)


def test_what_last_year_left_in_doubt_is_not_carried_over() -> None:
    data = whole(表三_D7=None)
    filling = govreport.fill(data, last_year({"natural_person": "约2"}))
    assert filling.carried == ()
    assert [each.addresses for each in filling.findings if each.rule == "form.not_carried"] == [
        ("表三!D7",)
    ]
    other = govreport.fill(data, last_year(year=2020))
    assert other.carried == ()
    assert "series.year" in {each.rule for each in other.findings}


def test_what_is_no_form_is_refused_with_what_to_do() -> None:
    for data in (b"", b"a", b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        with pytest.raises(govreport.ReportError):
            govreport.fill(data)
    file = io.BytesIO()
    openpyxl.Workbook().save(file)
    with pytest.raises(UnreadableSourceError, match="govreport convert"):
        govreport.fill(file.getvalue())


def test_a_form_that_was_changed_is_refused_even_when_told_to_go_on() -> None:
    with pytest.raises(FormError, match="表三!A6：此格与表样不符（应为“一、本年新收"):
        govreport.fill(whole(表三_A6="一、别的"), force=True)


def test_what_stands_beside_the_form_is_told() -> None:
    filling = govreport.fill(whole(表三_L6=7))
    assert [str(each) for each in filling.findings if each.rule == "form.unplaced"] == [
        "表三!L6：填在表样之外，没有写入报告：7"
    ]


def test_the_command_makes_the_report_in_every_format(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    form, targets = (
        tmp_path / "form.xlsx",
        [tmp_path / f"r{suffix}" for suffix in (".docx", ".html", ".json")],
    )
    form.write_bytes(whole())
    outputs = [each for target in targets for each in ("-o", str(target))]
    assert main(["fill", str(form), *outputs]) == 0
    documents = {govreport.read(target) for target in targets}
    assert len(documents) == 1
    form.write_bytes(whole(表三_D8=9))
    targets[0].unlink()
    assert main(["fill", str(form), *outputs]) == 1
    printed = capsys.readouterr()
    assert "表三!D8" in printed.out or "表三!D29" in printed.out
    assert "未写出文件" in printed.err
    assert not targets[0].exists()
    assert main(["fill", str(form), *outputs, "--force"]) == 0
    assert targets[0].exists()
    assert main(["fill", str(form), "-o", str(tmp_path / "r.txt")]) == 2
    assert ".pdf" in capsys.readouterr().err
    (tmp_path / "weather.txt").write_text("天气晴", "utf-8")
    targets[0].unlink()
    previous = ["--previous", str(tmp_path / "weather.txt"), "--lang", "en"]
    assert main(["fill", str(form), *outputs, *previous, "--force"]) == 3
    assert "weather.txt: it holds no statutory section" in capsys.readouterr().err
    assert not targets[0].exists()
    form.write_bytes(whole(表三_A6="x"))
    assert main(["fill", str(form), *outputs, "--force"]) == 1


def recalculated(data: bytes, folder: Path) -> bytes:
    """Return a workbook as LibreOffice saves it, every formula computed."""
    (folder / "form.xlsx").write_bytes(data)
    (folder / "out").mkdir()
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--convert-to", "xlsx", "--outdir", str(folder / "out")),
            str(folder / "form.xlsx"),
        ],
        capture_output=True,
        check=True,
        timeout=120,
    )
    return (folder / "out" / "form.xlsx").read_bytes()


@pytest.mark.libreoffice
@pytest.mark.parametrize("year", [2020, 2024])
def test_the_form_opens_and_recalculates_in_libreoffice(tmp_path: Path, year: int) -> None:
    last = 28 if year == 2020 else 30
    values = {
        f"表三!{c}{row}": 1 for c in "DEFGHI" for row in range(6, last + 1) if row != last - 1
    }
    data = filled_by_a_program({**values, "表四!A6": 2, "表四!D6": 3}, year)
    saved = recalculated(data, tmp_path)
    book = openpyxl.load_workbook(io.BytesIO(saved), data_only=True)
    results = last - 8
    sheet = book["表三"]
    assert [sheet.cell(row, 10).value for row in (6, 7, 8, last)] == [6] * 4
    assert [sheet.cell(last - 1, column).value for column in range(4, 11)] == [
        results - 1
    ] * 6 + [6 * (results - 1)]
    assert sheet["A2"].value == "勾稽关系：有 7 处不符，见红色单元格"
    assert (book["表四"]["E6"].value, book["表四"]["A2"].value) == (5, "勾稽关系：未见不符")
    assert book["表四"]["J6"].value in (None, "")
    # What LibreOffice saved is still the form, and holds the same report.
    assert govreport.fill(saved, force=True).document == govreport.fill(data, force=True).document
    assert not sheet["D6"].protection.locked
    assert sheet["J6"].protection.locked
    assert sheet.protection.sheet
    assert book["govreport"].sheet_state != "visible"


@pytest.mark.libreoffice
def test_a_form_of_a_whole_report_survives_libreoffice(tmp_path: Path) -> None:
    data = whole()
    filling = govreport.fill(recalculated(data, tmp_path))
    assert filling.document == govreport.fill(data).document


@pytest.mark.libreoffice
def test_the_command_prints_the_report_as_pdf(tmp_path: Path) -> None:
    form, target = tmp_path / "form.xlsx", tmp_path / "report.pdf"
    form.write_bytes(whole())
    assert main(["fill", str(form), "-o", str(target)]) == 0
    assert govreport.read(target).year == 2024


def test_the_blank_form_colours_and_locks_as_it_says() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(ReportDocument.blank(AGENCY, 2024))))
    sheet = book["表三"]
    coloured = {str(each.sqref) for each in sheet.conditional_formatting}
    assert {"D6", "D7", "D29", "D30", "J6", "A2"} <= coloured
    assert sheet["J6"].value == '=IF(COUNT(D6:I6)=0,"",SUM(D6:I6))'
    assert sheet["D29"].value == '=IF(COUNT(D8:D28)=0,"",SUM(D8:D28))'
    open_cells = [cell for row in sheet.iter_rows() for cell in row if not cell.protection.locked]
    assert len(open_cells) == 6 * 24
    assert book[PROSE_SHEET]["B8"].protection.locked is False
    assert book[PROSE_SHEET]["A1"].protection.locked


def test_the_report_of_another_office_is_refused_and_not_looked_at(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = replace(last_year(), agency="青禾县水利局")
    with pytest.raises(govreport.FormError, match="上年报告的机关是青禾县水利局"):
        govreport.fill(whole(), other)
    filling = govreport.fill(whole(), other, force=True)
    assert [each.rule for each in filling.errors] == ["form.other_office"]
    assert filling.carried == ()
    form, previous, target = (
        tmp_path / name for name in ("form.xlsx", "previous.json", "report.docx")
    )
    form.write_bytes(whole())
    govreport.write(other, previous)
    command = ["fill", str(form), "-o", str(target), "--previous", str(previous)]
    assert main(command) == 1
    assert "--renamed" in capsys.readouterr().out
    assert not target.exists()


def test_an_office_that_was_renamed_carries_over() -> None:
    form = whole(**{f"表三_{column}7": None for column in "DEFGHI"})
    previous = replace(last_year(), agency="青禾县云岭乡人民政府")
    renamed = govreport.fill(form, previous, force=True, renamed=True)
    assert renamed == govreport.fill(form, last_year(), force=True)
    assert renamed.carried
