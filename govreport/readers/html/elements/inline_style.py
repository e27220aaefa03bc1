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

    @property
    def says_how_to_begin(self) -> bool:
        """Whether more is to be done for the element than for any other of its name."""
        return bool(self.hidden or self.invisible or self.unseen or self.struck) or (
            self.white_space is not None
        )


NO_STYLE = InlineStyle()
_HEEDED = frozenset(
    (
        *("display", "visibility", "white-space", "list-style", "list-style-type"),
        *("text-decoration", "text-decoration-line", "font-size", "opacity", "text-indent"),
        *("position", "left", "top", "right", "bottom", "clip", "clip-path"),
    )
)
_LENGTHS: dict[str, str | tuple[str, ...]] = {"font-size": ("0", "."), "text-indent": "-"}
"""How the values of two common properties begin where they matter."""

_NO_LENGTH = re.compile(r"0*(?:0|\.0+|0\.0+)(?:[a-z]+|%)?")
_FAR_OFF = re.compile(r"-[0-9]{3,9}(?:\.[0-9]*)?(?:px|pt|em|rem|vw|vh|%)?")
_CLIPPED = re.compile(r"rect\( *[01](?:px)?(?:[, ]+[01](?:px)?){3} *\)|inset\( *(?:50|100)% *\)")


def read_style(style: str) -> InlineStyle:
    """Return what a `style` attribute says; a later declaration overrides an earlier one."""
    properties: dict[str, str] = {}
    for declaration in style.lower().split(";"):
        name, _, value = declaration.partition(":")
        if (name := name.strip()) in _HEEDED:
            properties[name] = value.replace("!important", "").strip()
    if properties.keys() <= _LENGTHS.keys() and not any(
        value.startswith(_LENGTHS[name]) for name, value in properties.items()
    ):
        return NO_STYLE
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
    if _NO_LENGTH.fullmatch(properties.get("font-size", "")):
        return True
    if _NO_LENGTH.fullmatch(properties.get("opacity", "")):
        return True
    if _FAR_OFF.fullmatch(properties.get("text-indent", "")):
        return True
    if properties.get("position") not in {"absolute", "fixed"}:
        return False
    sides = (properties.get(side, "") for side in ("left", "top", "right", "bottom"))
    clips = (properties.get(name, "") for name in ("clip", "clip-path"))
    return any(map(_FAR_OFF.fullmatch, sides)) or any(map(_CLIPPED.fullmatch, clips))
