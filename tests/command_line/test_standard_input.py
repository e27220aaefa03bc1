"""The name `-`: every command that reads reports takes one from standard input."""

import io
import sys
from pathlib import Path

import pytest

import govreport
from govreport.command_line import main
from tests.parts.reports import COUNTY, YEAR, county

REPORT = govreport.dumps(county()[0], "html").encode()
OF_COUNTY = ["--agency", COUNTY, "--year", str(YEAR), "--lang", "en"]


class _Input:
    """Standard input that holds some bytes."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


@pytest.fixture(autouse=True)
def standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", _Input(REPORT))


@pytest.fixture
def other(tmp_path: Path) -> str:
    path = tmp_path / "other.docx"
    govreport.write(county()[1], path)
    return str(path)


def test_the_overview_of_a_report_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["overview", "-", "-o", "-"]) == 0
    agency = county()[0].agency
    assert agency is not None
    assert agency in capsys.readouterr().out


def test_a_report_is_checked_among_others(other: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "-", other]) == 0
    assert "No such file" not in capsys.readouterr().err


def test_a_report_is_summed_up_with_others(other: str, tmp_path: Path) -> None:
    summary = tmp_path / "summary.json"
    assert main(["aggregate", "-", other, "-o", str(summary), *OF_COUNTY]) == 0
    found = govreport.aggregate(county()[:2], COUNTY, YEAR)
    assert govreport.read(summary) == found.document


def test_a_summary_is_compared_with_a_report_below_it(tmp_path: Path) -> None:
    summary = tmp_path / "summary.docx"
    govreport.write(govreport.aggregate(county()[:1], COUNTY, YEAR).document, summary)
    assert main(["check", str(summary), "--parts", "-", "--select", "parts"]) == 0


def test_a_report_is_published(tmp_path: Path) -> None:
    assert main(["publish", "-", "-o", str(tmp_path / "site")]) == 0
    assert (tmp_path / "site" / f"{YEAR}.html").is_file()


def test_a_roster_is_read(other: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = "\n".join(str(each.agency) for each in county()[1:2])
    monkeypatch.setattr(sys, "stdin", _Input(names.encode()))
    summary = str(tmp_path / "summary.docx")
    assert main(["aggregate", other, "-o", summary, *OF_COUNTY, "--roster", "-"]) == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["diff", "-", "-"],
        ["check", "-", "--previous", "-"],
        ["check", "-", "--parts", "-"],
        ["aggregate", "-", "-o", "summary.docx", *OF_COUNTY, "--roster", "-"],
        ["fill", "-", "-o", "report.docx", "--previous", "-"],
    ],
)
def test_standard_input_is_read_once_only(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--lang", "en", *arguments])
    assert ended.value.code == 2
    assert "read once only" in capsys.readouterr().err
