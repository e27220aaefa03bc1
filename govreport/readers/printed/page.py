"""A printed page as glyphs and rules, whatever its source.

Points (1/72 inch) are counted from the page's left and upper edge, with the page turned so that
its text is upright.
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
        """Its width."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Its height."""
        return self.bottom - self.top

    @property
    def across(self) -> float:
        """The horizontal position of its middle."""
        return (self.left + self.right) / 2

    @property
    def down(self) -> float:
        """The vertical position of its middle."""
        return (self.top + self.bottom) / 2

    def holds(self, across: float, down: float) -> bool:
        """Whether a point is in it."""
        return self.left <= across <= self.right and self.top <= down <= self.bottom


@dataclass(frozen=True, slots=True)
class Glyph:
    """One printed character.

    `size` is that of its type. `turn` is the number of quarter turns to the left against the
    page's text, None for another angle. `recognised` is invisible text over a picture of it.
    """

    text: str
    box: Box
    size: float
    turn: int | None = 0
    recognised: bool = False


@dataclass(frozen=True, slots=True)
class PrintedRule:
    """A straight line across or down: `at` is its position, `start` and `end` are its ends."""

    across: bool
    at: float
    start: float
    end: float


@dataclass(slots=True)
class PrintedPage:
    """One page; `quoted` holds its contents other than glyphs and rules, each with its code."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[PrintedRule] = field(default_factory=list)
    quoted: list[tuple[str, str, str]] = field(default_factory=list)
