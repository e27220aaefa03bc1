"""Drawing a report for a terminal: outlines, diagnostics, and tables with box characters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from govreport.command_line.messages import counted
from govreport.command_line.terminal import (
    hanging,
    padded,
    text_width,
    widest,
    words_of,
    wrapped,
)
from govreport.model.diagnostics import Diagnostic
from govreport.model.document import Block, ReportDocument, Section
from govreport.model.grid import Table
from govreport.model.statute import APPLICATIONS_NOTE, ITEM_COLUMN, SECTION_HEADINGS, Row
from govreport.model.statutory import StatutoryRow, StatutoryTable, extra_columns_of
from govreport.wording import Language, localized

_NARROWEST_LABEL = 12


@dataclass(frozen=True, slots=True)
class _TableLine:
    """A line of a drawn table: its label, indented, and one text for each further column."""

    label: str
    cells: tuple[str, ...] = ()
    indent: int = 0
    heads: bool = False
    """Whether a rule is drawn below, as below the labels of the columns."""
    spans: bool = False
    """Whether the label spans all columns, like that of an item of table 2."""


def draw_report(document: ReportDocument, width: int, language: Language = "en") -> Iterator[str]:
    """Yield the lines that show a document on a terminal of that many columns."""
    yield from _overview(document, width, language)
    for table in document.statutory_tables():
        yield ""
        yield from draw_statutory_table(table, width, language)
    if document.diagnostics:
        yield ""
        yield from draw_diagnostics(document, width, language)


def _overview(document: ReportDocument, width: int, language: Language) -> Iterator[str]:
    published = document.source.publication_date
    for name, value in (
        ("Title:", document.title),
        ("Agency:", document.agency),
        ("Year:", document.year),
        ("Edition:", document.edition),
        ("Published:", published.isoformat() if published else None),
        ("Publisher:", document.source.publisher),
        ("Preamble:", _contents(document.preamble, language)),
        ("Closing:", _contents(document.closing, language)),
    ):
        shown = str(value or localized("none", language))
        if value or name in ("Title:", "Agency:", "Year:", "Edition:"):
            yield from hanging(padded(localized(name, language), 11), shown, width)
    yield ""
    yield localized("Sections:", language)
    longest = max((len(section.kind) for section in document.sections), default=0)
    for section in document.sections:
        label = "  " if language == "zh" else f"  {section.kind.ljust(longest)}  "
        yield from hanging(label, _described(section, language), width)
    if not document.sections:
        yield f"  {localized('none', language)}"


def _described(section: Section, language: Language) -> str:
    """Return a section's heading with its contents and, in Chinese, its section of the form."""
    contents = _contents(section.blocks, language) or localized("blank", language)
    if language == "en":
        return f"{section.heading} ({contents})"
    official = SECTION_HEADINGS.get(section.kind)
    if official is None:
        contents = f"法定章节之外，{contents}"
    elif official not in section.heading:
        contents = f"即“{official}”，{contents}"
    return f"{section.heading}（{contents}）"


def _contents(blocks: Sequence[Block], language: Language) -> str:
    tables = sum(isinstance(block, Table | StatutoryTable) for block in blocks)
    texts = len(blocks) - tables
    counts = ((texts, "paragraph"), (tables, "table"))
    told = (localized(counted(number, noun), language) for number, noun in counts if number)
    return ("、" if language == "zh" else ", ").join(told)


def draw_diagnostics(
    document: ReportDocument, width: int, language: Language = "en"
) -> Iterator[str]:
    """Yield the lines that list a document's diagnostics, warnings first."""
    for severity, name in (("warning", "Warnings"), ("info", "Notes")):
        found = [one for one in document.diagnostics if one.severity == severity]
        if found:
            yield localized(f"{name}: {len(found)}", language)
        for one in found:
            yield from hanging("  - ", _told(one, language), width)


def _told(found: Diagnostic, language: Language) -> str:
    if language == "zh":
        one = found.localized(language)
        place = f"{one.where}：" if one.where else ""
        quoted = f"“{one.text}”" if one.text else ""
        return f"{place}{one.message}{'：' if quoted else ''}{quoted} [{one.code}]"
    place = f" ({found.where})" if found.where else ""
    quoted = f": {found.text}" if found.text else ""
    return f"{found.code}{place}: {found.message}{quoted}"


def draw_statutory_table(
    table: StatutoryTable, width: int, language: Language = "en"
) -> Iterator[str]:
    """Yield the lines that show a statutory table, without frames where those have no room."""
    if language == "zh":
        edition = f"（{table.edition} 版格式）" if table.edition else ""
        yield f"{SECTION_HEADINGS[table.kind]}{edition}"
    else:
        edition = f", edition {table.edition}" if table.edition else ""
        yield f"{table.kind}{edition}"
    if table.kind == "proactive_disclosure":
        parts = list(_by_item(table))
    else:
        parts = [list(_lines(table))]
    yield from _boxes(parts, width)


def _by_item(table: StatutoryTable) -> Iterator[list[_TableLine]]:
    """Yield the lines of each item of table 2; a row without a key comes after the one above it."""
    known = {row.key: row for row in table.layout.rows}
    part: list[_TableLine] = []
    group = None
    for filled in table.rows:
        row = known[filled.key] if filled.key else None
        if row is not None and row.group != group:
            group = row.group
            leading = part if group == table.layout.rows[0].group else []
            if part and not leading:
                yield part
            part = [*_item_heads(table, row), *leading]
        part.append(_TableLine(row.labels[-1] if row else filled.label, filled.cells))
    yield part


def _item_heads(table: StatutoryTable, row: Row) -> Iterator[_TableLine]:
    """Yield the lines that head an item of table 2, of which a row is given."""
    yield _TableLine(dict(table.layout.group_labels)[row.group or ""], spans=True)
    yield _TableLine(ITEM_COLUMN, _column_labels(table, row), heads=True)


def _lines(table: StatutoryTable) -> Iterator[_TableLine]:
    """Yield the lines of table 3 or 4: rows below the labels that they share, indented."""
    first = table.layout.rows[0]
    known = {row.key: row for row in table.layout.rows}
    yield _TableLine(
        "" if table.kind == "reviews" else APPLICATIONS_NOTE,
        _column_labels(table, first),
        heads=True,
    )
    above: tuple[str, ...] = ()
    for filled in table.rows:
        if filled.key is None:
            yield _TableLine(filled.label, filled.cells, max(len(above) - 1, 0))
            continue
        labels = known[filled.key].labels
        for depth, label in enumerate(labels[:-1]):
            if labels[: depth + 1] != above[: depth + 1]:
                yield _TableLine(label, indent=depth)
        yield _TableLine(
            labels[-1], _shown_cells(table, known[filled.key], filled), len(labels) - 1
        )
        above = labels


def _column_labels(table: StatutoryTable, row: Row) -> tuple[str, ...]:
    units = dict(table.units)
    known = (
        f"{column.label}（{units[column.key]}）" if column.key in units else column.label
        for column in row.columns
    )
    if table.kind == "reviews":
        return (*known, *(column.label for column in table.extra_columns))
    return (
        *known,
        *(column.label for column in extra_columns_of(table.extra_columns, row.group)),
    )


def _shown_cells(table: StatutoryTable, row: Row, filled: StatutoryRow) -> tuple[str, ...]:
    """Return a row's cells; in table 4, where each row has extra columns of its own, in place."""
    if table.kind != "reviews":
        return filled.cells
    added = iter(filled.cells[len(row.columns) :])
    return (
        *filled.cells[: len(row.columns)],
        *(next(added) if column.group == row.group else "" for column in table.extra_columns),
    )


def _boxes(parts: Sequence[Sequence[_TableLine]], width: int) -> Iterator[str]:
    """Yield the parts of a table in frames whose label column they share."""
    lines = list(chain.from_iterable(parts))
    indent = max((line.indent for line in lines), default=0) * 2
    labels = widest([line.label for line in lines if not line.spans]) + indent
    natural = min(labels, max(width // 2, _NARROWEST_LABEL))
    for narrowest in (4, 2):
        columns = [_column_widths(part, width - natural - 4, narrowest) for part in parts]
        room = width - 4 - max(sum(widths) + 3 * len(widths) for widths in columns)
        if room >= _NARROWEST_LABEL:
            yield from _framed(parts, columns, min(natural, room))
            return
    yield from _lists(parts, width)


def _framed(
    parts: Sequence[Sequence[_TableLine]], columns: Sequence[Sequence[int]], label_width: int
) -> Iterator[str]:
    """Yield the parts of a table in frames of which the widths are known."""
    for position, (part, widths) in enumerate(zip(parts, columns, strict=True)):
        if position:
            yield ""
        yield from _box(part, [label_width, *widths])


def _lists(parts: Sequence[Sequence[_TableLine]], width: int) -> Iterator[str]:
    """Yield the parts of a table that no frame has room for: below each label its filled cells."""
    for position, part in enumerate(parts):
        if position:
            yield ""
        heads: tuple[str, ...] = ()
        for line in part:
            indent = "  " * line.indent
            if line.label:
                yield from (indent + text for text in wrapped(line.label, width - len(indent)))
            if line.heads:
                heads = line.cells
                continue
            cells = zip_longest(heads, line.cells, fillvalue="")
            filled = [f"{head} {cell}".strip() for head, cell in cells if cell]
            yield from (f"{indent}  {text}" for text in _packed(filled, width - len(indent) - 2))


def _packed(texts: Sequence[str], width: int) -> Iterator[str]:
    """Yield lines of as many texts beside each other as fit, none of them on two lines if it fits."""
    line = ""
    for text in texts:
        longer = f"{line}  {text}" if line else text
        if line and text_width(longer) > width:
            yield from wrapped(line, width)
            longer = text
        line = longer
    if line:
        yield from wrapped(line, width)


def _column_widths(part: Sequence[_TableLine], available: int, narrowest: int) -> list[int]:
    count = max((len(line.cells) for line in part), default=0)
    widths: list[int] = []
    natural: list[int] = []
    for position in range(count):
        texts = [line.cells[position] for line in part if position < len(line.cells)]
        longest = max((text_width(word) for text in texts for word in words_of(text)), default=0)
        widths.append(max(min(longest, 20), narrowest))
        natural.append(max(widest(texts), narrowest))
    return _widened(widths, natural, available - 3 * count)


def _widened(widths: list[int], natural: list[int], available: int) -> list[int]:
    """Give what is left of a width, one at a time, to the narrowest column that wants more."""
    widths = list(widths)
    for _ in range(available - sum(widths)):
        wanting = [at for at, size in enumerate(widths) if size < natural[at]]
        if not wanting:
            break
        widths[min(wanting, key=widths.__getitem__)] += 1
    return widths


def _box(part: Sequence[_TableLine], widths: Sequence[int]) -> Iterator[str]:
    spans = part[0].spans
    yield _rule("┌─┐" if spans else "┌┬┐", widths)
    for position, line in enumerate(part):
        if line.spans:
            inner = sum(widths) + 3 * (len(widths) - 1)
            yield from _drawn(_TableLine(line.label), [inner])
            yield _rule("├┬┤", widths)
            continue
        yield from _drawn(line, widths)
        if line.heads and position + 1 < len(part):
            yield _rule("├┼┤", widths)
    yield _rule("└┴┘", widths)


def _rule(corners: str, widths: Sequence[int]) -> str:
    inner = corners[1].join("─" * (width + 2) for width in widths)
    return corners[0] + inner + corners[2]


def _drawn(line: _TableLine, widths: Sequence[int]) -> Iterator[str]:
    indent = "  " * line.indent
    label = [indent + text for text in wrapped(line.label, widths[0] - len(indent))]
    cells = [*line.cells, *[""] * (len(widths) - 1 - len(line.cells))]
    columns = [
        label,
        *(wrapped(cell, width) for cell, width in zip(cells, widths[1:], strict=True)),
    ]
    for row in range(max(len(column) for column in columns)):
        shown = [
            # A number is right-aligned; a text that needs several lines is not.
            padded(
                column[row] if row < len(column) else "",
                width,
                to_right=position > 0 and not line.heads and len(column) == 1,
            )
            for position, (column, width) in enumerate(zip(columns, widths, strict=True))
        ]
        yield "│ " + " │ ".join(shown) + " │"
