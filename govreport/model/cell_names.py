"""Finds cells by name: by the statute's keys, or by the labels that the form prints.

A label is matched in full on its letters and digits, with or without its number and the note after
it: 一、本年新收政府信息公开申请数量 and 本年新收政府信息公开申请数量 name one row. Nothing is guessed: a name
that is nearly a label is refused, and the error suggests the label.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache

from govreport.errors import InvalidDocumentError
from govreport.expressions import expression
from govreport.model.statute import LAYOUTS, SECTION_HEADINGS, TABLE_KINDS, Layout

_NUMBER = expression(
    r"(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d+\s*[.．、])"
)
_NOTE = expression(r"[（(][^（）()]*[）)]$")
_LEVELS = expression(r"\s+/\s+")
_LIKENESS = 0.6
_MOST_NEAR = 3


def table_key(name: str) -> str:
    """Return the key of the table that a key, a section's heading, or its number as 表三 names.

    Raises `InvalidDocumentError` for an unknown name.
    """
    names: dict[str, set[str]] = {
        key: {key, f"表{number}", *_spellings(SECTION_HEADINGS[key])}
        for key, number in zip(TABLE_KINDS, "二三四", strict=True)
    }
    return _named(name, names, "table", "the form")


def row_and_column(of: Layout, row: str, column: str) -> tuple[str, str]:
    """Return the keys of the cell that a row and a column of a table name.

    Raises `InvalidDocumentError` for an unknown or ambiguous name, with similar ones.
    """
    where = f"{of.kind}{f' of edition {of.edition}' if of.edition else ''}"
    try:
        key = _named(row, _row_names(of), "row", where)
    except InvalidDocumentError as error:
        for other in LAYOUTS:
            if other.kind == of.kind and other is not of and row in _row_names(other):
                raise InvalidDocumentError(
                    f"{where}: there is no row {row!r}; the edition of {other.edition} has it"
                ) from error
        raise
    columns = {each.key: {each.key, *_spellings(each.label)} for each in of.row(key).columns}
    return key, _named(column, columns, "column", f"{where}, row {key}")


@cache
def _row_names(of: Layout) -> dict[str, set[str]]:
    return {
        row.key: {
            row.key,
            *(
                _folded("".join(levels))
                for start in range(len(row.labels))
                for levels in _paths(row.labels[start:])
            ),
        }
        for row in of.rows
    }


def _paths(labels: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the ways to spell adjacent labels."""
    if not labels:
        yield ()
        return
    for rest in _paths(labels[1:]):
        for spelling in _spellings(labels[0]):
            yield spelling, *rest


def _spellings(label: str) -> set[str]:
    """Return a label folded: with and without its number, and the note after it."""
    bare = _NUMBER.sub("", label, count=1) if _NUMBER.match(label) else label
    return {_folded(text) for each in (label, bare) for text in (each, _NOTE.sub("", each))}


def _folded(text: str) -> str:
    return "".join(
        sign.casefold() for sign in unicodedata.normalize("NFKC", text) if sign.isalnum()
    )


def _named(name: str, names: Mapping[str, set[str]], what: str, where: str) -> str:
    """Return the key of which `name` is one of its names."""
    if name in names:
        return name
    written = _LEVELS.sub("", name) if isinstance(name, str) else ""
    found = [key for key, known in names.items() if _spellings(written) & known]
    if written and len(found) == 1:
        return found[0]
    if len(found) > 1:
        raise InvalidDocumentError(
            f"{where}: the {what} {name!r} may be {' or '.join(found)}; give the key"
        )
    raise InvalidDocumentError(
        f"{where}: there is no {what} {name!r}; {_nearest(written, names)}"
    )


def _nearest(written: str, names: Mapping[str, Iterable[str]]) -> str:
    """Say which keys are similar, else all there are."""
    keys = {known: key for key, several in names.items() for known in sorted(several)}
    close = {
        keys[each]
        for spelling in (written, *sorted(_spellings(written)))
        for each in get_close_matches(spelling, keys, _MOST_NEAR, _LIKENESS)
    }
    if close:
        return f"did you mean {' or '.join(sorted(close))}?"
    return f"there are {', '.join(names)}"
