"""The reports below a summary: which of them count, and what each cell of the form sums to.

It knows documents alone. `reports_below` says whose reports count, and `sums` adds them up cell by
cell and says of every cell that cannot be added up who is to blame.
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
