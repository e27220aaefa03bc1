"""Rules on the six sections: missing, repeated, empty, out of order, fees not mentioned."""

from collections import Counter
from collections.abc import Iterator

from govreport.checks import sources
from govreport.checks.examination import Examination
from govreport.checks.finding import CellKey, Finding, Place
from govreport.checks.naming import section_name
from govreport.checks.registry import rule
from govreport.checks.sentences import plain
from govreport.expressions import expression
from govreport.model.document import Heading, Paragraph, ReportDocument, Section
from govreport.model.statute import SECTION_HEADINGS

_ANNEX = expression("(?:[0-9一二三四五六七八九十]+[、.．])?附")
"""The beginning of the heading of an annex to a report: 附件, 附表, 附."""

_FEE_CELLS: tuple[CellKey, ...] = (
    ("proactive_disclosure", "administrative_fees", "amount_collected"),
    ("applications", "overdue_fee", "total"),
)


@rule("sections.missing", "warning", "all six sections are present", sources.CONTENTS)
def _missing(examination: Examination) -> Iterator[Finding]:
    present = {section.kind for section in examination.document.sections}
    for kind in SECTION_HEADINGS:
        if kind not in present:
            yield examination.finding(section=section_name(kind, examination.language))


@rule("sections.repeated", "warning", "no section occurs twice", sources.SECTIONS_FORM)
def _repeated(examination: Examination) -> Iterator[Finding]:
    counts: Counter[str] = Counter()
    for position, section in enumerate(examination.document.sections):
        counts[section.kind] += 1
        if section.kind != "other" and counts[section.kind] > 1:
            yield _of_section(examination, position, section)


@rule("sections.empty", "warning", "no section is empty", sources.OVERVIEW)
def _empty(examination: Examination) -> Iterator[Finding]:
    for position, section in enumerate(examination.document.sections):
        if all(isinstance(block, Heading) for block in section.blocks):
            yield _of_section(examination, position, section)


@rule("sections.order", "warning", "the sections are in their order", sources.SECTIONS_FORM)
def _order(examination: Examination) -> Iterator[Finding]:
    order = list(SECTION_HEADINGS)
    before = None
    for position, section in enumerate(examination.document.sections):
        if section.kind == "other":
            continue
        if before is not None and order.index(section.kind) < order.index(before):
            previous = section_name(before, examination.language)
            yield _of_section(examination, position, section, previous)
        else:
            before = section.kind


@rule("sections.added", "warning", "there are no sections other than the six", sources.CONTENTS)
def _added(examination: Examination) -> Iterator[Finding]:
    for position, section in enumerate(examination.document.sections):
        if section.kind == "other" and not _ANNEX.match(plain(section.heading)):
            yield _of_section(examination, position, section)


def _of_section(
    examination: Examination, position: int, section: Section, before: str = ""
) -> Finding:
    """Return a finding that quotes a section's heading, by which one that is added is named, too."""
    own = section.heading
    name = own if section.kind == "other" else section_name(section.kind, examination.language)
    place = Place(position, None, 0, len(own))
    return examination.finding(quote=own, place=place, section=name, before=before)


@rule(
    "fees.unmentioned",
    "warning",
    "section six mentions fees if the tables state any",
    sources.FEES_FORM,
    editions=(2021,),
)
def _fees(examination: Examination) -> Iterator[Finding]:
    texts = examination.texts
    if not any(table.edition for table in examination.tables()):
        return
    cells = [cell for cell in _FEE_CELLS if cell in texts.readings and texts.readings[cell].value]
    said = _other_matters(examination.document)
    if cells and said and "费" not in said:
        printed = "、".join(texts.printed[cell] for cell in cells)
        yield examination.finding(cells=cells, text=printed)


def _other_matters(document: ReportDocument) -> str:
    """Return what section six says."""
    return "".join(
        plain(block.text)
        for section in document.sections
        if section.kind == "other_matters"
        for block in section.blocks
        if isinstance(block, Heading | Paragraph)
    )
