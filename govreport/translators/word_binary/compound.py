"""The compound file around a binary Word document ([MS-CFB]), and what else may be in one."""

import io
import struct
from collections.abc import Mapping

import olefile

from govreport.errors import UnreadableSourceError
from govreport.limits import Limits

_ERRORS = (
    AssertionError,
    OSError,
    ValueError,
    IndexError,
    KeyError,
    TypeError,
    AttributeError,
    OverflowError,
    RecursionError,
    struct.error,
)
"""What `olefile` raises for damaged files."""

_OTHERS: tuple[tuple[str, str], ...] = (
    (
        "EncryptedPackage",
        "an encrypted Office document; open it with its password, save it without one",
    ),
    (
        "Workbook",
        "an old Excel workbook (.xls); convert it: soffice --headless --convert-to xlsx",
    ),
    ("Book", "an old Excel workbook (.xls); convert it: soffice --headless --convert-to xlsx"),
    (
        "PowerPoint Document",
        "an old PowerPoint presentation (.ppt); get the text it was made from",
    ),
    ("HwpSummaryInformation", "a Hangul document (.hwp); open it in Hangul and save it as .docx"),
    (
        "MatOST",
        "a Microsoft Works document (.wps); convert it: soffice --headless --convert-to docx",
    ),
    (
        "CONTENTS",
        "a Microsoft Works document (.wps); convert it: soffice --headless --convert-to docx",
    ),
    ("__properties_version1.0", "an Outlook message (.msg); save the report in it and read that"),
    ("VisioDocument", "a Visio drawing (.vsd); reports are not published as one"),
)
"""Streams by which other files are known, and what each file is."""

_MOST_STREAM = 64 * 1024 * 1024
_CODE_PAGES = {936: "gb18030", 950: "big5", 65001: "utf-8", 1200: "utf-16-le"}


class CompoundFile:
    """The streams of a compound file, by their names in its root.

    Raises `UnreadableSourceError` for a damaged file and for one that holds no Word document.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        limits.check("input_bytes", len(data), "the Word document: bytes")
        try:
            self._file = olefile.OleFileIO(io.BytesIO(data))
            names = {entry[0].lower() for entry in self._file.listdir() if len(entry) == 1}
            storages = {
                entry[0].lower() for entry in self._file.listdir(streams=False, storages=True)
            }
        except _ERRORS as error:
            raise _damaged(error) from error
        if "worddocument" not in names:
            found = {name.strip("\5") for name in names | storages}
            for name, what in _OTHERS:
                if name.lower() in found:
                    raise UnreadableSourceError(f"the file is {what}")
            raise UnreadableSourceError(
                "the file is a compound file without a Word document, or damaged;"
                " open it in the program that made it and save it as .docx"
            )

    def stream(self, name: str) -> bytes:
        """Return a stream's bytes, none if there is no such stream."""
        try:
            if not self._file.exists(name) or self._file.get_size(name) > _MOST_STREAM:
                return b""
            return bytes(self._file.openstream(name).read())
        except _ERRORS as error:
            raise _damaged(error) from error

    def properties(self) -> dict[str, str]:
        """Return the document's title and author, as far as they are stated."""
        try:
            stated: Mapping[int, object] = self._file.getproperties("\5SummaryInformation")
        except _ERRORS:
            return {}
        encoding = _encoding(stated.get(1))
        texts = {"title": stated.get(2), "creator": stated.get(4)}
        return {name: text for name, value in texts.items() if (text := _text(value, encoding))}

    def custom_properties(self) -> dict[str, str]:
        """Return the properties of the document's own that are texts."""
        stream = "\5DocumentSummaryInformation"
        try:
            if not self._file.exists(stream):
                return {}
            encoding = _encoding(self._file.getproperties(stream).get(1))
            found = self._file.get_userdefined_properties(stream)
            stated = [(each["property_name"], each["value"]) for each in found]
        except _ERRORS:
            return {}
        return {str(name): text for name, value in stated if (text := _text(value, encoding))}


def _encoding(page: object) -> str:
    page = page & 0xFFFF if isinstance(page, int) else 1252
    return _CODE_PAGES.get(page, f"cp{page}")


def _text(value: object, encoding: str) -> str:
    if isinstance(value, bytes):
        try:
            value = value.decode(encoding, "replace")
        except LookupError:
            return ""
    return value.strip("\0 \r\n\t") if isinstance(value, str) else ""


def _damaged(error: Exception) -> UnreadableSourceError:
    return UnreadableSourceError(
        f"the compound file around the Word document is damaged ({error});"
        " open and save it in a word processor, or get it again"
    )
