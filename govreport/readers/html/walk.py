"""The walk over a page's tree, which finds blocks, tables and parts to be left out.

It is one pass in document order. The handler of an element returns what is done at its end.
Elements without a handler are inline: their text belongs to what is around them.
"""

from lxml import etree

from govreport.blocks import Block, TableBlock, TextBlock
from govreport.errors import LimitExceededError
from govreport.limits import Limits
from govreport.model.diagnostics import Diagnostic
from govreport.readers.html.elements.kinds import handler_of
from govreport.readers.html.elements.state import (
    Begin,
    End,
    PageState,
    SourceLine,
    add_text,
    end_item,
)
from govreport.readers.html.flows import Item, TableDraft, moved
from govreport.readers.html.source.parsing import DEEPEST
from govreport.readers.html.style.cascade import StyleSheets, element_style, style_sheets

_UNSEEN = ("script", "style", "title", "meta", "link", "base", "annotation", "annotation-xml")
_JOINTS = {"mfrac": "/", "msup": "^", "msub": "_"}
"""The sign put between the two parts of a fraction or power, which are not side by side."""


def walk(
    root: etree._Element, limits: Limits, *, own: bool, parted: bool
) -> tuple[list[Block], list[Diagnostic]]:
    """Return the blocks of a page in order, and what was left out of them.

    `own` says that govreport wrote the page, `parted` that its texts contain `BLOCK_END`. The
    tree is changed. Raises `LimitExceededError` where elements are nested too deep.
    """
    # In our own pages, elements and attributes alone decide what is shown.
    sheets = None if own else style_sheets(root, limits)
    etree.strip_elements(root, *_UNSEEN, with_tail=False)
    _join_parts(root)
    if own:
        _drop_own_captions(root)
    state = PageState(root, limits, own, parted)
    _walk(root, state, sheets)
    end_item(state)
    return _blocks(state), state.diagnostics


def _walk(root: etree._Element, state: PageState, sheets: StyleSheets | None) -> None:
    deepest = min(state.limits.depth, DEEPEST)
    # A page repeats few combinations of a name and attributes many times.
    handlers: dict[tuple[object, ...], Begin | None] = {}
    ends: list[End] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            if len(ends) == deepest:
                raise _too_deep(element, deepest)
            attributes = tuple(element.items())
            selected = 0 if sheets is None else sheets.enter(element, attributes)
            seen = state.unseen_texts is None
            kind = (element.tag, attributes, selected, seen)
            try:
                begin = handlers[kind]
            except KeyError:
                said = dict(attributes)
                style = element_style(said, sheets, selected, seen=seen)
                begin = handlers[kind] = handler_of(
                    element.tag, said, style, own=state.own, seen=seen
                )
            ends.append(None if begin is None else begin(state, element))
            text = element.text
        else:
            end = ends.pop()
            if end is not None:
                end(state)
            if sheets is not None:
                sheets.leave()
            text = element.tail
        # White space before a paragraph's first text is trimmed in any case.
        if text and (state.flow.pieces or not text.isspace()):
            add_text(state, text)


def _join_parts(root: etree._Element) -> None:
    for element in root.iter(*_JOINTS):
        if len(element) > 1:
            element[0].tail = (element[0].tail or "").strip() + _JOINTS[element.tag]


def _drop_own_captions(root: etree._Element) -> None:
    """Drop the captions that our own pages have for those who cannot see the heading of a table."""
    for caption in root.iter("caption"):
        if "data-govreport-caption" in caption.attrib:
            tail = caption.tail
            caption.clear()
            caption.tail = tail


def _blocks(state: PageState) -> list[Block]:
    """Return the blocks of the body, including those in tables that only lay it out."""
    blocks: list[Block] = []
    waiting = state.body.items[::-1]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            blocks.append(TextBlock(item))
        elif isinstance(item, TextBlock):
            blocks.append(item)
        elif item.is_layout:
            waiting.extend(reversed(_laid_out(item, state)))
        elif item.table is not None:
            mark, spans = item.mark or "", item.shows_spans
            blocks.append(TableBlock(item.table, mark, spans_shown=spans, place=item.place))
    return blocks


def _laid_out(table: TableDraft, state: PageState) -> list[Item]:
    """Return what the cells of a table hold; it, its rows and its cells are containers."""
    items: list[Item] = []
    state.containers += 1
    table_place = (*table.place, state.containers)
    for row in table.rows():
        state.containers += 1
        row_place = (*table_place, state.containers)
        for cell in row.cells:
            state.containers += 1
            cell_place = (*row_place, state.containers)
            items.extend(moved(item, cell_place) for item in cell.items)
    return items


def _too_deep(element: etree._Element, deepest: int) -> LimitExceededError:
    return LimitExceededError(
        f"{SourceLine(element)}: elements are nested more than {deepest} deep (limit depth);"
        " raise the limit if you trust the page"
    )
