"""The relevant parts of styles.xml: headings, marks, numbering and how runs are shown.

Styles inherit along `w:basedOn` (ECMA-376-1, section 17.7.4.3). Each is resolved once, when a
paragraph, run or table first names it.
"""

from typing import NamedTuple

from lxml import etree

from govreport.expressions import expression
from govreport.readers.docx.cut_styles import CutStyles
from govreport.readers.docx.formatting import (
    CHARACTER_STYLE,
    PLAIN,
    RUN_PROPERTIES,
    UNFORMATTED,
    Formatting,
    ShownRun,
    read_formatting,
    resolved,
)
from govreport.readers.docx.names import VALUE, WORD, is_on, whole_number
from govreport.readers.docx.table_style_xml import UNSTYLED_TABLE, TableStyle, read_table_style

MARK_PREFIX = "govreport "
"""The prefix of a style's name whose rest is the mark of its paragraphs."""

_HEADING = expression(
    r"(?:heading|标题|標題|見出し|제목|überschrift|titre|título|заголовок) ?([1-9])"
)
_TITLES = frozenset({"title", "标题", "標題", "表題", "제목", "titel", "título", "название"})


class NumberReference(NamedTuple):
    """The numbering that a paragraph or style states; None is unstated.

    `style` is the style that stated `number`: its level is the one bound to that style.
    """

    number: int | None = None
    level: int | None = None
    style: str | None = None


class ParagraphStyle(NamedTuple):
    """A paragraph style with what it inherits."""

    name: str = ""
    level: int | None = None
    numbering: NumberReference = NumberReference()
    formatting: Formatting = UNFORMATTED
    shown: ShownRun = PLAIN
    """How its runs are shown if they have no properties and are in no styled table."""
    mark: str = ""
    """The mark of its paragraphs, from the style's own name."""


class Styles:
    """The styles of one document; `root` is None if it has none.

    `table_styles` are those that were cut from it.
    """

    def __init__(
        self, root: etree._Element | None, table_styles: CutStyles | None = None
    ) -> None:
        self._table_styles = table_styles
        self._elements: dict[tuple[str, str], etree._Element] = {}
        self._defaults: dict[str, str] = {}
        self._default_table_sought = False
        self._paragraph_styles: dict[str | None, ParagraphStyle] = {}
        self._facts: dict[tuple[str, str], _Facts] = {}
        self._shown: dict[tuple[Formatting, Formatting, str | None], ShownRun] = {}
        for element in () if root is None else root.iterchildren(f"{WORD}style"):
            self._add(element)
        path = f"{WORD}docDefaults/{WORD}rPrDefault/{RUN_PROPERTIES}"
        self._formatting = read_formatting(None if root is None else root.find(path))

    def _add(self, element: etree._Element) -> None:
        kind = element.get(f"{WORD}type", "paragraph")
        identifier = element.get(f"{WORD}styleId", "")
        self._elements.setdefault((kind, identifier), element)
        default = element.get(f"{WORD}default")
        if default is not None and is_on(default):
            self._defaults[kind] = identifier

    def paragraph(self, identifier: str | None) -> ParagraphStyle:
        """Return a paragraph style; the default one for None and for an unknown identifier."""
        style = self._paragraph_styles.get(identifier)
        if style is None:
            style = self._resolve(self._known("paragraph", identifier))
            self._paragraph_styles[identifier] = style
        return style

    def table(self, identifier: str | None) -> TableStyle:
        """Return a table style; the default one for None and for an unknown identifier."""
        if self._table_styles is not None and not self._default_table_sought:
            self._default_table_sought = True
            self._add_cut(self._table_styles.find_default())
        return self._facts_of("table", self._known("table", identifier)).table

    def shown(
        self, table: Formatting, paragraph: ParagraphStyle, run: etree._Element | None = None
    ) -> ShownRun:
        """Return how a run with the `w:rPr` `run` is shown in a paragraph of that style.

        `table` is the formatting of the cell by the style of the table around it.
        """
        style = None if run is None else run.find(CHARACTER_STYLE)
        identifier = None if style is None else style.get(VALUE)
        direct = read_formatting(run)
        key = (table, paragraph.formatting, identifier)
        if direct is UNFORMATTED and key in self._shown:
            return self._shown[key]
        character = self._facts_of("character", self._known("character", identifier)).formatting
        shown = resolved(self._formatting, (table, paragraph.formatting, character), direct)
        if direct is UNFORMATTED:
            self._shown[key] = shown
        return shown

    def numbering_of(self, identifier: str) -> int | None:
        """Return the numbering that a numbering style stands for (section 17.9.21)."""
        return self._facts_of("numbering", identifier).numbering.number

    def _known(self, kind: str, identifier: str | None) -> str | None:
        """Return the style to use where `identifier` is named: itself, else the default one."""
        if identifier is not None and self._element(kind, identifier) is not None:
            return identifier
        return self._defaults.get(kind)

    def _element(self, kind: str, identifier: str) -> etree._Element | None:
        key = kind, identifier
        if kind == "table" and key not in self._elements and self._table_styles is not None:
            self._add_cut(self._table_styles.find(identifier))
        return self._elements.get(key)

    def _add_cut(self, element: etree._Element | None) -> None:
        if element is not None:
            self._add(element)

    def _facts_of(self, kind: str, identifier: str | None) -> "_Facts":
        """Return what a style says with what it inherits; each style is resolved once."""
        chain: dict[tuple[str, str], etree._Element] = {}
        known: _Facts | None = None
        while identifier is not None:
            key = kind, identifier
            known = self._facts.get(key)
            element = self._element(kind, identifier)
            if known is not None or element is None or key in chain:
                break
            chain[key] = element
            identifier = _child_value(element, "basedOn")
        facts = known or _Facts()
        for key, element in reversed(chain.items()):
            facts = self._facts[key] = _own_facts(element).over(facts)
        return facts

    def _resolve(self, identifier: str | None) -> ParagraphStyle:
        facts = self._facts_of("paragraph", identifier)
        element = self._elements.get(("paragraph", identifier or ""))
        name = None if element is None else _child_value(element, "name")
        name = name or ""
        mark = name.removeprefix(MARK_PREFIX) if name.startswith(MARK_PREFIX) else ""
        style = ParagraphStyle(name, facts.level, facts.numbering, facts.formatting, PLAIN, mark)
        return style._replace(shown=self.shown(UNFORMATTED, style))


class _Facts(NamedTuple):
    """What a style says by itself, or with its bases."""

    level_known: bool = False
    level: int | None = None
    formatting: Formatting = UNFORMATTED
    numbering: NumberReference = NumberReference()
    table: TableStyle = UNSTYLED_TABLE

    def over(self, base: "_Facts") -> "_Facts":
        """Return these facts, with unstated ones taken from `base`."""
        return _Facts(
            self.level_known or base.level_known,
            self.level if self.level_known else base.level,
            self.formatting.over(base.formatting),
            inherit(self.numbering, base.numbering),
            self.table.over(base.table),
        )


def _own_facts(element: etree._Element) -> _Facts:
    known, level = _level(element)
    formatting = read_formatting(element.find(RUN_PROPERTIES))
    table = read_table_style(element, formatting)
    return _Facts(known, level, formatting, _numbering(element), table)


def inherit(own: NumberReference, base: NumberReference) -> NumberReference:
    """Return a numbering reference, with unstated parts taken from its base."""
    if own.number is not None:
        return own
    level = base.level if own.level is None else own.level
    return NumberReference(base.number, level, base.style)


def number_reference(properties: etree._Element, style: str | None) -> NumberReference:
    """Return what a `w:numPr` says (section 17.3.1.19); `style` names the style it is in."""
    return NumberReference(
        whole_number(_child_value(properties, "numId")),
        whole_number(_child_value(properties, "ilvl")),
        style,
    )


def _numbering(element: etree._Element) -> NumberReference:
    properties = element.find(f"{WORD}pPr/{WORD}numPr")
    if properties is None:
        return NumberReference()
    return number_reference(properties, element.get(f"{WORD}styleId"))


def _level(element: etree._Element) -> tuple[bool, int | None]:
    """Return whether one style says a heading level, and which, not asking its base."""
    name = (_child_value(element, "name") or "").strip().lower()
    if name in _TITLES:
        return True, 0
    if match := _HEADING.fullmatch(name):
        return True, int(match[1])
    properties = element.find(f"{WORD}pPr")
    outline = None if properties is None else _child_value(properties, "outlineLvl")
    if outline is None:
        return False, None
    return True, heading_level(outline)


def heading_level(outline: str | None) -> int | None:
    """Return the heading level of an outline level (section 17.3.1.20); 9 is body text."""
    number = whole_number(outline)
    return number + 1 if number is not None and 0 <= number <= 8 else None


def _child_value(element: etree._Element, name: str) -> str | None:
    child = element.find(f"{WORD}{name}")
    return None if child is None else child.get(VALUE)
