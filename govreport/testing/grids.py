"""Strategies for tables of any shape: spans, blank cells, nested tables."""

from typing import cast

from hypothesis import strategies as st

from govreport.model.grid import Cell, Content, Table
from govreport.testing.texts import texts

ORDINARY_CELL_TEXTS = ("序号", "项目", "数量", "1", "政策解读", "12", "")


def tables(depth: int = 2) -> st.SearchStrategy[Table]:
    """Return a strategy for tables with spans; tables nest in their cells to that depth."""
    rows = st.lists(st.lists(cells(depth), max_size=4), min_size=1, max_size=4)
    return rows.map(lambda given: Table(given if any(given) else [["0"]]))


def cells(depth: int = 2) -> st.SearchStrategy[Cell]:
    """Return a strategy for cells, blank or not; tables nest in them to that depth."""
    spans = st.sampled_from((1, 1, 1, 2, 3))
    return st.builds(Cell, _contents(depth), spans, spans)


def ordinary_tables() -> st.SearchStrategy[Table]:
    """Return a strategy for plain tables of three columns, as reports have them beside the three."""
    row = st.lists(st.sampled_from(ORDINARY_CELL_TEXTS), min_size=3, max_size=3)
    return st.lists(row, min_size=1, max_size=4).map(Table)


def _contents(depth: int) -> st.SearchStrategy[list[Content]]:
    text = cast(st.SearchStrategy[Content], st.one_of(texts(), st.sampled_from(("", "0", "12"))))
    plain = st.lists(text, max_size=1)
    if depth < 1:
        return plain
    nested = cast(st.SearchStrategy[Content], st.deferred(lambda: tables(depth - 1)))
    mixed = st.lists(st.one_of(text, nested), max_size=3)
    # Nested tables are rare, as in the wild, so that an example stays small.
    return st.integers(0, 7).flatmap(lambda chance: mixed if chance == 7 else plain)
