"""Places of columns: sure where all figures keep to them, unknown everywhere else."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.text_formats.tables.aligned.fragments import (
    Fragment,
    display_width,
    fragments_of,
)
from govreport.text_formats.tables.aligned.places import PrintedRows, places_of
from tests.laws.registry import share
from tests.text_formats.tables.aligned.test_tables import (
    PDFTOTEXT,
    TERMINAL,
    facts,
    printed,
    read,
    table,
    truth,
)

CELLS = st.lists(
    st.lists(st.just("") | st.integers(0, 9_999).map(str), min_size=5, max_size=5),
    min_size=1,
    max_size=8,
)
FULL = [["1", "22", "333", "4444", "5"], ["1111", "2", "33", "4", "5555"]]


def lines_of(rows: list[list[str]], to_the_right: bool) -> list[list[Fragment]]:
    """Return the figures of rows in columns of six places, at their left or right edge."""
    place = str.rjust if to_the_right else str.ljust
    lines = ["".join(place(cell, 6) for cell in row) for row in rows]
    return [fragments_of(line, at, display_width) for at, line in enumerate(lines)]


@given(CELLS, st.booleans())
def test_figures_in_columns_have_the_columns_that_they_were_given(
    rows: list[list[str]], to_the_right: bool
) -> None:
    rows = [*FULL, *(row for row in rows if any(row))]
    lines = lines_of(rows, to_the_right)
    places = places_of(lines, 5)
    read = [places and places.in_columns(line) for line in lines]
    assert places is None or read == rows


def test_a_wide_gap_shows_that_blank_cells_keep_their_places() -> None:
    lines = lines_of([*FULL, ["7", "", "", "8", ""]], to_the_right=False)
    assert places_of(lines, 5)


def test_a_figure_beside_its_column_leaves_all_columns_unknown() -> None:
    lines = lines_of([*FULL, ["7", "", "", "8", ""]], to_the_right=False)
    lines[-1][-1] = lines[-1][-1]._replace(start=lines[-1][-1].start + 1)
    assert places_of(lines, 5) is None


def test_figures_at_a_fixed_distance_show_no_places() -> None:
    lines = [
        fragments_of(line, at, display_width)
        for at, line in enumerate(("1  2  3  4  5", "6  7  8  9  0", "1  2"))
    ]
    assert places_of(lines, 5) is None


def test_a_figure_at_the_end_of_a_label_is_not_of_a_column() -> None:
    lines = lines_of([*FULL, ["7", "", "", "8", ""]], to_the_right=False)
    rows = PrintedRows(display_width, places_of(lines, 5))
    assert rows.line("1.甲 7", 0).figures == []
    assert rows.line(f"甲{' ' * 16}8", 0).figures == ["", "", "", "8", ""]


@pytest.mark.parametrize("edition", [2019, 2021])
@pytest.mark.parametrize("seed", range(3))
def test_rows_with_blank_cells_are_read(edition: int, seed: int) -> None:
    given = table("applications", seed, edition, blanks=True)
    found = facts(read(printed(given, TERMINAL)))
    assert found.items() <= truth(given).items()
    assert len(found) >= 0.9 * len(truth(given))


# A figure that moved by a whole column, of six places at least, stands in the next.
@share(4)
@given(st.integers(0, 10_000), st.integers(0, 40), st.integers(1, 5))
def test_no_number_is_wrong_where_a_line_moved(seed: int, line: int, places: int) -> None:
    given = table("applications", seed, blanks=True)
    for layout in (TERMINAL, PDFTOTEXT):
        lines = printed(given, layout)
        at = line % len(lines)
        head, gap, tail = lines[at].rpartition("  ")
        lines[at] = f"{head}{gap}{' ' * places if gap else ''}{tail}"
        assert facts(read(lines)).items() <= truth(given).items()


@share(4)
@given(st.integers(0, 10_000))
def test_no_number_is_wrong_where_blank_cells_were_dropped(seed: int) -> None:
    given = table("applications", seed, blanks=True)
    places = random.Random(seed)  # noqa: S311
    lines = []
    for line in printed(given, TERMINAL):
        texts = line.split()
        figures = [text for text in texts if text.isdecimal()]
        label = line[: len(line) - len(line.lstrip())] + " ".join(texts[: -len(figures) or None])
        shown = "  ".join(figures)
        lines.append(f"{label}{' ' * (44 - display_width(label))}  {shown}" if figures else line)
    lines.insert(places.randrange(len(lines)), "")
    assert facts(read(lines)).items() <= truth(given).items()
