"""Finds the declarations that apply to an element (CSS Cascading and Inheritance 4)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from govreport.expressions import expression
from govreport.limits import Limits
from govreport.readers.html.style.properties import (
    NO_STYLE,
    PROPERTIES,
    Style,
    may_matter,
    style_of,
)
from govreport.readers.html.style.sheets import (
    Declaration,
    declarations,
    holds_on_screen,
    parted_selectors,
    rules,
    without_comments,
)

if TYPE_CHECKING:
    from govreport.readers.html.style.selectors import Selectors

_NOT_APPLIED = ("noscript", "template")
_CSS = {"", "text/css"}
_FOR_GENERATED = expression(":(?:before|after)", re.IGNORECASE)


@dataclass(slots=True, eq=False, repr=False)
class StyleSheets:
    """The style sheets of a page while its tree is walked.

    `enter` and `leave` are called where elements begin and end; `style` is the result for one.
    """

    selectors: "Selectors"
    _declarations: list[list[Declaration]] = field(default_factory=list)
    _known: dict[int, "Declared"] = field(default_factory=dict)

    def add(self, sheet: str) -> None:
        """Add a style sheet after those before it."""
        for rule in rules(sheet):
            said = [each for each in declarations(rule.declarations) if each.name in PROPERTIES]
            if not said:
                continue
            if not _FOR_GENERATED.search(rule.selectors):
                self._add(rule.selectors, [each for each in said if each.name != "content"])
                continue
            for selectors, place in parted_selectors(rule.selectors):
                self._add(selectors, _generated(said, place))

    def _add(self, selectors: str, said: list[Declaration]) -> None:
        if said:
            self.selectors.add(selectors, len(self._declarations))
            self._declarations.append(said)

    def enter(self, element: etree._Element, attributes: tuple[tuple[str, str], ...]) -> int:
        """Return the selectors that select an element that begins, as bits."""
        return self.selectors.enter(element, attributes)

    def leave(self) -> None:
        """End the innermost element."""
        self.selectors.leave()

    def declared(self, selected: int) -> "Declared":
        """Return what the rules of those selectors declare."""
        if selected not in self._known:
            declared = Declared({}, {})
            for rule in self.selectors.rules(selected):
                declared.add(self._declarations[rule])
            self._known[selected] = declared
        return self._known[selected]


def _generated(said: list[Declaration], place: str) -> list[Declaration]:
    """Return the declarations for an element, or for the text put before or after its own."""
    if not place:
        return [each for each in said if each.name != "content"]
    style = style_of({each.name: each.value for each in said})
    if style.display == "none" or style.concealed or style.hides:
        return []
    return [each._replace(name=f"content-{place}") for each in said if each.name == "content"]


class Declared(NamedTuple):
    """The values that apply, by property: those that are not important, and those that are."""

    normal: dict[str, str]
    important: dict[str, str]

    def add(self, declarations: Iterable[Declaration]) -> None:
        """Add declarations that are stronger than those before them."""
        for name, value, is_important in declarations:
            (self.important if is_important else self.normal)[name] = value


_NOTHING = Declared({}, {})


def style_sheets(root: etree._Element, limits: Limits) -> StyleSheets | None:
    """Return the style sheets of a page, None if they do not affect whether text is shown."""
    texts = [
        without_comments("".join(map(str, sheet.itertext())))
        for sheet in root.iter("style")
        if _holds(sheet)
    ]
    if not any(map(may_matter, texts)):
        return None
    from govreport.readers.html.style.selectors import Selectors  # few pages need them

    sheets = StyleSheets(Selectors(limits))
    for text in texts:
        sheets.add(text)
    return sheets


def _holds(sheet: etree._Element) -> bool:
    if sheet.get("type", "").strip().lower() not in _CSS:
        return False
    if not holds_on_screen(sheet.get("media", "")):
        return False
    return next(sheet.iterancestors(*_NOT_APPLIED), None) is None


def element_style(
    attributes: Mapping[str, str], sheets: StyleSheets | None, selected: int, *, seen: bool
) -> Style:
    """Return the style of an element that those selectors select.

    `seen` tells that what is around it is seen; nothing needs to make it seen again then.
    """
    declared = sheets.declared(selected) if sheets is not None and selected else _NOTHING
    inline = attributes.get("style")
    if inline is not None:
        found = [each for each in declarations(inline) if each.name in PROPERTIES]
        if seen and declared is _NOTHING and not any(map(_matters, found)):
            return NO_STYLE
        declared = Declared(dict(declared.normal), dict(declared.important))
        declared.add(found)
    # An important declaration outranks any other, wherever it is.
    return NO_STYLE if declared is _NOTHING else style_of(declared.normal | declared.important)


def _matters(declaration: Declaration) -> bool:
    return declaration.value.startswith(PROPERTIES[declaration.name])
