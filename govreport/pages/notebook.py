"""What notebooks show for reports, tables, findings, differences and repairs.

Each is a page of its own in a frame (`iframe` with `srcdoc`, the HTML standard, 4.8.5), so that no
style of it reaches the notebook, nor one of the notebook it. The frame is a sandbox: nothing in it
runs.
"""

from collections.abc import Iterable, Iterator
from functools import singledispatch
from html import escape

from govreport.checks.examination import Examination
from govreport.checks.finding import Finding, Findings
from govreport.difference import Difference
from govreport.model.diagnostics import Diagnostic
from govreport.model.document import ReportDocument, Section
from govreport.model.grid import Table
from govreport.model.statutory import StatutoryTable
from govreport.normalise.driver import Normalization
from govreport.pages.differences import difference_parts
from govreport.pages.findings import card, meta, ordered
from govreport.pages.form import plain_table
from govreport.pages.page import element, escaped, page, scrolled, text
from govreport.pages.report import ReportDrawing, blocks_markup
from govreport.wording import Language, language_of, phrase

_LINE = 2.1
"""The height of a line of a table or a list, in the letters of the page."""
_TALLEST = 40.0
_MOST_CHANGES = 200
"""Changes of a normalisation that are listed."""


def frame_of(shown: object) -> str:
    """Return the frame that shows an object, by its kind; the language is that of the user."""
    language = language_of()
    title, lines, content = _page_of(shown, language)
    source = escape(page(title, language, content, framed=True))
    height = min(_TALLEST, 4 + _LINE * lines)
    return (
        f'<iframe srcdoc="{source}" sandbox title="{escape(title)}" loading="lazy"'
        f' style="width:100%;height:{height:.0f}rem;border:1px solid #8886;border-radius:6px;'
        'resize:vertical"></iframe>'
    )


_Page = tuple[str, int, Iterable[str]]
"""The title of a page, its approximate number of lines, and its content."""


@singledispatch
def _page_of(shown: object, language: Language) -> _Page:
    raise TypeError(f"no page shows a {type(shown).__name__} in the language {language}")


@_page_of.register
def _(document: ReportDocument, language: Language) -> _Page:
    title = document.title or phrase("untitled", language)
    return title, 18, _report(document, title, language)


def _report(document: ReportDocument, title: str, language: Language) -> Iterator[str]:
    yield element("h1", text(title))
    yield element("p", text(meta(document, language)), class_="meta")
    drawing = ReportDrawing()
    for name, blocks in (("preamble", document.preamble), ("closing", document.closing)):
        if name == "closing":
            for position, section in enumerate(document.sections):
                parts = "".join(blocks_markup(section.blocks, position, drawing))
                yield _folded(text(section.heading), len(section.blocks), parts)
        if blocks:
            parts = "".join(blocks_markup(blocks, name, drawing))
            yield _folded(escaped(phrase(name, language)), len(blocks), parts)
    if document.diagnostics:
        listed = "".join(map(_diagnostic, document.diagnostics))
        name = phrase("diagnostics", language)
        yield _folded(
            escaped(name),
            len(document.diagnostics),
            element("ol", listed, class_="findings"),
        )


def _folded(name: str, count: int, content: str) -> str:
    summary = f"{name} {element('span', str(count), class_='tag')}"
    inner = element("div", content, class_="report", lang="zh")
    return element("details", element("summary", summary) + inner)


def _diagnostic(found: Diagnostic) -> str:
    parts = [
        element("p", element("code", escaped(found.code)), class_="head"),
        element("p", text(found.message)),
    ]
    if found.where:
        parts.append(element("p", text(found.where), class_="meta"))
    if found.text:
        parts.append(element("blockquote", text(found.text)))
    return element("li", "".join(parts), class_=f"finding {found.severity}")


@_page_of.register
def _(section: Section, language: Language) -> _Page:  # noqa: ARG001
    content = "".join(blocks_markup(section.blocks, 0, ReportDrawing()))
    heading = element("h3", text(section.heading))
    return section.heading, 16, [element("div", heading + content, class_="report", lang="zh")]


@_page_of.register
def _(table: Table, language: Language) -> _Page:
    return phrase("table", language), table.height, [plain_table(table)]


@_page_of.register
def _(table: StatutoryTable, language: Language) -> _Page:
    heads = {"proactive_disclosure": 8, "applications": 4, "reviews": 3}
    return (
        phrase("table", language),
        len(table.rows) + heads[table.kind],
        [ReportDrawing().table(table)],
    )


@_page_of.register
def _(found: Findings, language: Language) -> _Page:
    cards = [card(number, each, language) for number, each in enumerate(ordered(found))]
    content = element("ol", "\n".join(cards), class_="findings") if cards else ""
    nothing = element("p", escaped(phrase("none", language)))
    return phrase("findings", language), 2 + 4 * len(cards), [content or nothing]


@_page_of.register
def _(finding: Finding, language: Language) -> _Page:
    return _page_of(Findings([finding]), language)


@_page_of.register
def _(examination: Examination, language: Language) -> _Page:
    rule = examination.rule
    heads = [
        element("p", element("code", escaped(rule.id)), class_="kicker"),
        element("p", text(rule.description)),
        element("blockquote", text(rule.source)),
    ]
    _, lines, found = _page_of(Findings(rule.function(examination)), language)
    return rule.id, lines + 4, [*heads, *found]


@_page_of.register
def _(difference: Difference, language: Language) -> _Page:
    lines = len(difference.fields) + len(difference.facts) + 2 * len(difference.changed_texts)
    return phrase("compared", language), 8 + lines, difference_parts(difference, language)


@_page_of.register
def _(result: Normalization, language: Language) -> _Page:
    title = phrase("normalised", language, count=len(result.changes))
    rows = [
        element(
            "tr",
            element("th", escaped(each.step), scope="row")
            + element("td", element("code", escaped(each.where)), class_="word")
            + element("td", element("del", text(each.before)), class_="word")
            + element("td", element("ins", text(each.after)), class_="word"),
        )
        for each in result.changes[:_MOST_CHANGES]
    ]
    content = [element("h2", escaped(title))]
    if rows:
        content.append(scrolled(rows))
    if (more := len(result.changes) - _MOST_CHANGES) > 0:
        content.append(element("p", escaped(phrase("overview_more", language, count=more))))
    content += [element("ol", "".join(map(_diagnostic, result.findings)), class_="findings")]
    content += _report(
        result.document, result.document.title or phrase("untitled", language), language
    )
    return title, 16 + len(rows), content
