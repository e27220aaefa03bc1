"""Packing: every member can be unpacked, and only its name and bytes decide the archive's."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.errors import UnwritableDocumentError
from govreport.limits import Limits
from govreport.office_files import packing
from govreport.office_files.archive import Archive
from govreport.office_files.packing import packed

NAMES = st.text(st.sampled_from("abyz09/._[]"), min_size=1, max_size=30)
MEMBERS = st.dictionaries(NAMES, st.binary(max_size=2_000), max_size=6)


@given(MEMBERS)
def test_members_are_unpacked_as_they_were_and_in_their_order(members: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(packed(members))) as archive:
        assert archive.testzip() is None
        assert {each.filename: archive.read(each) for each in archive.infolist()} == members
        assert archive.namelist() == list(members)


@given(MEMBERS)
def test_archives_are_those_of_the_standard_library(members: dict[str, bytes]) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in members.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.compress_type = 0, zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    assert packed(members) == target.getvalue()


def test_our_own_reader_finds_members_by_name() -> None:
    data = packed({"word/document.xml": b"<w/>" * 500, "[Content_Types].xml": b""})
    archive = Archive(data, Limits(), "the file")
    assert archive.read("word/document.xml") == b"<w/>" * 500
    assert archive.read("[content_types].xml") == b""
    assert len(data) < 500


def test_more_than_every_program_reads_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "_MOST_BYTES", 10)
    assert packed({"a": b"12345", "b": b"67890"})
    with pytest.raises(UnwritableDocumentError, match="divide it"):
        packed({"a": b"12345", "b": b"678901"})


def test_a_name_that_needs_an_encoding_is_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        packed({"报告.xml": b""})
