"""Writer of pipe-delimited text: a `Stream` in, text out."""

from govreport.blocks import Stream
from govreport.text_formats.pipe.grammar import PIPE


def write_blocks(stream: Stream) -> str:
    """Return a stream as pipe-delimited text, in the strict form where the plain one lacks words.

    What pipe-delimited text shows of a stream is defined by `blocks.as_pipe_text_shows`.
    """
    return PIPE.render(stream)
