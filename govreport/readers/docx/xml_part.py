"""One XML part of a Word file, parsed without ever loading, expanding or fetching anything."""

from lxml import etree

from govreport.errors import LimitExceededError, UnreadableSourceError
from govreport.limits import Limits
from govreport.markup import check_markup
from govreport.office_files.strict_names import STRICT, rename_strict
from govreport.office_files.xml_tree import xml_parser

_DEFAULT_DEPTH = 256
"""The depth up to which libxml2 parses without `huge_tree`."""


def parse_part(data: bytes, name: str, limits: Limits) -> etree._Element:
    """Return the root element of a part, its strict names renamed to transitional ones.

    Raises `UnreadableSourceError` for a part that is not well-formed or holds a document type
    declaration, which ECMA-376-2 (section 8.2.5) forbids, and `LimitExceededError` for one that
    is nested deeper or holds more than `limits` allow.
    """
    check_markup(data, name, limits)
    root = _parse(data, name, limits)
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableSourceError(
            f"{name}: the part declares a document type, which no Word file may do;"
            " it was not made by a word processor, so do not trust it"
        )
    if STRICT in root.tag:
        rename_strict(root)
    return root


def cut(data: bytes, opening: bytes, closing: bytes) -> tuple[bytes, list[tuple[int, int]]]:
    """Return a part's bytes without the elements whose tags begin and end so, and their places.

    Elements that are not parsed cost no time. A part stays as it is if a comment, a CDATA section
    or an instruction could hold what looks like a tag.
    """
    declared = data.find(b"?>") + len(b"?>") if b"<?xml " in data[:9] else 0
    if b"!" in data or data.find(b"?", declared) >= 0:
        return data, []
    kept: list[bytes] = []
    places: list[tuple[int, int]] = []
    position = 0
    while (start := data.find(opening, position)) >= 0:
        end = data.find(b">", start) + 1
        if data[end - 2 : end] != b"/>":
            end = data.find(closing, start) + len(closing)
        if end < start + len(opening):
            break  # cut short; the parser will say so
        kept.append(data[position:start])
        places.append((start, end))
        position = end
    return b"".join((*kept, data[position:])) if places else data, places


def _parse(data: bytes, name: str, limits: Limits) -> etree._Element:
    try:
        root = etree.fromstring(data, xml_parser())
    except etree.XMLSyntaxError as error:
        if "HUGE" not in str(error) or b"<!DOCTYPE" in data:
            raise _damaged(name, error) from error
        root = _parse_huge(data, name, limits)
        _check_depth(root, name, limits)
    if limits.depth < _DEFAULT_DEPTH:
        _check_depth(root, name, limits)
    return root


def _parse_huge(data: bytes, name: str, limits: Limits) -> etree._Element:
    # Without a document type there is no entity that could grow under huge_tree.
    try:
        return etree.fromstring(data, xml_parser(huge=True))
    except etree.XMLSyntaxError as error:
        if "depth" in str(error).lower():
            raise _too_deep(name, limits) from error
        raise _damaged(name, error) from error


def _damaged(name: str, error: etree.XMLSyntaxError) -> UnreadableSourceError:
    return UnreadableSourceError(
        f"{name}: the part is not well-formed XML ({error.msg}); the file is damaged:"
        " open and save it in a word processor, or get it again"
    )


def _too_deep(name: str, limits: Limits) -> LimitExceededError:
    return LimitExceededError(
        f"{name}: elements are nested more than {limits.depth} deep"
        " (limit depth); raise the limit if you trust the file"
    )


def _check_depth(root: etree._Element, name: str, limits: Limits) -> None:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limits.depth:
            raise _too_deep(name, limits)
