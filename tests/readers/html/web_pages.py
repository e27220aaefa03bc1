"""Pages in memory for the tests of the HTML reader, and what is asked of them."""

from govreport.blocks import Stream, TableBlock, TextBlock
from govreport.limits import DEFAULT_LIMITS, Limits
from govreport.readers.html import read_blocks

FILLER = "本段只是为了让页面足够长，使周围的部分在其中只占很小的一块。" * 3
"""Text beside which furniture is small."""


def read(page: str, limits: Limits = DEFAULT_LIMITS) -> Stream:
    return read_blocks(page.encode("utf-8"), limits)


def texts(page: str) -> list[str]:
    """Return the texts of a page's blocks outside tables."""
    return [block.text for block in read(page).blocks if isinstance(block, TextBlock)]


def rows(page: str) -> list[list[str]]:
    """Return the texts of the cells of a page's only table."""
    (table,) = (block.table for block in read(page).blocks if isinstance(block, TableBlock))
    return [[cell.text for cell in row] for row in table.rows]


def left_out(page: str) -> list[tuple[str, str]]:
    """Return the code and the quoted text of each diagnostic."""
    return [(each.code, each.text) for each in read(page).diagnostics]


def all_text(stream: Stream) -> str:
    """Return everything that a stream says: page, blocks, and what diagnostics tell was left out."""
    parts = [str(stream.page)]
    parts.extend(
        block.text if isinstance(block, TextBlock) else repr(block.table)
        for block in stream.blocks
    )
    parts.extend(each.text for each in stream.diagnostics if each.code != "span-clamped")
    return "\n".join(parts)
