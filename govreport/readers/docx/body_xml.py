"""The main part's paragraphs and tables as blocks, in one pass over the tree.

Elements that are not named here are transparent: text inside hyperlinks, smart tags, content
controls, custom XML, tracked insertions and whatever else wraps it is kept. What is passed over
is named, and quoted if it holds text (ECMA-376-1, section 17).
"""

from collections.abc import Callable, Iterator

from lxml import etree

from govreport.blocks import Block, TableBlock, TextBlock
from govreport.limits import Limits
from govreport.readers.docx import math_xml
from govreport.readers.docx.alternates import Alternates
from govreport.readers.docx.drawing_xml import describe_drawing
from govreport.readers.docx.flow import Flow, Paragraph
from govreport.readers.docx.names import COMPATIBILITY, MATH, RELATION_ID, WORD
from govreport.readers.docx.numbering_xml import Numbering
from govreport.readers.docx.package import Package
from govreport.readers.docx.paragraph_xml import PROPERTIES, read_properties
from govreport.readers.docx.plain_text import plain_text
from govreport.readers.docx.run_xml import RunReader
from govreport.readers.docx.side_texts import NOTE_REFERENCES, SideTexts
from govreport.readers.docx.styles_xml import MARK_PREFIX
from govreport.readers.docx.table_xml import TableDraft, row_properties

_TABLE_MARK = f"{MARK_PREFIX}table "

_STYLING = tuple(
    f"{WORD}{name}"
    for name in (
        *("rFonts", "b", "bCs", "color", "kern", "sz", "szCs", "lang", "shd", "spacing", "ind"),
        *("jc", "keepNext", "snapToGrid", "widowControl", "adjustRightInd"),
        *("tcW", "tcBorders", "vAlign", "trHeight", "cantSplit"),
    )
)
"""The commonest properties that say nothing to a reader; most of a file's elements."""


class BodyReader(RunReader):
    """Reads the body of one document; `diagnostics` tell after `read` what was left out."""

    def __init__(self, package: Package, root: etree._Element, limits: Limits) -> None:
        super().__init__(package, root, limits)
        self._side_texts = SideTexts(package)
        self._numbering: Numbering | None = None
        self._usual = read_properties(None, self._styles)
        self._alternates = Alternates()
        self._tables_met = 0

    def read(self) -> tuple[Block, ...]:
        """Read the whole tree and return its blocks."""
        etree.strip_elements(self._root, *_STYLING, with_tail=False)
        self._walk()
        self._flow.settle()
        blocks = self._body.blocks
        return tuple(TextBlock(each) if isinstance(each, str) else each for each in blocks)

    def _walk(self) -> None:
        starts, ends = _STARTS, _ENDS
        # The elements that are open: how each ends, itself, and what follows it beside it.
        opened: list[tuple[_Handler | None, etree._Element, Iterator[etree._Element]]] = []
        following = iter((self._root,))
        while True:
            for element in following:
                name = element.tag
                self._skipped = False
                if (start := starts.get(name)) is not None:
                    start(self, element)
                end = ends.get(name)
                if len(element) and not self._skipped:
                    opened.append((end, element, following))
                    following = iter(element)
                    break
                if end is not None:
                    end(self, element)
            else:
                if not opened:
                    return
                end, element, following = opened.pop()
                if end is not None:
                    end(self, element)

    def _skip(self, _element: etree._Element) -> None:
        self._skipped = True

    # Paragraphs

    def _start_paragraph(self, element: etree._Element) -> None:
        flow = self._flow
        if flow.stray:
            flow.settle()
        self._enter()
        self._paragraphs_met += 1
        # The properties come first in a paragraph (section 17.3.1.22).
        first = element[0] if len(element) else None
        own = first if first is not None and first.tag == PROPERTIES else None
        # Paragraphs without properties of their own share what their style says.
        properties = self._usual if own is None else read_properties(own, self._styles)
        if flow.first_style is None:
            flow.first_style = properties.style.name
        self._paragraph = Paragraph(properties)
        if flow.carried is not None:
            self._join_carried(flow.carried, self._paragraph)
        self._run_hidden = properties.style.hidden
        self._choose_sink()

    def _join_carried(self, carried: Paragraph, paragraph: Paragraph) -> None:
        self._flow.carried = None
        # The lists are taken over, not copied: any number of paragraphs may run on.
        paragraph.texts = carried.texts
        paragraph.anchored = carried.anchored

    def _end_paragraph(self, _element: etree._Element) -> None:
        paragraph = self._paragraph
        self._leave()
        if paragraph is None:
            return
        properties = paragraph.properties
        if paragraph.hidden or paragraph.deleted:
            self._quote(paragraph)
        if properties.section is not None:
            self._read_section(properties.section)
        if properties.mark_deleted:
            self._flow.carried = paragraph
        else:
            number = self._number(paragraph) if properties.numbering.number else ""
            self._flow.add_paragraph(paragraph, number)

    def _quote(self, paragraph: Paragraph) -> None:
        if paragraph.hidden and (text := "".join(paragraph.hidden).strip()):
            self._report("hidden-text", text)
        if paragraph.deleted and (text := "".join(paragraph.deleted).strip()):
            self._report("deleted-text", text)

    def _number(self, paragraph: Paragraph) -> str:
        if paragraph.properties.mark_hidden and not "".join(paragraph.texts).strip():
            return ""
        if self._numbering is None:
            self._numbering = Numbering(self._package.side_part("numbering"), self._styles)
        return self._numbering.next_number(paragraph.properties.numbering)

    def _read_section(self, section: etree._Element) -> None:
        self.diagnostics.extend(self._side_texts.headers_and_footers(section))

    # Tables

    def _start_table(self, _element: etree._Element) -> None:
        self._flow.settle()
        self._enter()
        self._tables_met += 1
        where = f"{self._package.main_name}, table {self._tables_met}"
        self._table = TableDraft(where, self._limits)

    def _end_table(self, _element: etree._Element) -> None:
        draft = self._table
        self._leave()
        if draft is None:
            return
        table = draft.finish()
        self.diagnostics.extend(draft.diagnostics)
        if table is not None:
            self._flow.settle()
            mark = "" if self._flow.cell is not None else draft.mark
            self._flow.blocks.append(TableBlock(table, mark))

    def _start_row(self, element: etree._Element) -> None:
        if self._table is None:
            return
        before, deleted = row_properties(element)
        if deleted:
            self._skipped = True
            if text := plain_text(element):
                self._report("deleted-text", text, "a row that a tracked change deletes")
        else:
            self._table.start_row(before)

    def _start_cell(self, _element: etree._Element) -> None:
        self._enter()
        if self._table is not None and self._table.rows:
            self._flow = Flow(cell=self._table.start_cell())
            self._paragraph = None
            self._run_hidden = False
            self._choose_sink()

    def _end_cell(self, _element: etree._Element) -> None:
        flow, table = self._flow, self._table
        self._leave()
        if flow is self._flow or flow.cell is None or table is None:
            return
        flow.cell.content = flow.content()
        style = flow.first_style or ""
        if table.cells_met == 1 and style.startswith(_TABLE_MARK):
            table.mark = style.removeprefix(_TABLE_MARK)
        table.end_cell(flow.cell)

    def _cell_properties(self, element: etree._Element) -> None:
        self._skipped = True
        if self._table is not None and self._flow.cell is not None:
            self._table.read_properties(self._flow.cell, element)

    # What stands beside the text

    def _start_text_box(self, element: etree._Element) -> None:
        self._enter()
        if self._sink is not self._flow.stray and self._hidden_here():
            self._skipped = True
            self._sink.append(f"\n{plain_text(element)}\n")
        self._flow = Flow()
        self._paragraph = None
        self._table = None
        self._run_hidden = False
        self._choose_sink()

    def _hidden_here(self) -> bool:
        return self._paragraph is not None and self._sink is self._paragraph.hidden

    def _end_text_box(self, _element: etree._Element) -> None:
        flow = self._flow
        self._leave()
        flow.settle()
        if self._paragraph is not None:
            self._paragraph.anchored.extend(flow.blocks)
        else:
            self._flow.blocks.extend(flow.blocks)

    def _drawing(self, element: etree._Element) -> None:
        drawing = describe_drawing(element, self._package)
        if drawing is not None:
            self._report("image", drawing.text, drawing.message)

    def _control(self, element: etree._Element) -> None:
        self._report("form-field", element.get(f"{WORD}name", ""))

    def _note(self, element: etree._Element) -> None:
        self.diagnostics.append(self._side_texts.note(element, self._where()))

    def _alternate(self, element: etree._Element) -> None:
        if not self._alternates.is_shown(element):
            self._skipped = True

    def _foreign_part(self, element: etree._Element) -> None:
        relationship = self._package.related(element.get(RELATION_ID, ""))
        name = "an unnamed part" if relationship is None else relationship.target
        message = f"the document takes in {name}, which is in another format and was not read"
        self._report("damaged-markup", "" if relationship is None else name, message)


_Handler = Callable[[BodyReader, etree._Element], None]

_STARTS: dict[str, _Handler] = {
    f"{WORD}p": BodyReader._start_paragraph,
    f"{WORD}r": BodyReader._start_run,
    f"{MATH}r": BodyReader._start_run,
    f"{WORD}t": BodyReader._text,
    f"{MATH}t": BodyReader._text,
    f"{WORD}delText": BodyReader._deleted_text,
    f"{WORD}rStyle": BodyReader._run_style,
    f"{WORD}vanish": BodyReader._vanish,
    f"{WORD}strike": BodyReader._strike,
    f"{WORD}dstrike": BodyReader._strike,
    f"{WORD}vertAlign": BodyReader._vertical_align,
    f"{WORD}tab": BodyReader._tab,
    f"{WORD}ptab": BodyReader._tab,
    f"{WORD}br": BodyReader._break,
    f"{WORD}cr": BodyReader._break,
    f"{WORD}noBreakHyphen": BodyReader._no_break_hyphen,
    f"{WORD}softHyphen": BodyReader._soft_hyphen,
    f"{WORD}sym": BodyReader._symbol,
    f"{WORD}fldChar": BodyReader._field_mark,
    f"{WORD}instrText": BodyReader._field_code,
    f"{WORD}rt": BodyReader._ruby,
    f"{WORD}del": BodyReader._deleted,
    f"{WORD}moveFrom": BodyReader._deleted,
    f"{WORD}tbl": BodyReader._start_table,
    f"{WORD}tr": BodyReader._start_row,
    f"{WORD}tc": BodyReader._start_cell,
    f"{WORD}tcPr": BodyReader._cell_properties,
    f"{WORD}txbxContent": BodyReader._start_text_box,
    f"{WORD}drawing": BodyReader._drawing,
    f"{WORD}pict": BodyReader._drawing,
    f"{WORD}object": BodyReader._drawing,
    f"{WORD}control": BodyReader._control,
    f"{WORD}altChunk": BodyReader._foreign_part,
    f"{WORD}subDoc": BodyReader._foreign_part,
    f"{WORD}sectPr": BodyReader._read_section,
    f"{COMPATIBILITY}Choice": BodyReader._alternate,
    f"{COMPATIBILITY}Fallback": BodyReader._alternate,
    f"{MATH}nary": BodyReader._operator,
    f"{MATH}d": BodyReader._start_delimiter,
    **dict.fromkeys(math_xml.OPENED, BodyReader._part_of_equation),
    **dict.fromkeys(NOTE_REFERENCES, BodyReader._note),
    # Properties, and those before a tracked change, hold elements that are none of the text.
    **dict.fromkeys(
        (
            PROPERTIES,
            f"{WORD}rPrChange",
            f"{WORD}tblPr",
            f"{WORD}tblPrEx",
            f"{WORD}trPr",
            f"{WORD}sdtPr",
            f"{WORD}sdtEndPr",
            f"{WORD}customXmlPr",
            f"{MATH}ctrlPr",
        ),
        BodyReader._skip,
    ),
}
_ENDS: dict[str, _Handler] = {
    f"{WORD}p": BodyReader._end_paragraph,
    f"{WORD}tbl": BodyReader._end_table,
    f"{WORD}tc": BodyReader._end_cell,
    f"{WORD}txbxContent": BodyReader._end_text_box,
    f"{MATH}d": BodyReader._end_delimiter,
}
