"""Small Word files that would become large: what is repeated is told once, or counted and refused."""

import sys
from collections.abc import Callable

import pytest

import govreport
from govreport.json_form import document_to_json
from govreport.readers.docx import read_blocks
from tests.readers.word_files import (
    OFFICE,
    archive,
    cell,
    members,
    paragraph,
    part,
    relationships,
    row,
    run,
    table,
    word_file,
)
from tests.sampling import one_in

LARGE = 20_000_000
"""More characters than this come of no small file; each of these would make hundreds of millions."""

LONG = "长" * 500_000
ITEM = paragraph(run("a"), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')


def numbering(text: str) -> str:
    return part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="{text}"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )


def labels() -> bytes:
    return word_file(ITEM * 4_000, {"numbering": numbering("%1" * 1_000)})


def one_label() -> bytes:
    return word_file(ITEM, {"numbering": numbering("%1" * 2_000_000)})


def plain_label() -> bytes:
    return word_file(ITEM * 4_000, {"numbering": numbering(LONG)})


def notes() -> bytes:
    note = part("footnotes", f'<w:footnote w:id="2">{paragraph(run(LONG))}</w:footnote>')
    reference = paragraph('<w:r><w:footnoteReference w:id="2"/></w:r>')
    return word_file(reference * 2_000, {"footnotes": note})


def comments() -> bytes:
    note = part("comments", f'<w:comment w:id="2">{paragraph(run(LONG))}</w:comment>')
    return word_file(
        paragraph('<w:r><w:commentReference w:id="2"/></w:r>' * 2_000), {"comments": note}
    )


def headers() -> bytes:
    section = '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>'
    body = paragraph("", section) * 2_000
    return word_file(body, {"header1": part("hdr", paragraph(run(LONG)))})


def charts() -> bytes:
    chart = f'<c:chartSpace xmlns:c="{OFFICE}/chart"><c:v>{LONG}</c:v></c:chartSpace>'
    chart = chart.replace(
        f"{OFFICE}/chart", "http://schemas.openxmlformats.org/drawingml/2006/chart"
    )
    drawing = '<w:r><w:drawing><c:chart r:id="chart"/></w:drawing></w:r>'
    return word_file(paragraph(drawing) * 2_000, {"chart": chart})


def drawings_in_drawings() -> bytes:
    inner = f'<wp:docPr descr="{LONG}"/><a:blip/>'
    for _ in range(300):
        inner = f"<w:drawing>{inner}</w:drawing>"
    return word_file(paragraph(f"<w:r>{inner}</w:r>"))


def inserted_files(data: str | bytes, count: int) -> bytes:
    whole = members('<w:altChunk r:id="c"/>' * count)
    whole["word/_rels/document.xml.rels"] = relationships({"c": ("aFChunk", "c.htm")})
    whole["word/c.htm"] = data
    return archive(whole)


def inserted_in_inserted() -> bytes:
    data: str | bytes = f"<p>{LONG[:50_000]}"
    for _ in range(6):
        data = inserted_files(data, 20)
    return inserted_files(data, 20)


def long_main_name() -> bytes:
    whole = members(paragraph(run("甲", "<w:vanish/>")) * 10_000)
    name = f"word/{'n' * 60_000}.xml"
    whole["_rels/.rels"] = relationships({"main": ("officeDocument", name)})
    whole[name] = whole.pop("word/document.xml")
    return archive(whole)


def long_mark() -> bytes:
    style = f'<w:style w:styleId="s"><w:name w:val="govreport {LONG}"/></w:style>'
    body = paragraph(run("甲"), '<w:pStyle w:val="s"/>') * 2_000
    return word_file(body, {"styles": part("styles", style)})


def blanks_in_nested_tables() -> bytes:
    before = row(cell("1"), properties='<w:gridBefore w:val="900"/>') * 100
    body = paragraph(run("底"))
    for _ in range(200):
        body = table(before, row(cell(inner=body + paragraph(""))))
    return word_file(body)


FILES: dict[str, Callable[[], bytes]] = {
    "a list label of a thousand numbers": labels,
    "one list label of two million numbers": one_label,
    "a long list label": plain_label,
    "a note referred to again": notes,
    "a comment referred to again": comments,
    "a header referred to again": headers,
    "a chart shown again": charts,
    "drawings in drawings": drawings_in_drawings,
    "a page taken in again": lambda: inserted_files(f"<p>{LONG}", 2_000),
    "files in files, each again": inserted_in_inserted,
    "a long name of the main part": long_main_name,
    "a long mark": long_mark,
    "blanks in nested tables": blanks_in_nested_tables,
}


@pytest.mark.parametrize("name", one_in(3, FILES))
def test_a_small_file_does_not_become_a_large_document(name: str) -> None:
    data = FILES[name]()
    assert len(data) < 300_000
    try:
        document = govreport.loads(data, "docx")
    except govreport.LimitExceededError:
        return
    assert len(document_to_json(document)) < LARGE


# What takes long without becoming large


def chained_numberings(count: int) -> bytes:
    """Return a file whose numberings each lead to the next by a style, and each is asked for."""
    definitions = "".join(
        f'<w:abstractNum w:abstractNumId="{at}"><w:numStyleLink w:val="s{at + 1}"/></w:abstractNum>'
        for at in range(count)
    )
    numbers = "".join(
        f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>'
        for at in range(count)
    )
    styles = "".join(
        f'<w:style w:type="numbering" w:styleId="s{at}">'
        f'<w:pPr><w:numPr><w:numId w:val="{at + 1}"/></w:numPr></w:pPr></w:style>'
        for at in range(count)
    )
    body = "".join(
        paragraph(run("a"), f'<w:numPr><w:numId w:val="{at + 1}"/></w:numPr>')
        for at in range(count)
    )
    side = {
        "numbering": part("numbering", definitions + numbers),
        "styles": part("styles", styles),
    }
    return word_file(body, side)


def chained_styles(count: int) -> bytes:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{at}"><w:basedOn w:val="s{at + 1}"/></w:style>'
        for at in range(count)
    )
    body = "".join(paragraph(run("a"), f'<w:pStyle w:val="s{at}"/>') for at in range(count))
    return word_file(body, {"styles": part("styles", styles)})


def chained_table_styles(count: int) -> bytes:
    parts = "".join(
        f'<w:tblStylePr w:type="t{at}"><w:rPr><w:vanish/></w:rPr></w:tblStylePr>'
        for at in range(count)
    )
    styles = f'<w:style w:type="table" w:styleId="s0">{parts}</w:style>' + "".join(
        f'<w:style w:type="table" w:styleId="s{at}"><w:basedOn w:val="s{at - 1}"/></w:style>'
        for at in range(1, count)
    )
    named = f'<w:tblPr><w:tblStyle w:val="s{count - 1}"/></w:tblPr>'
    return word_file(
        f"<w:tbl>{named}{row(cell('1'))}</w:tbl>", {"styles": part("styles", styles)}
    )


def raised(count: int) -> bytes:
    pair = run("1", '<w:position w:val="6"/>') + run("2") + "<w:r><w:tab/></w:r>"
    return word_file(paragraph(pair * count))


CHAINS = [
    chained_numberings,
    chained_styles,
    chained_table_styles,
    raised,
]


def _calls(data: bytes) -> int:
    """Return how many functions are called to read a file, those written in C included."""
    count = 0

    def met(_frame: object, event: str, _what: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    earlier = sys.getprofile()
    sys.setprofile(met)
    try:
        read_blocks(data)
    finally:
        sys.setprofile(earlier)
    return count


@pytest.mark.parametrize("make", CHAINS)
def test_the_work_grows_with_the_size(make: Callable[[int], bytes]) -> None:
    small, large = make(100), make(400)
    assert _calls(large) < 5 * _calls(small)
