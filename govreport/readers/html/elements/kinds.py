"""Which handler an element has: by its name, unless its attributes say more."""

from collections.abc import Mapping
from functools import partial

from lxml import etree

from govreport.readers.html.elements.blocks import (
    BLOCKS,
    HEADINGS,
    heading_level,
    start_heading,
    start_marked,
    start_white_space,
)
from govreport.readers.html.elements.furniture import is_furniture_role, names_furniture
from govreport.readers.html.elements.inline_style import NO_STYLE, InlineStyle, read_style
from govreport.readers.html.elements.left_out import (
    LEFT_OUT,
    start_deleted,
    start_furniture,
    start_hidden,
)
from govreport.readers.html.elements.state import Begin, End, PageState, start_container
from govreport.readers.html.elements.tables import table_handler

_HANDLERS: dict[str, Begin] = {**BLOCKS, **LEFT_OUT}
_PREFIXES = ("html:", "xhtml:", "h:")


def handler_of(tag: str, attributes: Mapping[str, str], own: bool) -> Begin | None:
    """Return what begins an element, None for inline elements, which only hold text.

    `own` tells that govreport wrote the page, where no name needs to be guessed at.
    """
    # The name may carry the prefix of XHTML's namespace.
    name = tag.rpartition(":")[2] if tag.startswith(_PREFIXES) else tag
    if name in HEADINGS:
        level = heading_level(name, attributes.get("aria-level"))
        handler: Begin | None = partial(start_heading, level=level)
    else:
        handler = table_handler(name, attributes) or _HANDLERS.get(name)
    style = read_style(attributes["style"]) if "style" in attributes else NO_STYLE
    if handler is None and style.block:
        handler = start_container
    hides = "hidden" in attributes or style.hidden
    within = _within(name, handler, attributes, style)
    if hides or (not own and _names_furniture(name, attributes)):
        # What is left out by its name in any case is left out once.
        rest = _within(name, None if name in LEFT_OUT else handler, attributes, style)
        if hides:
            return _all_of([start_hidden, *rest])
        return partial(start_furniture, within=_all_of(rest), otherwise=_all_of(within))
    return _all_of(within)


def _within(
    name: str, handler: Begin | None, attributes: Mapping[str, str], style: InlineStyle
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
    if style.invisible:
        handlers.append(start_hidden)
    elif style.unseen:
        handlers.append(partial(_start_unseen, struck=style.struck))
    elif style.struck:
        handlers.append(start_deleted)
    return handlers


def _start_unseen(state: PageState, element: etree._Element, *, struck: bool) -> End:
    # Parts of an unseen element may be seen again; only one that holds text alone is sure.
    if not len(element):
        return start_hidden(state, element)
    return start_deleted(state, element) if struck else None


def _names_furniture(name: str, attributes: Mapping[str, str]) -> bool:
    if is_furniture_role(attributes.get("role", "")):
        return True
    return any(names_furniture(name, attributes.get(each, "")) for each in ("class", "id"))


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
