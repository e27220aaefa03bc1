"""The law of every format: whatever stream is written is read back as the format shows it.

One drawn stream goes through all formats, for drawing it costs as much as reading it does.
"""

from dataclasses import replace

from hypothesis import example, given

from govreport.blocks import Stream, TableBlock, TextBlock, hints_of
from govreport.model.grid import Cell, Table
from govreport.testing import streams
from tests.laws.registry import BLOCK_FORMATS, TEXT_FORMATS, carried, read_back, share, written


@share(2)
@given(streams())
@example(Stream())
@example(Stream((TextBlock("甲", 1, "m"), TextBlock("乙", 2, "m"), TextBlock("丙", None, "m"))))
@example(Stream((TextBlock("甲", 0, "m"), TextBlock("乙", 6), TextBlock("丙", 9))))
@example(Stream((TextBlock("甲", None, "table m"), TableBlock(Table([["乙"]]), "m"))))
@example(Stream((TableBlock(Table([["甲"]])), TableBlock(Table([["甲"]])))))
@example(Stream((TextBlock("甲", 1), TableBlock(Table([["乙"]])), TableBlock(Table([["乙"]])))))
@example(Stream((TableBlock(Table([[Cell([Table([["甲"]]), Table([["乙"]])])]]), "m"),)))
@example(Stream((TableBlock(Table([[Cell(["甲", Table([["乙"]]), "丙\n\n丁"])]])),)))
@example(Stream((TableBlock(Table([[Cell("甲", 2, 2)], [], ["", "", "乙"]])),)))
@example(Stream((TableBlock(Table([[Cell("甲", 3), "乙"], ["1"], ["2"], ["丙", "3"]])),)))
@example(Stream((TableBlock(Table([["甲\n\n乙\n \n丙\t"]])),)))
@example(Stream((TableBlock(Table([["", Cell("", 2)], []]), "m"),)))
@example(Stream((TextBlock("甲\n乙"), TextBlock("甲 \n 乙"), TextBlock("甲\t乙  丙"))))
@example(Stream((TextBlock("\\govreport 1 tab"),)))
@example(Stream((TextBlock("\\govreport 1 pipe"),)))
def test_every_format_carries_what_it_shows_of_any_stream(stream: Stream) -> None:
    for name in BLOCK_FORMATS:
        assert_carried(stream, name)
    # A text says more where something is marked or stated: without, it has to be plain again.
    blocks = tuple(replace(block, mark="") for block in stream.blocks)
    for name in TEXT_FORMATS:
        assert_carried(replace(stream, blocks=blocks, statements=()), name)


def assert_carried(stream: Stream, format: str) -> None:
    data = written(stream, format)
    read, shown = read_back(data, format), carried(stream, format)
    assert read == shown, format
    if format in TEXT_FORMATS:
        assert hints_of(read) == hints_of(shown), format
    assert written(stream, format) == data, format
