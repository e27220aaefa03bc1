"""A column of numbers, and the columns below one header."""

from typing import NamedTuple


class Leaf(NamedTuple):
    """A column of numbers: the cells that its labels name together, and where it stands.

    `label` is what is printed lowest; `is_foreign` says that the statute does not know it.
    `start` and `end` are positions in the grid, both 0 where the header has no places.
    """

    rows: int
    columns: int
    label: str
    is_foreign: bool = False
    start: int = 0
    end: int = 0

    @property
    def names_nothing(self) -> bool:
        """Whether its labels say no more than that numbers stand below."""
        return not (self.is_foreign or self.rows or self.columns)


class Header(NamedTuple):
    """The columns below one header in printed order.

    `in_place` says that each stands over its numbers. `reason` says why it is not understood,
    and then no column is known.
    """

    leaves: tuple[Leaf, ...]
    in_place: bool
    reason: str = ""
    end: int = 0
    """The position at which its lines end."""
    is_assumed: bool = False
    """Whether no header stands there, and the form's columns are taken if totals agree."""
    beside: frozenset[int] | None = None
    """The positions of labels beside the numbers, where they are told already."""


NO_HEADER = Header((), in_place=False)
