"""The edition of the layout, as shown by a table's own rows and columns."""

from collections import Counter
from collections.abc import Container, Sequence
from itertools import chain

from govreport.model import statute
from govreport.recognise.labels.folding import enumerator, label_key, without_brackets
from govreport.recognise.labels.vocabulary import kind_vocabulary
from govreport.recognise.pieces import words_of
from govreport.recognise.placing.naming import statute_cells
from govreport.recognise.rows import Line

_OF_2021 = frozenset(["overdue_correction", "overdue_fee"])
"""Rows that table 3 has only in the edition of 2021."""


def edition_of_applications(lines: Sequence[Line]) -> int | None:
    """Return the edition of table 3: only that of 2021 divides 其他处理 into rows."""
    known = kind_vocabulary("applications")
    words = set(words_of(chain.from_iterable(lines)))
    keys = {label.key for text in words for label in known.match(text).labels}
    if keys & _OF_2021 or any(map(_is_third_of_other, words)) or any(map(_is_path, words)):
        return 2021
    return 2019 if "other_handling" in keys else None


def _is_path(text: str) -> bool:
    """Whether a text holds a row of the edition of 2021 behind the labels of its groups."""
    cells = statute_cells("applications")
    named = cells.name(text)
    rows = cells.rows_in(named.rows) if named.sort == "label" and named.rows else ()
    return bool(rows) and _OF_2021.issuperset(rows)


def _is_third_of_other(text: str) -> bool:
    """Whether a text is the last row of 其他处理 with its number, which tells it from a column."""
    labels = kind_vocabulary("applications").exact(text)
    return enumerator(text)[1] == 3 and any(label.key == "other_reasons" for label in labels)


def edition_of_rows(lines: Sequence[Line]) -> int | None:
    """Return the only edition with a row of table 2 that the lines name, else None."""
    rows: dict[str, set[int]] = {}
    for layout in statute.LAYOUTS:
        if layout.kind == "proactive_disclosure" and layout.edition is not None:
            for row in layout.rows:
                rows.setdefault(row.key, set()).add(layout.edition)
    known = kind_vocabulary("proactive_disclosure")
    for line in lines:
        for piece in line:
            for label in known.exact(piece.text):
                if label.role == "row" and len(rows[label.key]) == 1:
                    return next(iter(rows[label.key]))
    return None


def edition_of_proactive_disclosure(lines: Sequence[Line]) -> int | None:
    """Return the edition whose columns the headers of table 2 print, None if they show none."""
    distinctive = kind_vocabulary("proactive_disclosure").distinctive_columns
    words = words_of(chain.from_iterable(lines))
    keys = [_key_in(distinctive, text) for text in words if len(text) < _LONGEST_COLUMN]
    votes = Counter([distinctive[key] for key in keys if key])
    return votes.most_common(1)[0][0] if votes else None


_LONGEST_COLUMN = 60


def _key_in(known: Container[str], text: str) -> str | None:
    """Return the key of a text, with notes in brackets or without, if it is known."""
    whole = label_key(text)
    if whole in known:
        return whole
    bare = label_key(without_brackets(text))
    return bare if bare in known else None
