"""Translators: the bytes of one format in, those of another that has a reader out.

What is another format in a wrapping (a saved page, a mail, a Word file in one XML file), or the
same content in an older notation (Word's binary files), needs no reader of its own. Each module
offers `translate(data, limits)`.
"""

from typing import NamedTuple

from govreport.model.diagnostics import Diagnostic


class Translation(NamedTuple):
    """The bytes in their new format, and what was left out on the way."""

    format: str
    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()
