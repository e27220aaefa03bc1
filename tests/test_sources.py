"""Sources by name: folders, globs, members of archives, and bytes with a name."""

import zipfile
from pathlib import Path

import pytest

import govreport
from govreport.sources import bytes_of, find_sources

PAGE = "一、总体情况\n本年度公开信息。\n".encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "2023").mkdir()
    for name in ("b.txt", "a.txt", "2023/c.txt", ".hidden"):
        (tmp_path / name).write_bytes(PAGE)
    with zipfile.ZipFile(tmp_path / "old.zip", "w") as archive:
        archive.writestr("x/y.txt", PAGE)
        archive.writestr("x/z.txt", PAGE + b"!")
    return tmp_path


def names(folder: Path, *sources: Path | str) -> list[str]:
    return [Path(each).relative_to(folder).as_posix() for each in find_sources(sources)]


def test_a_folder_gives_its_files_in_order_and_archives_their_members(folder: Path) -> None:
    found = ["2023/c.txt", "a.txt", "b.txt", "old.zip/x/y.txt", "old.zip/x/z.txt"]
    assert names(folder, folder) == found


def test_a_pattern_gives_what_it_matches_and_a_missing_path_stays(folder: Path) -> None:
    assert names(folder, folder / "*.txt") == ["a.txt", "b.txt"]
    assert names(folder, folder / "none.txt") == ["none.txt"]
    assert list(find_sources(["https://example.org/a.html"])) == ["https://example.org/a.html"]


def test_a_member_of_an_archive_is_read_by_its_path(folder: Path) -> None:
    assert bytes_of(folder / "old.zip" / "x" / "z.txt", 1000) == PAGE + b"!"
    assert len(bytes_of(folder / "a.txt", 5)) == 6
    with pytest.raises(govreport.UnreadableSourceError, match="no member x/none"):
        bytes_of(folder / "old.zip" / "x" / "none", 1000)
    with pytest.raises(FileNotFoundError):
        bytes_of(folder / "none", 1000)


def test_read_many_takes_names_with_bytes_and_paths_into_archives(folder: Path) -> None:
    sources = [("page.txt", PAGE), folder / "old.zip" / "x" / "y.txt", folder / "none"]
    first, second, third = govreport.read_many(sources)
    assert first.source == "page.txt"
    assert first.document == second.document
    assert first.document is not None
    assert first.digest == second.digest
    assert isinstance(third.error, FileNotFoundError)
