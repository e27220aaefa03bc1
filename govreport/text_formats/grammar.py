"""What the two text formats do alike: read either form of a text, and write the one that it needs."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from govreport.blocks import Block, Stream, TableBlock, TextBlock
from govreport.limits import DEFAULT_LIMITS, Limits
from govreport.model.grid import Table
from govreport.text_formats.attributes import without_attributes
from govreport.text_formats.lines import (
    Line,
    check_lines,
    page_line,
    printed_lines,
    take_page_line,
    with_plain_blanks,
    without_noise,
)
from govreport.text_formats.strict import (
    StrictLayout,
    is_carried,
    is_detected,
    is_strict,
    must_be_strict,
    parse_strict,
    render_strict,
)


class Grammar(NamedTuple):
    """What a text format has of its own.

    `layout` is that of its strict form, `with_plain_signs` gives lines their usual signs,
    `plain_blocks` reads the lines of the plain form, `print_table` gives the lines of a table in
    it (the second argument is whether another stands before), and `shown` is what it shows.
    """

    layout: StrictLayout
    with_plain_signs: Callable[[list[Line]], list[Line]]
    plain_blocks: Callable[[list[Line], Limits], Iterator[Block]]
    print_table: Callable[[Table, bool], Iterator[str]]
    shown: Callable[[Stream], Stream]

    def parse(self, text: str, limits: Limits = DEFAULT_LIMITS) -> Stream:
        """Return the blocks of a text, plain or strict.

        Raises `UnreadableSourceError` where a strict form breaks its grammar, and
        `LimitExceededError` where a table is too large.
        """
        check_lines(text, limits)
        lines, diagnostics = printed_lines(text)
        if is_strict(lines, self.layout):
            stream = parse_strict(lines, self.layout, limits)
        else:
            lines, blanks = with_plain_blanks(lines)
            lines, attributes = without_attributes(lines)
            lines, noise = without_noise(self.with_plain_signs(lines))
            diagnostics.extend((*blanks, *attributes, *noise))
            page, lines = take_page_line(lines)
            stream = Stream(tuple(self.plain_blocks(lines, limits)), page)
        return replace(stream, diagnostics=tuple(diagnostics))

    def render(self, stream: Stream) -> str:
        """Return a stream as text: plain where that says everything, else strict."""
        if not must_be_strict(stream):
            plain = "".join(_plain_lines(stream, self))
            shown = replace(self.shown(stream), diagnostics=())
            read = self.parse(plain, Limits.unbounded())
            if is_carried(shown, read) and is_detected(plain, self.layout, stream):
                return plain
        return render_strict(stream, self.layout)


def _plain_lines(stream: Stream, grammar: Grammar) -> Iterator[str]:
    if line := page_line(stream.page):
        yield f"{line}\n"
    after_table = False
    for block in stream.blocks:
        if isinstance(block, TextBlock):
            yield f"{block.text}\n"
        else:
            yield from grammar.print_table(block.table, after_table)
        after_table = isinstance(block, TableBlock)
