"""Derives from an element's properties whether and how its text is shown (CSS 2.2 and later)."""

import re
from collections.abc import Mapping
from enum import Flag, auto
from typing import NamedTuple

from govreport.expressions import expression
from govreport.readers.html.style.concealment import is_concealed
from govreport.readers.html.style.lengths import RELATIVE, first_length, pixels_of

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

_MATTERS = expression(
    r"display|visib|white-space|list-style|line-through|opacity|zoom|transparent|rgb|hsl"
    r"|indent\s*:\s*-|indent\s*:\s*[1-9][0-9]{2,}%|(?:left|top|right|bottom)\s*:\s*-|position|inset|clip"
    r"|transform|translate|rotate|scale|calc"
    r"|(?<!-)color\s*:\s*(?P<ink>#?\w+)\s*;[^{}]{0,80}background(?:-color)?\s*:\s*(?P=ink)\s*[;}]"
    r"|background(?:-color)?\s*:\s*(?P<ground>#?\w+)\s*;[^{}]{0,80}(?<!-)color\s*:\s*(?P=ground)\s*[;}]"
    r"|(?:width|height|size|font)\s*:\s*(?:[+.]?0|1p)|#[0-9a-f]{3}0(?![0-9a-f])|#[0-9a-f]{6}00"
    r"|vertical-align|baseline-shift|mso-text-raise|font-variant|su[pb]s|unicode-bidi|\\"
)
"""What a style sheet in lower case holds that says something of whether or how text shows."""

_GENERATES = expression(
    r"content\s*:\s*(?:\"[^\"\\]*[0-9%‰％\u3400-\u9fff]|'[^'\\]*[0-9%‰％\u3400-\u9fff]|attr)"
)


def may_matter(sheet: str) -> bool:
    """Whether a style sheet may say something of whether or how text shows, or put text there."""
    # Compiling what ignores case takes milliseconds where a class holds all ideographs.
    sheet = sheet.lower()
    if _MATTERS.search(sheet):
        return True
    return "content" in sheet and _GENERATES.search(sheet) is not None


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

_FAR_INDENT = 300.0
"""Pixels by which an indent hides a text; a hanging indent of a list takes fewer."""

_SPECKS = ((1.0, "px"), (1.0, "pt"))
"""Unreadably small sizes, as texts for search engines have them."""

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

_UP = expression(r"translatey\(\s*-|translate(?:3d)?\([^(),]*,\s*-")
_SMALLER = expression(r"scale\(\s*0?\.[0-9]")


def style_of(said: Mapping[str, str]) -> Style:
    """Return what follows from properties, given by name and in lower case."""
    said = _named_alike(said)
    hides, shows = _unseen(said)
    return Style(
        display=_display(said),
        concealed=is_concealed(said),
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
    """Return why a text is not seen, and which of these reasons hold no longer."""
    hides = shows = SEEN
    for reason, is_hidden in (
        (Unseen.INVISIBLE, _is_invisible(said)),
        (Unseen.TINY, _is_tiny(said)),
        (Unseen.TRANSPARENT, _is_transparent(said)),
        (Unseen.INDENTED, _is_indented_away(said)),
    ):
        if is_hidden:
            hides |= reason
        elif is_hidden is not None:
            shows |= reason
    return hides, shows


def _is_invisible(said: Mapping[str, str]) -> bool | None:
    """Whether a text is invisible; None, here as below, where nothing is said of it."""
    return {"hidden": True, "collapse": True, "visible": False}.get(said.get("visibility", ""))


def _is_tiny(said: Mapping[str, str]) -> bool | None:
    size = said.get("font-size", said.get("font", ""))
    length = first_length(size)
    if length is None:
        return False if size else None
    if length[0] <= 0 or length in _SPECKS:
        return True
    return None if length[1] in RELATIVE else False


def _is_transparent(said: Mapping[str, str]) -> bool | None:
    color = said.get("-webkit-text-fill-color", said.get("color", ""))
    if _CLEAR.fullmatch(color) or (color and color in _ground(said)):
        return True
    return None if color in {"", "inherit", "currentcolor", "unset"} else False


def _is_indented_away(said: Mapping[str, str]) -> bool | None:
    indent = said.get("text-indent", "")
    pixels = pixels_of(indent.split()[0]) if indent else None
    if pixels is None:
        return None
    return pixels <= -_FAR_INDENT or _is_pushed_out(said, indent)


def _ground(said: Mapping[str, str]) -> tuple[str, ...]:
    """Return the declared colours behind an element's text."""
    return tuple(said[each] for each in ("background-color", "background") if each in said)


def _is_pushed_out(said: Mapping[str, str], indent: str) -> bool:
    """Whether the only line of a text begins after the end of a box that is cut there."""
    length = first_length(indent)
    return (
        length is not None
        and length[1] == "%"
        and length[0] >= 100
        and said.get("white-space") == "nowrap"
        and said.get("overflow") in {"hidden", "clip"}
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
    if (align == "top" or _is_pushed_up(said)) and _is_smaller(said):
        return 1
    return _shifted(said, align)


def _shifted(said: Mapping[str, str], align: str) -> int:
    """Return as `_raised` where a length says how far a text is shifted from its line."""
    shifts = [first_length(align), first_length(said.get("mso-text-raise", ""))]
    if said.get("position") == "relative":
        shifts.append(first_length(said.get("bottom", "")))
        if (top := first_length(said.get("top", ""))) is not None:
            shifts.append((-top[0], top[1]))
    for shift in shifts:
        if shift is not None and shift[0]:
            return 1 if shift[0] > 0 else -1
    return 0


def _is_pushed_up(said: Mapping[str, str]) -> bool:
    """Whether a box within a line is moved up from it, or has a margin below."""
    if said.get("display") != "inline-block":
        return False
    margin = first_length(said.get("margin-bottom", ""))
    up = _UP.search(said.get("transform", "")) or re.match(r"\S+\s+-", said.get("translate", ""))
    return bool(up) or (margin is not None and margin[0] > 0)


def _is_smaller(said: Mapping[str, str]) -> bool:
    if _SMALLER.search(said.get("transform", "")):
        return True
    size = said.get("font-size", "")
    length = first_length(size)
    if length is None:
        return size in {"smaller", "small", "x-small", "xx-small"}
    return length[0] < {"em": 1, "%": 100, "rem": 0.8}.get(length[1], 9)
