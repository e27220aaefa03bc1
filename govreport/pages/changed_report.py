"""The whole new report with its changes: numbers in their cells, texts with their edits.

Unchanged contents are drawn in place; copied paragraphs are folded into a line with their number
and beginning.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from govreport.difference import Difference, Edit, FactChange, SectionChange, TextChange
from govreport.difference.editing import edits
from govreport.model.document import Block, CellKey, Heading, ReportDocument
from govreport.model.grid import Table
from govreport.model.statutory import StatutoryTable
from govreport.pages.form import plain_table
from govreport.pages.page import element, escaped, tag, text
from govreport.pages.report import Part, ReportDrawing
from govreport.wording import Language, phrase

_ELEMENTS = {"insert": "ins", "delete": "del"}
_BEGINNING = 24
"""Characters of the first copied paragraph that are shown while it is folded."""


def changed_report(
    old: ReportDocument, new: ReportDocument, difference: Difference, language: Language
) -> Iterator[str]:
    """Yield the new report as markup with all that `diff` found from the old one."""
    drawing = _Changed(difference.facts)
    texts = _by_part(old, new, difference.texts)
    sections = {each.new: each for each in difference.sections}
    yield from _title(old.title or "", new.title or "")
    yield from _part(texts["preamble"], new.preamble, drawing, language)
    for position, section in enumerate(new.sections):
        yield element("h3", _heading(section.heading, sections.get(section.heading), language))
        yield from _part(texts[position], section.blocks, drawing, language)
    removed = {each.old for each in difference.sections if each.kind == "removed"}
    for position, section in enumerate(old.sections):
        if texts[("old", position)] or section.heading in removed:
            gone = element("del", text(section.heading))
            yield element("h3", tag("removed", language) + gone)
            yield from _part(texts[("old", position)], (), drawing, language)
    yield from _part(texts["closing"], new.closing, drawing, language)


def _title(old: str, new: str) -> Iterator[str]:
    if new or old:
        yield element("h3", _edited(edits(old, new)), class_="title")


_Place = Part | tuple[str, int]
"""A part of the new report, or ("old", position) for a section that it no longer has."""


def _by_part(
    old: ReportDocument, new: ReportDocument, texts: Sequence[TextChange]
) -> Mapping[_Place, list[TextChange]]:
    """Return the texts by the part of the new report in which they are, or were."""
    found: dict[_Place, list[TextChange]] = defaultdict(list)
    for each in texts:
        if each.new_place is not None:
            found[each.new_place[0]].append(each)
        elif each.old_place is not None:
            found[_stood(old, new, each.old_place[0])].append(each)
    return found


def _stood(old: ReportDocument, new: ReportDocument, part: Part) -> _Place:
    if isinstance(part, str):
        return part
    section = old.sections[part]
    alike = [position for position, each in enumerate(new.sections) if each.kind == section.kind]
    same = [at for at in alike if new.sections[at].heading == section.heading]
    if section.kind == "other":
        alike = same
    return (same or alike)[0] if alike else ("old", part)


class _Changed(ReportDrawing):
    """Draws statutory tables with the numbers that changed in their cells."""

    def __init__(self, facts: Sequence[FactChange]) -> None:
        super().__init__()
        self._facts = {each.cell: each for each in facts}

    def cell(self, cell: CellKey, printed: str, span: int) -> str:
        """Return a cell with its old text, struck through, and its new text."""
        change = self._facts.get(cell)
        if change is None:
            return super().cell(cell, printed, span)
        return element(
            "td",
            _replaced(change.old or "", printed),
            class_="changed",
            colspan=str(span) if span > 1 else "",
        )


def _replaced(old: str, new: str) -> str:
    parts = (("del", old), ("ins", new))
    return " ".join(element(name, text(each)) for name, each in parts if each)


def _heading(heading: str, change: SectionChange | None, language: Language) -> str:
    if change is None:
        return text(heading)
    shown = (
        _replaced(change.old, heading) if change.old and change.old != heading else text(heading)
    )
    return tag(change.kind, language) + shown


def _part(
    texts: Sequence[TextChange],
    blocks: Sequence[Block],
    drawing: ReportDrawing,
    language: Language,
) -> Iterator[str]:
    """Yield the texts of a part, its statutory tables between them where they stand."""
    tables = [(at, block) for at, block in enumerate(blocks) if isinstance(block, StatutoryTable)]
    copied: list[TextChange] = []
    for change in texts:
        place = change.new_place[1] if change.new_place is not None else -1
        folds = change.kind == "copied" and change.role == "paragraph"
        above = _taken_above(tables, place)
        if above or not folds:
            yield from _folded(copied, language)
            copied = []
        yield from map(drawing.table, above)
        if folds:
            copied.append(change)
        else:
            yield _text(change, blocks[place] if 0 <= place < len(blocks) else None, language)
    yield from _folded(copied, language)
    yield from map(drawing.table, _taken_above(tables, len(blocks)))


def _taken_above(tables: list[tuple[int, StatutoryTable]], place: int) -> list[StatutoryTable]:
    """Take from a list the tables that stand above a place, and return them."""
    count = bisect_left(tables, place, key=itemgetter(0))
    above = [table for _, table in tables[:count]]
    del tables[:count]
    return above


def _folded(copied: Sequence[TextChange], language: Language) -> Iterator[str]:
    """Yield copied paragraphs below a line that unfolds them."""
    if not copied:
        return
    first = copied[0].new
    begins = first if len(first) <= _BEGINNING else f"{first[:_BEGINNING]}…"
    summary = phrase("copied_paragraphs", language, count=len(copied), begins=begins)
    yield element(
        "details",
        element("summary", escaped(" ".join(summary.split())))
        + "".join(element("div", text(each.new), class_="text copied") for each in copied),
    )


def _text(change: TextChange, block: Block | None, language: Language) -> str:
    if change.kind == "copied":
        if isinstance(block, Heading):
            return element("h4", text(change.new))
        return plain_table(block) if isinstance(block, Table) else element("p", text(change.new))
    key = "edited_moved" if change.kind == "edited" and change.moved else change.kind
    if change.edits:
        shown = _edited(change.edits)
    elif change.kind == "removed":
        shown = element("del", text(change.old))
    else:
        shown = text(change.new)
    return element(
        "div", tag(change.kind, language, key) + shown, class_=f"text {change.kind} {change.role}"
    )


def _edited(parts: Sequence[Edit]) -> str:
    return element("bdi", "".join(map(_edit, parts)))


def _edit(edit: Edit) -> str:
    shown = escaped(edit.text)
    return shown if edit.kind == "equal" else element(_ELEMENTS[edit.kind], shown)
