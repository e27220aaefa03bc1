"""Rules on the three tables: missing, repeated, blank, half filled."""

from collections.abc import Iterator, Sequence

from govreport.checks import sources
from govreport.checks.examination import Examination
from govreport.checks.finding import CellKey, Finding
from govreport.checks.naming import added_labels, row_name, table_name
from govreport.checks.registry import rule
from govreport.model.statute import EDITIONS, TABLE_KINDS, TableKind
from govreport.model.statutory import StatutoryTable

_HALF = 2
"""A table is half filled where at least one of so many cells is blank."""


@rule("tables.missing", "warning", "all three statutory tables are present", sources.CONTENTS)
def _missing(examination: Examination) -> Iterator[Finding]:
    for kind in TABLE_KINDS:
        if examination.document.statutory_table(kind) is None:
            yield examination.finding(table=table_name(kind, examination.language))


@rule("tables.repeated", "warning", "no statutory table is given twice with different numbers")
def _repeated(examination: Examination) -> Iterator[Finding]:
    for kind in TABLE_KINDS:
        given = {
            block
            for block in examination.document.blocks()
            if isinstance(block, StatutoryTable) and block.kind == kind
        }
        if len(given) > 1:
            yield examination.finding(table=table_name(kind, examination.language))


@rule("tables.blank", "warning", "a statutory table holds a number", sources.RESPONSIBILITY)
def _blank(examination: Examination) -> Iterator[Finding]:
    for kind in TABLE_KINDS:
        cells = _cells(examination, kind)
        if cells and not any(cells.values()):
            yield examination.finding(cells=cells, table=table_name(kind, examination.language))


@rule(
    "tables.half_filled",
    "warning",
    "a statutory table is either blank or filled in throughout, with 0 for none",
    sources.RESPONSIBILITY,
)
def _half_filled(examination: Examination) -> Iterator[Finding]:
    for kind in TABLE_KINDS:
        cells = _cells(examination, kind)
        blank = [key for key, text in cells.items() if not text]
        if len(blank) < len(cells) <= len(blank) * _HALF:
            yield examination.finding(
                cells=blank,
                table=table_name(kind, examination.language),
                blank=len(blank),
                count=len(cells),
            )


def _cells(examination: Examination, kind: TableKind) -> dict[tuple[str, str, str], str]:
    """Return the texts of a table's cells, without those that the reader could not fill."""
    return {
        key: text
        for key, text in examination.texts.printed.items()
        if key[0] == kind and key not in examination.texts.open_cells
    }


@rule(
    "tables.blank_total",
    "warning",
    "where the parts are filled in, so is their total",
    sources.FORMS,
)
def _blank_total(examination: Examination) -> Iterator[Finding]:
    yield from _one_side_blank(examination, "right")


@rule(
    "tables.blank_parts", "warning", "where a total is filled in, so are its parts", sources.FORMS
)
def _blank_parts(examination: Examination) -> Iterator[Finding]:
    yield from _one_side_blank(examination, "left")


def _one_side_blank(examination: Examination, blank: str) -> Iterator[Finding]:
    """Yield the identities with one side blank and the other more than zero."""
    texts = examination.texts
    for table in examination.tables():
        for empty, stated in _sides(table, blank):
            if any(texts.printed.get(cell) or cell in texts.open_cells for cell in empty):
                continue
            value = sum(texts.readings[cell].value or 0 for cell in stated)
            if value:
                yield examination.finding(
                    cells=[*empty, *stated],
                    actual=value,
                    row=row_name(table.kind, empty[0][1], examination.language),
                )


def _sides(
    table: StatutoryTable, blank: str
) -> Iterator[tuple[Sequence[CellKey], Sequence[CellKey]]]:
    """Yield the cells of each identity on the side that is `blank` and on the other one."""
    for identity in table.layout.identities:
        if identity.rule != "applications.balance":
            left, right = (
                [(table.kind, *cell) for cell in side] for side in (identity.left, identity.right)
            )
            yield (left, right) if blank == "left" else (right, left)


@rule(
    "tables.edition",
    "warning",
    "the tables are those of the form in force: of 2019 for the years 2019 and 2020, then of 2021",
    sources.UNIFORM,
)
def _edition(examination: Examination) -> Iterator[Finding]:
    year = examination.document.year
    if year is None or year < EDITIONS[0]:
        return
    in_force = max(edition for edition in EDITIONS if edition <= year)
    for table in examination.document.statutory_tables():
        if table.edition is not None and table.edition != in_force:
            yield examination.finding(
                expected=in_force,
                actual=table.edition,
                table=table_name(table.kind, examination.language),
                year=year,
            )


@rule(
    "tables.added",
    "warning",
    "the statutory tables have the rows and columns of the form alone",
    sources.CONTENTS,
)
def _added(examination: Examination) -> Iterator[Finding]:
    for table in examination.document.statutory_tables():
        if labels := added_labels(table):
            yield examination.finding(
                table=table_name(table.kind, examination.language), labels=labels
            )


@rule(
    "tables.marks",
    "warning",
    "a statutory table shows none in one way throughout, either as 0 or as a mark",
    sources.UNIFORM,
)
def _marks(examination: Examination) -> Iterator[Finding]:
    texts = examination.texts
    for kind in TABLE_KINDS:
        cells = _cells(examination, kind)
        marked = [
            key
            for key, text in cells.items()
            if text and texts.readings[key].value is None and not texts.readings[key].doubtful
        ]
        if marked and any(texts.readings[key].value == 0 for key in cells):
            yield examination.finding(
                cells=marked,
                table=table_name(kind, examination.language),
                count=len(marked),
                marks="、".join(dict.fromkeys(cells[key].strip() for key in marked)),
            )
