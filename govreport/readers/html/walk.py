"""The walk over a page's tree, which tells blocks, tables and left-out parts from one another.

One pass in document order; what an element begins it also ends, by the action that its handler
returns. Elements without a handler are inline: their text belongs to what is around them.
"""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from lxml import etree

from govreport.blocks import Block
from govreport.readers.html.block_elements import (
    BLOCKS,
    HEADINGS,
    BlockReader,
    heading_level,
    join_parts,
)
from govreport.readers.html.flow import white_space
from govreport.readers.html.inline_style import NO_STYLE, InlineStyle, read_style
from govreport.readers.html.left_out import LEFT_OUT
from govreport.readers.html.parsing import BLOCK_END, DEEPEST
from govreport.readers.html.places import End
from govreport.readers.html.runs import plain_text, read_tag, tags_of, texts_and_runs
from govreport.readers.html.table_elements import TableReader, table_part

_UNSEEN = ("script", "style", "title", "meta", "link", "base", "annotation", "annotation-xml")
Begin = Callable[["Walker", int], End]
_HANDLERS: dict[str, Callable[..., End]] = {**BLOCKS, **LEFT_OUT}
_HEEDED = frozenset(("style", "class", "id", "hidden", "role", "data-govreport"))
_PREFIXES = ("html:", "xhtml:", "h:")


class Plan(NamedTuple):
    """How an element begins whose attributes say more than its tag."""

    handler: Callable[..., End] | None
    hidden: bool
    furniture: bool
    style: InlineStyle
    mark: str | None
    level: int | None
    alone: bool
    """Whether its name has it left out in any case."""


class Step(NamedTuple):
    """One step of a run: how an element begins, or what ends.

    `place` is which of the run's elements begins. `level` is how many of the elements that were
    open before the run, and of its own, are around it; where `begin` is None, so many stay open.
    """

    begin: Begin | None
    place: int
    level: int


class Run(NamedTuple):
    """What a run of tags does, step by step; elements that only hold text take no step.

    `elements` begin in it and leave `change` more of them open. `deepest` is by how many they
    may be nested deeper than what is around it.
    """

    steps: tuple[Step, ...]
    elements: int
    change: int
    deepest: int


_START_BLOCK = BLOCKS["p"]


class Known(NamedTuple):
    """What runs and tags do, remembered from page to page: those of one site hardly differ."""

    runs: dict[bytes, Run]
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
        deepest = min(self._limits.depth, DEEPEST)
        known = _KNOWN[self._own]
        known.make_room()
        runs = known.runs
        end_paragraph = self._end_paragraph
        # What ends the elements that are open, each with the number of elements around it.
        ends: list[tuple[int, Callable[[], None]]] = []
        level = number = 0
        for text, tags in texts_and_runs(root):
            # White space before a paragraph's first text is trimmed in any case.
            if text and (self._flow.pieces or not text.isspace()):
                self._take(text)
            run = runs.get(tags)
            if run is None:
                run = self._read_run(tags, number)
                if len(tags) <= _LONGEST_KNOWN and len(runs) < _MOST_KNOWN:
                    runs[tags] = run
            if level + run.deepest > deepest:
                place = _first_beyond(tags, deepest - level)
                raise self._too_deep(number + place, deepest)
            for begin, place, around in run.steps:
                if begin is None:
                    while ends and ends[-1][0] >= level + around:
                        ends.pop()[1]()
                elif begin is _START_BLOCK:
                    # The commonest by far, as its handler would do it.
                    if self._flow.pieces:
                        end_paragraph()
                    ends.append((level + around, end_paragraph))
                elif (end := begin(self, number + place)) is not None:
                    ends.append((level + around, end))
            level += run.change
            number += run.elements
        self._end_item()
        return self._blocks()

    def _take(self, encoded: bytes) -> None:
        """Take a text of the markup."""
        text = encoded.decode()
        if "&" in text:
            text = plain_text(text)
        flow = self._flow
        if self._parted and BLOCK_END in text:
            self._add_parted(text)
        elif flow.white_space or flow.scripts:
            flow.add(text)
        else:
            flow.pieces.append(text)

    def _read_run(self, tags: bytes, number: int) -> Run:
        """Return what a run of tags does whose first element has that number."""
        steps: list[Step] = []
        place = level = deepest = 0
        for tag in tags_of(tags):
            if tag[0] != "/":
                begin = self._begin_of(tag, number + place)
                if begin is not None:
                    steps.append(Step(begin, place, level))
                place += 1
                level += 1
                deepest = max(deepest, level)
            if tag[0] == "/" or tag[-1] == "/":
                level -= 1
                # What began since the last end, if anything, took no step.
                around = steps.pop().level if steps and steps[-1].begin is None else level
                steps.append(Step(None, 0, min(level, around)))
        return Run(tuple(steps), place, level, deepest)

    def _begin_of(self, tag: str, number: int) -> Begin | None:
        # A page repeats few combinations of a name and attributes many times.
        begins = _KNOWN[self._own].begins
        # Another thread may make room meanwhile.
        try:
            return begins[tag]
        except KeyError:
            begin = self._read_tag(tag, number)
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

    def _read_tag(self, tag: str, number: int) -> Begin | None:
        """Return how an element begins, and each other with the same tag."""
        read = read_tag(tag)
        if read is None:
            element = self._elements[number]
            read = element.tag, [(str(key), str(value)) for key, value in element.items()]
        name, attributes = read[0], dict(read[1])
        # The name may carry the prefix of XHTML's namespace.
        if name.startswith(_PREFIXES):
            name = name.rpartition(":")[2]
        handler = table_part(name, attributes) or _HANDLERS.get(name)
        level = heading_level(name, attributes.get("aria-level"))
        if name in HEADINGS:
            handler = partial(BlockReader._start_heading, level=level)
        said = {key: value for key, value in attributes.items() if key in _HEEDED}
        if not said:
            return handler
        style = read_style(said["style"]) if "style" in said else NO_STYLE
        if handler is None and style.block:
            handler = BLOCKS["div"]
        plan = Plan(
            handler,
            "hidden" in said or style.hidden,
            not self._own and self._says_furniture(name, said),
            style,
            None if name == "table" else said.get("data-govreport"),
            level if said.get("role") == "heading" and name not in HEADINGS else None,
            name in LEFT_OUT,
        )
        if plan.hidden or plan.furniture or plan.level is not None or plan.mark is not None:
            return partial(Walker._start_by_plan, plan=plan)
        return partial(Walker._start_by_plan, plan=plan) if style.says_how_to_begin else handler

    def _says_furniture(self, tag: str, said: dict[str, str]) -> bool:
        if "role" in said and self._furniture.by_role(said["role"]):
            return True
        names = (said[name] for name in ("class", "id") if name in said)
        return any(self._furniture.by_words(tag, name) for name in names)

    def _start_by_plan(self, number: int, *, plan: Plan) -> End:
        """Begin an element whose attributes say more than its tag."""
        ends: list[End] = []
        handler = plan.handler
        if plan.hidden or (plan.furniture and self._is_furniture(number)):
            leave_out = self._start_hidden if plan.hidden else self._leave_out_furniture
            ends.append(leave_out(number))
            handler = None if plan.alone else handler
        if plan.style.white_space is not None:
            ends.append(self._start_white_space(plan.style.white_space))
        if plan.mark is not None:
            ends.append(self._start_marked(plan.mark))
        if plan.level is not None:
            ends.append(self._start_heading(number, level=plan.level))
        if handler is not None:
            ends.append(handler(self, number))
        # Parts of an unseen element may be seen again; only one that holds text alone is sure.
        if plan.style.invisible or (plan.style.unseen and not len(self._elements[number])):
            ends.append(self._start_hidden(number))
        elif plan.style.struck:
            ends.append(self._start_deleted(number))
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


def _first_beyond(tags: bytes, room: int) -> int:
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


def _end_all(ends: list[End]) -> None:
    for end in reversed(ends):
        if end is not None:
            end()
