"""The walk-through prints what its pages say, in both languages, and its pictures can be drawn."""

import re
from pathlib import Path

import pytest

from tests.walkthrough.pictures import CEILING, FOLDER, draw
from tests.walkthrough.walking import DOCS, PAGES, STEP, commands, walked

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def page(language: str) -> str:
    return (DOCS / PAGES[language]).read_text("utf-8")


@pytest.mark.deep
@pytest.mark.parametrize("language", PAGES)
def test_a_page_prints_what_its_commands_print(language: str, tmp_path: Path) -> None:
    assert walked(page(language), tmp_path) == page(language)


@pytest.mark.parametrize("language", PAGES)
def test_its_commands_speak_the_language_of_the_page(language: str) -> None:
    lines = [line for kind, block in STEP.findall(page(language)) for line in commands(block)]
    speaking = [line for line in lines if not line.startswith("govreport form ")]
    assert speaking
    assert all(line.endswith(f" --lang {language}") for line in speaking)


def test_both_pages_have_the_same_steps() -> None:
    steps = [
        [
            (
                kind,
                block
                if kind == "python"
                else [line.split(" --lang ")[0] for line in commands(block)],
            )
            for kind, block in STEP.findall(page(language))
        ]
        for language in PAGES
    ]
    assert steps[0] == steps[1]
    assert len(steps[0]) > 10


def test_the_pictures_are_there_and_small() -> None:
    for language in PAGES:
        shown = re.findall(r"!\[.+\]\(pictures/(.+)\)", page(language))
        assert shown
        assert set(shown) <= {path.name for path in FOLDER.iterdir()}
    for path in (FOLDER / name for name in shown):
        data = path.read_bytes()
        assert data.startswith(_SIGNATURE)
        assert len(data) < CEILING


@pytest.mark.chromium
@pytest.mark.libreoffice
def test_the_pictures_can_be_drawn(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "walk").mkdir()
    drawn = draw(tmp_path / "walk", tmp_path / "pictures")
    assert drawn
    assert {path.name for path in drawn} <= {path.name for path in FOLDER.iterdir()}
    for path in drawn:
        assert 10_000 < len(path.read_bytes()) < CEILING
