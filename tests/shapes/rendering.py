"""Renders a report whose tables are grids: as a web page, a Word file, and as programs print text."""

import html
import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

from tests.recognise import printed
from tests.shapes import printing
from tests.shapes.printing import Rows
from tests.shapes.sheets import Cell, Grid, Line, Report


@dataclass(frozen=True)
class Rendering:
    """A way to render: its name, the format that reads it, whether every cell keeps its place."""

    name: str
    format: str
    keeps_places: bool
    render: Callable[[Report], bytes]
    shows_spans: bool = False
    fills_up: bool = False
    """Whether short rows are filled up with blanks."""
    drops_blanks: bool = False
    """Whether blank cells vanish."""
    tears: bool = False
    """Whether numbers stand apart from their labels, so that blanks part them further."""


def web_page(report: Report, tag: str = "{}") -> bytes:
    """Return a web page; `tag` is what stands around the text of a cell."""
    parts = [f"<h1>{html.escape(report.title)}</h1>"]
    for block in report.blocks:
        if isinstance(block, Line):
            parts.append(f"<p>{html.escape(block.text)}</p>")
        elif isinstance(block, Grid):
            rows = "".join(
                f"<tr>{''.join(_td(cell, tag) for cell in row)}</tr>\n" for row in block.rows
            )
            parts.append(f"<table border=1>\n{rows}</table>")
    body = "\n".join(parts)
    return f"<!DOCTYPE html><html><body>\n{body}\n</body></html>".encode()


def page_in_a_table(report: Report) -> bytes:
    """Return a web page that is laid out by a table: the report in one of its cells."""
    page = web_page(report).decode()
    start = "<table><tr><td>政府信息公开</td></tr><tr><td><table><tr><td>"
    end = "</td><td>&nbsp;</td></tr></table></td></tr></table>"
    return page.replace("<body>", f"<body>{start}").replace("</body>", f"{end}</body>").encode()


def _td(cell: Cell, tag: str) -> str:
    spans = f' colspan="{cell.width}"' if cell.width > 1 else ""
    spans += f' rowspan="{cell.height}"' if cell.height > 1 else ""
    text = html.escape(cell.text).replace("\n", "<br>") or "&nbsp;"
    raised = f"<sup>{html.escape(cell.raised)}</sup>" if cell.raised else ""
    return f"<td{spans}>{tag.format(text + raised)}</td>"


def styled_boxes(report: Report) -> bytes:
    """Return a web page whose tables are boxes that a style makes cells of; nothing spans."""
    parts = [f"<h1>{html.escape(report.title)}</h1>"]
    for block in report.blocks:
        if isinstance(block, Line):
            parts.append(f"<p>{html.escape(block.text)}</p>")
        elif isinstance(block, Grid):
            parts.append('<div style="display:table">')
            for row in shown_once(block):
                cells = "".join(
                    f'<div style="display:table-cell">{html.escape(text)}</div>' for text in row
                )
                parts.append(f'<div style="display:table-row">{cells}</div>')
            parts.append("</div>")
    body = "\n".join(parts)
    return f"<!DOCTYPE html><html><body>\n{body}\n</body></html>".encode()


INPUT = '<input type="text" readonly value="{}">'
DISABLED = '<input value="{}" disabled="disabled" class="num">'
AREA = "<textarea readonly>{}</textarea>"


def form_fields(report: Report, field: str = INPUT) -> bytes:
    """Return a web page whose numbers stand in form fields that cannot be changed."""

    def cell_of(cell: Cell) -> str:
        if not cell.numbers or not cell.text:
            return _td(cell, "{}")
        spans = f' colspan="{cell.width}"' if cell.width > 1 else ""
        return f"<td{spans}>{field.format(html.escape(cell.text))}</td>"

    parts = [f"<h1>{html.escape(report.title)}</h1>"]
    for block in report.blocks:
        if isinstance(block, Line):
            parts.append(f"<p>{html.escape(block.text)}</p>")
        elif isinstance(block, Grid):
            rows = "".join(f"<tr>{''.join(map(cell_of, row))}</tr>\n" for row in block.rows)
            parts.append(f"<table border=1>\n{rows}</table>")
    return f"<html><body>{''.join(parts)}</body></html>".encode()


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/'
    'package/2006/content-types"><Default Extension="rels" ContentType="application/'
    'vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    '.main+xml"/></Types>'
)
_LINKS = (
    '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats'
    '.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.'
    'openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)


CONTROL = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> FORMTEXT </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def word_file(report: Report, field: str = "{}") -> bytes:
    """Return a Word file, its cells merged as the grid's are; `field` stands around numbers."""
    parts = [_paragraph(report.title)]
    for block in report.blocks:
        if isinstance(block, Line):
            parts.append(_paragraph(block.text))
        elif isinstance(block, Grid):
            parts.append(_word_table(block, field))
    document = (
        f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{_WORD}"><w:body>'
        f"{''.join(parts)}</w:body></w:document>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _LINKS)
        archive.writestr("word/document.xml", document)
    return file.getvalue()


def _paragraph(text: str, raised: str = "", field: str = "{}") -> str:
    runs = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n")
    )
    if raised:
        above = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        runs += f"</w:r><w:r>{above}<w:t>{escape(raised)}</w:t>"
    return f"<w:p>{field.format(f'<w:r>{runs}</w:r>')}</w:p>"


def _word_table(grid: Grid, field: str) -> str:
    places = grid.places()
    rows = []
    for places_of_row in places:
        cells = []
        across = 0
        while across < len(places_of_row):
            cell, begins = places_of_row[across]
            spans = f'<w:gridSpan w:val="{cell.width}"/>' if cell.width > 1 else ""
            if cell.height > 1:
                spans += '<w:vMerge w:val="restart"/>' if begins else "<w:vMerge/>"
            text = cell.text if begins else ""
            paragraph = _paragraph(text, cell.raised, field if cell.numbers and text else "{}")
            cells.append(f"<w:tc><w:tcPr>{spans}</w:tcPr>{paragraph}</w:tc>")
            across += cell.width
        rows.append(f"<w:tr>{''.join(cells)}</w:tr>")
    width = max(map(len, places), default=0)
    columns = '<w:gridCol w:w="900"/>' * width
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def shown_once(grid: Grid) -> Rows:
    """Return a text for each place: that of a cell where it begins, blanks where it spans."""
    return [[cell.text if begins else "" for cell, begins in row] for row in grid.places()]


def shown_everywhere(grid: Grid) -> Rows:
    """Return a text for each place; a label that spans is repeated, a number is not."""
    return [
        [cell.text if begins or not cell.numbers else "" for cell, begins in row]
        for row in grid.places()
    ]


def beginning(grid: Grid) -> Rows:
    """Return the texts of the cells that begin in each row."""
    return [[cell.text for cell in row] for row in grid.rows]


def one_line(rows: Rows) -> Rows:
    """Return the rows with line breaks within cells taken for nothing."""
    return [[text.replace("\n", "") for text in row] for row in rows]


def as_text(
    report: Report, printer: Callable[[Rows], str], cells: Callable[[Grid], Rows]
) -> bytes:
    """Return a text with a line a paragraph and the tables as a printer gives them."""

    def parts() -> Iterator[str]:
        yield f"{report.title}\n\n"
        for block in report.blocks:
            if isinstance(block, Line):
                yield f"{block.text}\n\n"
            elif isinstance(block, Grid):
                keeps_breaks = printer in printing.KEEP_BREAKS
                rows = cells(block)
                yield printer(rows if keeps_breaks else one_line(rows))
                yield "\n"

    return "".join(parts()).encode()


def _text(
    name: str,
    format: str,
    printer: Callable[[Rows], str],
    cells: Callable[[Grid], Rows],
    *,
    fills_up: bool = False,
) -> Rendering:
    return Rendering(
        name, format, True, lambda report: as_text(report, printer, cells), fills_up=fills_up
    )


PLACED = (
    Rendering("page", "html", True, web_page, shows_spans=True),
    Rendering(
        "page of paragraphs",
        "html",
        True,
        lambda each: web_page(each, "<p>{}</p>"),
        shows_spans=True,
    ),
    Rendering("page in a table", "html", True, page_in_a_table, shows_spans=True),
    Rendering("boxes", "html", True, styled_boxes),
    Rendering("form fields", "html", True, form_fields, shows_spans=True),
    Rendering(
        "fields that are disabled",
        "html",
        True,
        lambda each: form_fields(each, DISABLED),
        shows_spans=True,
    ),
    Rendering(
        "areas of text", "html", True, lambda each: form_fields(each, AREA), shows_spans=True
    ),
    Rendering(
        "Word controls",
        "docx",
        True,
        lambda each: word_file(each, CONTROL),
        shows_spans=True,
    ),
    Rendering("Word fields", "docx", True, lambda each: word_file(each, FIELD), shows_spans=True),
    Rendering("Word", "docx", True, word_file, shows_spans=True),
    _text("bars", "pipe", printed.bars_on_both_sides, shown_once),
    _text("bars, labels repeated", "pipe", printed.bars_on_both_sides, shown_everywhere),
    _text("Markdown", "pipe", printed.markdown, shown_once, fills_up=True),
    _text(
        "Markdown with breaks", "pipe", printing.markdown_with_breaks, shown_once, fills_up=True
    ),
    _text("drawn grid", "pipe", printed.bordered_rows, shown_once, fills_up=True),
    _text("tabs", "tab", printed.tab_separated, shown_once),
    _text("tabs from a sheet", "tab", printing.copied_from_a_sheet, shown_once),
    _text("bars inside", "pipe", lambda rows: printing.joined(rows, " | "), shown_once),
    _text("semicolons", "tab", lambda rows: printing.joined(rows, ";"), shown_once),
    _text("commas", "tab", printing.comma_separated, shown_once),
    _text("lists", "tab", printing.listed, shown_once),
    _text("LaTeX", "tab", printing.latex, shown_once),
)
"""What shows every cell in its place."""

KEEPS_BLANKS = (
    _text("Tika", "tab", printed.tika, beginning),
    _text("cell a line, blank lines", "tab", printed.cell_per_line_with_blank_lines, beginning),
    _text("cell then bar", "pipe", printed.cell_then_bar, beginning),
    _text("bar between cells", "pipe", printed.bar_between_cells, beginning),
    _text("bar before each row", "pipe", printed.bar_before_each_row, beginning),
    _text("closing bars", "pipe", printed.trailing_bars, beginning),
    _text("closing bars, padded", "pipe", printed.trailing_bars_padded, beginning, fills_up=True),
    _text("bars of beginning cells", "pipe", printed.bars_on_both_sides, beginning),
    _text("columns of blanks", "tab", printing.in_columns, shown_once, fills_up=True),
)
DROPS_BLANKS = (
    _text("cell a line", "tab", printed.cell_per_line, beginning),
    _text("cell a line, labels glued", "tab", printing.labels_glued, beginning),
    _text("row a line by blanks", "tab", printed.row_with_blanks, beginning),
    _text("cell then bar, no blanks", "pipe", printed.cell_then_bar_without_blanks, beginning),
    _text("numbers within their label", "tab", printing.label_around_numbers, beginning),
    _text("label goes on below", "tab", printing.label_goes_on_below, beginning),
    _text("labels of groups upright", "tab", printing.groups_upright, beginning),
    _text("on one line", "tab", printing.on_one_line, beginning),
)
TORN = (
    _text("labels, then numbers", "tab", printing.labels_then_numbers, beginning),
    _text("numbers before labels", "tab", printing.numbers_before_labels, beginning),
)
FLOWING = (
    *(replace(each, keeps_places=False) for each in KEEPS_BLANKS),
    *(replace(each, keeps_places=False, drops_blanks=True) for each in DROPS_BLANKS),
    *(replace(each, keeps_places=False, drops_blanks=True, tears=True) for each in TORN),
)
"""What shows cells one after another."""

RENDERINGS = {each.name: each for each in (*PLACED, *FLOWING)}
