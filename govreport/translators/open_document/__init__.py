"""OpenDocument texts (.odt, .fodt; ISO/IEC 26300) as Word files.

Both hold paragraphs, spans, lists, tables, notes and tracked changes; what a reader has to know of
them is written out as parts of a Word file, which then is read as any other.
"""

from lxml import etree

from govreport.limits import Limits
from govreport.translators import Translation
from govreport.translators.open_document.body import ContentWriter
from govreport.translators.open_document.names import DUBLIN_CORE, META, OFFICE, STYLE, TEXT
from govreport.translators.open_document.package import OpenDocument
from govreport.translators.open_document.styles import TextStyles
from govreport.translators.word_package import WordPackage

__all__ = ["translate"]

_HEADERS = {
    f"{STYLE}{side}{kind}": root
    for side, root in (("header", "hdr"), ("footer", "ftr"))
    for kind in ("", "-left", "-first")
}


def translate(data: bytes, limits: Limits) -> Translation:
    """Return the Word file (.docx) that says what an OpenDocument text says.

    Raises `UnreadableSourceError` for a damaged or encrypted text and for other documents, and
    `LimitExceededError` for one that exceeds `limits`.
    """
    document = OpenDocument(data, limits)
    package = WordPackage("content.xml")
    _add_properties(document, package)
    styles = TextStyles(document.content, document.styles)
    writer = ContentWriter(styles, _deletions(document.body), package, limits)
    body = writer.blocks(document.body)
    section = _headers(document, writer, package)
    writer.write_notes()
    package.add_part("styles", "styles", "styles", styles.markup())
    package.add_part("numbering", "numbering", "numbering", writer.lists.markup())
    return Translation("docx", package.packed(f"{body}<w:sectPr>{section}</w:sectPr>"))


def _add_properties(document: OpenDocument, package: WordPackage) -> None:
    for meta in document.properties.iter(f"{OFFICE}meta"):
        author = meta.findtext(f"{META}initial-creator") or meta.findtext(f"{DUBLIN_CORE}creator")
        for name, text in (
            ("title", meta.findtext(f"{DUBLIN_CORE}title")),
            ("creator", author),
        ):
            if text and text.strip():
                package.set_property(name, text)
        for stated in meta.iterchildren(f"{META}user-defined"):
            package.set_custom_property(stated.get(f"{META}name", ""), stated.text or "")


def _deletions(body: etree._Element) -> dict[str, str]:
    """Return the texts that tracked changes delete, by the changes' identifiers.

    That is "" where the text stands in the body, between the marks of the change.
    """
    found: dict[str, str] = {}
    for region in body.iter(f"{TEXT}changed-region"):
        for deletion in region.iterchildren(f"{TEXT}deletion"):
            lines = (
                "".join(map(str, each.itertext()))
                for each in deletion.iter(f"{TEXT}p", f"{TEXT}h")
            )
            text = "\n".join(line for line in lines if line.strip())
            for name, identifier in region.items():
                if str(name).endswith("}id"):
                    found[str(identifier)] = text
    return found


def _headers(document: OpenDocument, writer: ContentWriter, package: WordPackage) -> str:
    """Add the headers and footers as parts; return the references to them."""
    references: list[str] = []
    for page in document.styles.iter(f"{STYLE}master-page"):
        for element in page:
            root = _HEADERS.get(str(element.tag))
            if root is None or element.get(f"{STYLE}display") == "false":
                continue
            kind = "header" if root == "hdr" else "footer"
            name = f"{kind} {len(references) + 1}"
            part = package.add_part(kind, name, root, writer.blocks(element))
            references.append(f'<w:{kind}Reference r:id="{part}"/>')
    return "".join(references)
