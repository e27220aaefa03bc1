"""Two reports compared on a page: numbers with their change, texts with their edits."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from govreport.checks.naming import column_name, row_name, table_name
from govreport.difference import Difference, FactChange
from govreport.model.document import ReportDocument
from govreport.pages.changed_report import changed_report
from govreport.pages.page import element, escaped, page, scrolled, tag, text
from govreport.wording import Language, phrase


def difference_page(
    old: ReportDocument, new: ReportDocument, difference: Difference, language: Language = "en"
) -> str:
    """Return the page that shows what `diff` found between two reports.

    It is self-contained HTML without scripts; every text of the reports is escaped.
    """
    names = [each.title or phrase("untitled", language) for each in (old, new)]
    content = [
        element("p", escaped(phrase("compared", language)), class_="kicker"),
        element("h1", text(names[1])),
        element("p", escaped(phrase("old_report", language)) + text(names[0]), class_="meta"),
        *difference_parts(difference, language),
    ]
    content.append(element("h2", escaped(phrase("report_changed", language))))
    report = changed_report(old, new, difference, language)
    content.append(element("article", "\n".join(report), class_="report", lang="zh"))
    return page(f"{phrase('compared', language)} · {names[1]}", language, content)


def difference_parts(difference: Difference, language: Language) -> Iterator[str]:
    """Yield the changes as markup: counts, fields, sections and numbers."""
    yield _counts(difference, language)
    if not difference:
        yield element("p", escaped(phrase("same", language)))
    yield from _fields(difference, language)
    yield from _sections(difference, language)
    yield from _facts(difference, language)


def _counts(difference: Difference, language: Language) -> str:
    shown = (
        (phrase("facts", language), len(difference.facts)),
        (phrase("texts", language), len(difference.changed_texts)),
        (phrase("copied", language), f"{difference.copied_share:.0%}"),
    )
    items = (element("li", escaped(f"{name} {number}"), class_="plain") for name, number in shown)
    return element("ul", "".join(items), class_="counts")


def _titled(key: str, language: Language, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield element("h2", escaped(phrase(key, language)))
        yield element("div", "\n".join(lines), class_="report")


def _table(heads: Sequence[str], rows: Sequence[str]) -> str:
    top = element("tr", "".join(element("th", escaped(each)) for each in heads))
    return scrolled((element("thead", top), *rows))


def _fields(difference: Difference, language: Language) -> Iterator[str]:
    rows = [
        element(
            "tr",
            element("th", escaped(phrase(each.name, language)), scope="row")
            + element("td", text(each.old), class_="word")
            + element("td", text(each.new), class_="word"),
        )
        for each in difference.fields
    ]
    heads = [phrase(key, language) for key in ("field", "old", "new")]
    yield from _titled("fields", language, [_table(heads, rows)] if rows else [])


def _sections(difference: Difference, language: Language) -> Iterator[str]:
    lines = []
    for each in difference.sections:
        shown = [text(heading) for heading in (each.old, each.new) if heading]
        shown = shown[:1] if each.old == each.new else shown
        lines.append(element("div", tag(each.kind, language) + " → ".join(shown), class_="text"))
    yield from _titled("sections", language, lines)


def _facts(difference: Difference, language: Language) -> Iterator[str]:
    keys = ("row", "column", "old", "new", "change", "relative")
    heads = [phrase(key, language) for key in keys]
    lines = []
    for table in dict.fromkeys(each.cell[0] for each in difference.facts):
        rows = [_fact(each) for each in difference.facts if each.cell[0] == table]
        lines.append(element("h3", escaped(table_name(table, language))))
        lines.append(_table(heads, rows))
    yield from _titled("facts", language, lines)


def _fact(change: FactChange) -> str:
    cells = [
        element("td", escaped(column_name(*change.cell, "zh")), class_="word"),
        *(element("td", text(each or "")) for each in (change.old, change.new)),
        element("td", escaped(signed(change.absolute))),
        element("td", escaped(percentage(change.relative))),
    ]
    name = element("th", escaped(row_name(*change.cell[:2], "zh")), scope="row")
    return element("tr", name + "".join(cells))


def signed(number: int | Decimal | None) -> str:
    """Return a number with its sign, blank for none."""
    return "" if number is None else f"{number:+}".replace("-", "−")


def percentage(ratio: Decimal | None) -> str:
    """Return a ratio as a signed percentage with one digit after the point, blank for none."""
    return "" if ratio is None else f"{ratio * 100:+.1f}%".replace("-", "−")
