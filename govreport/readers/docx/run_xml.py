"""Runs: the texts and signs inside a paragraph, and what is displayed of them."""

from lxml import etree

from govreport.readers.docx import math_xml
from govreport.readers.docx.names import VALUE, WORD, is_on
from govreport.readers.docx.places import Places
from govreport.readers.docx.plain_text import plain_text
from govreport.readers.docx.symbols import symbol

_BREAK_KIND = f"{WORD}type"
_SCRIPTS = {
    "superscript": str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"),
    "subscript": str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"),
}


class RunReader(Places):
    """The handlers of what stands inside paragraphs; each takes the element that begins."""

    _script: dict[int, int] | None = None

    def _start_run(self, _element: etree._Element) -> None:
        paragraph = self._paragraph
        self._script = None
        hidden = paragraph is not None and paragraph.properties.style.hidden
        if self._run_struck or self._run_hidden != hidden:
            self._run_struck = False
            self._run_hidden = hidden
            self._choose_sink()

    def _run_style(self, element: etree._Element) -> None:
        # Hiding is a toggle: two styles that both hide do not (section 17.7.3).
        if self._styles.hides_runs(element.get(VALUE, "")):
            self._run_hidden = not self._run_hidden
            self._choose_sink()

    def _vanish(self, element: etree._Element) -> None:
        self._run_hidden = is_on(element.get(VALUE))
        self._choose_sink()

    def _strike(self, element: etree._Element) -> None:
        """Take text that is struck through for deleted: a figure corrected by hand."""
        self._run_struck = self._run_struck or is_on(element.get(VALUE))
        self._choose_sink()

    def _vertical_align(self, element: etree._Element) -> None:
        self._script = _SCRIPTS.get(element.get(VALUE, ""))

    def _text(self, element: etree._Element) -> None:
        text = element.text
        if text:
            # A raised digit beside another one must not become part of its number.
            if self._script:
                text = text.translate(self._script)
            self._sink.append(text)

    def _deleted_text(self, element: etree._Element) -> None:
        self._deleted(element)

    def _tab(self, _element: etree._Element) -> None:
        self._sink.append("\t")

    def _break(self, element: etree._Element) -> None:
        if element.get(_BREAK_KIND) not in {"page", "column"}:
            self._sink.append("\n")

    def _no_break_hyphen(self, _element: etree._Element) -> None:
        self._sink.append("\u2011")

    def _soft_hyphen(self, _element: etree._Element) -> None:
        self._sink.append("\u00ad")

    def _symbol(self, element: etree._Element) -> None:
        font, code = element.get(f"{WORD}font", ""), element.get(f"{WORD}char", "")
        character = symbol(font, code)
        if character is None:
            message = "a symbol was left out whose font gives no known character for its code"
            self._report("forbidden-character", f"{font} {code}".strip(), message)
        else:
            self._sink.append(character)

    def _field_mark(self, element: etree._Element) -> None:
        texts = 0 if self._paragraph is None else len(self._paragraph.texts)
        displayed = self._fields.meet(element, texts)
        self._choose_sink()
        if displayed:
            self._sink.append(displayed)
        if self._fields.drawn:
            message = "a field that is drawn from its code was left out; the code is quoted"
            self._report("form-field", self._fields.drawn, message)
        self._skipped = True

    def _field_code(self, element: etree._Element) -> None:
        self._fields.read_code(element.text or "")

    def _ruby(self, element: etree._Element) -> None:
        self._skipped = True
        self._report("note", plain_text(element), "a phonetic guide was left out")

    def _deleted(self, element: etree._Element) -> None:
        self._skipped = True
        if self._paragraph is not None:
            self._paragraph.deleted.append(plain_text(element))
        elif text := plain_text(element):
            self._report("deleted-text", text)

    # Equations

    def _part_of_equation(self, element: etree._Element) -> None:
        self._sink.append(math_xml.opening(element))

    def _operator(self, element: etree._Element) -> None:
        self._sink.append(math_xml.operator(element))

    def _start_delimiter(self, element: etree._Element) -> None:
        self._sink.append(math_xml.opening_delimiter(element))

    def _end_delimiter(self, element: etree._Element) -> None:
        self._sink.append(math_xml.closing_delimiter(element))
