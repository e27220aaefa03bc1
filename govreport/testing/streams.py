"""Strategies for canonical streams: what every writer must carry and every reader return."""

import string

from hypothesis import strategies as st

from govreport.blocks import Block, Page, Stream, TableBlock, TextBlock
from govreport.testing.grids import tables
from govreport.testing.texts import lines, texts

MARKS = (
    *("", "", "", "heading 2", "section overview", "closing paragraph"),
    *("applications 2021 rows 24", "table"),
)
"""Usual marks, none being the most usual."""


def marks() -> st.SearchStrategy[str]:
    """Return a strategy for marks: none, usual ones, and any printable ASCII words."""
    words = st.text(string.ascii_letters + string.digits + string.punctuation, min_size=1)
    return st.one_of(
        st.sampled_from(MARKS), st.lists(words, min_size=1, max_size=3).map(" ".join)
    )


def text_blocks() -> st.SearchStrategy[TextBlock]:
    """Return a strategy for text blocks of every level, marked or not, signatures or not."""
    levels = st.one_of(st.none(), st.integers(0, 9))
    return st.builds(TextBlock, texts(), levels, marks(), signature=st.booleans())


def table_blocks() -> st.SearchStrategy[TableBlock]:
    """Return a strategy for tables as blocks, marked or not."""
    return st.builds(TableBlock, tables(), marks())


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
    block: st.SearchStrategy[Block] = st.one_of(text_blocks(), table_blocks())
    return st.builds(Stream, st.lists(block, max_size=5).map(tuple), pages(), statements())
