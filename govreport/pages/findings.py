"""A report with every finding marked at its cell or sentence, and the identities spelled out."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from govreport.checks.finding import Finding, Operand, Place
from govreport.checks.naming import column_name, row_name
from govreport.model.document import CellKey, ReportDocument
from govreport.pages.page import element, escaped, page, text
from govreport.pages.report import Part, ReportDrawing, report_markup
from govreport.wording import Language, phrase

_MOST_MARKED = 12
"""A finding over more cells that is not an identity is marked only at the first of them."""


@dataclass
class _Marks:
    """The numbered findings by the cells and stretches of text that they mark."""

    findings: Sequence[Finding]
    prefix: str = ""
    """The prefix of the ids of findings and marks, if a page shows several reports."""
    hits: dict[CellKey, list[int]] = field(default_factory=lambda: defaultdict(list))
    touched: dict[CellKey, list[int]] = field(default_factory=lambda: defaultdict(list))
    places: dict[tuple[str | int, int | None], list[int]] = field(
        default_factory=lambda: defaultdict(list)
    )
    anchored: set[int] = field(default_factory=set)
    """The findings whose mark has been drawn, and can be linked to."""

    def spans(self, where: tuple[str | int, int | None]) -> list[tuple[int, Place]]:
        """Return the stretches of a text that findings quote, each with the finding's number."""
        places = ((number, self.findings[number].place) for number in self.places.get(where, ()))
        return [(number, place) for number, place in places if place is not None]

    def severity(self, numbers: Sequence[int]) -> str:
        """Return "error" if one of the findings is an error, else "warning"."""
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
    """Return the list of findings, errors first, blank if there are none, and the marked report.

    `prefix` begins the ids of both, so that a page may hold several reports.
    """
    found = ordered(findings)
    marks = _marks(found, prefix)
    shown = "\n".join(report_markup(document, _Marked(marks)))
    cards = [
        card(number, each, language, linked=number in marks.anchored, prefix=prefix)
        for number, each in enumerate(found)
    ]
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
    """Return the cells at which a finding is marked: for a long sum its total, else all."""
    operands = finding.operands
    if len({(each.year, each.report) for each in operands}) > 1:
        # Those on the left are in other reports; what is subtracted comes after the result.
        right = (each.cell for each in operands if each.side == "right")
        return [next(right, operands[-1].cell)]
    if len(operands) > 4:
        return [each.cell for each in operands if each.side == "right"]
    return finding.cells if len(finding.cells) <= _MOST_MARKED else finding.cells[:1]


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings with the errors first."""
    return sorted(findings, key=lambda finding: finding.severity)


def card(
    number: int, finding: Finding, language: Language, *, linked: bool = False, prefix: str = ""
) -> str:
    """Return a finding as an item of a list; one that is `linked` leads to its mark.

    `prefix` begins its id and its mark's.
    """
    head = [
        f"<b>{badge(number)} {escaped(phrase(finding.severity, language))}</b>",
        element("code", escaped(finding.rule)),
    ]
    if linked:
        link = f"#{prefix}mark-{number + 1}"
        head.append(element("a", escaped(phrase("where", language)), href=link))
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
        id=f"{prefix}finding-{number + 1}",
    )


def _equation(finding: Finding, language: Language) -> str:
    """Spell out an identity: each number above the name of its cell."""
    left, right = (_side(finding.operands, side, language) for side in ("left", "right"))
    number = abs((finding.expected or 0) - (finding.actual or 0))
    off = escaped(phrase("difference", language, number=number))
    unequal = element("span", "≠", class_="unequal")
    return element(
        "div",
        f"{left} {unequal} {right} {element('span', off, class_='off')}",
        class_="equation",
    )


def _side(operands: Sequence[Operand], side: str, language: Language) -> str:
    """Return the numbers of a side, of more than two those that are not zero."""
    by_row = len({each.cell[1] for each in operands}) > 1
    by_year = len({each.year for each in operands}) > 1
    terms = [each for each in operands if each.side == side]
    if len(terms) > 2:
        terms = [each for each in terms if each.value] or terms[:1]
    return " + ".join(_term(each, by_row, by_year, language) for each in terms)


def _term(operand: Operand, by_row: bool, by_year: bool, language: Language) -> str:
    name = row_name(*operand.cell[:2], "zh") if by_row else column_name(*operand.cell, "zh")
    shown = phrase("blank", language) if operand.value is None else str(operand.value)
    if operand.report:
        name = operand.report
    elif by_year and operand.year is not None:
        name = f"{operand.year} · {name}"
    return element("span", f"{escaped(shown)}<small>{escaped(name)}</small>")


class _Marked(ReportDrawing):
    """Draws a report with the findings marked at their cells and stretches of text."""

    def __init__(self, marks: _Marks) -> None:
        super().__init__()
        self._marks = marks

    def text(self, printed: str, part: Part, block: int | None) -> str:
        """Return a text with the stretches marked that findings quote."""
        return _marked(printed, (part, block), self._marks)

    def cell(self, cell: CellKey, printed: str, span: int) -> str:
        """Return a cell with the badges of its findings."""
        marks = self._marks
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


def badge(number: int) -> str:
    """Return a finding's number, counted from 0, as a sign that joins no number next to it.

    ① to ㊿ are Unicode's enclosed numbers; higher numbers are in brackets.
    """
    if number < 20:
        return chr(0x2460 + number)
    if number < 35:
        return chr(0x3251 + number - 20)
    return chr(0x32B1 + number - 35) if number < 50 else f"〔{number + 1}〕"


def _notes(numbers: Sequence[int], marks: _Marks) -> str:
    """Return the numbers of findings as links to them, anchored at their first mark."""
    links = []
    for number in numbers:
        first = number not in marks.anchored
        marks.anchored.add(number)
        name = f' id="{marks.prefix}mark-{number + 1}"' if first else ""
        links.append(f'<a{name} href="#{marks.prefix}finding-{number + 1}">{badge(number)}</a>')
    return element("sup", "".join(links), class_="note") if links else ""


def _marked(printed: str, where: tuple[str | int, int | None], marks: _Marks) -> str:
    """Return a text with the stretches marked that findings quote."""
    spans = marks.spans(where)
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
        piece = escaped(printed[start:end])
        if inside := covering[start]:
            piece = element("mark", piece, class_=marks.severity(inside))
        parts.append(piece + _notes(ending[end], marks))
    return element("bdi", "".join(parts))
