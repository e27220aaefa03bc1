"""The dictionary as a page of the documentation, in English and in Chinese."""

from collections.abc import Iterator

from govreport.model import english, statute
from govreport.model.concordance import Correspondence, concordance
from govreport.wording import LANGUAGES, Language

_MADE = (
    "<!-- Made by `python -m tests.dictionary.regenerate` from govreport/model/statute.py. -->"
)
_WORDS: dict[str, tuple[str, str]] = {
    "page": (
        "# Dictionary of keys\n\n*[中文](dictionary.zh-CN.md)*",
        "# 键名字典\n\n*[English](dictionary.md)*",
    ),
    "introduction": (
        "Every fact is addressed by (table, row, column). These are all the keys; the package has the"
        " same list as `govreport/dictionary/statutory-cells.csv`. `govreport.form_cells` gives the"
        " place of each cell in the workbook of the form ([forms.md](forms.md)).",
        "每个数都由（表、行、列）三个键名指明。键名就是下面这些，没有别的；安装包里的"
        " `govreport/dictionary/statutory-cells.csv` 是同一份清单。每一格在填报用的 Excel 表里是哪个"
        "单元格，由 `govreport.form_cells` 给出（见[填表与发布](forms.zh-CN.md)）。",
    ),
    "sections": ("## Sections", "## 章节"),
    "sections.head": ("| key | heading | in English |", "| 键名 | 标题 | 英文 |"),
    "table": ("## Table {number}, `{kind}`, {edition}", "## 表{number}，`{kind}`，{edition}"),
    "edition": ("edition {edition}", "{edition} 版"),
    "editions": ("both editions", "两版相同"),
    "called": ("{english}.", "{chinese}。"),
    "columns.head": ("| column | label | in English | unit |", "| 列 | 名称 | 英文 | 单位 |"),
    "unit": ("{unit} ({english})", "{unit}"),
    "rows.head": ("| row | labels | in English |", "| 行 | 名称 | 英文 |"),
    "rows.more": (" item | columns |", " 条款 | 列 |"),
    "listed": (", ", "、"),
    "sums": ("## Sums in a correct report", "## 勾稽关系"),
    "sums.blank": (
        "A blank cell counts as zero in a sum; if every cell of a side is blank, nothing is reported.",
        "求和时空白按零计；一边全部空白的，不作判断。",
    ),
    "sums.head": ("| rule | edition | identity |", "| 规则 | 版本 | 关系 |"),
    "both": ("both", "两版"),
    "down": ("in each column: {equation}", "每列：{equation}"),
    "across": ("in each row: {equation}", "每行：{equation}"),
    "concordance": ("## From one edition to the other", "## 两版对照"),
    "concordance.data": (
        "`govreport.concordance()` gives these as data; cells with the same keys in both editions are"
        " left out.",
        "`govreport.concordance()` 以数据的形式给出这张表；键名和含义都相同的不再列出。"
        "`same` 表示含义相同；`sum` 表示 2019 版的一格等于 2021 版的几格之和；"
        "`only-2019`、`only-2021` 表示只有这一版才有。",
    ),
    "concordance.head": (
        "| table | relation | 2019 | 2021 |",
        "| 表 | 关系 | 2019 版 | 2021 版 |",
    ),
}
"""What the page says around the statute's own words, in English and in Chinese."""
_NUMBERS: dict[Language, str] = {"en": "22334", "zh": "二二三三四"}


def as_markdown(language: Language = "en") -> str:
    """Return the dictionary as a page of documentation, with the identities and the editions."""
    parts = (_introduction, _sections, _layouts, _sums, _editions)
    return "\n".join((*(line for part in parts for line in part(language)), ""))


def _words(key: str, language: Language, /, **fields: object) -> str:
    return _WORDS[key][LANGUAGES.index(language)].format_map(fields)


def _introduction(language: Language) -> Iterator[str]:
    yield from (_words("page", language), "", _MADE, "", _words("introduction", language))


def _sections(language: Language) -> Iterator[str]:
    yield from ("", _words("sections", language), "")
    yield from (_words("sections.head", language), "|---|---|---|")
    for key, heading in statute.SECTION_HEADINGS.items():
        yield f"| `{key}` | {heading} | {english.SECTIONS[key]} |"
    yield f"| `other` | | {english.SECTIONS['other']} |"


def _layouts(language: Language) -> Iterator[str]:
    for number, layout in zip(_NUMBERS[language], statute.LAYOUTS, strict=True):
        key = "edition" if layout.edition else "editions"
        edition = _words(key, language, edition=layout.edition)
        heading = _words("table", language, number=number, kind=layout.kind, edition=edition)
        called = {
            "english": english.TABLES[layout.kind],
            "chinese": statute.SECTION_HEADINGS[layout.kind],
        }
        yield from ("", heading, "", _words("called", language, **called))
        yield from _columns(layout, language)
        yield from _rows(layout, language)


def _columns(layout: statute.Layout, language: Language) -> Iterator[str]:
    yield from ("", _words("columns.head", language), "|---|---|---|---|")
    columns = {column.key: column for row in layout.rows for column in row.columns}
    for column in columns.values():
        unit = _words("unit", language, unit=column.unit, english=english.UNITS[column.unit])
        yield f"| `{column.key}` | {column.label} | {column.english} | {unit} |"


def _rows(layout: statute.Layout, language: Language) -> Iterator[str]:
    item = layout.kind == "proactive_disclosure"
    more = _words("rows.more", language) if item else ""
    yield from ("", _words("rows.head", language) + more)
    yield f"|---|---|---|{'---|---|' if item else ''}"
    for row in layout.rows:
        keys = _words("listed", language).join(f"`{column.key}`" for column in row.columns)
        more = f" `{row.group}` | {keys} |" if item else ""
        yield f"| `{row.key}` | {' / '.join(row.labels)} | {row.english} |{more}"


def _sums(language: Language) -> Iterator[str]:
    yield from ("", _words("sums", language), "", _words("sums.blank", language))
    yield from ("", _words("sums.head", language), "|---|---|---|")
    for layout in statute.LAYOUTS:
        edition = layout.edition or _words("both", language)
        for rule in dict.fromkeys(identity.rule for identity in layout.identities):
            first = next(each for each in layout.identities if each.rule == rule)
            yield f"| `{rule}` | {edition} | {_equation(first, language)} |"


def _equation(identity: statute.Identity, language: Language) -> str:
    """Return an identity in words: over the rows of each column, or the columns of each row."""
    down = len({row for row, _ in (*identity.left, *identity.right)}) > 1
    sides = (
        " + ".join(f"`{row if down else column}`" for row, column in side)
        for side in (identity.left, identity.right)
    )
    return _words("down" if down else "across", language, equation=" = ".join(sides))


def _editions(language: Language) -> Iterator[str]:
    yield from ("", _words("concordance", language), "", _words("concordance.data", language))
    yield from ("", _words("concordance.head", language), "|---|---|---|---|")
    for one in concordance():
        if one.relation != "same" or one.cells_2019 != one.cells_2021:
            yield _edition(one, "`" if language == "zh" else "")


def _edition(one: Correspondence, quote: str) -> str:
    old, new = (
        " + ".join(f"`{row}.{column}`" for row, column in of)
        for of in (one.cells_2019, one.cells_2021)
    )
    return f"| `{one.table}` | {quote}{one.relation}{quote} | {old} | {new} |"
