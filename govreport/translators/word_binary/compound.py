"""The compound file around a binary Word document ([MS-CFB]), and what else may be in one."""

import io
import struct

import olefile

from govreport.errors import UnreadableSourceError
from govreport.limits import Limits
from govreport.translators.word_binary.property_sets import PropertySet, property_sets

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
_TITLE, _AUTHOR = 2, 4
"""The numbers of these properties ([MS-OLEPS], 3.1)."""


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
        sets = self._property_sets("\5SummaryInformation")
        texts = sets[0].texts if sets else {}
        stated = {"title": texts.get(_TITLE), "creator": texts.get(_AUTHOR)}
        return {name: text for name, text in stated.items() if text}

    def custom_properties(self) -> dict[str, str]:
        """Return the properties of the document's own that are texts."""
        sets = self._property_sets("\5DocumentSummaryInformation")
        texts, names = sets[1] if len(sets) > 1 else ({}, {})
        return {name: texts[number] for number, name in names.items() if name and number in texts}

    def _property_sets(self, stream: str) -> list[PropertySet]:
        try:
            return property_sets(self.stream(stream))
        except UnreadableSourceError:
            return []


def _damaged(error: Exception) -> UnreadableSourceError:
    return UnreadableSourceError(
        f"the compound file around the Word document is damaged ({error});"
        " open and save it in a word processor, or get it again"
    )
