"""Writes texts and attributes as HTML that browsers show and parsers read exactly."""

from govreport.errors import UnwritableDocumentError
from govreport.expressions import expression
from govreport.model.text import FORBIDDEN_CHARACTER

_CHANGED = expression("[ \t\n][ \t\n]|\t")
"""White space that CSS would collapse, or turn into something else (CSS Text 3, section 4.1)."""

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def escaped(text: str) -> str:
    """Return a text for an element's content or for an attribute in double quotes.

    Everything but the four characters of the syntax is written as it is, because a reference to a
    control character means another character in HTML (standard, section 13.2.5.80). Raises
    `UnwritableDocumentError` for a character that no format can carry.
    """
    if match := FORBIDDEN_CHARACTER.search(text):
        raise UnwritableDocumentError(
            f"a text holds the character U+{ord(match[0]):04X} after"
            f" {text[max(0, match.start() - 10) : match.start()]!a}, which an HTML page cannot"
            " carry; remove it first"
        )
    return text.translate(_ESCAPES)


def attribute(name: str, value: str | int) -> str:
    """Return an attribute with the space before it."""
    return f' {name}="{escaped(str(value))}"'


def white_space(text: str) -> str:
    """Return the attribute that an element needs to show the text's white space, mostly none."""
    return attribute("style", "white-space:pre-wrap") if _CHANGED.search(text) else ""


def content(text: str) -> str:
    """Return the content of an element that carries the attribute which `white_space` gives."""
    source = escaped(text)
    return source if _CHANGED.search(text) else source.replace("\n", "<br>")
