"""Many files read one after the other: in order, lazily, none stopping the others."""

import multiprocessing
import os
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

import pytest

import govreport
from govreport import batch

_EXAMPLE = Path(govreport.__file__).parent / "example" / "yunling-2023.html"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Twenty files: the same report for different years, one that is damaged, one that is missing."""
    text = _EXAMPLE.read_text(encoding="utf-8")
    paths = []
    for number in range(20):
        path = tmp_path / f"{number}.html"
        path.write_text(text.replace("2023", str(2003 + number)), encoding="utf-8")
        paths.append(path)
    paths[3].write_bytes(b"PK\x03\x04 no archive")
    paths[7].unlink()
    return paths


@pytest.mark.parametrize("processes", [1, 2])
def test_each_file_yields_its_document_or_its_error_in_order(
    files: list[Path], processes: int
) -> None:
    found = list(govreport.read_many(files, processes=processes))
    assert [each.source for each in found] == files
    assert isinstance(found[3].error, govreport.UnreadableSourceError)
    assert isinstance(found[7].error, FileNotFoundError)
    for number, each in enumerate(found):
        if number not in (3, 7):
            assert each.error is None
            assert each.document == govreport.read(files[number])


@pytest.mark.parametrize("processes", [1, 2])
def test_an_endless_list_of_files_is_read_as_far_as_it_is_asked_for(processes: int) -> None:
    asked: list[int] = []

    def endless() -> Iterator[Path]:
        for number in count():
            asked.append(number)
            yield _EXAMPLE

    readings = govreport.read_many(endless(), processes=processes)
    assert all(each.document for each in islice(readings, 3))
    assert len(asked) < 100


def test_format_and_limits_are_those_of_every_file(files: list[Path]) -> None:
    few = govreport.Limits(input_bytes=10)
    (small,) = govreport.read_many(files[:1], limits=few, processes=2)
    assert isinstance(small.error, govreport.LimitExceededError)
    (wrong,) = govreport.read_many(files[:1], format="docx")
    assert isinstance(wrong.error, govreport.UnreadableSourceError)


def test_a_process_that_dies_costs_only_the_file_it_died_of(
    files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    original = batch._reading

    def deadly(source: Path, *settings: object) -> object:
        if source == files[5]:
            os._exit(9)
        return original(source, *settings)  # type: ignore[arg-type]

    if multiprocessing.get_start_method() != "fork":
        pytest.skip("only a forked process inherits the change that makes it die")
    monkeypatch.setattr(batch, "_reading", deadly)
    found = list(govreport.read_many(files, processes=2))
    assert [each.source for each in found] == files
    assert isinstance(found[5].error, govreport.UnreadableSourceError)
    assert "died" in str(found[5].error)
    assert sum(each.document is not None for each in found) == 17


def test_no_process_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one process"):
        govreport.read_many([], processes=0)


def test_a_source_for_which_memory_runs_out_stops_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def short(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(batch, "read_named", short)
    (found,) = govreport.read_many([("a.html", b"x")])
    assert isinstance(found.error, govreport.UnreadableSourceError)
    assert "memory ran out" in str(found.error)
