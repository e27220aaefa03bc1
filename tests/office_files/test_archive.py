"""Archives of office files: members by name, and what is refused before it is unpacked."""

import io
import zipfile

import pytest

from govreport.errors import LimitExceededError, UnreadableSourceError
from govreport.limits import Limits
from govreport.office_files.archive import Archive

_PART = b"<part/>" * 9


def packed(members: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", how) as written:
        for name, data in members.items():
            written.writestr(name, data)
    return target.getvalue()


def opened(data: bytes, limits: Limits | None = None) -> Archive:
    return Archive(data, limits or Limits(), "the file")


@pytest.mark.parametrize("name", ["Word/Main.XML", "word\\main.xml", "/word/main.xml"])
@pytest.mark.parametrize("asked", ["word/main.xml", "/WORD/main.xml", "word/m%61in.xml"])
def test_names_are_compared_without_case_and_with_either_slash(name: str, asked: str) -> None:
    archive = opened(packed({name: _PART}))
    assert asked in archive
    assert archive.read(asked) == _PART
    assert archive.size(asked) == len(_PART)
    assert archive.names == {"word/main.xml"}


def test_what_is_not_there_is_none() -> None:
    archive = opened(packed({"a": _PART}))
    assert "b" not in archive
    assert archive.read("b") is None
    assert archive.size("b") == 0


def test_an_archive_that_is_cut_short_is_refused_at_any_place() -> None:
    data = packed({"a": _PART, "b": _PART})
    for end in range(len(data)):
        with pytest.raises(UnreadableSourceError, match="the file is cut short or damaged"):
            opened(data[:end])


def test_a_member_that_is_damaged_is_named() -> None:
    data = packed({"a/b": _PART}, zipfile.ZIP_STORED)
    with pytest.raises(UnreadableSourceError, match="a/b: the archive member is damaged"):
        opened(data.replace(_PART, _PART[::-1])).read("a/b")


def test_a_member_that_is_packed_otherwise_is_refused() -> None:
    with pytest.raises(UnreadableSourceError, match="a/b: compressed in a way"):
        opened(packed({"a/b": _PART}, zipfile.ZIP_LZMA)).read("a/b")


@pytest.mark.parametrize(
    "limits",
    [
        Limits(input_bytes=10),
        Limits(archive_members=1),
        Limits(archive_bytes=100),
        Limits(member_bytes=50),
        Limits(parsed_bytes=50),
    ],
)
def test_each_limit_is_named_when_it_is_exceeded(limits: Limits) -> None:
    (exceeded,) = (
        name for name in Limits.__slots__ if getattr(limits, name) != getattr(Limits(), name)
    )
    with pytest.raises(LimitExceededError, match=f"limit {exceeded}"):
        opened(packed({"a": _PART, "b": _PART}), limits).read("a")


def test_a_member_that_unpacks_to_many_times_its_size_is_refused() -> None:
    data = packed({"a": bytes(2 << 20)})
    with pytest.raises(LimitExceededError, match="limit member_ratio"):
        opened(data, Limits(member_ratio=100)).read("a")
