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
    (_, seen), *titled = _sections_behind_titles(stream)
    starts = []
    for index, kinds in titled:
        if len(kinds) >= _FEWEST_SECTIONS and len(seen) >= _FEWEST_SECTIONS and kinds & seen:
            starts.append(index)
            seen = kinds
        else:
            seen = seen | kinds
    bounds = [0, *starts, len(stream.blocks)]
    return [range(start, end) for start, end in pairwise(bounds)]


def _sections_behind_titles(stream: Stream) -> list[tuple[int, set[str]]]:
    """Return where the stream begins and each title stands, with the kinds of sections behind it."""
    found: list[tuple[int, set[str]]] = [(0, set())]
    names: set[str] = set()
    for index, block in enumerate(stream.blocks):
        if not isinstance(block, TextBlock) or block.mark:
            continue
        if is_title(block.text):
            if (name := folded(block.text)) not in names:
                names.add(name)
                found.append((index, set()))
        elif (line := heading_line(block.text)) and line.kind and line.style in _TOP_STYLES:
            found[-1][1].add(line.kind)
    return found


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
