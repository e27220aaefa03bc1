"""Many reports on one page: who published what, what does not add up, and nothing that runs."""

import re
from pathlib import Path

import pytest

import govreport
from govreport.command_line import main
from govreport.pages import overview_page
from govreport.wording import Language

RECEIVED = ("applications", "new_received", "natural_person")
CARRIED = ("applications", "carried_over", "natural_person")
GRANTED = ("applications", "granted", "natural_person")
FORWARD = ("applications", "carried_forward", "natural_person")


def report(agency: str, year: int, received: int, carried: int, forward: int) -> bytes:
    form = govreport.ReportDocument.blank(agency, year)
    numbers = {RECEIVED: received, CARRIED: carried, FORWARD: forward}
    numbers[GRANTED] = received + carried - forward
    return bytes(govreport.dumps(form.with_values(numbers).with_totals(), "docx"))


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    wrong = govreport.loads(report("青禾县教育局", 2023, 9, 0, 0)).with_values(
        {("applications", "handled_total", "total"): 10}
    )
    sources = [
        ("a22", report("青禾县", 2022, 12, 0, 2)),
        ("a23", report("青禾县", 2023, 1715, 1, 0)),  # two were carried forward
        ("b23", bytes(govreport.dumps(wrong, "docx"))),
        ("c23", report("<script>alert(1)</script>", 2023, 1, 0, 0)),
        ("bad.docx", b"PK\x03\x04"),
    ]
    govreport.extract(sources, tmp_path / "data")
    return tmp_path / "data"


def test_the_overview_tells_which_reports_contradict_themselves_or_each_other(
    dataset: Path,
) -> None:
    found = govreport.overview(dataset)
    offices = {office.agency: office for office in found.offices}
    assert offices["青禾县"].broken_series == [2023]
    assert [each.contradictions for each in offices["青禾县"].reports] == [(), ()]
    assert "applications.handled_total" in offices["青禾县教育局"].reports[0].contradictions
    assert offices["青禾县"].reports[1].values["received"] == 1715
    assert govreport.overview(str(dataset)) == found
    assert offices["青禾县"].reports[1].values["reviews"] is None  # blank is not zero
    assert [(source, outcome) for source, outcome, _ in found.set_aside] == [
        ("bad.docx", "unreadable")
    ]
    assert found.years == [2022, 2023]


def test_two_reports_of_a_year_that_differ_are_told(tmp_path: Path) -> None:
    sources = [("a", report("青禾县", 2023, 1, 0, 0)), ("b", report("青禾县", 2023, 2, 0, 0))]
    govreport.extract(sources, tmp_path / "data")
    assert govreport.overview(tmp_path / "data").offices[0].contested == [2023]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_shows_every_office_and_is_inert(dataset: Path, language: Language) -> None:
    shown = overview_page(govreport.overview(dataset), language)
    assert "青禾县教育局" in shown
    assert "1,715" in shown
    assert "bad.docx" in shown
    assert "<script" not in shown
    assert "&lt;script&gt;" in shown
    assert "series.carried" in shown


def test_the_command_takes_a_folder_of_reports_or_a_dataset(
    dataset: Path, tmp_path: Path
) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "a.docx").write_bytes(report("青禾县", 2022, 12, 0, 2))
    for source in (dataset, reports):
        target = tmp_path / f"{source.name}.html"
        assert main(["overview", str(source), "-o", str(target), "--lang", "zh"]) == 0
        assert "青禾县" in target.read_text("utf-8")


def test_a_number_that_two_reports_state_differently_is_not_drawn(tmp_path: Path) -> None:
    sources = [("a", report("青禾县", 2023, 31, 0, 0)), ("b", report("青禾县", 2023, 47, 0, 0))]
    govreport.extract(sources, tmp_path / "data")
    shown = overview_page(govreport.overview(tmp_path / "data"))
    assert ">31<" not in shown
    assert ">47<" not in shown


def test_a_blank_report_beside_a_filled_one_contradicts_nothing(tmp_path: Path) -> None:
    blank = govreport.dumps(govreport.ReportDocument.blank("青禾县", 2023), "json")
    sources = [("a", report("青禾县", 2023, 31, 0, 0)), ("b", str(blank).encode())]
    govreport.extract(sources, tmp_path / "data")
    found = govreport.overview(tmp_path / "data")
    assert found.offices[0].contested == []
    assert ">31<" in overview_page(found)


def test_a_report_without_tables_is_counted(tmp_path: Path) -> None:
    told = "青禾县2023年政府信息公开工作年度报告\n一、总体情况\n本年度公开信息。\n".encode()
    govreport.extract(
        [("a", report("青禾县", 2023, 31, 0, 0)), ("b.txt", told)], tmp_path / "data"
    )
    found = govreport.overview(tmp_path / "data")
    assert found.without_tables == 1
    assert "Reports: 2" in overview_page(found)


def test_bars_leave_room_for_the_longest_number(tmp_path: Path) -> None:
    sources = [("a", report("青禾县", 2023, 123456789012, 0, 0))]
    govreport.extract(sources, tmp_path / "data")
    shown = overview_page(govreport.overview(tmp_path / "data"))
    widths = [float(each) for each in re.findall(r'<rect [^>]*width="([0-9.]+)"', shown)]
    assert max(widths) >= len("123,456,789,012") * 5.5


def test_the_command_refuses_what_is_no_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.html"
    assert main(["overview", str(tmp_path / "none"), "-o", str(page)]) == 2
    assert "is not a folder" in capsys.readouterr().err
    assert not page.exists()
