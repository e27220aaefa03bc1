"""Text that a style sheet puts before or after an element's own (CSS Generated Content 3)."""

from collections.abc import Mapping

from govreport.expressions import expression

_CONTENT = expression(r"\"([^\"]*)\"|'([^']*)'|attr\(\s*(?P<name>[\w-]+)\s*\)")
_STATES = expression("[0-9%‰％\u3400-\u9fff]")


def generated_text(content: str, attributes: Mapping[str, str]) -> str:
    """Return the text that a value of `content` puts next to an element's own.

    It is empty if it holds no digit, ideograph or sign of a share: it is then an icon or a bullet.
    Counters are ignored.
    """
    if not content or "counter" in content:
        return ""
    pieces = (
        attributes.get(found["name"].lower(), "") if found["name"] else found[1] or found[2] or ""
        for found in _CONTENT.finditer(content)
    )
    text = "".join(pieces)
    return text if _STATES.search(text) else ""
