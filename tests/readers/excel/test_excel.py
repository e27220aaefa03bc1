"""Excel workbooks: what the sheets show is read, what they hide is quoted, damage is named."""

import contextlib
import io
import itertools
import subprocess
import zipfile
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import govreport
from govreport import LimitExceededError, Limits, UnreadableSourceError
from govreport.blocks import Stream, TableBlock, TextBlock
from govreport.model.document import ReportDocument
from govreport.readers.excel import read_blocks
from tests.checks.reports import consistent_reports
from tests.laws.registry import share
from tests.readers.excel.office_workbooks import Manner, office_workbook
from tests.readers.excel.sheet_files import OFFICE, inline, rows, workbook_bytes

MANNERS = st.builds(
    Manner,
    borders=st.booleans(),
    row=st.integers(1, 4),
    column=st.integers(1, 3),
    unit_line=st.booleans(),
    one_sheet=st.booleans(),
    numbers=st.booleans(),
    number_format=st.sampled_from(["General", "0", "#,##0", "0_ ", "0.00", "0;-0;0;@"]),
    hidden_row=st.booleans(),
    hidden_column=st.booleans(),
)
BORDERS = (
    '<borders><border/><border><left style="thin"/></border></borders>'
    '<cellXfs><xf/><xf borderId="1"/></cellXfs>'
)


def texts(stream: Stream) -> list[Any]:
    """Return the paragraphs of a stream as texts and its tables as lists of the cells' texts."""
    return [
        block.text
        if isinstance(block, TextBlock)
        else [[cell.text for cell in row] for row in block.table.rows]
        for block in stream.blocks
    ]


def quoted(stream: Stream) -> list[tuple[str, str]]:
    return [(found.code, found.text) for found in stream.diagnostics]


@share(6)
@given(consistent_reports(), MANNERS)
def test_what_an_office_lays_out_in_a_workbook_is_read_as_it_is(
    document: ReportDocument, manner: Manner
) -> None:
    found = govreport.loads(office_workbook(document, manner))
    assert [
        (fact.table, fact.row, fact.column, fact.value, fact.status) for fact in found.facts()
    ] == [
        (fact.table, fact.row, fact.column, fact.value, fact.status) for fact in document.facts()
    ]
    assert (found.agency, found.year) == (document.agency, document.year)


def test_paragraphs_stand_about_tables_with_lines() -> None:
    lined = '<c s="1"><v>1</v></c><c s="1"><v>2</v></c>'
    content = rows(inline("标题"), inline("单位") + inline("年度"), lined, lined, inline("注"))
    assert texts(read_blocks(workbook_bytes(content, styles=BORDERS))) == [
        *("标题", "单位", "年度"),
        [["1", "2"], ["1", "2"]],
        "注",
    ]


def test_a_table_without_lines_is_told_by_its_rows_of_several_texts() -> None:
    two = inline("甲") + "<c><v>2</v></c>"
    content = rows(
        inline("标题"), inline("单位：乙") + inline("年度：丙"), two, two, inline("注")
    )
    assert texts(read_blocks(workbook_bytes(content))) == [
        *("标题", "单位：乙", "年度：丙"),
        [["甲", "2"], ["甲", "2"]],
        "注",
    ]


def test_a_last_row_that_holds_its_label_alone_is_of_the_table() -> None:
    three = '<c t="inlineStr"><is><t>甲</t></is></c><c/><c><v>2</v></c>'
    last = inline("乙") + "<c/><c/>"
    content = rows(three, last, inline("注")) + (
        '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/></mergeCells>'
    )
    assert texts(read_blocks(workbook_bytes(content))) == [[["甲", "2"], ["乙", ""]], "注"]


def test_the_lines_of_a_cell_are_paragraphs_and_blank_rows_part_tables() -> None:
    two = inline("甲") + inline("乙")
    content = rows(inline("一\n\n二"), "", two, "", two)
    assert texts(read_blocks(workbook_bytes(content))) == [
        "一",
        "二",
        [["甲", "乙"]],
        [["甲", "乙"]],
    ]


def test_a_formula_shows_the_result_that_the_file_holds_and_is_open_where_it_holds_none() -> None:
    content = rows(
        "<c><f>1+2</f><v>3</v></c><c><f>A1*2</f></c><c t='str'><f>T(1)</f><v>文</v></c>"
        "<c t='e'><f>1/0</f><v>#DIV/0!</v></c><c t='b'><v>1</v></c>"
    )
    stream = read_blocks(workbook_bytes(content))
    assert texts(stream) == [[["3", "=A1*2", "文", "#DIV/0!", "TRUE"]]]
    assert quoted(stream) == [("formula-without-value", "B1: =A1*2")]


def test_an_uncomputed_total_is_open_in_the_report() -> None:
    document = ReportDocument.blank("青禾县云岭镇人民政府", 2023)
    document = document.with_values(
        {(fact.table, fact.row, fact.column): 1 for fact in document.facts()}
    )
    book = openpyxl.load_workbook(io.BytesIO(office_workbook(document)))
    sheet = book["applications"]
    row = next(cell.row for cell in sheet["A"] if str(cell.value).startswith("一、本年新收"))
    sheet.cell(row, 10).value = f"=SUM(D{row}:I{row})"
    file = io.BytesIO()
    book.save(file)
    found = govreport.loads(file.getvalue())
    cells = {
        (fact.row, fact.column): fact for fact in found.facts() if fact.table == "applications"
    }
    open_cell = cells["new_received", "total"]
    assert (open_cell.value, open_cell.status) == (None, "text")
    assert sum(fact.value == 1 for fact in cells.values()) == len(cells) - 1
    assert any(each.code == "formula-without-value" for each in found.diagnostics)


def test_what_is_hidden_is_left_out_and_quoted() -> None:
    first = (
        '<cols><col min="2" max="2" hidden="1"/></cols><sheetData>'
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>'
        '<row r="2" hidden="1"><c r="A2"><v>4</v></c></row>'
        '<row r="3"><c r="A3"><v>5</v></c><c r="C3"><v>6</v></c></row></sheetData>'
    )
    stream = read_blocks(
        workbook_bytes(first, rows(inline("藏")), states=("visible", "veryHidden"))
    )
    assert texts(stream) == [[["1", "3"], ["5", "6"]]]
    assert quoted(stream) == [("hidden-text", "B1: 2\nA2: 4"), ("hidden-text", "藏")]


def test_a_merged_cell_shows_in_the_part_of_it_that_is_not_hidden() -> None:
    content = (
        '<sheetData><row r="1" hidden="1"><c r="A1"><v>7</v></c><c r="B1"/></row>'
        '<row r="2"><c r="A2"/><c r="B2"><v>9</v></c><c r="C2"><v>8</v></c></row>'
        '<row r="3"><c r="A3"><v>1</v></c><c r="B3"><v>2</v></c><c r="C3"><v>3</v></c></row>'
        '</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>'
    )
    stream = read_blocks(workbook_bytes(content))
    (block,) = stream.blocks
    assert isinstance(block, TableBlock)
    assert [[(c.text, c.column_span) for c in row] for row in block.table.rows] == [
        [("7", 2), ("8", 1)],
        [("1", 1), ("2", 1), ("3", 1)],
    ]
    assert quoted(stream) == [("hidden-text", "B2: 9")]


def test_struck_text_comments_boxes_pictures_and_headers_are_told_of() -> None:
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    data = workbook_bytes(
        rows(inline("甲") + '<c s="1"><v>5</v></c><c t="s"><v>0</v></c>')
        + '<headerFooter><oddHeader>&amp;C&amp;"宋体"眉&amp;P</oddHeader></headerFooter>',
        styles="<fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf fontId='1'/></cellXfs>",
        texts=("<r><t>乙</t></r><r><rPr><strike/></rPr><t>丙</t></r><rPh><t>yi</t></rPh>",),
        sheet_relations=f'<Relationship Id="c" Type="{OFFICE}/comments" Target="../c.xml"/>'
        f'<Relationship Id="d" Type="{OFFICE}/drawing" Target="../d.xml"/>',
        extra={
            "xl/c.xml": '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
            '<commentList><comment ref="A1"><text><t>批</t></text></comment></commentList></comments>',
            "xl/d.xml": f'<x:wsDr xmlns:x="{drawing}/spreadsheetDrawing" xmlns:a="{drawing}/main">'
            "<a:p><a:r><a:t>框</a:t></a:r></a:p>"
            '<x:pic><x:nvPicPr><x:cNvPr name="图" descr="印章"/></x:nvPicPr></x:pic></x:wsDr>',
        },
    )
    stream = read_blocks(data)
    assert texts(stream) == [[["甲", "", "乙"]], "框"]
    assert quoted(stream) == [
        ("deleted-text", "B1: 5\nC1: 丙"),
        ("note", "批"),
        ("image", "印章"),
        ("header-or-footer", "眉"),
    ]


def test_numbers_that_a_sheet_does_not_show_as_they_are_are_quoted() -> None:
    content = '<sheetViews><sheetView showZeros="0"/></sheetViews>' + rows(
        '<c s="1"><v>2.6</v></c><c><v>0</v></c><c><v>12</v></c><c><v>0.30000000000000004</v></c>'
    )
    data = workbook_bytes(content, styles='<cellXfs><xf/><xf numFmtId="1"/></cellXfs>')
    stream = read_blocks(data)
    assert texts(stream) == [[["3", "", "12", "0.3"]]]
    assert quoted(stream) == [("hidden-text", "B1: 0"), ("rounded-number", "A1: 2.6")]


def test_strict_workbooks_and_escaped_characters_are_read() -> None:
    data = workbook_bytes(
        rows('<c t="s"><v>0</v></c><c t="s"><v>9</v></c>'),
        texts=("<t>甲_x000A_乙_x005F_x0041_</t>",),
    )
    source = zipfile.ZipFile(io.BytesIO(data))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in source.namelist():
            part = source.read(name).decode()
            part = part.replace(OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships")
            archive.writestr(
                name,
                part.replace(
                    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                    "http://purl.oclc.org/ooxml/spreadsheetml/main",
                ),
            )
    stream = read_blocks(file.getvalue())
    assert texts(stream) == ["甲", "乙_x0041_"]
    assert [found.code for found in stream.diagnostics] == ["damaged-markup"]


def test_merged_ranges_over_the_whole_sheet_cost_nothing() -> None:
    content = rows(inline("甲") + inline("乙")) + (
        '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    )
    assert texts(read_blocks(workbook_bytes(content))) == ["甲"]


def test_cells_far_apart_are_no_table_between_them() -> None:
    content = (
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>'
    )
    assert texts(read_blocks(workbook_bytes(content))) == ["1", "2"]
    wide = (
        '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row></sheetData>'
    )
    with pytest.raises(LimitExceededError, match="table_cells"):
        read_blocks(workbook_bytes(wide), Limits(table_cells=1000))


@pytest.mark.parametrize(
    ("limits", "match"),
    [
        (Limits(input_bytes=100), "input_bytes"),
        (Limits(archive_members=2), "archive_members"),
        (Limits(archive_bytes=100), "archive_bytes"),
        (Limits(member_bytes=100), "member_bytes"),
        (Limits(parsed_bytes=100), "parsed_bytes"),
        (Limits(elements=5), "elements"),
    ],
)
def test_a_workbook_beyond_a_limit_is_refused_by_its_name(limits: Limits, match: str) -> None:
    with pytest.raises(LimitExceededError, match=match):
        read_blocks(workbook_bytes(rows(inline("甲"))), limits)


def test_damage_is_named() -> None:
    sound = workbook_bytes(rows(inline("甲")))
    with pytest.raises(UnreadableSourceError, match="cut short"):
        read_blocks(sound[: len(sound) // 2])
    broken = workbook_bytes("<sheetData><row>")
    with pytest.raises(UnreadableSourceError, match=r"s1\.xml.*well-formed"):
        read_blocks(broken)
    doctype = workbook_bytes(
        "", extra={"xl/styles.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}
    )
    assert [found.code for found in read_blocks(doctype).diagnostics] == ["damaged-markup"]
    with pytest.raises(UnreadableSourceError, match="names no workbook"):
        read_blocks(zipped({"xl/other.xml": "<a/>"}))
    binary = zipped(
        {
            "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
            f'relationships"><Relationship Id="m" Type="{OFFICE}/officeDocument"'
            ' Target="xl/workbook.bin"/></Relationships>'
        }
    )
    with pytest.raises(UnreadableSourceError, match=r"\.xlsb.*\.xlsx"):
        read_blocks(binary)


def zipped(parts: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


@share(2)
@given(st.data())
def test_a_workbook_that_is_changed_anywhere_is_read_or_refused(data: st.DataObject) -> None:
    sound = bytearray(workbook_bytes(rows(inline("甲") + "<c><v>1</v></c>"), styles=BORDERS))
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(sound) - 1))
        sound[place] = data.draw(st.integers(0, 255))
    with contextlib.suppress(govreport.ReportError):
        read_blocks(bytes(sound))


@share(2)
@given(st.data())
def test_a_workbook_whose_parts_are_damaged_is_read_or_refused(data: st.DataObject) -> None:
    source = zipfile.ZipFile(io.BytesIO(_BOOK))
    parts = {name: bytearray(source.read(name)) for name in source.namelist()}
    content = parts[data.draw(st.sampled_from(sorted(parts)))]
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, max(0, len(content) - 1)))
        piece = data.draw(st.sampled_from([b"", b"9", b"-", b"e", b'"', b"_xFFFE_", b"A1:XFD9"]))
        content[place : place + data.draw(st.integers(0, 9))] = piece
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, bytes(part))
    with contextlib.suppress(govreport.ReportError):
        govreport.loads(file.getvalue())


_BOOK = workbook_bytes(
    '<cols><col min="2" max="2" hidden="1"/></cols>'
    + rows(inline("甲") + '<c s="1"><v>1.5</v></c><c><f>A1</f></c>', '<c t="s"><v>0</v></c>' * 3)
    + '<mergeCells><mergeCell ref="A2:B2"/></mergeCells>',
    styles='<numFmts><numFmt numFmtId="200" formatCode="0.0;@"/></numFmts>'
    '<cellXfs><xf/><xf numFmtId="200"/></cellXfs>',
    texts=("<r><t>乙</t></r>",),
)


@pytest.mark.libreoffice
def test_a_workbook_that_libreoffice_computed_and_saved_is_read_with_its_results(
    tmp_path: Any,
) -> None:
    document = ReportDocument.blank("青禾县云岭镇人民政府", 2023)
    given_values = {(f.table, f.row, f.column): 2 for f in document.facts() if not f.is_total}
    book = openpyxl.load_workbook(io.BytesIO(office_workbook(document.with_values(given_values))))
    sheet = book["applications"]
    rows_of_numbers = [cell.row for cell in sheet["D"] if cell.value == 2]
    for row in [*rows_of_numbers, max(rows_of_numbers) - 1]:
        sheet.cell(row, 10).value = f"=SUM(D{row}:I{row})"
    for column in "DEFGHI":
        first = min(rows_of_numbers) + 2
        sheet[f"{column}{max(rows_of_numbers) - 1}"] = (
            f"=SUM({column}{first}:{column}{max(rows_of_numbers) - 2})"
        )
    (tmp_path / "own.xlsx").write_bytes(b"")
    book.save(tmp_path / "own.xlsx")
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            *("--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "out")),
            str(tmp_path / "own.xlsx"),
        ],
        capture_output=True,
        check=True,
        timeout=120,
    )
    found = govreport.read(tmp_path / "out" / "own.xlsx")
    cells = {(f.row, f.column): f.value for f in found.facts() if f.table == "applications"}
    assert cells["new_received", "total"] == 12
    assert cells["handled_total", "natural_person"] == 2 * 21
    assert cells["handled_total", "total"] == 12 * 21
    assert not [each for each in found.diagnostics if each.severity == "warning"]


def test_a_workbook_is_told_from_its_content_and_read_by_every_way_in(tmp_path: Any) -> None:
    document = ReportDocument.blank("青禾县云岭镇人民政府", 2023)
    path = tmp_path / "report"
    path.write_bytes(office_workbook(document))
    assert govreport.read(path).agency == document.agency
    assert govreport.read(path, "xlsx").year == 2023
    assert len(list(itertools.chain(*[r.document.facts() for r in govreport.read_many([path])])))
