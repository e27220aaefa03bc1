"""Strategies for whole documents, ordinary ones and hostile ones, and for their blocks."""

from typing import Any

from hypothesis import strategies as st

from govreport.model.diagnostics import CODES, Diagnostic, diagnostic
from govreport.model.document import Block, Heading, Paragraph, ReportDocument, Section, Source
from govreport.model.statute import SECTION_HEADINGS, SECTION_KINDS, TABLE_KINDS, layout
from govreport.testing.grids import ordinary_tables, tables
from govreport.testing.statutory import (
    CELL_TEXTS,
    STATUTORY_LABELS,
    extended_tables,
    filled,
    plain_tables,
)
from govreport.testing.texts import damaged_texts, lines, texts

NUMERALS = "一二三四五六七八九十"

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

_OVERVIEW = SECTION_HEADINGS["overview"]
_PROACTIVE = SECTION_HEADINGS["proactive_disclosure"]

LOOK_ALIKES = (
    # headings of sections, where they head nothing
    *(f"{NUMERALS[number]}、{name}" for number, name in enumerate(SECTION_HEADINGS.values())),
    *(f"一、 {_OVERVIEW}", f"1、{_OVERVIEW}", f"第一部分 {_OVERVIEW}", f"# 一、{_OVERVIEW}"),
    f"一、{_OVERVIEW}\n二、{_PROACTIVE}",
    f"一、{_OVERVIEW} 本年度我局认真贯彻条例。",
    *("七、附件", "（一）主动公开情况", "(1)依申请公开", "1.政府信息管理"),
    # rows, labels and numbers
    *("三、办理结果", "总计", "0", "-35", "3（2）", "规章 0 0 0"),
    *("| 规章 | 0 | 0 | 0 |", "|---|---|", "规章\t0\t0\t0", "规章\n0\n0\n0"),
    *("规章,0,0,0", "规章,0,0,0\n规章,1,0,2\n合计,1,0,2", "['规章', '0', '0', '0']"),
    # escapes of the text formats
    *("\\", "\\|", "#", "\\n", "\\(2x2)", "\\[甲\\]", "\\{heading 2}甲", "\\=year 2020"),
    *("\\govreport 1 pipe", "\\govreport 1 tab", "\\table{table}", "\\date 2020-01-01"),
    *("section overview", "{{heading 2}}", "_x005F_x000D_"),
    # titles, and what stands around a report on its page
    "青禾县云岭镇人民政府2023年政府信息公开工作年度报告",
    "2023年政府信息公开工作年度报告",
    "关于2023年年度报告的解读",
    "发布日期：2024-01-18 来源：云岭镇 浏览次数：12",
    "当前位置：首页 > 政府信息公开 > 年报",
    *("索引号", "发布机构：青禾县云岭镇", "【字体：大 中 小】", "打印本页", "分享到："),
    *("扫一扫在手机打开当前页", "附件", "Page 1", "- 1 -", "喀爾欽鎮(zhèn)"),
)
"""Texts that recognition looks for, standing where they mean nothing of the kind."""

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
        st.builds(Section, kinds, _any_lines(), st.lists(report_blocks(), max_size=3).map(tuple)),
    )


def report_blocks() -> st.SearchStrategy[Block]:
    """Return a strategy for blocks of all four sorts, paragraphs being the most usual."""
    return st.integers(0, len(_BLOCKS) - 1).flatmap(lambda sort: _BLOCKS[sort])


def report_texts() -> st.SearchStrategy[str]:
    """Return a strategy for texts: ordinary, damaged, and those that look like something else."""
    labels = st.sampled_from((*STATUTORY_LABELS, *LOOK_ALIKES))
    return st.one_of(st.sampled_from(ORDINARY_TEXTS), labels, texts(), damaged_texts())


def diagnostics() -> st.SearchStrategy[Diagnostic]:
    """Return a strategy for diagnostics of every code, with any text."""
    anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
    return st.builds(
        diagnostic,
        st.sampled_from(sorted(CODES)),
        anything,
        anything,
        anything,
        table=anything,
        row=anything,
        column=anything,
    )


def _any_lines() -> st.SearchStrategy[str]:
    return st.one_of(st.sampled_from(LOOK_ALIKES), st.sampled_from(STATUTORY_LABELS), lines())


def _any_documents() -> st.SearchStrategy[ReportDocument]:
    several = st.lists(report_blocks(), max_size=3).map(tuple)
    titled = st.builds(_title, st.sampled_from(AGENCIES), st.integers(1990, 2030))
    return st.builds(
        ReportDocument,
        title=st.one_of(st.none(), titled, _any_lines()),
        agency=st.one_of(st.none(), st.sampled_from(AGENCIES), _any_lines()),
        year=st.one_of(st.none(), st.integers(2008, 2026), st.integers(1, 9999)),
        preamble=several,
        sections=st.lists(sections(), max_size=4).map(tuple),
        closing=several,
        source=_sources(_any_lines()),
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
    return st.one_of(_ordinary_headings(), st.builds(Heading, _any_lines(), st.integers(2, 9)))


def _official_section(number: int, blocks: list[Block]) -> Section:
    kind, name = list(SECTION_HEADINGS.items())[number]
    return Section(kind, f"{NUMERALS[number]}、{name}", tuple(blocks))


_BLOCKS: tuple[st.SearchStrategy[Any], ...] = (
    *(report_texts().map(Paragraph),) * 4,
    *(_headings(),) * 2,
    tables(),
    ordinary_tables(),
    plain_tables(),
    extended_tables(),
)
"""Each sort of block, as often as it shall be drawn."""


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
        kind: filled(layout(kind, edition), cells[position:])
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
