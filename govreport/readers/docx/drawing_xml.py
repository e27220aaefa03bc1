"""Pictures, shapes, charts and embedded objects: what a diagnostic tells of each."""

from dataclasses import dataclass

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

_TEXT_BOX = f"{WORD}txbxContent"
_PICTURES = (
    f"{DRAWING}blip",
    f"{VML}imagedata",
    f"{CHART}chart",
    f"{DIAGRAM}relIds",
    f"{OFFICE}OLEObject",
    f"{VML}textpath",
    f"{DRAWING}t",
)
_SHAPES = (f"{VML}shape", f"{VML}rect", f"{VML}imagedata", f"{PLACED_DRAWING}docPr")


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is left out with a drawing: the text it shows or is described by, and what it is."""

    text: str
    message: str


def describe_drawing(element: etree._Element, package: Package) -> Drawing | None:
    """Return what a `w:drawing`, `w:pict` or `w:object` loses when it is left out.

    None for a text box, whose text is read, and which holds no picture beside it.
    """
    has_picture = next(element.iter(*_PICTURES), None) is not None
    if not has_picture and next(element.iter(_TEXT_BOX), None) is not None:
        return None
    texts = [*_descriptions(element), *_drawn_text(element), *_related_text(element, package)]
    return Drawing("\n".join(dict.fromkeys(texts)), _message(element))


def _descriptions(element: etree._Element) -> list[str]:
    names = ("title", "descr", "alt", f"{{{OFFICE[1:-1]}}}title")
    found = (shape.get(name, "") for shape in element.iter(*_SHAPES) for name in names)
    return [text.strip() for text in found if text.strip()]


def _drawn_text(element: etree._Element) -> list[str]:
    """Return the text of word art and of drawn shapes, which no text box holds."""
    texts = [art.get("string", "") for art in element.iter(f"{VML}textpath")]
    texts += ["".join(run.text or "" for run in p.iter(f"{DRAWING}t")) for p in _lines(element)]
    return [text.strip() for text in texts if text.strip()]


def _lines(element: etree._Element) -> list[etree._Element]:
    return list(element.iter(f"{DRAWING}p"))


def _related_text(element: etree._Element, package: Package) -> list[str]:
    """Return the text of a chart or diagram, which stands in parts of their own."""
    identifiers = [chart.get(RELATION_ID) for chart in element.iter(f"{CHART}chart")]
    identifiers += [diagram.get(f"{RELATED}dm") for diagram in element.iter(f"{DIAGRAM}relIds")]
    texts: list[str] = []
    for identifier in identifiers:
        relationship = package.related(identifier or "")
        if relationship is not None and not relationship.external:
            texts.append(package.part_text(relationship.target))
    return [text for text in texts if text]


def _message(element: etree._Element) -> str:
    if next(element.iter(f"{CHART}chart"), None) is not None:
        return "a chart was left out; its text is quoted"
    embedded = next(element.iter(f"{OFFICE}OLEObject"), None)
    if embedded is not None:
        return f"an embedded object ({embedded.get('ProgID', 'unknown')!a}) was left out"
    return ""
