"""An OpenDocument text as its content, styles and properties: an archive or one XML file."""

import io
import lzma
import zipfile
import zlib

from lxml import etree

from govreport.errors import UnreadableSourceError
from govreport.limits import Limits
from govreport.translators.open_document.names import OFFICE
from govreport.translators.xml_source import parse_xml

_WHAT = "the OpenDocument text"
_ARCHIVE = b"PK"
_MEMBER_SIGNATURE = b"PK\1\2"
_RATIO_FROM = 1024 * 1024
_ERRORS = (
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


class OpenDocument:
    """The root elements of a text's parts; all the same one where it is a single file.

    Raises `UnreadableSourceError` for a damaged or encrypted text and for another kind of
    document, and `LimitExceededError` for one that exceeds `limits`.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        if data.startswith(_ARCHIVE):
            self._zip = _open(data, limits)
            if b"encryption-data" in (self._member("META-INF/manifest.xml") or b""):
                raise UnreadableSourceError(
                    f"{_WHAT} is encrypted; open it with its password, save it without one"
                )
            content = self._member("content.xml")
            if content is None:
                raise UnreadableSourceError(f"{_WHAT} lacks its content.xml; get it again")
            self.content = parse_xml(content, "content.xml", limits)
            self.styles = self._part("styles.xml")
            self.properties = self._part("meta.xml")
        else:
            self.content = self.styles = self.properties = parse_xml(data, _WHAT, limits)
        body = self.content.find(f"{OFFICE}body/{OFFICE}text")
        if body is None:
            raise UnreadableSourceError(
                "the OpenDocument file is not a text but a spreadsheet, drawing or other document;"
                " export what it shows as a web page or text"
            )
        self.body: etree._Element = body

    def _part(self, name: str) -> etree._Element:
        data = self._member(name)
        return etree.Element("none") if data is None else parse_xml(data, name, self._limits)

    def _member(self, name: str) -> bytes | None:
        try:
            member = self._zip.getinfo(name)
        except KeyError:
            return None
        limits = self._limits
        limits.check("member_bytes", member.file_size, f"{name}: bytes when unpacked")
        ratio = member.file_size // max(1, member.compress_size)
        if member.file_size > _RATIO_FROM:
            limits.check("member_ratio", ratio, f"{name}: times smaller packed")
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise UnreadableSourceError(
                f"{name}: compressed in a way that OpenDocument files may not be"
            )
        try:
            with self._zip.open(member) as file:
                return file.read(member.file_size)
        except _ERRORS as error:
            raise UnreadableSourceError(
                f"{name}: the archive member is damaged or encrypted ({error}); get the file again"
            ) from error


def _open(data: bytes, limits: Limits) -> zipfile.ZipFile:
    limits.check("archive_members", data.count(_MEMBER_SIGNATURE), f"{_WHAT}: members")
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except _ERRORS as error:
        raise UnreadableSourceError(
            f"{_WHAT} is cut short or damaged ({error}); get it again from its source"
        ) from error
