"""Reads web pages (the HTML standard, https://html.spec.whatwg.org/), whole ones and fragments.

`source` makes a tree of the bytes, `head` takes the page's own data from it, and `walk` goes over
it with the handlers of `elements` and gathers `flows` of paragraphs and tables; `text_tables`
reads tables that the page holds as text.
"""

from dataclasses import replace

from govreport.blocks import Stream
from govreport.errors import LimitExceededError
from govreport.limits import DEFAULT_LIMITS, Limits
from govreport.model.diagnostics import Diagnostic
from govreport.readers.html.head import (
    drop_published,
    is_own,
    other_title,
    read_metas,
    read_page,
    read_statements,
)
from govreport.readers.html.source.charset import decode_page
from govreport.readers.html.source.frames import put_in_frames
from govreport.readers.html.source.parsing import Parsed, parse
from govreport.readers.html.source.trees import Tree, parsed
from govreport.readers.html.text_tables import with_text_tables
from govreport.readers.html.walk import walk

__all__ = ["read_blocks", "read_tree"]


def read_blocks(
    data: bytes, limits: Limits = DEFAULT_LIMITS, encoding: str | None = None
) -> Stream:
    """Return the blocks of a web page or of a fragment of one.

    Everything that a browser shows is in the blocks, or quoted in the stream's diagnostics if it
    is not part of the page's subject: navigation, pictures, form controls. What a browser does
    not show is quoted there as well, except scripts, styles and comments.

    `encoding` is the one that a server or a message declared; it outranks the page's own.

    Raises `LimitExceededError` for a page that exceeds `limits`; no other error.
    """
    if len(data) > limits.input_bytes:
        raise LimitExceededError(
            f"the page has {len(data)} bytes, more than {limits.input_bytes}"
            " (limit input_bytes); raise the limit if you trust it"
        )
    limits.take_bytes(len(data), "the page")
    text, undecoded, encoded = decode_page(data, encoding)
    return _blocks_of(parse(text, limits, encoded), limits, undecoded)


def read_tree(tree: Tree, limits: Limits = DEFAULT_LIMITS) -> Stream:
    """Return the blocks of a page that lxml or BeautifulSoup has parsed; else like `read_blocks`.

    The tree is not changed.
    """
    return _blocks_of(parsed(tree, limits), limits)


def _blocks_of(page: Parsed, limits: Limits, undecoded: tuple[Diagnostic, ...] = ()) -> Stream:
    root, parted, forbidden = put_in_frames(page, limits)
    diagnostics = (*undecoded, *forbidden)
    if root is None:
        return Stream(diagnostics=diagnostics)
    metas = read_metas(root)
    own = is_own(metas)
    said, statements = read_page(root, metas, own), read_statements(metas)
    diagnostics = (*diagnostics, *other_title(root, said, own))
    if own:
        drop_published(root, said)
    blocks, left_out = walk(root, limits, own=own, parted=parted)
    if own:
        # A page of our own holds a report and nothing else, whatever its containers.
        blocks = [replace(block, place=()) for block in blocks]
    else:
        blocks = list(with_text_tables(blocks, limits, left_out))
    return Stream(tuple(blocks), said, statements, (*diagnostics, *left_out))
