"""The parts of a binary Word document's text as markup of a Word file ([MS-DOC] 2.4).

What a character stands for depends on the signs below 32: marks of paragraphs and cells, breaks,
fields, pictures, notes.
"""

from dataclasses import dataclass, field

from govreport.expressions import expression
from govreport.limits import Limits
from govreport.model.text import FORBIDDEN_CHARACTER
from govreport.translators.word_binary.form_fields import form_field
from govreport.translators.word_binary.pieces import PieceText
from govreport.translators.word_binary.properties import (
    ParagraphFormat,
    RunFormat,
    paragraph_markup,
    read_paragraph,
    read_run,
    run_markup,
)
from govreport.translators.word_binary.rows import TableRow, table_markup
from govreport.translators.word_binary.styles import StyleTable
from govreport.translators.word_package import escaped

_END = expression("[\r\x07\x0c]")
_SIGN = expression("[\x00-\x1f]")
_HALF_PAIR = expression("[\ud800-\udfff]")
_CELL_MARK, _PARAGRAPH_MARK, _BREAK_MARK = "\x07", "\r", "\x0c"
_PICTURE, _DRAWN = "\x01", "\x08"
_EMBEDDED = "<w:object><o:OLEObject/></w:object>"
_BEGINS = "\x13"
_IN_CODE = expression("[\x01\x13-\x15\r]")
_FIELD = {_BEGINS: "begin", "\x14": "separate", "\x15": "end"}
_SIGNS = {
    "\t": "<w:tab/>",
    "\n": "<w:br/>",
    "\x0b": "<w:br/>",
    "\x0c": '<w:br w:type="page"/>',
    "\x0e": '<w:br w:type="column"/>',
    "\x1e": "<w:noBreakHyphen/>",
    "\x1f": "<w:softHyphen/>",
}


@dataclass(slots=True)
class _Table:
    """A table that is open: its finished rows and the cells and content of the row under way."""

    rows: list[TableRow] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    content: list[str] = field(default_factory=list)

    def end_cell(self) -> None:
        self.cells.append("".join(self.content) or "<w:p/>")
        self.content = []

    def end_row(self, row: TableRow) -> None:
        if self.content:
            self.end_cell()
        row.cells, self.cells = self.cells, []
        if row.cells:
            self.rows.append(row)

    def markup(self) -> str:
        """Close the table, a row without its end too, and return it."""
        if self.cells or self.content:
            self.end_row(TableRow())
        return table_markup(self.rows) if self.rows else ""


class BodyWriter:
    """Writes stretches of a document's text as markup.

    `anchored` holds by its position the markup of what is tied to a character: references to
    notes, and text boxes and drawings. `sections` are the positions after each section.
    """

    def __init__(
        self,
        text: PieceText,
        outside: bytes,
        styles: StyleTable,
        fonts: list[str],
        limits: Limits,
    ) -> None:
        self.anchored: dict[int, str] = {}
        self.sections: frozenset[int] = frozenset()
        self._text = text
        self._outside = outside
        self._styles = styles
        self._fonts = fonts
        self._limits = limits
        self._written = 0
        self._runs: dict[tuple[bytes, int], tuple[RunFormat, str]] = {}
        self._style = 0
        self._fields: list[bool] = []

    def markup(self, start: int, end: int) -> str:
        """Return the paragraphs and tables between two positions."""
        self._fields = []
        body: list[str] = []
        tables: list[_Table] = []
        end = min(end, len(self._text.characters))
        while start < end:
            mark = self._mark(start, end)
            properties = read_paragraph(self._text.paragraph(min(mark, end - 1)), self._outside)
            self._fit(tables, properties.level(), body)
            self._add(tables, body, properties, start, mark)
            start = mark + 1
        self._fit(tables, 0, body)
        return "".join(body)

    def _mark(self, start: int, end: int) -> int:
        """Return the position of the mark that ends the paragraph, or the end."""
        position = start
        while (found := _END.search(self._text.characters, position, end)) is not None:
            position = found.start()
            if found[0] != _BREAK_MARK or position + 1 in self.sections:
                return position
            position += 1
        return end

    def _fit(self, tables: list[_Table], depth: int, body: list[str]) -> None:
        """Open or close tables until so many are open."""
        while len(tables) < depth:
            tables.append(_Table())
        while len(tables) > depth:
            markup = tables.pop().markup()
            (tables[-1].content if tables else body).append(markup)

    def _add(
        self,
        tables: list[_Table],
        body: list[str],
        properties: ParagraphFormat,
        start: int,
        mark: int,
    ) -> None:
        sign = self._text.characters[mark : mark + 1]
        if not tables:
            body.append(self._paragraph(properties, start, mark))
            return
        table = tables[-1]
        if properties.inner_row_end or (properties.row_end and sign == _CELL_MARK):
            row = TableRow(deleted=self._run_at(mark)[0].deleted)
            row.define(properties.row)
            table.end_row(row)
            return
        table.content.append(self._paragraph(properties, start, mark))
        if properties.inner_cell_end or (sign == _CELL_MARK and len(tables) == 1):
            table.end_cell()

    def _paragraph(self, properties: ParagraphFormat, start: int, mark: int) -> str:
        self._style = properties.style
        runs = "".join(self._run(*run) for run in self._text.runs(start, mark))
        run, stated = self._run_at(mark)
        deleted = "<w:del/>" if run.deleted else ""
        markup = f"<w:p>{paragraph_markup(properties, stated + deleted)}{runs}</w:p>"
        self._written += len(markup)
        self._limits.check("parsed_bytes", self._written, "the Word document: as XML, bytes")
        return markup

    def _run_at(self, position: int) -> tuple[RunFormat, str]:
        found = self._text.runs(position, position + 1)
        return self._read(found[0][2]) if found else self._read(b"")

    def _read(self, modifiers: bytes) -> tuple[RunFormat, str]:
        known = self._runs.get((modifiers, self._style))
        if known is None:
            run = read_run(modifiers)
            # A character style that switches on what the paragraph's does switches it off.
            inherited = self._styles.switched_on(self._style)
            inherited ^= self._styles.switched_on(run.style)
            known = (run, run_markup(run, inherited))
            self._runs[modifiers, self._style] = known
        return known

    def _run(self, start: int, end: int, modifiers: bytes) -> str:
        run, stated = self._read(modifiers)
        content = "".join(self._content(run, start, end))
        if not content:
            return ""
        markup = f"<w:r><w:rPr>{stated}</w:rPr>{content}</w:r>"
        return f"<w:del>{markup}</w:del>" if run.deleted else markup

    def _content(self, run: RunFormat, start: int, end: int) -> list[str]:
        characters = self._text.characters[start:end]
        if run.symbol is not None:
            number, code = run.symbol
            font = self._fonts[number] if number < len(self._fonts) else ""
            sign = f'<w:sym w:font="{escaped(font)}" w:char="{code:04X}"/>'
            return [sign] * len(characters.strip(_PARAGRAPH_MARK))
        parts: list[str] = []
        position = 0
        for found in _SIGN.finditer(characters):
            parts.append(self._plain(run, characters[position : found.start()]))
            parts.append(self._sign(run, found[0], start + found.start()))
            position = found.end()
        parts.append(self._plain(run, characters[position:]))
        if self.anchored:
            # A note whose mark was typed has its reference at an ordinary character.
            parts += [
                self.anchored[at]
                for at in self._anchors(start, end)
                if characters[at - start] >= " "
            ]
        return parts

    def _anchors(self, start: int, end: int) -> list[int]:
        if end - start > len(self.anchored):
            return [at for at in self.anchored if start <= at < end]
        return [at for at in range(start, end) if at in self.anchored]

    def _plain(self, run: RunFormat, text: str) -> str:
        if not text:
            return ""
        if _HALF_PAIR.search(text):
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        name = "instrText" if self._in_code() else "delText" if run.deleted else "t"
        return f"<w:{name}>{escaped(FORBIDDEN_CHARACTER.sub('', text))}</w:{name}>"

    def _in_code(self) -> bool:
        """Whether the text is the code of a field and not its result."""
        return bool(self._fields) and self._fields[-1]

    def _sign(self, run: RunFormat, sign: str, position: int) -> str:
        if sign in _FIELD:
            return self._field(sign, position)
        if position in self.anchored:
            return self.anchored[position]
        if self._in_code():
            return ""
        if sign == _PICTURE and run.special and not run.data:
            return _EMBEDDED if run.embedded else "<w:pict/>"
        if sign == _DRAWN and run.special:
            return "<w:pict/>"
        return _SIGNS.get(sign, "")

    def _field(self, sign: str, position: int) -> str:
        inner = ""
        if sign == _BEGINS:
            self._fields.append(True)
            inner = self._form_field(position)
        elif self._fields and sign == "\x14":
            self._fields[-1] = False
        elif self._fields:
            self._fields.pop()
        else:
            return ""
        return f'<w:fldChar w:fldCharType="{_FIELD[sign]}">{inner}</w:fldChar>'

    def _form_field(self, position: int) -> str:
        """Return the state of a form field that begins at a position, "" for any other field."""
        found = _IN_CODE.search(self._text.characters, position + 1)
        if found is None or found[0] != _PICTURE:
            return ""
        run = self._run_at(found.start())[0]
        return form_field(self._outside, run.place) if run.data and run.place is not None else ""


def between(positions: list[int], start: int, number: int) -> tuple[int, int]:
    """Return where the text of that number lies, positions being counted from `start`."""
    if number + 1 >= len(positions):
        return start, start
    return start + positions[number], start + positions[number + 1]
