"""The numbers that Word gives list items itself, computed from numbering.xml.

The text of such a number is not in the file: it follows from the numbering's levels
(ECMA-376-1, section 17.9) and from the items before. All numberings of one abstract numbering
count together.
"""

import unicodedata
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from govreport.expressions import expression
from govreport.limits import DEFAULT_LIMITS, Limits
from govreport.readers.docx.formatting import RUN_PROPERTIES
from govreport.readers.docx.names import VALUE, WORD, is_on, whole_number
from govreport.readers.docx.number_formats import format_number
from govreport.readers.docx.styles_xml import NumberReference, Styles

_LEVELS = 9
_PLACE = expression("%([1-9])")
_PADDED_ONE = expression("0{1,9}1")
_SYMBOL_FONTS = ("wingdings", "webdings", "symbol")
_WHERE = "the numbers of list items"
_WIDE = expression("[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]")


class Level(NamedTuple):
    """One level of a numbering (section 17.9.6)."""

    start: int = 0
    format: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    restart: int | None = None
    decimal_only: bool = False
    style: str | None = None
    symbol_font: bool = False
    properties: etree._Element | None = None


class NumberLabel(NamedTuple):
    """The number of one item as printed before the item's text, and its own `w:rPr`."""

    text: str = ""
    properties: etree._Element | None = None


NO_LABEL = NumberLabel()


@dataclass(slots=True, eq=False, repr=False)
class _Sequence:
    """An abstract numbering and how far each of its levels has counted."""

    levels: dict[int, Level]
    counts: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


@dataclass(slots=True, eq=False, repr=False)
class _Numbering:
    """One `w:num`: the sequence it counts in, with the levels and starts of its own."""

    sequence: _Sequence
    levels: dict[int, Level]
    starts: dict[int, int]
    used: bool = False


class Numbering:
    """The numberings of one document; `root` is None if it has none."""

    def __init__(
        self, root: etree._Element | None, styles: Styles, limits: Limits = DEFAULT_LIMITS
    ) -> None:
        self._styles = styles
        self._limits = limits
        self._sequences: dict[str, _Sequence] = {}
        self._found: dict[str, _Sequence | None] = {}
        self._abstract: dict[str, etree._Element] = {}
        self._numbers: dict[int, etree._Element] = {}
        self._numberings: dict[int, _Numbering | None] = {}
        for element in () if root is None else root.iterchildren(f"{WORD}abstractNum"):
            self._abstract.setdefault(element.get(f"{WORD}abstractNumId", ""), element)
        for element in () if root is None else root.iterchildren(f"{WORD}num"):
            number = whole_number(element.get(f"{WORD}numId"))
            if number is not None:
                self._numbers.setdefault(number, element)

    def next_label(self, reference: NumberReference) -> NumberLabel:
        """Count one item and return its number.

        The text is "" without a numbering and for bullets that are not ordinary characters. A
        blank follows the number unless it ends in Chinese punctuation.
        """
        numbering = self._numbering(reference.number)
        if numbering is None:
            return NO_LABEL
        level = self._level_of(reference, numbering)
        if not 0 <= level < _LEVELS:
            return NO_LABEL
        _count(numbering, level)
        definition = numbering.levels.get(level, Level())
        if definition.format == "bullet" and definition.symbol_font:
            return NO_LABEL
        # Counted before and after it is made, because either may be long.
        self._limits.take_repeated(len(definition.text), _WHERE)
        text = _PLACE.sub(
            lambda place: _shown(numbering, definition, int(place[1])), definition.text
        )
        self._limits.take_repeated(max(0, len(text) - len(definition.text)), _WHERE)
        return NumberLabel(_parted(_ordinary(text), definition.suffix), definition.properties)

    def _level_of(self, reference: NumberReference, numbering: _Numbering) -> int:
        # A style's level is the one that names the style (section 17.9.23).
        if reference.style is not None:
            for position, definition in numbering.levels.items():
                if definition.style == reference.style:
                    return position
        return reference.level or 0

    def _numbering(self, number: int | None) -> _Numbering | None:
        if number is None or number == 0:
            return None
        if number not in self._numberings:
            self._numberings[number] = self._read_numbering(number)
        return self._numberings[number]

    def _read_numbering(self, number: int) -> _Numbering | None:
        element = self._numbers.get(number)
        sequence = None if element is None else self._sequence(element)
        if element is None or sequence is None:
            return None
        numbering = _Numbering(sequence, dict(sequence.levels), {})
        for override in element.iterchildren(f"{WORD}lvlOverride"):
            _override(numbering, override)
        return numbering

    def _sequence(self, number: etree._Element) -> _Sequence | None:
        """Return the sequence of a `w:num`, found through numbering styles if it names one.

        Numbering styles may lead to each other endlessly, so each is followed once.
        """
        passed: dict[str, None] = {}
        found: _Sequence | None = None
        while True:
            identifier = _value(number, "abstractNumId")
            abstract = self._abstract.get(identifier or "")
            if identifier is None or abstract is None or identifier in passed:
                break
            if identifier in self._found:
                found = self._found[identifier]
                break
            passed[identifier] = None
            link = _value(abstract, "numStyleLink")
            linked = (
                None if link is None else self._numbers.get(self._styles.numbering_of(link) or 0)
            )
            if linked is None:
                found = self._read_sequence(identifier, abstract)
                break
            number = linked
        self._found.update(dict.fromkeys(passed, found))
        return found

    def _read_sequence(self, identifier: str, abstract: etree._Element) -> _Sequence:
        if identifier not in self._sequences:
            levels = (_read_level(element) for element in abstract.iterchildren(f"{WORD}lvl"))
            known = {position: level for position, level in levels if 0 <= position < _LEVELS}
            self._sequences[identifier] = _Sequence(known)
        return self._sequences[identifier]


def _override(numbering: _Numbering, override: etree._Element) -> None:
    """Apply a `w:lvlOverride` (section 17.9.8)."""
    position = whole_number(override.get(f"{WORD}ilvl"))
    if position is None or not 0 <= position < _LEVELS:
        return
    for element in override.iterchildren(f"{WORD}lvl"):
        numbering.levels[position] = _read_level(element)[1]
    start = whole_number(_value(override, "startOverride"))
    if start is not None:
        numbering.starts[position] = start
        level = numbering.levels.get(position, Level())
        numbering.levels[position] = level._replace(start=start)


def _count(numbering: _Numbering, level: int) -> None:
    counts = numbering.sequence.counts
    if not numbering.used:
        numbering.used = True
        for position in numbering.starts:
            counts[position] = None
    before = counts[level]
    counts[level] = numbering.levels.get(level, Level()).start if before is None else before + 1
    for deeper in range(level + 1, _LEVELS):
        restart = numbering.levels.get(deeper, Level()).restart
        # Section 17.9.10: 0 never restarts; k restarts after an item of level k (from one).
        if restart is None or level < restart:
            counts[deeper] = None


def _shown(numbering: _Numbering, definition: Level, place: int) -> str:
    level = numbering.levels.get(place - 1, Level())
    count = numbering.sequence.counts[place - 1]
    number = level.start if count is None else count
    plain = definition.decimal_only and level.format not in {"none", "bullet"}
    return format_number(number, "decimal" if plain else level.format)


def _read_level(element: etree._Element) -> tuple[int, Level]:
    text = element.find(f"{WORD}lvlText")
    fonts = element.find(f"{WORD}rPr/{WORD}rFonts")
    legal = element.find(f"{WORD}isLgl")
    names = [] if fonts is None else [str(name).lower() for name in fonts.attrib.values()]
    return whole_number(element.get(f"{WORD}ilvl")) or 0, Level(
        start=whole_number(_value(element, "start")) or 0,
        format=_format(element),
        text="" if text is None else text.get(VALUE, ""),
        suffix=_value(element, "suff") or "tab",
        restart=whole_number(_value(element, "lvlRestart")),
        decimal_only=legal is not None and is_on(legal.get(VALUE)),
        style=_value(element, "pStyle"),
        symbol_font=any(name.startswith(_SYMBOL_FONTS) for name in names),
        properties=element.find(RUN_PROPERTIES),
    )


def _format(level: etree._Element) -> str:
    """Return the name of a level's number format, or how a padded number one is written."""
    # Word writes a format of its own ("001, 002") next to a standard one in mc:AlternateContent.
    formats = list(level.iter(f"{WORD}numFmt"))
    for element in formats:
        first = element.get(f"{WORD}format", "").partition(",")[0].strip()
        if element.get(VALUE) == "custom" and _PADDED_ONE.fullmatch(first):
            return first
    names = [element.get(VALUE, "decimal") for element in formats]
    return next((name for name in names if name != "custom"), "decimal")


def _ordinary(text: str) -> str:
    return "".join(sign for sign in text if unicodedata.category(sign) != "Co")


def _parted(number: str, suffix: str) -> str:
    number = number.strip()
    if not number or suffix == "nothing":
        return number
    closed = unicodedata.category(number[-1]).startswith("P")
    return number if closed and _WIDE.search(number) else f"{number} "


def _value(element: etree._Element, name: str) -> str | None:
    child = element.find(f"{WORD}{name}")
    return None if child is None else child.get(VALUE)
