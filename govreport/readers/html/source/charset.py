"""The encoding of a web page: the declared one, unless its bytes prove another.

The HTML standard, section 13.2.3, names the sources and their order. Declarations are wrong
often enough that one which its bytes contradict is overruled.
"""

import re
from typing import NamedTuple

from govreport.expressions import expression
from govreport.model.diagnostics import Diagnostic
from govreport.readers.decoding import (
    BYTE_ORDER_MARKS,
    decode_likely,
    decode_text,
    encoding_of,
    is_unicode,
    strangeness,
    strictly,
)
from govreport.readers.wrong_decoding import restored, restored_references

_DECLARED = expression(
    rb"""<(?:meta\s[^>]{0,400}?charset|\?xml\s[^>]{0,200}?encoding)\s*=\s*["']?\s*([\w.:+-]{2,40})""",
    re.IGNORECASE,
)
_SEARCHED = 1 << 16
_OTHER = {"gb18030": "big5hkscs", "big5hkscs": "gb18030"}
_CLEARLY = 0.3


class DecodedPage(NamedTuple):
    """A page's text, what could not be decoded, and the page's bytes if they are its UTF-8."""

    text: str
    diagnostics: tuple[Diagnostic, ...] = ()
    data: bytes | None = None


def decode_page(data: bytes, encoding: str | None = None) -> DecodedPage:
    """Return the text of a page's bytes.

    A byte order mark decides, else the `encoding` that was declared outside the page, else the
    page's declaration, else the bytes. A declared encoding
    that does not allow the bytes yields to one that does.
    """
    if data.startswith(tuple(mark for mark, _ in BYTE_ORDER_MARKS)):
        return DecodedPage(*decode_text(data))
    declared = encoding_of(encoding or "") or _declared(data)
    if declared is None:
        text, told = decode_text(data)
        text, more = restored_references(text)
        return DecodedPage(text, (*told, *more))
    page = _decoded(data, declared)
    text, told = _restored(page, data)
    return DecodedPage(text, told) if told else page


def _restored(page: DecodedPage, data: bytes) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the text of a page whose characters were decoded wrongly before it was stored."""
    text, told = restored(page.text)
    if not told:
        text, told = restored_references(page.text)
    if not told and page.data is None and (unicode := strictly(data, "utf-8")) is not None:
        # Wrongly decoded text in UTF-8 is as strange as any that is not in UTF-8.
        text, told = restored(unicode)
    return text, told


def _decoded(data: bytes, declared: str) -> DecodedPage:
    text = strictly(data, declared)
    unicode = text if declared == "utf-8" else strictly(data, "utf-8")
    if unicode is not None and (text is None or is_unicode(data, declared)):
        return DecodedPage(unicode, data=data)
    if text is None:
        return DecodedPage(*decode_likely(data))
    if unicode is None:
        text = _in_likelier(data, declared) or text
    return DecodedPage(text)


def _in_likelier(data: bytes, declared: str) -> str | None:
    """Return the text of bytes that are clearly in another encoding than the declared one."""
    other = _OTHER.get(declared)
    # Both encodings allow most pairs of bytes; read in the wrong one, they are rare characters.
    if other and strangeness(data, declared) - strangeness(data, other) > _CLEARLY:
        return strictly(data, other)
    return None


def _declared(data: bytes) -> str | None:
    """Return the Python name of the declared encoding, None if there is none to go by."""
    match = _DECLARED.search(data, 0, _SEARCHED)
    if match is None:
        return None
    label = match[1].decode("ascii", "replace").lower()
    if label.startswith(("utf-16", "utf-32")):
        # The declaration was read byte by byte, so this cannot be true (section 13.2.3.2).
        label = "utf-8"
    return encoding_of(label)
