"""Names of tables, rows, columns and sections: labels in Chinese, keys in English."""

from govreport.checks.finding import CellKey
from govreport.model.statute import LAYOUTS, SECTION_HEADINGS, TABLE_KINDS
from govreport.model.statutory import StatutoryTable
from govreport.wording import Language

_NUMERALS = "二三四"
_ROWS: dict[tuple[str, str], str] = {
    (of.kind, row.key): row.labels[-1] for of in LAYOUTS for row in of.rows
}
_COLUMNS: dict[CellKey, str] = {
    (of.kind, row.key, column.key): column.label
    for of in LAYOUTS
    for row in of.rows
    for column in row.columns
}


def table_name(table: str, language: Language) -> str:
    """Return the name of a table, such as 表三 or `table 3 (applications)`."""
    position = [str(kind) for kind in TABLE_KINDS].index(table)
    if language == "zh":
        return f"表{_NUMERALS[position]}"
    return f"table {position + 2} ({table})"


def row_name(table: str, row: str, language: Language) -> str:
    """Return the name of a row: its own label without the note in brackets, or its key."""
    if language == "en":
        return f"row {row}"
    return _ROWS[table, row].partition("（区分")[0]


def column_name(table: str, row: str, column: str, language: Language) -> str:
    """Return the name of a row's column: its label, or its key."""
    if language == "en":
        return f"column {column}"
    return _COLUMNS[table, row, column]


def cell_name(cell: CellKey, language: Language) -> str:
    """Return the name of a cell by its table, row and column."""
    if language == "en":
        return f"{cell[0]}, {cell[1]}, {cell[2]}"
    table, row, column = cell
    in_row = _inner(row_name(table, row, language))
    in_column = _inner(column_name(table, row, column, language))
    return f"{table_name(table, language)}“{in_row}”行“{in_column}”列"


def added_labels(table: StatutoryTable) -> str:
    """Return the rows and columns of a table that its form lacks, blank if there are none."""
    labels = [" ".join(filter(None, (row.label, *row.cells))) for row in table.extra_rows]
    return "、".join([*labels, *(column.label for column in table.extra_columns)])


def _inner(label: str) -> str:
    """Return a label with single quotation marks inside, to stand in double ones (GB/T 15834)."""
    return label.replace("“", "‘").replace("”", "’")


def section_name(kind: str, language: Language) -> str:
    """Return the official heading of a section, or its kind."""
    headings = {str(key): heading for key, heading in SECTION_HEADINGS.items()}
    return headings.get(kind, kind) if language == "zh" else kind
