"""Where on a page a report stands, however the page's containers cut it."""

from collections.abc import Callable

import pytest

import govreport
from govreport.blocks import Block, TableBlock, TextBlock
from govreport.model.grid import Table
from govreport.recognise.page.regions import Region, region_of
from tests.recognise.page.test_pages import LINES, META, OFFICE, SIGNED, TITLE, assert_whole, read

TOP = "<div class=top><ul><li>首页</li><li>政务公开</li><li>互动交流</li></ul></div>"
END = "<div class=end><p>上一篇：停水公告</p><p>网站地图</p></div>"


def paragraphs(texts: tuple[str, ...]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def two_regions() -> str:
    half = LINES.index("四、政府信息公开行政复议、行政诉讼情况")
    return f"<div class=a>{paragraphs(LINES[:half])}</div><div class=b>{paragraphs((*LINES[half:], *SIGNED))}</div>"


def pages_of_a_pager() -> str:
    parts = [LINES[:5], LINES[5:11], (*LINES[11:], *SIGNED)]
    shown = "".join(f"<div class=page>{paragraphs(part)}</div>" for part in parts)
    return f"<div class=pager>{shown}</div>"


def rows_of_a_layout() -> str:
    rows = "".join(f"<tr><td>{line}</td></tr>" for line in (*LINES, *SIGNED))
    return f"<table width=100%>{rows}</table>"


def signature_outside() -> str:
    return f"<div class=text>{paragraphs(LINES)}</div><div class=sign>{paragraphs(SIGNED)}</div>"


def preamble_outside() -> str:
    return f"<div class=lead>{paragraphs(LINES[:1])}</div><div class=text>{paragraphs((*LINES[1:], *SIGNED))}</div>"


def sections_apart() -> str:
    parts: list[list[str]] = [[]]
    for line in LINES:
        if line[1] == "、":
            parts.append([])
        parts[-1].append(line)
    shown = "".join(f"<section>{paragraphs(tuple(part))}</section>" for part in parts)
    return f"{shown}<section>{paragraphs(SIGNED)}</section>"


def headings_in_boxes() -> str:
    shown = [
        f"<div class=h><b>{x}</b></div>" if x[1] == "、" else f"<p>{x}</p>"
        for x in (*LINES, *SIGNED)
    ]
    return f"<div>{''.join(shown)}</div>"


def deep() -> str:
    text = paragraphs((*LINES, *SIGNED))
    for _ in range(12):
        text = f"<div>{text}</div>"
    return text


def breaks() -> str:
    return "<div><p>" + "<br>　　".join((*LINES, *SIGNED)) + "</p></div>"


def double_breaks() -> str:
    return "<div>" + "<br><br>".join((*LINES, *SIGNED)) + "</div>"


def plain_breaks() -> str:
    return "<div>" + "<br>".join((*LINES, *SIGNED)) + "</div>"


def shown_twice() -> str:
    text = paragraphs((*LINES, *SIGNED))
    return f"<div class=pc>{text}</div><div class=wap>{text}</div>"


def beside_a_column() -> str:
    side = "<div class=side><h2>栏目</h2><p>总体情况</p><p>主动公开</p><p>依申请公开</p></div>"
    return f"{side}<div>{paragraphs((*LINES, *SIGNED))}</div>"


CUTS = (
    two_regions, pages_of_a_pager, rows_of_a_layout, signature_outside, preamble_outside, sections_apart,
    headings_in_boxes, deep, breaks, double_breaks, plain_breaks, shown_twice, beside_a_column,
)  # fmt: skip


@pytest.mark.parametrize(
    "title", [f"<h1>{TITLE}</h1>", f"<div><h2>{TITLE}</h2></div>", f"<div class=t>{TITLE}</div>"]
)
@pytest.mark.parametrize("wrapped", [False, True])
@pytest.mark.parametrize("cut", CUTS)
def test_a_report_comes_out_whole_and_alone(
    cut: Callable[[], str], wrapped: bool, title: str
) -> None:
    text = (
        f"<div class=main>{title}<div>{META}</div>{cut()}</div>"
        if wrapped
        else f"{title}<div>{META}</div>{cut()}"
    )
    assert_whole(read(f"<html><body>{TOP}{text}{END}</body></html>", "html"))


def test_a_free_report_is_bounded_by_its_text() -> None:
    lines = (
        "一、加强领导",
        "成立领导小组，明确专人负责。",
        "二、完善制度",
        "修订制度三项，公开信息12条。",
        "三、下一步打算",
        "继续努力做好这项工作。",
    )
    page = f"<html><body>{TOP}<h1>{OFFICE}2012年政府信息公开工作年度报告</h1><div><div>{paragraphs((*lines, *SIGNED))}</div></div>{END}</body></html>"
    document = govreport.loads(page, "html")
    assert [section.heading for section in document.sections] == list(lines[::2])
    assert [getattr(block, "text", "") for block in document.closing] == list(SIGNED)
    assert document.preamble == ()


def test_blocks_without_containers_have_no_bounds() -> None:
    blocks = [TextBlock(line) for line in LINES]
    assert region_of(blocks, range(len(blocks)), frozenset()) == Region(0, len(blocks))


def test_the_smallest_container_of_the_sections_is_the_region() -> None:
    blocks = [TextBlock("首页", place=(1,)), TextBlock(TITLE, place=(2,))]
    blocks += [TextBlock(line, place=(2, 3)) for line in LINES]
    blocks += [TextBlock("网站地图", place=(4,))]
    region = region_of(blocks, range(len(blocks)), frozenset())
    assert region == Region(2, 2 + len(LINES), is_bounded=True)


def test_a_heading_whose_number_stands_in_a_box_of_its_own_is_part_of_the_report() -> None:
    texts = ["一、", "总体情况", LINES[2], "二、", "主动公开政府信息情况"]
    table = Table([["规章", "0"], ["行政许可", "4"], ["行政处罚", "2"], ["行政强制", "1"]])
    blocks: list[Block] = [TextBlock(text, place=(at,)) for at, text in enumerate(texts, 1)]
    blocks.append(TableBlock(table, place=(6,)))
    below = ["公开渠道偏少。", "六、", "其他需要报告的事项", LINES[-1], "网站地图"]
    blocks += [TextBlock(text, place=(at,)) for at, text in enumerate(below, 7)]
    region = region_of(blocks, range(len(blocks)), frozenset())
    assert region == Region(0, len(blocks) - 1, is_bounded=True)
