"""What an element's inline style says of its display, as far as the reader heeds it (CSS 2.2)."""

import re
from typing import NamedTuple

_BLOCK_DISPLAYS = ("block", "table", "flex", "grid", "list-item", "flow-root")


class InlineStyle(NamedTuple):
    """The properties that matter: None or empty where the style does not name them.

    `unseen` text takes part in the layout but cannot be read: of no size, transparent, clipped
    to nothing or moved far off the page. Elements inside may undo it.
    """

    hidden: bool = False
    invisible: bool = False
    unseen: bool = False
    struck: bool = False
    block: bool = False
    white_space: str | None = None
    list_style: str | None = None


_NOTHING = InlineStyle()
_KNOWN = (
    *("display", "visibility", "white-space", "list-style", "line-through"),
    *("font-size", "opacity", "position", "text-indent", "clip"),
)
_NO_LENGTH = re.compile(r"0*(?:0|\.0+|0\.0+)(?:[a-z]+|%)?")
_FAR_OFF = re.compile(r"-[0-9]{3,9}(?:\.[0-9]*)?(?:px|pt|em|rem|vw|vh|%)?")
_CLIPPED = re.compile(r"rect\( *[01](?:px)?(?:[, ]+[01](?:px)?){3} *\)|inset\( *(?:50|100)% *\)")


def read_style(style: str) -> InlineStyle:
    """Return what a `style` attribute says; a later declaration overrides an earlier one."""
    style = style.lower()
    if not any(name in style for name in _KNOWN):
        return _NOTHING
    properties: dict[str, str] = {}
    for declaration in style.split(";"):
        name, _, value = declaration.partition(":")
        properties[name.strip()] = value.replace("!important", "").strip()
    display = properties.get("display", "")
    decoration = properties.get("text-decoration", "")
    decoration += properties.get("text-decoration-line", "")
    return InlineStyle(
        hidden=display == "none",
        invisible=properties.get("visibility") in {"hidden", "collapse"},
        unseen=_is_unseen(properties),
        struck="line-through" in decoration,
        block=display.startswith(_BLOCK_DISPLAYS),
        white_space=properties.get("white-space"),
        list_style=properties.get("list-style-type", properties.get("list-style")),
    )


def _is_unseen(properties: dict[str, str]) -> bool:
    if any(_NO_LENGTH.fullmatch(properties.get(name, "")) for name in ("font-size", "opacity")):
        return True
    if _FAR_OFF.fullmatch(properties.get("text-indent", "")):
        return True
    if properties.get("position") not in {"absolute", "fixed"}:
        return False
    sides = (properties.get(side, "") for side in ("left", "top", "right", "bottom"))
    clips = (properties.get(name, "") for name in ("clip", "clip-path"))
    return any(map(_FAR_OFF.fullmatch, sides)) or any(map(_CLIPPED.fullmatch, clips))
