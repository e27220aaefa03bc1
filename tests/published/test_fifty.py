"""Fifty drawn reports through LibreOffice and Chromium: no wrong number, and next to none missing.

    pytest tests/published/test_fifty.py -m 'libreoffice or chromium' -s

prints the figures that `docs/testing.md` gives.
"""

import itertools
from decimal import Decimal
from pathlib import Path

import pytest

import govreport
from govreport.model.document import ReportDocument
from tests.dialects import figures, sources
from tests.laws.test_other_programs import office
from tests.published.regenerate import chromium

COUNT = 50
LEAST_OF_PRINTS = Decimal("0.995")
CLIPPED = "@page{size:A5}table{width:1200px}"
"""A style by which the page cuts the tables."""

Numbers = dict[tuple[str, str | None, str | None], Decimal]


def reports() -> dict[str, ReportDocument]:
    """Return reports of both editions, filled, with blanks and with odd values."""
    kinds = (figures.full_tables, figures.blank_tables)
    drawn = {}
    for number, (kind, edition) in zip(
        range(COUNT), itertools.cycle(itertools.product(kinds, (2019, 2021))), strict=False
    ):
        tables = kind(edition, 1000 + number)
        year = 2020 if edition == 2019 else 2022
        drawn[f"{number:02}"] = sources.report_of(f"砚溪县第{number + 1}街道办事处", year, tables)
    return drawn


def numbers(document: ReportDocument) -> Numbers:
    """Return the numbers of a document."""
    return {
        (each.table, each.row, each.column): each.value
        for each in document.facts()
        if each.value is not None
    }


def assert_no_wrong_number(read: ReportDocument, truth: ReportDocument) -> tuple[int, int]:
    """Check every number that was read; return how many are right, and how many there are."""
    wanted, found = numbers(truth), numbers(read)
    assert not {key: value for key, value in found.items() if wanted.get(key) != value}
    return len(found), len(wanted)


def texts(document: ReportDocument) -> list[str]:
    """Return the paragraphs and headings of a document."""
    blocks = [*document.preamble, *document.closing]
    for section in document.sections:
        blocks += section.blocks
    return [each.text for each in blocks if isinstance(getattr(each, "text", None), str)]


def written(folder: Path, name: str) -> list[Path]:
    """Write every report in a format and return the files."""
    files = []
    for stem, document in reports().items():
        files.append(folder / f"{stem}.{name}")
        govreport.write(document, files[-1])
    return files


@pytest.mark.libreoffice
@pytest.mark.parametrize("name", ["doc", "odt"])
def test_word_processors_files_hold_the_same_documents(name: str, tmp_path: Path) -> None:
    made = office(written(tmp_path, "docx"), name, tmp_path / name, tmp_path / "profile")
    for file, document in zip(made, reports().values(), strict=True):
        assert govreport.read(file) == document


@pytest.mark.libreoffice
def test_prints_of_libreoffice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = office(written(tmp_path, "docx"), "pdf", tmp_path / "pdf", tmp_path / "profile")
    _check_prints(made, "LibreOffice", capsys)


@pytest.mark.chromium
def test_prints_of_chromium(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = []
    for page in written(tmp_path, "html"):
        made.append(page.with_suffix(".pdf"))
        chromium(page, made[-1], tmp_path)
    _check_prints(made, "Chromium", capsys)


@pytest.mark.chromium
def test_what_the_page_clipped_is_open(tmp_path: Path) -> None:
    for page in written(tmp_path, "html")[:6]:
        styled = page.read_text("utf-8").replace("</head>", f"<style>{CLIPPED}</style></head>")
        page.write_text(styled, "utf-8")
        chromium(page, page.with_suffix(".pdf"), tmp_path)
        assert_no_wrong_number(govreport.read(page.with_suffix(".pdf")), reports()[page.stem])


def _check_prints(made: list[Path], program: str, capsys: pytest.CaptureFixture[str]) -> None:
    right = total = whole = paragraphs = 0
    for file, document in zip(made, reports().values(), strict=True):
        read = govreport.read(file)
        found, wanted = assert_no_wrong_number(read, document)
        right, total = right + found, total + wanted
        printed = texts(read)
        whole += sum(each in printed for each in texts(document))
        paragraphs += len(texts(document))
        assert (read.title, read.agency, read.year) == (
            document.title,
            document.agency,
            document.year,
        )
    with capsys.disabled():
        told = f"{right} of {total} numbers, {whole} of {paragraphs} paragraphs, 0 wrong"
        print(f"\n{program}: {told}")  # noqa: T201
    assert right >= total * LEAST_OF_PRINTS
    assert whole == paragraphs
