"""What a caller may give to be read: a path, a file, or what a library has open already."""

import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeGuard, Union, cast

from govreport.errors import UnreadableSourceError
from govreport.limits import Limits

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from govreport.readers.html.source.trees import Tree

PathOrFile = str | os.PathLike[str] | BinaryIO
Opened = Union["WordDocument", "Tree", PathOrFile]
"""What `read` takes: a path, a binary file, or what python-docx, lxml or BeautifulSoup has open."""


def is_tree(source: object) -> TypeGuard["Tree"]:
    """Whether lxml or BeautifulSoup made an object; neither is loaded to find that out."""
    makers = {each.__module__.partition(".")[0] for each in type(source).__mro__}
    return not makers.isdisjoint({"lxml", "bs4"})


def is_word_document(source: object) -> TypeGuard["WordDocument"]:
    """Whether python-docx made an object."""
    # Whoever has such a document has loaded python-docx, and nobody else waits for that.
    module = sys.modules.get("docx.document")
    return module is not None and isinstance(source, module.Document)


def saved(document: "WordDocument") -> bytes:
    """Return the bytes that python-docx would write.

    The reader takes apart the tree that it is given, and parts refer to one another by names that
    are settled when they are saved; so what is open is saved, in memory, and stays as it is.
    """
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def bytes_of(source: Opened, limits: Limits) -> tuple[bytes, str]:
    """Return the bytes of a path, a file or a Word document, and its name where it has one."""
    if is_word_document(source):
        return saved(source), ""
    if isinstance(source, str | os.PathLike):
        with Path(source).open("rb") as file:
            return file.read(limits.input_bytes + 1), os.fspath(source)
    if not hasattr(source, "read"):
        raise UnreadableSourceError(
            f"read takes a path or a binary file, not {type(source).__name__};"
            " use loads for bytes and text"
        )
    data = _read(cast(BinaryIO, source), limits.input_bytes + 1)
    name = getattr(source, "name", "")
    return data, name if isinstance(name, str) else ""


def _read(file: BinaryIO, most: int) -> bytes:
    """Return what a file holds, at most so many bytes; a file without a buffer gives it in parts."""
    parts: list[bytes] = []
    while most > 0:
        part = file.read(most)
        if not isinstance(part, bytes):
            raise UnreadableSourceError("the file gives text, not bytes; open it in binary mode")
        if not part:
            break
        parts.append(part)
        most -= len(part)
    return b"".join(parts)


def encoded(text: str) -> bytes:
    """Return a text as bytes that are read as that text; raises for a lone surrogate."""
    try:
        # The byte order mark outranks whatever encoding the text itself declares.
        return b"\xef\xbb\xbf" + text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UnreadableSourceError(
            f"the text holds a lone surrogate, {text[error.start]!a} at position {error.start};"
            " give the bytes it was decoded from"
        ) from error
