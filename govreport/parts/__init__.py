"""The reports below a summary: which of them count, and the sum of each cell of the form.

The package knows only documents. `reports_below` finds whose reports count; `sums` adds them up
cell by cell and names the offices that leave a cell open.
"""

from govreport.parts.figures import Figure, figures
from govreport.parts.membership import (
    NamedDocument,
    PartReport,
    Refusal,
    ReportingOffice,
    ReportsBelow,
    reports_below,
)
from govreport.parts.roster import matching, read_roster
from govreport.parts.sums import Cause, CellSum, Contribution, added, dropped, sums

__all__ = [
    "Cause",
    "CellSum",
    "Contribution",
    "Figure",
    "NamedDocument",
    "PartReport",
    "Refusal",
    "ReportingOffice",
    "ReportsBelow",
    "added",
    "dropped",
    "figures",
    "matching",
    "read_roster",
    "reports_below",
    "sums",
]
