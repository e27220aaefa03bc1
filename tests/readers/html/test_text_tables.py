"""Tables that stand on a page as text: preformatted, or broken into lines."""

import html

import pytest

import govreport
from govreport.arrange.tables import arrange_table
from govreport.blocks import TableBlock, TextBlock
from govreport.model.document import ReportDocument
from govreport.readers.html import read_blocks
from tests.readers.html.web_pages import read
from tests.recognise.reports import report
from tests.text_formats.tables.aligned.layout import laid_out
from tests.text_formats.tables.aligned.test_tables import TERMINAL, table


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


@pytest.mark.parametrize("seed", range(3))
def test_a_table_in_columns_of_blanks_is_read(seed: int) -> None:
    given = table("applications", seed)
    lines = "\n".join(laid_out(arrange_table(given), TERMINAL))
    heading = "<h2>三、收到和处理政府信息公开申请情况</h2>"
    title = "<h1>青禾县云岭镇人民政府2022年政府信息公开工作年度报告</h1>"
    document = govreport.loads(f"{title}{heading}<pre>{lines}</pre>", "html")
    assert values(document) == values(ReportDocument(preamble=(given,)))


def test_columns_of_words_stay_one_paragraph() -> None:
    text = "\n".join(["姓名      部门      电话"] + ["王一      办公室    5552 11"] * 9)
    assert read_blocks(f"<pre>{text}</pre>".encode()).blocks == (TextBlock(text),)


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


@pytest.mark.parametrize(
    "lines",
    [
        "| 甲 | 乙 |\n| 1 | 2 |",
        "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |",
        "+----+----+\n| 甲 | 乙 |\n+----+----+\n| 1  | 2  |\n+----+----+",
        "甲\t乙\n1\t2\n3\t4",
    ],
)
@pytest.mark.parametrize("element", ["pre", "textarea readonly"])
def test_a_short_table_that_is_framed_or_tabbed_is_one(element: str, lines: str) -> None:
    blocks = read(f"<p>前</p><{element}>{lines}</{element.split()[0]}>").blocks
    assert [type(block) for block in blocks] == [TextBlock, TableBlock]
    assert [cell.text for cell in blocks[1].table.rows[0]] == ["甲", "乙"]
    assert [cell.text for cell in blocks[1].table.rows[1]] == ["1", "2"]


@pytest.mark.parametrize("lines", ["首页 | 新闻\n公开 | 服务", "甲\t乙\n丙\t丁"])
def test_a_few_lines_of_a_menu_are_no_table(lines: str) -> None:
    assert [type(block) for block in read(f"<pre>{lines}</pre>").blocks] == [TextBlock]


@pytest.mark.parametrize("rule", ["+------+------+", "+======+======+"])
def test_rules_around_the_head_alone_do_not_join_the_rows_below(rule: str) -> None:
    around = "+------+------+"
    rows = "\n".join(f"| {word}   | {word}丁 |" for word in "甲乙丙")
    text = f"{around}\n| 事项 | 情况 |\n{rule}\n{rows}\n{around}"
    table = read(f"<pre>{text}</pre>").blocks[0].table
    texts = [[cell.text for cell in row] for row in table.rows]
    # A head that is ruled off with another sign has cells of several lines below it.
    expected = [["甲", "甲丁"], ["乙", "乙丁"], ["丙", "丙丁"]]
    assert texts[1:] == (expected if "-" in rule else [["甲乙丙", "甲丁乙丁丙丁"]])
