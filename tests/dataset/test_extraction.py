"""Many sources made a dataset: order, processes, interruptions, poison, and every way out."""

import io
import json
import os
import random
import signal
import subprocess
import sys
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

import duckdb
import pandas
import polars
import pyarrow.parquet as parquet
import pytest

import govreport
from govreport.command_line import main
from govreport.dataset import extraction
from govreport.dataset.schema import WRITTEN
from govreport.dataset.targets import file_of
from tests.dataset.reading_back import READ_BACK, fact_of

CELL = ("applications", "new_received", "natural_person")
HOSTILE = "=1+1|' calc"


def report(number: int, value: object = None) -> bytes:
    form = govreport.ReportDocument.blank(f"青禾县第{number}镇", 2023)
    filled = form.with_values({CELL: number if value is None else str(value)})
    return str(govreport.dumps(filled, "html")).encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Seven sources: five reports, one of them hostile, one no report, and one that is broken."""
    made = tmp_path / "reports"
    made.mkdir()
    for number in range(4):
        (made / f"{number}.html").write_bytes(report(number))
    (made / "4.html").write_bytes(report(4, HOSTILE))
    (made / "5.txt").write_text("今天天气很好，适合出门。\n", "utf-8")
    (made / "6.docx").write_bytes(b"PK\x03\x04 broken")
    return made


def test_a_folder_becomes_tables_in_one_line(folder: Path, tmp_path: Path) -> None:
    found = govreport.extract(sorted(folder.iterdir()), tmp_path / "data")
    assert found == (7, 2, 0)
    reports = parquet.read_table(tmp_path / "data" / "reports").to_pylist()
    assert [each["outcome"] for each in reports] == [
        *["report"] * 5,
        "not-a-report",
        "unreadable",
    ]
    assert reports[0]["agency"] == "青禾县第0镇"
    assert reports[6]["error"]
    quarantine = parquet.read_table(tmp_path / "data" / "quarantine.parquet").to_pylist()
    assert [Path(each["source"]).name for each in quarantine] == ["5.txt", "6.docx"]
    package = json.loads((tmp_path / "data" / "datapackage.json").read_text("utf-8"))
    assert [each["name"] for each in package["resources"]] == list(WRITTEN)
    for resource in package["resources"]:
        paths = resource["path"] if isinstance(resource["path"], list) else [resource["path"]]
        assert all((tmp_path / "data" / path).exists() for path in paths)


def test_other_programs_read_the_parquet_files(folder: Path, tmp_path: Path) -> None:
    govreport.extract(sorted(folder.iterdir()), tmp_path / "data")
    facts = tmp_path / "data" / "facts"
    frame = pandas.read_parquet(facts)
    chosen = frame[(frame.row == "new_received") & (frame.column == "natural_person")]
    assert [None if pandas.isna(each) else int(each) for each in chosen.value] == [
        0,
        1,
        2,
        3,
        None,
    ]
    lazy = polars.read_parquet(facts / "*.parquet")
    assert lazy.filter(polars.col("row") == "new_received")["value"].sum() == 6
    (total,) = duckdb.execute(
        "select sum(value) from read_parquet(?) where row = 'new_received'",
        [f"{facts}/*.parquet"],
    ).fetchone()  # type: ignore[misc]
    assert total == 6


@pytest.mark.deep
def test_the_tables_do_not_depend_on_the_number_of_processes(
    folder: Path, tmp_path: Path
) -> None:
    sources = sorted(folder.iterdir()) * 3
    for processes in (1, 2):
        govreport.extract(sources, tmp_path / str(processes), processes=processes)
    assert contents(tmp_path / "1") == contents(tmp_path / "2")


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


class KilledError(Exception):
    """Stands for the end of a process in the middle of its work."""


@pytest.mark.deep
def test_a_killed_run_that_is_gone_on_with_gives_the_same_bytes(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extraction, "_PART", 2)
    monkeypatch.setattr(extraction, "_TASK", 1)
    sources = sorted(folder.iterdir())
    govreport.extract(sources, tmp_path / "whole")
    for killed_at in range(1, len(sources) + 1):
        target = tmp_path / f"killed-{killed_at}"
        read: list[str] = []
        original = extraction._rows

        def dying(source: Any, limits: Any, read=read, at=killed_at, go_on=original) -> Any:
            if len(read) == at:
                raise KilledError
            read.append(source)
            return go_on(source, limits)

        monkeypatch.setattr(extraction, "_rows", dying)
        if killed_at < len(sources):
            with pytest.raises(KilledError):
                govreport.extract(sources, target)
        monkeypatch.setattr(extraction, "_rows", original)
        found = govreport.extract(sources, target, resume=True)
        assert found.sources == len(sources)
        assert found.reused == killed_at // 2 * 2 if killed_at < len(sources) else True
        assert contents(target) == contents(tmp_path / "whole")


def test_what_changed_since_is_read_again_and_what_is_gone_is_dropped(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extraction, "_PART", 2)
    target = tmp_path / "data"
    govreport.extract(sorted(folder.iterdir()), target)
    (folder / "2.html").write_bytes(report(77))
    (folder / "6.docx").unlink()
    (folder / "5.txt").unlink()
    found = govreport.extract(sorted(folder.iterdir()), target, resume=True)
    assert found == (5, 0, 2)  # the first part stands, the second changed, the third is shorter
    agencies = parquet.read_table(target / "reports")["agency"].to_pylist()
    assert agencies == [f"青禾县第{number}镇" for number in (0, 1, 77, 3, 4)]


def test_an_existing_folder_is_not_written_over(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "precious.txt").write_text("mine", "utf-8")
    with pytest.raises(govreport.UnwritableDocumentError, match="not empty"):
        govreport.extract(sorted(folder.iterdir()), tmp_path / "data")
    assert (tmp_path / "data" / "precious.txt").read_text("utf-8") == "mine"


def test_files_of_other_formats_hold_the_same_facts(folder: Path, tmp_path: Path) -> None:
    sources = sorted(folder.iterdir())
    govreport.extract(sources, tmp_path / "data")
    rows = parquet.read_table(tmp_path / "data" / "facts").to_pylist()
    assert HOSTILE in {row["text"] for row in rows}
    for suffix, read in READ_BACK.items():
        govreport.extract(sources, tmp_path / f"facts{suffix}")
        assert read(tmp_path / f"facts{suffix}") == [fact_of(row) for row in rows], suffix
        assert not (tmp_path / f"facts{suffix}.parts").exists()
    for table in WRITTEN:
        assert file_of(tmp_path / "facts.csv", table).exists()


def test_a_number_with_more_digits_than_the_tables_hold_costs_no_batch(tmp_path: Path) -> None:
    for number, text in zip(count(), ("0.1234567", "1" + "0" * 33, "3.25"), strict=False):
        (tmp_path / f"{number}.html").write_bytes(report(number, text))
    govreport.extract(sorted(tmp_path.glob("*.html")), tmp_path / "data")
    facts = parquet.read_table(tmp_path / "data" / "facts").to_pylist()
    chosen = [row for row in facts if (row["row"], row["column"]) == CELL[1:]]
    assert [row["value"] for row in chosen] == [None, None, Decimal("3.25")]
    assert [row["text"] for row in chosen] == ["0.1234567", "1" + "0" * 33, "3.25"]
    told = parquet.read_table(tmp_path / "data" / "diagnostics").to_pylist()
    beyond = [each for each in told if each["code"] == "value-beyond-precision"]
    assert [(each["table"], each["row"], each["column"]) for each in beyond] == [CELL, CELL]


def test_the_command_takes_folders_and_says_what_it_set_aside(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "facts.csv"
    assert main(["extract", str(folder), "-o", str(target), "--processes", "1"]) == 3
    assert "7 sources, 2 set aside" in capsys.readouterr().err
    assert target.exists()
    good = [str(folder / f"{number}.html") for number in range(4)]
    assert main(["extract", *good, "-o", str(tmp_path / "d"), "--processes", "1"]) == 0
    (tmp_path / "empty").mkdir()
    assert main(["extract", str(tmp_path / "empty"), "-o", str(tmp_path / "e")]) == 2


def test_a_list_on_standard_input_is_read_in_several_processes(
    folder: Path, tmp_path: Path
) -> None:
    listed = "".join(f"{path}\n" for path in sorted(folder.glob("*.html")))
    run = subprocess.run(
        [sys.executable, "-m", "govreport", "extract", "-", "-o", tmp_path / "data"],
        input=listed,
        text=True,
        capture_output=True,
        check=False,
    )
    assert (run.returncode, run.stderr.count("\n")) == (0, 1), run.stderr
    assert parquet.read_table(tmp_path / "data" / "reports").num_rows == 5


@pytest.mark.deep
def test_a_run_killed_at_random_moments_and_gone_on_with_gives_the_same_bytes(
    tmp_path: Path,
) -> None:
    """Four hundred mixed files, the process killed ten times."""
    made = tmp_path / "reports"
    made.mkdir()
    for number in range(400):
        poison = number % 17 == 3
        (made / f"{number:03}.html").write_bytes(b"PK\x03\x04" if poison else report(number))
    program = (
        "import signal, sys, govreport\n"
        "from govreport.dataset import extraction\n"
        "extraction._PART = 32\n"
        "signal.setitimer(signal.ITIMER_REAL, float(sys.argv[3]))\n"  # which ends the process
        "govreport.extract(govreport.find_sources([sys.argv[1]]), sys.argv[2], resume=True)\n"
    )

    def run(target: str, seconds: float) -> int:
        arguments = [str(made), str(tmp_path / target), str(seconds)]
        return subprocess.run([sys.executable, "-c", program, *arguments]).returncode

    assert run("whole", 0) == 0
    chance = random.Random(20)
    killed = [run("killed", chance.uniform(0.4, 2.5)) for _ in range(10)]
    assert -signal.SIGALRM in killed
    assert run("killed", 0) == 0
    assert contents(tmp_path / "killed") == contents(tmp_path / "whole")


def test_a_list_may_hold_names_that_are_no_text(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    good = os.fsencode(min(folder.iterdir()))
    for listed in (b"\xef\xbb\xbf" + good + b"\r\n\xd6\xd0.html\n", good + b"\0\xd6\xd0.html\0"):
        given = io.TextIOWrapper(io.BytesIO(listed), encoding="utf-8")
        monkeypatch.setattr(sys, "stdin", given)
        target = tmp_path / f"{len(listed)}.jsonl"
        assert main(["extract", "-", "-o", str(target), "--processes", "1"]) == 3
        assert "2 sources, 1 set aside" in capsys.readouterr().err
        aside = target.with_suffix(".quarantine.jsonl").read_text("utf-8")
        assert json.loads(aside)["source"] == "\\udcd6\\udcd0.html"


def test_an_empty_folder_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    assert main(["extract", str(tmp_path / "empty"), "-o", str(tmp_path / "data")]) == 2
    assert f"no file in {tmp_path / 'empty'}" in capsys.readouterr().err


def test_a_folder_named_like_a_file_is_refused_before_anything_is_read(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "facts.csv").mkdir()
    with pytest.raises(govreport.ReportError, match="is a folder"):
        govreport.extract([min(folder.iterdir())], tmp_path / "facts.csv")
    assert sorted(tmp_path.glob("facts*")) == [tmp_path / "facts.csv"]


def test_a_dataset_that_stands_among_its_sources_is_no_source(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["extract", str(folder), "-o", str(folder / "data"), "--processes", "1"]
    assert main(command) == 3
    assert main([*command, "--resume"]) == 3
    said = capsys.readouterr().err.splitlines()
    assert said[0].partition(": ")[2].partition(": ")[2] == "7 sources, 2 set aside"
    assert "7 sources, 7 of them read before, 2 set aside" in said[1]


@pytest.mark.parametrize(("suffix", "module"), [(".duckdb", "duckdb"), (".xlsx", "openpyxl")])
def test_what_writes_a_file_is_missed_before_anything_is_read(
    suffix: str, module: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    target = tmp_path / f"facts{suffix}"
    with pytest.raises(govreport.MissingExtraError, match=module):
        govreport.extract([folder / "absent"], target)
    assert not list(tmp_path.glob("facts*"))
