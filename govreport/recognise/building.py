"""Builds a statutory table from its lines: its edition, its rows, its numbers."""

from govreport.model import statute
from govreport.model.statute import TableKind
from govreport.model.statutory import StatutoryTable
from govreport.recognise.editions import (
    edition_of_applications,
    edition_of_proactive_disclosure,
    edition_of_rows,
)
from govreport.recognise.notes import Notes
from govreport.recognise.pieces import Shown
from govreport.recognise.placing.claims import build_table
from govreport.recognise.rows import Line

DEFAULT_EDITION = 2021
"""The edition if no label shows it: the one in force."""


def build(
    kind: TableKind, lines: list[Line], shown: Shown, edition: int | None, notes: Notes
) -> StatutoryTable:
    """Return the statutory table that the lines hold.

    `edition` is that of the report's other tables, for lines that do not show theirs.
    """
    if kind == "reviews":
        return build_table(kind, lines, shown, statute.layout(kind, None), True, notes)
    if kind == "proactive_disclosure":
        told = edition_of_proactive_disclosure(lines) or edition_of_rows(lines)
    else:
        told = edition_of_applications(lines)
    layout = statute.layout(kind, told or edition or DEFAULT_EDITION)
    return build_table(kind, lines, shown, layout, told is not None, notes)
