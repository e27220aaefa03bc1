"""The data of a file outside its text: core properties, and our own as custom properties.

ECMA-376 part 2, 11 (core) and part 1, 22.3 (custom), are the standards.
"""

from collections.abc import Iterator

from govreport.blocks import Page, Stream
from govreport.docx_properties import CORE_HINTS, is_filled_in, meant_property
from govreport.xml_text import escaped, quoted

CORE_MEMBER = "docProps/core.xml"
CUSTOM_MEMBER = "docProps/custom.xml"
CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_OWN_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_IDENTIFIER = 2  # 0 and 1 are reserved


def core_xml(page: Page) -> str:
    """Return the part of core properties: title and author if they are known, no time."""
    elements = "".join(f"<dc:{name}>{escaped(text)}</dc:{name}>" for name, text in _hints(page))
    return (
        f'{_DECLARATION}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="{_DUBLIN_CORE}">'
        f"{elements}</cp:coreProperties>"
    )


def custom_xml(stream: Stream) -> str:
    """Return the part of custom properties: the publication, and the statements."""
    elements = "".join(
        f'<property fmtid="{_OWN_FORMAT}" pid="{identifier}" name={quoted(name)}>'
        f"<vt:lpwstr>{escaped(text)}</vt:lpwstr></property>"
        for identifier, (name, text) in enumerate(_custom(stream), _FIRST_IDENTIFIER)
    )
    return (
        f'{_DECLARATION}<Properties xmlns="{_CUSTOM}" xmlns:vt="{_TYPES}">{elements}</Properties>'
    )


def _hints(page: Page) -> list[tuple[str, str]]:
    texts = zip(CORE_HINTS, (page.title, page.author), strict=True)
    return [(name, text) for name, text in texts if text is not None]


def _custom(stream: Stream) -> Iterator[tuple[str, str]]:
    for name, text in _hints(stream.page):
        if is_filled_in(name, text):
            yield meant_property(name), text
    if stream.page.publication_date is not None:
        yield "publication_date", stream.page.publication_date.isoformat()
    if stream.page.publisher is not None:
        yield "publisher", stream.page.publisher
    for position, (name, text) in enumerate(stream.statements):
        yield f"govreport.{position:03}.{name}", text
