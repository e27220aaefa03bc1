"""What a page says about itself in its head: title, author, publisher, date, statements."""

from collections.abc import Iterator

from lxml import etree

from govreport.blocks import Page
from govreport.model.dates import calendar_date
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.model.text import one_line
from govreport.readers.html.white_space import collapsed, without_forbidden

Metas = list[tuple[str, str]]

_GENERATOR = "govreport"
_STATEMENT = "govreport."
_PUBLISHERS = ("contentsource", "source")
_DATES = ("pubdate", "publishdate", "article:published_time")


def read_metas(root: etree._Element) -> Metas:
    """Return the name and content of each `meta` element that has a name, in order."""
    return list(_metas(root))


def is_own(metas: Metas) -> bool:
    """Whether govreport wrote the page, so that nothing in it needs to be guessed."""
    return any(name.lower() == "generator" and content == _GENERATOR for name, content in metas)


def read_page(root: etree._Element, metas: Metas, own: bool) -> Page:
    """Return the data in the head; a page of our own has it only in `meta` elements."""
    # The first of several that are named alike counts.
    said = {name.lower(): content for name, content in reversed(metas) if content}
    title = said.get("articletitle")
    if title is None and not own:
        title = _title(root)
    publishers = (said.get(name) for name in _PUBLISHERS[: 1 if own else None])
    dates = (calendar_date(said.get(name, "")) for name in _DATES[: 1 if own else None])
    return Page(
        title or None,
        said.get("author"),
        next(filter(None, dates), None),
        next(filter(None, publishers), None),
    )


def other_title(root: etree._Element, page: Page, own: bool) -> tuple[Diagnostic, ...]:
    """Return the diagnostic that quotes a `title` different from the title in a `meta` element."""
    shown = "" if own else _title(root)
    if not shown or page.title is None or shown == page.title:
        return ()
    message = "the page's title, which differs from that of its article, was left out"
    return (diagnostic("page-furniture", "the title element", shown, message),)


def read_statements(metas: Metas) -> tuple[tuple[str, str], ...]:
    """Return the binding statements of the page's `meta` elements, in order."""
    return tuple(
        (name.removeprefix(_STATEMENT), content)
        for name, content in metas
        if name.startswith(_STATEMENT) and name != _STATEMENT
    )


def drop_published(root: etree._Element, page: Page) -> None:
    """Drop the line of a page of our own that shows what its head says of its publication."""
    for line in root.iter("p"):
        if "data-govreport-published" in line.attrib and line.text == page.published:
            line.text = None
            return


def _metas(root: etree._Element) -> Iterator[tuple[str, str]]:
    for meta in root.iter("meta"):
        name = meta.get("name") or meta.get("property")
        if name:
            content = without_forbidden(meta.get("content", ""))
            # A content that `one_line` would change is not a content of ours.
            content = collapsed(content) if "\n" in content else content
            yield name.strip(), one_line(content, "a meta element")


def _title(root: etree._Element) -> str:
    title = next(root.iter("title"), None)
    text = "" if title is None else "".join(map(str, title.itertext()))
    return one_line(collapsed(without_forbidden(text)), "the title")
