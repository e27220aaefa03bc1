"""Markdown that holds HTML, as pandoc prints web pages for GitHub, made HTML throughout.

A blank line ends a block of HTML, and what comes after it is Markdown again (CommonMark 0.31,
section 4.6). Of that, headings, emphasis, links and escapes are understood; else it is text.
"""

import re
from collections.abc import Iterator

from govreport.expressions import expression

_PAGE = expression(r"<(?:html|body|p|br)[\s/>]", re.IGNORECASE)
_BLANK_LINES = expression(r"\n[ \t]*(?:\n[ \t]*)+")
_EVIDENCE = expression(r"#{1,6} \S.*|\*\*[^*\n]+\*\*")
_FEWEST = 2
"""Blocks that are headings or emphasised from which a source is Markdown."""

_TABLE = expression(r"<(/?)table[\s>]", re.IGNORECASE)
_HEADING = expression(r"(#{1,6}) ")
_EMPHASIS = expression(r"(?<![\\*])\*\*([^*\s][^*]*)\*\*")
_LINK = expression(r"(?<!\\)\[([^\[\]]*)\]\([^()\s]*\)")
_ESCAPED = expression(r"\\([!-/:-@\[-`{-~])")


def markdown_as_html(text: str) -> str:
    """Return a source that is Markdown with HTML in it as HTML; any other as it is."""
    if any(_PAGE.search(part) for part in _outside_tables(text)):
        return text
    blocks = _BLANK_LINES.split(text)
    if sum(_EVIDENCE.fullmatch(block.strip()) is not None for block in blocks) < _FEWEST:
        return text
    depth = 0
    parts = []
    for block in blocks:
        is_markdown = depth == 0 and not block.lstrip().startswith("<")
        parts.append(_block(block.strip()) if is_markdown else block)
        depth += sum(-1 if closing else 1 for closing in _TABLE.findall(block))
    return "\n\n".join(parts)


def _outside_tables(text: str) -> Iterator[str]:
    depth = start = 0
    for tag in _TABLE.finditer(text):
        if depth == 0:
            yield text[start : tag.start()]
        depth = max(0, depth - 1) if tag[1] else depth + 1
        start = tag.end()
    yield text[start:]


def _block(text: str) -> str:
    name = "p"
    if match := _HEADING.match(text):
        name, text = f"h{len(match[1])}", text[match.end() :]
    from html import escape  # its table of names is long to load

    text = _LINK.sub(r'<a href="#">\1</a>', _EMPHASIS.sub(r"<b>\1</b>", text))
    text = _ESCAPED.sub(lambda match: escape(match[1]), text)
    return f"<{name}>{text}</{name}>" if text else ""
