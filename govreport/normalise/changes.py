"""The changes of normalising, each with its step and place, so that they can be replayed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from govreport.errors import ReportError

Edit = tuple[int, int, str]
"""Start and end of a stretch of a text, and its replacement."""


@dataclass(frozen=True, slots=True)
class Change:
    """One stretch of text that a step replaced.

    `step` is the step's name. `where` names the text and, after a colon, the position of `before`
    in it when the change was made, such as `sections[0].blocks[2].text:15`; the names refer to
    the document as it was given. `after` replaced `before`.
    """

    step: str
    where: str
    before: str
    after: str

    @property
    def place(self) -> str:
        """The name of the text, without the position."""
        return self.where.rpartition(":")[0]

    @property
    def position(self) -> int:
        """The position in the text."""
        return int(self.where.rpartition(":")[2])


def edited(text: str, edits: list[Edit]) -> str:
    """Return `text` with every edit made; they are in order and do not overlap."""
    parts: list[str] = []
    done = 0
    for start, end, new in edits:
        parts += (text[done:start], new)
        done = end
    return "".join((*parts, text[done:]))


def apart(
    text: str, edits: list[Edit], untouchable: Sequence[tuple[int, int]] = ()
) -> list[Edit]:
    """Return the edits that change something, without any that overlaps one before it.

    Nor may one touch an untouchable stretch; these are in order, too.

    Edits left out are found again in the next round, if they still apply.
    """
    kept: list[Edit] = []
    done = 0
    following = 0
    for start, end, new in edits:
        while following < len(untouchable) and untouchable[following][1] <= start:
            following += 1
        free = following == len(untouchable) or end <= untouchable[following][0]
        if free and start >= done and text[start:end] != new:
            kept.append((start, end, new))
            done = end
    return kept


def recorded(step: str, place: str, text: str, edits: list[Edit]) -> Iterator[Change]:
    """Yield the changes that make the edits one after the other, from left to right."""
    moved = 0
    for start, end, new in edits:
        yield Change(step, f"{place}:{start + moved}", text[start:end], new)
        moved += len(new) - (end - start)


def replayed(text: str, changes: Iterable[Change]) -> str:
    """Return `text` with the changes made to it again, in their order.

    Raises `ReportError` if a change does not fit the text.
    """
    # Cut at the changes' places: a list of pieces would be faster for a text of megabytes with
    # many changes, but a replay is for checking, and a paragraph is short.
    for change in changes:
        start = change.position
        if not text.startswith(change.before, start):
            raise ReportError(
                f"{change.where}: the text there is not {change.before!r}; replay changes on the"
                " very document that was normalised"
            )
        text = f"{text[:start]}{change.after}{text[start + len(change.before) :]}"
    return text
