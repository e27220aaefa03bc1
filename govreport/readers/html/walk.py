"""The walk over a page's tree, which tells blocks, tables and left-out parts from one another.

One pass in document order; what an element begins it also ends, by the action that its handler
returns. Elements without a handler are inline: their text belongs to what is around them.
"""

from collections.abc import Callable
from functools import partial

from lxml import etree

from govreport.blocks import Block
from govreport.readers.html.block_elements import BLOCKS, heading_level
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
_CELLS = ("td", "th")


class Walker(TableReader):
    """Reads one page: `walk` returns its blocks, `diagnostics` then tell what was left out."""

    def walk(self) -> list[Block]:
        """Return the page's blocks in order; raises `LimitExceededError` if it nests too deep."""
        self._styles: dict[str, InlineStyle] = {}
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
                else:
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
        tag = element.tag
        handler = _HANDLERS.get(tag)
        if handler is None and tag.startswith(_PREFIXES):
            handler = _HANDLERS.get(tag.rpartition(":")[2])
        heeded = [(str(name), str(value)) for name, value in element.items() if name in _HEEDED]
        if heeded:
            return self._start_with(element, handler, dict(heeded))
        return None if handler is None else handler(self, element)

    def _start_with(
        self, element: etree._Element, handler: Callable[..., End] | None, said: dict[str, str]
    ) -> End:
        """Begin an element whose attributes may say more than its tag."""
        style = self._style(said["style"]) if "style" in said else None
        if "hidden" in said or (style is not None and style.hidden):
            return self._start_hidden(element)
        if self._says_furniture(element, said) and self._is_furniture(element):
            return self._leave_out_furniture(element)
        ends: list[Callable[[], None]] = []
        if style is not None and style.white_space is not None:
            ends.append(self._start_white_space(style.white_space))
        if "data-govreport" in said and element.tag != "table":
            ends.append(self._start_marked(said["data-govreport"]))
        if said.get("role") == "heading" and handler is not BLOCKS["h1"]:
            ends.append(self._start_role_heading(element))
        if handler is None and style is not None and style.block:
            handler = BLOCKS["div"]
        if handler is not None and (end := handler(self, element)) is not None:
            ends.append(end)
        if style is not None and (style.invisible or style.struck):
            code = "hidden-text" if style.invisible else "deleted-text"
            left_out = self._leave_out(element, code, "", "")
            if left_out is not None:
                ends.append(left_out)
        if len(ends) < 2:
            return ends[0] if ends else None
        return partial(_end_all, ends)

    def _style(self, text: str) -> InlineStyle:
        style = self._styles.get(text)
        if style is None:
            style = self._styles[text] = read_style(text)
        return style

    def _says_furniture(self, element: etree._Element, said: dict[str, str]) -> bool:
        if self._own or self._quoted:
            return False
        furniture = self._furniture
        if "role" in said and furniture.by_role(said["role"]):
            return True
        return any(
            name in said and furniture.by_words(element, said[name]) for name in ("class", "id")
        )

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

    def _start_role_heading(self, element: etree._Element) -> Callable[[], None]:
        self._end_paragraph()
        flow = self._flow
        outer = flow.level
        flow.level = heading_level(element.tag, element.get("aria-level"))

        def end() -> None:
            self._end_paragraph()
            flow.level = outer

        return end


def _end_all(ends: list[Callable[[], None]]) -> None:
    for end in reversed(ends):
        end()
