"""A PDF file opened by pdfium: its pages as glyphs and rules, and the file's own data."""

import ctypes
from collections.abc import Iterator
from types import TracebackType
from typing import Any

from govreport.blocks import Page
from govreport.errors import UnreadableSourceError
from govreport.limits import Limits
from govreport.model.text import FORBIDDEN_CHARACTER, one_line
from govreport.readers.pdf.glyphs import PageText
from govreport.readers.pdf.paths import SEGMENTS_OF_A_RULE, PageDrawing
from govreport.readers.pdf.turning import turned
from govreport.readers.printed.page import PrintedPage

_MISSING = (
    "reading PDF files needs pypdfium2, which is not installed: pip install 'govreport[pdf]'"
)
_OCR = "ocrmypdf -l chi_sim --force-ocr scan.pdf readable.pdf"
_FEWEST_GLYPHS = 40
_PICTURE_SHARE = 0.5
_OUTLINES = 2_000
"""A page with so many lines and curves and no text has its text drawn as outlines."""
_MOST_UNMAPPED = 0.1
_MOST_STATED = 1 << 16
_PASSWORD_ERROR = 4


class PdfDocument:
    """One file, closed at the end of its `with` block; raises as `read_blocks` does."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        try:
            import pypdfium2
            import pypdfium2.raw
        except ImportError as error:
            raise UnreadableSourceError(_MISSING) from error
        self._raw: Any = pypdfium2.raw
        self._limits = limits
        try:
            self._document: Any = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise UnreadableSourceError(_refused(error)) from error
        self._error: type[Exception] = pypdfium2.PdfiumError

    def __enter__(self) -> "PdfDocument":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._document.close()

    def page(self) -> Page:
        """Return the file's own data, without names that programs fill in."""
        title, author = (
            one_line(FORBIDDEN_CHARACTER.sub("", self._stated(name)), "the PDF's properties")
            for name in (b"Title", b"Author")
        )
        return Page(title or None, author or None)

    def _stated(self, name: bytes) -> str:
        size = self._raw.FPDF_GetMetaText(self._document, name, None, 0)
        buffer = ctypes.create_string_buffer(max(2, min(size, _MOST_STATED)))
        self._raw.FPDF_GetMetaText(self._document, name, buffer, len(buffer))
        return buffer.raw.decode("utf-16-le", "replace").partition("\0")[0]

    def pages(self) -> list[PrintedPage]:
        """Return every page, turned so that its text is upright.

        Raises `UnreadableSourceError` where the pages are pictures or their fonts do not say what
        they print.
        """
        count = len(self._document)
        self._limits.check("pages", count, "the PDF file: pages")
        counts = _PageCounts()
        pages = list(self._read(count, counts))
        _check(counts, count)
        return pages

    def _read(self, count: int, counts: "_PageCounts") -> Iterator[PrintedPage]:
        for number in range(count):
            try:
                page = self._document[number]
            except self._error as error:
                raise UnreadableSourceError(
                    f"page {number + 1} of the PDF file is damaged ({error}); get it again"
                ) from error
            text = PageText(self._raw, page, self._limits)
            counts.glyphs += text.shown
            counts.unmapped += text.unmapped
            self._limits.check("glyphs", counts.glyphs, "the PDF file: glyphs")
            drawing = PageDrawing(self._raw, page, self._limits)
            counts.rules += len(drawing.rules)
            counts.segments += drawing.segments
            most = max(counts.rules, counts.segments // SEGMENTS_OF_A_RULE)
            self._limits.check("rules", most, "the PDF file: lines drawn")
            if text.unmapped:
                message = f"fonts do not say what {text.unmapped} characters of the page are"
                drawing.quoted.append(("undecodable-text", "", message))
            counts.pictured += drawing.picture_share > _PICTURE_SHARE
            counts.outlined += drawing.segments > _OUTLINES
            yield turned(number + 1, page.get_cropbox(), text, drawing)
            page.close()


class _PageCounts:
    """What was found on all pages together."""

    def __init__(self) -> None:
        self.glyphs = 0
        self.unmapped = 0
        self.rules = 0
        self.segments = 0
        self.pictured = 0
        self.outlined = 0


def _check(counts: _PageCounts, pages: int) -> None:
    if counts.glyphs < _FEWEST_GLYPHS * pages and (counts.pictured + counts.outlined) * 2 > pages:
        what = "a scan: its pages are pictures" if counts.pictured else "drawn in outlines,"
        raise UnreadableSourceError(
            f"the PDF file is {what} without text; recognise the text in them first: {_OCR}"
        )
    if counts.unmapped > _MOST_UNMAPPED * max(1, counts.glyphs):
        raise UnreadableSourceError(
            f"the fonts of the PDF file do not say what they print ({counts.unmapped} of"
            f" {counts.glyphs} characters); recognise the text on its pages first: {_OCR}"
        )


def _refused(error: Exception) -> str:
    if getattr(error, "err_code", None) == _PASSWORD_ERROR or "password" in str(error).lower():
        return "the PDF file is encrypted; open it with its password and print or save it without one"
    return f"the PDF file is damaged ({error}); get it again from its source"
