"""Numbers that may be those of a printed page: they end a row, and the page's title is behind it."""

from collections.abc import Sequence

from govreport.recognise.page.titles import is_title
from govreport.recognise.placing.part_labels import LabelledRow


def ends_page(row: LabelledRow, rows: Sequence[LabelledRow]) -> bool:
    """Whether the line behind a row prints a report's title again, as the head of a page."""
    below = next((each for each in rows if each.at > row.at), None)
    return below is not None and below.is_note and is_title(below.texts[0].piece.text)
