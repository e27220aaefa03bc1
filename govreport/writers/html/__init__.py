"""Writes streams of blocks as self-contained HTML pages, for screen, phone and print.

The page follows the HTML living standard, without scripts and without references to anything
outside it; `govreport.readers.html` reads every block back as it was.
"""

from collections.abc import Iterator

from govreport.blocks import Block, Page, Stream, TextBlock
from govreport.model.grid import Table
from govreport.model.text import one_line
from govreport.writers.headers import is_short
from govreport.writers.html.appearance import STYLE_SHEET
from govreport.writers.html.tables import table_html
from govreport.writers.html.texts import attribute, content, escaped, white_space

_UNTITLED = "未命名"
_LOWEST = 6
_MOST_ON_A_PHONE = 5
"""Columns that a phone shows beside each other."""


def write_blocks(stream: Stream) -> str:
    """Return the stream as an HTML page, always with the same text.

    The stream must be canonical; its diagnostics are not written. Raises
    `UnwritableDocumentError` if a text holds a character that no format can carry.
    """
    return (
        "<!DOCTYPE html>\n"
        '<html lang="zh-Hans">\n'
        "<head>\n"
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="format-detection" content="telephone=no">\n'
        f"{''.join(_metadata(stream))}"
        f"<title>{escaped(_title(stream))}</title>\n"
        f"<style>\n{STYLE_SHEET}</style>\n"
        "</head>\n"
        "<body>\n"
        "<main>\n"
        f"{''.join(_blocks(stream))}"
        "</main>\n"
        "</body>\n"
        "</html>\n"
    )


def _metadata(stream: Stream) -> Iterator[str]:
    yield _meta("generator", "govreport")
    for name, value in _fields(stream.page):
        if value is not None:
            yield _meta(name, value)
    for name, value in stream.statements:
        yield _meta(f"govreport.{name}", value)


def _fields(page: Page) -> tuple[tuple[str, str | None], ...]:
    """Return the page's own data, named as on government sites."""
    date = page.publication_date
    return (
        ("ArticleTitle", page.title),
        ("author", page.author),
        ("ContentSource", page.publisher),
        ("PubDate", date.isoformat() if date else None),
    )


def _meta(name: str, value: str) -> str:
    return f"<meta{attribute('name', name)}{attribute('content', value)}>\n"


def _title(stream: Stream) -> str:
    """Return the page's title in a browser; a page without one is not valid."""
    if stream.page.title:
        return stream.page.title
    titles = (
        block.text for block in stream.blocks if isinstance(block, TextBlock) and block.level == 0
    )
    return one_line(next(titles, _UNTITLED), "a title")


def _blocks(stream: Stream) -> Iterator[str]:
    heading = ""
    published = _published(stream.page)
    signing = False
    for position, block in enumerate(stream.blocks):
        if published and not (position == 0 and _is_title(block)):
            yield published
            published = ""
        if _is_signature(block) is not signing:
            signing = not signing
            yield '<div class="signature">\n' if signing else "</div>\n"
        if isinstance(block, TextBlock):
            yield _text(block)
            heading = heading if block.level is None else one_line(block.text, "a heading")
        else:
            yield f"{_frame(block.table)}{table_html(block.table, block.mark, heading)}</div>\n"
    yield f"</div>\n{published}" if signing else published


def _is_signature(block: Block) -> bool:
    return isinstance(block, TextBlock) and block.signature


def _is_title(block: Block) -> bool:
    return isinstance(block, TextBlock) and block.level == 0


def _published(page: Page) -> str:
    """Return the line that shows when and by whom the report was published, if known.

    The head says the same, so its attribute makes a reader skip it.
    """
    if not page.published:
        return ""
    given = attribute("class", "published") + white_space(page.published)
    return f"<p{given} data-govreport-published>{content(page.published)}</p>\n"


def _frame(table: Table) -> str:
    """Return the start of the element in which a table scrolls by itself, by keys as well."""
    names = ["table"]
    if is_short(table):
        names.append("whole")
    if table.width > _MOST_ON_A_PHONE:
        names.append("wide")
    return f"<div{attribute('class', ' '.join(names))}{attribute('tabindex', 0)}>"


def _text(block: TextBlock) -> str:
    name, attributes = "p", ""
    if block.level is not None:
        name = f"h{min(block.level + 1, _LOWEST)}"
        attributes = attribute("aria-level", block.level + 1) if block.level >= _LOWEST else ""
    if block.mark:
        attributes += attribute("data-govreport", block.mark)
    return f"<{name}{attributes}{white_space(block.text)}>{content(block.text)}</{name}>\n"
