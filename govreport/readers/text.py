"""What the readers of both text formats do: decode the bytes, and read what they say."""

from dataclasses import replace

from govreport.blocks import Stream
from govreport.limits import Limits
from govreport.readers.decoding import decode_text
from govreport.text_formats.grammar import Grammar
from govreport.text_formats.lines import check_input


def read_text(data: bytes, limits: Limits, encoding: str | None, grammar: Grammar) -> Stream:
    """Return the blocks of a text of any encoding that `decode_text` knows.

    `encoding` is what a server or a message declared of the text.

    Raises `LimitExceededError` where the source or a table in it is too large, and
    `UnreadableSourceError` where a strict form breaks its grammar.
    """
    check_input(data, limits)
    text, diagnostics = decode_text(data, encoding)
    stream = grammar.parse(text, limits)
    return replace(stream, diagnostics=(*diagnostics, *stream.diagnostics))
