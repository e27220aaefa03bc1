"""An OpenDocument text as its content, styles and properties: an archive or one XML file."""

from lxml import etree

from govreport.errors import UnreadableSourceError
from govreport.limits import Limits
from govreport.office_files.archive import Archive
from govreport.office_files.xml_tree import parse_xml
from govreport.translators.open_document.names import OFFICE

_WHAT = "the OpenDocument text"
_ARCHIVE = b"PK"


class OpenDocument:
    """The root elements of a text's parts; all the same one where it is a single file.

    Raises `UnreadableSourceError` for a damaged or encrypted text and for another kind of
    document, and `LimitExceededError` for one that exceeds `limits`.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        if data.startswith(_ARCHIVE):
            self.content, self.styles, self.properties = _parts(data, limits)
        else:
            limits.take_bytes(len(data), _WHAT)
            self.content = self.styles = self.properties = parse_xml(data, _WHAT, limits)
        body = self.content.find(f"{OFFICE}body/{OFFICE}text")
        if body is None:
            raise UnreadableSourceError(
                "the OpenDocument file is not a text but a spreadsheet, drawing or other document;"
                " export what it shows as a web page or text"
            )
        self.body: etree._Element = body


def _parts(data: bytes, limits: Limits) -> list[etree._Element]:
    """Return the content, the styles and the properties of an archive."""
    archive = Archive(data, limits, _WHAT)
    if b"encryption-data" in (archive.read("META-INF/manifest.xml") or b""):
        raise UnreadableSourceError(
            f"{_WHAT} is encrypted; open it with its password, save it without one"
        )
    if "content.xml" not in archive:
        raise UnreadableSourceError(f"{_WHAT} lacks its content.xml; get it again")
    return [
        etree.Element("none")
        if (part := archive.read(name)) is None
        else parse_xml(part, name, limits)
        for name in ("content.xml", "styles.xml", "meta.xml")
    ]
