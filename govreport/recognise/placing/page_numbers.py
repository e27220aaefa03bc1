"""Rows behind which a page or the text itself ends."""

from collections.abc import Sequence

from govreport.recognise.page.titles import is_title
from govreport.recognise.placing.part_labels import LabelledRow


def ends_page(row: LabelledRow, rows: Sequence[LabelledRow]) -> bool:
    """Whether the line behind a row prints a report's title again, as the head of a page."""
    below = next((each for each in rows if each.at > row.at), None)
    return below is not None and below.is_note and is_title(below.texts[0].piece.text)


def is_last_before_others(
    row: LabelledRow, rows: Sequence[LabelledRow], form: Sequence[str]
) -> bool:
    """Whether a table ends in a row that is not the form's last, so that it may be cut off."""
    return row.at == rows[-1].at and bool(row.keys) and form[-1] not in row.keys
