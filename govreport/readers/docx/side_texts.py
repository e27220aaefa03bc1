"""Notes, comments, headers and footers: read only to be quoted in diagnostics."""

from collections.abc import Iterator

from lxml import etree

from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.readers.docx.drawing_xml import DRAWINGS, Drawings
from govreport.readers.docx.names import IDENTIFIER, RELATION_ID, WORD
from govreport.readers.docx.package import Package
from govreport.readers.docx.plain_text import is_page_number, plain_text

_NOTE_PARTS = {
    f"{WORD}footnoteReference": ("footnotes", "footnote"),
    f"{WORD}endnoteReference": ("endnotes", "endnote"),
    f"{WORD}commentReference": ("comments", "comment"),
}
NOTE_REFERENCES = tuple(_NOTE_PARTS)
_HEADINGS = (f"{WORD}headerReference", f"{WORD}footerReference")


class SideTexts:
    """The texts of one document outside its body."""

    def __init__(self, package: Package, drawings: Drawings) -> None:
        self._package = package
        self._drawings = drawings
        self._notes: dict[str, dict[str, str]] = {}
        self._quoted: set[str | tuple[str, str]] = set()

    def note(self, reference: etree._Element, where: str) -> Diagnostic | None:
        """Return the diagnostic that quotes the note or comment referred to.

        None if it was quoted before: a long note may be referred to any number of times.
        """
        kind, name = _NOTE_PARTS[reference.tag]
        if kind not in self._notes:
            self._notes[kind] = _notes(self._package.side_part(kind), name)
        identifier = reference.get(IDENTIFIER, "")
        if (kind, identifier) in self._quoted:
            return None
        self._quoted.add((kind, identifier))
        note = self._notes[kind].get(identifier)
        if note is None:
            message = f"the {name} {identifier!a} is missing from the file"
            return diagnostic("damaged-markup", where, "", message)
        article = "an" if name.startswith(("a", "e", "i", "o", "u")) else "a"
        return diagnostic("note", where, note, f"{article} {name} was left out")

    def headers_and_footers(self, section: etree._Element) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each header and footer of a `w:sectPr` not met before.

        One that displays only a page number has no content and yields none.
        """
        for reference in section.iterchildren(*_HEADINGS):
            identifier = reference.get(RELATION_ID, "")
            relationship = self._package.related(identifier)
            target = "" if relationship is None else relationship.target
            if target in self._quoted:
                continue
            self._quoted.add(target)
            root = self._package.part(target) if target else None
            if root is not None:
                yield from self._quote(root, target)

    def _quote(self, root: etree._Element, where: str) -> Iterator[Diagnostic]:
        text = plain_text(root)
        if text and not is_page_number(root):
            yield diagnostic("header-or-footer", where, text)
        if next(root.iter(f"{WORD}altChunk"), None) is not None:
            message = "a header or footer includes a file, which was not read"
            yield diagnostic("damaged-markup", where, "", message)
        for element in root.iter(*DRAWINGS):
            drawing = self._drawings.describe(element)
            if drawing is not None:
                yield diagnostic("image", where, drawing.text, drawing.message)


def _notes(root: etree._Element | None, name: str) -> dict[str, str]:
    if root is None:
        return {}
    notes = root.iterchildren(f"{WORD}{name}")
    return {note.get(IDENTIFIER, ""): plain_text(note) for note in notes}
