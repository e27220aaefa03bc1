"""The content of an OpenDocument text as markup of a Word file (OpenDocument 1.3, part 3)."""

from collections.abc import Callable, Iterator
from xml.sax.saxutils import quoteattr

from lxml import etree

from govreport.expressions import expression
from govreport.limits import Limits
from govreport.model.text import FORBIDDEN_CHARACTER
from govreport.translators.open_document.names import DRAW, OFFICE, SVG, TABLE, TEXT, count
from govreport.translators.open_document.numbering import Lists
from govreport.translators.open_document.styles import Look, TextStyles
from govreport.translators.open_document.tables import TableWriter
from govreport.translators.word_package import WordPackage, escaped

_SPACE = expression(r"[ \t\r\n]+")
_LEFT_OUT = frozenset(
    {
        f"{TEXT}tracked-changes",
        f"{TEXT}sequence-decls",
        f"{TEXT}variable-decls",
        f"{TEXT}user-field-decls",
        f"{TEXT}ruby-text",
        f"{TEXT}note-citation",
        f"{OFFICE}forms",
        f"{OFFICE}annotation-end",
        f"{SVG}title",
        f"{SVG}desc",
        f"{TABLE}table-column",
    }
)
_MOST_BLANKS = 1_000
_SHAPES = tuple(
    f"{DRAW}{name}"
    for name in (
        *("frame", "custom-shape", "rect", "ellipse", "line", "path", "polygon", "polyline", "g"),
        *("regular-polygon", "circle", "connector", "caption", "a"),
    )
)


class ContentWriter:
    """Writes the elements of a text as markup; notes go to parts of the package."""

    def __init__(
        self, styles: TextStyles, changes: dict[str, str], package: WordPackage, limits: Limits
    ) -> None:
        self._styles = styles
        self._changes = changes
        self._package = package
        self._limits = limits
        self.lists = Lists(styles)
        self._notes: dict[str, list[str]] = {}
        self._blank_before = True
        self._deleting: set[str] = set()

    def blocks(self, parent: etree._Element) -> str:
        """Return what stands in an element that holds paragraphs, tables and lists."""
        return "".join(map(self._block, parent))

    def _block(self, element: etree._Element) -> str:
        name = str(element.tag)
        if name in _SHAPES:
            return f"<w:p>{self._shape(element)}</w:p>"
        if name in _LEFT_OUT:
            return ""
        return _BLOCKS.get(name, ContentWriter.blocks)(self, element)

    def _table(self, element: etree._Element) -> str:
        return TableWriter(self.blocks, self._limits).markup(element)

    def _list(self, element: etree._Element) -> str:
        with_header = self.lists.enter(element)
        items = self.blocks(element)
        self.lists.leave(with_header)
        return items

    def _item(self, element: etree._Element) -> str:
        self.lists.begin_item(element)
        return self.blocks(element)

    def _section(self, element: etree._Element) -> str:
        return _hidden_paragraph(element) if self._is_hidden(element) else self.blocks(element)

    def _deleted_block(self, element: etree._Element) -> str:
        return f"<w:p>{self._change(element)}</w:p>"

    def write_notes(self) -> None:
        """Give the package the notes that were met."""
        for kind, notes in self._notes.items():
            self._package.add_part(f"{kind}s", f"{kind}s", f"{kind}s", "".join(notes))

    def _is_hidden(self, section: etree._Element) -> bool:
        shown = section.get(f"{TEXT}display", "true")
        return shown == "none" or self._styles.hides(
            "section", section.get(f"{TEXT}style-name", "")
        )

    def _paragraph(self, element: etree._Element) -> str:
        name = element.get(f"{TEXT}style-name", "")
        identifier = self._styles.paragraph(name)
        properties = f'<w:pStyle w:val="{identifier}"/>' if identifier else ""
        properties += self.lists.numbering(name)
        if element.tag == f"{TEXT}h":
            level = min(9, count(element, f"{TEXT}outline-level")) - 1
            properties += f'<w:outlineLvl w:val="{level}"/>'
        self._blank_before = True
        look = self._styles.look("paragraph", name, Look())
        content = "".join(self._inline(element, look))
        return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"

    def _inline(self, parent: etree._Element, look: Look) -> list[str]:
        """Return the runs of a paragraph or of what stands inside one."""
        parts = [self._text(parent.text, look)]
        for element in parent:
            name = str(element.tag)
            if name == f"{TEXT}span":
                style = element.get(f"{TEXT}style-name", "")
                parts += self._inline(element, self._styles.look("text", style, look))
            elif (handler := _INLINE.get(name)) is not None:
                parts.append(handler(self, element, look))
            elif name in _SHAPES:
                parts.append(self._shape(element))
            elif name not in _LEFT_OUT:
                parts += self._inline(element, look)
            parts.append(self._text(element.tail, look))
        return parts

    def _text(self, text: str | None, look: Look) -> str:
        if not text:
            return ""
        # White space is one blank, and none after another (part 3, 6.1.2).
        text = _SPACE.sub(" ", text)
        if self._blank_before:
            text = text.lstrip(" ")
        if not text:
            return ""
        self._blank_before = text.endswith(" ")
        if self._deleting:
            return _deleted(text)
        return _run(f"<w:t>{escaped(text)}</w:t>", look)

    def _blanks(self, element: etree._Element, look: Look) -> str:
        self._blank_before = False
        number = min(count(element, f"{TEXT}c"), _MOST_BLANKS)
        return _run(f"<w:t>{' ' * number}</w:t>", look)

    def _tab(self, _element: etree._Element, look: Look) -> str:
        self._blank_before = True
        return _run("<w:tab/>", look)

    def _break(self, _element: etree._Element, look: Look) -> str:
        self._blank_before = True
        return _run("<w:br/>", look)

    def _note(self, element: etree._Element, look: Look) -> str:
        kind = element.get(f"{TEXT}note-class", "footnote")
        kind = kind if kind in ("footnote", "endnote") else "footnote"
        body = element.find(f"{TEXT}note-body")
        return self._reference(kind, body, look)

    def _comment(self, element: etree._Element, look: Look) -> str:
        return self._reference("comment", element, look)

    def _reference(self, kind: str, body: etree._Element | None, look: Look) -> str:
        before, notes = self._blank_before, self._notes.setdefault(kind, [])
        identifier = len(notes)
        notes.append("")
        content = "" if body is None else self.blocks(body)
        notes[identifier] = f'<w:{kind} w:id="{identifier}">{content}</w:{kind}>'
        self._blank_before = before
        return _run(f'<w:{kind}Reference w:id="{identifier}"/>', look)

    def _deletion(self, element: etree._Element, _look: Look) -> str:
        return self._change(element)

    def _change(self, element: etree._Element) -> str:
        text = self._changes.get(element.get(f"{TEXT}change-id", ""), "")
        return _deleted(text) if text else ""

    def _begin_change(self, element: etree._Element, _look: Look | None = None) -> str:
        identifier = element.get(f"{TEXT}change-id", "")
        if identifier in self._changes:
            self._deleting.add(identifier)
        return ""

    def _end_change(self, element: etree._Element, _look: Look | None = None) -> str:
        self._deleting.discard(element.get(f"{TEXT}change-id", ""))
        return ""

    def _hidden(self, element: etree._Element, look: Look) -> str:
        text = element.get(f"{TEXT}string-value", "") or "".join(map(str, element.itertext()))
        shown = element.get(f"{TEXT}is-hidden", "true") != "true"
        look = look if shown else Look(hidden=True)
        return _run(f"<w:t>{escaped(text)}</w:t>", look) if text else ""

    def _page(self, element: etree._Element, look: Look) -> str:
        text = escaped("".join(map(str, element.itertext())))
        shown = _run(f"<w:t>{text}</w:t>", look)
        return f'<w:fldSimple w:instr=" PAGE ">{shown}</w:fldSimple>'

    def _form(self, element: etree._Element, _look: Look) -> str:
        name = _attribute(element.get(f"{DRAW}control", ""))
        return f"<w:r><w:control w:name={name}/></w:r>"

    def _shape(self, element: etree._Element) -> str:
        """Return a drawing: its text as that of a text box, its description as a picture's."""
        before = self._blank_before
        texts = "".join(self.blocks(holder) for holder in _holders(element))
        self._blank_before = before
        described = [
            (each.text or "").strip()
            for each in element.iter(f"{SVG}title", f"{SVG}desc")
            if (each.text or "").strip()
        ]
        pictured = next(element.iter(f"{DRAW}image", f"{DRAW}object", f"{DRAW}object-ole"), None)
        box = f"<v:textbox><w:txbxContent>{texts}</w:txbxContent></v:textbox>" if texts else ""
        picture = "" if pictured is None else "<v:imagedata/>"
        alt = _attribute(" ".join(described))
        return f"<w:r><w:pict><v:shape alt={alt}>{box}{picture}</v:shape></w:pict></w:r>"


def _holders(element: etree._Element) -> Iterator[etree._Element]:
    """Yield what holds the texts of a drawing: its boxes, and shapes with paragraphs of their own."""
    if element.tag != f"{DRAW}frame":
        yield element
        return
    yield from element.iterchildren(f"{DRAW}text-box")


_BLOCKS: dict[str, Callable[[ContentWriter, etree._Element], str]] = {
    f"{TEXT}p": ContentWriter._paragraph,
    f"{TEXT}h": ContentWriter._paragraph,
    f"{TABLE}table": ContentWriter._table,
    f"{TEXT}list": ContentWriter._list,
    f"{TEXT}list-item": ContentWriter._item,
    f"{TEXT}list-header": ContentWriter._item,
    f"{TEXT}section": ContentWriter._section,
    f"{TEXT}change": ContentWriter._deleted_block,
    f"{TEXT}change-start": ContentWriter._begin_change,
    f"{TEXT}change-end": ContentWriter._end_change,
}

_INLINE = {
    f"{TEXT}s": ContentWriter._blanks,
    f"{TEXT}tab": ContentWriter._tab,
    f"{TEXT}line-break": ContentWriter._break,
    f"{TEXT}note": ContentWriter._note,
    f"{OFFICE}annotation": ContentWriter._comment,
    f"{TEXT}change": ContentWriter._deletion,
    f"{TEXT}change-start": ContentWriter._begin_change,
    f"{TEXT}change-end": ContentWriter._end_change,
    f"{TEXT}hidden-text": ContentWriter._hidden,
    f"{TEXT}page-number": ContentWriter._page,
    f"{TEXT}page-count": ContentWriter._page,
    f"{DRAW}control": ContentWriter._form,
}


def _run(content: str, look: Look) -> str:
    return f"<w:r><w:rPr>{look.markup()}</w:rPr>{content}</w:r>"


def _deleted(text: str) -> str:
    return f"<w:del><w:r><w:delText>{escaped(text)}</w:delText></w:r></w:del>"


def _hidden_paragraph(element: etree._Element) -> str:
    text = "\n".join(line for each in element.itertext() if (line := str(each).strip()))
    return f"<w:p>{_run(f'<w:t>{escaped(text)}</w:t>', Look(hidden=True))}</w:p>"


def _attribute(text: str) -> str:
    return quoteattr(FORBIDDEN_CHARACTER.sub("", text))
