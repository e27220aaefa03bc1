"""Reports in the markup that editors and word processors leave: eleven styles."""

import html
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from govreport.model.grid import Table
from tests.pages_of_systems.reports import Line, Report

INDENT = "　　"
Style = Callable[[Report], str]


def _escaped(line: Line) -> str:
    return html.escape(line.text)


def table_of(table: Table) -> str:
    """Return a table with its spans."""
    rows = []
    for row in table.rows:
        cells = "".join(
            f'<td rowspan="{cell.row_span}" colspan="{cell.column_span}">{html.escape(cell.text)}</td>'
            for cell in row
        )
        rows.append(f"<tr>{cells}</tr>")
    return f"<table border=1>{''.join(rows)}</table>"


def _each(report: Report, shown: Callable[[Line], str]) -> str:
    return "\n".join(
        table_of(line) if isinstance(line, Table) else shown(line) for line in report.lines
    )


def plain(report: Report) -> str:
    """Paragraphs, headings in bold type."""
    return _each(
        report,
        lambda line: (
            f"<p><strong>{_escaped(line)}</strong></p>"
            if line.role == "section"
            else f"<p>{INDENT}{_escaped(line)}</p>"
        ),
    )


def signed_at_right(report: Report) -> str:
    """Paragraphs, the signature set at the right."""

    def shown(line: Line) -> str:
        style = "text-align:right" if line.part == "closing" else "text-indent:2em"
        return f'<p style="{style}">{_escaped(line)}</p>'

    return _each(report, shown)


def divisions(report: Report) -> str:
    """A division for each paragraph."""
    return _each(report, lambda line: f"<div>{_escaped(line)}</div>")


def word(report: Report) -> str:
    """What a word processor writes."""
    return _each(
        report,
        lambda line: (
            f'<p class="MsoNormal"><span style="font-family:仿宋"><span>{_escaped(line)}</span></span></p>'
        ),
    )


def headed(report: Report) -> str:
    """Headings as headings."""
    tags = {"section": "h2", "heading": "h3"}
    return _each(
        report,
        lambda line: (lambda tag: f"<{tag}>{_escaped(line)}</{tag}>")(tags.get(line.role, "p")),
    )


def titled(report: Report) -> str:
    """The title again above the text, in the middle."""
    return f'<p align="center"><b>{html.escape(report.title)}</b></p>' + plain(report)


def broken(report: Report) -> str:
    """One paragraph whose lines breaks part, each indented."""
    return _joined(report, f"<br>{INDENT}", "p")


def broken_twice(report: Report) -> str:
    """A division with two breaks between paragraphs."""
    return _joined(report, "<br><br>", "div")


def broken_parts(report: Report) -> str:
    """A paragraph for each section, breaks after its headings and texts."""
    return "".join(
        _with_breaks(list(lines), f"<br>{INDENT}", "p")
        for _, lines in groupby(report.lines, _part)
    )


def in_parts(report: Report) -> str:
    """A division for each section."""
    return "".join(
        f'<div class="sec">{_with_paragraphs(lines)}</div>'
        for _, lines in groupby(report.lines, _part)
    )


def in_table(report: Report) -> str:
    """A table of one cell that lays the text out."""
    return f"<table width=100%><tr><td>{plain(report)}</td></tr></table>"


def _part(line: Line | Table) -> str:
    # A table stands in the section above it.
    return "" if isinstance(line, Table) else line.part


def _joined(report: Report, joint: str, tag: str) -> str:
    return _with_breaks(list(report.lines), joint, tag)


def _with_breaks(lines: list[Line | Table], joint: str, tag: str) -> str:
    parts = []
    for is_table, run in groupby(lines, lambda each: isinstance(each, Table)):
        if is_table:
            parts.extend(table_of(each) for each in run if isinstance(each, Table))
        else:
            texts = joint.join(_escaped(each) for each in run if isinstance(each, Line))
            parts.append(f"<{tag}>{INDENT}{texts}</{tag}>")
    return "".join(parts)


def _with_paragraphs(lines: Iterable[Line | Table]) -> str:
    return "".join(_paragraphs(lines))


def _paragraphs(lines: Iterable[Line | Table]) -> Iterator[str]:
    for line in lines:
        yield table_of(line) if isinstance(line, Table) else f"<p>{_escaped(line)}</p>"


STYLES: tuple[Style, ...] = (
    plain,
    signed_at_right,
    divisions,
    word,
    headed,
    titled,
    broken,
    broken_twice,
    broken_parts,
    in_parts,
    in_table,
)
