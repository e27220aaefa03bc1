"""The text of any part of the tree as one string, for what diagnostics quote."""

import re
from dataclasses import dataclass, field

from lxml import etree

from govreport.expressions import expression
from govreport.readers.docx.fields import button_text
from govreport.readers.docx.names import (
    CHART,
    COMPATIBILITY,
    DRAWING,
    MATH,
    VML,
    WORD,
)

_TEXT = frozenset({f"{WORD}t", f"{WORD}delText", f"{MATH}t", f"{DRAWING}t", f"{CHART}v"})
_SIGNS = {
    f"{WORD}tab": "\t",
    f"{WORD}br": "\n",
    f"{WORD}cr": "\n",
    f"{WORD}noBreakHyphen": "\u2011",
    f"{WORD}p": "\n",
    f"{DRAWING}p": "\n",
    f"{CHART}pt": "\n",
}
_SKIPPED = frozenset({f"{COMPATIBILITY}Fallback", f"{WORD}pPr", f"{WORD}rPr"})
_WORD_ART = f"{VML}textpath"
_FIELD_MARK = f"{WORD}fldChar"
_FIELD_CODE = f"{WORD}instrText"
_SIMPLE_FIELD = f"{WORD}fldSimple"
_FIELD_TAGS = (
    *(*_TEXT, *_SIGNS, *_SKIPPED),
    *(_WORD_ART, _FIELD_MARK, _FIELD_CODE, _SIMPLE_FIELD),
)
_PAGE_FIELD = expression(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|PAGEREF)\b", re.IGNORECASE)
_PAGE_WORDS = expression(
    r"(?:[\s第页頁共总總/\\.,，、|·•~～()（）\[\]【】<>《》«»―‐‑‒–—－─-]|page|of)*", re.IGNORECASE
)


def plain_text(element: etree._Element) -> str:
    """Return the text below an element, one line a paragraph, without blank ends and lines."""
    pieces: list[str] = []
    codes: list[list[str] | None] = []
    walker = etree.iterwalk(element, events=("start",), tag=_FIELD_TAGS)
    for _, found in walker:
        tag = found.tag
        if tag in _SKIPPED:
            walker.skip_subtree()
        elif tag == _FIELD_MARK:
            pieces.append(_button(codes, found.get(f"{WORD}fldCharType")))
        elif tag == _FIELD_CODE:
            _add_code(codes, found.text)
        elif tag != _SIMPLE_FIELD:
            pieces.append(_piece(found))
    return "\n".join(line.strip() for line in "".join(pieces).split("\n") if line.strip())


def _add_code(codes: list[list[str] | None], text: str | None) -> None:
    """Add a text to the code of the field that is open."""
    if text and codes and (code := codes[-1]) is not None:
        code.append(text)


def _button(codes: list[list[str] | None], kind: str | None) -> str:
    """Take a mark of a field and return the text of a button that ends, which is in its code.

    `codes` holds the code of each open field, None if a result follows it.
    """
    if kind == "begin":
        codes.append([])
    elif kind == "separate" and codes:
        codes[-1] = None
    elif kind == "end" and codes and (code := codes.pop()) is not None:
        return button_text("".join(code))
    return ""


def is_page_number(element: etree._Element) -> bool:
    """Whether only a page number is displayed below an element.

    That is a page field and words such as 第 页; a typed number does not count as one.
    """
    return bool(_PAGE_WORDS.fullmatch(_without_page_fields(element)))


def _without_page_fields(root: etree._Element) -> str:
    pieces: list[str] = []
    fields = _PageFields()
    walker = etree.iterwalk(root, events=("start",), tag=_FIELD_TAGS)
    for _, found in walker:
        tag = found.tag
        if tag in _SKIPPED or (tag == _SIMPLE_FIELD and _is_page(found.get(f"{WORD}instr", ""))):
            walker.skip_subtree()
        elif tag == _FIELD_CODE:
            fields.read_code(found.text or "")
        elif tag == _FIELD_MARK:
            fields.meet(found.get(f"{WORD}fldCharType"))
        elif not fields.in_page_field and tag != _SIMPLE_FIELD:
            pieces.append(_piece(found))
    return "".join(pieces)


@dataclass(slots=True, eq=False, repr=False)
class _PageFields:
    """The open fields of a header; whether the innermost one, or one around it, is a page field."""

    code: str = ""
    open: list[bool] = field(default_factory=list)

    @property
    def in_page_field(self) -> bool:
        return bool(self.open) and self.open[-1]

    def read_code(self, code: str) -> None:
        # The field's name comes first; the length of its code does not matter.
        if len(self.code) < 100:
            self.code += code

    def meet(self, kind: str | None) -> None:
        if kind == "begin":
            self.open.append(self.in_page_field)
            self.code = ""
        elif kind == "separate" and self.open:
            self.open[-1] = self.open[-1] or _is_page(self.code)
        elif kind == "end" and self.open:
            self.open.pop()


def _is_page(code: str) -> bool:
    return bool(_PAGE_FIELD.match(code))


def _piece(element: etree._Element) -> str:
    if element.tag in _TEXT:
        return element.text or ""
    if element.tag == _WORD_ART:
        return f"\n{element.get('string', '')}\n"
    return _SIGNS.get(element.tag, "")
