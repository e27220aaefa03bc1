"""Notes, comments, headers, text boxes and drawings of a binary Word document as parts and markup."""

from xml.sax.saxutils import quoteattr

from govreport.model.text import FORBIDDEN_CHARACTER
from govreport.translators.word_binary.binary import i32, plc
from govreport.translators.word_binary.body import BodyWriter, between
from govreport.translators.word_binary.drawings import drawn_texts
from govreport.translators.word_binary.header import Head
from govreport.translators.word_package import WordPackage

_NOTES = (("footnote", 2), ("endnote", 2), ("comment", 30))
"""The kinds of notes, and how much each reference to one holds."""
_HEADER_KINDS = ("even header", "header", "even footer", "footer", "first header", "first footer")
_SEPARATORS = 6
"""So many texts before the first section's headers part notes from the text."""
_ANCHOR, _BOX = 26, 22
_BOX_SHAPE = 14


def add_notes(head: Head, writer: BodyWriter, package: WordPackage) -> None:
    """Write the notes as parts of the package, and anchor their references."""
    for kind, size in _NOTES:
        references = plc(head.table(f"{kind} references"), size)[0][:-1]
        positions = plc(head.table(f"{kind} texts"), 0)[0]
        start = head.stories[f"{kind}s"].start
        notes = []
        for number, reference in enumerate(references):
            content = writer.markup(*between(positions, start, number))
            notes.append(f'<w:{kind} w:id="{number}">{content}</w:{kind}>')
            writer.anchored[reference] = f'<w:{kind}Reference w:id="{number}"/>'
        if notes:
            package.add_part(f"{kind}s", f"{kind}s", f"{kind}s", "".join(notes))


def add_headers(head: Head, writer: BodyWriter, package: WordPackage) -> str:
    """Write headers and footers as parts of the package; return the section that names them."""
    positions = plc(head.table("headers"), 0)[0]
    story = head.stories["headers"]
    references = []
    for number in range(_SEPARATORS, len(positions) - 1):
        first, last = between(positions, story.start, number)
        if not story.start <= first < last <= story.end:
            continue
        kind = _HEADER_KINDS[number % len(_HEADER_KINDS)].rpartition(" ")[2]
        root = "hdr" if kind == "header" else "ftr"
        part = package.add_part(kind, f"{kind} {number}", root, writer.markup(first, last))
        references.append(f'<w:{kind}Reference r:id="{part}"/>')
    return f"<w:sectPr>{''.join(references)}</w:sectPr>"


def add_boxes(head: Head, writer: BodyWriter) -> str:
    """Anchor text boxes and drawings where they stand; return those whose place is not told."""
    unplaced = _add_boxes(head, writer, "anchors", "box texts", "boxes", "main")
    return unplaced + _add_boxes(
        head, writer, "header anchors", "header box texts", "header boxes", "headers"
    )


def _add_boxes(
    head: Head, writer: BodyWriter, anchors: str, texts: str, story: str, around: str
) -> str:
    positions, boxes = plc(head.table(texts), _BOX)
    start = head.stories[story].start
    end = head.stories[story].end
    contents: dict[int, str] = {}
    for number, box in enumerate(boxes):
        first, last = between(positions, start, number)
        shape = i32(box, _BOX_SHAPE)
        if shape > 0 and start <= first < last <= end:
            contents[shape] = contents.get(shape, "") + writer.markup(first, last)
    drawn = drawn_texts(head.table("drawings"))
    places, shapes = plc(head.table(anchors), _ANCHOR)
    for place, entry in zip(places, shapes, strict=False):
        shape = i32(entry, 0)
        content, text = contents.pop(shape, ""), drawn.get(shape, "")
        writer.anchored[head.stories[around].start + place] = _shape(content, text)
    return "".join(f"<w:p><w:r>{_shape(each, '')}</w:r></w:p>" for each in contents.values())


def _shape(content: str, text: str) -> str:
    box = f"<v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox>" if content else ""
    shown = quoteattr(FORBIDDEN_CHARACTER.sub("", text))
    art = f"<v:textpath string={shown}/>" if text else ""
    return f"<w:pict><v:shape>{box}{art}</v:shape></w:pict>"
