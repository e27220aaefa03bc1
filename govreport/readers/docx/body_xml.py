"""The main part's paragraphs and tables as blocks, in one pass over the tree.

Elements that are not named here are transparent: text inside hyperlinks, smart tags, content
controls, custom XML, tracked insertions and any other wrapper is kept. Elements to be skipped are
named, and quoted if they hold text (ECMA-376-1, section 17).
"""

from collections.abc import Callable
from itertools import chain

from lxml import etree

from govreport.blocks import Block, TableBlock, TextBlock
from govreport.limits import Limits
from govreport.readers.docx import math_xml
from govreport.readers.docx.alternates import Alternates
from govreport.readers.docx.drawing_xml import DRAWINGS
from govreport.readers.docx.flow import WordFlow, as_block
from govreport.readers.docx.formatting import RUN_PROPERTIES, UNFORMATTED
from govreport.readers.docx.inserted import InsertedFiles, ReadInserted
from govreport.readers.docx.names import COMPATIBILITY, MATH, RELATION_ID, VALUE, WORD, is_on
from govreport.readers.docx.package import Package
from govreport.readers.docx.paragraph_reader import ParagraphReader
from govreport.readers.docx.paragraph_xml import (
    PROPERTIES,
)
from govreport.readers.docx.plain_text import plain_text
from govreport.readers.docx.run_xml import Children
from govreport.readers.docx.side_texts import NOTE_REFERENCES
from govreport.readers.docx.styles_xml import MARK_PREFIX
from govreport.readers.docx.table_style_xml import read_look
from govreport.readers.docx.table_xml import (
    CellDraft,
    OpenPositions,
    WordTableDraft,
    row_properties,
)

_TABLE_MARK = f"{MARK_PREFIX}table "

_PARAGRAPH = f"{WORD}p"
_CELL_PROPERTIES = f"{WORD}tcPr"
_STYLING = tuple(
    f"{WORD}{name}"
    for name in (
        *("rFonts", "b", "bCs", "i", "iCs", "u", "color", "kern", "sz", "szCs", "lang", "shd"),
        *("spacing", "ind", "jc", "highlight", "noProof", "snapToGrid", "w", "bdr", "em"),
        *("keepNext", "keepLines", "widowControl", "adjustRightInd", "overflowPunct", "pBdr"),
        *("autoSpaceDE", "autoSpaceDN", "topLinePunct", "kinsoku", "wordWrap", "textAlignment"),
        *("tcW", "tcBorders", "tcMar", "vAlign", "noWrap", "trHeight", "cantSplit", "cnfStyle"),
    )
)
"""The commonest properties that do not matter to a reader; most of a file's elements."""


class BodyReader(ParagraphReader):
    """Reads the body of one document; after `read`, `diagnostics` list what was left out."""

    def __init__(
        self,
        package: Package,
        root: etree._Element,
        limits: Limits,
        read_inserted: ReadInserted | None = None,
    ) -> None:
        super().__init__(package, root, limits)
        self._inserted = InsertedFiles(package, limits, read_inserted)
        self._alternates = Alternates(root)
        self._tables_met = 0
        self._positions = OpenPositions(limits)

    def read(self) -> tuple[Block, ...]:
        """Read the whole tree and return its blocks."""
        etree.strip_elements(self._root, *_STYLING, with_tail=False)
        self._walk()
        self._flow.settle()
        blocks = self._body.blocks
        return tuple(TextBlock(each) if isinstance(each, str) else each for each in blocks)

    def _walk(self) -> None:
        # The open elements: how each ends, itself, and the siblings that follow it.
        opened: list[tuple[_End | None, etree._Element, Children]] = []
        following: Children = iter((self._root,))
        while True:
            for element in following:
                name = element.tag
                start = _STARTS.get(name)
                inner = iter(element) if start is None else start(self, element)
                if inner is not None:
                    opened.append((_ENDS.get(name), element, following))
                    following = inner
                    break
            else:
                if not opened:
                    return
                end, element, following = opened.pop()
                if end is not None:
                    end(self, element)

    def _skip(self, _element: etree._Element) -> None:
        """Leave out an element with all that it holds."""

    # Tables

    def _start_table(self, element: etree._Element) -> Children:
        self._flow.settle()
        self._enter()
        self._tables_met += 1
        where = f"{self._main_name}, table {self._tables_met}"
        self._table = WordTableDraft(
            where, self._limits, self._positions, self._styles.table(None)
        )
        return iter(element)

    def _table_properties(self, element: etree._Element) -> None:
        style = element.find(f"{WORD}tblStyle")
        if self._table is not None:
            self._table.look = read_look(element)
            self._table.style = self._styles.table(None if style is None else style.get(VALUE))

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

    def _start_row(self, element: etree._Element) -> Children | None:
        if self._table is None:
            return iter(element)
        before, deleted = row_properties(element)
        if deleted:
            if text := plain_text(element):
                self._report("deleted-text", text, "a row that a tracked change deletes")
            return None
        self._table.start_row(before, element)
        return iter(element)

    def _start_cell(self, element: etree._Element) -> Children | None:
        table = self._table
        if table is None or not table.rows:
            self._enter()
            return iter(element)
        cell = table.start_cell()
        formatting = table.formatting(element)
        children: Children = iter(element)
        # The first paragraph's style in the first cell holds the table's mark.
        if formatting is UNFORMATTED and table.cells_met > 1:
            unusual = self._read_plain_cell(cell, table, children)
            if unusual is None:
                table.end_cell(cell)
                return None
            children = chain((unusual,), children)
        self._enter_flow(WordFlow(cell), formatting)
        self._table = table
        return children

    def _read_plain_cell(
        self, cell: CellDraft, table: WordTableDraft, children: Children
    ) -> etree._Element | None:
        """Read a cell's plain paragraphs up to anything else, and return that."""
        for child in children:
            name = child.tag
            if name == _CELL_PROPERTIES:
                table.read_properties(cell, child)
            elif name != _PARAGRAPH:
                return child
            else:
                plain = self._read_plain(child)
                if plain is None:
                    return child
                if text := as_block(plain[0]):
                    cell.content.append(text)
        return None

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
        if self._table is not None and self._flow.cell is not None:
            self._table.read_properties(self._flow.cell, element)

    # What is not part of the text

    def _start_text_box(self, element: etree._Element) -> Children | None:
        if self._paragraph is not None and self._sink is self._paragraph.hidden:
            self._sink.append(f"\n{plain_text(element)}\n")
            return None
        self._enter_flow(WordFlow())
        return iter(element)

    def _end_text_box(self, _element: etree._Element) -> None:
        flow = self._flow
        self._leave()
        flow.settle()
        if self._paragraph is not None:
            self._paragraph.anchored.extend(flow.blocks)
        else:
            self._flow.blocks.extend(flow.blocks)

    def _drawing(self, element: etree._Element) -> Children:
        drawing = self._drawings.describe(element)
        if drawing is not None:
            self._report("image", drawing.text, drawing.message)
        return iter(element)

    def _control(self, element: etree._Element) -> None:
        self._report("form-field", element.get(f"{WORD}name", ""))

    def _note(self, element: etree._Element) -> None:
        note = self._side_texts.note(element, self._where())
        if note is not None:
            self.diagnostics.append(note)
        own_mark = element.get(f"{WORD}customMarkFollows")
        if own_mark is not None and is_on(own_mark):
            # The rest of the run is the mark, raised or only meant to be.
            self._shown = self._shown._replace(script=self._shown.script or "superscript")

    def _alternate(self, element: etree._Element) -> Children | None:
        return iter(element) if self._alternates.is_shown(element) else None

    def _inserted_file(self, element: etree._Element) -> None:
        self._flow.settle()
        identifier = element.get(RELATION_ID, "")
        blocks, told = self._inserted.insert(identifier, self._where())
        self.diagnostics.extend(told)
        place = self._flow.blocks if self._paragraph is None else self._paragraph.anchored
        place.extend(blocks)


_Start = Callable[[BodyReader, etree._Element], Children | None]
"""Takes an element that begins and returns what is to be walked of it, None for nothing.

If something was returned, the element's entry in `_ENDS` is called when it ends.
"""
_End = Callable[[BodyReader, etree._Element], None]

_STARTS: dict[str, _Start] = {
    _PARAGRAPH: BodyReader._start_paragraph,
    f"{WORD}r": BodyReader._start_run,
    f"{MATH}r": BodyReader._start_run,
    f"{WORD}t": BodyReader._text,
    f"{MATH}t": BodyReader._text,
    f"{WORD}delText": BodyReader._deleted,
    RUN_PROPERTIES: BodyReader._run_properties,
    f"{WORD}tab": BodyReader._tab,
    f"{WORD}ptab": BodyReader._tab,
    f"{WORD}br": BodyReader._break,
    f"{WORD}cr": BodyReader._break,
    f"{WORD}noBreakHyphen": BodyReader._no_break_hyphen,
    f"{WORD}softHyphen": BodyReader._soft_hyphen,
    f"{WORD}sym": BodyReader._symbol,
    f"{WORD}fldChar": BodyReader._field_mark,
    f"{WORD}instrText": BodyReader._field_code,
    f"{WORD}fldSimple": BodyReader._start_simple_field,
    f"{WORD}bdo": BodyReader._start_override,
    f"{WORD}rt": BodyReader._ruby,
    f"{WORD}del": BodyReader._deleted,
    f"{WORD}moveFrom": BodyReader._deleted,
    f"{WORD}tbl": BodyReader._start_table,
    f"{WORD}tblPr": BodyReader._table_properties,
    f"{WORD}tr": BodyReader._start_row,
    f"{WORD}tc": BodyReader._start_cell,
    _CELL_PROPERTIES: BodyReader._cell_properties,
    f"{WORD}txbxContent": BodyReader._start_text_box,
    **dict.fromkeys(DRAWINGS, BodyReader._drawing),
    f"{WORD}control": BodyReader._control,
    f"{WORD}altChunk": BodyReader._inserted_file,
    f"{WORD}subDoc": BodyReader._inserted_file,
    f"{WORD}sectPr": BodyReader._read_section,
    f"{COMPATIBILITY}Choice": BodyReader._alternate,
    f"{COMPATIBILITY}Fallback": BodyReader._alternate,
    f"{MATH}nary": BodyReader._operator,
    f"{MATH}d": BodyReader._start_delimiter,
    **dict.fromkeys(math_xml.OPENED, BodyReader._start_part_of_equation),
    **dict.fromkeys(NOTE_REFERENCES, BodyReader._note),
    # Properties, and those before a tracked change, hold elements that are not text.
    **dict.fromkeys(
        (
            PROPERTIES,
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
_ENDS: dict[str, _End] = {
    _PARAGRAPH: BodyReader._end_paragraph,
    f"{WORD}tbl": BodyReader._end_table,
    f"{WORD}tc": BodyReader._end_cell,
    f"{WORD}txbxContent": BodyReader._end_text_box,
    f"{WORD}fldSimple": BodyReader._end_simple_field,
    f"{WORD}bdo": BodyReader._end_override,
    f"{MATH}d": BodyReader._end_delimiter,
    **dict.fromkeys(math_xml.OPENED, BodyReader._end_part_of_equation),
}
