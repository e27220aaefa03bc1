"""Reads paragraphs: at once if they are plain, else in the walk, with their numbers and notes."""

from lxml import etree

from govreport.limits import Limits
from govreport.readers.docx.drawing_xml import Drawings
from govreport.readers.docx.flow import ParagraphDraft
from govreport.readers.docx.formatting import UNFORMATTED
from govreport.readers.docx.moved_text import as_shown
from govreport.readers.docx.numbering_xml import Numbering
from govreport.readers.docx.package import Package
from govreport.readers.docx.paragraph_xml import (
    PROPERTIES,
    ParagraphProperties,
    read_properties,
)
from govreport.readers.docx.plain_paragraph import read_plain
from govreport.readers.docx.run_xml import Children, RunReader
from govreport.readers.docx.side_texts import SideTexts


class ParagraphReader(RunReader):
    """The handlers of paragraphs, in addition to those of their contents."""

    def __init__(self, package: Package, root: etree._Element, limits: Limits) -> None:
        super().__init__(package, root, limits)
        self._drawings = Drawings(package)
        self._side_texts = SideTexts(package, self._drawings)
        self._numbering: Numbering | None = None
        self._usual = read_properties(None, self._styles)

    def _start_paragraph(self, element: etree._Element) -> Children | None:
        flow = self._flow
        if flow.stray:
            flow.settle()
        if flow.carried is None and self._cell_formatting is UNFORMATTED:
            plain = self._read_plain(element)
            if plain is not None:
                self._add_plain(*plain)
                return None
        self._paragraphs_met += 1
        self._enter()
        self._begin(element)
        return iter(element)

    def _begin(self, element: etree._Element) -> None:
        """Begin a paragraph of which more than the text matters."""
        flow = self._flow
        # The properties come first in a paragraph (section 17.3.1.22).
        first = element[0] if len(element) else None
        properties = self._usual
        if first is not None and first.tag == PROPERTIES:
            properties = read_properties(first, self._styles)
        style = properties.style
        if flow.first_style is None:
            flow.first_style = style.name
        shown = style.shown
        if self._cell_formatting is not UNFORMATTED:
            shown = self._styles.shown(self._cell_formatting, style)
        self._paragraph = ParagraphDraft(properties, shown)
        if flow.carried is not None:
            self._join_carried(flow.carried, self._paragraph)
        self._shown = shown
        self._choose_sink()

    def _read_plain(self, element: etree._Element) -> tuple[str, ParagraphProperties] | None:
        """Return the text of a paragraph that shows only text, None if it has to be walked.

        Paragraphs without properties of their own share what their style says.
        """
        plain = None if self._fields.in_code else read_plain(element)
        if plain is None:
            return None
        text, own = plain
        properties = self._usual if own is None else read_properties(own, self._styles)
        if not properties.is_plain:
            return None
        self._paragraphs_met += 1
        return text, properties

    def _add_plain(self, text: str, properties: ParagraphProperties) -> None:
        style = properties.style
        if self._flow.first_style is None:
            self._flow.first_style = style.name
        if style.mark:
            self._limits.take_repeated(len(style.mark), self._main_name)
        self._flow.add_text(text, properties.level, style.mark)

    def _join_carried(self, carried: ParagraphDraft, paragraph: ParagraphDraft) -> None:
        self._flow.carried = None
        # The lists are taken over, not copied: any number of paragraphs may be joined.
        paragraph.texts = carried.texts
        paragraph.moved = carried.moved
        paragraph.anchored = carried.anchored

    def _end_paragraph(self, _element: etree._Element) -> None:
        paragraph = self._paragraph
        self._leave()
        if paragraph is None:
            return
        properties = paragraph.properties
        if properties.style.mark:
            self._limits.take_repeated(len(properties.style.mark), self._main_name)
        if paragraph.hidden or paragraph.deleted:
            self._quote(paragraph)
        if properties.section is not None:
            self._read_section(properties.section)
        if properties.mark_deleted:
            self._flow.carried = paragraph
        else:
            number = self._number(paragraph) if properties.numbering.number else ""
            self._flow.add_paragraph(paragraph, number)

    def _quote(self, paragraph: ParagraphDraft) -> None:
        if paragraph.hidden and (text := "".join(paragraph.hidden).strip()):
            self._report("hidden-text", text)
        if paragraph.deleted and (text := "".join(paragraph.deleted).strip()):
            self._report("deleted-text", text)

    def _number(self, paragraph: ParagraphDraft) -> str:
        if paragraph.properties.mark_hidden and not "".join(paragraph.texts).strip():
            return ""
        if self._numbering is None:
            part = self._package.side_part("numbering")
            self._numbering = Numbering(part, self._styles, self._limits)
        label = self._numbering.next_label(paragraph.properties.numbering)
        style = paragraph.properties.style
        shown = self._styles.shown(self._cell_formatting, style, label.properties)
        if label.text and shown.struck and not shown.hidden:
            self._report("deleted-text", label.text.strip(), "a list number is struck through")
        if shown.hidden or shown.struck:
            return ""
        return as_shown(label.text, shown)

    def _read_section(self, section: etree._Element) -> None:
        self.diagnostics.extend(self._side_texts.headers_and_footers(section))
