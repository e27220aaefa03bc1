"""A printed page as glyphs and rules, wherever it comes from.

Points (1/72 inch) are counted from the page's left and upper edge, the page turned so that its
text stands upright.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.bottom - self.top

    @property
    def across(self) -> float:
        """Where its middle is across the page."""
        return (self.left + self.right) / 2

    @property
    def down(self) -> float:
        """Where its middle is down the page."""
        return (self.top + self.bottom) / 2

    def holds(self, across: float, down: float) -> bool:
        """Whether a point is in it."""
        return self.left <= across <= self.right and self.top <= down <= self.bottom


@dataclass(frozen=True, slots=True)
class Glyph:
    """One printed character.

    `size` is that of its type. `turn` is by how many quarters it is turned to
    the left against the page's text, None for another angle. `recognised` is text that lies
    unseen over a picture of it.
    """

    text: str
    box: Box
    size: float
    turn: int | None = 0
    recognised: bool = False


@dataclass(frozen=True, slots=True)
class PrintedRule:
    """A straight line across or down: `at` is its place, `start` and `end` how far it reaches."""

    across: bool
    at: float
    start: float
    end: float


@dataclass(slots=True)
class PrintedPage:
    """One page; `quoted` tells what is on it besides glyphs and rules, each with its code."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[PrintedRule] = field(default_factory=list)
    quoted: list[tuple[str, str, str]] = field(default_factory=list)
