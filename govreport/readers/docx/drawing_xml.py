"""Pictures, shapes, charts and embedded objects: what a diagnostic says of each."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from govreport.readers.docx.names import (
    CHART,
    DIAGRAM,
    DRAWING,
    OFFICE,
    PLACED_DRAWING,
    RELATED,
    RELATION_ID,
    VML,
    WORD,
)
from govreport.readers.docx.package import Package

DRAWINGS = (f"{WORD}drawing", f"{WORD}pict", f"{WORD}object")
_TEXT_BOX = f"{WORD}txbxContent"
_WORD_ART = f"{VML}textpath"
_LINE = f"{DRAWING}p"
_DRAWN_TEXT = f"{DRAWING}t"
_CHART = f"{CHART}chart"
_DIAGRAM = f"{DIAGRAM}relIds"
_OBJECT = f"{OFFICE}OLEObject"
_PICTURES = {
    f"{DRAWING}blip",
    f"{VML}imagedata",
    _CHART,
    _DIAGRAM,
    _OBJECT,
    _WORD_ART,
    _DRAWN_TEXT,
}
_SHAPES = {f"{VML}shape", f"{VML}rect", f"{VML}imagedata", f"{PLACED_DRAWING}docPr"}
_DESCRIPTIONS = ("title", "descr", "alt", f"{{{OFFICE[1:-1]}}}title")
_TOLD = tuple({_LINE, *_PICTURES, *_SHAPES})


class Drawing(NamedTuple):
    """What is left out with a drawing: the text it shows or is described by, and what it is."""

    text: str
    message: str


@dataclass(slots=True, eq=False, repr=False)
class Drawings:
    """The drawings of one document; the text of a chart that is shown twice is reported once."""

    package: Package
    _told: set[str] = field(default_factory=set)

    def describe(self, element: etree._Element) -> Drawing | None:
        """Return what one of `DRAWINGS` loses when it is left out.

        None for a text box, whose text is read, without a picture next to it. The contents of
        a text box or of a drawing within this one are reported by themselves.
        """
        parts, holds_text_box = _own_parts(element)
        if holds_text_box and not any(part.tag in _PICTURES for part in parts):
            return None
        texts = [*_descriptions(parts), *_drawn_text(parts), *self._related_text(parts)]
        return Drawing("\n".join(dict.fromkeys(texts)), _message(parts))

    def _related_text(self, parts: list[etree._Element]) -> list[str]:
        """Return the text of a chart or diagram, which is in parts of its own."""
        related = [self.package.related(identifier) for identifier in _identifiers(parts)]
        targets = dict.fromkeys(each.target for each in related if each and not each.external)
        untold = [target for target in targets if target not in self._told]
        self._told.update(untold)
        return [text for target in untold if (text := self.package.part_text(target))]


def _identifiers(parts: list[etree._Element]) -> Iterator[str]:
    """Yield the names under which a drawing has its charts, then those of its diagrams."""
    for tag, name in ((_CHART, RELATION_ID), (_DIAGRAM, f"{RELATED}dm")):
        yield from (part.get(name) or "" for part in parts if part.tag == tag)


def _own_parts(element: etree._Element) -> tuple[list[etree._Element], bool]:
    """Return what describes a drawing, and whether it holds a text box."""
    parts: list[etree._Element] = []
    holds_text_box = False
    walker = etree.iterwalk(element, events=("start",), tag=(*_TOLD, _TEXT_BOX, *DRAWINGS))
    for _, part in walker:
        if part.tag == _TEXT_BOX or (part.tag in DRAWINGS and part is not element):
            holds_text_box = holds_text_box or part.tag == _TEXT_BOX
            walker.skip_subtree()
        elif part is not element:
            parts.append(part)
    return parts, holds_text_box


def _descriptions(parts: list[etree._Element]) -> list[str]:
    shapes = (part for part in parts if part.tag in _SHAPES)
    found = (shape.get(name, "") for shape in shapes for name in _DESCRIPTIONS)
    return [text.strip() for text in found if text.strip()]


def _drawn_text(parts: list[etree._Element]) -> list[str]:
    """Return the text of word art and of drawn shapes, which no text box holds."""
    art: list[str] = []
    lines: list[list[str]] = [[]]
    for part in parts:
        if part.tag == _WORD_ART:
            art.append(part.get("string", ""))
        elif part.tag == _LINE:
            lines.append([])
        elif part.tag == _DRAWN_TEXT:
            lines[-1].append(part.text or "")
    texts = (text.strip() for text in (*art, *map("".join, lines)))
    return [text for text in texts if text]


def _message(parts: list[etree._Element]) -> str:
    if any(part.tag == _CHART for part in parts):
        return "a chart was left out; its text is quoted"
    embedded = next((part for part in parts if part.tag == _OBJECT), None)
    if embedded is not None:
        return f"an embedded object ({embedded.get('ProgID', 'unknown')!a}) was left out"
    return ""
