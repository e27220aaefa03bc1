"""The Chinese names of the keys of sections, tables, rows and columns."""

from typing import Final

from govreport.model.statute import LAYOUTS, SECTION_HEADINGS


def _quotable(label: str) -> str:
    """Return a label as it stands within quotation marks (GB/T 15834-2011, 4.8.3.3)."""
    return label.translate({ord("“"): "‘", ord("”"): "’"})


_ROWS = [row for layout in LAYOUTS for row in layout.rows]

KEY_NAMES: Final = {
    **{str(kind): heading for kind, heading in SECTION_HEADINGS.items()},
    **{column.key: column.label for row in _ROWS for column in row.columns},
    **{row.key: _quotable(row.labels[-1].partition("（区分")[0]) for row in _ROWS},
}
"""What a message in Chinese calls the places that a diagnostic names by their keys."""
