"""The sources that `read` accepts: a path, a file, bytes, or another library's object."""

import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeGuard, Union, cast

from govreport.errors import UnknownFormatError, UnreadableSourceError
from govreport.limits import Limits

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from govreport.readers.html.source.trees import Tree

PathOrFile = str | os.PathLike[str] | BinaryIO
Opened = Union["WordDocument", "Tree", PathOrFile]
"""What `read` takes: a path, a binary file, or an object of python-docx, lxml or BeautifulSoup."""


def is_tree(source: object) -> TypeGuard["Tree"]:
    """Whether lxml or BeautifulSoup made an object; neither is loaded to find out."""
    makers = {each.__module__.partition(".")[0] for each in type(source).__mro__}
    return not makers.isdisjoint({"lxml", "bs4"})


def is_word_document(source: object) -> TypeGuard["WordDocument"]:
    """Whether an object is a document of python-docx."""
    # Whoever has such a document has loaded python-docx; others need not load it.
    module = sys.modules.get("docx.document")
    return module is not None and isinstance(source, module.Document)


def saved_bytes(document: "WordDocument") -> bytes:
    """Return the bytes that python-docx would write.

    The reader changes the tree that it is given, and the names by which parts refer to one another
    are settled on saving; so the document is saved in memory, and itself stays as it is.
    """
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def opened_bytes(source: Opened, limits: Limits) -> tuple[bytes, str]:
    """Return the bytes of an open file or a path, at most one beyond the limit, and its name.

    Raises `UnreadableSourceError` for anything else and for files opened as text.
    """
    if is_word_document(source):
        return saved_bytes(source), ""
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
    # Standard input calls itself `<stdin>`, which is not a name of a file.
    return data, name if isinstance(name, str) and not name.startswith("<") else ""


def _read(file: BinaryIO, most: int) -> bytes:
    """Return the bytes of a file, at most so many; an unbuffered file gives them in parts."""
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


def encoded_text(text: str) -> bytes:
    """Return a text in UTF-8 with a mark; `UnreadableSourceError` if no encoding can hold it."""
    try:
        # The byte order mark outranks any encoding that the text itself declares.
        return b"\xef\xbb\xbf" + text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UnreadableSourceError(
            f"the text holds a lone surrogate, {text[error.start]!a} at position {error.start};"
            " give the bytes it was decoded from"
        ) from error


def check_charset(charset: str) -> None:
    """Raise `UnknownFormatError` for a name that is not an encoding."""
    from govreport.readers.decoding import known_encoding

    if known_encoding(charset) is None:
        raise UnknownFormatError(
            f"there is no encoding {charset[:40]!r}; name one that Python knows, such as gb18030, big5"
            " or utf-8"
        )


def refuse_charset(charset: str | None) -> None:
    """Raise `UnreadableSourceError` if an encoding is named for decoded text."""
    if charset is not None:
        raise UnreadableSourceError(
            "a text that is decoded already has no encoding; leave the encoding out"
        )
