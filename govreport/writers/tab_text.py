"""Writer of tab-indented text: a `Stream` in, text out."""

from govreport.blocks import Stream
from govreport.text_formats.tab.grammar import TAB


def write_blocks(stream: Stream) -> str:
    """Return a stream as tab-indented text, in the strict form where the plain one lacks words.

    What tab-indented text shows of a stream is defined by `blocks.as_tab_text_shows`.
    """
    return TAB.render(stream)
