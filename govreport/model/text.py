r"""The rules for every text of a document, applied when the text is built.

A text has `\\n` as its only line break, no white space at either end, and only characters
that XML 1.0 can carry (https://www.w3.org/TR/xml/#charsets), because two formats are XML.
"""

from collections.abc import Iterable

from govreport.errors import InvalidDocumentError
from govreport.expressions import expression

FORBIDDEN_CHARACTER = expression("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""One character that no document can hold: controls, lone surrogates, U+FFFE and U+FFFF."""

_LINE_BREAK = expression(r"\r\n?")
_WIDE = expression(
    "[\u2014\u2018-\u201d\u2026\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
)


def clean_text(text: str, where: str) -> str:
    """Return `text` in its canonical form.

    `where` names the place for the message of the `InvalidDocumentError` that is raised for
    something that is not a string or holds a character no format can carry.
    """
    if not isinstance(text, str):
        raise InvalidDocumentError(
            f"{where}: a text must be a str, not {type(text).__name__}; convert it first"
        )
    if text.isprintable():  # most texts are; none of these has a break or a forbidden character
        return text.strip()
    if match := FORBIDDEN_CHARACTER.search(text):
        raise InvalidDocumentError(
            f"{where}: character U+{ord(match[0]):04X} at position {match.start()} of"
            f" {_excerpt(text, match.start())} cannot be carried by any format; remove it first"
        )
    if "\r" in text:
        text = _LINE_BREAK.sub("\n", text)
    return text.strip()


def clean_texts(texts: Iterable[str], where: str) -> tuple[str, ...]:
    """Return several texts in canonical form, each as `clean_text` returns it."""
    texts = tuple(texts)
    if set(map(type, texts)) <= {str} and "".join(texts).isprintable():
        return tuple(map(str.strip, texts))
    return tuple([clean_text(text, where) for text in texts])


def one_line(text: str, where: str) -> str:
    """Return `text` in canonical form with its printed line breaks joined.

    Between two wide characters a break is layout and vanishes; elsewhere it is a space.
    """
    text = clean_text(text, where)
    if "\n" not in text:
        return text
    first, *rest = filter(None, (line.strip() for line in text.split("\n")))
    joined = [first]
    for line in rest:
        if not (_WIDE.match(joined[-1][-1]) or _WIDE.match(line)):
            joined.append(" ")
        joined.append(line)
    return "".join(joined)


def join_lines(first: str, second: str) -> str:
    """Return two printed lines as one, as `one_line` joins them."""
    return one_line(f"{first}\n{second}", "a joined line")


def _excerpt(text: str, position: int) -> str:
    return ascii(text[max(0, position - 10) : position + 10])


_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWERED = "₀₁₂₃₄₅₆₇₈₉"


def raised(text: str) -> str:
    """Return `text` with digits of any script as superscript ones, which join no number."""
    return _with_digits(text, _RAISED)


def lowered(text: str) -> str:
    """Return `text` with digits of any script as subscript ones, which join no number."""
    return _with_digits(text, _LOWERED)


def _with_digits(text: str, digits: str) -> str:
    return "".join(digits[int(sign)] if sign.isdecimal() else sign for sign in text)
