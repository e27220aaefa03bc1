"""Where the walk over a page stands: the flow that takes what is met, and those around it."""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from lxml import etree

from govreport.blocks import Block, TableBlock, TextBlock
from govreport.errors import LimitExceededError
from govreport.limits import Limits
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.model.text import FORBIDDEN_CHARACTER
from govreport.readers.html.flow import Flow, paragraphs, without_forbidden
from govreport.readers.html.furniture import Furniture
from govreport.readers.html.lists import OrderedList
from govreport.readers.html.parsing import BLOCK_END
from govreport.readers.html.runs import Elements, Place

End = Callable[[], None] | None
"""What is done when an element ends."""

_Handler = TypeVar("_Handler")

_END_OR_BLANK = f"{BLOCK_END} \t\n"
_NUMBER_ENDS = ".．、)） "


def each(tags: str, *, to: _Handler) -> dict[str, _Handler]:
    """Return the handler of several tags, which blanks part."""
    return dict.fromkeys(tags.split(), to)


class Quoted(NamedTuple):
    """A part that is left out and will be quoted under that code."""

    code: str
    where: str
    otherwise: str
    message: str


class Places:
    """The state of one walk; flows inside flows stand on a stack, so nesting costs no recursion."""

    def __init__(self, root: etree._Element, limits: Limits, own: bool, parted: bool) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._root = root
        self._elements = Elements(root)
        self._limits = limits
        self._own = own
        self._parted = parted
        self._body = Flow()
        self._flow = self._body
        self._flows: list[Flow] = []
        self._quoted: list[Quoted] = []
        self._lists: list[OrderedList | None] = []
        self._furniture = Furniture(root)
        self._articles = 0
        self._sections = 0

    def _enter(self, flow: Flow) -> None:
        outer = self._flow
        if outer.white_space or outer.scripts:
            flow.white_space, flow.scripts = outer.white_space, outer.scripts
        self._flows.append(outer)
        self._flow = flow

    def _leave(self) -> Flow:
        """End the current flow and return it."""
        self._end_paragraph()
        left = self._flow
        self._flow = self._flows.pop()
        return left

    def _end_paragraph(self) -> None:
        flow = self._flow
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
        for text in paragraphs(pieces, self._own):
            if not text.isprintable() and FORBIDDEN_CHARACTER.search(text):
                text = self._clean(text)
            if flow.prefix:
                prefix, flow.prefix = flow.prefix, ""
                text = _numbered(prefix, text)
            if text:
                flow.add_paragraph(text)

    def _end_item(self) -> None:
        """End the paragraph; a number that still waits for a text stands alone."""
        self._end_paragraph()
        flow = self._flow
        if flow.prefix:
            number, flow.prefix = flow.prefix.strip(), ""
            flow.add_paragraph(number)

    def _start_block(self, _number: int) -> End:
        self._end_paragraph()
        return self._end_paragraph

    def _add_parted(self, text: str) -> None:
        """Add text in which blocks end; a page's own noncharacters are only text."""
        if not self._parted:
            self._flow.add(text)
            return
        if not text.strip(_END_OR_BLANK):
            self._end_paragraph()
            return
        first, *others = text.split(BLOCK_END)
        self._flow.add(first)
        for other in others:
            self._end_paragraph()
            self._flow.add(other)

    def _leave_out(self, number: int, code: str, otherwise: str, message: str) -> End:
        """Read an element into a flow of its own that is quoted; `otherwise` if it has no text."""
        self._enter(Flow())
        self._quoted.append(Quoted(code, str(self._place(number)), otherwise, message))
        return self._end_left_out

    def _end_left_out(self) -> None:
        text = self._leave().text()
        quoted = self._quoted.pop()
        if text or quoted.otherwise:
            text = text or quoted.otherwise
            found = diagnostic(quoted.code, quoted.where, text, quoted.message)
            self.diagnostics.append(found)

    def _report(self, code: str, number: int, text: str = "", message: str = "") -> None:
        text = without_forbidden(text.replace(BLOCK_END, "")).strip()
        self.diagnostics.append(diagnostic(code, str(self._place(number)), text, message))

    def _clean(self, text: str) -> str:
        text = without_forbidden(text).strip()
        self.diagnostics.append(diagnostic("forbidden-character", "", text))
        return text

    def _blocks(self) -> list[Block]:
        """Return the blocks of the body, those of tables that only lay it out among them."""
        blocks: list[Block] = []
        waiting = self._body.items[::-1]
        while waiting:
            item = waiting.pop()
            if isinstance(item, str):
                blocks.append(TextBlock(item))
            elif isinstance(item, TextBlock):
                blocks.append(item)
            elif item.is_layout:
                for flow in reversed(item.flows()):
                    waiting.extend(reversed(flow.items))
            elif item.table is not None:
                blocks.append(TableBlock(item.table, item.mark or ""))
        return blocks

    def _place(self, number: int) -> Place:
        return Place(self._elements, number)

    def _too_deep(self, number: int, deepest: int) -> LimitExceededError:
        return LimitExceededError(
            f"{self._place(number)}: elements are nested more than {deepest} deep (limit depth);"
            " raise the limit if you trust the page"
        )


def _numbered(prefix: str, text: str) -> str:
    """Return a list item's text with its number, unless it prints the same number itself."""
    number = prefix.rstrip(". 、")
    if text.startswith(number) and text[len(number) : len(number) + 1] in tuple(_NUMBER_ENDS):
        return text
    return prefix + text
