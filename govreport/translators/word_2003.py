"""WordprocessingML of Word 2003 (Microsoft's schema of that name) as that of later Word files.

Most elements are the same in another namespace. Lists, notes, headers, properties and tracked
changes, which stand in the one file, become parts and elements of their own.
"""

from collections.abc import Callable, Iterator
from xml.sax.saxutils import quoteattr

from lxml import etree

from govreport.translators.number_codes import number_format
from govreport.translators.word_package import WORD_NAMESPACE, WordPackage

_OLD = "{http://schemas.microsoft.com/office/word/2003/wordml}"
_AUXILIARY = "{http://schemas.microsoft.com/office/word/2003/auxHint}"
_ANNOTATION = "{http://schemas.microsoft.com/aml/2001/core}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_NEW = f"{{{WORD_NAMESPACE}}}"
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RENAMED = {"vmerge": "vMerge", "hmerge": "hMerge", "listPr": "numPr", "ilfo": "numId"}
_CHANGES = {"Word.Insertion": "ins", "Word.Deletion": "del"}
_PROPERTIES = {"Title": "title", "Author": "creator"}


def is_word_2003(root: etree._Element) -> bool:
    """Whether an element is the root of such a file."""
    return bool(root.tag == f"{_OLD}wordDocument")


def package_of(root: etree._Element) -> bytes:
    """Return the file as a package of parts."""
    package = WordPackage("document.xml")
    for element in root.iterchildren(f"{_OFFICE}DocumentProperties"):
        for name, known in _PROPERTIES.items():
            if text := (element.findtext(f"{_OFFICE}{name}") or "").strip():
                package.set_property(known, text)
    rewriter = _Rewriter(package)
    for element in root.iterchildren(f"{_OLD}styles"):
        rewriter.rewrite(element)
        package.add_part("styles", "styles.xml", "styles", _inner(element))
    for element in root.iterchildren(f"{_OLD}lists"):
        package.add_part("numbering", "numbering.xml", "numbering", _numbering(element))
    body = root.find(f"{_OLD}body")
    if body is None:
        return package.packed("")
    rewriter.rewrite(body)
    markup = _inner(body)
    for kind, notes in rewriter.notes.items():
        package.add_part(f"{kind}s", f"{kind}s.xml", f"{kind}s", "".join(notes))
    return package.packed(markup)


class _Rewriter:
    """Rewrites a tree in place; what has to stand in a part of its own is given to the package."""

    def __init__(self, package: WordPackage) -> None:
        self._package = package
        self.notes: dict[str, list[str]] = {}
        self._headers = 0

    def rewrite(self, root: etree._Element) -> None:
        """Rewrite an element and all below it, the innermost first."""
        for element in list(root.iter("*"))[::-1]:
            handler = _HANDLERS.get(str(element.tag))
            if handler is not None:
                handler(self, element)
            elif element.tag.startswith(_OLD):
                _rename(element)

    def _symbol(self, element: etree._Element) -> None:
        _rename(element)
        for name in ("font", "char"):
            value = element.get(f"{_AUXILIARY}{name}")
            if value is not None:
                element.set(f"{_NEW}{name}", value)

    def _annotation(self, element: etree._Element) -> None:
        kind = element.get(f"{_OLD}type", "")
        content = element.find(f"{_ANNOTATION}content")
        parent = element.getparent()
        if kind == "Word.Comment" and content is not None:
            self._note_of(element, "comment", "".join(map(_markup, content)))
        elif kind in _CHANGES and (content is not None or _in_run_properties(element)):
            changed = etree.Element(f"{_NEW}{_CHANGES[kind]}")
            changed.extend([] if content is None else list(content))
            changed.tail = element.tail
            if parent is not None:
                parent.replace(element, changed)
        elif parent is not None:
            parent.remove(element)

    def _note(self, element: etree._Element) -> None:
        name = etree.QName(element).localname
        if element.getparent() is None or not _is_in_run(element):
            return  # the separators of notes, in the document's settings
        self._note_of(element, name, "".join(map(_markup, element)))

    def _note_of(self, element: etree._Element, name: str, content: str) -> None:
        notes = self.notes.setdefault(name, [])
        identifier = str(len(notes) + 1)
        notes.append(f'<w:{name} w:id="{identifier}">{content}</w:{name}>')
        _empty(element)
        element.tag = f"{_NEW}{name}Reference"
        element.set(f"{_NEW}id", identifier)

    def _header(self, element: etree._Element) -> None:
        name = etree.QName(element).localname
        self._headers += 1
        kind, root = ("header", "hdr") if name == "hdr" else ("footer", "ftr")
        content = "".join(map(_markup, element))
        part = self._package.add_part(kind, f"{kind}{self._headers}.xml", root, content)
        _empty(element)
        element.tag = f"{_NEW}{kind}Reference"
        element.set(_RELATION_ID, part)


_Handler = Callable[[_Rewriter, etree._Element], None]
_HANDLERS: dict[str, _Handler] = {
    f"{_OLD}sym": _Rewriter._symbol,
    f"{_OLD}footnote": _Rewriter._note,
    f"{_OLD}endnote": _Rewriter._note,
    f"{_OLD}hdr": _Rewriter._header,
    f"{_OLD}ftr": _Rewriter._header,
    f"{_ANNOTATION}annotation": _Rewriter._annotation,
}


def _empty(element: etree._Element) -> None:
    del element[:]
    element.attrib.clear()
    element.text = None


def _rename(element: etree._Element) -> None:
    name = str(element.tag).removeprefix(_OLD)
    element.tag = f"{_NEW}{_RENAMED.get(name, name)}"
    for key, value in element.attrib.items():
        if (attribute := str(key)).startswith(_OLD):
            del element.attrib[attribute]
            element.set(f"{_NEW}{attribute.removeprefix(_OLD)}", value)


def _in_run_properties(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and etree.QName(parent).localname == "rPr"


def _is_in_run(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and etree.QName(parent).localname == "r"


def _numbering(lists: etree._Element) -> str:
    """Return the lists as definitions and their uses (the new schema's `w:numbering`)."""
    definitions, uses = [], []
    for element in lists:
        name = str(element.tag).removeprefix(_OLD)
        if name == "listDef":
            levels = "".join(map(_level, element.iterchildren(f"{_OLD}lvl")))
            identifier = quoteattr(element.get(f"{_OLD}listDefId", ""))
            links = "".join(_links(element))
            definitions.append(
                f"<w:abstractNum w:abstractNumId={identifier}>{links}{levels}</w:abstractNum>"
            )
        elif name == "list":
            uses.append(_use(element))
    return "".join((*definitions, *uses))


def _links(definition: etree._Element) -> Iterator[str]:
    for old, new in (("listStyleLink", "numStyleLink"), ("styleLink", "styleLink")):
        if value := _value(definition, old):
            yield f"<w:{new} w:val={quoteattr(value)}/>"


def _level(level: etree._Element) -> str:
    code = _value(level, "nfc") or "0"
    name = number_format(int(code)) if code.isascii() and code.isdecimal() else "decimal"
    kept = "".join(
        f"<w:{each} w:val={quoteattr(value)}/>"
        for each in ("start", "lvlRestart", "pStyle", "suff", "lvlText")
        if (value := _value(level, each)) is not None
    )
    kept = kept.replace('w:suff w:val="Space"', 'w:suff w:val="space"')
    kept = kept.replace('w:suff w:val="Nothing"', 'w:suff w:val="nothing"')
    legal = "" if level.find(f"{_OLD}isLgl") is None else "<w:isLgl/>"
    fonts = level.find(f"{_OLD}rPr/{_OLD}rFonts")
    font = "" if fonts is None else fonts.get(f"{_OLD}ascii", "")
    position = quoteattr(level.get(f"{_OLD}ilvl", "0"))
    return (
        f'<w:lvl w:ilvl={position}><w:numFmt w:val="{name}"/>{kept}{legal}'
        f"<w:rPr><w:rFonts w:ascii={quoteattr(font)}/></w:rPr></w:lvl>"
    )


def _use(element: etree._Element) -> str:
    identifier = quoteattr(element.get(f"{_OLD}ilfo", ""))
    definition = quoteattr(_value(element, "ilst") or "")
    overrides = "".join(
        f"<w:lvlOverride w:ilvl={quoteattr(each.get(f'{_OLD}ilvl', '0'))}>"
        + "".join(map(_level, each.iterchildren(f"{_OLD}lvl")))
        + _start(each)
        + "</w:lvlOverride>"
        for each in element.iterchildren(f"{_OLD}lvlOverride")
    )
    return f"<w:num w:numId={identifier}><w:abstractNumId w:val={definition}/>{overrides}</w:num>"


def _start(override: etree._Element) -> str:
    start = _value(override, "startOverride")
    return "" if start is None else f"<w:startOverride w:val={quoteattr(start)}/>"


def _value(element: etree._Element, name: str) -> str | None:
    child = element.find(f"{_OLD}{name}")
    return None if child is None else child.get(f"{_OLD}val")


def _inner(element: etree._Element) -> str:
    return "".join(map(_markup, element))


def _markup(element: etree._Element) -> str:
    return etree.tostring(element, encoding="unicode", with_tail=False)
