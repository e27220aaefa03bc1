"""Comparing two reports: what is shown is true of both, whatever they are."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govreport
from govreport import Heading, Paragraph, ReportDocument, Table
from govreport.difference.editing import edits
from govreport.difference.pairing import displaced
from govreport.testing import report_documents, texts
from tests.checks.reports import consistent, with_cell, with_text
from tests.laws.registry import share
from tests.timing import takes_at_most

FIRST = "本年度，我镇坚持以公开为常态、不公开为例外，主动公开政府信息128条。"
SECOND = "开展业务培训2次，参训47人次，公开前审查做到一事一表。"


@share(4)
@given(report_documents())
def test_a_report_does_not_differ_from_itself(document: ReportDocument) -> None:
    difference = govreport.diff(document, document)
    assert not difference
    assert all(each.kind == "copied" for each in difference.texts)


@share(4)
@given(report_documents(), report_documents())
def test_every_text_of_both_reports_is_accounted_for_once(
    old: ReportDocument, new: ReportDocument
) -> None:
    difference = govreport.diff(old, new)
    for document, side in ((old, "old"), (new, "new")):
        shown = [
            getattr(each, side) for each in difference.texts if getattr(each, f"{side}_place")
        ]
        told = [
            block.text for block in document.blocks() if isinstance(block, Paragraph | Heading)
        ]
        tables = [block for block in document.blocks() if isinstance(block, Table)]
        assert len(shown) == len(told) + len(tables)
        assert all(shown.count(text) >= told.count(text) for text in told)


@share(4)
@given(report_documents(), report_documents())
def test_numbers_differ_by_what_is_said(old: ReportDocument, new: ReportDocument) -> None:
    for change in govreport.diff(old, new).facts:
        if change.absolute is not None:
            assert change.old_value is not None
            assert change.old_value + change.absolute == change.new_value


@given(st.one_of(texts(), st.text("甲乙12，。")), st.one_of(texts(), st.text("甲乙12，。")))
def test_edits_lead_from_one_text_to_the_other(old: str, new: str) -> None:
    found = edits(old, new)
    assert "".join(each.text for each in found if each.kind != "insert") == old
    assert "".join(each.text for each in found if each.kind != "delete") == new
    assert all(each.text for each in found)


def test_an_edit_shows_whole_numbers() -> None:
    kinds = [(each.kind, each.text) for each in edits("公开信息128条。", "公开信息129条。")]
    assert kinds == [
        ("equal", "公开信息"),
        ("delete", "128"),
        ("insert", "129"),
        ("equal", "条。"),
    ]


def test_paragraphs_are_copied_moved_edited_added_and_removed() -> None:
    old = with_text(consistent(), "overview", FIRST, SECOND, "旧有的一段话在此。")
    new = with_text(consistent(), "overview", SECOND, FIRST.replace("128", "131"), "全新内容")
    new = replace(new, year=2022)
    found = [
        (each.kind, each.moved) for each in govreport.diff(old, new).texts if each.role != "table"
    ]
    assert found.count(("removed", False)) == found.count(("added", False)) == 1
    assert ("edited", True) in found or ("moved", True) in found
    assert ("copied", False) in found


def test_a_paragraph_in_another_section_is_moved() -> None:
    old = with_text(consistent(), "overview", FIRST)
    new = with_text(consistent(), "problems", FIRST)
    (change,) = govreport.diff(old, new).changed_texts
    assert (change.kind, change.old_place, change.new_place) == ("moved", (0, 0), (4, 0))


def test_facts_change_absolutely_and_relatively() -> None:
    cell = ("applications", "new_received", "total")
    old, new = with_cell(consistent(), cell, "1,200"), with_cell(consistent(), cell, "900")
    (change,) = govreport.diff(old, new).facts
    assert (change.cell, change.absolute, change.relative) == (cell, -300, Decimal("-0.25"))
    assert not govreport.diff(old, with_cell(old, cell, "１２００"))
    (change,) = govreport.diff(old, with_cell(old, cell, "")).facts
    assert (change.absolute, change.relative, change.new_value) == (None, None, None)
    (change,) = govreport.diff(with_cell(old, cell, "0"), new).facts
    assert (change.absolute, change.relative) == (900, None)


def test_numbers_in_different_units_are_not_subtracted() -> None:
    cell = ("proactive_disclosure", "administrative_fees", "amount_collected")
    old, new = with_cell(consistent(), cell, "3.5"), with_cell(consistent(), cell, "35000元")
    (change,) = govreport.diff(old, new).facts
    assert (change.old_value, change.new_value, change.absolute) == (Decimal("3.5"), 35000, None)


def test_sections_are_added_removed_moved_and_renamed() -> None:
    old = consistent()
    first, second, *rest = old.sections
    renamed = replace(second, heading="二、主动公开")
    new = replace(old, sections=(renamed, first, *rest[:-1]))
    found = [(each.kind, each.section) for each in govreport.diff(old, new).sections]
    assert ("removed", "other_matters") in found
    assert ("renamed", "proactive_disclosure") in found
    assert [kind for kind, _ in found].count("moved") == 1


def test_the_share_that_is_copied_is_counted_in_characters() -> None:
    old = ReportDocument(preamble=(Paragraph("甲" * 30), Paragraph("乙" * 10)))
    new = ReportDocument(preamble=(Paragraph("甲" * 30), Paragraph("丙" * 10)))
    assert govreport.diff(old, new).copied_share == 0.75


@given(st.permutations(range(8)))
def test_what_is_not_displaced_stands_in_order(positions: list[int]) -> None:
    out = displaced(positions)
    kept = [each for at, each in enumerate(positions) if at not in out]
    assert kept == sorted(kept)
    assert kept


@pytest.mark.timed
@pytest.mark.parametrize(
    ("old", "new"),
    [
        (["共计" * 50_000], ["计共" * 50_000]),
        ([f"第{n}段，共计" for n in range(3_000)], [f"段{n}第，计共" for n in range(3_000)]),
        (["甲乙" * 300 + str(n) for n in range(59)], ["乙甲" * 300 + str(n) for n in range(59)]),
    ],
)
def test_hostile_texts_are_compared_in_bearable_time(old: list[str], new: list[str]) -> None:
    documents = [ReportDocument(preamble=tuple(map(Paragraph, each))) for each in (old, new)]
    assert takes_at_most(10, lambda: govreport.diff(*documents))
