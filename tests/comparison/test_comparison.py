"""Two versions are compared: each kind of difference is told, and nothing else is."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import govreport
from tests.comparison import compare, reading, sources
from tests.comparison.differences import KINDS, differences
from tests.conftest import CHECKOUT

REPORT = CHECKOUT / "govreport" / "example" / "yunling-2023.html"


@pytest.fixture
def old() -> dict[str, Any]:
    return reading._outcome(str(REPORT), None)


@pytest.fixture
def new() -> dict[str, Any]:
    return reading._outcome(str(REPORT), None)


def kinds(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    found = [each.kind for each in differences(old, new)]
    assert set(found) <= set(KINDS)
    return found


def test_the_same_is_no_difference(old: dict[str, Any], new: dict[str, Any]) -> None:
    assert len(old["documents"][0]["facts"]) == 200
    assert kinds(old, new) == []


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (["12", "12", "件"], [None, "", "件"], "number to open"),
        ([None, "", "件"], ["12", "12", "件"], "open to number"),
        (["12", "12", "件"], ["13", "13", "件"], "number to other number"),
        (["12", "12", "件"], ["12", "12件", "件"], "text of a cell"),
        (["12", "12", "件"], ["12", "12", "宗"], "unit"),
    ],
)
def test_a_cell_that_differs(
    old: dict[str, Any], new: dict[str, Any], before: list[Any], after: list[Any], kind: str
) -> None:
    cell = ["applications", "new_received", "total"]
    old["documents"][0]["facts"] = [[*cell, *before]]
    new["documents"][0]["facts"] = [[*cell, *after]]
    assert kinds(old, new) == [kind]


@pytest.mark.parametrize("field", ["title", "agency", "year", "edition", "source"])
def test_a_field_that_differs(old: dict[str, Any], new: dict[str, Any], field: str) -> None:
    new["documents"][0]["document"][field] = None
    assert field in kinds(old, new)


def test_a_paragraph_that_is_gone_is_text_lost_unless_it_is_quoted(
    old: dict[str, Any], new: dict[str, Any]
) -> None:
    document = new["documents"][0]["document"]
    gone = document["sections"][0]["blocks"].pop(0)
    assert kinds(old, new) == ["text lost", "blocks"]
    quoted = {"code": "page-furniture", "text": gone["text"], "where": "", "message": "m"}
    document["diagnostics"] = [*document.get("diagnostics", []), quoted]
    assert kinds(old, new) == ["blocks", "diagnostic gained"]
    assert "quotation lost" in kinds(new, old) or "diagnostic gone" in kinds(new, old)


def test_a_text_that_is_cut_elsewhere_is_not_lost(
    old: dict[str, Any], new: dict[str, Any]
) -> None:
    blocks = new["documents"][0]["document"]["sections"][0]["blocks"]
    text = blocks[0]["text"]
    blocks[:1] = [{**blocks[0], "text": text[:9]}, {**blocks[0], "text": text[9:]}]
    assert kinds(old, new) == ["blocks"]


def test_a_diagnostic_with_another_message_is_reworded(
    old: dict[str, Any], new: dict[str, Any]
) -> None:
    for outcome, message in ((old, "one"), (new, "other")):
        found = {"code": "note", "text": "甲", "where": "", "message": message}
        outcome["documents"][0]["document"]["diagnostics"] = [found]
    assert kinds(old, new) == ["diagnostic reworded"]


def test_diagnostics_with_other_fields_are_another_form_and_compared_by_the_fields_of_both(
    old: dict[str, Any], new: dict[str, Any]
) -> None:
    found = {"code": "note", "text": "甲", "where": "", "message": "m", "severity": "info"}
    old["documents"][0]["document"]["diagnostics"] = [found, {**found, "text": "乙"}]
    new["documents"][0]["document"]["diagnostics"] = [
        {**found, "row": "a"},
        {**found, "text": "乙"},
    ]
    assert kinds(old, new) == ["form"]
    new["documents"][0]["document"]["diagnostics"].reverse()
    assert kinds(old, new) == ["form", "diagnostics in another order"]


def test_errors_and_crashes_are_told_apart(old: dict[str, Any]) -> None:
    refused = {"error": "UnreadableSourceError", "message": "a", "crash": False}
    crashed = {"error": "StopIteration", "message": "", "crash": True}
    assert kinds(old, refused) == ["document to error"]
    assert kinds(refused, old) == ["error to document"]
    assert kinds(refused, {**refused, "message": "b"}) == ["another error"]
    assert kinds(old, crashed) == ["new crash"]
    assert kinds(crashed, refused) == ["crash gone"]
    assert kinds(refused, dict(refused)) == []


DRAWN = """
import hashlib, sys
from tests.comparison import sources
seed = int(sys.argv[1])
makers = (sources.drawn_streams, sources.drawn_reports, sources.damaged)
found = [source for make in makers for source in make(12, seed)]
print(hashlib.sha256(repr(found).encode()).hexdigest())
"""


@pytest.mark.deep
def test_the_same_seed_draws_the_same_sources_in_another_process_and_another_others() -> None:
    first, again, other = (
        subprocess.run(
            [sys.executable, "-c", DRAWN, seed],
            cwd=CHECKOUT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("3", "3", "4")
    )
    assert first == again != other


def test_most_of_what_is_drawn_is_read_and_holds_numbers(tmp_path: Path) -> None:
    numbers = 0
    for source in sources.drawn_reports(16, 1):
        path = tmp_path / "source"
        path.write_bytes(source.data)
        outcome = reading._outcome(str(path), source.format)
        numbers += any(fact[3] for each in outcome["documents"] for fact in each["facts"])
    assert numbers > 8


def version(folder: Path, change: str) -> str:
    """Return an interpreter whose govreport is this one with some lines at its conversion's end."""
    shutil.copytree(CHECKOUT / "govreport", folder / "older" / "govreport")
    with (folder / "older" / "govreport" / "conversion.py").open("a", encoding="utf-8") as module:
        module.write(change)
    script = folder / "python"
    script.write_text(
        f'#!/bin/sh\nPYTHONPATH={folder}/older exec {sys.executable} "$@"\n', "utf-8"
    )
    script.chmod(0o755)
    return str(script)


FEW = ["--streams", "4", "--reports", "8", "--damaged", "0", "--only", "streams", "reports"]


@pytest.mark.deep
def test_the_command_finds_no_difference_between_equal_versions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compare.main([version(tmp_path, ""), *FEW]) == 0
    printed = capsys.readouterr().out
    assert "seed 1: 4 streams, 8 reports" in printed
    assert printed.endswith("no difference\n")


@pytest.mark.deep
def test_the_command_lists_differences_and_keeps_their_sources(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change = (
        "\n_read_all = read_all\n\n\ndef read_all(source, format):\n"
        "    import dataclasses\n"
        "    found = _read_all(source, format)\n"
        "    return [dataclasses.replace(each, year=1949) for each in found]\n"
    )
    kept = tmp_path / "kept"
    assert compare.main([version(tmp_path, change), *FEW, "--keep", str(kept)]) == 1
    printed = capsys.readouterr().out
    assert "\nyear: " in printed
    assert "1949 -> " in printed
    assert len([path for path in kept.rglob("*") if path.is_file()]) >= 8


def test_a_version_is_not_compared_with_itself() -> None:
    with pytest.raises(SystemExit, match="same version"):
        compare.main([sys.executable, *FEW])


def test_a_file_beside_its_description_is_read_in_the_format_that_names(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("甲", "utf-8")
    (tmp_path / "a.json").write_text(json.dumps({"format": "tab"}), "utf-8")
    (tmp_path / "b.html").write_text("<p>乙", "utf-8")
    found = list(sources.files("cases", tmp_path))
    assert [(each.name, each.format) for each in found] == [
        ("cases/a.txt", "tab"),
        ("cases/b.html", None),
    ]
    assert list(sources.files("cases", tmp_path / "none")) == []
    assert govreport.loads(found[0].data, found[0].format).preamble
