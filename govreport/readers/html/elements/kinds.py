"""Chooses the handler of an element: by its name, unless its attributes decide."""

from collections.abc import Iterator, Mapping
from functools import partial

from lxml import etree

from govreport.readers.html.elements.blocks import (
    BLOCKS,
    HEADINGS,
    heading_level,
    start_generated,
    start_heading,
    start_item,
    start_lowered,
    start_marked,
    start_ordered,
    start_overridden,
    start_raised,
    start_white_space,
)
from govreport.readers.html.elements.form_fields import FORM_FIELDS
from govreport.readers.html.elements.left_out import (
    LEFT_OUT,
    start_concealed,
    start_deleted,
    start_furniture,
    start_unseen,
)
from govreport.readers.html.elements.state import (
    Begin,
    End,
    PageState,
    start_block,
    start_container,
)
from govreport.readers.html.elements.tables import DISPLAYED_PARTS, table_handler
from govreport.readers.html.style.generated import generated_text
from govreport.readers.html.style.properties import NO_STYLE, SEEN, Style

_HANDLERS: dict[str, Begin] = {**BLOCKS, **LEFT_OUT, **FORM_FIELDS}
_PREFIXES = ("html:", "xhtml:", "h:")
_PLAIN_BLOCKS = {start_block, start_container}
_LEFT_OUT_ROLES = {"navigation", "search"}
_STRUCK = {"s", "strike", "del"}
_RAISED_NAMES = {"a", "sup", "sub", "q"}
_SCRIPTS = {1: start_raised, -1: start_lowered}


def handler_of(
    tag: str, attributes: Mapping[str, str], style: Style, *, own: bool, seen: bool
) -> Begin | None:
    """Return what begins an element, None for inline elements, which only hold text.

    `own` tells that govreport wrote the page, where no name needs to be guessed at, `seen` that
    what is around it is seen, so that nothing can make it seen again.
    """
    if seen and style.shows is not SEEN:
        style = style._replace(shows=SEEN)
    # The name may carry the prefix of XHTML's namespace.
    name = tag.rpartition(":")[2] if tag.startswith(_PREFIXES) else tag
    handler = _displayed(name, _named(name, attributes, style), style)
    shown = _all_of(_within(name, handler, attributes, style))
    if _is_concealed(attributes, style):
        begin = start_concealed
    elif not own and _is_furniture(attributes):
        begin = start_furniture
    else:
        return shown
    # An element that its name leaves out anyway is left out once.
    inside = None if name in LEFT_OUT or name in FORM_FIELDS else handler
    within = _all_of(_within(name, inside, attributes, style))
    return partial(begin, within=within, otherwise=shown)


def _is_concealed(attributes: Mapping[str, str], style: Style) -> bool:
    return style.display == "none" or ("hidden" in attributes and not style.display)


def _is_furniture(attributes: Mapping[str, str]) -> bool:
    return attributes.get("role", "").strip().lower() in _LEFT_OUT_ROLES


def _named(name: str, attributes: Mapping[str, str], style: Style) -> Begin | None:
    """Return the handler of an element's name."""
    if name in HEADINGS:
        level = heading_level(name, attributes.get("aria-level"))
        return partial(start_heading, level=level)
    if style.list_style is not None and name in {"ol", "li"}:
        begin = start_ordered if name == "ol" else start_item
        return partial(begin, list_style=style.list_style)
    return table_handler(name, attributes) or _HANDLERS.get(name)


def _displayed(name: str, handler: Begin | None, style: Style) -> Begin | None:
    """Return the handler of an element that is displayed as its style says."""
    is_plain = _is_plain(handler)
    if style.display in DISPLAYED_PARTS and is_plain:
        return DISPLAYED_PARTS[style.display]
    if style.display == "block" and handler is None:
        return start_container
    if style.display == "inline" and (is_plain or name == "li"):
        return None
    return None if style.struck is False and name in _STRUCK else handler


def _is_plain(handler: Begin | None) -> bool:
    return handler is None or handler in _PLAIN_BLOCKS


def _within(
    name: str, handler: Begin | None, attributes: Mapping[str, str], style: Style
) -> list[Begin]:
    """Return what begins an element that is shown, from the outside in."""
    handlers: list[Begin] = []
    if style.white_space is not None:
        handlers.append(partial(start_white_space, value=style.white_space))
    if "data-govreport" in attributes and name != "table":
        handlers.append(partial(start_marked, mark=attributes["data-govreport"]))
    if attributes.get("role") == "heading" and name not in HEADINGS:
        level = heading_level(name, attributes.get("aria-level"))
        handlers.append(partial(start_heading, level=level))
    if handler is not None:
        handlers.append(handler)
    if style is not NO_STYLE:
        handlers.extend(_styled(name, handler, attributes, style))
    return handlers


def _styled(
    name: str, handler: Begin | None, attributes: Mapping[str, str], style: Style
) -> Iterator[Begin]:
    """Yield what begins the text of an element as its style shows it."""
    if style.hides is not SEEN or style.shows is not SEEN:
        yield partial(start_unseen, hides=style.hides, shows=style.shows)
    yield from _shown_otherwise(name, handler, style)
    before, after = (generated_text(each, attributes) for each in (style.before, style.after))
    if before or after:
        yield partial(start_generated, before=before, after=after)


def _shown_otherwise(name: str, handler: Begin | None, style: Style) -> Iterator[Begin]:
    """Yield what begins text that is concealed, struck, raised or whose direction is overridden."""
    if style.concealed:
        yield partial(start_concealed, within=None, otherwise=None)
    elif style.struck:
        yield start_deleted
    if style.raised and _may_be_raised(name, handler):
        yield _SCRIPTS[style.raised]
    if style.overridden:
        yield start_overridden


def _may_be_raised(name: str, handler: Begin | None) -> bool:
    # The property that raises an inline element aligns a cell's content and moves a whole block.
    return handler is None or name in _RAISED_NAMES


def _all_of(handlers: list[Begin]) -> Begin | None:
    if len(handlers) < 2:
        return handlers[0] if handlers else None
    return partial(_start_all, handlers=handlers)


def _start_all(state: PageState, element: etree._Element, *, handlers: list[Begin]) -> End:
    ends = [handler(state, element) for handler in handlers]
    return partial(_end_all, ends=ends[::-1])


def _end_all(state: PageState, *, ends: list[End]) -> None:
    for end in ends:
        if end is not None:
            end(state)
