"""A report with every finding marked at its cell or sentence, and the identities spelled out."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise

from govreport.checks.finding import Finding, Operand
from govreport.checks.naming import column_name, row_name
from govreport.model.document import Block, CellKey, Heading, Paragraph, ReportDocument
from govreport.model.statutory import StatutoryTable
from govreport.pages.form import form, plain_table
from govreport.pages.page import element, escaped, page, text
from govreport.wording import Language, phrase

_MOST_MARKED = 12
"""Cells above which a finding that is no identity is noted at the first of them alone."""


@dataclass
class _Marks:
    """The numbered findings by the cells and the stretches of text that they mark."""

    findings: Sequence[Finding]
    prefix: str = ""
    """What the ids of findings and marks begin with, where a page shows several reports."""
    hits: dict[CellKey, list[int]] = field(default_factory=lambda: defaultdict(list))
    touched: dict[CellKey, list[int]] = field(default_factory=lambda: defaultdict(list))
    places: dict[tuple[str | int, int | None], list[int]] = field(
        default_factory=lambda: defaultdict(list)
    )
    anchored: set[int] = field(default_factory=set)
    """The findings whose mark has been drawn, and can be linked to."""
    drawn: set[str] = field(default_factory=set)
    """The kinds of the tables that have been drawn."""

    def severity(self, numbers: Sequence[int]) -> str:
        """Return "error" where one of the findings is one, else "warning"."""
        return min((self.findings[number].severity for number in numbers), default="warning")


def findings_page(
    document: ReportDocument, findings: Sequence[Finding], language: Language = "en"
) -> str:
    """Return the page that shows a report with what `check` found in it, errors first.

    It is self-contained HTML without scripts; every text of the report is escaped.
    """
    title = document.title or phrase("untitled", language)
    cards, report = cards_and_report(document, findings, language)
    content = [
        element("p", escaped(phrase("checked", language)), class_="kicker"),
        element("h1", text(title)),
        element("p", text(meta(document, language)), class_="meta"),
        counts(findings, language),
    ]
    if cards:
        content.append(element("h2", escaped(phrase("findings", language))))
        content.append(cards)
    content.append(element("h2", escaped(phrase("report", language))))
    content.append(report)
    return page(f"{phrase('checked', language)} · {title}", language, content)


def cards_and_report(
    document: ReportDocument, findings: Sequence[Finding], language: Language, prefix: str = ""
) -> tuple[str, str]:
    """Return the list of findings, errors first, blank where there are none, and the marked report.

    `prefix` begins the ids of both, so that a page may hold several reports.
    """
    ordered = sorted(findings, key=lambda finding: finding.severity)
    marks = _marks(ordered, prefix)
    shown = "\n".join(_report(document, marks))
    cards = [_card(number, each, marks, language) for number, each in enumerate(ordered)]
    return (
        element("ol", "\n".join(cards), class_="findings") if cards else "",
        element("article", shown, class_="report", lang="zh"),
    )


def meta(document: ReportDocument, language: Language) -> str:
    """Return the agency, the year and the edition of a report in a line."""
    unknown = phrase("unknown", language)
    return phrase(
        "meta",
        language,
        agency=document.agency or unknown,
        year=document.year or unknown,
        edition=document.edition or unknown,
    )


def counts(findings: Sequence[Finding], language: Language) -> str:
    """Return how many errors and warnings there are."""
    items = []
    for severity, name in (("error", "errors"), ("warning", "warnings")):
        number = sum(finding.severity == severity for finding in findings)
        if number:
            words = f"{phrase(name, language)} {number}"
            items.append(element("li", escaped(words), class_=severity))
    if not items:
        items.append(element("li", escaped(phrase("none", language))))
    return element("ul", "".join(items), class_="counts")


def _marks(findings: Sequence[Finding], prefix: str) -> _Marks:
    marks = _Marks(findings, prefix)
    for number, finding in enumerate(findings):
        for cell in _hit(finding):
            marks.hits[cell].append(number)
        if finding.operands or len(finding.cells) <= _MOST_MARKED:
            for cell in finding.cells:
                marks.touched[cell].append(number)
        if finding.place is not None:
            marks.places[finding.place.part, finding.place.block].append(number)
    return marks


def _hit(finding: Finding) -> Sequence[CellKey]:
    """Return the cells at which a finding is noted: of a long sum its total, else all."""
    operands = finding.operands
    if len({(each.year, each.report) for each in operands}) > 1:
        return [operands[-1].cell]  # the others stand in other reports
    if len(operands) > 4:
        return [each.cell for each in operands if each.side == "right"]
    return finding.cells if len(finding.cells) <= _MOST_MARKED else finding.cells[:1]


def _card(number: int, finding: Finding, marks: _Marks, language: Language) -> str:
    head = [
        f"<b>{number + 1} · {escaped(phrase(finding.severity, language))}</b>",
        element("code", escaped(finding.rule)),
    ]
    if number in marks.anchored:
        head.append(
            element(
                "a", escaped(phrase("where", language)), href=f"#{marks.prefix}mark-{number + 1}"
            )
        )
    parts = [
        element("p", " ".join(head), class_="head"),
        element("p", text(finding.message)),
    ]
    if finding.operands:
        parts.append(_equation(finding, language))
    if finding.quote:
        parts.append(element("blockquote", text(finding.quote)))
    return element(
        "li",
        "".join(parts),
        class_=f"finding {finding.severity}",
        id=f"{marks.prefix}finding-{number + 1}",
    )


def _equation(finding: Finding, language: Language) -> str:
    """Spell out an identity: each number above the name of its cell."""
    operands = finding.operands
    by_row = len({each.cell[1] for each in operands}) > 1
    by_year = len({each.year for each in operands}) > 1
    sides = []
    for side in ("left", "right"):
        terms = [each for each in operands if each.side == side]
        if len(terms) > 2:
            terms = [each for each in terms if each.value] or terms[:1]
        sides.append(" + ".join(_term(each, by_row, by_year, language) for each in terms))
    number = abs((finding.expected or 0) - (finding.actual or 0))
    off = escaped(phrase("difference", language, number=number))
    unequal = element("span", "≠", class_="unequal")
    return element(
        "div",
        f"{sides[0]} {unequal} {sides[1]} {element('span', off, class_='off')}",
        class_="equation",
    )


def _term(operand: Operand, by_row: bool, by_year: bool, language: Language) -> str:
    name = row_name(*operand.cell[:2], "zh") if by_row else column_name(*operand.cell, "zh")
    shown = phrase("blank", language) if operand.value is None else str(operand.value)
    if operand.report:
        name = operand.report
    elif by_year and operand.year is not None:
        name = f"{operand.year} · {name}"
    return element("span", f"{escaped(shown)}<small>{escaped(name)}</small>")


def _report(document: ReportDocument, marks: _Marks) -> Iterator[str]:
    if document.title:
        yield element("h3", _marked(document.title, ("title", None), marks), class_="title")
    yield from _blocks(document.preamble, "preamble", marks)
    for position, section in enumerate(document.sections):
        yield element("h3", _marked(section.heading, (position, None), marks))
        yield from _blocks(section.blocks, position, marks)
    yield from _blocks(document.closing, "closing", marks)


def _blocks(blocks: Sequence[Block], part: str | int, marks: _Marks) -> Iterator[str]:
    for position, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            yield element("p", _marked(block.text, (part, position), marks))
        elif isinstance(block, Heading):
            yield element("h4", _marked(block.text, (part, position), marks))
        elif isinstance(block, StatutoryTable):
            # Of several tables of one kind the first was checked.
            first = block.kind not in marks.drawn
            marks.drawn.add(block.kind)
            yield form(block, partial(_cell, marks=marks if first else _Marks(())))
        else:
            yield plain_table(block)


def _cell(cell: CellKey, printed: str, span: int, marks: _Marks) -> str:
    hits, touched = marks.hits.get(cell, []), marks.touched.get(cell, [])
    classes = [] if printed else ["blank"]
    if hits or touched:
        classes += ["hit" if hits else "touched", marks.severity(hits or touched)]
    return element(
        "td",
        text(printed) + _notes(hits, marks),
        class_=" ".join(classes),
        colspan=str(span) if span > 1 else "",
    )


def _notes(numbers: Sequence[int], marks: _Marks) -> str:
    """Return the numbers of findings as links to them, themselves linked to where they are first."""
    links = []
    for number in numbers:
        first = number not in marks.anchored
        marks.anchored.add(number)
        name = f' id="{marks.prefix}mark-{number + 1}"' if first else ""
        links.append(f'<a{name} href="#{marks.prefix}finding-{number + 1}">{number + 1}</a>')
    return element("sup", " ".join(links), class_="note") if links else ""


def _marked(printed: str, where: tuple[str | int, int | None], marks: _Marks) -> str:
    """Return a text with the stretches marked that findings quote."""
    found = [(number, marks.findings[number].place) for number in marks.places.get(where, ())]
    spans = [(number, place) for number, place in found if place is not None]
    if not spans:
        return text(printed)
    cuts = sorted({0, len(printed), *(at for _, each in spans for at in (each.start, each.end))})
    covering: dict[int, list[int]] = defaultdict(list)
    ending: dict[int, list[int]] = defaultdict(list)
    for number, each in spans:
        for start in cuts[bisect_left(cuts, each.start) : bisect_left(cuts, each.end)]:
            covering[start].append(number)
        ending[each.end].append(number)
    parts = []
    for start, end in pairwise(cuts):
        inside = covering[start]
        piece = escaped(printed[start:end])
        if inside:
            severity = marks.severity(inside)
            piece = element("mark", piece, class_=severity)
        parts.append(piece + _notes(ending[end], marks))
    return element("bdi", "".join(parts))
