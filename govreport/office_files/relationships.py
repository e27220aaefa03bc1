"""What a part of an office file refers to (ECMA-376-2, section 6.5)."""

import posixpath
from typing import NamedTuple

from lxml import etree

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Relationship(NamedTuple):
    """One relationship: the last step of its type's name, and the part or address it leads to."""

    kind: str
    target: str
    external: bool


def relationships_part(name: str) -> str:
    """Return the name of the part that holds a part's relationships; "" is the package itself."""
    folder, file_name = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file_name}.rels")


def relationships_in(root: etree._Element, name: str) -> dict[str, Relationship]:
    """Return the relationships that such a part states for the part `name`, by identifier."""
    folder = posixpath.dirname(name)
    return {
        element.get("Id", ""): _relationship(element, folder)
        for element in root.iterchildren(_RELATIONSHIP)
    }


def _relationship(element: etree._Element, folder: str) -> Relationship:
    kind = element.get("Type", "").rstrip("/").rpartition("/")[2]
    target = element.get("Target", "")
    external = element.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/")))
        target = target.lstrip("/")
    return Relationship(kind, target, external)
