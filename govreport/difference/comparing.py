"""Comparing two reports, part by part."""

from collections import deque
from collections.abc import Iterator, Sequence
from decimal import Context, Decimal

from govreport.difference.changes import (
    Difference,
    FactChange,
    FieldChange,
    SectionChange,
    TextChange,
    TextKind,
)
from govreport.difference.editing import edits
from govreport.difference.pairing import TextUnit, displaced, paired
from govreport.model.document import (
    Block,
    CellKey,
    Heading,
    Paragraph,
    ReportDocument,
    Section,
    require_report,
)
from govreport.model.facts import Fact
from govreport.model.grid import Table
from govreport.model.statutory import StatutoryTable

_RATIOS = Context(prec=28)


def diff(old: ReportDocument, new: ReportDocument) -> Difference:
    """Return what changed from one report to another.

    The two may be of different years or versions of one: fields of the whole, numbers with their
    absolute and relative change, sections, and every text as copied, edited, moved, added or
    removed, with the edits shown.
    """
    require_report(old, "diff")
    require_report(new, "diff")
    return Difference(
        tuple(_fields(old, new)),
        tuple(_facts(old, new)),
        tuple(_sections(old.sections, new.sections)),
        tuple(_texts(_units(old), _units(new))),
    )


def _fields(old: ReportDocument, new: ReportDocument) -> Iterator[FieldChange]:
    for name in ("title", "agency", "year", "edition"):
        one, other = (str(getattr(document, name) or "") for document in (old, new))
        if one != other:
            yield FieldChange(name, one, other)
    for name in ("publication_date", "publisher"):
        one, other = (str(getattr(each.source, name) or "") for each in (old, new))
        if one != other:
            yield FieldChange(name, one, other)


def _facts(old: ReportDocument, new: ReportDocument) -> Iterator[FactChange]:
    before = {(fact.table, fact.row, fact.column): fact for fact in old.facts()}
    after = {(fact.table, fact.row, fact.column): fact for fact in new.facts()}
    for cell in {**after, **before}:
        change = _fact(cell, before.get(cell), after.get(cell))
        if change is not None:
            yield change


def _fact(cell: CellKey, old: Fact | None, new: Fact | None) -> FactChange | None:
    """Return how a cell changed; None if it did not, or is empty in both."""
    if old is not None and new is not None:
        if _states(old) == _states(new):
            return None
        more = _difference(old, new)
        return FactChange(cell, old.text, new.text, old.value, new.value, new.unit, *more)
    if new is not None and new.text:
        return FactChange(cell, None, new.text, None, new.value, new.unit)
    if old is not None and old.text:
        return FactChange(cell, old.text, None, old.value, None, old.unit)
    return None


def _difference(old: Fact, new: Fact) -> tuple[int | Decimal | None, Decimal | None]:
    """Return by how much a number is larger and in which proportion, None where that says nothing."""
    if old.value is None or new.value is None or old.unit != new.unit:
        return None, None
    absolute = _exact(new.value, old.value)
    relative = _RATIOS.divide(Decimal(absolute), Decimal(old.value)) if old.value else None
    return absolute, relative


def _states(fact: Fact) -> tuple[object, ...]:
    """Return the content of a cell: a number with its unit, nothing, or a text in doubt."""
    if fact.value is not None:
        return fact.value, fact.unit
    return (fact.text,) if fact.status == "text" else ()


def _exact(one: int | Decimal, other: int | Decimal) -> int | Decimal:
    """Return one number less the other, with every digit."""
    if isinstance(one, int) and isinstance(other, int):
        return one - other
    digits = sum(len(str(each)) for each in (one, other)) + 2
    return Context(prec=digits).subtract(Decimal(one), Decimal(other))


def _sections(old: Sequence[Section], new: Sequence[Section]) -> Iterator[SectionChange]:
    before, after = _by_kind(old), _by_kind(new)
    for key in before:
        if key not in after:
            yield SectionChange("removed", key[0], old=before[key].heading)
    both = [key for key in after if key in before]
    order = list(before)
    out_of_order = displaced([order.index(key) for key in both])
    for key in after:
        heading = after[key].heading
        if key not in before:
            yield SectionChange("added", key[0], new=heading)
            continue
        if before[key].heading != heading:
            yield SectionChange("renamed", key[0], before[key].heading, heading)
        if both.index(key) in out_of_order:
            yield SectionChange("moved", key[0], before[key].heading, heading)


def _by_kind(sections: Sequence[Section]) -> dict[tuple[str, str], Section]:
    """Return sections by their kind and, if one occurs several times, by its number."""
    found: dict[tuple[str, str], Section] = {}
    counts: dict[str, int] = {}
    for section in sections:
        name = section.heading if section.kind == "other" else ""
        counts[section.kind + name] = counts.get(section.kind + name, 0) + 1
        found[section.kind, f"{name}{counts[section.kind + name]}"] = section
    return found


def _units(document: ReportDocument) -> list[TextUnit]:
    units = list(_of_blocks(document.preamble, "preamble", "preamble"))
    for position, section in enumerate(document.sections):
        units.extend(_of_blocks(section.blocks, position, section.kind))
    units.extend(_of_blocks(document.closing, "closing", "closing"))
    return units


def _of_blocks(blocks: Sequence[Block], part: str | int, section: str) -> Iterator[TextUnit]:
    for position, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            yield TextUnit("paragraph", block.text, (part, position), section)
        elif isinstance(block, Heading):
            yield TextUnit("heading", block.text, (part, position), section)
        elif not isinstance(block, StatutoryTable):
            yield TextUnit("table", table_text(block), (part, position), section)


def table_text(table: Table) -> str:
    """Return a plain table as text, a row on each line, tables within cells after their text."""
    lines = []
    for row in table.rows:
        cells = (" ".join((cell.text, *map(table_text, cell.tables))).strip() for cell in row)
        lines.append(" | ".join(cells))
    return "\n".join(lines)


def _texts(old: Sequence[TextUnit], new: Sequence[TextUnit]) -> Iterator[TextChange]:
    """Yield every text in the order of the new report, removed ones before what followed them."""
    found = paired(old, new)
    moved = _moved(found, old, new)
    origin = {other: one for one, other in found.items()}
    gone = deque(at for at in range(len(old)) if at not in found)
    for at, unit in enumerate(new):
        one = origin.get(at)
        if one is None:
            yield _added(unit)
            continue
        while gone and gone[0] < one and one not in moved:
            yield _removed(old[gone.popleft()])
        yield _changed(old[one], unit, one in moved)
    for at in gone:
        yield _removed(old[at])


def _moved(found: dict[int, int], old: Sequence[TextUnit], new: Sequence[TextUnit]) -> set[int]:
    """Return the texts of the old report that stand in another order or section in the new one."""
    kept = sorted(found)
    out_of_order = {kept[at] for at in displaced([found[one] for one in kept])}
    return out_of_order | {one for one in kept if old[one].section != new[found[one]].section}


def _removed(unit: TextUnit) -> TextChange:
    return TextChange("removed", unit.role, old=unit.text, old_place=unit.place)


def _added(unit: TextUnit) -> TextChange:
    return TextChange("added", unit.role, new=unit.text, new_place=unit.place)


def _changed(old: TextUnit, new: TextUnit, moved: bool) -> TextChange:
    kind: TextKind = "edited" if old.text != new.text else "moved" if moved else "copied"
    return TextChange(
        kind,
        new.role,
        old.text,
        new.text,
        old.place,
        new.place,
        edits(old.text, new.text) if kind == "edited" else (),
        moved,
    )
