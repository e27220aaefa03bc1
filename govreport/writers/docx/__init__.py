"""Writes streams of blocks as Word files (.docx, ECMA-376), printed as official documents.

The page follows GB/T 9704-2012; `govreport.readers.docx` reads every block back as it was.
"""

from govreport.blocks import Stream, TableBlock
from govreport.errors import UnwritableDocumentError
from govreport.model.text import FORBIDDEN_CHARACTER
from govreport.office_files.packing import packed
from govreport.writers.docx.page import DOCUMENT_MEMBER, SHARED_MEMBERS, STYLES_MEMBER, frame
from govreport.writers.docx.paragraphs import paragraph
from govreport.writers.docx.properties import CORE_MEMBER, CUSTOM_MEMBER, core_xml, custom_xml
from govreport.writers.docx.signature import is_signature, signature_properties
from govreport.writers.docx.styles import MarkStyles, level_style
from govreport.writers.docx.tables import table_xml


def write_blocks(stream: Stream) -> bytes:
    """Return the stream as a Word file, always with the same bytes.

    The stream must be canonical; its diagnostics are not written. Raises
    `UnwritableDocumentError` if a text holds a character that XML cannot carry.
    """
    styles = MarkStyles()
    body = "".join(_blocks_xml(stream, styles)) or paragraph("", "BodyText")
    opening, closing = frame()
    parts = {
        DOCUMENT_MEMBER: f"{opening}{body}{closing}",
        STYLES_MEMBER: styles.xml(),
        CORE_MEMBER: core_xml(stream.page),
        CUSTOM_MEMBER: custom_xml(stream),
    }
    members = SHARED_MEMBERS | {name: _encoded(part) for name, part in parts.items()}
    return packed(dict(sorted(members.items())))  # so that the content types come first


def _blocks_xml(stream: Stream, styles: MarkStyles) -> list[str]:
    written = []
    placed = signature_properties(stream.blocks)
    for position, block in enumerate(stream.blocks):
        if isinstance(block, TableBlock):
            written.append(table_xml(block.table, block.mark, styles))
            continue
        style = "Signature" if is_signature(block) else level_style(block.level)
        if block.mark:
            style = styles.identifier(f"govreport {block.mark}", style)
        written.append(paragraph(block.text, style, placed.get(position, "")))
    return written


def _encoded(part: str) -> bytes:
    if match := FORBIDDEN_CHARACTER.search(part):
        raise UnwritableDocumentError(
            f"a text holds the character U+{ord(match[0]):04X} after"
            f" {part[max(0, match.start() - 10) : match.start()]!a}, which a Word file cannot"
            " carry; remove it first"
        )
    return part.encode()
