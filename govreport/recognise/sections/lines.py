"""Splits units of several lines, and removes the page's additions next to headings."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from govreport.expressions import expression
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.model.grid import Table
from govreport.recognise.labels.folding import enumerator
from govreport.recognise.page.closing import is_date, signs
from govreport.recognise.sections.headings import heading_line, is_bare
from govreport.recognise.streams.unit import Unit

_SENTENCE_ENDS = tuple("。！？；：!?;:")
_LONGEST_HEADING = 40
_MOST_CELLS = 6
_DRESS = expression(r"(?<!\s)\s*[\[【〖〔]\s*[^\[\]【】〖〗〔〕]{1,6}\s*[\]】〗〕]$")
_DRESS_ENDS = tuple("]】〗〕\n")
_INDENTED = expression(r"[^\n]+(?:\n+(?:[ \t\u00a0]*\u3000\u3000|[ \t\u00a0]{4})[^\n]+)+")
"""Lines that are all indented like paragraphs after the first."""
_END_AND_BLANK = expression(r"[。！？][”’）]?[ \t\u00a0\u3000]+(?=[\u4e00-\u9fff（(“《\d])")
_LONG = 120
_LONGEST_NUMBER = 4
_FEWEST_ENDS = 2
_FEWEST = 3
"""Words after so many headings, the same each time, belong to the page."""
_LONGEST_BESIDE = 8
_MOST_BESIDE = 4


def parted_lines(units: Sequence[Unit]) -> Iterator[Unit]:
    """Yield units, with those of several paragraphs split and signatures in a table dissolved."""
    for unit in units:
        if unit.entry is not None:
            texts = _signature_lines(unit)
        elif "\n" in unit.text:
            texts = _paragraphs(unit.text)
        elif len(unit.text) > _LONG:
            texts = _parted_by_blanks(unit.text)
        else:
            texts = []
        if len(texts) < 2:
            yield unit
        else:
            yield from (Unit(unit.sources, text) for text in texts)


def _paragraphs(text: str) -> list[str]:
    """Return the lines of a text if each is a paragraph, a sub-heading or a signature."""
    lines = _lines(text)
    if len(lines) > 1 and _INDENTED.fullmatch(text):
        return lines
    signed = _start_of_signature(lines)
    before = lines[: signed - 1]
    whole = all(line.endswith(_SENTENCE_ENDS) or _is_heading(line) for line in before)
    return lines if whole or signed == 0 else []


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _start_of_signature(lines: Sequence[str]) -> int:
    """Return where offices and a date at the end of several lines begin; their end without any."""
    start = len(lines)
    if not lines or not is_date(lines[-1]):
        return start
    while start and (is_date(lines[start - 1]) or signs(lines[start - 1], _nobody)):
        start -= 1
    return start


def _parted_by_blanks(text: str) -> list[str]:
    """Return the paragraphs of a text whose line breaks an extractor turned into blanks.

    A Chinese full stop is not followed by a blank; if there are several such blanks, each was
    the end of a line, and so was one after a sub-heading.
    """
    ends = [match.end() for match in _END_AND_BLANK.finditer(text)]
    if len(ends) < _FEWEST_ENDS:
        return []
    parts = [text[start:end].strip() for start, end in pairwise([0, *ends, len(text)])]
    lines = []
    for part in parts:
        heading, _, rest = part.partition(" ")
        sub_heading = rest and _is_heading(heading) and len(heading) > _LONGEST_NUMBER
        lines += [heading, rest.strip()] if sub_heading else [part]
    return [line for line in lines if line]


def parted_pieces(units: Sequence[Unit]) -> Iterator[Unit]:
    """Yield units, with pieces of one text split further where a line ended.

    That is after a sub-heading, and between the office and the date that end the report.
    """
    pieces = Counter(unit.sources for unit in units if unit.entry is None)
    for unit in units:
        if pieces[unit.sources] < _FEWEST_ENDS or unit.entry is not None:
            yield unit
        else:
            yield from (Unit(unit.sources, text) for text in _lines_of_piece(unit.text))


def _lines_of_piece(text: str) -> list[str]:
    lines: list[str] = []
    heading, _, rest = text.partition(" ")
    while rest and len(heading) > _LONGEST_NUMBER and _is_heading(heading):
        if len(lines) == _MOST_BESIDE:
            break  # so many headings in a row have no text of their own
        lines.append(heading)
        text = rest.strip()
        heading, _, rest = text.partition(" ")
    office, _, date = text.rpartition(" ")
    if office and is_date(date) and signs(office, _nobody):
        return [*lines, office.strip(), date]
    return [*lines, text]


def _nobody(_name: str) -> bool:
    return False


def _is_heading(line: str) -> bool:
    return len(line) <= _LONGEST_HEADING and is_bare(line) and bool(enumerator(line)[0])


def _signature_lines(unit: Unit) -> list[str]:
    """Return the texts of a table that only lays out a signature and its date."""
    table = unit.entry.block if unit.entry else None
    if not isinstance(table, Table) or table.has_nested:
        return []
    lines = [line for row in table.rows for cell in row for line in _lines(cell.text)]
    if not 1 < len(lines) <= _MOST_CELLS or not is_date(lines[-1]):
        return []
    return lines if _start_of_signature(lines) == 0 else []


def undressed_headings(units: Iterator[Unit]) -> tuple[list[Unit], list[Diagnostic]]:
    """Return units without what the page put after each heading: [编辑], or lines of buttons."""
    found = list(units)
    noted: list[Diagnostic] = []
    found = _without_dress(found, noted)
    return _without_lines_beside(found, noted), noted


def _is_section(unit: Unit, *, by_name: bool = False) -> bool:
    """Whether a line heads a section, and if so asked, by the name that the statute gives it."""
    line = heading_line(unit.text) if unit.text else None
    return bool(line and line.kind and (line.by_name or not by_name))


def _without_dress(units: list[Unit], noted: list[Diagnostic]) -> list[Unit]:
    dress: dict[int, str] = {}
    for index, unit in enumerate(units):
        match = _DRESS.search(unit.text) if unit.text.endswith(_DRESS_ENDS) else None
        if match and (line := heading_line(unit.text[: match.start()])) and line.kind:
            dress[index] = match[0]
    common = {each for each, count in Counter(dress.values()).items() if count >= _FEWEST}
    for index, each in dress.items():
        if each in common:
            unit = units[index]
            noted.append(diagnostic("page-furniture", unit.place, each.strip()))
            units[index] = unit._replace(text=unit.text.removesuffix(each))
    return units


def _without_lines_beside(units: list[Unit], noted: list[Diagnostic]) -> list[Unit]:
    """Leave out short lines that follow most headings, before the text of each."""
    behind = list(_lines_beside(units))
    counts = Counter(units[index].text for index in behind)
    gone = {index for index in behind if counts[units[index].text] >= _FEWEST}
    noted.extend(
        diagnostic("page-furniture", units[at].place, units[at].text) for at in sorted(gone)
    )
    return [unit for index, unit in enumerate(units) if index not in gone]


def _lines_beside(units: list[Unit]) -> Iterator[int]:
    """Yield where such lines stand behind headings; what one has alone behind it is its text."""
    for index, unit in enumerate(units):
        if _is_section(unit, by_name=True):
            following = range(index + 1, min(index + 1 + _MOST_BESIDE, len(units)))
            beside = takewhile(lambda at: _is_beside(units[at]), following)
            yield from (at for at in beside if not _ends_section(units, at))


def _is_beside(unit: Unit) -> bool:
    text = unit.text
    return (
        bool(text) and len(text) <= _LONGEST_BESIDE and is_bare(text) and not enumerator(text)[0]
    )


def _ends_section(units: list[Unit], index: int) -> bool:
    """Whether only such lines are between a line and the next heading, or the end."""
    for unit in units[index + 1 : index + 1 + _MOST_BESIDE]:
        if _is_section(unit):
            return True
        if not _is_beside(unit):
            return False
    return index + 1 + _MOST_BESIDE > len(units)
