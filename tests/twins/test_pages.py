"""A page in Chinese says what its twin in English says: the same parts, figures, programs and links."""

import re
from pathlib import Path

import pytest

from tests.shapes import families as _families  # noqa: F401 - enters the families
from tests.shapes.chinese import FAMILIES
from tests.shapes.registry import FAMILIES as IN_ENGLISH
from tests.twins.pages import CHECKOUT, CHINESE, DOCS, blocks, figures, refreshed, tables, twins

TWINS = [pytest.param(*pair, id=pair[0].stem) for pair in twins()]
AGAIN = "`python -m tests.twins.pages` takes figures, programs and grammars from the English page"


@pytest.mark.parametrize(("english", "chinese"), TWINS)
def test_a_page_in_chinese_has_the_figures_of_its_twin(english: Path, chinese: Path) -> None:
    text, twin = chinese.read_text("utf-8"), english.read_text("utf-8")
    assert text == refreshed(twin, text), AGAIN
    in_english_alone = figures(twin) - figures(text)
    assert not in_english_alone


@pytest.mark.parametrize(("english", "chinese"), TWINS)
def test_a_page_in_chinese_has_the_parts_of_its_twin(english: Path, chinese: Path) -> None:
    text, twin = chinese.read_text("utf-8"), english.read_text("utf-8")
    headings = re.compile(r"^(#+) ", re.M)
    assert headings.findall(text) == headings.findall(twin)
    assert blocks(text) == blocks(twin), AGAIN
    assert [len(each) for each in tables(text)] == [len(each) for each in tables(twin)]


@pytest.mark.parametrize(
    "page", sorted([*CHECKOUT.glob("*.md"), *DOCS.glob("*.md")]), ids=lambda page: page.name
)
def test_a_page_leads_to_its_twin_and_a_page_in_chinese_to_pages_in_chinese(page: Path) -> None:
    found = re.findall(r"\]\(((?:\w[\w.-]*/|\.\./)*[\w.-]+\.md)", page.read_text("utf-8"))
    linked = {(page.parent / each).resolve() for each in found}
    if page.name.endswith(CHINESE):
        twin = page.with_name(page.name.replace(CHINESE, ".md"))
        assert twin in linked
        in_english = [each for each in linked - {twin} if not each.name.endswith(CHINESE)]
        assert not [each for each in in_english if each.with_suffix(CHINESE).exists()]
    elif page.with_suffix(CHINESE).exists():
        assert page.with_suffix(CHINESE) in linked


def test_every_family_of_rearrangements_has_its_name_in_chinese() -> None:
    assert set(FAMILIES) == {*IN_ENGLISH, "all that keep", "all"}
    assert len(set(FAMILIES.values())) == len(FAMILIES)


def test_figures_are_taken_over_and_words_are_not() -> None:
    english = "| a | b |\n|---|---|\n| fast, 1,200 of them | 3.5 s (rows) |\n| slow | 7 of 9 |\n"
    chinese = "| 甲 | 乙 |\n|---|---|\n| 快，1,100 个 | 3.4 s (rows) |\n| 慢 | 6/9 |\n"
    assert refreshed(english, chinese) == (
        "| 甲 | 乙 |\n|---|---|\n| 快，1,200 个 | 3.5 s (rows) |\n| 慢 | 7/9 |\n"
    )
