"""A published folder: pages that read back as the report, data beside them, a series over years."""

import csv
import io
import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govreport
from govreport import InvalidDocumentError, ReportDocument, UnwritableDocumentError
from govreport.command_line import main
from govreport.model.document import Source
from govreport.testing import ordinary_documents, report_documents
from tests.laws.registry import share

AGENCY = "青禾县云岭镇人民政府"
HOSTILE = '</script><script>alert(1)</script>"\u2028&<!--'


def report(year: int, received: int, agency: str = AGENCY) -> ReportDocument:
    cells: dict[tuple[str, str, str], Any] = {("applications", "new_received", "total"): received}
    return ReportDocument.blank(agency, year).with_values(cells)


def linked(page: str) -> dict[str, Any]:
    (found,) = re.findall(
        r'<script type="application/ld\+json">\n(.*?)\n</script>', page, re.DOTALL
    )
    data: dict[str, Any] = json.loads(found)
    return data


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_each_year_has_its_files_and_the_folder_an_index(tmp_path: Path) -> None:
    written = govreport.publish([report(2022, 4), report(2023, 7)], tmp_path / "site")
    assert sorted(path.name for path in written) == sorted(files(tmp_path / "site"))
    assert set(files(tmp_path / "site")) == {
        *(
            f"{year}.{suffix}"
            for year in (2022, 2023)
            for suffix in ("html", "docx", "json", "csv")
        ),
        *("index.html", "series.csv"),
    }
    for suffix in ("html", "docx", "json"):
        assert govreport.read(tmp_path / "site" / f"2023.{suffix}") == report(2023, 7)
    index = (tmp_path / "site" / "index.html").read_text("utf-8")
    for name in files(tmp_path / "site"):
        assert name == "index.html" or f'href="{name}"' in index
    assert AGENCY in index


@share(10)
@given(st.one_of(report_documents(), ordinary_documents()))
def test_the_page_and_the_files_hold_any_report(
    tmp_path_factory: pytest.TempPathFactory, document: ReportDocument
) -> None:
    document = replace(document, year=2023, diagnostics=())
    folder = tmp_path_factory.mktemp("site")
    govreport.publish(document, folder)
    for suffix in ("html", "docx", "json"):
        assert govreport.read(folder / f"2023.{suffix}") == document
    measured = linked((folder / "2023.html").read_text("utf-8"))["variableMeasured"]
    assert {each["propertyID"]: str(each["value"]) for each in measured} == {
        f"{fact.table}/{fact.row}/{fact.column}": str(fact.value)
        for fact in document.facts()
        if fact.value is not None
    }
    shutil.rmtree(folder)


def test_the_page_carries_the_data_as_a_dataset_with_its_files(tmp_path: Path) -> None:
    import datetime

    document = replace(
        report(2023, 7), source=Source(datetime.date(2024, 1, 18), "青禾县人民政府办公室")
    )
    govreport.publish(document, tmp_path, url="https://www.example.gov.cn/nb")
    data = linked((tmp_path / "2023.html").read_text("utf-8"))
    assert (data["@context"], data["@type"]) == ("https://schema.org", "Dataset")
    assert data["url"] == "https://www.example.gov.cn/nb/2023.html"
    assert data["temporalCoverage"] == "2023-01-01/2023-12-31"
    assert data["datePublished"] == "2024-01-18"
    assert data["creator"]["name"] == AGENCY
    assert [each["contentUrl"].rpartition("/")[2] for each in data["distribution"]] == [
        *("2023.csv", "2023.json", "2023.docx")
    ]
    (measured,) = data["variableMeasured"]
    assert (measured["value"], measured["unitText"]) == (7, "件")
    assert len(data["description"]) >= 50
    catalogue = linked((tmp_path / "index.html").read_text("utf-8"))
    assert catalogue["@type"] == "DataCatalog"
    assert [each["url"] for each in catalogue["dataset"]] == [data["url"]]


def test_the_facts_stand_in_csv_as_extract_writes_them(tmp_path: Path) -> None:
    documents = [report(2022, 4), report(2023, 7)]
    govreport.publish(documents, tmp_path)
    text = (tmp_path / "series.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [
        (row["year"], row["row"], row["column"], row["text"], row["status"]) for row in rows
    ] == [
        (str(fact.year), fact.row, fact.column, fact.text, fact.status)
        for document in documents
        for fact in document.facts()
    ]


def test_a_later_year_joins_those_that_stand_and_the_same_gives_the_same_bytes(
    tmp_path: Path,
) -> None:
    govreport.publish(report(2022, 4), tmp_path / "one")
    govreport.publish(report(2023, 7), tmp_path / "one")
    govreport.publish([report(2023, 7), report(2022, 4)], tmp_path / "other")
    assert files(tmp_path / "one") == files(tmp_path / "other")


def test_series_reach_across_the_editions(tmp_path: Path) -> None:
    cell = ("proactive_disclosure", "regulations")
    old = ReportDocument.blank(AGENCY, 2020).with_values({(*cell, "newly_made"): 41})
    new = ReportDocument.blank(AGENCY, 2021).with_values({(*cell, "issued"): 42})
    govreport.publish([old, new], tmp_path)
    index = (tmp_path / "index.html").read_text("utf-8")
    (row,) = [row for row in re.findall(r"<tr>.*?</tr>", index, re.DOTALL) if ">41<" in row]
    assert ">42<" in row


def test_a_report_that_would_steer_the_page_does_not(tmp_path: Path) -> None:
    document = replace(report(2023, 7), title=f"甲{HOSTILE}", agency=f"乙{HOSTILE}")
    govreport.publish(document, tmp_path)
    for name in ("2023.html", "index.html"):
        page = (tmp_path / name).read_text("utf-8")
        assert page.count("<script") == page.count("</script>") == 1
        assert "alert(1)</script" not in page
        linked(page)


def test_what_cannot_be_published_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    target = tmp_path / "site"
    for documents, match in (
        ([replace(report(2023, 7), year=None)], "names no year"),
        ([report(2023, 7), report(2023, 8)], "two reports are of 2023"),
        ([report(2022, 7), report(2023, 8, "青禾县教育局")], "different offices"),
        ([], "no report"),
    ):
        with pytest.raises(InvalidDocumentError, match=match):
            govreport.publish(documents, target)
    with pytest.raises(InvalidDocumentError, match="not a web address"):
        govreport.publish(report(2023, 7), target, url="www.example.gov.cn")
    assert not target.exists()
    assert govreport.publish(
        [report(2022, 7), report(2023, 8, "青禾县教育局")], target, agency="甲"
    )
    govreport.publish([report(2021, 7), report(2022, 8, "云岭镇")], tmp_path / "short")
    (target / "2020.json").write_text("{}")
    with pytest.raises(UnwritableDocumentError, match=r"2020\.json"):
        govreport.publish(report(2023, 7), target, agency="甲")


def test_the_command_publishes_a_folder_of_reports(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reports, site = tmp_path / "reports", tmp_path / "site"
    reports.mkdir()
    govreport.write(report(2022, 4), reports / "a.docx")
    govreport.write(report(2023, 7), reports / "b.html")
    assert main(["publish", str(reports), "-o", str(site), "--lang", "en"]) == 0
    assert "series.csv" in capsys.readouterr().out
    assert "Figures through the years" in (site / "index.html").read_text("utf-8")
    (reports / "c.html").write_text("<p>天气</p>")
    assert main(["publish", str(reports), "-o", str(tmp_path / "other")]) == 3
    assert "c.html: it holds no statutory section" in capsys.readouterr().err
    assert main(["publish", str(reports / "d.html"), "-o", str(tmp_path / "other")]) == 2
    said = capsys.readouterr().err
    assert said.count("d.html") == 1
    assert said.endswith("No such file or directory\n")
    (reports / "c.html").write_bytes(b"%PDF-1.4 broken")
    assert main(["publish", str(reports), "-o", str(tmp_path / "other")]) == 2
    assert not (tmp_path / "other").exists()


@pytest.mark.chromium
def test_a_published_page_shows_its_links_in_a_browser(tmp_path: Path) -> None:
    govreport.publish(report(2023, 7), tmp_path)
    run = subprocess.run(
        [
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--dump-dom",
            (tmp_path / "2023.html").as_uri(),
        ],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert all(f'href="2023.{suffix}"' in run.stdout for suffix in ("docx", "json", "csv"))
    assert linked(run.stdout)["@type"] == "Dataset"


def test_what_is_no_report_and_no_language_is_refused_before_anything_is_written(
    tmp_path: Path,
) -> None:
    target = tmp_path / "site"
    with pytest.raises(InvalidDocumentError, match="publish takes a report, not str"):
        govreport.publish("report.docx", target)  # type: ignore[arg-type]
    with pytest.raises(govreport.ReportError, match="no language 'cn'"):
        govreport.publish(report(2023, 1), target, language="cn")  # type: ignore[arg-type]
    assert not target.exists()
