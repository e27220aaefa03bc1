"""Hypothesis strategies for whole documents, ordinary ones and hostile ones.

`report_documents()` makes any document that the model can hold; `ordinary_documents()` those that
offices publish. `report_blocks()`, `sections()` and `statutory_tables()` make their parts.
"""

from typing import Any

from hypothesis import strategies as st

from govreport.model.diagnostics import CODES, Diagnostic, diagnostic
from govreport.model.document import Block, Heading, Paragraph, ReportDocument, Section, Source
from govreport.model.grid import Table
from govreport.model.statute import (
    LAYOUTS,
    SECTION_HEADINGS,
    SECTION_KINDS,
    TABLE_KINDS,
    Layout,
    layout,
)
from govreport.model.statutory import (
    ExtraColumn,
    StatutoryRow,
    StatutoryTable,
    extra_columns_of,
)
from tests.strategies import lines, tables, texts

NUMERALS = "一二三四五六七八九十"

STATUTORY_LABELS = sorted(
    {
        *SECTION_HEADINGS.values(),
        *(label for layout in LAYOUTS for row in layout.rows for label in row.labels),
        *(column.label for layout in LAYOUTS for row in layout.rows for column in row.columns),
        *(label for layout in LAYOUTS for _, label in layout.group_labels),
        *("信息内容", "申请人情况", "法人或其他组织", "行政诉讼"),
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
    }
)

ORDINARY_TEXTS = (
    "根据《中华人民共和国政府信息公开条例》第五十条的规定，现公布本年度报告。",
    "本年度，我镇坚持以公开为常态、不公开为例外，主动公开政府信息 128 条。",
    "统计期限自2023年1月1日起至2023年12月31日止。",
    "如对本报告有疑问，请与镇党政综合办公室联系（地址：青禾县云岭镇兴学路6号；电话：0000-1234567）。",
    "一是加强组织领导。\n二是完善制度建设。",
    "（一）主动公开。全年通过门户网站公开信息96条，其中政策文件4件。",
    "1.公开的时效有待提高。",
    "我镇本年度未收取信息处理费。",
    "无。",
    "青禾县云岭镇人民政府",
    "2024年1月18日",
    "附件：政府信息公开目录",
)

LOOK_ALIKES = (
    "一、总体情况",
    "一、 总体情况",
    "总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "1、总体情况",
    "第一部分 总体情况",
    "一、总体情况\n二、主动公开政府信息情况",
    "一、总体情况 本年度我局认真贯彻条例。",
    "七、附件",
    "（一）主动公开情况",
    "(1)依申请公开",
    "1.政府信息管理",
    "三、本年度办理结果",
    "四、结转下年度继续办理",
    "总计",
    "0",
    "-35",
    "3（2）",
    "规章 0 0 0",
    "| 规章 | 0 | 0 | 0 |",
    "|---|---|",
    "\\",
    "\\|",
    "#",
    "# 一、总体情况",
    "青禾县云岭镇人民政府2023年政府信息公开工作年度报告",
    "2023年政府信息公开工作年度报告",
    "关于2023年年度报告的解读",
    "发布日期：2024-01-18 来源：云岭镇 浏览次数：12",
    "当前位置：首页 > 政府信息公开 > 年报",
    "索引号",
    "发布机构：青禾县云岭镇",
    "【字体：大 中 小】",
    "打印本页",
    "扫一扫在手机打开当前页",
    "分享到：",
    "附件",
    "Page 1",
    "- 1 -",
    "喀爾欽鎮(zhèn)",
    "section overview",
    "{{heading 2}}",
)
"""Texts that recognition looks for, standing where they mean nothing of the kind."""

CELL_TEXTS = ("", "", "", "0", "0", "0", "1", "2", "12", "805", "-35", "1,234", "１２")
AWKWARD_CELL_TEXTS = (
    *("/", "-", "—", "无", "0件", "3.5万元", "251000元", "12\n件", "1\n2", "? 0", "3（2）", "*"),
    *(
        "总计",
        "规章",
        "其他",
        "行政许可",
        "信息内容",
        "一、总体情况",
        "1.属于国家秘密",
        "|",
        "\\",
    ),
)
AGENCIES = (
    "青禾县云岭镇人民政府",
    "青禾县教育局",
    "云岭镇",
    "临川市文化广电和旅游局",
    "2023年办公室",
)


def report_documents() -> st.SearchStrategy[ReportDocument]:
    """Return a strategy for any document: about half ordinary, half of anything at all."""
    return st.one_of(ordinary_documents(), _any_documents())


def ordinary_documents() -> st.SearchStrategy[ReportDocument]:
    """Return a strategy for documents as offices publish them, complete or not."""
    blocks = st.one_of(st.sampled_from(ORDINARY_TEXTS).map(Paragraph), _ordinary_headings())
    return st.builds(
        _ordinary_document,
        agency=st.sampled_from(AGENCIES),
        year=st.integers(2008, 2026),
        editions=st.tuples(st.sampled_from((2019, 2021)), st.sampled_from((2019, 2021, None))),
        titled=st.integers(0, 4).map(bool),
        texts=st.lists(st.lists(blocks, max_size=2).map(tuple), min_size=8, max_size=8),
        cells=st.lists(st.sampled_from(CELL_TEXTS), min_size=7, max_size=30),
        present=st.lists(st.integers(0, 9).map(bool), min_size=9, max_size=9),
        source=_sources(st.sampled_from(AGENCIES)),
    )


def sections() -> st.SearchStrategy[Section]:
    """Return a strategy for sections of any kind under any heading."""
    kinds = st.sampled_from(SECTION_KINDS)
    return st.one_of(
        st.builds(_official_section, st.integers(0, 5), st.lists(report_blocks(), max_size=3)),
        st.builds(Section, kinds, _any_line(), st.lists(report_blocks(), max_size=3).map(tuple)),
    )


def report_blocks() -> st.SearchStrategy[Block]:
    """Return a strategy for blocks of all four sorts, paragraphs being the most usual."""
    return st.integers(0, 9).flatmap(lambda sort: _BLOCKS[sort])


def statutory_tables() -> st.SearchStrategy[StatutoryTable]:
    """Return a strategy for statutory tables of every kind and edition, plain or extended."""
    return st.one_of(_plain_tables(), _extended_tables())


def diagnostics() -> st.SearchStrategy[Diagnostic]:
    """Return a strategy for diagnostics of every code, with any text."""
    anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
    return st.builds(diagnostic, st.sampled_from(sorted(CODES)), anything, anything, anything)


def any_texts() -> st.SearchStrategy[str]:
    """Return a strategy for texts: ordinary, hostile, and those that look like something else."""
    labels = st.sampled_from((*STATUTORY_LABELS, *LOOK_ALIKES))
    return st.one_of(st.sampled_from(ORDINARY_TEXTS), labels, texts())


def _any_line() -> st.SearchStrategy[str]:
    return st.one_of(st.sampled_from(LOOK_ALIKES), st.sampled_from(STATUTORY_LABELS), lines())


def _any_documents() -> st.SearchStrategy[ReportDocument]:
    several = st.lists(report_blocks(), max_size=3).map(tuple)
    titled = st.builds(_title, st.sampled_from(AGENCIES), st.integers(1990, 2030))
    return st.builds(
        ReportDocument,
        title=st.one_of(st.none(), titled, _any_line()),
        agency=st.one_of(st.none(), st.sampled_from(AGENCIES), _any_line()),
        year=st.one_of(st.none(), st.integers(2008, 2026), st.integers(1, 9999)),
        preamble=several,
        sections=st.lists(sections(), max_size=4).map(tuple),
        closing=several,
        source=_sources(_any_line()),
        diagnostics=st.lists(diagnostics(), max_size=2).map(tuple),
    )


def _sources(publishers: st.SearchStrategy[str]) -> st.SearchStrategy[Source]:
    return st.one_of(
        st.just(Source()),
        st.builds(Source, st.one_of(st.none(), st.dates()), st.one_of(st.none(), publishers)),
    )


def _title(agency: str, year: int) -> str:
    return f"{agency}{year}年政府信息公开工作年度报告"


def _ordinary_headings() -> st.SearchStrategy[Heading]:
    return st.one_of(
        st.sampled_from(("（一）主动公开情况", "（二）依申请公开情况")).map(Heading),
        st.sampled_from(("1.政府信息管理", "2.平台建设")).map(lambda text: Heading(text, 3)),
    )


def _headings() -> st.SearchStrategy[Heading]:
    return st.one_of(_ordinary_headings(), st.builds(Heading, _any_line(), st.integers(2, 9)))


def _official_section(number: int, blocks: list[Block]) -> Section:
    kind, name = list(SECTION_HEADINGS.items())[number]
    return Section(kind, f"{NUMERALS[number]}、{name}", tuple(blocks))


def _plain_tables() -> st.SearchStrategy[StatutoryTable]:
    cells = st.lists(st.sampled_from((*CELL_TEXTS, *AWKWARD_CELL_TEXTS)), min_size=3, max_size=30)
    return st.builds(_filled, st.sampled_from(LAYOUTS), cells)


def _filled(of: Layout, cells: list[str]) -> StatutoryTable:
    # One short list fills the whole table, so that an example is quickly made and shrunk.
    keys = [(row.key, column.key) for row in of.rows for column in row.columns]
    filled = {key: cells[position % len(cells)] for position, key in enumerate(keys)}
    return StatutoryTable.from_texts(of.kind, of.edition, filled)


@st.composite
def _extended_tables(draw: st.DrawFn) -> StatutoryTable:
    """Make a table with columns, rows and units that the statute does not know."""
    of = draw(st.sampled_from(LAYOUTS))
    base = draw(st.builds(_filled, st.just(of), st.lists(_cell_texts(), min_size=1, max_size=9)))
    groups = list(dict.fromkeys(row.group for row in of.rows))
    label = st.one_of(st.just(""), st.sampled_from(("合计", "备注", "总计", "其他")), _any_line())
    extra = tuple(
        draw(st.lists(st.builds(ExtraColumn, label, st.sampled_from(groups)), max_size=2))
    )
    rows: list[StatutoryRow] = []
    for known, filled in base.known_rows():
        added = tuple(draw(_cell_texts()) for _ in extra_columns_of(extra, known.group))
        rows.append(StatutoryRow(known.key, cells=(*filled.cells, *added)))
    for unknown in draw(st.lists(_unknown_rows(of), max_size=2)):
        place = len(rows) if of.kind == "reviews" else draw(st.integers(0, len(rows)))
        rows.insert(place, unknown)
    columns = sorted({column.key for row in of.rows for column in row.columns})
    unit = st.tuples(
        st.sampled_from(columns), st.one_of(st.sampled_from(("万元", "元")), lines())
    )
    units = tuple(draw(st.lists(unit, max_size=2)))
    return StatutoryTable(of.kind, of.edition, tuple(rows), extra, units)


def _cell_texts() -> st.SearchStrategy[str]:
    return st.one_of(
        st.sampled_from(CELL_TEXTS),
        st.sampled_from(AWKWARD_CELL_TEXTS),
        st.sampled_from(STATUTORY_LABELS),
        texts(),
    )


def _unknown_rows(of: Layout) -> st.SearchStrategy[StatutoryRow]:
    labels = st.one_of(st.sampled_from(("合计", "其他主动公开文件", "总计")), _any_line())
    if of.kind == "reviews":
        labels = st.just("")
    cells = st.lists(_cell_texts(), max_size=8)
    return st.builds(_unknown_row, labels, cells)


def _unknown_row(label: str, cells: list[str]) -> StatutoryRow:
    if not label and not any(cells):
        cells = ["0"]
    return StatutoryRow(None, label, tuple(cells))


def _ordinary_tables() -> st.SearchStrategy[Table]:
    rows = st.lists(
        st.lists(
            st.sampled_from(("序号", "项目", "数量", "1", "政策解读", "12", "")), min_size=3
        ).map(lambda row: row[:3]),
        min_size=1,
        max_size=4,
    )
    return rows.map(Table)


_BLOCKS: tuple[st.SearchStrategy[Any], ...] = (
    *(any_texts().map(Paragraph),) * 4,
    *(_headings(),) * 2,
    tables(),
    _ordinary_tables(),
    _plain_tables(),
    _extended_tables(),
)


def _ordinary_document(
    agency: str,
    year: int,
    editions: tuple[int, int | None],
    titled: bool,
    texts: list[tuple[Block, ...]],
    cells: list[str],
    present: list[bool],
    source: Source,
) -> ReportDocument:
    second = editions[1] or editions[0]
    statutory = {
        kind: _filled(layout(kind, edition), cells[position:])
        for position, (kind, edition) in enumerate(
            zip(TABLE_KINDS, (editions[0], second, None), strict=True)
        )
        if present[6 + position]
    }
    made = []
    for number, kind in enumerate(SECTION_HEADINGS):
        blocks: tuple[Block, ...] = texts[number]
        if kind in statutory:
            blocks = (*blocks[:1], statutory[kind], *blocks[1:])
        if present[number]:
            made.append(_official_section(number, list(blocks)))
    return ReportDocument(
        _title(agency, year) if titled else None,
        agency,
        year,
        texts[6],
        tuple(made),
        texts[7],
        source,
    )
