"""The statute's labels, looked up by the text that a page prints for them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from govreport.expressions import expression
from govreport.model import statute
from govreport.model.statute import Layout, Row, TableKind
from govreport.recognise.labels.folding import (
    comparable,
    distance,
    enumerator,
    label_key,
    skeleton,
    undecorated,
    without_brackets,
)
from govreport.recognise.labels.turning import is_misprint, may_be, note_turns
from govreport.recognise.labels.wordings import row_worded

_DIGIT = expression(r"\d")
_BARE_NUMBER = expression(r"(?P<number>[0-9０-９]{1,2})\s*(?P<rest>\D.*)", re.DOTALL)
_SYNONYMS = {"合计": "总计", "共计": "总计"}


_HEADERS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "proactive_disclosure": (("row_labels", statute.ITEM_COLUMN),),
    "applications": (
        ("applicants", statute.APPLICATIONS_NOTE),
        ("applicants", statute.APPLICANTS),
        ("applicants", statute.ORGANIZATIONS),
    ),
}
"""The headers of each table that stand above no column alone."""
"""Other words that offices print for a label too short to be matched by distance."""

Role = Literal["item", "row", "group", "column", "header"]

_REMEMBERED = 4096
"""The number of cached look-ups, enough for the labels of many reports."""

LONGEST_LABEL = 160
"""A longer text is not a label; the longest statutory one, with notes, has fewer characters."""


class Label(NamedTuple):
    """A label of one layout: its role, the key that it names, and how the statute prints it."""

    role: Role
    key: str
    printed: str


class Match(NamedTuple):
    """The labels that a printed text may be, and whether it differs from how they are printed."""

    labels: tuple[Label, ...]
    deviates: bool

    def label(self, *roles: Role) -> Label | None:
        """Return the first label of one of the roles, or None."""
        for label in self.labels:
            if label.role in roles:
                return label
        return None

    def has_number_of_row(self, text: str) -> bool:
        """Whether a text begins with the number that the form prints before the label of a row."""
        style, number, _ = enumerator(undecorated(text))
        label = self.label("row") if style else None
        return label is not None and enumerator(label.printed)[:2] == (style, number)


NO_MATCH = Match((), deviates=False)


class Vocabulary:
    """The labels of a set of layouts, looked up exactly, then without notes, then by distance."""

    def __init__(self, layouts: Sequence[Layout]) -> None:
        self.distinctive_columns = _distinctive_columns(layouts)
        """The edition of each label of a column that only one edition prints."""
        self._labels: dict[str, list[Label]] = {}
        self._rows_of_requests: dict[str | None, Label] = {}
        for layout in layouts:
            for label in _labels(layout):
                known = self._labels.setdefault(label_key(label.printed), [])
                if label not in known:
                    known.append(label)
                if layout.kind == "applications" and label.role == "row":
                    self._rows_of_requests[label.key] = label
        # The longest first, because labels run together are split at the longest.
        self._opening_with: dict[str, list[str]] = {}
        for key in sorted(self._labels, key=len, reverse=True):
            self._opening_with.setdefault(key[:1], []).append(key)
        self._matches: dict[str, Match] = {}
        self._exact: dict[str, list[Label]] = {}

    def match(self, text: str) -> Match:
        """Return the labels that `text` prints, none if it is not a label."""
        found = self._matches.get(text)
        if found is None:
            found = self._find(text)
            if len(self._matches) < _REMEMBERED:
                self._matches[text] = found
        return found

    def _find(self, text: str) -> Match:
        if labels := self.exact(text):
            return _match(labels, text)
        if begun := self._begun_under_number(text):
            return Match(tuple(begun), deviates=True)
        if text.isascii() or len(text) > LONGEST_LABEL or _states_number(text):
            return NO_MATCH
        if note_turns(text):
            return NO_MATCH
        for candidate in (label_key(text), label_key(without_brackets(text))):
            if near := self._nearest(candidate) or self._worded(candidate):
                return Match(tuple(near), deviates=True)
        return NO_MATCH

    def exact(self, text: str) -> list[Label]:
        """Return the labels whose ideographs `text` prints, with or without notes in brackets."""
        if text.isascii() or len(text) > LONGEST_LABEL:
            return []
        found = self._exact.get(text)
        if found is None:
            found = self._numbered(text) if _states_number(text) else self._look_up(text)
            if found and self._begun_under_number(text):
                found = []
            if len(self._exact) < _REMEMBERED:
                self._exact[text] = found
        return found

    def _look_up(self, text: str) -> list[Label]:
        key = label_key(text)
        if labels := self._labels.get(_SYNONYMS.get(key, key)):
            return labels
        return [] if note_turns(text) else self._labels.get(label_key(without_brackets(text)), [])

    def _numbered(self, text: str) -> list[Label]:
        """Return the labels that a text prints after their own number without its mark: `1 其他`."""
        opening = _BARE_NUMBER.match(undecorated(text))
        if opening is None or _DIGIT.search(rest := without_brackets(opening["rest"])):
            return []
        number = int(opening["number"])
        return [each for each in self._look_up(rest) if enumerator(each.printed)[1] == number]

    def _begun_under_number(self, text: str) -> list[Label]:
        """Return the labels that a text begins under their number, if it is one under another.

        `（六）其他` is `（六）其他处理`, and not `3.其他`.
        """
        style, number, _ = enumerator(undecorated(text))
        key = label_key(text)
        own = [enumerator(label.printed)[:2] for label in self._labels.get(key, ())]
        if not number or not own or (style, number) in own:
            return []
        return [
            label
            for known in self._opening_with.get(key[:1], ())
            if known.startswith(key) and known != key
            for label in self._labels[known]
            if enumerator(label.printed)[:2] == (style, number)
        ]

    def split(self, text: str) -> list[str]:
        """Return the labels of a text that consists only of labels run together.

        At each place the longest label is used; the list is empty if something is left over.
        """
        rest = skeleton(text) if len(text) <= LONGEST_LABEL else ""
        found: list[str] = []
        while rest:
            for label in self._opening_with.get(rest[0], ()):
                if rest.startswith(label):
                    break
            else:
                return []
            found.append(label)
            rest = rest[len(label) :]
        return found

    def _nearest(self, key: str) -> list[Label]:
        limit = tolerance(key)
        if not limit:
            return []
        near = sorted(
            (apart, known)
            for known in self._labels
            if (apart := distance(key, known, limit)) <= limit
            and apart <= tolerance(known)
            and may_be(key, known)
            and is_misprint(key, known)
        )
        if not near or (len(near) > 1 and near[0][0] == near[1][0]):
            return []
        return self._labels[near[0][1]]

    def _worded(self, key: str) -> list[Label]:
        """Return the row of table 3 whose label an office words in its own way."""
        row = row_worded(key) if self._rows_of_requests else None
        label = self._rows_of_requests.get(row)
        if label is None or not may_be(key, label_key(without_brackets(label.printed))):
            return []
        return [label]


def _states_number(text: str) -> bool:
    """Whether a text holds digits besides its own number and notes in brackets.

    No label does; if one seems to, a row's numbers were run together with it.
    """
    if not _DIGIT.search(text):
        return False
    rest = enumerator(undecorated(text))[2]
    return bool(_DIGIT.search(without_brackets(rest)))


def tolerance(key: str) -> int:
    """Return how many ideographs of a label may differ before it is another label."""
    if len(key) < 4:
        return 0
    return 1 if len(key) < 6 else max(2, len(key) // 5)


def _match(labels: list[Label], text: str) -> Match:
    printed = comparable(text)
    deviates = all(comparable(label.printed) != printed for label in labels)
    return Match(tuple(labels), deviates)


def _labels(layout: Layout) -> Iterator[Label]:
    for key, printed in layout.group_labels:
        yield Label("item", key, printed)
    for key, printed in _HEADERS.get(layout.kind, ()):
        yield Label("header", key, printed)
    for row in layout.rows:
        yield from _labels_of_row(layout, row)


def _labels_of_row(layout: Layout, row: Row) -> Iterator[Label]:
    for printed in row.labels[:-1]:
        yield Label("group", printed, printed)
    # Table 4 prints the names of its rows as headers above their columns.
    role: Role = "header" if layout.kind == "reviews" else "row"
    yield Label(role, row.key, row.labels[-1])
    if layout.kind == "proactive_disclosure":
        # Offices print the names of one edition in the table of the other.
        rows = (each for other in statute.LAYOUTS for each in other.rows)
        yield from (Label(role, row.key, each.labels[-1]) for each in rows if each.key == row.key)
    for column in row.columns:
        yield Label("column", column.key, column.label)


def vocabulary(kind: TableKind, edition: int | None) -> Vocabulary:
    """Return the vocabulary of one layout."""
    return _vocabulary_of((statute.layout(kind, edition).edition,), kind)


def kind_vocabulary(kind: TableKind) -> Vocabulary:
    """Return the vocabulary of a table kind in all editions."""
    return _vocabulary_of((None, *statute.EDITIONS), kind)


@cache  # one for each layout and each kind of table, and each remembers what it looked up
def _vocabulary_of(editions: tuple[int | None, ...], kind: TableKind) -> Vocabulary:
    layouts = [each for each in statute.LAYOUTS if each.kind == kind]
    return Vocabulary([each for each in layouts if each.edition in editions])


def _distinctive_columns(layouts: Iterable[Layout]) -> dict[str, int]:
    """Return the edition of each label of a column that only one of several editions prints."""
    editions: dict[str, set[int]] = {}
    for layout in layouts:
        if layout.edition is None:
            continue
        for column in {column for row in layout.rows for column in row.columns}:
            editions.setdefault(label_key(column.label), set()).add(layout.edition)
    return {key: found.pop() for key, found in editions.items() if len(found) == 1}
