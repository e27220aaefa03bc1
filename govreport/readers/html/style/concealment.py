"""Elements that are not seen at all: clipped away, moved far off the page or fully transparent."""

import re
from collections.abc import Mapping

from govreport.expressions import expression
from govreport.readers.html.style.lengths import PIXELS, all_pixels, first_length

_FAR_OFF = 100.0
_FAR_RIGHT = 3_000.0
_NOTHING = 1.0
"""A box of at most so many pixels shows no character."""

_EDGEWISE = expression(r"rotate[xy]\(\s*-?(?:90deg|100grad|0?\.25turn)")
_NO_SCALE = expression(r"scale(?:3d|[xy])?\(\s*0*\.?0*\s*[,)]")
_TRANSLATED = expression(r"translate(?:3d|[xy])?\(([^()]*)\)")
_OPACITY = expression(r"opacity\(\s*([^()]*)\)")
_RECTANGLE = expression(r"rect\(([^()]*)\)")
_INSET = expression(r"inset\(([^()]*)\)")
_NO_CIRCLE = expression(
    r"(?:circle|ellipse)\(\s*0|polygon\(\s*0[a-z%]*\s+0[a-z%]*(?:\s*,\s*0[a-z%]*\s+0[a-z%]*)*\s*\)"
)


def is_concealed(said: Mapping[str, str]) -> bool:
    """Whether properties, given by name and in lower case, conceal all of an element."""
    if said.get("content-visibility") == "hidden":
        return True
    opacity = _OPACITY.search(said.get("filter", ""))
    shares = (said.get("opacity", "1"), said.get("zoom", "1"), opacity[1] if opacity else "1")
    if any((length := first_length(each)) is not None and length[0] <= 0 for each in shares):
        return True
    return _is_moved_off(said) or _is_clipped(said)


def _is_moved_off(said: Mapping[str, str]) -> bool:
    transform = said.get("transform", "")
    if (
        _NO_SCALE.search(transform)
        or _EDGEWISE.search(transform)
        or said.get("scale", "").split()[:1] in (["0"], ["0%"])
    ):
        return True
    moved = [each for found in _TRANSLATED.findall(transform) for each in found.split(",")]
    moved += said.get("translate", "").split()
    moved += [said.get("margin-left", ""), said.get("margin-top", "")]
    if any(pixels <= -10 * _FAR_OFF for pixels in all_pixels(moved)):
        return True
    return _is_positioned_off(said)


def _is_positioned_off(said: Mapping[str, str]) -> bool:
    if said.get("position") not in {"absolute", "fixed", "relative"}:
        return False
    starts = all_pixels([said.get(side, "") for side in ("left", "top")])
    ends = all_pixels([said.get(side, "") for side in ("right", "bottom")])
    far = any(side <= -_FAR_OFF for side in (*starts, *ends))
    return far or any(side >= _FAR_RIGHT for side in starts)


def _is_clipped(said: Mapping[str, str]) -> bool:
    return _is_cut_to_nothing(said) or _has_no_room(said)


def _is_cut_to_nothing(said: Mapping[str, str]) -> bool:
    """Whether the part of an element that is shown is stated, and is nothing."""
    path = said.get("clip-path", "")
    if _is_cut_to_line(said) or _NO_CIRCLE.search(path):
        return True
    inset = _INSET.search(path)
    shares = [first_length(each) for each in inset[1].split()] if inset else []
    return bool(shares) and all(
        each is not None and each[1] == "%" and each[0] >= 50 for each in shares
    )


def _is_cut_to_line(said: Mapping[str, str]) -> bool:
    rectangle = _RECTANGLE.search(said.get("clip", ""))
    if not rectangle or said.get("position") not in {"absolute", "fixed"}:
        return False
    parts = re.split(r"[\s,]+", rectangle[1].strip())
    sides = all_pixels(parts)
    if not len(sides) == len(parts) == 4:
        return False
    top, right, bottom, left = sides
    return right - left <= 1 or bottom - top <= 1


def _has_no_room(said: Mapping[str, str]) -> bool:
    """Whether what does not fit an element's box is cut off, and the box is no larger than a speck."""
    overflow = " ".join(said.get(each, "") for each in ("overflow", "overflow-x", "overflow-y"))
    if "hidden" not in overflow and "clip" not in overflow:
        return False
    sizes = (
        first_length(said.get(each, ""))
        for each in ("width", "height", "max-width", "max-height")
    )
    return any(
        size is not None and size[0] * PIXELS.get(size[1] or "px", 1.0) <= _NOTHING
        for size in sizes
    )
