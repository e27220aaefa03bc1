"""Hypothesis strategies for canonical streams: what every writer must carry and every reader return.

`streams()` makes whole streams, `text_blocks()` and `table_blocks()` their blocks, `tables()`
tables with spans and nested tables, `texts()` and `lines()` texts of many or of one line.
"""

import string
from typing import cast

from hypothesis import strategies as st

from govreport.blocks import Block, Page, Stream, TableBlock, TextBlock
from govreport.model.grid import Cell, Content, Table
from govreport.model.text import clean_text, one_line

# Every character that XML 1.0 can carry but the carriage return, which is no canonical one.
XML_CHARACTERS = st.characters(
    min_codepoint=0x20,
    exclude_categories=["Cs"],
    exclude_characters="\ufffe\uffff",
    include_characters="\t\n",
)

AWKWARD_CHARACTERS = (
    "\t\n  \u00a0\u3000\u2003\u0085\u2028\u2029\u200b\u200d\u200e\u200f\u202e\u2066\u2069\ufeff"
    "\u00ad\u0301\u20dd\ufe0f\U0001f468\U00020bb7\U000e0101\ue000\ufffd\x7f\x9f"
    "|\\#<>&\"'`*_-—/~[](){}=+.,;:!?$%^@0１一、（）。“”…·年月日"
)
"""Characters that some format gives a meaning, or some reader trims, joins or drops."""

AWKWARD_TEXTS = (
    "]]>",
    "<![CDATA[",
    "<!-- -->",
    "<script>",
    "</td></tr></table>",
    "&amp;",
    "&#0;",
    "&nbsp;",
    "_x000D_",
    "_x005F_",
    "\\n",
    "\\t",
    "\\|",
    "\\\\",
    "| a | b |",
    "|---|---|",
    "a\tb",
    "a |",
    "||",
    "# heading",
    "- item",
    "[bookmark: _GoBack]",
    "[image: 图]",
    "{{govreport}}",
    "govreport:",
    "a\n\nb",
    "a\n \nb",
    "a\t\n\tb",
    "a  b",
    "一、总体情况",
    "（一）主动公开",
    "1.属于国家秘密",
    "三、本年度办理结果",
    "信息内容",
    "规章",
    "总计",
    "0",
    "-35",
    "1,234",
    "/",
    "甲县乙镇2023年政府信息公开工作年度报告",
    "本年度共受理申请 12 件，均已按期答复。",
    "2024年1月20日",
    "2024-01-20",
)
"""Texts that look like the marks of a format, or like what recognition looks for."""

MARKS = (
    "",
    "",
    "",
    "heading 2",
    "section overview",
    "closing paragraph",
    "applications 2021 rows 24",
    "table",
)
"""Usual marks, none being the most usual."""


def _pieces() -> st.SearchStrategy[str]:
    return st.one_of(
        st.text(XML_CHARACTERS, max_size=12),
        st.text(st.sampled_from(AWKWARD_CHARACTERS), max_size=8),
        st.sampled_from(AWKWARD_TEXTS),
    )


def texts() -> st.SearchStrategy[str]:
    r"""Return a strategy for canonical texts: not blank, trimmed, broken by `\\n` only."""
    return (
        st.lists(_pieces(), min_size=1, max_size=3)
        .map(lambda pieces: clean_text("".join(pieces), "a text"))
        .map(lambda text: text or "文")
    )


def lines() -> st.SearchStrategy[str]:
    """Return a strategy for canonical texts of one line, not blank."""
    return texts().map(lambda text: one_line(text, "a line"))


def marks() -> st.SearchStrategy[str]:
    """Return a strategy for marks: none, usual ones, and any printable ASCII words."""
    words = st.text(string.ascii_letters + string.digits + string.punctuation, min_size=1)
    return st.one_of(
        st.sampled_from(MARKS), st.lists(words, min_size=1, max_size=3).map(" ".join)
    )


def text_blocks() -> st.SearchStrategy[TextBlock]:
    """Return a strategy for text blocks of every level, marked or not."""
    levels = st.one_of(st.none(), st.integers(0, 9))
    return st.builds(TextBlock, texts(), levels, marks())


def tables(depth: int = 2) -> st.SearchStrategy[Table]:
    """Return a strategy for tables with spans; tables nest in their cells to that depth."""
    rows = st.lists(st.lists(_cells(depth), max_size=4), min_size=1, max_size=4)
    return rows.map(lambda given: Table(given if any(given) else [["0"]]))


def _cells(depth: int) -> st.SearchStrategy[Cell]:
    spans = st.sampled_from((1, 1, 1, 2, 3))
    return st.builds(Cell, _contents(depth), spans, spans)


def _contents(depth: int) -> st.SearchStrategy[list[Content]]:
    text = cast(st.SearchStrategy[Content], st.one_of(texts(), st.sampled_from(("", "0", "12"))))
    plain = st.lists(text, max_size=1)
    if depth < 1:
        return plain
    nested = cast(st.SearchStrategy[Content], st.deferred(lambda: tables(depth - 1)))
    mixed = st.lists(st.one_of(text, nested), max_size=3)
    # Nested tables are rare, as in the wild, so that an example stays small.
    return st.integers(0, 7).flatmap(lambda chance: mixed if chance == 7 else plain)


def table_blocks() -> st.SearchStrategy[TableBlock]:
    """Return a strategy for tables as blocks, marked or not."""
    return st.builds(TableBlock, tables(), marks())


def blocks() -> st.SearchStrategy[Block]:
    """Return a strategy for blocks of either sort."""
    return st.one_of(text_blocks(), table_blocks())


def pages() -> st.SearchStrategy[Page]:
    """Return a strategy for what a page says about itself; each field may be missing."""
    line = st.one_of(st.none(), lines())
    return st.builds(Page, line, line, st.one_of(st.none(), st.dates()), line)


def statements() -> st.SearchStrategy[tuple[tuple[str, str], ...]]:
    """Return a strategy for binding statements: names may repeat, texts may be empty."""
    name = st.text(string.ascii_lowercase + "_", min_size=1, max_size=12)
    pair = st.tuples(name, st.one_of(st.just(""), lines()))
    return st.lists(pair, max_size=3).map(tuple)


def streams() -> st.SearchStrategy[Stream]:
    """Return a strategy for canonical streams without diagnostics."""
    return st.builds(Stream, st.lists(blocks(), max_size=5).map(tuple), pages(), statements())
