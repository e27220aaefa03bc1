"""The path of every conversion: bytes, reader, stream, recogniser, document, writer, bytes."""

import io
import os
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Union, cast, overload

from govreport.blocks import Stream, as_pipe_text_shows, as_tab_text_shows, check_texts
from govreport.detection import (
    FORMATS,
    READ_FORMATS,
    Format,
    WrittenFormat,
    detect,
    written_format,
)
from govreport.errors import (
    InvalidDocumentError,
    UnknownFormatError,
    UnreadableSourceError,
    UnwritableDocumentError,
)
from govreport.limits import DEFAULT_LIMITS, Limits
from govreport.model.diagnostics import Diagnostic
from govreport.model.document import ReportDocument, require_report
from govreport.opened import (
    Opened,
    PathOrFile,
    check_charset,
    encoded_text,
    is_tree,
    is_word_document,
    opened_bytes,
    refuse_charset,
    saved_bytes,
)
from govreport.targets import replace_file

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from govreport.readers.html.source.trees import Tree
    from govreport.translators import Translation

# Readers and writers are loaded when they are first used, so that importing govreport is cheap.
_READERS = {
    "docx": "govreport.readers.docx",
    "html": "govreport.readers.html",
    "pdf": "govreport.readers.pdf",
    "pipe": "govreport.readers.pipe_text",
    "tab": "govreport.readers.tab_text",
    "xlsx": "govreport.readers.excel",
}
_TRANSLATORS = {
    "doc": "govreport.translators.word_binary",
    "mht": "govreport.translators.web_archive",
    "odt": "govreport.translators.open_document",
    "wordxml": "govreport.translators.word_xml",
}
"""The translators of formats that are read by way of another, each giving its bytes."""

_WRITERS = {
    "docx": "govreport.writers.docx",
    "html": "govreport.writers.html",
    "pipe": "govreport.writers.pipe_text",
    "tab": "govreport.writers.tab_text",
}
_DEEPEST_INSERTION = 8
"""The deepest nesting of files; Word files usually hold a page or a Word file, if any."""
_ENCODED_ANYHOW = frozenset(("html", "pipe", "tab"))
"""The formats whose files need not state their encoding."""

_VIEWS = {"pipe": as_pipe_text_shows, "tab": as_tab_text_shows}
"""What formats show of a stream if they do not show all of it."""


@overload
def read(
    source: PathOrFile,
    format: Format | None = None,
    limits: Limits = ...,
    charset: str | None = ...,
) -> ReportDocument: ...
@overload
def read(
    source: "WordDocument", format: Literal["docx"] | None = None, limits: Limits = ...
) -> ReportDocument: ...
@overload
def read(
    source: "Tree", format: Literal["html"] | None = None, limits: Limits = ...
) -> ReportDocument: ...
def read(
    source: Opened,
    format: Format | None = None,
    limits: Limits = DEFAULT_LIMITS,
    charset: str | None = None,
) -> ReportDocument:
    """Return the report that a file holds.

    `source` is a path, a file opened in binary mode, a `docx.document.Document` of python-docx,
    which is read as it would be saved, or a page that is parsed already: an element or a tree of
    lxml, a `Tag` or the whole soup of BeautifulSoup. `format` is one that is written ("docx",
    "html", "pipe", "tab", "json") or one that is only read ("doc", "odt", "pdf", "mht",
    "wordxml", "xlsx"); None detects it from the content; the suffix is only a hint. `charset` is
    the encoding that the header of a message or of a server's answer declares of a web page or a
    text. It outranks a page's own declaration, and yields to a byte order mark and to bytes
    that contradict it; files of other formats state their own. The document's `diagnostics` list
    everything repaired, omitted or unplaced.

    Raises `UnknownFormatError` (of a charset, too), `UnreadableSourceError` (damaged, encrypted,
    not what it claims to be), `LimitExceededError`, and `OSError` where a path cannot be opened.
    """
    if is_tree(source):
        return _load_tree(source, format, limits, _recognise_one, charset)[0]
    data, name = opened_bytes(source, limits)
    return _load(data, format, name, limits, _recognise_one, charset)[0]


def read_all(
    source: Opened,
    format: Format | None = None,
    limits: Limits = DEFAULT_LIMITS,
    charset: str | None = None,
) -> list[ReportDocument]:
    """Return every report in a file, in order; otherwise like `read`.

    Some pages have two. `read` returns the one with the page's title, else the first, and
    quotes the others in a diagnostic `several-reports`.
    """
    if is_tree(source):
        return _load_tree(source, format, limits, _recognise_all, charset)
    data, name = opened_bytes(source, limits)
    return _load(data, format, name, limits, _recognise_all, charset)


def loads(
    data: Union[bytes, str, "WordDocument", "Tree"],
    format: Format | None = None,
    limits: Limits = DEFAULT_LIMITS,
    charset: str | None = None,
) -> ReportDocument:
    """Return the report in bytes, a str, a python-docx document or a parsed page, like `read`."""
    if is_tree(data):
        return _load_tree(data, format, limits, _recognise_one, charset)[0]
    if isinstance(data, str):
        refuse_charset(charset)
        data = encoded_text(data)
    elif is_word_document(data):
        data = saved_bytes(data)
    elif not isinstance(data, bytes | bytearray | memoryview):
        raise UnreadableSourceError(
            f"loads takes bytes, a str, a python-docx document or a parsed page, not {type(data).__name__};"
            " use read for files"
        )
    return _load(bytes(data), format, "", limits, _recognise_one, charset)[0]


def read_named(
    data: bytes,
    name: str,
    format: Format | None = None,
    limits: Limits = DEFAULT_LIMITS,
    charset: str | None = None,
) -> tuple[ReportDocument, Format]:
    """Return the report in the bytes of a file of that name, and the format it was read as.

    Otherwise like `read`.
    """
    limits.check("input_bytes", len(data), "the source: bytes")
    chosen = format or detect(data, name)
    return _load(data, chosen, name, limits, _recognise_one, charset)[0], chosen


@overload
def dumps(document: ReportDocument, format: Literal["docx"]) -> bytes: ...
@overload
def dumps(document: ReportDocument, format: Literal["html", "pipe", "tab", "json"]) -> str: ...
@overload
def dumps(document: ReportDocument, format: WrittenFormat) -> bytes | str: ...
def dumps(document: ReportDocument, format: WrittenFormat) -> bytes | str:
    """Return a document in a format: bytes for "docx", a str for the others.

    The same document always gives the same bytes. Raises `UnknownFormatError`.
    """
    require_report(document, "dumps")
    chosen = _checked(format)
    if chosen == "json":
        from govreport.json_form import document_to_json

        return document_to_json(document)
    from govreport.arrange import arrange, as_it_stands

    write_blocks = cast(
        Callable[[Stream], bytes | str], import_module(_WRITERS[chosen]).write_blocks
    )
    return write_blocks(arrange(document, [_VIEWS.get(chosen, as_it_stands)]))


def write(
    document: ReportDocument, target: PathOrFile, format: WrittenFormat | None = None
) -> None:
    """Write a document to a path or to a file opened in binary mode.

    `format` None takes it from the suffix: .docx, .html, .htm, .json, .pipe.txt or .tab.txt. A
    path is replaced only when everything was written: a failure leaves the earlier file as it was.

    Raises `UnknownFormatError`, `UnwritableDocumentError`, and `OSError` of the file system.
    """
    require_report(document, "write")
    data = dumps(document, format or _written_format(target))
    written = data.encode("utf-8") if isinstance(data, str) else data
    if isinstance(target, str | os.PathLike):
        replace_file(Path(target), written)
        return
    try:
        target.write(written)
    except TypeError as error:
        raise UnwritableDocumentError(
            "the target takes text, not bytes; open it in binary mode"
        ) from error


def convert(
    source: PathOrFile,
    target: PathOrFile,
    from_format: Format | None = None,
    to_format: WrittenFormat | None = None,
) -> ReportDocument:
    """Read a report and write it in another format; return the document that was read.

    The formats are as for `read` and `write`.
    """
    chosen = to_format or _written_format(target)
    _checked(chosen)
    document = read(source, from_format)
    write(document, target, chosen)
    return document


def to_docx(document: ReportDocument) -> "WordDocument":
    """Return a document as one of python-docx, to which a seal or a header can be added.

    It has the content that `dumps` writes as "docx"; `loads` reads it back.
    """
    from docx import Document

    return Document(io.BytesIO(dumps(document, "docx")))


def _recognise_one(stream: Stream) -> list[ReportDocument]:
    from govreport.recognise import recognise

    return [recognise(stream)]


def _recognise_all(stream: Stream) -> list[ReportDocument]:
    from govreport.recognise import recognise_all

    return recognise_all(stream)


def _load(
    data: bytes,
    format: str | None,
    name: str,
    limits: Limits,
    recognised: Callable[[Stream], list[ReportDocument]],
    charset: str | None,
) -> list[ReportDocument]:
    limits.check("input_bytes", len(data), "the source: bytes")
    limits = limits.of_one_source()
    if charset is not None:
        check_charset(charset)
    chosen = _readable(format) if format is not None else detect(data, name)
    told: tuple[Diagnostic, ...] = ()
    if chosen in _TRANSLATORS:
        data, chosen, told = _translated(data, chosen, limits)
        limits, charset = limits.of_one_source(), None
    if chosen == "json":
        from govreport.json_form import document_from_json

        return [document_from_json(data, limits)]
    if chosen == "xlsx":
        from govreport.forms.reading import form_document

        if (form := form_document(data, limits)) is not None:
            return [form]
    try:
        stream = _stream(data, chosen, limits, charset=charset)
        check_texts(stream, limits)
        if told:
            stream = replace(stream, diagnostics=(*told, *stream.diagnostics))
        return recognised(stream)
    except InvalidDocumentError as error:
        raise UnreadableSourceError(
            f"the source cannot be held as a document: {error}"
        ) from error


def _load_tree(
    tree: "Tree",
    format: str | None,
    limits: Limits,
    recognised: Callable[[Stream], list[ReportDocument]],
    charset: str | None,
) -> list[ReportDocument]:
    refuse_charset(charset)
    if format not in (None, "html"):
        raise UnreadableSourceError(f"a page that is parsed is read as html, not as {format}")
    from govreport.readers.html import read_tree

    limits = limits.of_one_source()
    try:
        stream = read_tree(tree, limits)
        check_texts(stream, limits)
        return recognised(stream)
    except InvalidDocumentError as error:
        raise UnreadableSourceError(f"the page cannot be held as a document: {error}") from error


def _stream(
    data: bytes, chosen: Format, limits: Limits, depth: int = 0, charset: str | None = None
) -> Stream:
    """Return the stream that a format's reader makes of bytes nested in so many Word files."""
    if chosen not in _READERS:
        raise UnreadableSourceError(
            f"the source holds a file of the format {chosen}; save that one"
        )
    read_blocks = cast(Callable[..., Stream], import_module(_READERS[chosen]).read_blocks)
    if chosen == "docx":
        return read_blocks(data, limits, partial(_inserted, depth=depth + 1))
    if charset is not None and chosen in _ENCODED_ANYHOW:
        return read_blocks(data, limits, charset)
    return read_blocks(data, limits)


def _inserted(data: bytes, name: str, limits: Limits, depth: int) -> Stream:
    """Return the blocks of a file of any format within a Word file.

    Readers do not know each other, so the reader of Word files is given this function.
    """
    if depth > _DEEPEST_INSERTION:
        raise UnreadableSourceError(
            f"more than {_DEEPEST_INSERTION} files are nested in one another; take some of them out"
        )
    chosen = detect(data, name)
    told: tuple[Diagnostic, ...] = ()
    if chosen in _TRANSLATORS:
        data, chosen, told = _translated(data, chosen, limits)
    stream = _stream(data, chosen, limits, depth)
    return replace(stream, diagnostics=(*told, *stream.diagnostics)) if told else stream


def _translated(
    data: bytes, format: Format, limits: Limits
) -> tuple[bytes, Format, tuple[Diagnostic, ...]]:
    """Return a file translated into another format: its bytes, the format, what was lost."""
    translate = cast(
        "Callable[[bytes, Limits], Translation]", import_module(_TRANSLATORS[format]).translate
    )
    made = translate(data, limits)
    chosen = _readable(made.format) if made.format else detect(made.data)
    return made.data, chosen, made.diagnostics


def _readable(format: str) -> Format:
    if format not in READ_FORMATS:
        raise UnknownFormatError(
            f"there is no format {format!r}; the formats are {', '.join(READ_FORMATS)}"
        )
    return format


def _checked(format: str) -> WrittenFormat:
    if format in FORMATS:
        return format
    if format in READ_FORMATS:
        raise UnknownFormatError(
            f"the format {format!r} is only read; the formats written are {', '.join(FORMATS)}"
        )
    raise UnknownFormatError(
        f"there is no format {format!r}; the formats are {', '.join(FORMATS)}"
    )


def _written_format(target: PathOrFile) -> WrittenFormat:
    return written_format(os.fspath(target) if isinstance(target, str | os.PathLike) else "")
