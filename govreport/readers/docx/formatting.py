"""How a run's text is displayed: shown, hidden, struck through, raised or lowered.

A run takes its properties from the document's defaults, from the styles of its table, its
paragraph and itself, and from its own (ECMA-376-1, sections 17.7.2 and 17.3.2).
"""

from typing import NamedTuple

from lxml import etree

from govreport.expressions import expression
from govreport.readers.docx.names import VALUE, WORD, is_on

_VANISH = f"{WORD}vanish"
_STRIKE = f"{WORD}strike"
_DOUBLE_STRIKE = f"{WORD}dstrike"
_VERTICAL_ALIGN = f"{WORD}vertAlign"
_POSITION = f"{WORD}position"
CHARACTER_STYLE = f"{WORD}rStyle"
RUN_PROPERTIES = f"{WORD}rPr"

_MEASURE = expression(r"(-?[0-9]{1,6}(?:\.[0-9]{1,6})?)(mm|cm|in|pt|pc|pi)?")
_HALF_POINTS = {"": 1.0, "mm": 5.67, "cm": 56.7, "in": 144.0, "pt": 2.0, "pc": 24.0, "pi": 24.0}
"""The number of half-points in each unit of measure (section 22.9.2.15)."""


class Formatting(NamedTuple):
    """The formatting stated in one place: a run, a style or the defaults; None is unstated.

    `script` is the value of `w:vertAlign`, `position` that of `w:position` in half-points.
    """

    hidden: bool | None = None
    struck: bool | None = None
    struck_twice: bool | None = None
    script: str | None = None
    position: float | None = None

    def over(self, base: "Formatting") -> "Formatting":
        """Return this formatting with what it leaves open taken from `base`."""
        if self is UNFORMATTED:
            return base
        if base is UNFORMATTED:
            return self
        return Formatting(
            base.hidden if self.hidden is None else self.hidden,
            base.struck if self.struck is None else self.struck,
            base.struck_twice if self.struck_twice is None else self.struck_twice,
            base.script if self.script is None else self.script,
            base.position if self.position is None else self.position,
        )


UNFORMATTED = Formatting()
"""No formatting; always this object, so that it is recognised by identity."""


class ShownRun(NamedTuple):
    """How a run is shown in the end; `script` is "superscript", "subscript" or ""."""

    hidden: bool = False
    struck: bool = False
    script: str = ""
    position: float = 0

    @property
    def is_moved(self) -> bool:
        """Whether the text is above or below its line."""
        return bool(self.script or self.position)


PLAIN = ShownRun()


def read_formatting(properties: etree._Element | None) -> Formatting:
    """Return what a `w:rPr` itself says, without the style that it names."""
    if properties is None or not len(properties):
        return UNFORMATTED
    hidden = struck = struck_twice = script = position = None
    for child in properties:
        name = child.tag
        if name == _VANISH:
            hidden = is_on(child.get(VALUE))
        elif name == _STRIKE:
            struck = is_on(child.get(VALUE))
        elif name == _DOUBLE_STRIKE:
            struck_twice = is_on(child.get(VALUE))
        elif name == _VERTICAL_ALIGN:
            script = child.get(VALUE, "")
        elif name == _POSITION:
            position = _half_points(child.get(VALUE, ""))
    found = Formatting(hidden, struck, struck_twice, script, position)
    return UNFORMATTED if found == UNFORMATTED else found


def resolved(
    defaults: Formatting, levels: tuple[Formatting, ...], direct: Formatting = UNFORMATTED
) -> ShownRun:
    """Return how a run is shown.

    `levels` are the formatting of the styles of its table, its paragraph and itself, each with what
    that style inherits. Hiding and striking are toggles (section 17.7.3): the run's own property
    decides, else the defaults may set them, else an odd number of the levels. For the other
    properties the value nearest to the run applies.
    """
    nearest = direct
    for level in (*reversed(levels), defaults):
        nearest = nearest.over(level)
    return ShownRun(
        _toggled(direct.hidden, defaults.hidden, [level.hidden for level in levels]),
        _toggled(direct.struck, defaults.struck, [level.struck for level in levels])
        or bool(nearest.struck_twice),
        nearest.script if nearest.script in {"superscript", "subscript"} else "",
        nearest.position or 0,
    )


def _toggled(direct: bool | None, default: bool | None, levels: list[bool | None]) -> bool:
    if direct is not None:
        return direct
    return bool(default) or sum(map(bool, levels)) % 2 == 1


def _half_points(value: str) -> float | None:
    match = _MEASURE.fullmatch(value.strip())
    return float(match[1]) * _HALF_POINTS[match[2] or ""] if match else None
