"""The walk over a page's tree, which tells blocks, tables and left-out parts from one another.

One pass in document order; what an element begins it also ends, by the action that its handler
returns. Elements without a handler are inline: their text belongs to what is around them.
"""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from lxml import etree

from govreport.blocks import Block
from govreport.readers.html.block_elements import BLOCKS, join_parts
from govreport.readers.html.flow import white_space
from govreport.readers.html.inline_style import NO_STYLE, InlineStyle, read_style
from govreport.readers.html.left_out import LEFT_OUT
from govreport.readers.html.parsing import BLOCK_END, DEEPEST
from govreport.readers.html.places import End
from govreport.readers.html.runs import plain_text, tags_of, texts_and_runs
from govreport.readers.html.table_elements import TABLE_PARTS, TableReader

_UNSEEN = ("script", "style", "title", "meta", "link", "base", "annotation", "annotation-xml")
Begin = Callable[["Walker", etree._Element], End]
_HANDLERS: dict[str, Callable[..., End]] = {**BLOCKS, **LEFT_OUT, **TABLE_PARTS}
_HEEDED = frozenset(("style", "class", "id", "hidden", "role", "data-govreport"))
_SPANS = ("colspan", "rowspan")
_START_CELL = TABLE_PARTS["td"]
_PREFIXES = ("html:", "xhtml:", "h:")


class Plan(NamedTuple):
    """How an element begins whose attributes say more than its tag."""

    handler: Callable[..., End] | None
    hidden: bool
    furniture: bool
    style: InlineStyle
    mark: str | None
    heading: bool


class Run(NamedTuple):
    """What a run of tags does, step by step, and how many elements begin in it.

    Each step is how an element begins, None for one whose text belongs to what is around it, and
    which of the run's elements it is; `_END` ends one. `deepest` is by how many the elements of
    the run may be nested deeper than what is around it.
    """

    steps: list[tuple[Begin | None, int]]
    elements: int
    deepest: int


_END: tuple[None, int] = (None, -1)
_START_BLOCK = BLOCKS["p"]


class Known(NamedTuple):
    """What runs and tags do, remembered from page to page: those of one site hardly differ."""

    runs: dict[str, Run]
    begins: dict[str, Begin | None]

    def make_room(self) -> None:
        """Forget what was remembered where it has become too much."""
        if len(self.runs) >= _MOST_KNOWN or len(self.begins) >= _MOST_KNOWN:
            self.runs.clear()
            self.begins.clear()


_MOST_KNOWN = 2_048
_LONGEST_KNOWN = 2_000
"""So many runs of so many characters take a few megabytes at most."""

_KNOWN = {own: Known({}, {}) for own in (False, True)}


class Walker(TableReader):
    """Reads one page: `walk` returns its blocks, `diagnostics` then tell what was left out."""

    def walk(self) -> list[Block]:
        """Return the page's blocks in order; raises `LimitExceededError` if it nests too deep."""
        root = self._root
        etree.strip_elements(root, *_UNSEEN, with_tail=False)
        self._drop_own_captions()
        join_parts(root)
        elements = list(root.iter("*"))
        deepest = min(self._limits.depth, DEEPEST)
        known = _KNOWN[self._own]
        known.make_room()
        runs = known.runs
        end_paragraph = self._end_paragraph
        ends: list[End] = []
        number = 0
        for text, tags in texts_and_runs(root):
            # White space before a paragraph's first text is trimmed in any case.
            if text and (self._flow.pieces or not text.isspace()):
                self._take(text)
            run = runs.get(tags)
            if run is None:
                run = self._read_run(tags, elements, number)
                if len(tags) <= _LONGEST_KNOWN and len(runs) < _MOST_KNOWN:
                    runs[tags] = run
            if len(ends) + run.deepest > deepest:
                place = _first_beyond(tags, deepest - len(ends))
                raise self._too_deep(elements[number + place], deepest)
            for begin, place in run.steps:
                if place < 0:
                    if (end := ends.pop()) is not None:
                        end()
                elif begin is None:
                    ends.append(None)
                elif begin is _START_BLOCK:
                    # The commonest by far, as its handler would do it.
                    if self._flow.pieces:
                        end_paragraph()
                    ends.append(end_paragraph)
                else:
                    ends.append(begin(self, elements[number + place]))
            number += run.elements
        self._end_item()
        return self._blocks()

    def _take(self, text: str) -> None:
        """Take a text of the markup."""
        if "&" in text:
            text = plain_text(text)
        if self._parted and BLOCK_END in text:
            self._add_parted(text)
        else:
            self._flow.add(text)

    def _read_run(self, tags: str, elements: list[etree._Element], number: int) -> Run:
        """Return what a run of tags does whose first element has that number."""
        steps: list[tuple[Begin | None, int]] = []
        place = depth = deepest = 0
        for tag in tags_of(tags):
            ends = tag[0] == "/" or tag[-1] == "/"
            if tag[0] != "/":
                begin = self._begin_of(tag, elements[number + place])
                depth += 1
                deepest = max(deepest, depth)
                # An inline element that holds nothing is nothing.
                if begin is None and ends:
                    ends = False
                    depth -= 1
                else:
                    steps.append((begin, place))
                place += 1
            if ends:
                steps.append(_END)
                depth -= 1
        return Run(steps, place, deepest)

    def _begin_of(self, tag: str, element: etree._Element) -> Begin | None:
        # A page repeats few combinations of a name and attributes many times.
        begins = _KNOWN[self._own].begins
        # Another thread may make room meanwhile.
        try:
            return begins[tag]
        except KeyError:
            begin = self._read_tag(element)
        if len(tag) <= _LONGEST_KNOWN and len(begins) < _MOST_KNOWN:
            begins[tag] = begin
        return begin

    def _drop_own_captions(self) -> None:
        """Drop what our own pages say to those who cannot see that a table follows its heading."""
        captions = self._root.iter("caption") if self._own else ()
        for caption in captions:
            if "data-govreport-caption" in caption.attrib:
                tail = caption.tail
                caption.clear()
                caption.tail = tail

    def _read_tag(self, element: etree._Element) -> Begin | None:
        """Return how an element begins, and each other with the same tag and attributes."""
        name = element.tag
        handler = _handler(name)
        attributes = element.items()
        if handler is _START_CELL and any(key in _SPANS for key, _ in attributes):
            handler = TableReader._start_spanning_cell
        said = {str(key): str(value) for key, value in attributes if key in _HEEDED}
        if not said:
            return handler
        style = read_style(said["style"]) if "style" in said else NO_STYLE
        if handler is None and style.block:
            handler = BLOCKS["div"]
        plan = Plan(
            handler,
            "hidden" in said or style.hidden,
            not self._own and self._says_furniture(element, said),
            style,
            None if name == "table" else said.get("data-govreport"),
            said.get("role") == "heading" and handler is not BLOCKS["h1"],
        )
        if plan.hidden or plan.furniture or plan.heading or plan.mark is not None:
            return partial(Walker._start_by_plan, plan=plan)
        return partial(Walker._start_by_plan, plan=plan) if style.says_how_to_begin else handler

    def _says_furniture(self, element: etree._Element, said: dict[str, str]) -> bool:
        if "role" in said and self._furniture.by_role(said["role"]):
            return True
        names = (said[name] for name in ("class", "id") if name in said)
        return any(self._furniture.by_words(element, name) for name in names)

    def _start_by_plan(self, element: etree._Element, *, plan: Plan) -> End:
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


def _first_beyond(tags: str, room: int) -> int:
    """Return which element of a run is the first that is nested deeper than there is room."""
    place = depth = 0
    for tag in tags_of(tags):
        if tag[0] == "/":
            depth -= 1
        elif depth == room:
            break
        else:
            place += 1
            depth += tag[-1] != "/"
    return place


def _handler(tag: str) -> Callable[..., End] | None:
    """Return the handler of a tag, which may carry the prefix of XHTML's namespace."""
    if tag.startswith(_PREFIXES):
        tag = tag.rpartition(":")[2]
    return _HANDLERS.get(tag)


def _end_all(ends: list[End]) -> None:
    for end in reversed(ends):
        if end is not None:
            end()
