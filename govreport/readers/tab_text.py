"""Reader of tab-indented text: bytes in, a `Stream` out."""

from govreport.blocks import Stream
from govreport.limits import DEFAULT_LIMITS, Limits
from govreport.readers.text import read_text
from govreport.text_formats.tab.grammar import TAB


def read_blocks(
    data: bytes, limits: Limits = DEFAULT_LIMITS, encoding: str | None = None
) -> Stream:
    """Return the blocks of tab-indented text, in the manner of `read_text`."""
    return read_text(data, limits, encoding, TAB)
