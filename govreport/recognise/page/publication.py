"""The day of publication, of all the dates that a page shows about a document."""

import datetime
from collections.abc import Iterable

from govreport.recognise.page.words import CHANGED, ISSUED, RELEASED, UNNAMED_DATES

Dates = Iterable[tuple[str, datetime.date | None]]
"""Dates with their labels; a date without a label has an empty one."""

_RANKS = (RELEASED, ("", *UNNAMED_DATES), CHANGED, ISSUED)


def publication_date(dates: Dates) -> datetime.date | None:
    """Return the day on which a document was made public, None if nothing states it.

    Dates are ranked: one labelled as the day of release, one without such a label, the day of a
    change to the page, and the day on which the document was written. Within a rank the first
    date counts.
    """
    best, found = len(_RANKS), None
    for label, date in dates:
        rank = next((rank for rank, known in enumerate(_RANKS) if label in known), len(_RANKS))
        if date is not None and rank < best:
            best, found = rank, date
    return found
