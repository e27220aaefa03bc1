"""Lines about the page or its document: labels, each followed by its value.

Labels and values are separated at the source's blanks, so that no value includes the next label,
and a name that ends in a word such as 发布 stays whole.
"""

import datetime
import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from govreport.expressions import expression
from govreport.model.dates import calendar_date
from govreport.recognise.labels.folding import aligned
from govreport.recognise.page import words
from govreport.recognise.page.titles import is_tool, names_agency

_KNOWN = frozenset(
    (
        *words.TITLES,
        *words.DATES,
        *words.PUBLISHERS,
        *words.TELLING,
        *words.OTHERS,
        *words.ABOUT_PAGES,
    )
)

_MAY_HOLD_DATES = frozenset((*words.PUBLISHERS, *words.ABOUT_PAGES))
"""Labels whose value may be followed by a date without a label."""


def label_pattern(labels: Sequence[str], blanks: str = r"[^\S\n]*") -> str:
    r"""Return a pattern for any of some labels, the longest first, with or without blanks in them.

    `blanks` matches the blanks; for a text without line breaks the cheaper `\s*` will do.
    """
    # Common beginnings of labels are compiled once. Blanks are matched by a negated class, because
    # a class of non-Latin characters takes a tenth of a millisecond each to compile.
    return _ways_on(labels, blanks)


def _ways_on(endings: Sequence[str], blanks: str) -> str:
    """Return a pattern for any of some ends of labels, grouped by their first character."""
    by_first: dict[str, list[str]] = {}
    for ending in filter(None, endings):
        by_first.setdefault(ending[0], []).append(ending[1:])
    ways = "|".join(re.escape(first) + _behind(rest, blanks) for first, rest in by_first.items())
    return f"(?:{ways})" if len(by_first) > 1 else ways


def _behind(endings: Sequence[str], blanks: str) -> str:
    """Return a pattern for the rest of labels after a character, empty if one ends there."""
    if not any(endings):
        return ""
    pattern = blanks + _ways_on(endings, blanks)
    return pattern if all(endings) else f"(?:{pattern})?"


_ANY_WHITE = r"\s*"
_BLANK = r"[ \t\u3000\u00a0]"
_OPENING = r"[【〖\[（(|｜丨\s]"
_COLONS = ":：丨"
_COLON = r"[】〗\]]?[ \t\u3000\u00a0]*[:：丨]"
_DAY = r"(?:\d{4}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{1,2}|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)"
_TIME = r"(?:[ \tT]*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?"
_WITHOUT_COLON = (*words.RELEASED, *words.CHANGED, *words.ISSUED, *words.OFFICES, *words.TELLING)
_MAY_LACK_COLON = frozenset((*words.DATES, *_WITHOUT_COLON))
_LABEL = expression(
    rf"(?P<known>{label_pattern(sorted(_KNOWN), _ANY_WHITE)}){_COLON}"
    rf"|(?P<dating>{label_pattern(words.DATES, _ANY_WHITE)})[】\]]?{_BLANK}*(?={_DAY})"
    rf"|(?:^|(?<={_OPENING})|(?<=\d))(?P<bare>{label_pattern(_WITHOUT_COLON, _ANY_WHITE)})(?={_BLANK}*(?:$|[^:：，。、的\s]))"
    rf"|(?:^|(?<={_OPENING}))(?P<unknown>[\u4e00-\u9fff]{{2,6}}){_COLON}"
)
_DATE = expression(_DAY + _TIME)
_OPENS = expression(rf"(?:[-•·●*]\s*)?{_OPENING}*(?:{_DAY}{_TIME}[】〗\]）)]?{_OPENING}*)?$")
_DATE_ALONE = expression(
    rf"{_DAY}{_TIME}|\[\s*{_DAY}{_TIME}\s*\]|【\s*{_DAY}{_TIME}\s*】|[（(]\s*\d{{4}}[-/.].{{0,20}}[)）]"
)
_OPENING_DATES = ("[", "【", "（", "(")
_PARTS = expression(r"[\s|｜丨,，;；【】〖〗\[\]]+")
_LONGEST = 160
_LONGEST_NAME = 40
_SITE_TIME = expression(
    rf"\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}{_TIME}\s+[^。；，：:]{{1,24}}|(?P<before>[^。；，]{{0,30}}?){_DAY}[ \tT]*\d{{1,2}}[:：]\d{{2}}(?P<behind>[^。；，]{{0,16}})"
)


class Said(NamedTuple):
    """What a line of the page says: each label with its value, and the dates with theirs.

    A date without a label has an empty one.
    """

    pairs: tuple[tuple[str, str], ...] = ()
    dates: tuple[tuple[str, datetime.date], ...] = ()

    @property
    def publisher(self) -> str | None:
        """Who published, by the first label that names somebody."""
        return self._named(words.PUBLISHERS)

    @property
    def office(self) -> str | None:
        """The office whose document it is, from the first label that names one."""
        return self._named(words.OFFICES)

    def _named(self, labels: Sequence[str]) -> str | None:
        names = (name_in(value) for label, value in self.pairs if label in labels)
        return next((name for name in names if name), None)


def said_by(text: str) -> Said | None:
    """Return what a line says if it opens with a label or a date, None for any other text."""
    if len(text) > _LONGEST or "。" in text or "\n" in text:
        return None
    plain, places = aligned(text)
    may_open_date = plain[:1].isdecimal() or plain[:1] in _OPENING_DATES
    if may_open_date and _DATE_ALONE.fullmatch(plain):
        return Said(dates=_dated([("", plain)]))
    if labels := _labels_in(plain):
        pairs = tuple(_pairs(text, places, labels))
        return Said(pairs, _dated(_dates_among(pairs, plain[: labels[0].start()])))
    return Said(dates=_dated([("", plain)])) if _SITE_TIME.fullmatch(plain) else None


def _labels_in(plain: str) -> list[re.Match[str]]:
    """Return the labels of a line that opens with one; none where it opens with other words."""
    found = list(_LABEL.finditer(plain)) if _may_hold_label(plain) else []
    known = [match for match in found if not match["unknown"]]
    if not known or not _OPENS.match(plain[: found[0].start()]):
        return []
    return found if _opens(plain, found[0], known) else []


def _pairs(
    text: str, places: Sequence[int], labels: Sequence[re.Match[str]]
) -> Iterator[tuple[str, str]]:
    """Yield each label, without blanks, with the value between it and the next."""
    ends = [*(places[match.start()] for match in labels[1:]), len(text)]
    for match, end in zip(labels, ends, strict=True):
        label = match["known"] or match["dating"] or match["bare"] or match["unknown"]
        value = text[places[match.end()] : end].strip().lstrip("】〗]")
        yield "".join(label.split()), value.strip(" \u3000\u00a0|｜丨")


def _dates_among(pairs: Sequence[tuple[str, str]], opening: str) -> list[tuple[str, str]]:
    """Return the texts that give dates: behind their labels, and before the first label."""
    dates = [(label, value) for label, value in pairs if label in words.DATES]
    if alone := _DATE.search(opening):
        dates.append(("", alone[0]))
    return dates or [("", value) for label, value in pairs if label in _MAY_HOLD_DATES]


def _may_hold_label(plain: str) -> bool:
    """Whether a text has a colon, or a label that may come without one."""
    if any(map(plain.__contains__, _COLONS)):
        return True
    joined = "".join(plain.split())
    return any(map(joined.__contains__, _MAY_LACK_COLON))


def said_in(texts: Sequence[str]) -> Said:
    """Return what several lines or cells say; a label and its value may be in two of them."""
    pairs: list[tuple[str, str]] = []
    dates: list[tuple[str, datetime.date]] = []
    waiting = ""
    for text in texts:
        label = "".join(text.strip(" 　:：【】[]").split())
        if label in _KNOWN:
            waiting = label
            continue
        said = said_by(f"{waiting}：{text}" if waiting else text)
        waiting = ""
        if said:
            pairs.extend(said.pairs)
            dates.extend(said.dates)
    return Said(tuple(pairs), tuple(dates))


def _opens(plain: str, first: re.Match[str], known: list[re.Match[str]]) -> bool:
    """Whether a line whose first label is unknown or uncertain has other labels after it."""
    if first["unknown"]:
        return len(known) > 1
    if first["bare"]:
        behind = plain[first.end() :].lstrip("】〗]")
        return len(known) > 1 or not behind[:1].strip() or names_agency(behind)
    return True


def _dated(texts: list[tuple[str, str]]) -> tuple[tuple[str, datetime.date], ...]:
    dates = ((label, calendar_date(text)) for label, text in texts)
    return tuple((label, date) for label, date in dates if date)


def name_in(value: str) -> str | None:
    """Return the name at the start of a value, without the buttons and dates after it."""
    parts = (part.strip("：:-—·（(") for part in _PARTS.split(_DATE.split(value)[0]))
    named = list(takewhile(_may_be_named, filter(None, parts)))
    if not named:
        return None
    # A name may contain a blank if only the whole is that of an office.
    both = "".join(named[:2])
    if len(named) > 1 and not names_agency(named[0]) and names_agency(both):
        return both
    return named[0] if 1 < len(named[0]) <= _LONGEST_NAME else None


def _may_be_named(part: str) -> bool:
    """Whether a part of a value is no button, pronoun, number or label."""
    is_other = is_tool(part) or part in words.NOBODY or part in _KNOWN
    return not is_other and not part[0].isdigit()
