"""Reader of tab-indented text: bytes in, a `Stream` out."""

from dataclasses import replace

from govreport.blocks import Stream
from govreport.limits import DEFAULT_LIMITS, Limits
from govreport.readers.decoding import decode_text
from govreport.text_formats.lines import check_input
from govreport.text_formats.tab.grammar import parse


def read_blocks(
    data: bytes, limits: Limits = DEFAULT_LIMITS, encoding: str | None = None
) -> Stream:
    """Return the blocks of tab-indented text in any encoding that `decode_text` knows.

    `encoding` is what a server or a message declared of the text.

    Raises `LimitExceededError` where the source or a table in it is too large, and
    `UnreadableSourceError` where a strict form breaks its grammar.
    """
    check_input(data, limits)
    text, diagnostics = decode_text(data, encoding)
    stream = parse(text, limits)
    return replace(stream, diagnostics=(*diagnostics, *stream.diagnostics))
