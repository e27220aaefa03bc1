"""Rules across years: the agency, the year, and what was carried over into this year."""

from collections.abc import Iterator

from govreport.checks import sources
from govreport.checks.arithmetic import contradiction
from govreport.checks.examination import Examination, Texts
from govreport.checks.finding import Finding, Operand, Place
from govreport.checks.registry import rule
from govreport.checks.sentences import plain
from govreport.model.document import Paragraph
from govreport.model.statute import APPLICANT_COLUMNS, TableKind, layout

_STOCK_TABLE: TableKind = "proactive_disclosure"
_SHORTEST_COPY = 40
"""A shorter repeated paragraph does not show a lack of care."""


@rule("series.year", "warning", "the previous report is that of the year before")
def _year(examination: Examination) -> Iterator[Finding]:
    previous = examination.previous
    if previous is None or _is_next(examination):
        return
    if previous.year is not None and examination.document.year is not None:
        yield examination.finding(previous=previous.year, year=examination.document.year)


def _is_next(examination: Examination) -> bool:
    previous, year = examination.previous, examination.document.year
    if previous is None:
        return False
    return previous.year is None or year is None or previous.year + 1 == year


@rule("series.agency", "warning", "the previous report is of the same agency")
def _agency(examination: Examination) -> Iterator[Finding]:
    previous, agency = examination.previous, examination.document.agency
    if previous is None or not previous.agency or not agency:
        return
    if not are_one_office(previous.agency, agency):
        yield examination.finding(previous=previous.agency, agency=agency)


def are_one_office(agency: str, other: str) -> bool:
    """Whether two names may be one office's, of which a report may leave out the beginning."""
    one, another = _core(agency), _core(other)
    return one.endswith(another) or another.endswith(one)


def _core(agency: str) -> str:
    """Return an agency's name without the words that one report has and another leaves out."""
    return plain(agency).removesuffix("办公室").removesuffix("办公厅").removesuffix("人民政府")


@rule(
    "series.carried",
    "error",
    "last year's carried forward is this year's carried over, in each column of table 3",
    f"{sources.APPLICATIONS_FORM}，第二项和第四项",
)
def _carried(examination: Examination) -> Iterator[Finding]:
    earlier = examination.previous_texts
    if earlier is None or not _is_next(examination):
        return
    for column in APPLICANT_COLUMNS:
        before = ("applications", "carried_forward", column.key)
        now = ("applications", "carried_over", column.key)
        if before not in earlier.readings or now not in examination.texts.readings:
            return
        reading = earlier.readings[before]
        if reading.doubtful or reading.value is None or examination.is_open(now):
            continue
        last = Operand(
            before, earlier.printed[before], reading.value, "left", earlier.document.year
        )
        operands = (last, examination.operand(now, "right"))
        if operands[1].value is not None:
            yield from contradiction(examination, operands)


@rule(
    "series.in_force",
    "warning",
    "the documents in force are last year's and those issued, less those repealed",
    sources.STOCK_FORM,
    editions=(2021,),
)
def _in_force(examination: Examination) -> Iterator[Finding]:
    earlier = examination.previous_texts
    if earlier is None or not _is_next(examination):
        return
    for row in layout(_STOCK_TABLE, 2021).rows:
        cell = (_STOCK_TABLE, row.key, "in_force")
        if cell in earlier.readings and cell in examination.texts.readings:
            yield from _stock(examination, earlier, row.key)


def _stock(examination: Examination, earlier: Texts, row: str) -> Iterator[Finding]:
    """Yield the finding that last year's stock with this year's changes is not this year's."""
    cell = (_STOCK_TABLE, row, "in_force")
    reading = earlier.readings[cell]
    operands = (
        Operand(cell, earlier.printed[cell], reading.value, "left", earlier.document.year),
        examination.operand((_STOCK_TABLE, row, "issued"), "left"),
        examination.operand(cell, "right"),
        examination.operand((_STOCK_TABLE, row, "repealed"), "right"),
    )
    stated = reading.value is not None and operands[2].value is not None
    doubtful = cell in earlier.open_cells or any(
        examination.is_open(each.cell) for each in operands
    )
    if stated and not doubtful:
        yield from contradiction(examination, operands)


@rule(
    "series.copied",
    "warning",
    "no long paragraph is copied from the previous report",
    sources.RESPONSIBILITY,
)
def _copied(examination: Examination) -> Iterator[Finding]:
    if examination.previous is None:
        return
    known = {
        plain(block.text)
        for section in examination.previous.sections
        for block in section.blocks
        if isinstance(block, Paragraph)
    }
    for position, section in enumerate(examination.document.sections):
        for number, block in enumerate(section.blocks):
            if not isinstance(block, Paragraph):
                continue
            long = len(block.text) >= _SHORTEST_COPY
            if long and plain(block.text) in known:
                place = Place(position, number, 0, len(block.text))
                yield examination.finding(quote=block.text, place=place)
