"""Reads PDF files (ISO 32000) by pdfium, through pypdfium2: glyphs, rules, pages, metadata.

`readers/printed` makes tables and paragraphs of them. pdfium must not be called by two threads at
once: read many files in several processes instead.
"""

from govreport.blocks import Stream
from govreport.limits import DEFAULT_LIMITS, Limits
from govreport.readers.pdf.document import PdfDocument
from govreport.readers.printed.reading import read_pages

__all__ = ["read_blocks"]


def read_blocks(data: bytes, limits: Limits = DEFAULT_LIMITS) -> Stream:
    """Return the blocks of a PDF file.

    Contents of the pages that belong to no block (running heads, pictures, form fields, text at an
    angle, but not page numbers) are quoted in the stream's diagnostics.

    Raises `UnreadableSourceError` for a damaged or encrypted file, for pictures of pages without
    text, for fonts that do not say what they print, and where pypdfium2 is not installed;
    `LimitExceededError` for a file that exceeds `limits`.
    """
    limits.check("input_bytes", len(data), "the PDF file: bytes")
    with PdfDocument(data, limits) as document:
        return read_pages(document.pages(), document.page())
