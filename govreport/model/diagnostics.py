"""Diagnostics: what a reader repaired, omitted or could not place, by a closed list of codes."""

from dataclasses import dataclass, replace
from typing import Literal

from govreport.wording import Language, localized, localized_place

Severity = Literal["info", "warning"]

CODES: dict[str, tuple[Severity, str]] = {
    # The document as a whole
    "not-a-report": ("warning", "the source holds no statutory section and no statutory table"),
    "year-conflict": ("warning", "the report names different years in different places"),
    "agency-conflict": ("warning", "the report names different agencies in different places"),
    "mixed-editions": ("warning", "the tables follow different editions of the layout"),
    "several-reports": ("warning", "the source holds more than one report"),
    # Titles, sections and page furniture
    "repeated-title": ("info", "the title is printed again and was left out"),
    "page-furniture": ("info", "text of the page around the report was left out"),
    "split-text": ("info", "a heading that ran into other text was separated from it"),
    "repeated-section": ("warning", "a statutory section occurs more than once"),
    "section-order": ("warning", "a statutory section is out of order"),
    # Statutory tables
    "deviating-label": ("info", "a label differs from the statutory one and was matched to it"),
    "unknown-row": ("info", "a row that is not in the statutory form was kept with its label"),
    "unknown-column": ("info", "a column that is not in the statutory form was kept"),
    "missing-row": ("warning", "a statutory row or column is not in the source"),
    "repeated-row": ("warning", "a statutory row is printed more than once"),
    "repeated-table": ("warning", "a statutory table is given more than once"),
    "ambiguous-columns": ("warning", "numbers could belong to more than one column"),
    "spread-value": ("info", "one cell spans several columns and applies to each of them"),
    "unreadable-value": ("warning", "a cell holds neither a number nor a mark that means none"),
    "leftover-cells": ("warning", "a row holds more cells than its part of the table has"),
    "unplaced-text": ("warning", "text of a statutory table has no place in its layout"),
    # What readers met in the file
    "extractor-noise": ("info", "a mark that an extraction program inserted was left out"),
    "forbidden-character": ("warning", "characters that no format can carry were left out"),
    "undecodable-text": ("warning", "bytes that the encoding does not allow were replaced"),
    "wrongly-decoded": ("warning", "text that had been decoded wrongly was restored"),
    "deleted-text": ("info", "text that a tracked change deletes was left out"),
    "hidden-text": ("info", "text that is not displayed was left out"),
    "header-or-footer": ("info", "a page header or footer was left out"),
    "note": ("info", "a footnote, endnote or comment was left out"),
    "image": ("info", "a picture or embedded object was left out"),
    "form-field": ("info", "the content of a form control was left out"),
    "doubtful-print": ("warning", "text that the edge or the end of a page may have cut off"),
    "recognised-text": ("warning", "text that a program recognised in a picture"),
    "formula-without-value": ("warning", "a formula whose result is not in the file"),
    "rounded-number": ("info", "a number is shown with fewer digits than the file holds"),
    "span-clamped": ("warning", "a cell's span was cut to what its table or the limits allow"),
    "damaged-markup": ("warning", "a part of the file is missing or damaged and was skipped"),
    # What normalising saw and left, for no repair of it would be certain
    "lost-unit": ("warning", "a date or document number lost the characters between its digits"),
    "unproved-slip": ("warning", "text read one byte off could not be restored with certainty"),
    "garbled-text": (
        "warning",
        "text that was decoded wrongly could not be restored with certainty",
    ),
    "lost-character": ("warning", "a mark stands where a character was lost"),
    "unknown-character": ("warning", "a private-use character has no known meaning"),
    "traditional-text": (
        "info",
        "a line in traditional script was left in a simplified document",
    ),
    "step-failed": ("warning", "a step of normalising failed and changed nothing"),
    "suspected-advert": ("warning", "text that may be an injected advertisement was left"),
    # What tables of many reports cannot hold
    "value-beyond-precision": (
        "warning",
        "a number has more digits than the tables have room for",
    ),
}
"""Every code with its severity and what it means."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that a reader repaired, omitted or could not place.

    `where` names the place in the source or the document; `text` quotes what was left out or
    in doubt, empty if nothing visible is concerned. `table`, `row` and `column` are the
    statute's keys of the cell concerned: without `column` it is every cell of the row, without
    `row` every cell of the table or of the column; all are empty for what concerns no table.
    """

    code: str
    severity: Severity
    message: str
    where: str = ""
    text: str = ""
    table: str = ""
    row: str = ""
    column: str = ""

    def concerns(self, table: str, row: str, column: str) -> bool:
        """Whether the cell of these keys is the one concerned, or among those concerned."""
        return self.table == table and self.row in ("", row) and self.column in ("", column)

    def localized(self, language: Language = "zh") -> "Diagnostic":
        """Return the diagnostic with its message and place in Chinese ("zh") or English ("en").

        The message is translated by its text, so a diagnostic that was read back from JSON or from
        another process can be translated as well. If the catalogue does not know the message, the
        meaning of its code comes before it. The quoted `text`, the code and the keys are the same
        in every language.
        """
        if language == "en":
            return self
        from govreport.model.key_names import KEY_NAMES

        message = localized(self.message, language, KEY_NAMES)
        if self.code in CODES and message == self.message:
            usual = localized(CODES[self.code][1], language)
            message = f"{usual}（{self.message}）" if self.message else usual
        return replace(
            self, message=message, where=localized_place(self.where, language, KEY_NAMES)
        )


def diagnostic(
    code: str,
    where: str = "",
    text: str = "",
    message: str = "",
    *,
    table: str = "",
    row: str = "",
    column: str = "",
) -> Diagnostic:
    """Return a diagnostic of that code, its severity and usual message taken from `CODES`.

    `message` replaces the usual message if more can be said. The keys are as in `Diagnostic`.
    """
    severity, usual = CODES[code]
    return Diagnostic(code, severity, message or usual, where, text, table, row, column)
