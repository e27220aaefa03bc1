"""The walk over a page's tree, which tells blocks, tables and left-out parts from one another.

One pass in document order; what an element begins it also ends, by the action that its handler
returns. Elements without a handler are inline: their text belongs to what is around them.
"""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from lxml import etree

from govreport.blocks import Block
from govreport.readers.html.block_elements import BLOCKS
from govreport.readers.html.flow import white_space
from govreport.readers.html.inline_style import InlineStyle, read_style
from govreport.readers.html.left_out import LEFT_OUT
from govreport.readers.html.parsing import BLOCK_END, DEEPEST
from govreport.readers.html.places import End
from govreport.readers.html.table_elements import TABLE_PARTS, TableReader

_UNSEEN = ("script", "style", "title", "meta", "link", "base", "annotation", "annotation-xml")
_HANDLERS: dict[str, Callable[..., End]] = {**BLOCKS, **LEFT_OUT, **TABLE_PARTS}
_HEEDED = frozenset(("style", "class", "id", "hidden", "role", "data-govreport"))
_PREFIXES = ("html:", "xhtml:", "h:")
_NO_STYLE = InlineStyle()


class Plan(NamedTuple):
    """How elements of one tag and of the same attributes begin.

    `plain` tells that their handler does everything.
    """

    plain: bool
    handler: Callable[..., End] | None
    hidden: bool = False
    furniture: bool = False
    style: InlineStyle = _NO_STYLE
    mark: str | None = None
    heading: bool = False


class Walker(TableReader):
    """Reads one page: `walk` returns its blocks, `diagnostics` then tell what was left out."""

    _plans: dict[tuple[object, ...], Plan]

    def walk(self) -> list[Block]:
        """Return the page's blocks in order; raises `LimitExceededError` if it nests too deep."""
        self._plans = {}
        etree.strip_elements(self._root, *_UNSEEN, with_tail=False)
        self._drop_own_captions()
        deepest = min(self._limits.depth, DEEPEST)
        ends: list[End] = []
        for event, element in etree.iterwalk(self._root, events=("start", "end")):
            if event == "start":
                ends.append(self._start(element))
                text = element.text
                if len(ends) > deepest:
                    raise self._too_deep(element, deepest)
            else:
                if (end := ends.pop()) is not None:
                    end()
                text = element.tail
            if text:
                if BLOCK_END in text:
                    self._add_parted(text)
                # White space before a paragraph's first text is trimmed in any case.
                elif self._flow.pieces or not text.isspace():
                    self._flow.add(text)
        self._end_item()
        return self._blocks()

    def _drop_own_captions(self) -> None:
        """Drop what our own pages say to those who cannot see that a table follows its heading."""
        captions = self._root.iter("caption") if self._own else ()
        for caption in captions:
            if "data-govreport-caption" in caption.attrib:
                tail = caption.tail
                caption.clear()
                caption.tail = tail

    def _start(self, element: etree._Element) -> End:
        # A page repeats few combinations of a tag and attributes many times.
        key = (element.tag, *element.items())
        plan = self._plans.get(key)
        if plan is None:
            plan = self._plans[key] = self._plan(element)
        if plan.plain:
            return None if plan.handler is None else plan.handler(self, element)
        return self._start_by_plan(element, plan)

    def _plan(self, element: etree._Element) -> Plan:
        said = {str(name): str(value) for name, value in element.items() if name in _HEEDED}
        if not said:
            return Plan(True, _handler(element.tag))
        style = read_style(said["style"]) if "style" in said else _NO_STYLE
        handler = _handler(element.tag)
        if handler is None and style.block:
            handler = BLOCKS["div"]
        plan = Plan(
            False,
            handler,
            "hidden" in said or style.hidden,
            not self._own and self._says_furniture(element, said),
            style._replace(block=False, list_style=None),
            None if element.tag == "table" else said.get("data-govreport"),
            said.get("role") == "heading" and handler is not BLOCKS["h1"],
        )
        return plan._replace(plain=plan == Plan(False, handler))

    def _says_furniture(self, element: etree._Element, said: dict[str, str]) -> bool:
        if "role" in said and self._furniture.by_role(said["role"]):
            return True
        return any(
            name in said and self._furniture.by_words(element, said[name])
            for name in ("class", "id")
        )

    def _start_by_plan(self, element: etree._Element, plan: Plan) -> End:
        """Begin an element whose attributes say more than its tag."""
        ends: list[End] = []
        handler = plan.handler
        if plan.hidden or (plan.furniture and self._is_furniture(element)):
            leave_out = self._start_hidden if plan.hidden else self._leave_out_furniture
            ends.append(leave_out(element))
            handler = None if element.tag in LEFT_OUT else handler
        if plan.style.white_space is not None:
            ends.append(self._start_white_space(plan.style.white_space))
        if plan.mark is not None:
            ends.append(self._start_marked(plan.mark))
        if plan.heading:
            ends.append(self._start_heading(element))
        if handler is not None:
            ends.append(handler(self, element))
        # Parts of an unseen element may be seen again; only one that holds text alone is sure.
        if plan.style.invisible or (plan.style.unseen and not len(element)):
            ends.append(self._start_hidden(element))
        elif plan.style.struck:
            ends.append(self._start_deleted(element))
        return partial(_end_all, ends)

    def _start_white_space(self, value: str) -> Callable[[], None]:
        flow = self._flow
        outer = flow.white_space
        flow.white_space = white_space(value, outer)

        def end() -> None:
            flow.white_space = outer

        return end

    def _start_marked(self, mark: str) -> Callable[[], None]:
        self._end_paragraph()
        flow = self._flow
        outer = flow.mark
        flow.mark = mark

        def end() -> None:
            self._end_paragraph()
            flow.mark = outer

        return end


def _handler(tag: str) -> Callable[..., End] | None:
    """Return the handler of a tag, which may carry the prefix of XHTML's namespace."""
    if tag.startswith(_PREFIXES):
        tag = tag.rpartition(":")[2]
    return _HANDLERS.get(tag)


def _end_all(ends: list[End]) -> None:
    for end in reversed(ends):
        if end is not None:
            end()
