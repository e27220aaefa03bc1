"""What an element's inline style says of its display, as far as the reader heeds it (CSS 2.2)."""

from typing import NamedTuple

_BLOCK_DISPLAYS = ("block", "table", "flex", "grid", "list-item", "flow-root")


class InlineStyle(NamedTuple):
    """The properties that matter: None or empty where the style does not name them."""

    hidden: bool = False
    invisible: bool = False
    struck: bool = False
    block: bool = False
    white_space: str | None = None
    list_style: str | None = None


_NOTHING = InlineStyle()
_KNOWN = ("display", "visibility", "white-space", "list-style", "line-through")


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
        struck="line-through" in decoration,
        block=display.startswith(_BLOCK_DISPLAYS),
        white_space=properties.get("white-space"),
        list_style=properties.get("list-style-type", properties.get("list-style")),
    )
