"""The way through where formats meet: files within files, and documents that are open already."""

import io
import subprocess
import sys
import zipfile

import docx
import pytest
from hypothesis import given

import govreport
from govreport.testing import report_documents
from tests.laws.registry import share
from tests.readers.word_files import archive, members, paragraph, relationships, run, word_file

PAGE = "<p>片段一</p><table><tr><td>甲<td>17<sup>1</sup></table>"
CHUNK = '<w:altChunk r:id="c"/>'


BODY = paragraph(run("前")) + CHUNK + paragraph(run("后"))


def taking_in(name, data, body=BODY):
    """Return a Word file that takes in a file of that name."""
    whole = members(body)
    whole["word/_rels/document.xml.rels"] = relationships({"c": ("aFChunk", name)})
    whole[f"word/{name}"] = data
    return archive(whole)


def texts(data):
    document = govreport.loads(data)
    return [
        text
        for block in document.blocks()
        for text in (
            [cell.text for row in block.rows for cell in row]
            if isinstance(block, govreport.Table)
            else [block.text]
        )
    ]


ARCHIVE = (
    'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="b"\n\n'
    '--b\nContent-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: 8bit\n'
    f"Content-Location: file:///page.htm\n\n<html><body>{PAGE}</body></html>\n--b--\n"
)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("page.htm", f"<html><body>{PAGE}</body></html>"),
        ("page.xhtml", f'<?xml version="1.0"?><html><body>{PAGE}</body></html>'),
        ("fragment.dat", PAGE),
        ("page.mht", ARCHIVE),
        ("page.htm", f'<meta charset="gbk">{PAGE}'.encode("gbk")),
    ],
)
def test_a_page_within_a_word_file_is_read_in_its_place(name, data):
    assert texts(taking_in(name, data)) == ["前", "片段一", "甲", "17¹", "后"]


def test_a_text_within_a_word_file_is_read_in_its_place():
    assert texts(taking_in("a.txt", "片段一\n\n片段二\n")) == ["前", "片段一", "片段二", "后"]


def test_a_word_file_within_a_word_file_is_read_in_its_place():
    inner = taking_in("inner.htm", PAGE, paragraph(run("内")) + CHUNK)
    assert texts(taking_in("inner.docx", inner)) == ["前", "内", "片段一", "甲", "17¹", "后"]


@pytest.mark.parametrize("data", ["{\\rtf1 x}", b"%PDF-1.7", '{"a": 1}', b"PK\3\4broken"])
def test_a_file_that_nothing_reads_is_named_and_the_rest_is_read(data):
    document = govreport.loads(taking_in("chunk.bin", data))
    assert [block.text for block in document.blocks()] == ["前", "后"]
    told = [one for one in document.diagnostics if one.code == "damaged-markup"]
    assert [one.text for one in told] == ["word/chunk.bin"]


def test_files_in_files_in_files_come_to_an_end():
    data = word_file(paragraph(run("底")))
    for _ in range(12):
        data = taking_in("inner.docx", data, paragraph(run("层")) + CHUNK)
    document = govreport.loads(data)
    shown = [block.text for block in document.blocks()]
    assert set(shown) == {"层"}
    assert "damaged-markup" in {one.code for one in document.diagnostics}


def test_what_is_taken_in_counts_with_the_rest():
    data = taking_in("page.htm", "<p>" + "<b></b>" * 50_000)
    limits = govreport.Limits(elements=50_000)
    with pytest.raises(govreport.LimitExceededError, match="elements"):
        govreport.loads(data, limits=limits)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        size = file.getinfo("word/page.htm").file_size
    with pytest.raises(govreport.LimitExceededError, match="parsed_bytes"):
        govreport.loads(data, limits=govreport.Limits(parsed_bytes=size))


# Documents of python-docx


@share(20)
@given(report_documents())
def test_a_document_of_python_docx_is_read_back_as_it_was(document):
    word = govreport.to_docx(document)
    assert govreport.loads(word) == document
    assert govreport.read(word) == document
    assert govreport.read_all(word)


def report_with_table():
    return govreport.loads("<h1>甲县2023年政府信息公开工作年度报告</h1><p>前</p>", "html")


def test_what_is_added_is_saved_and_leaves_the_report_as_it_was(tmp_path):
    document = report_with_table()
    word = govreport.to_docx(document)
    word.sections[0].header.paragraphs[0].text = "页眉文字"
    word.add_paragraph("盖章处")
    word.save(tmp_path / "sealed.docx")
    found = govreport.read(tmp_path / "sealed.docx")
    assert [block.text for block in found.blocks()] == ["前", "盖章处"]
    assert "页眉文字" in [one.text for one in found.diagnostics]


def test_reading_takes_nothing_of_the_open_document():
    word = docx.Document()
    word.add_paragraph().add_run("甲").bold = True
    before = [part.blob for part in word.part.package.iter_parts()]
    first, second = govreport.loads(word), govreport.loads(word)
    assert first == second
    assert [part.blob for part in word.part.package.iter_parts()] == before


def test_a_document_made_by_hand_is_read():
    word = docx.Document()
    word.add_heading("甲县2023年政府信息公开工作年度报告", 0)
    table = word.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "甲", "17"
    found = govreport.loads(word)
    assert found.year == 2023
    assert [[cell.text for cell in row] for block in found.blocks() for row in block.rows] == [
        ["甲", "17"]
    ]


def test_a_document_is_no_page():
    with pytest.raises(govreport.ReportError):
        govreport.loads(docx.Document(), "json")


def test_python_docx_is_not_loaded_to_see_that_a_source_is_none_of_its():
    program = (
        "import sys, govreport; govreport.loads('<p>甲</p>');"
        "print('docx' in sys.modules, 'docx.document' in sys.modules)"
    )
    printed = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert printed.stdout.split() == ["False", "False"]


HEADED = "青禾县云岭镇人民政府2023年政府信息公开工作年度报告"


@pytest.mark.parametrize("charset", ["shift_jis_2004", "EUC-JISX0213", "gb2312", "x-gbk", "utf8"])
@pytest.mark.parametrize("form", ["<h1>{}</h1>", "<meta charset=utf-8><h1>{}</h1>", "{}\n"])
def test_what_a_header_declares_is_believed(charset, form, tmp_path):
    text = form.format("政府信息公開工作年度報告書" if "j" in charset.lower() else HEADED)
    data = text.encode({"x-gbk": "gb18030"}.get(charset, charset))
    shown = govreport.loads(text)
    path = tmp_path / "source"
    path.write_bytes(data)
    (many,) = govreport.read_many([path], charset=charset)
    for read in (
        govreport.loads(data, charset=charset),
        govreport.read(path, charset=charset),
        *govreport.read_all(path, charset=charset),
        many.document,
    ):
        assert (read.title, read.preamble) == (shown.title, shown.preamble)


@pytest.mark.parametrize("charset", ["iso-8859-1", "big5", "gb2312", "utf-8"])
def test_what_a_header_declares_wrongly_yields_to_the_bytes(charset):
    for text in (f"<h1>{HEADED}</h1>", f"{HEADED}\n"):
        for encoding in ("utf-8", "utf-8-sig", "gb18030"):
            assert govreport.loads(text.encode(encoding), charset=charset).title == HEADED


def test_files_of_other_formats_state_their_own_encoding():
    document = govreport.ReportDocument.blank("青禾县云岭镇人民政府", 2023)
    for name in ("docx", "json"):
        data = govreport.dumps(document, name)
        data = data.encode() if isinstance(data, str) else data
        assert govreport.loads(data, charset="gb18030") == document


def test_a_charset_that_nobody_knows_or_needs_is_refused():
    with pytest.raises(govreport.UnknownFormatError, match="no encoding 'nonsense'"):
        govreport.loads(b"<p>", charset="nonsense")
    for name in ("", "a" * 10_000, "\0", "base64", "岭"):
        with pytest.raises(govreport.UnknownFormatError):
            govreport.loads(b"<p>", charset=name)
    with pytest.raises(govreport.UnreadableSourceError, match="decoded already"):
        govreport.loads("<p>", charset="utf-8")


@pytest.mark.parametrize("given", ["report.docx", None, b"PK", govreport.Limits()])
def test_what_is_no_report_is_refused_by_what_takes_one(given, tmp_path):
    report = govreport.ReportDocument.blank("青禾县", 2024)
    target = tmp_path / "report.docx"
    for takes in (
        lambda: govreport.dumps(given, "json"),
        lambda: govreport.write(given, target),
        lambda: govreport.check(given),
        lambda: govreport.diff(report, given),
        lambda: govreport.normalize(given),
    ):
        with pytest.raises(govreport.InvalidDocumentError, match=r"read it with govreport\.read"):
            takes()
    assert not target.exists()
