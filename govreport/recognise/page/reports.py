"""Several reports on one page: where each begins, and which one the page is about."""

from itertools import pairwise

from govreport.blocks import Stream, TextBlock
from govreport.recognise.page.titles import folded, is_title, page_titles
from govreport.recognise.sections.headings import heading_line

_TOP_STYLES = ("chinese", "part", "")
_FEWEST_SECTIONS = 2
"""A title opens a report of its own only if so many statutory sections follow it."""


def parts_of(stream: Stream) -> list[range]:
    """Return the range of each report in a stream; there is one unless the page has several.

    A report begins at a title after which the statutory sections begin again; a repeated title
    shows the same report a second time.
    """
    titles: list[int] = []
    names: set[str] = set()
    kinds: list[set[str]] = [set()]
    for index, block in enumerate(stream.blocks):
        if not isinstance(block, TextBlock) or block.mark:
            continue
        if is_title(block.text):
            if (name := folded(block.text)) in names:
                continue
            names.add(name)
            titles.append(index)
            kinds.append(set())
        elif (line := heading_line(block.text)) and line.kind and line.style in _TOP_STYLES:
            kinds[-1].add(line.kind)
    starts = []
    seen: set[str] = set(kinds[0])
    for index, named in zip(titles, kinds[1:], strict=True):
        if len(named) >= _FEWEST_SECTIONS and len(seen) >= _FEWEST_SECTIONS and named & seen:
            starts.append(index)
            seen = set(named)
        else:
            seen |= named
    bounds = [0, *starts, len(stream.blocks)]
    return [range(start, end) for start, end in pairwise(bounds)]


def chosen_part(stream: Stream, parts: list[range]) -> range:
    """Return the report whose title is the page's own, else the first."""
    borne = {folded(title) for title in page_titles(stream.page.title or "")}
    for part in parts:
        for block in stream.blocks[part.start : part.stop]:
            if isinstance(block, TextBlock) and is_title(block.text):
                if folded(block.text) in borne:
                    return part
                break
    return parts[0]


def text_of(stream: Stream, part: range) -> str:
    """Return the text of a part of a stream, a line a block or row of a table."""
    lines = []
    for block in stream.blocks[part.start : part.stop]:
        if isinstance(block, TextBlock):
            lines.append(block.text)
        else:
            lines.extend(" | ".join(c.text for c in row) for row in block.table.rows)
    return "\n".join(lines)
