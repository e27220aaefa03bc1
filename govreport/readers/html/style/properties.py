"""Derives from an element's properties whether and how its text is shown (CSS 2.2 and later)."""

import re
from collections.abc import Mapping
from enum import Flag, auto
from typing import NamedTuple

from govreport.expressions import expression

_ANY = ("",)
_ZERO = ("0", ".", "+0", "+.", "calc")
_BOX = ("0", ".", "1p", "calc")
PROPERTIES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("display", "visibility", "content-visibility"), _ANY),
    **dict.fromkeys(("white-space", "white-space-collapse"), _ANY),
    **dict.fromkeys(("list-style", "list-style-type"), _ANY),
    **dict.fromkeys(("text-decoration", "text-decoration-line"), _ANY),
    **dict.fromkeys(("position", "clip", "clip-path", "transform", "scale", "filter"), _ANY),
    **dict.fromkeys(("left", "top", "right", "bottom", "inset", "overflow"), _ANY),
    **dict.fromkeys(("inset-inline-start", "inset-inline-end"), _ANY),
    **dict.fromkeys(("inset-block-start", "inset-block-end", "translate", "rotate"), _ANY),
    **dict.fromkeys(("overflow-x", "overflow-y", "direction", "unicode-bidi"), _ANY),
    **dict.fromkeys(("vertical-align", "baseline-shift", "mso-text-raise"), _ANY),
    **dict.fromkeys(("font", "font-variant-position", "font-feature-settings"), _ANY),
    "font-variant": ("super", "sub"),
    "font-size": (*_ZERO, "1p"),
    **dict.fromkeys(("opacity", "zoom"), _ZERO),
    **dict.fromkeys(("width", "height", "max-width", "max-height"), _BOX),
    **dict.fromkeys(("inline-size", "block-size", "max-inline-size", "max-block-size"), _BOX),
    **dict.fromkeys(("color", "-webkit-text-fill-color"), ("transparent", "rgb", "hsl", "#")),
    **dict.fromkeys(("background", "background-color"), ()),
    **dict.fromkeys(("margin-left", "margin-top"), ("-",)),
    "text-indent": ("-", "1"),
    **dict.fromkeys(("margin-bottom", "content", "content-before", "content-after"), ()),
}
"""The properties that are used, and how their values begin if they matter by themselves.

Others may matter as they undo what another declaration says.
"""

MATTERS = expression(
    r"display|visib|white-space|list-style|line-through|opacity|zoom|transparent|rgb|hsl"
    r"|indent\s*:\s*-|indent\s*:\s*[1-9][0-9]{2,}%|(?:left|top|right|bottom)\s*:\s*-|position|inset|clip"
    r"|content\s*:\s*(?:\"[^\"\\]*[0-9\u3400-\u9fff]|'[^'\\]*[0-9\u3400-\u9fff]|attr)"
    r"|transform|translate|rotate|scale|calc"
    r"|(?<!-)color\s*:\s*(?P<ink>#?\w+)\s*;[^{}]{0,80}background(?:-color)?\s*:\s*(?P=ink)\s*[;}]"
    r"|background(?:-color)?\s*:\s*(?P<ground>#?\w+)\s*;[^{}]{0,80}(?<!-)color\s*:\s*(?P=ground)\s*[;}]"
    r"|(?:width|height|size|font)\s*:\s*(?:[+.]?0|1p)|#[0-9a-f]{3}0(?![0-9a-f])|#[0-9a-f]{6}00"
    r"|vertical-align|baseline-shift|mso-text-raise|font-variant|su[pb]s|unicode-bidi|\\",
    re.IGNORECASE,
)
"""What a style sheet that affects whether or how text is shown must contain."""


class Unseen(Flag):
    """Why a text is not seen though it takes space; parts of an element may undo each reason."""

    INVISIBLE = auto()
    TINY = auto()
    TRANSPARENT = auto()
    INDENTED = auto()


SEEN = Unseen(0)


class Style(NamedTuple):
    """What follows from an element's properties.

    `display` is "none", "block", "inline", a part of a table as CSS names it, or empty if
    nothing is said. `concealed` is all of an element that is clipped away, moved far off the
    page or fully transparent. `hides` and `shows` are reasons for which its texts are not seen, and
    those that hold no longer. `raised` is 1 above and -1 below the line. `overridden` text runs
    from right to left whatever it is. `before` and
    `after` are the values of `content` for what is put around its own text. The others are None
    where nothing is said.
    """

    display: str = ""
    concealed: bool = False
    hides: Unseen = SEEN
    shows: Unseen = SEEN
    struck: bool | None = None
    raised: int = 0
    overridden: bool = False
    white_space: str | None = None
    list_style: str | None = None
    before: str = ""
    after: str = ""


NO_STYLE = Style()

_TABLE_PARTS = {
    "table": "table",
    "inline-table": "table",
    "table-row": "table-row",
    "table-cell": "table-cell",
    "table-row-group": "table-row-group",
    "table-header-group": "table-header-group",
    "table-footer-group": "table-footer-group",
}
_BLOCK_DISPLAYS = ("block", "table", "flex", "grid", "list-item", "flow-root")
_INLINE_DISPLAYS = {"inline", "contents"}

_LENGTH = expression(r"([+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]{1,2})?)([a-z]*|%)")
_PIXELS = {
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

_RELATIVE = {"em", "ex", "ch", "ic", "%"}
_FAR_OFF = 100.0
_FAR_RIGHT = 3_000.0
_FAR_INDENT = 300.0
"""Pixels by which an indent hides a text; a hanging indent of a list takes fewer."""

_SPECKS = ((1.0, "px"), (1.0, "pt"))
"""Unreadably small sizes, as texts for search engines have them."""

_NOTHING = 1.0
"""A box of at most so many pixels shows no character."""

_CLEAR = expression(
    r"transparent|[a-z]{3,5}\((?:(?:[^(),/]*,){3}|[^()/]*/)\s*(?:0*\.?0+|0+\.0*)%?\s*\)"
    r"|#[0-9a-f]{3}0|#[0-9a-f]{6}00"
)
_CALCULATED = expression(r"calc\(\s*([^()+*/\s]+)\s*\)")
"""A calculation of one length, which is that length."""

_OTHER_NAMES = {
    "inset-block-start": "top",
    "inset-block-end": "bottom",
    "inset-inline-start": "left",
    "inset-inline-end": "right",
    "inline-size": "width",
    "block-size": "height",
    "max-inline-size": "max-width",
    "max-block-size": "max-height",
}
"""Properties relative to the direction of writing, here that of Chinese pages."""

_EDGEWISE = expression(r"rotate[xy]\(\s*-?(?:90deg|100grad|0?\.25turn)")
_UP = expression(r"translatey\(\s*-|translate(?:3d)?\([^(),]*,\s*-")
_SMALLER = expression(r"scale\(\s*0?\.[0-9]")
_NO_SCALE = expression(r"scale(?:3d|[xy])?\(\s*0*\.?0*\s*[,)]")
_TRANSLATED = expression(r"translate(?:3d|[xy])?\(([^()]*)\)")
_OPACITY = expression(r"opacity\(\s*([^()]*)\)")
_RECTANGLE = expression(r"rect\(([^()]*)\)")
_INSET = expression(r"inset\(([^()]*)\)")
_NO_CIRCLE = expression(
    r"(?:circle|ellipse)\(\s*0|polygon\(\s*0[a-z%]*\s+0[a-z%]*(?:\s*,\s*0[a-z%]*\s+0[a-z%]*)*\s*\)"
)


def style_of(said: Mapping[str, str]) -> Style:
    """Return what follows from properties, given by name and in lower case."""
    said = _named_alike(said)
    hides, shows = _unseen(said)
    return Style(
        display=_display(said),
        concealed=_is_concealed(said),
        hides=hides,
        shows=shows,
        struck=_is_struck(said),
        raised=_raised(said),
        overridden=said.get("direction") == "rtl"
        and said.get("unicode-bidi") in {"bidi-override", "isolate-override"},
        white_space=said.get("white-space", said.get("white-space-collapse")),
        list_style=said.get("list-style-type", said.get("list-style")),
        before=said.get("content-before", ""),
        after=said.get("content-after", ""),
    )


def _named_alike(said: Mapping[str, str]) -> Mapping[str, str]:
    """Return properties with one name for what has several, and calculations of one length done."""
    names = {_OTHER_NAMES[name]: value for name, value in said.items() if name in _OTHER_NAMES}
    if sides := said.get("inset", "").split():
        # One value for all sides, two for pairs, three or four as they are.
        whole = sides if len(sides) > 1 else sides * 2
        top, right, *rest = whole
        names |= {
            "top": top,
            "right": right,
            "bottom": (rest or [top])[0],
            "left": (rest[1:] or [right])[0],
        }
    for name, value in said.items():
        if "calc" in value:
            names[name] = _CALCULATED.sub(r"\1", value)
    return {**said, **names} if names else said


def _display(said: Mapping[str, str]) -> str:
    value = said.get("display", "")
    if value == "none" or value in _TABLE_PARTS:
        return _TABLE_PARTS.get(value, value)
    if value.startswith(_BLOCK_DISPLAYS):
        return "block"
    return "inline" if value in _INLINE_DISPLAYS else ""


def _unseen(said: Mapping[str, str]) -> tuple[Unseen, Unseen]:
    hides = shows = SEEN
    visibility = said.get("visibility")
    if visibility in {"hidden", "collapse"}:
        hides |= Unseen.INVISIBLE
    elif visibility == "visible":
        shows |= Unseen.INVISIBLE
    size = said.get("font-size", said.get("font", ""))
    if (length := _first_length(size)) is not None:
        if length[0] <= 0 or length in _SPECKS:
            hides |= Unseen.TINY
        elif length[1] not in _RELATIVE:
            shows |= Unseen.TINY
    elif size:
        shows |= Unseen.TINY
    color = said.get("-webkit-text-fill-color", said.get("color", ""))
    if _CLEAR.fullmatch(color) or (color and color in _ground(said)):
        hides |= Unseen.TRANSPARENT
    elif color and color not in {"inherit", "currentcolor", "unset"}:
        shows |= Unseen.TRANSPARENT
    indent = said.get("text-indent", "")
    if indent and (pixels := _pixels(indent.split()[0])) is not None:
        if pixels <= -_FAR_INDENT or _is_pushed_out(said, indent):
            hides |= Unseen.INDENTED
        else:
            shows |= Unseen.INDENTED
    return hides, shows


def _ground(said: Mapping[str, str]) -> tuple[str, ...]:
    """Return the declared colours behind an element's text."""
    return tuple(said[each] for each in ("background-color", "background") if each in said)


def _is_pushed_out(said: Mapping[str, str], indent: str) -> bool:
    """Whether the only line of a text begins after the end of a box that is cut there."""
    length = _first_length(indent)
    return (
        length is not None
        and length[1] == "%"
        and length[0] >= 100
        and said.get("white-space") == "nowrap"
        and said.get("overflow") in {"hidden", "clip"}
    )


def _is_concealed(said: Mapping[str, str]) -> bool:
    if said.get("content-visibility") == "hidden":
        return True
    opacity = _OPACITY.search(said.get("filter", ""))
    shares = (said.get("opacity", "1"), said.get("zoom", "1"), opacity[1] if opacity else "1")
    if any((length := _first_length(each)) is not None and length[0] <= 0 for each in shares):
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
    if any(
        (pixels := _pixels(each.strip())) is not None and pixels <= -10 * _FAR_OFF
        for each in moved
    ):
        return True
    if said.get("position") not in {"absolute", "fixed", "relative"}:
        return False
    sides = [_pixels(said.get(side, "")) for side in ("left", "top", "right", "bottom")]
    far = any(side is not None and side <= -_FAR_OFF for side in sides)
    return far or any(side is not None and side >= _FAR_RIGHT for side in sides[:2])


def _is_clipped(said: Mapping[str, str]) -> bool:
    if said.get("position") in {"absolute", "fixed"} and (
        found := _RECTANGLE.search(said.get("clip", ""))
    ):
        sides = [_pixels(each) for each in re.split(r"[\s,]+", found[1].strip())]
        if len(sides) == 4 and None not in sides:
            top, right, bottom, left = (side or 0.0 for side in sides)
            if right - left <= 1 or bottom - top <= 1:
                return True
    path = said.get("clip-path", "")
    if _NO_CIRCLE.search(path):
        return True
    if found := _INSET.search(path):
        shares = [_first_length(each) for each in found[1].split()]
        if shares and all(
            each is not None and each[1] == "%" and each[0] >= 50 for each in shares
        ):
            return True
    overflow = " ".join(said.get(each, "") for each in ("overflow", "overflow-x", "overflow-y"))
    if "hidden" not in overflow and "clip" not in overflow:
        return False
    sizes = (
        _first_length(said.get(each, ""))
        for each in ("width", "height", "max-width", "max-height")
    )
    return any(
        size is not None and size[0] * _PIXELS.get(size[1] or "px", 1.0) <= _NOTHING
        for size in sizes
    )


def _is_struck(said: Mapping[str, str]) -> bool | None:
    decoration = [
        said[each] for each in ("text-decoration", "text-decoration-line") if each in said
    ]
    return "line-through" in " ".join(decoration) if decoration else None


def _raised(said: Mapping[str, str]) -> int:
    """Return 1 for text above its line, -1 for text below, 0 for neither."""
    align = said.get("vertical-align", said.get("baseline-shift", ""))
    position = said.get("font-variant-position", said.get("font-variant", ""))
    glyphs = said.get("font-feature-settings", "")
    if align in {"super", "text-top"} or position == "super" or "sups" in glyphs:
        return 1
    if align in {"sub", "text-bottom"} or position == "sub" or "subs" in glyphs:
        return -1
    smaller = _is_smaller(said) or _SMALLER.search(said.get("transform", ""))
    if smaller and (align == "top" or _is_pushed_up(said)):
        return 1
    shifts = [_first_length(align), _first_length(said.get("mso-text-raise", ""))]
    if said.get("position") == "relative":
        shifts.append(_first_length(said.get("bottom", "")))
        if (top := _first_length(said.get("top", ""))) is not None:
            shifts.append((-top[0], top[1]))
    for shift in shifts:
        if shift is not None and shift[0]:
            return 1 if shift[0] > 0 else -1
    return 0


def _is_pushed_up(said: Mapping[str, str]) -> bool:
    """Whether a box within a line is moved up from it, or has a margin below."""
    if said.get("display") != "inline-block":
        return False
    margin = _first_length(said.get("margin-bottom", ""))
    up = _UP.search(said.get("transform", "")) or re.match(r"\S+\s+-", said.get("translate", ""))
    return bool(up) or (margin is not None and margin[0] > 0)


def _is_smaller(said: Mapping[str, str]) -> bool:
    size = said.get("font-size", "")
    length = _first_length(size)
    if length is None:
        return size in {"smaller", "small", "x-small", "xx-small"}
    return length[0] < {"em": 1, "%": 100, "rem": 0.8}.get(length[1], 9)


def _first_length(value: str) -> tuple[float, str] | None:
    """Return the number and the unit of the first length among a value's parts, None without one."""
    for part in re.split(r"[\s/]+", value.strip()):
        if found := _LENGTH.fullmatch(part):
            return float(found[1]), found[2]
    return None


def _pixels(value: str) -> float | None:
    found = _LENGTH.fullmatch(value.strip())
    if found is None:
        return None
    return float(found[1]) * _PIXELS.get(found[2] or "px", 1.0)
