"""Signs that nobody sees, which pages and word processors leave between characters.

Private-use characters are among them, for fonts show nothing or anything at all for them. The value
of a cell keeps a soft hyphen (`model/values.py`), which old files hold for a minus sign.
"""

from govreport.expressions import expression

_INVISIBLE = expression("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ue000-\uf8ff]+")


def without_invisible(text: str) -> str:
    """Return a text without zero-width signs, soft hyphens, direction marks and private characters."""
    return text if text.isascii() else _INVISIBLE.sub("", text)
