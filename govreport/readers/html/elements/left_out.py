"""Elements that are left out and quoted: hidden ones, and visible ones that are not text."""

from functools import partial

from lxml import etree

from govreport.readers.html.elements.state import (
    Begin,
    End,
    PageState,
    end_left_out,
    end_paragraph,
    handlers_for,
    leave_out,
    report,
    start_container,
)
from govreport.readers.html.source.parsing import BLOCK_END
from govreport.readers.html.style.properties import SEEN, Unseen
from govreport.readers.html.white_space import collapsed

_SOURCES = ("alt", "aria-label", "title", "src", "data-src", "data-original", "data", "poster")


def start_hidden(state: PageState, element: etree._Element) -> End:
    """Leave out an element that no browser shows."""
    return leave_out(state, element, "hidden-text")


def start_concealed(
    state: PageState, element: etree._Element, *, within: Begin | None, otherwise: Begin | None
) -> End:
    """Leave out an element that a style hides, unless it holds most of the page.

    `within` begins the element if it is left out, `otherwise` if not.
    """
    if not state.left_out and state.shares.holds_most(element):
        return None if otherwise is None else otherwise(state, element)
    end = start_hidden(state, element)
    return end if within is None else partial(_end_within, inner=within(state, element))


def start_unseen(
    state: PageState, element: etree._Element, *, hides: Unseen, shows: Unseen
) -> End:
    """Begin an element whose texts are not seen, for those reasons, or are seen again."""
    if hides and not state.left_out and state.shares.holds_most(element):
        hides = SEEN
    outer, texts = state.unseen, state.unseen_texts
    state.unseen = (outer & ~shows) | hides
    if bool(state.unseen) is (texts is not None):
        return partial(_end_unseen, outer=outer, texts=texts)
    if texts is not None:
        state.unseen_texts = None
        return partial(_end_unseen, outer=outer, texts=texts)
    state.unseen_texts = []
    return partial(_end_part, outer=outer, element=element)


def _end_unseen(state: PageState, *, outer: Unseen, texts: list[str] | None) -> None:
    state.unseen, state.unseen_texts = outer, texts


def _end_part(state: PageState, *, outer: Unseen, element: etree._Element) -> None:
    text = collapsed("".join(state.unseen_texts or ())).strip()
    _end_unseen(state, outer=outer, texts=None)
    if text:
        report(state, "hidden-text", element, text)


def start_deleted(state: PageState, element: etree._Element) -> End:
    """Leave out an element whose text is struck through."""
    message = "text that is struck out was left out"
    return leave_out(state, element, "deleted-text", message=message)


def start_furniture(
    state: PageState, element: etree._Element, *, within: Begin | None, otherwise: Begin | None
) -> End:
    """Leave out an element named as navigation, unless it holds too much of the page.

    `within` begins the element if it is left out, `otherwise` if not.
    """
    if not _is_furniture(state, element):
        return None if otherwise is None else otherwise(state, element)
    end_paragraph(state)
    end = leave_out(state, element, "page-furniture")
    return end if within is None else partial(_end_within, inner=within(state, element))


def _end_within(state: PageState, *, inner: End) -> None:
    if inner is not None:
        inner(state)
    end_left_out(state)


def _is_furniture(state: PageState, element: etree._Element) -> bool:
    if state.own:
        return element.get(BESIDE) is not None
    if state.left_out:
        return False
    return state.shares.may_be_left_out(element)


def _start_dialog(state: PageState, element: etree._Element) -> End:
    if element.get("open") is not None:
        return start_container(state, element)
    return start_hidden(state, element)


def _start_reading(state: PageState, element: etree._Element) -> End:
    message = "a reading printed next to its characters was left out"
    return leave_out(state, element, "note", message=message)


def picture(state: PageState, element: etree._Element) -> End:
    """Quote what names a picture, which has no text."""
    report(state, "image", element, _picture_name(element))
    return None


def _start_object(state: PageState, element: etree._Element) -> End:
    return leave_out(state, element, "image", otherwise=_picture_name(element) or element.tag)


def _picture_name(element: etree._Element) -> str:
    """Return what names a picture: its text, else the name of its file."""
    for name in _SOURCES:
        value = element.get(name, "").replace(BLOCK_END, "").strip()
        if value and not value.startswith("data:"):
            return value if name in _SOURCES[:3] else value.split("?")[0].rsplit("/", 1)[-1]
    return ""


# What stands around the subject of the page


def _start_navigation(state: PageState, element: etree._Element) -> End:
    return start_furniture(state, element, within=None, otherwise=start_container)


BESIDE = "data-govreport-beside"
"""The attribute of what stands beside the report on a page of ours that was published."""
LEFT_OUT: dict[str, Begin] = {
    **handlers_for("template noscript noframes noembed", start_hidden),
    **handlers_for("del s strike", start_deleted),
    **handlers_for("rt rp rtc", _start_reading),
    **handlers_for("img embed frame", picture),
    **handlers_for("iframe object video audio canvas svg applet", _start_object),
    "dialog": _start_dialog,
    "nav": _start_navigation,
}
"""What begins each element that is left out, always or where it stands around the subject."""
