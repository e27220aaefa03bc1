"""Lengths in the values of properties, and what they are in pixels."""

import re
from collections.abc import Sequence

from govreport.expressions import expression

_LENGTH = expression(r"([+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]{1,2})?)([a-z]*|%)")
PIXELS = {
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "in": 96.0,
    "cm": 37.8,
    "mm": 3.78,
    "q": 0.945,
    "em": 16.0,
    "rem": 16.0,
    "ex": 8.0,
    "ch": 8.0,
    "ic": 16.0,
    "%": 10.0,
    "vw": 12.8,
    "vh": 8.0,
    "vmin": 8.0,
    "vmax": 12.8,
}
"""Units in pixels; those that depend on the window or the surroundings, as on a desktop."""

RELATIVE = {"em", "ex", "ch", "ic", "%"}
"""Units of which the size of the text around decides how long they are."""


def first_length(value: str) -> tuple[float, str] | None:
    """Return the number and the unit of the first length among a value's parts, None without one."""
    for part in re.split(r"[\s/]+", value.strip()):
        if found := _LENGTH.fullmatch(part):
            return float(found[1]), found[2]
    return None


def all_pixels(values: Sequence[str]) -> list[float]:
    """Return those lengths among some values that say how many pixels they are."""
    return [pixels for each in values if (pixels := pixels_of(each)) is not None]


def pixels_of(value: str) -> float | None:
    """Return how many pixels a value is, None where it is no length."""
    found = _LENGTH.fullmatch(value.strip())
    if found is None:
        return None
    return float(found[1]) * PIXELS.get(found[2] or "px", 1.0)
