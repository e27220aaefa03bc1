"""Headings, lists and other elements that begin and end paragraphs (the HTML standard, 4.3 to 4.5)."""

from functools import partial
from itertools import islice

from lxml import etree

from govreport.readers.html.elements.lists import ordered_list
from govreport.readers.html.elements.state import (
    Begin,
    End,
    PageState,
    add_text,
    end_container,
    end_item,
    end_paragraph,
    handlers_for,
    start_block,
    start_container,
)
from govreport.readers.html.white_space import BREAK, PRESERVED, white_space


def _scripts(digits: str) -> dict[int, str]:
    """Return what is written for raised or lowered digits, full-width ones among them."""
    return {
        ord(each): digit
        for row in ("0123456789", "０１２３４５６７８９")
        for each, digit in zip(row, digits, strict=True)
    }


_RAISED = _scripts("⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = _scripts("₀₁₂₃₄₅₆₇₈₉")
_LONGEST_MARK = 2
_MOST_TEXTS_OF_MARK = 5
_OVERRIDES = {"rtl": True, "ltr": False}
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def heading_level(tag: str, stated: str | None) -> int:
    """Return the level of a heading; `aria-level` outranks its tag (WAI-ARIA 1.2, 6.6)."""
    if stated is not None and (number := stated.strip()).isdecimal() and len(number) < 4:
        return min(max(int(number), 1), 10) - 1
    return int(tag[1]) - 1 if tag in HEADINGS else 1


def start_heading(state: PageState, _element: etree._Element, *, level: int) -> End:
    """Begin a heading of that level."""
    end_paragraph(state)
    flow = state.flow
    outer, flow.level = flow.level, level
    return partial(_end_heading, outer=outer)


def _end_heading(state: PageState, *, outer: int | None) -> None:
    end_paragraph(state)
    state.flow.level = outer


def start_marked(state: PageState, _element: etree._Element, *, mark: str) -> End:
    """Begin an element whose paragraphs have that mark."""
    end_paragraph(state)
    flow = state.flow
    outer, flow.mark = flow.mark, mark
    return partial(_end_marked, outer=outer)


def _end_marked(state: PageState, *, outer: str) -> None:
    end_paragraph(state)
    state.flow.mark = outer


def start_white_space(state: PageState, _element: etree._Element, *, value: str) -> End:
    """Begin an element whose white space is treated as the CSS property says."""
    outer = state.white_space
    state.white_space = white_space(value, outer)
    return partial(_end_white_space, outer=outer)


def _end_white_space(state: PageState, *, outer: str) -> None:
    state.white_space = outer


def start_preformatted(state: PageState, _element: etree._Element) -> End:
    """Begin an element whose white space is kept."""
    end_paragraph(state)
    outer, state.white_space = state.white_space, PRESERVED
    return partial(_end_preformatted, outer=outer)


def _end_preformatted(state: PageState, *, outer: str) -> None:
    end_paragraph(state)
    state.white_space = outer


def _break_line(state: PageState, _element: etree._Element) -> End:
    state.flow.pieces.append(BREAK)
    return None


def start_ordered(state: PageState, element: etree._Element, *, list_style: str | None) -> End:
    """Begin a list whose items have numbers, in that style if one is given."""
    start_container(state, element)
    state.lists.append(ordered_list(element, list_style))
    return _end_list


def _start_unordered(state: PageState, element: etree._Element) -> End:
    start_container(state, element)
    state.lists.append(None)
    return _end_list


def _end_list(state: PageState) -> None:
    end_container(state)
    state.lists.pop()


def start_item(state: PageState, element: etree._Element, *, list_style: str | None) -> End:
    """Begin an item of a list, its number in that style if one is given."""
    start_container(state, element)
    counted = state.lists[-1] if state.lists else None
    if counted is None or state.own:
        return end_container
    number = counted.number(element.get("value"), list_style)
    if state.unseen_texts is None:
        state.flow.prefix += number
    return _end_item


def _end_item(state: PageState) -> None:
    end_item(state)
    end_container(state)


# Inline elements that add to the text, or to what is known of it


def _start_link(state: PageState, element: etree._Element) -> End:
    if element.get("href") is None:
        return None
    state.links += 1
    if not _refers_to_note(state, element):
        return _end_link
    return partial(_end_reference, end=start_raised(state, element))


def _end_link(state: PageState) -> None:
    state.links -= 1


def _refers_to_note(state: PageState, element: etree._Element) -> bool:
    """Whether a link right behind a digit leads to a place of the page and shows a number alone.

    Such a number is the mark of a note, raised or not, and no digit of the number before it.
    """
    pieces = state.flow.pieces
    if not (pieces and pieces[-1][-1:].isdecimal() and state.scripts is None):
        return False
    place = element.get("href", "").partition("#")
    shown = "".join(map(str, islice(element.itertext(), _MOST_TEXTS_OF_MARK))).strip()
    return not place[0] and bool(place[2]) and shown.isdecimal() and len(shown) <= _LONGEST_MARK


def _end_reference(state: PageState, *, end: End) -> None:
    if end is not None:
        end(state)
    _end_link(state)


def start_generated(
    state: PageState, _element: etree._Element, *, before: str, after: str
) -> End:
    """Begin an element whose style sheet puts text before or after its own."""
    if before:
        add_text(state, before)
    return partial(add_text, text=after) if after else None


def start_raised(state: PageState, _element: etree._Element) -> End:
    """Begin text above its line: a raised digit beside others must not join their number."""
    return _start_script(state, _RAISED)


def start_lowered(state: PageState, _element: etree._Element) -> End:
    """Begin text below its line."""
    return _start_script(state, _LOWERED)


def _start_script(state: PageState, digits: dict[int, str]) -> End:
    outer, state.scripts = state.scripts, digits
    return partial(_end_script, outer=outer)


def _end_script(state: PageState, *, outer: dict[int, str] | None) -> None:
    state.scripts = outer


def start_overridden(
    state: PageState, _element: etree._Element, *, overridden: bool = True
) -> End:
    """Begin text whose characters run from right to left whatever they are, or no longer do."""
    outer, state.overridden = state.overridden, overridden
    return partial(_end_overridden, outer=outer)


def _end_overridden(state: PageState, *, outer: bool) -> None:
    state.overridden = outer


def _start_override(state: PageState, element: etree._Element) -> End:
    direction = _OVERRIDES.get(element.get("dir", "").strip().lower())
    return None if direction is None else start_overridden(state, element, overridden=direction)


def _start_quotation(state: PageState, _element: etree._Element) -> End:
    add_text(state, "“")
    return _end_quotation


def _end_quotation(state: PageState) -> None:
    add_text(state, "”")


def _start_root(state: PageState, _element: etree._Element) -> End:
    add_text(state, "√")
    return None


BLOCKS: dict[str, Begin] = {
    **handlers_for(
        "html body address dt figcaption hgroup hr legend listing marquee optgroup option p"
        " plaintext summary xmp caption thead tbody tfoot tr td th",
        start_block,
    ),
    **handlers_for(
        "article aside blockquote center dd details dialog div dl fieldset figure footer form header main search"
        " section",
        start_container,
    ),
    **handlers_for("pre listing xmp plaintext", start_preformatted),
    **handlers_for("ul menu dir", _start_unordered),
    "ol": partial(start_ordered, list_style=None),
    "li": partial(start_item, list_style=None),
    "a": _start_link,
    "br": _break_line,
    "bdo": _start_override,
    "sup": start_raised,
    "sub": start_lowered,
    "q": _start_quotation,
    **handlers_for("msqrt mroot", _start_root),
}
"""What begins each element that is not inline, or adds to the text."""
