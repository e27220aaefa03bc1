"""Every program of `examples/` does what it says, on files of this machine alone."""

import functools
import http.server
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import openpyxl
import pytest

import govreport
from tests.checks.reports import consistent, with_cell

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"
AGENCY = "青禾县云岭镇人民政府"
BUNDLED = (resources.files("govreport") / "example" / "yunling-2023.html").read_bytes()


def run(name: str, *arguments: object, status: int = 0) -> subprocess.CompletedProcess[str]:
    ran = subprocess.run(
        [sys.executable, EXAMPLES / name, *map(str, arguments)],
        env={**os.environ, "PYTHONUTF8": "1", "no_proxy": "*"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert ran.returncode == status, ran.stderr
    return ran


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with the bundled example, a Word file, and a file that is not a report."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "yunling-2023.html").write_bytes(BUNDLED)
    govreport.write(consistent(), folder / "other.docx")
    (folder / "damaged.docx").write_bytes(b"PK\x03\x04 not a Word file")
    return folder


def test_every_example_is_run_here() -> None:
    tested = Path(__file__).read_text("utf-8")
    # The workflow is run by its host alone; tests/test_continuous_integration.py reads its commands.
    programs = [each.name for each in EXAMPLES.iterdir() if each.suffix != ".yml"]
    assert not [name for name in programs if f'"{name}"' not in tested]


def test_a_folder_is_converted_and_what_is_damaged_is_named(
    reports: Path, tmp_path: Path
) -> None:
    ran = run("convert_folder.py", reports, tmp_path / "converted", status=1)
    assert "damaged.docx" in ran.stderr
    found = {govreport.read(path).year for path in (tmp_path / "converted").iterdir()}
    assert found == {2023, consistent().year}


@pytest.mark.examples
def test_a_spreadsheet_becomes_a_report(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["table", "row", "column", "value"])
    for row, number in (("本年新收政府信息公开申请数量", 3), ("carried_over", 1), ("granted", 2)):
        sheet.append(["applications", row, "自然人", number])
    sheet.append(["applications", "state_secret", "natural_person", None])
    sheet.append(["主动公开政府信息情况", "行政事业性收费", "amount_collected", 3.62])
    book.save(tmp_path / "numbers.xlsx")
    run(
        "report_from_spreadsheet.py", tmp_path / "numbers.xlsx", tmp_path / "a.docx", AGENCY, 2023
    )
    document = govreport.read(tmp_path / "a.docx")
    assert document.applications is not None
    assert document.applications.text("carried_forward", "total") == "2"
    assert document.applications.text("state_secret", "natural_person") == ""
    assert document.proactive_disclosure is not None
    assert document.proactive_disclosure.text("administrative_fees", "amount_collected") == "3.62"
    sheet.append(["applications", "granted", "自然人", 4])
    book.save(tmp_path / "twice.xlsx")
    arguments = (tmp_path / "twice.xlsx", tmp_path / "b.docx", AGENCY, 2023)
    assert "unique" in run("report_from_spreadsheet.py", *arguments, status=1).stderr


@pytest.mark.examples
def test_a_folder_becomes_a_dataset_that_is_asked(reports: Path, tmp_path: Path) -> None:
    ran = run("dataset.py", reports, tmp_path / "dataset")
    assert "3 sources, 1 set aside" in ran.stdout
    assert AGENCY in ran.stdout


def test_two_years_are_compared(tmp_path: Path) -> None:
    old = consistent()
    new = with_cell(old, ("reviews", "reconsideration", "total"), "77")
    govreport.write(old, tmp_path / "old.docx")
    govreport.write(new, tmp_path / "new.html")
    ran = run("compare_years.py", tmp_path / "old.docx", tmp_path / "new.html")
    assert "行政复议 · 总计" in ran.stdout
    assert "→ 77" in ran.stdout
    assert "四种结果之和不等于总计" in ran.stdout


@pytest.mark.examples
def test_property_tests_run_downstream() -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    ran = subprocess.run(
        [*command, "-c", os.devnull, "--rootdir", EXAMPLES, EXAMPLES / "test_pipeline.py"],
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "1 passed" in ran.stdout


@pytest.fixture
def site(reports: Path) -> Iterator[str]:
    """The address of a server on this machine that gives the folder's files."""
    (reports / "noisy-2023.html").write_bytes(
        BUNDLED.replace("总体情况".encode(), "总\u200b体情况".encode())
    )

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    handler = functools.partial(Handler, directory=str(reports))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.examples
def test_pages_that_requests_fetched_are_normalised(site: str, tmp_path: Path) -> None:
    addresses = [f"{site}/{name}" for name in ("noisy-2023.html", "damaged.docx", "absent.html")]
    ran = run("normalise_pages.py", tmp_path / "out", *addresses)
    document = govreport.read(tmp_path / "out" / "noisy-2023.json")
    assert document.agency == AGENCY
    assert document.sections[0].heading == "一、总体情况"
    assert "damaged.docx" in ran.stderr
    assert "404" in ran.stderr
    assert not ran.stdout.startswith("0 changes")


@pytest.mark.examples
def test_a_pipeline_of_scrapy_makes_figures_of_pages(reports: Path, tmp_path: Path) -> None:
    (reports / "news.html").write_text("<p>今日要闻。</p>", "utf-8")
    pages = [(reports / name).as_uri() for name in ("yunling-2023.html", "news.html")]
    run("scrapy_pipeline.py", tmp_path / "figures.jsonl", *pages)
    lines = (tmp_path / "figures.jsonl").read_text("utf-8").splitlines()
    (item,) = map(json.loads, lines)
    assert (item["agency"], item["year"]) == (AGENCY, 2023)
    assert item["values"]["applications.new_received.total"] == 12
    assert item["values"]["applications.state_secret.total"] is None


@pytest.mark.examples
@pytest.mark.filterwarnings("default")  # what FastAPI's own test client warns of
def test_a_service_answers_with_the_canonical_form(monkeypatch: pytest.MonkeyPatch) -> None:
    from fastapi.testclient import TestClient
    from jsonschema import Draft202012Validator

    monkeypatch.syspath_prepend(str(EXAMPLES))
    import service  # examples' "service.py"

    client = TestClient(service.app)
    word = govreport.dumps(consistent(), "docx")
    answer = client.post(
        "/reports", content=word, headers={"content-type": "application/octet-stream"}
    )
    assert answer.status_code == 200
    assert govreport.loads(answer.content) == consistent()
    schema = client.get("/schema").json()
    Draft202012Validator(schema).validate(answer.json())
    described = client.get("/openapi.json").json()["paths"]["/reports"]["post"]["responses"]
    assert described["200"]["content"]["application/json"]["schema"] == {"$ref": "/schema"}
    refused = client.post("/reports", content=b"PK\x03\x04 damaged")
    assert refused.status_code == 422
    assert "detail" in refused.json()


@pytest.mark.examples
@pytest.mark.filterwarnings("default")  # what Jupyter's own libraries warn of
def test_the_notebook_runs_and_shows_pages(tmp_path: Path) -> None:
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(EXAMPLES / "reports.ipynb", as_version=4)
    assert not [cell for cell in notebook.cells if cell.get("outputs")]
    NotebookClient(
        notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}
    ).execute()
    outputs = [
        output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs
    ]
    assert not [each for each in outputs if each.output_type == "error"]
    shown = [each.data for each in outputs if "data" in each]
    assert sum("<iframe srcdoc=" in each.get("text/html", "") for each in shown) >= 5
    assert all(len(each["text/plain"]) < 2_000 for each in shown)
