"""Slips in the source of hand-made pages are mended as browsers mend them, and mending harms nothing."""

import html5lib
import pytest

from govreport.blocks import Page, Stream, TextBlock
from govreport.readers.html import read_blocks
from govreport.writers.html import write_blocks
from tests.readers.html.web_pages import all_text, read, rows, texts
from tests.timing import takes_at_most

SPANNED = (
    "<table><tr><td>甲<td>1</tr>{}<td rowspan=2>乙</td><td>2</td></tr>{}<td>3</td></tr></table>"
)


@pytest.mark.parametrize("between", ["", "\n  ", "<!-- 乙 -->", "</form>", "</p>"])
def test_a_cell_behind_the_end_of_a_row_begins_a_row_though_none_is_opened(between: str) -> None:
    assert rows(SPANNED.format(between, "<tr>")) == [["甲", "1"], ["乙", "2"], ["3"]]
    assert rows(SPANNED.format("<tr>", between)) == [["甲", "1"], ["乙", "2"], ["3"]]


def test_rows_that_are_closed_but_never_opened_are_apart() -> None:
    closed = "".join(
        f"<td>{label}</td><td>{number}</td></tr>" for label, number in ("甲1", "乙2")
    )
    assert rows(f"<table>{closed}</table>") == [["甲", "1"], ["乙", "2"]]


def test_cells_of_a_row_that_nothing_opened_stay_beside_each_other() -> None:
    page = "<table><tbody><td>甲</td><td>1</td></tbody><tr><td>乙</td><td>2</td></tr></table>"
    assert rows(page) == [["甲", "1"], ["乙", "2"]]


@pytest.mark.parametrize(
    "stray", ["</div>", "</center>", "</form>", "</font>", "</span>", "</p>"]
)
def test_a_stray_end_tag_between_cells_ends_no_row(stray: str) -> None:
    page = f"<div><table><tr><td>甲</td>{stray}<td>1</td></tr><tr><td>乙</td><td>2</td></tr></table></div>"
    assert rows(page) == [["甲", "1"], ["乙", "2"]]


@pytest.mark.parametrize(
    "page",
    [
        '<meta name="ArticleTitle" content="甲</p>乙"><p>丙',
        '<meta name="govreport.note" content="甲</h1>乙"><p>丙',
        "<title>甲</p>乙</title><p>丙",
        '<select><option label="甲</p>乙"></select>',
        '<object title="甲</p>乙"></object>',
    ],
)
def test_tags_in_attributes_and_titles_leave_no_trace(page: str) -> None:
    stream = read(page)
    assert "甲</" in all_text(stream) + str(stream.statements)
    assert "\\ufdd0" not in ascii(stream)


AWKWARD = "甲</p>乙</body>丙</br>丁</tr><td>戊"


def test_a_page_of_ours_whose_attributes_were_written_with_bare_signs_reads_equal() -> None:
    stream = Stream(
        (TextBlock("文", None, "</p></body></br>"),), Page(AWKWARD), (("note", AWKWARD),)
    )
    tree = html5lib.parse(write_blocks(stream), namespaceHTMLElements=False)
    for quoted in ("legacy", "always"):
        again = html5lib.serialize(tree, quote_attr_values=quoted)
        assert "</body>丙" in again
        assert read_blocks(again.encode()) == stream


@pytest.mark.parametrize("character", [" ", "\n", "\t"])
def test_long_runs_of_blanks_are_one_blank(character: str) -> None:
    assert texts(f"<p>甲{character * 400_000}<b>a</b>") == ["甲 a"]


@pytest.mark.timed
@pytest.mark.parametrize("character", [" ", "\n", "\t"])
def test_long_runs_of_blanks_cost_time_in_proportion(character: str) -> None:
    page = f"<p>甲{character * 400_000}<b>a</b>"
    assert takes_at_most(5, lambda: texts(page))
