"""What the file says about itself outside its text: core and custom properties.

Core properties are those of ECMA-376-2, section 11; custom ones of ECMA-376-1, section 22.3.
"""

import datetime

from lxml import etree

from govreport.blocks import Page
from govreport.docx_properties import CORE_HINTS, is_filled_in, meant_property
from govreport.expressions import expression
from govreport.model.text import one_line
from govreport.readers.docx.names import CUSTOM, DUBLIN_CORE
from govreport.readers.docx.package import Package

_STATEMENT = expression(r"govreport\.([0-9]{3,9})\.([a-z_]+)")


def read_page(package: Package) -> tuple[Page, tuple[tuple[str, str], ...]]:
    """Return the page's hints and the statements, in their order, that the properties hold."""
    core = package.properties("core-properties")
    custom = _custom_properties(package.properties("custom-properties"))
    title, author = (
        _stated(core, name) or custom.get(meant_property(name)) or None for name in CORE_HINTS
    )
    page = Page(
        title,
        author,
        _date(custom.get("publication_date", "")),
        custom.get("publisher") or None,
    )
    return page, _statements(custom)


def _stated(core: etree._Element | None, name: str) -> str | None:
    text = "" if core is None else _line(core.findtext(f"{DUBLIN_CORE}{name}") or "")
    return None if not text or is_filled_in(name, text) else text


def _custom_properties(root: etree._Element | None) -> dict[str, str]:
    if root is None:
        return {}
    return {
        element.get("name", ""): _line("".join(map(str, element.itertext())))
        for element in root.iterchildren(f"{CUSTOM}property")
    }


def _statements(custom: dict[str, str]) -> tuple[tuple[str, str], ...]:
    found = [
        (int(match[1]), match[2], text)
        for name, text in custom.items()
        if (match := _STATEMENT.fullmatch(name))
    ]
    return tuple((name, text) for _, name, text in sorted(found, key=lambda one: one[0]))


def _date(text: str) -> datetime.date | None:
    # A date property of Word's own dialog has a time of day after it.
    try:
        return datetime.date.fromisoformat(text[:10])
    except ValueError:
        return None


def _line(text: str) -> str:
    return one_line(text, "a document property")
