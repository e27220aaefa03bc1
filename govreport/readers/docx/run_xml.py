"""Runs: the texts and signs inside a paragraph, and what is displayed of them."""

from collections.abc import Iterator

from lxml import etree

from govreport.limits import Limits
from govreport.readers.docx import math_xml
from govreport.readers.docx.formatting import PLAIN
from govreport.readers.docx.names import VALUE, WORD
from govreport.readers.docx.package import Package
from govreport.readers.docx.places import Places
from govreport.readers.docx.plain_text import plain_text
from govreport.readers.docx.symbols import symbol

_OVERRIDES = {"rtl": "\u202e"}
"""Unicode's mark for text whose direction a `w:bdo` overrides; left to right needs none."""

Children = Iterator[etree._Element]
"""What a handler leaves to the walk: the children of the element that begins, or some of them."""


class RunReader(Places):
    """The handlers of the contents of paragraphs; each takes the element that begins."""

    def __init__(self, package: Package, root: etree._Element, limits: Limits) -> None:
        super().__init__(package, root, limits)
        # How many texts stood before each open field in one element.
        self._simple_fields: list[int] = []
        # Where the texts of each open part of an equation begin, in the list that takes them.
        self._parts_of_equations: list[tuple[list[str], int]] = []

    def _start_run(self, element: etree._Element) -> Children:
        shown = PLAIN if self._paragraph is None else self._paragraph.shown
        if self._shown is not shown:
            self._shown = shown
            self._choose_sink()
        return iter(element)

    def _run_properties(self, element: etree._Element) -> None:
        if self._paragraph is not None and len(element):
            style = self._paragraph.properties.style
            self._shown = self._styles.shown(self._cell_formatting, style, element)
            self._choose_sink()

    def _show(self, text: str) -> None:
        paragraph = self._paragraph
        if self._shown.is_moved and paragraph is not None and self._sink is paragraph.texts:
            paragraph.moved[len(self._sink)] = self._shown
        self._sink.append(text)

    def _text(self, element: etree._Element) -> Children:
        if element.text:
            self._show(element.text)
        return iter(element)

    def _tab(self, _element: etree._Element) -> None:
        self._sink.append("\t")

    def _break(self, _element: etree._Element) -> None:
        """Take a break of a line, and one of a page or column, after which a line begins, too."""
        self._sink.append("\n")

    def _start_override(self, element: etree._Element) -> Children:
        """Begin text with an overridden direction: from right to left, 71 reads 17."""
        self._sink.append(_OVERRIDES.get(element.get(VALUE, "rtl"), ""))
        return iter(element)

    def _end_override(self, element: etree._Element) -> None:
        if element.get(VALUE, "rtl") in _OVERRIDES:
            self._sink.append("\u202c")

    def _no_break_hyphen(self, _element: etree._Element) -> None:
        self._sink.append("\u2011")

    def _soft_hyphen(self, _element: etree._Element) -> None:
        self._sink.append("\u00ad")

    def _symbol(self, element: etree._Element) -> None:
        font, code = element.get(f"{WORD}font", ""), element.get(f"{WORD}char", "")
        character = symbol(font, code)
        if character is None:
            message = "a symbol whose font gives no known character for its code was left out"
            self._report("forbidden-character", f"{font} {code}".strip(), message)
        else:
            self._show(character)

    def _ruby(self, element: etree._Element) -> None:
        self._report("note", plain_text(element), "a phonetic guide was left out")

    def _deleted(self, element: etree._Element) -> None:
        if self._paragraph is not None:
            self._paragraph.deleted.append(plain_text(element))
        elif text := plain_text(element):
            self._report("deleted-text", text)

    # Fields

    def _field_mark(self, element: etree._Element) -> None:
        displayed = self._fields.meet(element, self._texts_so_far())
        self._choose_sink()
        self._show_field(displayed)

    def _field_code(self, element: etree._Element) -> Children:
        if not self._shown.hidden:
            self._fields.read_code(element.text or "")
        return iter(element)

    def _start_simple_field(self, element: etree._Element) -> Children:
        self._simple_fields.append(self._texts_so_far())
        return iter(element)

    def _end_simple_field(self, element: etree._Element) -> None:
        """Show a field in one element that is drawn from its code and has no result stored."""
        if self._simple_fields.pop() == self._texts_so_far():
            self._show_field(self._fields.draw(element.get(f"{WORD}instr", "")))

    def _texts_so_far(self) -> int:
        return 0 if self._paragraph is None else len(self._paragraph.texts)

    def _show_field(self, displayed: str) -> None:
        if displayed:
            self._show(displayed)
        if self._fields.drawn:
            message = "a field that is drawn from its code was left out; the code is quoted"
            self._report("form-field", self._fields.drawn, message)

    # Equations

    def _start_part_of_equation(self, element: etree._Element) -> Children:
        self._parts_of_equations.append((self._sink, len(self._sink)))
        self._sink.append("")
        return iter(element)

    def _end_part_of_equation(self, element: etree._Element) -> None:
        """Put the sign before a part of an equation, unless the part turned out blank."""
        texts, at = self._parts_of_equations.pop()
        if texts[at : at + 1] != [""]:
            return  # only in damaged files: the contents have been taken as a text of their own
        if len(texts) == at + 1:
            texts.pop()
        else:
            texts[at] = math_xml.OPENINGS[element.tag]

    def _operator(self, element: etree._Element) -> Children:
        self._add_sign(math_xml.operator(element))
        return iter(element)

    def _start_delimiter(self, element: etree._Element) -> Children:
        self._add_sign(math_xml.opening_delimiter(element))
        return iter(element)

    def _end_delimiter(self, element: etree._Element) -> None:
        self._add_sign(math_xml.closing_delimiter(element))

    def _add_sign(self, sign: str) -> None:
        if sign:
            self._sink.append(sign)
