"""Reads Word files (ECMA-376, ISO/IEC 29500; .docx, .docm, .dotx, .dotm)."""

from govreport.blocks import Stream
from govreport.limits import DEFAULT_LIMITS, Limits
from govreport.readers.docx.body_xml import BodyReader
from govreport.readers.docx.inserted import ReadInserted
from govreport.readers.docx.package import Package
from govreport.readers.docx.properties_xml import read_page

__all__ = ["read_blocks"]


def read_blocks(
    data: bytes, limits: Limits = DEFAULT_LIMITS, read_inserted: ReadInserted | None = None
) -> Stream:
    """Return the blocks of a Word file.

    Visible content that belongs to no block (notes, headers, pictures), and stored content that is
    not displayed (deleted and hidden text), is quoted in the stream's diagnostics. A damaged part
    other than the main one is reported and skipped. `read_inserted` reads files of other formats
    that the document includes; without it they are only named.

    Raises `UnreadableSourceError` for bytes that are not a Word file or a damaged one, and
    `LimitExceededError` for one that exceeds `limits`; no other error.
    """
    package = Package(data, limits)
    reader = BodyReader(package, package.main(), limits, read_inserted)
    blocks = reader.read()
    page, statements = read_page(package)
    diagnostics = (*package.diagnostics, *reader.diagnostics)
    return Stream(blocks, page, statements, diagnostics)
