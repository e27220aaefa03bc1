"""Differences between two reports: fields, numbers, sections, and the text with its edits."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from govreport.model.document import CellKey
from govreport.model.shown import ShownAsPage

Number = int | Decimal
Role = Literal["paragraph", "heading", "table"]
TextKind = Literal["copied", "edited", "moved", "added", "removed"]
EditKind = Literal["equal", "insert", "delete"]
Position = tuple[str | int, int]
"""The place of a block: "preamble", "closing" or the position of a section, and its own there."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of the whole report that differs: title, agency, year, edition, and so on."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class FactChange:
    """A changed cell: its texts, its numbers, and by how much they differ.

    A text is None if the edition has no such cell. `absolute` and `relative` (to the old
    number, 0.25 for a quarter more) are None if they would mean nothing: a blank, a number in
    doubt, two different units, or an old number of zero.
    """

    cell: CellKey
    old: str | None
    new: str | None
    old_value: Number | None = None
    new_value: Number | None = None
    unit: str = ""
    absolute: Number | None = None
    relative: Decimal | None = None


@dataclass(frozen=True, slots=True)
class SectionChange:
    """A section that was added, removed, moved, or has another heading."""

    kind: Literal["added", "removed", "moved", "renamed"]
    section: str
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of text that both versions have, or only one of them."""

    kind: EditKind
    text: str


@dataclass(frozen=True, slots=True)
class TextChange:
    """A paragraph, heading or plain table of one report and what became of it in the other.

    `kind` is "copied" for one that is unchanged in its place, "moved" for one that is unchanged
    elsewhere, "edited" for one whose text differs (`moved` says whether its place does, too),
    "added" or "removed". `edits` lead from the old text to the new one.
    """

    kind: TextKind
    role: Role
    old: str = ""
    new: str = ""
    old_place: Position | None = None
    new_place: Position | None = None
    edits: tuple[Edit, ...] = ()
    moved: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Difference(ShownAsPage):
    """Everything that differs between two reports, and the prose that does not.

    `fields` are those of the whole report, `facts` the cells whose texts differ, `sections` those
    added, removed, moved or renamed, and `texts` every text of the prose, the copied ones included.
    """

    fields: tuple[FieldChange, ...] = ()
    facts: tuple[FactChange, ...] = ()
    sections: tuple[SectionChange, ...] = ()
    texts: tuple[TextChange, ...] = ()

    def __repr__(self) -> str:
        return (
            f"<Difference fields: {len(self.fields)}, facts: {len(self.facts)}, sections:"
            f" {len(self.sections)}, texts changed: {len(self.changed_texts)}, copied:"
            f" {self.copied_share:.0%}>"
        )

    def __bool__(self) -> bool:
        return bool(self.fields or self.facts or self.sections or self.changed_texts)

    @property
    def changed_texts(self) -> tuple[TextChange, ...]:
        """The texts that are not copied."""
        return tuple(each for each in self.texts if each.kind != "copied")

    @property
    def copied(self) -> tuple[TextChange, ...]:
        """The paragraphs that are word for word in both reports, moved or not."""
        return tuple(
            each
            for each in self.texts
            if each.kind in ("copied", "moved") and each.role == "paragraph"
        )

    @property
    def copied_share(self) -> float:
        """The share of the new report's paragraphs that is copied, in characters, 0 to 1."""
        paragraphs = [each for each in self.texts if each.role == "paragraph"]
        whole = sum(len(each.new) for each in paragraphs)
        return sum(len(each.new) for each in self.copied) / whole if whole else 0.0
