"""Sources by name: folders, globs, members of archives, and bytes with a name."""

import zipfile
from pathlib import Path

import pytest

import govreport
from govreport.sources import SourceName, bytes_of, find_sources, name_of

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
    sources: list[SourceName] = [
        ("page.txt", PAGE),
        folder / "old.zip" / "x" / "y.txt",
        folder / "none",
    ]
    first, second, third = govreport.read_many(sources)
    assert first.source == "page.txt"
    assert first.document == second.document
    assert first.document is not None
    assert first.digest == second.digest
    assert isinstance(third.error, FileNotFoundError)


def test_links_that_lead_back_are_followed_once_and_dangling_ones_are_told(folder: Path) -> None:
    before = names(folder, folder)
    (folder / "2023" / "up").symlink_to(folder, target_is_directory=True)
    assert names(folder, folder) == before
    (folder / "c.txt").symlink_to(folder / "nowhere")
    assert names(folder, folder) == [*before[:3], "c.txt", *before[3:]]


@pytest.mark.parametrize("name", ["./a.txt", "b//a.txt", "/a.txt", "../a.txt"])
def test_a_member_is_read_by_whatever_name_it_bears(tmp_path: Path, name: str) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(name, PAGE)
    (found,) = find_sources([tmp_path])
    assert bytes_of(found, 1000) == PAGE


@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_names_in_an_archive_are_read_in_the_encoding_of_their_bytes(
    tmp_path: Path, encoding: str
) -> None:
    raw = "县政府年报".encode(encoding)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("x" * len(raw), PAGE)
    data = (tmp_path / "a.zip").read_bytes().replace(b"x" * len(raw), raw)
    (tmp_path / "a.zip").write_bytes(data)
    (found,) = find_sources([tmp_path])
    assert found == f"{tmp_path}/a.zip/县政府年报"
    assert bytes_of(found, 1000) == PAGE


def test_two_members_of_one_name_are_told_apart_by_nobody(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.txt", PAGE)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.txt", PAGE + b"!")
    (found,) = find_sources([tmp_path])
    with pytest.raises(govreport.UnreadableSourceError, match="2 members called"):
        bytes_of(found, 1000)


def test_damaged_archives_are_told_of_and_stop_nothing(tmp_path: Path) -> None:
    target = tmp_path / "a.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", PAGE * 9)
    whole = target.read_bytes()
    start = whole.index(b"a.txt") + len(b"a.txt")
    target.write_bytes(whole[:start] + b"\xff" * 20 + whole[start + 20 :])
    (found,) = find_sources([target])
    with pytest.raises(govreport.UnreadableSourceError, match="cannot be unpacked"):
        bytes_of(found, 1000)
    target.write_bytes(whole.replace(b"PK\1\2", b"XXXX"))
    assert list(find_sources([target])) == [str(target)]


@pytest.mark.parametrize("name", ["a\0b", "nosuch://a/b.html"])
def test_a_name_that_cannot_be_opened_is_an_error_of_its_own(name: str) -> None:
    pytest.importorskip("fsspec")
    (found,) = govreport.read_many(find_sources([name]))
    assert isinstance(found.error, govreport.UnreadableSourceError)


def test_a_name_too_long_is_told_when_it_is_read() -> None:
    (found,) = govreport.read_many(find_sources(["a" * 300]))
    assert isinstance(found.error, OSError)


def test_a_name_that_is_no_text_is_written_as_escapes() -> None:
    assert name_of("a\udcd6.html") == "a\\udcd6.html"
    assert name_of(("年报.html", PAGE)) == "年报.html"


def test_a_folder_does_not_show_the_files_in_which_word_notes_who_has_one_open(
    tmp_path: Path,
) -> None:
    for name in ("年报.docx", "~$年报.docx", ".年报.docx"):
        (tmp_path / name).write_bytes(PAGE)
    assert names(tmp_path, tmp_path) == ["年报.docx"]
    assert names(tmp_path, tmp_path / "~$年报.docx") == ["~$年报.docx"]


def test_one_source_by_itself_is_one_and_a_name_is_not_its_letters(folder: Path) -> None:
    one = folder / "a.txt"
    assert list(find_sources(str(one))) == list(find_sources(one)) == [str(one)]
    for named in (str(one), one, ("a.txt", PAGE)):
        (reading,) = govreport.read_many(named)
        assert reading.document is not None
        assert reading.document.sections
    done = govreport.extract(str(one), folder / "dataset")
    assert (done.sources, done.quarantined) == (1, 0)
