"""Whatever stands in a stream is in the document or quoted in a diagnostic."""

import random
import re

from hypothesis import given
from hypothesis import strategies as st

import govreport
from govreport.arrange import arrange
from govreport.blocks import Block, Stream, TableBlock, TextBlock
from govreport.model.document import ReportDocument
from govreport.model.grid import Cell, Table
from govreport.model.statute import LAYOUTS
from govreport.recognise import recognise
from tests.laws.registry import share
from tests.recognise.reports import report

MARKER = re.compile("標記[0-9]+號|MARK[0-9]+")

LABELS = sorted({label for layout in LAYOUTS for row in layout.rows for label in row.labels})
TEMPLATES = (
    "{}",
    "一、总体情况{}",
    "二、主动公开政府信息情况",
    "{}2021年政府信息公开工作年度报告",
    "政府信息公开工作年度报告",
    "发布日期：2022-01-20 来源：{} 浏览量：3",
    "您的位置：首页 > {} > 正文",
    "附件：{}",
    "{}人民政府",
    "2022年1月20日",
    "一、",
    "总体情况",
    "0",
    "12{}",
    "",
    "{}\n一、总体情况\n{}",
    "（一）{}",
    "第二十条第（七）项{}",
    "信息内容",
    "合计",
    "- 5 -",
    "规章（{}）",
    "其他（{}）",
    "总计（{}）",
    "申请人情况（{}）",
    "一、本年新收政府信息公开申请数量（{}）",
    "三、本年度办理结果（{}）",
    "本年增/减（{}）",
    "结果维持（{}）",
)


@st.composite
def disturbed_streams(draw: st.DrawFn) -> tuple[Stream, set[str]]:
    """Return the stream of a report with cells and blocks changed, moved, and markers planted."""
    chance = random.Random(draw(st.integers(0, 10**9)))  # noqa: S311
    edition, seed = chance.choice([2019, 2021]), chance.randrange(100)
    blocks = list(arrange(report(edition, seed, blanks=chance.random() < 0.5)).blocks)
    planted = Planter(chance)
    for _ in range(draw(st.integers(1, 12))):
        change = chance.choice([planted.text, planted.text, planted.cell, planted.cell, shuffled])
        change(blocks) if change is not shuffled else shuffled(blocks, chance)
    stream = Stream(tuple(blocks))
    return stream, planted.markers


def shuffled(blocks: list[Block], chance: random.Random) -> None:
    """Move, repeat or drop one block; what is dropped is not in the source."""
    index = chance.randrange(len(blocks))
    block = blocks.pop(index)
    for _ in range(chance.choice([0, 1, 1, 2])):
        blocks.insert(chance.randrange(len(blocks) + 1), block)
    if not blocks:
        blocks.append(block)


class Planter:
    """Plants markers; each is looked for afterwards if it is still in the stream."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.markers: set[str] = set()

    def written(self) -> str:
        template = self.chance.choice((*TEMPLATES, *self.chance.sample(LABELS, 4)))
        number = len(self.markers)
        marker = self.chance.choice([f"標記{number}號", f"MARK{number}"])
        self.markers.add(marker)
        return template.replace("{}", marker)

    def text(self, blocks: list[Block]) -> None:
        if text := self.written().strip():
            level = self.chance.choice([None, None, None, 0, 1, 2])
            blocks.insert(self.chance.randrange(len(blocks) + 1), TextBlock(text, level))

    def cell(self, blocks: list[Block]) -> None:
        places = [i for i, block in enumerate(blocks) if isinstance(block, TableBlock)]
        if not places:
            return
        place = self.chance.choice(places)
        block = blocks[place]
        assert isinstance(block, TableBlock)
        rows = [list(row) for row in block.table.rows]
        row = self.chance.choice([row for row in rows if row])
        at = self.chance.randrange(len(row))
        span = row[at].column_span if self.chance.random() < 0.7 else self.chance.randrange(1, 5)
        new = Cell(self.written(), row[at].row_span, span)
        if self.chance.random() < 0.5:
            row[at] = new
        else:
            row.insert(at, new)
        blocks[place] = TableBlock(Table(rows), blanks_shown=self.chance.random() < 0.8)


def markers_in(stream: Stream) -> set[str]:
    found: set[str] = set()
    for block in stream.blocks:
        if isinstance(block, TextBlock):
            found.update(MARKER.findall(block.text))
        else:
            for row in block.table.rows:
                for cell in row:
                    found.update(MARKER.findall(cell.text))
    return found


def lost(stream: Stream, document: ReportDocument) -> set[str]:
    return markers_in(stream) - set(MARKER.findall(str(govreport.dumps(document, "json"))))


@share(2)
@given(disturbed_streams())
def test_every_marker_is_in_the_document_or_a_diagnostic(
    disturbed: tuple[Stream, set[str]],
) -> None:
    stream, _ = disturbed
    assert not lost(stream, recognise(stream))
