"""Complex fields, which have a code and a result; only the result is displayed.

ECMA-376-1, section 17.16.18: a field begins, may be split into code and result, and ends. A
mark without its partner is ignored, so that it hides nothing.
"""

import re
from dataclasses import dataclass, field

from lxml import etree

from govreport.expressions import expression
from govreport.readers.docx.names import COMPATIBILITY, VALUE, WORD, is_on, whole_number

_MARK = f"{WORD}fldChar"
_KIND = f"{WORD}fldCharType"
_LEFT_OUT = (f"{WORD}del", f"{WORD}moveFrom", f"{COMPATIBILITY}Fallback")

_DRAWN = expression(r"\s*(?:EQ|SYMBOL|AUTONUM\w*|LISTNUM)\b", re.IGNORECASE)
"""Fields that Word draws from their code without storing a result (section 17.16.5)."""
_PHONETIC = expression(r"\\up\s*[\d.]+\s*\([^()]*\)\s*[,，;]\s*([^(),，;]+)\)\s*")
"""The end of the code of a phonetic guide: the raised gloss, then the text below it."""
_BUTTON = expression(
    r"\s*(?:MACROBUTTON|GOTOBUTTON)\s+(?:\"[^\"]*\"|\S+)\s+(.*\S)", re.IGNORECASE | re.DOTALL
)
"""A field that shows the end of its own code, after a macro's name or a place (17.16.5)."""


@dataclass(slots=True, eq=False, repr=False)
class _OpenField:
    displayed: str
    """What a form field shows if its result is not stored as text."""
    inside_code: bool
    """Whether the field itself is in the code of another."""
    texts_before: int | None = None
    """The texts before the result, None while its code is read."""
    code: list[str] = field(default_factory=list)


@dataclass(slots=True, eq=False, repr=False)
class Fields:
    """The fields that are open at one place of a document.

    `in_code` says whether text at this place is part of a field's code. `drawn` is the code of
    the field that ended last, if Word draws that field from its code alone.
    """

    root: etree._Element
    in_code: bool = False
    drawn: str = ""
    _paired: set[etree._Element] | None = None
    _open: list[_OpenField] = field(default_factory=list)

    def meet(self, mark: etree._Element, texts: int) -> str:
        """Take a `w:fldChar` and return the text that the field displays of its own.

        `texts` is how many texts the paragraph holds so far: a form field whose result added
        none displays its own.
        """
        self.drawn = ""
        if self._paired is None:
            self._paired = _paired_marks(self.root)
        if mark not in self._paired:
            return ""
        kind = mark.get(_KIND)
        if kind == "begin":
            self._open.append(_OpenField(_form_field(mark), self.in_code))
            self.in_code = True
        elif kind == "separate" and self._open:
            self._open[-1].texts_before = texts
            self.in_code = self._open[-1].inside_code
        elif kind == "end" and self._open:
            return self._end(self._open.pop(), texts)
        return ""

    def _end(self, ended: _OpenField, texts: int) -> str:
        self.in_code = ended.inside_code
        if ended.texts_before is None:
            return ended.displayed or self.draw("".join(ended.code))
        if ended.texts_before == texts:
            return ended.displayed or button_text("".join(ended.code))
        return ""

    def read_code(self, code: str) -> None:
        """Take the text of a `w:instrText`."""
        if self._open:
            self._open[-1].code.append(code)

    def draw(self, code: str) -> str:
        """Return what a field without a result shows of its code."""
        self.drawn = ""
        if not _DRAWN.match(code):
            return button_text(code)
        self.drawn = code.strip()
        phonetic = _PHONETIC.search(code)
        return phonetic[1] if phonetic else ""


def button_text(code: str) -> str:
    """Return the text of a button field, which is in its code, else ""."""
    button = _BUTTON.match(code)
    return button[1] if button else ""


def _paired_marks(root: etree._Element) -> set[etree._Element]:
    """Return the marks of every field that both begins and ends in what is displayed."""
    paired: set[etree._Element] = set()
    open_fields: list[list[etree._Element]] = []
    walker = etree.iterwalk(root, events=("start",), tag=(_MARK, *_LEFT_OUT))
    for _, mark in walker:
        if mark.tag != _MARK:
            walker.skip_subtree()
            continue
        kind = mark.get(_KIND)
        if kind == "begin":
            open_fields.append([mark])
        elif open_fields:
            open_fields[-1].append(mark)
            if kind == "end":
                paired.update(open_fields.pop())
    return paired


def _form_field(mark: etree._Element) -> str:
    """Return what a legacy check box or drop-down list shows (sections 17.16.7, 17.16.9)."""
    for box in mark.iter(f"{WORD}checkBox"):
        state = _stated(box, "checked")
        return "☒" if state is not None and is_on(state.get(VALUE)) else "☐"
    for choice in mark.iter(f"{WORD}ddList"):
        entries = [entry.get(VALUE, "") for entry in choice.iterchildren(f"{WORD}listEntry")]
        chosen = _stated(choice, "result")
        position = 0 if chosen is None else whole_number(chosen.get(VALUE)) or 0
        return entries[position] if 0 <= position < len(entries) else ""
    return ""


def _stated(element: etree._Element, name: str) -> etree._Element | None:
    """Return what a form field states under a name, else its default."""
    found = element.find(f"{WORD}{name}")
    return element.find(f"{WORD}default") if found is None else found
