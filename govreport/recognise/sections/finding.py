"""Finds the section headings: by name first; numbers only break ties."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import dropwhile, groupby, islice, pairwise

from govreport.expressions import expression
from govreport.model import statute
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.model.statute import SectionKind
from govreport.model.statutory import StatutoryTable
from govreport.recognise.labels.folding import enumerator, skeleton, without_glosses
from govreport.recognise.sections.headings import (
    LONGEST_HEADING,
    NAMED_KINDS,
    HeadingLine,
    heading_line,
    inline_headings,
    is_bare,
    numbered,
)
from govreport.recognise.streams.unit import Unit

_TRUST = {
    "part": 0,
    "chinese": 1,
    "": 2,
    "decimal": 3,
    "circled_chinese": 3,
    "bracketed": 4,
    "decimal_bracketed": 5,
    "circled": 6,
}
_ALWAYS = 2
"""The last rank that is always a section's."""
_LEAST_TRUST = 7
_OPEN = ("（", "(")
_REQUESTS = expression(r"依?申请.{0,4}公开|公开.{0,4}申请")
_FREE_FORM = expression(r".{0,8}依申请公开.{0,8}|.{0,10}收费.{0,4}减免.{0,4}|附表")
_FEWEST_LISTED = 3
"""So many headings in a row, without text between, may be a table of contents."""

_ORDER = tuple(statute.SECTION_HEADINGS)
_ONLY_STATUTORY = {"proactive_disclosure", "applications", "reviews", "other_matters"}
_MOST_CANDIDATES = 64
_FEWEST_FREE = 2
"""With so many sections of other names, a report without statutory parts is free form."""


def find_sections(units: Sequence[Unit]) -> dict[int, HeadingLine]:
    """Return the section headings among the units, by position.

    If several lines name a kind, the one whose number has the highest rank counts, so that a
    sub-heading （一）主动公开 does not open a section next to 二、主动公开政府信息情况. If a report
    has numbers of several styles, a line with the statute's own name is a section if its number
    fits between the others. Lines of the same rank and another name are sections of their own
    if their numbers fit.
    """
    lines = _heading_lines(units)
    _name_requests(units, lines)
    named = {index: line for index, line in lines.items() if line.kind}
    declared = _declared_kinds(units)
    found = _of_highest_rank(units, named, declared)
    found = _with_other_styles(units, named, found, declared)
    other = _unnamed(units, lines, found)
    chapters = [units[index].text for index in other]
    if not declared and _are_chapters(chapters) and _is_free_form(units, found):
        found = {index: line._replace(kind=None) for index, line in found.items()}
    return dict(sorted({**found, **other}.items()))


def _declared_kinds(units: Sequence[Unit]) -> set[str | None]:
    """Return the kinds of the sections that marks declare."""
    return {unit.entry.kind for unit in units if unit.entry and unit.entry.role == "section"}


def _heading_lines(units: Sequence[Unit]) -> dict[int, HeadingLine]:
    """Return the lines that may be headings, by position."""
    return {
        index: line
        for index, unit in enumerate(units)
        if unit.text and not unit.entry and (line := heading_line(unit.text))
    }


def _of_highest_rank(
    units: Sequence[Unit], named: Mapping[int, HeadingLine], declared: Collection[str | None]
) -> dict[int, HeadingLine]:
    """Return, of the lines that name each kind, those whose number is of the highest rank."""
    ranks = {index: _rank(units[index], line) for index, line in named.items()}
    highest: dict[str | None, int] = {}
    for index, line in named.items():
        highest[line.kind] = min(ranks[index], highest.get(line.kind, _LEAST_TRUST))
    lowest = max(min(highest.values(), default=_LEAST_TRUST), _ALWAYS)
    return {
        index: line
        for index, line in named.items()
        if ranks[index] == highest[line.kind] <= lowest and line.kind not in declared
    }


def _with_other_styles(
    units: Sequence[Unit],
    named: Mapping[int, HeadingLine],
    found: Mapping[int, HeadingLine],
    declared: Collection[str | None],
) -> dict[int, HeadingLine]:
    """Add the sections numbered in a different style from the rest.

    Both their number and their name come between those of the sections around them, and they
    are not items of a list in brackets.
    """
    found = dict(found)
    kinds = {line.kind for line in found.values()} | {*declared}
    candidates = _numbered_names(units, named, kinds)
    series = _series(candidates)
    for index, line in candidates.items():
        between = _between(index, found, len(units))
        if line.kind in kinds or not _fits(line, between, found):
            continue
        others = [each for each in between if each not in candidates]
        is_certain = line.style == "decimal" or index in series
        if is_certain or not _is_listed(units, index, line, others):
            found[index] = line
            kinds.add(line.kind)
    return dict(sorted(found.items()))


def _numbered_names(
    units: Sequence[Unit], named: Mapping[int, HeadingLine], known: Collection[str | None]
) -> dict[int, HeadingLine]:
    """Return the first lines of a number and the statute's own name of a kind that is not known."""
    found = (
        (index, line)
        for index, line in sorted(named.items())
        if line.by_name and line.number is not None and line.kind not in known
    )
    bare = ((index, line) for index, line in found if is_bare(units[index].text))
    return dict(islice(bare, _MOST_CANDIDATES))


def _between(index: int, found: Mapping[int, HeadingLine], stop: int) -> range:
    """Return the units between the sections found before and behind a line."""
    before = max((each for each in found if each < index), default=-1)
    behind = min((each for each in found if each > index), default=stop)
    return range(before + 1, behind)


def _fits(line: HeadingLine, between: range, found: Mapping[int, HeadingLine]) -> bool:
    """Whether number and name of a line come between those of the sections around it."""
    before, behind = found.get(between.start - 1), found.get(between.stop)
    return (before is None or _precedes(before, line)) and (
        behind is None or _precedes(line, behind)
    )


def _series(candidates: Mapping[int, HeadingLine]) -> set[int]:
    """Return the candidates of one style with the statute's numbers, most followed by text.

    Lists of the sections' names have no text between them, and items none of these names.
    """
    series: set[int] = set()
    for style in {line.style for line in candidates.values()}:
        own = [
            index
            for index, line in candidates.items()
            if line.style == style and line.kind and line.number == _ORDER.index(line.kind) + 1
        ]
        parted = [first + 1 < second for first, second in pairwise(own)]
        if len(own) >= _FEWEST_LISTED and sum(parted) * 2 >= len(parted):
            series.update(own)
    return series


def _precedes(first: HeadingLine, second: HeadingLine) -> bool:
    """Whether a section comes before another by their numbers and by the statute's order."""
    numbers = first.number, second.number
    if numbers[0] is not None and numbers[1] is not None and numbers[0] >= numbers[1]:
        return False
    kinds = first.kind, second.kind
    return None in kinds or _ORDER.index(kinds[0]) < _ORDER.index(kinds[1])


def _is_listed(
    units: Sequence[Unit], index: int, line: HeadingLine, beside: Sequence[int]
) -> bool:
    """Whether the item of the same style before or after a line has an adjacent number.

    Items that begin again are another list.
    """
    is_open = units[index].text.lstrip()[:1] in _OPEN
    number = line.number or 0

    def nearest(others: Iterable[int]) -> int | None:
        numbers = (_number_of(units[other].text, line.style, is_open) for other in others)
        return next((each for each in numbers if each is not None), None)

    before = nearest(other for other in reversed(beside) if other < index)
    behind = nearest(other for other in beside if other > index)
    return before == number - 1 or behind == number + 1


def _number_of(text: str, style: str, is_open: bool) -> int | None:
    """Return the number of a line if it is of a style, with an opening bracket or without."""
    if not text or (text.lstrip()[:1] in _OPEN) != is_open:
        return None
    found, number, _ = numbered(without_glosses(text))
    return number if found == style else None


def _name_requests(units: Sequence[Unit], lines: dict[int, HeadingLine]) -> None:
    """Read 三、依申请公开情况, as the free form has it, as the section of the table below it."""
    if any(line.kind == "applications" for line in lines.values()):
        return
    if "applications" not in map(_table_kind, units):
        return
    for index, line in lines.items():
        text = units[index].text
        third = line.style in ("chinese", "part") and line.number == 3 and is_bare(text)
        if third and _REQUESTS.search(skeleton(text)):
            lines[index] = line._replace(kind="applications")


def _table_kind(unit: Unit) -> str | None:
    """Return the kind of the statutory table that a unit is, None for any other."""
    block = unit.entry.block if unit.entry else None
    return block.kind if isinstance(block, StatutoryTable) else None


def contents_list(units: Sequence[Unit], found: dict[int, HeadingLine]) -> set[int]:
    """Return the units of a table of contents: headings in a row that all recur with text.

    Its own heading, 目录, belongs to it.
    """
    names = {index: line.kind or units[index].text for index, line in found.items()}
    last = {name: index for index, name in names.items()}
    again = {index for index, name in names.items() if last[name] > index}
    listed: set[int] = set()
    for run in _runs_of_contents(units, again):
        if len(again.intersection(run)) >= _FEWEST_LISTED:
            listed.update(run)
            if run[0] and _is_contents(units[run[0] - 1]):
                listed.add(run[0] - 1)
    return listed


def _runs_of_contents(units: Sequence[Unit], again: Collection[int]) -> Iterator[list[int]]:
    """Yield the runs of headings that come again, each with the pages on which sections stand."""
    grouped = groupby(range(len(units)), lambda at: at in again or _is_number(units[at]))
    for is_listed, run in grouped:
        if is_listed:
            yield list(dropwhile(lambda at: at not in again, run))


def _is_contents(unit: Unit) -> bool:
    return not unit.entry and skeleton(unit.text) == "目录"


def _is_number(unit: Unit) -> bool:
    return not unit.entry and unit.text.isdecimal()


def _is_free_form(units: Sequence[Unit], found: Mapping[int, HeadingLine]) -> bool:
    """Whether a report is in the free form of 2008 to 2018.

    It has no statutory table, and of the statute's names only those of the overview and the
    problems, which reports have always had.
    """
    named = {line.kind for line in found.values() if line.by_name}
    if not _ONLY_STATUTORY.isdisjoint(named) or any(map(_table_kind, units)):
        return False
    kinds = {line.kind for line in found.values()}
    if kinds <= {"overview", "problems"}:
        return True
    return "applications" not in kinds and any(_is_of_free_form(unit.text) for unit in units)


def _are_chapters(headings: Sequence[str]) -> bool:
    """Whether headings of other names are several, or one that only the free form has."""
    return len(headings) >= _FEWEST_FREE or any(map(_is_of_free_form, headings))


def _is_of_free_form(text: str) -> bool:
    """Whether a line heads a chapter that only the free form has: fees, requests."""
    if len(text) > LONGEST_HEADING:
        return False
    style, _, rest = enumerator(text)
    return bool(style) and bool(_FREE_FORM.fullmatch(skeleton(rest)))


def _rank(unit: Unit, line: HeadingLine) -> int:
    return 0 if unit.level == 1 else _TRUST.get(line.style, _LEAST_TRUST)


def _unnamed(
    units: Sequence[Unit], lines: dict[int, HeadingLine], found: dict[int, HeadingLine]
) -> dict[int, HeadingLine]:
    """Return headings of sections that are not statutory."""
    styled = _are_set_as_headings(units, found)
    # A heading above the first statutory one belongs to the page, or is the title.
    first = min(found, default=-1)
    other = {}
    last = 0
    for index, line in sorted(lines.items()):
        if index in found:
            last = last + 1 if line.number is None else line.number
        elif _is_named_or_text(units[index], line):
            continue
        elif not line.style and units[index].level == 1:
            if styled and index > first:
                other[index] = line
        elif number := _next_number_of(line, last, _number_behind(index, found)):
            other[index] = line
            last = number
    return other


def _is_named_or_text(unit: Unit, line: HeadingLine) -> bool:
    """Whether a line names a section of the statute, or ends as no heading does."""
    return line.kind is not None or not is_bare(unit.text)


def _are_set_as_headings(units: Sequence[Unit], found: Collection[int]) -> bool:
    return not found or any(units[index].level == 1 for index in found)


def _next_number_of(line: HeadingLine, last: int, following: int | None) -> int | None:
    """Return a line's number if it is a section's, behind the last one and before the following."""
    if line.style not in ("chinese", "part") or line.number is None:
        return None
    fits = last < line.number < following if following else line.number == last + 1
    return line.number if fits else None


def _number_behind(index: int, found: dict[int, HeadingLine]) -> int | None:
    return next((found[each].number for each in sorted(found) if each > index), None)


def split_inline(units: Sequence[Unit]) -> tuple[list[Unit], list[Diagnostic]]:
    """Separate section headings from the text they were run together with.

    Only kinds without a line of their own are looked for within text.
    """
    standing = {kind for unit in units if (kind := _kind_standing(unit))}
    if standing >= NAMED_KINDS:
        return list(units), []
    split: list[Unit] = []
    diagnostics: list[Diagnostic] = []
    for unit in units:
        places = _places_within(unit.text, standing)
        if not places:
            split.append(unit)
            continue
        split.extend(_parts(unit, places))
        quoted = " … ".join(unit.text[start:end] for start, end in places)
        diagnostics.append(diagnostic("split-text", unit.place, quoted))
    return split, diagnostics


def _kind_standing(unit: Unit) -> SectionKind | None:
    """Return the section that a line of its own heads, numbered as sections are or not at all."""
    line = heading_line(unit.text) if unit.text else None
    return line.kind if line and line.style in ("chinese", "part", "") else None


def _places_within(text: str, standing: Collection[str]) -> list[tuple[int, int]]:
    """Return where a text holds headings of kinds that do not stand on lines of their own."""
    line = heading_line(text) if text else None
    if line and line.kind:
        return []
    return [(start, end) for start, end, kind in inline_headings(text) if kind not in standing]


def _parts(unit: Unit, places: list[tuple[int, int]]) -> Iterator[Unit]:
    position = 0
    for start, end in places:
        if before := unit.text[position:start].strip():
            yield Unit(unit.sources, before)
        yield Unit(unit.sources, unit.text[start:end].strip())
        position = end
    if rest := unit.text[position:].strip():
        yield Unit(unit.sources, rest)
