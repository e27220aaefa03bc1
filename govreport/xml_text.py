"""Texts written into XML: escaped as contents, or quoted as the value of an attribute.

The standard library's `xml.sax.saxutils` does the same, but loads the modules for network
connections, too.
"""

_CONTENT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_VALUE = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "\n": "&#10;",
        "\r": "&#13;",
        "\t": "&#9;",
    }
)


def escaped(text: str) -> str:
    """Return a text as the content of an element."""
    return text.translate(_CONTENT)


def quoted(text: str) -> str:
    """Return a text as the value of an attribute, in its quotation marks."""
    return f'"{text.translate(_VALUE)}"'
