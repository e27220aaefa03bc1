"""Digits at the ends of labels that are marks of notes, and no numbers of their rows.

A label that ends in digits may have the number of its row run together with it. A header has no number:
where labels of columns end in digits, these are marks, and so they are behind other labels of the table.
"""

from collections.abc import Collection, Iterable, Sequence
from itertools import groupby

from govreport.expressions import expression
from govreport.recognise.labels.vocabulary import Label
from govreport.recognise.notes import Notes
from govreport.recognise.placing.naming import is_neutral
from govreport.recognise.repair.broken_grids import labels_of
from govreport.recognise.rows import Line, is_value

_MARKED = expression(r"(.*[^0-9０-９.．,，\s])\s?([0-9]{1,2})")
_DIGITS = "0123456789"
_FEWEST_APART = 15
"""So many numbers has the row of table 4, whose labels all stand above it."""
_HEADS = frozenset(("row_labels", "applicants"))
"""The keys of headers above several columns."""
_FEWEST_LABELS = 2
"""Labels on one line without numbers that show it to be a header."""


def marks_of_notes(rows: Iterable[Sequence[str]]) -> frozenset[str]:
    """Return the digits behind labels that are marks of notes, by the texts of each row or line.

    They are the same behind all labels of headers, or count them from one on. Where the numbers of
    a table stand apart from its labels, all labels are such.
    """
    rows = list(rows)
    marks: set[str] = set()
    if _stand_apart(rows):
        marks.update(filter(None, (_mark_of(text) for row in rows for text in row)))
    is_below_header = False
    for row in rows:
        texts = [text for text in row if text]
        if _is_header(texts):
            marks.update(filter(None, map(_mark_of, texts)))
            is_below_header = True
            continue
        for text in texts:
            if is_below_header and _labels_column(text):
                marks.update(filter(None, [_mark_of(text)]))
            else:
                is_below_header = _heads_columns(text)
    counted = {str(number) for number in range(1, len(marks) + 1)}
    return frozenset(marks) if len(marks) == 1 or marks == counted else frozenset()


def _stand_apart(rows: Sequence[Sequence[str]]) -> bool:
    """Whether more numbers follow each other, each on a line, than any row has."""
    runs = groupby(rows, key=lambda row: len(row) == 1 and is_value(row[0]))
    return any(is_run and len(list(run)) >= _FEWEST_APART for is_run, run in runs)


def may_hold_marks(words: Iterable[str]) -> bool:
    """Whether a text that is no number ends in a digit; without one, there is no mark."""
    return any(word[-1] in _DIGITS for word in words)


def lines_without_marks(lines: list[Line], marks: Collection[str], notes: Notes) -> list[Line]:
    """Return the lines of a table with the labels alone that stand before marks of notes."""
    if not marks:
        return lines
    whole: list[Line] = []
    for line in lines:
        whole.append([piece._replace(text=_without_mark(piece.text, marks)) for piece in line])
        for printed, label in zip(line, whole[-1], strict=True):
            if printed.text != label.text:
                notes.add("deviating-label", "", printed.text, f"read as {label.text}")
    return whole


def ends_in_mark(text: str, marks: Collection[str]) -> bool:
    """Whether a text is a label before a mark of a note."""
    return bool(marks) and _without_mark(text, marks) != text


def _without_mark(text: str, marks: Collection[str]) -> str:
    if labels_of(text):
        return text
    match = _MARKED.fullmatch(text)
    return match[1] if match and match[2] in marks and labels_of(match[1]) else text


def _is_header(texts: Sequence[str]) -> bool:
    """Whether texts of one line are labels of columns, some of them without a mark, and no numbers."""
    if len(texts) < _FEWEST_LABELS or any(map(is_value, texts)):
        return False
    labelled = [labels for text in texts if (labels := _labels(text))]
    of_columns = [labels for labels in labelled if not _is_of_row(labels)]
    if len(labelled) < _FEWEST_LABELS or len(of_columns) < len(labelled):
        return False
    return any(map(labels_of, texts)) and any(map(_labels_column, texts))


def _is_of_row(labels: Sequence[Label]) -> bool:
    return all(label.role in ("row", "group") for label in labels)


def _labels_column(text: str) -> bool:
    """Whether a text is the label of a column where its line or the one above it is a header."""
    return any(label.role == "column" for label in _labels(text))


def _heads_columns(text: str) -> bool:
    """Whether the labels of columns follow a text that stands on a line of its own.

    Not in table 4: each outcome may have its number behind it, in a list below the name of its row.
    """
    return is_neutral(text) or any(label.key in _HEADS for label in _labels(text))


def _labels(text: str) -> tuple[Label, ...]:
    """Return the labels that a text prints, alone or before a mark."""
    match = _MARKED.fullmatch(text)
    return labels_of(text) or (labels_of(match[1]) if match else ())


def _mark_of(text: str) -> str:
    match = _MARKED.fullmatch(text)
    return match[2] if match and labels_of(match[1]) and not labels_of(text) else ""
