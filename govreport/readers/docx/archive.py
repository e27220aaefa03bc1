"""The zip archive of a Word file: members by name, within the limits (ECMA-376-2, annex B)."""

import io
import lzma
import zipfile
import zlib
from urllib.parse import unquote

from govreport.errors import LimitExceededError, UnreadableSourceError
from govreport.limits import Limits
from govreport.readers.docx.foreign import describe_archive, describe_bytes

_MEMBER_SIGNATURE = b"PK\1\2"
"""Begins each record of the archive's list of members (APPNOTE.TXT, 4.3.12)."""

_RATIO_FROM = 1024 * 1024
"""Members smaller than this are not suspected of being a bomb."""

_ZIP_ERRORS = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What `zipfile` raises for damaged, encrypted or unsupported members."""


class Archive:
    """The members of a Word file's archive, found by part name as ECMA-376-2 compares them.

    Raises `UnreadableSourceError` if the bytes are not a readable archive and
    `LimitExceededError` if they exceed `limits`.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        if len(data) > limits.input_bytes:
            raise LimitExceededError(
                f"the Word file has {len(data)} bytes, more than {limits.input_bytes}"
                " (limit input_bytes); raise the limit if you trust the file"
            )
        self._limits = limits
        # Each member costs memory once their list is read, so they are counted before.
        count = data.count(_MEMBER_SIGNATURE)
        limits.check("archive_members", count, "the Word file's archive: members")
        self._zip = _open(data)
        members = self._zip.infolist()
        unpacked = sum(member.file_size for member in members)
        limits.check("archive_bytes", unpacked, "the Word file's archive: bytes when unpacked")
        self._members = {_key(member.filename): member for member in members}

    def __contains__(self, name: str) -> bool:
        return self._find(name) is not None

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a member, None if there is no such member."""
        member = self._find(name)
        if member is None:
            return None
        self._check_size(member)
        self._limits.take_bytes(member.file_size, member.filename)
        try:
            # Asked for a size, zipfile unpacks no more, whatever the member holds.
            with self._zip.open(member) as file:
                return file.read(member.file_size)
        except _ZIP_ERRORS as error:
            raise UnreadableSourceError(_unreadable(member, error)) from error

    def description(self) -> str:
        """Return what the archive is, as far as its members show, for a message."""
        mimetype = ""
        member = self._find("mimetype")
        if member is not None and member.file_size < 200:
            mimetype = (self.read("mimetype") or b"").decode("ascii", "replace")
        return describe_archive(set(self._members), mimetype.strip())

    def _find(self, name: str) -> zipfile.ZipInfo | None:
        return self._members.get(_key(name)) or self._members.get(_key(unquote(name)))

    def _check_size(self, member: zipfile.ZipInfo) -> None:
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise UnreadableSourceError(
                f"{member.filename}: compressed in a way that Word files may not be (ECMA-376-2, annex"
                " B); unpack the archive and pack it again, or get the file from its source"
            )
        size = member.file_size
        if size > self._limits.member_bytes:
            raise LimitExceededError(
                f"{member.filename}: {size} bytes when unpacked, more than"
                f" {self._limits.member_bytes} (limit member_bytes)"
            )
        ratio = size // max(1, member.compress_size)
        if size > _RATIO_FROM and ratio > self._limits.member_ratio:
            raise LimitExceededError(
                f"{member.filename}: packed {ratio} times smaller than it is, more than"
                f" {self._limits.member_ratio} (limit member_ratio)"
            )


def _open(data: bytes) -> zipfile.ZipFile:
    if not data.startswith(b"PK"):
        raise UnreadableSourceError(describe_bytes(data))
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except _ZIP_ERRORS as error:
        raise UnreadableSourceError(
            f"the file begins as a zip archive but is cut short or damaged ({error});"
            " get it again from its source"
        ) from error


def _unreadable(member: zipfile.ZipInfo, error: Exception) -> str:
    if member.flag_bits & 1:
        return (
            f"{member.filename}: the archive is protected by a password;"
            " unpack it with the password and pack it again without one"
        )
    return (
        f"{member.filename}: the archive member is damaged ({error});"
        " get the file again from its source"
    )


def _key(name: str) -> str:
    # Part names are compared without case (ECMA-376-2, section 6.2.2.3); some programs write
    # their members with backslashes.
    return name.replace("\\", "/").lstrip("/").lower()
