"""The state of reading a page, and the operations that the handlers share."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from lxml import etree

from govreport.limits import Limits
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.model.text import FORBIDDEN_CHARACTER
from govreport.readers.html.elements.lists import OrderedList
from govreport.readers.html.elements.shares import Shares
from govreport.readers.html.flows import LONGEST_PLACE, Flow
from govreport.readers.html.source.parsing import BLOCK_END
from govreport.readers.html.style.properties import SEEN, Unseen
from govreport.readers.html.white_space import (
    COLLAPSED,
    marked_white_space,
    paragraphs,
    without_forbidden,
)

End = Callable[["PageState"], None] | None
"""What is done where an element ends."""

Begin = Callable[["PageState", etree._Element], End]
"""What is done where an element begins: a handler."""

_Handler = TypeVar("_Handler")

_END_OR_BLANK = f"{BLOCK_END} \t\n"
_NUMBER_ENDS = (".", "．", "、", ")", "）", " ")


def handlers_for(tags: str, handler: _Handler) -> dict[str, _Handler]:
    """Return one handler under the names of several elements, given with blanks between."""
    return dict.fromkeys(tags.split(), handler)


_OVERRIDDEN = "\u202e{}\u202c"
"""How Unicode marks overridden direction, so that nobody reads 21 for the 12 that is shown."""


class LeftOut(NamedTuple):
    """A part that is being left out and will be quoted under that code.

    `otherwise` is quoted where the part has no text.
    """

    code: str
    where: str
    otherwise: str
    message: str


class SourceLine(NamedTuple):
    """The line of the page on which an element begins; `str` tells it for a message."""

    element: etree._Element

    def __str__(self) -> str:
        line = self.element.sourceline
        return "" if line is None else f"line {line}"


@dataclass(slots=True, eq=False, repr=False)
class PageState:
    """The state of reading a page.

    `own` says that govreport wrote the page, `parted` that its texts contain `BLOCK_END`. Text
    goes to `flow`; the flows around it wait in `outer_flows`, the body's first.
    """

    root: etree._Element
    limits: Limits
    own: bool
    parted: bool
    body: Flow = field(default_factory=Flow)
    flow: Flow = field(init=False)
    outer_flows: list[Flow] = field(default_factory=list)
    white_space: str = COLLAPSED
    scripts: dict[int, str] | None = None
    """How raised or lowered digits are written, None if text stands on its line."""

    overridden: bool = False
    """Whether characters run from right to left whatever they are."""

    unseen: Unseen = SEEN
    """Why texts are not seen here though they have their place."""

    unseen_texts: list[str] | None = None
    """The texts of the part that is not seen, None if texts are seen."""

    lists: list[OrderedList | None] = field(default_factory=list)
    """The lists around, None for those without numbers."""

    left_out: list[LeftOut] = field(default_factory=list)
    """The parts around that are left out."""

    chosen_option: etree._Element | None = None
    """The option that its field shows, while the others are left out."""

    links: int = 0
    """How many links are around."""

    containers: int = 0
    """How many containers have begun; the number of the last."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    shares: Shares = field(init=False)

    def __post_init__(self) -> None:
        self.flow = self.body
        self.shares = Shares(self.root)


def add_text(state: PageState, text: str) -> None:
    """Add a text to the paragraph, its white space and digits as the styles around it say."""
    if state.parted and BLOCK_END in text:
        _add_parted(state, text)
        return
    if state.unseen_texts is not None:
        state.unseen_texts.append(text)
        return
    if state.white_space:
        text = marked_white_space(text, state.white_space)
    if state.scripts is not None:
        text = text.translate(state.scripts)
    if state.overridden:
        text = _OVERRIDDEN.format(text)
    flow = state.flow
    if state.links:
        flow.link_characters += sum(map(len, text.split()))
    flow.pieces.append(text)


def _add_parted(state: PageState, text: str) -> None:
    """Add a text in which blocks end."""
    if not text.strip(_END_OR_BLANK):
        end_paragraph(state)
        return
    first, *others = text.split(BLOCK_END)
    add_text(state, first)
    for other in others:
        end_paragraph(state)
        add_text(state, other)


def end_paragraph(state: PageState) -> None:
    """End the paragraph, if one is being read."""
    flow = state.flow
    pieces = flow.pieces
    if not pieces:
        return
    # Most paragraphs are one text without a break or white space to collapse.
    if len(pieces) == 1 and not flow.prefix:
        text = pieces[0].strip()
        if text.isprintable() and "  " not in text:
            pieces.clear()
            if text:
                flow.add_paragraph(text)
            return
    flow.pieces = []
    _add_paragraphs(state, pieces)


def _add_paragraphs(state: PageState, pieces: list[str]) -> None:
    flow = state.flow
    for text in paragraphs(pieces, state.own):
        if not text.isprintable() and FORBIDDEN_CHARACTER.search(text):
            text = _without_forbidden(state, text)
        if flow.prefix:
            prefix, flow.prefix = flow.prefix, ""
            text = _numbered(prefix, text)
        if text:
            flow.add_paragraph(text)


def end_item(state: PageState) -> None:
    """End the paragraph; a list number still without a text becomes one by itself."""
    end_paragraph(state)
    flow = state.flow
    if flow.prefix:
        number, flow.prefix = flow.prefix.strip(), ""
        flow.add_paragraph(number)


def start_block(state: PageState, _element: etree._Element) -> End:
    """Begin an element with paragraphs of its own."""
    if state.flow.pieces:
        end_paragraph(state)
    return end_paragraph


def start_container(state: PageState, _element: etree._Element) -> End:
    """Begin an element that may hold a part of the page, in paragraphs of its own."""
    end_paragraph(state)
    flow = state.flow
    if len(flow.place) < LONGEST_PLACE:
        state.containers += 1
        flow.place += (state.containers,)
    else:
        flow.uncounted += 1
    return end_container


def end_container(state: PageState) -> None:
    """End the innermost container."""
    end_paragraph(state)
    flow = state.flow
    if flow.uncounted:
        flow.uncounted -= 1
    else:
        flow.place = flow.place[:-1]


def enter(state: PageState, flow: Flow) -> None:
    """Begin a flow within the current one."""
    state.outer_flows.append(state.flow)
    state.flow = flow


def leave(state: PageState) -> Flow:
    """End the current flow and return it."""
    left = state.flow
    if left.pieces:
        end_paragraph(state)
    state.flow = state.outer_flows.pop()
    return left


def leave_out(
    state: PageState,
    element: etree._Element,
    code: str,
    *,
    otherwise: str = "",
    message: str = "",
) -> End:
    """Read an element into a flow of its own that is quoted; `otherwise` if it has no text."""
    enter(state, Flow())
    state.left_out.append(LeftOut(code, str(SourceLine(element)), otherwise, message))
    return end_left_out


def end_left_out(state: PageState) -> None:
    """End the part that is left out and quote it."""
    text = leave(state).text()
    part = state.left_out.pop()
    if text or part.otherwise:
        text = text or part.otherwise
        state.diagnostics.append(diagnostic(part.code, part.where, text, part.message))


def report(state: PageState, code: str, element: etree._Element, text: str = "") -> None:
    """Quote what an element shows that is not a text of the page."""
    text = without_forbidden(text.replace(BLOCK_END, "")).strip()
    state.diagnostics.append(diagnostic(code, str(SourceLine(element)), text))


def _without_forbidden(state: PageState, text: str) -> str:
    text = without_forbidden(text).strip()
    state.diagnostics.append(diagnostic("forbidden-character", "", text))
    return text


def _numbered(prefix: str, text: str) -> str:
    """Return a list item's text with its number, unless it prints the same number itself."""
    number = prefix.rstrip(". 、")
    if text.startswith(number) and text[len(number) : len(number) + 1] in _NUMBER_ENDS:
        return text
    return prefix + text
