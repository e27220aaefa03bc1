"""The rearranged reports themselves: the same for the same seed, and their truth is carried along."""

import functools
import html
import random

import pytest
from hypothesis import given, settings

from govreport import ReportDocument
from govreport.testing import ordinary_documents
from tests.sampling import one_in
from tests.shapes import families as _families  # noqa: F401 - enters the families
from tests.shapes import written
from tests.shapes.drawing import draw, from_document
from tests.shapes.judging import judged
from tests.shapes.layout import laid_out
from tests.shapes.registry import FAMILIES, Family, rearranged
from tests.shapes.rendering import PLACED, RENDERINGS, Rendering
from tests.shapes.sheets import Report

SEEDS = range(3)
KINDS = {"proactive_disclosure", "applications", "reviews"}


def _rearranged_anew(family: Family, seed: int) -> tuple[Report, Report]:
    chosen = random.Random(seed)
    drawn = draw(chosen)
    return laid_out(drawn), rearranged(drawn, [family], chosen)


@functools.cache
def _rearranged(family: Family, seed: int) -> tuple[Report, Report]:
    """Return a report as it was drawn and as a family rearranges it."""
    return _rearranged_anew(family, seed)


each_family = pytest.mark.parametrize(
    "family", one_in(3, FAMILIES.values(), lambda family: family.name)
)


@each_family
def test_a_rearrangement_is_the_same_for_the_same_seed(family: Family) -> None:
    assert _rearranged_anew(family, 1)[1] == _rearranged(family, 1)[1]


@each_family
def test_no_rearrangement_changes_what_a_number_means(family: Family) -> None:
    for seed in SEEDS:
        drawn, made = _rearranged(family, seed)
        before = drawn.truth()
        for key, values in made.truth().items():
            assert values <= before[key], (key, values)


def test_no_two_rearrangements_together_change_what_a_number_means() -> None:
    chosen = random.Random(3)
    # Where one of two numbers is left out, the other is what the source says.
    kept = [each for name, each in FAMILIES.items() if "other numbers" not in name]
    for seed in range(150):
        pair = chosen.sample(kept, 2)
        drawn = draw(random.Random(seed))
        before = laid_out(drawn).truth()
        for key, values in rearranged(drawn, pair, chosen).truth().items():
            assert values <= before[key], (pair, key, values)


@each_family
def test_each_rearrangement_changes_what_is_shown(family: Family) -> None:
    pairs = (_rearranged(family, seed) for seed in range(30))
    changed = any(drawn.blocks != made.blocks for drawn, made in pairs)
    assert changed == (family.name != "nothing")


@each_family
def test_a_page_shows_every_text_and_every_marker(family: Family) -> None:
    for seed in SEEDS:
        made = _rearranged(family, seed)[1]
        source = html.unescape(RENDERINGS["page"].render(made).decode()).replace("<br>", "\n")
        texts = {cell.text for grid in made.grids() for row in grid.rows for cell in row}
        assert not [text for text in texts | made.markers if text not in source]


@pytest.mark.parametrize("rendering", RENDERINGS.values(), ids=RENDERINGS)
def test_every_rendering_shows_every_number(rendering: Rendering) -> None:
    report = laid_out(draw(random.Random(7)))
    source = rendering.render(report)
    if rendering.format == "docx":
        assert source.startswith(b"PK")
        return
    for grid in report.grids():
        for row in grid.rows:
            for cell in row:
                assert not cell.numbers or cell.text.encode() in source


@pytest.mark.parametrize("rendering", PLACED, ids=lambda each: each.name)
def test_a_report_as_it_was_drawn_has_no_wrong_number(rendering: Rendering) -> None:
    for seed in SEEDS:
        report = laid_out(draw(random.Random(seed)))
        assert not judged(rendering.render(report), rendering.format, report).wrong


@settings(max_examples=10, deadline=None)
@given(ordinary_documents())
def test_documents_of_the_strategies_can_be_rearranged(document: ReportDocument) -> None:
    truth = laid_out(from_document(document)).truth()
    assert {key for key, values in truth.items() if values} == {
        (fact.table, fact.row, fact.column) for fact in document.facts() if fact.value is not None
    }


def test_the_tables_written_by_hand_name_cells_of_the_form() -> None:
    cases = list(written.cases())
    assert len({case.name for case in cases}) == len(cases) > 60
    assert {key[0] for case in cases for key in case.truth} == KINDS
