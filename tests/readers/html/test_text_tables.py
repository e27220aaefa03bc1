"""Tables that stand on a page as text: preformatted, or broken into lines."""

import html

import pytest

import govreport
from govreport.blocks import TableBlock, TextBlock
from govreport.model.document import ReportDocument
from govreport.readers.html import read_blocks
from tests.recognise.reports import report


def values(document: ReportDocument) -> dict[tuple[str, str, str], object]:
    return {(fact.table, fact.row, fact.column): fact.value for fact in document.facts()}


def broken(text: str) -> str:
    return f"<p>{html.escape(text).replace(chr(10), '<br>')}</p>"


def preformatted(text: str) -> str:
    return f"<pre>{html.escape(text)}</pre>"


@pytest.mark.parametrize(
    ("spelt", "format"), [(preformatted, "pipe"), (preformatted, "tab"), (broken, "pipe")]
)
@pytest.mark.parametrize("blanks", [False, True])
def test_a_report_that_a_page_holds_as_text_is_read_as_that_text(spelt, format, blanks) -> None:
    document = report(2021, 8, blanks=blanks)
    page = f"<html><body>{spelt(govreport.dumps(document, format))}</body></html>"
    read = govreport.loads(page, "html")
    assert values(read) == values(document)
    assert read.title == document.title


def test_what_stands_around_such_a_table_keeps_its_place() -> None:
    rows = "甲|乙\n" * 6
    blocks = read_blocks(f"<h2>前</h2><pre>{rows}</pre><p>后</p>".encode()).blocks
    assert [type(block) for block in blocks] == [TextBlock, TableBlock, TextBlock]


@pytest.mark.parametrize(
    "text",
    [
        "甲|乙\n" * 4 + "丙",
        "甲乙\n" * 9 + "丙",
        "\\govreport 1 pipe\n" + "甲|乙\n" * 9 + "丙\\",
        "\\govreport 1 tab\n" + "甲|乙\n" * 9 + "丙",
    ],
)
def test_a_menu_prose_and_a_broken_strict_form_stay_one_paragraph(text: str) -> None:
    blocks = read_blocks(f"<pre>{text}</pre>".encode()).blocks
    assert blocks == (TextBlock(text),)
