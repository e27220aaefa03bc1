"""The styles of a binary Word document as those of a Word file ([MS-DOC] 2.9.271, 2.9.260)."""

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from govreport.model.text import FORBIDDEN_CHARACTER
from govreport.translators.word_binary.binary import u16
from govreport.translators.word_binary.properties import (
    RunFormat,
    numbering_markup,
    read_paragraph,
    read_run,
    run_markup,
    switched,
)

_NO_BASE = 0xFFF
_PARAGRAPH, _CHARACTER = 1, 2
_HEADINGS = range(1, 10)
_TITLE = 62
_KINDS = {1: "paragraph", 2: "character", 3: "table", 4: "numbering"}


@dataclass(frozen=True, slots=True)
class _Style:
    kind: int
    base: int
    name: str
    paragraph: bytes
    run: RunFormat


class StyleTable:
    """The styles of a document by their numbers."""

    def __init__(self, table: bytes) -> None:
        self._styles: dict[int, _Style] = {}
        self._on: dict[int, frozenset[str]] = {}
        base_size = u16(table, 4)
        at = 2 + u16(table, 0)
        for number in range(u16(table, 2)):
            if at + 2 > len(table):
                break
            size = u16(table, at)
            style = table[at + 2 : at + 2 + size]
            at += 2 + size + size % 2
            if len(style) >= max(10, base_size):
                self._styles[number] = _read(style, base_size)

    def markup(self) -> str:
        """Return the markup of each style, named by its number."""
        return "".join(self._markup(number, style) for number, style in self._styles.items())

    def switched_on(self, number: int | None) -> frozenset[str]:
        """Return the properties of runs that a style switches on, its bases heeded."""
        chain: list[int] = []
        while number in self._styles and number not in self._on and number not in chain:
            chain.append(number)
            number = self._styles[number].base
        on = frozenset() if number is None else self._on.get(number, frozenset[str]())
        for each in reversed(chain):
            on = self._on[each] = switched(self._styles[each].run, on)
        return on

    def _markup(self, number: int, style: _Style) -> str:
        default = ' w:default="1"' if number == 0 else ""
        based_on = "" if style.base == _NO_BASE else f'<w:basedOn w:val="s{style.base}"/>'
        run = run_markup(style.run, self.switched_on(style.base))
        return (
            f'<w:style w:type="{_KINDS.get(style.kind, "paragraph")}" w:styleId="s{number}"{default}>'
            f"<w:name w:val={quoteattr(style.name)}/>{based_on}"
            f"<w:pPr>{_paragraph(style.paragraph)}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        )


def _read(style: bytes, base_size: int) -> _Style:
    kind = u16(style, 2) & 0xF
    parts = u16(style, 4) & 0xF
    length = u16(style, base_size)
    name = style[base_size + 2 : base_size + 2 + 2 * length].decode("utf-16-le", "replace")
    at = base_size + 2 + 2 * length + 2
    found: list[bytes] = []
    for _ in range(parts):
        size = u16(style, at)
        found.append(style[at + 2 : at + 2 + size])
        at += 2 + size + size % 2
    paragraph = found[0] if kind == _PARAGRAPH and found else b"\0\0"
    position = {_PARAGRAPH: 1, _CHARACTER: 0}.get(kind, len(found))
    run = read_run(found[position] if position < len(found) else b"")
    run.style = None
    return _Style(kind, u16(style, 2) >> 4, _name(u16(style, 0) & 0xFFF, name), paragraph, run)


def _paragraph(data: bytes) -> str:
    read = read_paragraph(data, b"")
    outline = read.outline
    level = "" if outline is None or outline >= 9 else f'<w:outlineLvl w:val="{outline}"/>'
    return numbering_markup(read) + level


def _name(built_in: int, name: str) -> str:
    """Return a style's name, for the built-in ones that matter the one of every language."""
    if built_in in _HEADINGS:
        return f"heading {built_in}"
    return "Title" if built_in == _TITLE else FORBIDDEN_CHARACTER.sub("", name)
