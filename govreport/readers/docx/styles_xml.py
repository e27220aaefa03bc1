"""What styles.xml says that matters here: headings, marks, numbering and hidden text.

Styles inherit along `w:basedOn` (ECMA-376-1, section 17.7.4.3). Each is resolved once, when a
paragraph or run first names it.
"""

import re
from dataclasses import dataclass

from lxml import etree

from govreport.readers.docx.names import VALUE, WORD, is_on, whole_number

MARK_PREFIX = "govreport "
"""How the name of a style begins whose rest is the mark of its paragraphs."""

_HEADING = re.compile(
    r"(?:heading|标题|標題|見出し|제목|überschrift|titre|título|заголовок) ?([1-9])"
)
_TITLES = frozenset({"title", "标题", "標題", "表題", "제목", "titel", "título", "название"})


@dataclass(frozen=True, slots=True)
class NumberReference:
    """Which numbering a paragraph or style asks for; None where it leaves that open.

    `style` is the style that stated `number`: its level is the one bound to that style.
    """

    number: int | None = None
    level: int | None = None
    style: str | None = None


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style with what it inherits."""

    name: str = ""
    level: int | None = None
    numbering: NumberReference = NumberReference()
    hidden: bool = False
    mark: str = ""
    """What the style's own name states as the mark of its paragraphs."""


class Styles:
    """The styles of one document; `root` is None where it has none."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._default: str | None = None
        self._paragraph_styles: dict[str | None, ParagraphStyle] = {}
        self._facts: dict[str, _Facts] = {}
        for element in () if root is None else root.iterchildren(f"{WORD}style"):
            self._add(element)

    def _add(self, element: etree._Element) -> None:
        identifier = element.get(f"{WORD}styleId", "")
        self._elements.setdefault(identifier, element)
        default = element.get(f"{WORD}default")
        if (
            default is not None
            and is_on(default)
            and element.get(f"{WORD}type", "paragraph") == "paragraph"
        ):
            self._default = identifier

    def paragraph(self, identifier: str | None) -> ParagraphStyle:
        """Return a paragraph style; the default one for None and for an unknown identifier."""
        style = self._paragraph_styles.get(identifier)
        if style is None:
            known = identifier if identifier in self._elements else self._default
            style = self._resolve(known)
            self._paragraph_styles[identifier] = style
        return style

    def hides_runs(self, identifier: str) -> bool:
        """Whether a character style hides its runs."""
        return bool(self._facts_of(identifier).hidden)

    def numbering_of(self, identifier: str) -> int | None:
        """Return the numbering that a numbering style stands for (section 17.9.21)."""
        return self._facts_of(identifier).numbering.number

    def _facts_of(self, identifier: str | None) -> "_Facts":
        """Return what a style says with what it inherits, each style being worked out once."""
        chain: dict[str, etree._Element] = {}
        while (
            identifier is not None and identifier not in self._facts and identifier not in chain
        ):
            element = self._elements.get(identifier)
            if element is None:
                break
            chain[identifier] = element
            identifier = _child_value(element, "basedOn")
        facts = _Facts() if identifier is None else self._facts.get(identifier, _Facts())
        for name, element in reversed(chain.items()):
            facts = self._facts[name] = _own_facts(element).over(facts)
        return facts

    def _resolve(self, identifier: str | None) -> ParagraphStyle:
        facts = self._facts_of(identifier)
        element = None if identifier is None else self._elements.get(identifier)
        name = None if element is None else _child_value(element, "name")
        name = name or ""
        mark = name.removeprefix(MARK_PREFIX) if name.startswith(MARK_PREFIX) else ""
        return ParagraphStyle(name, facts.level, facts.numbering, bool(facts.hidden), mark)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What a style says of its own, or with its bases; None where it leaves `hidden` open."""

    level_known: bool = False
    level: int | None = None
    hidden: bool | None = None
    numbering: NumberReference = NumberReference()

    def over(self, base: "_Facts") -> "_Facts":
        """Return these facts with what they leave open taken from `base`."""
        return _Facts(
            self.level_known or base.level_known,
            self.level if self.level_known else base.level,
            base.hidden if self.hidden is None else self.hidden,
            inherit(self.numbering, base.numbering),
        )


def _own_facts(element: etree._Element) -> _Facts:
    known, level = _level(element)
    return _Facts(known, level, _hidden(element), _numbering(element))


def inherit(own: NumberReference, base: NumberReference) -> NumberReference:
    """Return a numbering reference with what it leaves open taken from its base."""
    if own.number is not None:
        return own
    level = base.level if own.level is None else own.level
    return NumberReference(base.number, level, base.style)


def number_reference(properties: etree._Element, style: str | None) -> NumberReference:
    """Return what a `w:numPr` says (section 17.3.1.19); `style` names the style it stands in."""
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


def _hidden(element: etree._Element) -> bool | None:
    vanish = element.find(f"{WORD}rPr/{WORD}vanish")
    return None if vanish is None else is_on(vanish.get(VALUE))


def _child_value(element: etree._Element, name: str) -> str | None:
    child = element.find(f"{WORD}{name}")
    return None if child is None else child.get(VALUE)
