"""The reports below a summary: which of them count, and what each cell of the form sums to.

It knows documents alone. `gather` says whose reports count, `Parts.sums` adds them up cell by cell
and says of every cell that cannot be added up who is to blame.
"""

from govreport.parts.figures import Figure, figures
from govreport.parts.membership import NamedDocument, Office, Part, Parts, Refusal, gather
from govreport.parts.roster import matching, read_roster
from govreport.parts.sums import Cause, Contribution, Sum, added, dropped, sums

__all__ = [
    "Cause",
    "Contribution",
    "Figure",
    "NamedDocument",
    "Office",
    "Part",
    "Parts",
    "Refusal",
    "Sum",
    "added",
    "dropped",
    "figures",
    "gather",
    "matching",
    "read_roster",
    "sums",
]
