"""PDF files: what pdfium finds on their pages, and what is refused."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govreport
from govreport.blocks import Stream, TableBlock, TextBlock
from govreport.detection import detect
from govreport.limits import Limits
from govreport.readers.pdf import read_blocks
from tests.laws.registry import share
from tests.readers.pdf.files import HEIGHT, WIDTH, Sheet, pdf

PROSE = "本年度，我镇坚持以公开为常态、不公开为例外，主动公开政府信息一百二十八条，均已办结。"


def texts(stream: Stream) -> list[str]:
    """Return the paragraphs of a stream."""
    return [each.text for each in stream.blocks if isinstance(each, TextBlock)]


def tables(stream: Stream) -> list[list[list[str]]]:
    """Return the texts of each table's rows."""
    return [
        [[cell.text for cell in row] for row in each.table.rows]
        for each in stream.blocks
        if isinstance(each, TableBlock)
    ]


def told(stream: Stream, code: str) -> list[str]:
    """Return what the diagnostics of a code quote."""
    return [each.text for each in stream.diagnostics if each.code == code]


def table(sheet: Sheet) -> Sheet:
    """Draw a table of two rows."""
    sheet.grid([50, 150, 250, 350], [50, 80, 110])
    for left, top, text in (
        (55, 60, "信息内容"),
        (155, 60, "本年"),
        (255, 60, "上年"),
        (55, 90, "规章"),
        (155, 90, "12"),
        (255, 90, "3.5"),
    ):
        sheet.text(left, top, text)
    return sheet


ROWS = [["信息内容", "本年", "上年"], ["规章", "12", "3.5"]]


def test_a_page_is_its_paragraphs_and_tables_in_their_order() -> None:
    sheet = table(Sheet().text(50, 20, "一、总体情况")).text(50, 150, "二、其他")
    data = pdf(sheet, title="年报")
    assert detect(data, "report.doc") == "pdf"
    stream = read_blocks(data)
    kinds = [type(each) for each in stream.blocks]
    assert kinds == [TextBlock, TableBlock, TextBlock]
    assert texts(stream) == ["一、总体情况", "二、其他"]
    assert tables(stream) == [ROWS]
    assert stream.page.title == "年报"


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_the_text_says_how_a_page_is_turned_not_the_file(turn: int) -> None:
    sheet = table(Sheet(turn=turn))
    assert tables(read_blocks(pdf(sheet))) == [ROWS]


def test_a_page_whose_text_is_turned_is_read_upright() -> None:
    upright = table(Sheet())
    turned = Sheet(width=HEIGHT, height=WIDTH)
    # A quarter to the left: what was across goes up the page.
    turned.drawn = [f"q 0 1 -1 0 {HEIGHT} 0 cm", *upright.drawn, "Q"]
    assert tables(read_blocks(pdf(turned))) == [ROWS]


def test_lines_may_be_thin_boxes_one_path_or_thin_pictures() -> None:
    sheet = table(Sheet())
    boxes = [each for each in sheet.drawn if not each.endswith(" l S")]
    edges = [line.split() for line in sheet.drawn if line.endswith(" l S")]
    places = [(float(x), float(y), float(z), float(w)) for x, y, _, z, w, *_ in edges]
    filled = [
        f"{min(x, z)} {min(y, w)} {abs(z - x) + 0.7} {abs(w - y) + 0.7} re f"
        for x, y, z, w in places
    ]
    path = [" ".join(f"{x} {y} m {z} {w} l" for x, y, z, w in places) + " S"]
    pictures = [
        f"q {abs(z - x) + 0.7} 0 0 {abs(w - y) + 0.7} {min(x, z)} {min(y, w)} cm /I1 Do Q"
        for x, y, z, w in places
    ]
    for drawn in (filled, path, pictures):
        assert tables(read_blocks(pdf(Sheet([*boxes, *drawn])))) == [ROWS]


def test_white_lines_draw_no_table() -> None:
    sheet = table(Sheet())
    sheet.drawn = ["1 1 1 RG", *sheet.drawn]
    assert not [each for each in read_blocks(pdf(sheet)).blocks if _is_ruled(each)]


def _is_ruled(block: object) -> bool:
    return isinstance(block, TableBlock) and block.blanks_shown


def test_a_scan_is_refused_with_the_way_out() -> None:
    with pytest.raises(govreport.UnreadableSourceError, match=r"scan.*ocrmypdf -l chi_sim"):
        read_blocks(pdf(Sheet().picture(), Sheet().picture()))


def test_text_drawn_as_outlines_is_refused_with_the_way_out() -> None:
    curves = " ".join(f"{x} 9 m {x} 20 30 40 {x} 90 c" for x in range(1_500)) + " f"
    with pytest.raises(govreport.UnreadableSourceError, match=r"outlines, without.*ocrmypdf"):
        read_blocks(pdf(Sheet([curves])))


def test_text_recognised_in_a_picture_is_read_and_marked() -> None:
    sheet = Sheet().picture()
    for row in range(12):
        sheet.text(50, 20 + 20 * row, PROSE[row : row + 12], mode=3)
    stream = read_blocks(pdf(sheet))
    assert len(texts(stream)) == 12
    assert told(stream, "recognised-text") == texts(stream)
    assert told(stream, "image") == [""]


def test_figures_recognised_in_a_picture_are_marked() -> None:
    sheet = Sheet().picture().grid([50, 150, 250], [50, 80])
    for row in range(9):
        sheet.text(50, 100 + 15 * row, PROSE[:14], mode=3)
    stream = read_blocks(pdf(sheet.text(55, 60, "规章", mode=3).text(155, 60, "12", mode=3)))
    assert {"规章", "12"} <= set(told(stream, "recognised-text"))


def test_fonts_that_do_not_say_what_they_print_are_refused_beyond_a_share() -> None:
    private = "ABCDEFGH"
    few = Sheet().text(50, 50, PROSE * 2, size=4).turned_text("1 0 0 1 50 100", "AB", font="F2")
    stream = read_blocks(pdf(few))
    (message,) = (one.message for one in stream.diagnostics if one.code == "undecodable-text")
    assert "what 2 characters" in message
    many = Sheet().text(50, 50, PROSE[:20]).turned_text("1 0 0 1 50 100", private, font="F2")
    with pytest.raises(govreport.UnreadableSourceError, match=r"do not say.*8 of 28.*ocrmypdf"):
        read_blocks(pdf(many))


@pytest.mark.parametrize("matrix", ["0 0 0 0 50 100", "1e9 0 0 1e9 50 100", "1 0 0 1 1e30 1e30"])
def test_type_of_no_size_or_beyond_every_page_is_read(matrix: str) -> None:
    sheet = Sheet().text(50, 50, PROSE[:20]).turned_text(matrix, PROSE[:20])
    assert PROSE[:20] in "".join(texts(read_blocks(pdf(sheet))))


def test_properties_that_are_no_text_are_read_as_far_as_they_are() -> None:
    title = read_blocks(pdf(Sheet(), title="年\ud800报")).page.title
    assert title is not None
    assert title.startswith("年")


def test_what_is_beside_the_text_is_quoted() -> None:
    note = (
        "<</Type/Annot/Subtype/FreeText/Rect[0 0 10 10]/Contents(NOTE)>>",
        "<</Type/Annot/Subtype/Widget/FT/Tx/Rect[0 0 10 10]/V(VALUE)>>",
    )
    sheet = Sheet(annotations=list(note)).text(50, 50, PROSE[:10])
    sheet.turned_text("0.7 0.7 -0.7 0.7 100 100", "水印", size=30)
    sheet.drawn.append("q 50 0 0 50 300 10 cm /I1 Do Q")
    stream = read_blocks(pdf(sheet))
    assert texts(stream) == [PROSE[:10]]
    assert told(stream, "note") == ["NOTE"]
    assert told(stream, "form-field") == ["VALUE"]
    assert told(stream, "page-furniture") == ["水印"]
    assert told(stream, "image") == [""]


def test_an_encrypted_file_is_refused() -> None:
    encryption = f"<</Filter/Standard/V 2/R 3/Length 128/P -44/O<{'00' * 32}>/U<{'11' * 32}>>>"
    data = pdf(
        Sheet().text(50, 50, PROSE[:5]),
        trailer=f"/Encrypt 8 0 R/ID[<{'22' * 16}><{'22' * 16}>]",
        objects=[encryption],
    )
    with pytest.raises(govreport.UnreadableSourceError, match="encrypted; open it with its pass"):
        read_blocks(data)


@pytest.mark.parametrize("keep", [9, 60, 300])
def test_a_damaged_file_is_refused(keep: int) -> None:
    with pytest.raises(govreport.UnreadableSourceError, match="damaged"):
        read_blocks(pdf(Sheet())[:keep])


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(govreport.UnreadableSourceError, match=r"pip install 'govreport\[pdf\]'"):
        read_blocks(pdf(Sheet()))


def test_the_paths_of_a_drawing_are_counted() -> None:
    sheet = Sheet().text(50, 50, PROSE[:5])
    sheet.drawn.append(" ".join(f"{x} 10 m {x} 20 l" for x in range(200)) + " S")
    with pytest.raises(govreport.LimitExceededError, match="rules"):
        read_blocks(pdf(sheet), Limits(rules=90))


PLACES = st.lists(
    st.tuples(
        st.integers(0, 3), st.integers(0, 8), st.sampled_from(["upright", "side", "small"])
    ),
    min_size=1,
    max_size=14,
    unique_by=lambda place: place[:2],
)


@share(2)
@given(places=PLACES, ruled=st.booleans(), pages=st.integers(1, 3))
def test_nothing_printed_is_lost(
    places: list[tuple[int, int, str]], ruled: bool, pages: int
) -> None:
    sheets = []
    markers = []
    for page in range(pages):
        sheet = Sheet()
        if ruled:
            sheet.grid([20, 110, 200, 290, 380], [20 + 28 * row for row in range(10)])
        for column, row, kind in places:
            marker = chr(0x4E00 + 40 * page + 4 * row + column + 700) + "甲"
            markers.append(marker)
            left, top = 25 + 90 * column, 24 + 28 * row
            if kind == "side":
                sheet.turned_text(f"0 1 -1 0 {left + 20} {HEIGHT - top - 21}", marker)
            else:
                sheet.text(left, top, marker, size=6 if kind == "small" else 10)
        sheets.append(sheet)
    stream = read_blocks(pdf(*sheets))
    found = "".join(texts(stream)) + "".join(
        cell for each in tables(stream) for row in each for cell in row
    )
    found += "".join(each.text for each in stream.diagnostics)
    assert not [marker for marker in markers if marker[0] not in found]
