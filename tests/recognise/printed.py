"""Prints a report's tables as the dialects of the wild do, for tests that read them back.

Every printer takes the rows of a table as the page shows them (one text per cell, a spanning
cell once) and returns text lines; what each loses is said in its docstring.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from govreport.arrange.tables import arrange_table
from govreport.model.document import Heading, Paragraph, ReportDocument
from govreport.model.statutory import StatutoryTable

Rows = list[list[str]]


@dataclass(frozen=True)
class Dialect:
    """A dialect: its printer, the format that reads it, and whether it keeps everything."""

    name: str
    printer: Callable[[Rows], str]
    format: str
    lossless: bool


def rows_of(table: StatutoryTable) -> Rows:
    """Return the cells that begin in each row, as an extractor meets them."""
    return [[cell.text for cell in row] for row in arrange_table(table).rows]


def cell_per_line_with_blank_lines(rows: Rows) -> str:
    """CLB: every cell a paragraph; an empty one leaves one more blank line."""
    return "".join(f"{cell}\n\n" for row in rows for cell in row)


def cell_per_line(rows: Rows) -> str:
    """CL: every filled cell on a line; empty ones vanish."""
    return "".join(f"{cell}\n" for row in rows for cell in row if cell)


def trailing_bars_padded(rows: Rows) -> str:
    """PT: a row a line, each cell closed by a bar, short rows padded with bars."""
    width = max(map(len, rows))
    return "".join(
        "".join(f"{cell} | " for cell in row).rstrip() + "|" * (width - len(row)) + "\n"
        for row in rows
    )


def trailing_bars(rows: Rows) -> str:
    """PT0: a row a line, each cell closed by a bar."""
    return "".join("".join(f"{cell} | " for cell in row).rstrip() + "\n" for row in rows)


def bars_on_both_sides(rows: Rows) -> str:
    """PG: a row a line between bars."""
    return "".join("| " + "".join(f"{cell} | " for cell in row).rstrip() + "\n" for row in rows)


def cell_then_bar(rows: Rows) -> str:
    """PN: each cell a line ending in a bar; an empty one a lone bar; row ends do not show."""
    return "".join(f"{cell} |\n" if cell else "|\n" for row in rows for cell in row)


def cell_then_bar_without_blanks(rows: Rows) -> str:
    """PN0: as PN, empty cells vanish."""
    return "".join(f"{cell} |\n" for row in rows for cell in row if cell)


def bar_before_each_row(rows: Rows) -> str:
    """PNrow: a lone bar opens each row, then one line a cell."""
    return "".join("|\n" + "".join(f"{cell} |\n" for cell in row) for row in rows)


def bar_between_cells(rows: Rows) -> str:
    """BAR: the bar on a line of its own between cells."""
    return "".join(f"{cell}\n|\n" if cell else "|\n" for row in rows for cell in row)


def bar_before_each_cell(rows: Rows) -> str:
    """BAR with the bar opening the line of each cell."""
    return "".join(f"| {cell}\n" for row in rows for cell in row) + "|\n"


def markdown(rows: Rows) -> str:
    """MD: a Markdown table, short rows filled up."""
    width = max(map(len, rows))
    lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |\n" for row in rows]
    return lines[0] + "|" + "---|" * width + "\n" + "".join(lines[1:])


def emphasised(rows: Rows) -> str:
    """MDbold: as MD, every text between two stars on each side."""
    return markdown([[f"**{cell}**" if cell else "" for cell in row] for row in rows])


def underlined(rows: Rows) -> str:
    """TABbold: as TAB, every text between two low lines on each side."""
    return tika([[f"__{cell}__" if cell else "" for cell in row] for row in rows])


def tika(rows: Rows) -> str:
    """TAB: each cell after a tab, a blank line after each row."""
    return "".join("".join(f"\t{cell}\n" for cell in row) + "\n" for row in rows) + "\n"


def tab_separated(rows: Rows) -> str:
    """A row a line, its cells separated by tabs, as text from the clipboard has it."""
    return "".join("\t" + "\t".join(row) + "\n" for row in rows) + "\n"


def row_with_blanks(rows: Rows) -> str:
    """SP: a row a line, its cells separated by blanks; empty ones vanish."""
    return "".join(" ".join(cell for cell in row if cell) + "\n" for row in rows)


def places(table_rows: Rows) -> Rows:
    """Return rows filled up to one width."""
    width = max(map(len, table_rows))
    return [row + [""] * (width - len(row)) for row in table_rows]


def bars_inside(rows: Rows) -> str:
    """PTh: a row a line, its cells separated by bars, none at its ends; a lone cell has no bar."""
    return "".join(" | ".join(row) + "\n" for row in rows)


def full_width_bars(rows: Rows) -> str:
    """FULLBAR: a row a line between full-width bars."""
    return "".join(f"｜{'｜'.join(row)}｜\n" for row in rows)


def bordered_rows(rows: Rows) -> str:
    """GRID: rows drawn with borders, as wide as there are characters, below the head alone."""
    filled = places(rows)
    widths = [max(len(row[at]) for row in filled) + 2 for at in range(len(filled[0]))]
    border = f"+{'+'.join('-' * width for width in widths)}+\n"
    lines = [
        "|"
        + "|".join(f" {cell}".ljust(width) for cell, width in zip(row, widths, strict=True))
        + "|\n"
        for row in filled
    ]
    return border + lines[0] + border + "".join(lines[1:]) + border


def boxed_rows(rows: Rows) -> str:
    """BOX: as GRID with box drawing characters."""
    return bordered_rows(rows).translate(str.maketrans("|+-", "│┼─"))


FLOWING = {
    "cell": (cell_per_line, "tab"),
    "row": (row_with_blanks, "tab"),
    "bar": (cell_then_bar, "pipe"),
    "closed": (trailing_bars, "pipe"),
    "tika": (tika, "tab"),
}
"""Printers whose cells come one after another, by a short name, each with its format."""

DIALECTS = (
    Dialect("CLB", cell_per_line_with_blank_lines, "tab", lossless=False),
    Dialect("CL", cell_per_line, "tab", lossless=False),
    Dialect("PT", trailing_bars_padded, "pipe", lossless=False),
    Dialect("PT0", trailing_bars, "pipe", lossless=False),
    Dialect("PG", bars_on_both_sides, "pipe", lossless=True),
    Dialect("PN", cell_then_bar, "pipe", lossless=False),
    Dialect("PN0", cell_then_bar_without_blanks, "pipe", lossless=False),
    Dialect("PNrow", bar_before_each_row, "pipe", lossless=False),
    Dialect("BAR", bar_between_cells, "pipe", lossless=False),
    Dialect("BARcell", bar_before_each_cell, "pipe", lossless=False),
    Dialect("MD", markdown, "pipe", lossless=True),
    Dialect("TAB", tika, "tab", lossless=True),
    Dialect("TSV", tab_separated, "tab", lossless=True),
    Dialect("SP", row_with_blanks, "tab", lossless=False),
    Dialect("MDbold", emphasised, "pipe", lossless=True),
    Dialect("TABbold", underlined, "tab", lossless=True),
    Dialect("PTh", bars_inside, "pipe", lossless=False),
    Dialect("FULLBAR", full_width_bars, "pipe", lossless=True),
    Dialect("GRID", bordered_rows, "pipe", lossless=True),
    Dialect("BOX", boxed_rows, "pipe", lossless=True),
)


def print_report(document: ReportDocument, dialect: Dialect) -> str:
    """Return a whole report with its tables in a dialect and one line a paragraph."""
    return print_tables(document, lambda table: dialect.printer(rows_of(table)))


def print_tables(document: ReportDocument, printer: Callable[[StatutoryTable], str]) -> str:
    """Return a whole report with its tables as a printer gives them and one line a paragraph."""
    return "".join(_parts(document, printer))


def print_word_cells(document: ReportDocument) -> str:
    """Return a report as docx2txt prints it: a Word cell a line, blank ones two blank lines.

    A label that spans rows stands in the first of them, in the others a blank cell; another blank
    line ends a table.
    """
    return "".join(
        _parts(
            document,
            lambda table: (
                "".join(
                    f"{cell.text}\n\n" for row in arrange_table(table).word_rows() for cell in row
                )
                + "\n"
            ),
        )
    )


def _parts(document: ReportDocument, printer: Callable[[StatutoryTable], str]) -> Iterator[str]:
    yield f"{document.title}\n"
    for section in document.sections:
        yield f"{section.heading}\n"
        for block in section.blocks:
            if isinstance(block, StatutoryTable):
                yield printer(block)
            elif isinstance(block, Paragraph | Heading):
                yield f"{block.text}\n"
