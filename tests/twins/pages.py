"""Put the figures of the English pages into their Chinese twins: `python -m tests.twins.pages`.

Figures are measured for the English page alone. What holds no word of a language is taken as it
stands: programs, grammars, and cells of tables that are figures, names or commands. In a cell with
Chinese words the figures alone are replaced. Rows that were added, and sentences, are left to a
person; `tests/twins/test_pages.py` says where the two pages differ.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path

from tests.twins.words import WORDS

CHECKOUT = Path(__file__).resolve().parents[2]
DOCS = CHECKOUT / "docs"
CHINESE = ".zh-CN.md"
MADE = {f"dictionary{CHINESE}"}
"""Pages that a script of their own makes in both languages."""
WORDLESS_BLOCKS = ("python", "ebnf", "layers", "")
"""Kinds of fenced blocks that are the same in both languages."""

_CHINESE_TEXT = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_FENCED = re.compile(r"^```(\w*)\n.*?^```$", re.M | re.S)
_TABLE = re.compile(r"^\|.*\|\n\|[-:| ]+\|\n((?:\|.*\|\n)*)", re.M)
_FIGURE = re.compile(r"\d++(?:,\d{3})*+(?:\.\d+)?+(?! million| ?万)")
_BEGINS_WITH_A_FIGURE = re.compile(r"\W*(?:\d.*)?")
_TIMES = re.compile(r"([\d.]+) x\b")
_SHARE = re.compile(r"([\d,]+) of ([\d,]+)")

Row = list[str]


def twins() -> Iterator[tuple[Path, Path]]:
    """Yield the pages of the checkout and of `docs/` that are in both languages: English, Chinese."""
    for chinese in sorted([*CHECKOUT.glob(f"*{CHINESE}"), *DOCS.glob(f"*{CHINESE}")]):
        if chinese.name not in MADE:
            yield chinese.with_name(chinese.name.replace(CHINESE, ".md")), chinese


def refreshed(english: str, chinese: str) -> str:
    """Return a page in Chinese with the figures and wordless blocks of the one in English."""
    return _with_tables(english, _with_blocks(english, chinese))


def tables(page: str) -> list[list[Row]]:
    """Return the rows of a page's tables without their heads, each as its cells."""
    return [[_cells(row) for row in body.splitlines()] for body in _TABLE.findall(page)]


def blocks(page: str) -> list[str]:
    """Return the fenced blocks of a page that are the same in every language."""
    return [found[0] for found in _FENCED.finditer(page) if found[1] in WORDLESS_BLOCKS]


def figures(page: str) -> set[str]:
    """Return the figures of a page's sentences that are no mere few: of three digits, or broken."""
    prose = _TABLE.sub("", _FENCED.sub("", page))
    found = [figure.replace(",", "") for figure in _FIGURE.findall(prose)]
    return {each for each in found if "." in each or len(each) > 2}


def _with_blocks(english: str, chinese: str) -> str:
    wanted = blocks(english)
    if len(wanted) != len(blocks(chinese)):
        return chinese
    fresh = iter(wanted)
    return _FENCED.sub(
        lambda found: next(fresh) if found[1] in WORDLESS_BLOCKS else found[0], chinese
    )


def _with_tables(english: str, chinese: str) -> str:
    wanted = tables(english)
    if len(wanted) != len(tables(chinese)):
        return chinese
    fresh = iter(wanted)

    def replaced(found: re.Match[str]) -> str:
        return found[0].removesuffix(found[1]) + _body(next(fresh), found[1].splitlines())

    return _TABLE.sub(replaced, chinese)


def _body(english: list[Row], chinese: list[str]) -> str:
    names = {cell for line in chinese for cell in _cells(line)}
    made = [[_in_chinese(cell, names) for cell in row] for row in english]
    rows = [[cell for cell in row if cell is not None] for row in made]
    same_table = any(row[0] in names for row in rows if row)
    if same_table and [len(row) for row in rows] == [len(row) for row in english]:
        return "".join(_line(row) for row in rows)
    if len(english) != len(chinese):
        return "".join(f"{line}\n" for line in chinese)
    return "".join(_renewed(row, line) for row, line in zip(english, chinese, strict=True))


def _renewed(english: Row, chinese: str) -> str:
    old = _cells(chinese)
    new = [_cell(*pair) for pair in zip(english, old, strict=True)]
    return f"{chinese}\n" if new == old else _line(new)


def _line(row: Row) -> str:
    return f"| {' | '.join(row)} |\n"


def _in_chinese(cell: str, names: Collection[str]) -> str | None:
    """Return a cell in Chinese if it is a known word, a name of the table, or a figure."""
    if cell in WORDS:
        return WORDS[cell]
    if not _BEGINS_WITH_A_FIGURE.fullmatch(cell):
        return cell if cell in names else None
    return _TIMES.sub(r"\1 倍", _SHARE.sub(r"\1/\2", cell)).replace(", missed", "，未达到")


def _cell(english: str, chinese: str) -> str:
    if not _CHINESE_TEXT.search(chinese):
        return _SHARE.sub(r"\1/\2", english) if _FIGURE.search(english) else chinese
    wanted, there = _FIGURE.findall(english), _FIGURE.findall(chinese)
    lacking = list((Counter(wanted) - Counter(there)).elements())
    stale = list((Counter(there) - Counter(wanted)).elements())
    if len(lacking) == len(stale):
        for old, new in zip(stale, lacking, strict=True):
            stands = rf"(?<![\d.,]){re.escape(old)}(?!\d|[.,]\d)"
            chinese = re.sub(stands, new, chinese, count=1)
    return chinese


def _cells(row: str) -> Row:
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", row.strip())[1:-1]]


def main() -> None:
    """Write each Chinese page with the figures of the English one."""
    for english, chinese in twins():
        text = chinese.read_text("utf-8")
        chinese.write_text(refreshed(english.read_text("utf-8"), text), "utf-8")


if __name__ == "__main__":
    main()
