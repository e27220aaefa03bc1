"""Every format by its name, so that no law is written once for each: `FORMATS` is the list."""

from collections.abc import Callable
from importlib import import_module
from typing import Any, cast

from hypothesis import settings

import govreport
from govreport.blocks import Stream, as_pipe_text_shows, as_tab_text_shows
from govreport.detection import FORMATS
from govreport.model.document import ReportDocument

_CONVERSION = import_module("govreport.conversion")

BLOCK_FORMATS = tuple(name for name in FORMATS if name in _CONVERSION._WRITERS)
"""The formats that are read and written as streams of blocks."""

TEXT_FORMATS = ("pipe", "tab")

_SHOWN: dict[str, Callable[[Stream], Stream]] = {
    "pipe": as_pipe_text_shows,
    "tab": as_tab_text_shows,
}


def bytes_of(document: ReportDocument, format: str) -> bytes:
    """Return a document in a format, always as bytes."""
    return encoded(govreport.dumps(document, format))


def written(stream: Stream, format: str) -> bytes:
    """Return a stream in a format, always as bytes."""
    return encoded(import_module(_CONVERSION._WRITERS[format]).write_blocks(stream))


def read_back(data: bytes, format: str) -> Stream:
    """Return the stream that bytes hold in a format."""
    return cast(Stream, import_module(_CONVERSION._READERS[format]).read_blocks(data))


def carried(stream: Stream, format: str) -> Stream:
    """Return what a format promises to carry of a stream."""
    return _SHOWN.get(format, lambda same: same)(stream)


def encoded(written: bytes | str) -> bytes:
    """Return what a writer made as bytes."""
    return written.encode("utf-8") if isinstance(written, str) else written


def share(of: int) -> Callable[[Any], Any]:
    """Return the setting for a dear property: one of that many examples of the profile."""
    return settings(max_examples=max(3, settings.default.max_examples // of))
