"""Finds the section headings: by name first; numbers only break ties."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice, pairwise

from govreport.expressions import expression
from govreport.model import statute
from govreport.model.diagnostics import Diagnostic, diagnostic
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
    lines = {
        index: line
        for index, unit in enumerate(units)
        if unit.text and not unit.entry and (line := heading_line(unit.text))
    }
    _name_requests(units, lines)
    named = {index: line for index, line in lines.items() if line.kind}
    declared = {unit.entry.kind for unit in units if unit.entry and unit.entry.role == "section"}
    ranks: dict[str, int] = {}
    for index, line in named.items():
        assert line.kind is not None  # noqa: S101 - by the condition above, for the type checker
        rank = _rank(units[index], line)
        ranks[line.kind] = min(rank, ranks.get(line.kind, _LEAST_TRUST))
    dominant = min(ranks.values(), default=_LEAST_TRUST)
    found = {}
    for index, line in named.items():
        rank = _rank(units[index], line)
        highest = line.kind is not None and rank == ranks[line.kind] and line.kind not in declared
        if highest and rank <= max(dominant, _ALWAYS):
            found[index] = line
    found = _with_other_styles(units, named, found, declared)
    other = _unnamed(units, lines, found)
    free = len(other) >= _FEWEST_FREE or any(_is_of_free_form(units[at].text) for at in other)
    if free and not declared and _is_free_form(units, found):
        found = {index: line._replace(kind=None) for index, line in found.items()}
    return dict(sorted({**found, **other}.items()))


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
    candidates = {
        index: line
        for index, line in sorted(named.items())
        if line.by_name
        and line.kind not in kinds
        and line.number is not None
        and is_bare(units[index].text)
    }
    candidates = dict(islice(candidates.items(), _MOST_CANDIDATES))
    series = _series(candidates)
    for index, line in candidates.items():
        if line.kind in {each.kind for each in found.values()}:
            continue
        before = max((each for each in found if each < index), default=None)
        behind = min((each for each in found if each > index), default=None)
        if (before is None or _precedes(found[before], line)) and (
            behind is None or _precedes(line, found[behind])
        ):
            beside = range(0 if before is None else before + 1, behind or len(units))
            others = [each for each in beside if each not in candidates]
            if (
                line.style == "decimal"
                or index in series
                or not _is_listed(units, index, line, others)
            ):
                found[index] = line
    return dict(sorted(found.items()))


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
    before = [other for other in reversed(beside) if other < index]
    behind = [other for other in beside if other > index]
    for others, step in ((before, -1), (behind, 1)):
        numbers = (_number_of(units[other].text, line.style, is_open) for other in others)
        nearest = next((number for number in numbers if number is not None), None)
        if nearest is not None and nearest == (line.number or 0) + step:
            return True
    return False


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
    tables = [unit.entry.block for unit in units if unit.entry]
    if not any(isinstance(t, StatutoryTable) and t.kind == "applications" for t in tables):
        return
    for index, line in lines.items():
        text = units[index].text
        third = line.style in ("chinese", "part") and line.number == 3 and is_bare(text)
        if third and _REQUESTS.search(skeleton(text)):
            lines[index] = line._replace(kind="applications")


def contents_list(units: Sequence[Unit], found: dict[int, HeadingLine]) -> set[int]:
    """Return the units of a table of contents: headings in a row that all recur with text.

    Its own heading, 目录, belongs to it.
    """
    last = {line.kind or units[index].text: index for index, line in found.items()}
    listed: set[int] = set()
    run: list[int] = []
    for index in range(len(units) + 1):
        line = found.get(index)
        if line is not None and last[line.kind or units[index].text] > index:
            run.append(index)
        elif index == len(units) or not (run and _is_number(units[index])):
            if sum(each in found for each in run) >= _FEWEST_LISTED:
                listed.update(run)
            run = []
        else:
            run.append(index)  # the page of the section
    return listed | {
        index - 1
        for index in listed
        if index and skeleton(units[index - 1].text) == "目录" and not units[index - 1].entry
    }


def _is_number(unit: Unit) -> bool:
    return not unit.entry and unit.text.isdecimal()


def _is_free_form(units: Sequence[Unit], found: dict[int, HeadingLine]) -> bool:
    """Whether a report is in the free form of 2008 to 2018.

    It has no statutory table, and of the statute's names only those of the overview and the
    problems, which reports have always had.
    """
    if any(unit.entry and isinstance(unit.entry.block, StatutoryTable) for unit in units):
        return False
    kinds = {line.kind for line in found.values()}
    if any(line.by_name and line.kind in _ONLY_STATUTORY for line in found.values()):
        return False
    return kinds <= {"overview", "problems"} or (
        "applications" not in kinds and any(_is_of_free_form(unit.text) for unit in units)
    )


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
    styled = any(units[index].level == 1 for index in found)
    other = {}
    last = 0
    for index, line in sorted(lines.items()):
        if index in found:
            last = line.number if line.number is not None else last + 1
            continue
        if line.kind or not is_bare(units[index].text):
            continue
        if units[index].level == 1 and (styled or not found) and not line.style:
            # A heading above the first statutory one belongs to the page, or is the title.
            if not found or index > min(found):
                other[index] = line
        elif line.style in ("chinese", "part") and line.number is not None:
            following = _next_number(index, found)
            fits = line.number < following if following else line.number == last + 1
            if last < line.number and fits:
                other[index] = line
                last = line.number
    return other


def _next_number(index: int, found: dict[int, HeadingLine]) -> int | None:
    return next((found[each].number for each in sorted(found) if each > index), None)


def split_inline(units: Sequence[Unit]) -> tuple[list[Unit], list[Diagnostic]]:
    """Separate section headings from the text they were run together with.

    Only kinds without a line of their own are looked for within text.
    """
    standing = {
        line.kind
        for unit in units
        if unit.text
        and (line := heading_line(unit.text))
        and line.kind
        and line.style in ("chinese", "part", "")
    }
    split: list[Unit] = []
    diagnostics: list[Diagnostic] = []
    if standing >= NAMED_KINDS:
        return list(units), diagnostics
    for unit in units:
        places = []
        line = heading_line(unit.text) if unit.text else None
        if unit.text and not (line and line.kind):
            places = [
                (start, end)
                for start, end, kind in inline_headings(unit.text)
                if kind not in standing
            ]
        if not places:
            split.append(unit)
            continue
        split.extend(_parts(unit, places))
        quoted = " … ".join(unit.text[start:end] for start, end in places)
        diagnostics.append(diagnostic("split-text", unit.place, quoted))
    return split, diagnostics


def _parts(unit: Unit, places: list[tuple[int, int]]) -> Iterator[Unit]:
    position = 0
    for start, end in places:
        if before := unit.text[position:start].strip():
            yield Unit(unit.sources, before)
        yield Unit(unit.sources, unit.text[start:end].strip())
        position = end
    if rest := unit.text[position:].strip():
        yield Unit(unit.sources, rest)
