"""Lists of an OpenDocument text: which numbering each paragraph counts in (part 3, 5.3)."""

from lxml import etree

from govreport.translators.open_document.names import TEXT, count
from govreport.translators.open_document.styles import TextStyles

_TRUE = "true"


class Lists:
    """The lists that are open at one place, and the numberings that they make.

    Every list outside of others is a numbering of its own, unless it says that it continues one.
    """

    def __init__(self, styles: TextStyles) -> None:
        self._styles = styles
        self._open: list[int] = []
        self._names: list[str] = []
        self._numbers: list[str] = []
        self._last: dict[str, int] = {}
        self._by_identifier: dict[str, int] = {}
        self._fresh = False
        self._headed = False
        self._starts: dict[int, dict[int, int]] = {}

    def enter(self, element: etree._Element) -> bool:
        """Open a list; return what `leave` is to be given."""
        headed, self._headed = self._headed, False
        name = element.get(f"{TEXT}style-name") or (self._names[-1] if self._names else "")
        if self._open and name == self._names[-1]:
            number = self._open[-1]
        else:
            number = self._number(element, name)
        self._open.append(number)
        self._names.append(name)
        return headed

    def leave(self, headed: bool) -> None:
        """Close the innermost list."""
        self._open.pop()
        self._names.pop()
        self._headed = headed

    def begin_item(self, element: etree._Element) -> None:
        """Begin an item, or the header of a list, which has no number."""
        self._fresh = True
        self._headed = element.tag == f"{TEXT}list-header"
        start = element.get(f"{TEXT}start-value")
        if start is not None and self._open:
            number = self._new(self._names[-1])
            self._starts[number] = {len(self._open) - 1: count(element, f"{TEXT}start-value")}
            self._open[-1] = number

    def numbering(self, style: str) -> str:
        """Return the numbering of a paragraph as its property; only an item's first has one."""
        if not self._open or not self._fresh or self._headed:
            return ""
        self._fresh = False
        name = self._names[-1] or self._styles.list_of(style)
        number = self._open[-1] if self._names[-1] else self._last_of(name)
        level = min(len(self._open), 9) - 1
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'

    def markup(self) -> str:
        """Return all numberings as those of a Word file."""
        definitions, uses = [], []
        # Each numbering counts for itself, so each has a definition of its own.
        for number, name in enumerate(self._numbers, 1):
            definitions.append(self._styles.list_markup(name, number))
            starts = "".join(
                f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
                for level, start in self._starts.get(number, {}).items()
            )
            uses.append(
                f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/>{starts}</w:num>'
            )
        return "".join((*definitions, *uses))

    def _number(self, element: etree._Element, name: str) -> int:
        identifier = element.get("{http://www.w3.org/XML/1998/namespace}id", "")
        continued = self._by_identifier.get(element.get(f"{TEXT}continue-list", ""))
        if continued is None and element.get(f"{TEXT}continue-numbering") == _TRUE:
            continued = self._last.get(name)
        number = self._new(name) if continued is None else continued
        if identifier:
            self._by_identifier[identifier] = number
        return number

    def _last_of(self, name: str) -> int:
        return self._last.get(name) or self._new(name)

    def _new(self, name: str) -> int:
        self._numbers.append(name)
        self._last[name] = len(self._numbers)
        return len(self._numbers)
