"""The ZIP archive of an office file: members by name, within the limits (ECMA-376-2, annex B)."""

import io
import lzma
import zipfile
import zlib
from collections.abc import Set
from urllib.parse import unquote

from govreport.errors import UnreadableSourceError
from govreport.limits import Limits

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
    """The members of a file's archive, found by part name as ECMA-376-2 compares them.

    `what` names the file in messages. Raises `UnreadableSourceError` if the bytes are not a
    readable archive and `LimitExceededError` if they exceed `limits`.
    """

    def __init__(self, data: bytes, limits: Limits, what: str) -> None:
        self._limits = limits
        limits.check("input_bytes", len(data), f"{what}: bytes")
        # Each member costs memory once their list is read, so they are counted before.
        limits.check("archive_members", data.count(_MEMBER_SIGNATURE), f"{what}: members")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _ZIP_ERRORS as error:
            raise UnreadableSourceError(
                f"{what} is cut short or damaged ({error}); get it again from its source"
            ) from error
        members = self._zip.infolist()
        unpacked = sum(member.file_size for member in members)
        limits.check("archive_bytes", unpacked, f"{what}: bytes when unpacked")
        self._members = {_key(member.filename): member for member in members}

    def __contains__(self, name: str) -> bool:
        return self._find(name) is not None

    @property
    def names(self) -> Set[str]:
        """The names of all members, in lower case."""
        return self._members.keys()

    def size(self, name: str) -> int:
        """Return how many bytes a member has when unpacked, 0 where there is no such member."""
        member = self._find(name)
        return 0 if member is None else member.file_size

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

    def _find(self, name: str) -> zipfile.ZipInfo | None:
        return self._members.get(_key(name)) or self._members.get(_key(unquote(name)))

    def _check_size(self, member: zipfile.ZipInfo) -> None:
        name, size = member.filename, member.file_size
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise UnreadableSourceError(
                f"{name}: compressed in a way that such files may not be (ECMA-376-2, annex B);"
                " unpack the archive and pack it again, or get the file from its source"
            )
        self._limits.check("member_bytes", size, f"{name}: bytes when unpacked")
        if size > _RATIO_FROM:
            ratio = size // max(1, member.compress_size)
            self._limits.check("member_ratio", ratio, f"{name}: times smaller packed")


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
