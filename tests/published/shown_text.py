"""What a file shows by the account of other programs: the floor of what may not be lost in reading it.

Word files are opened by python-docx, pages by lxml, OpenDocument texts as the XML that they are. A piece
of text that nobody sees is set aside, with the reason; so are templates of pages, which the library reads as
the texts that they are.
"""

import io
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import docx
import lxml.etree
import lxml.html
from docx.oxml.ns import qn

from govreport.detection import detect

Piece = tuple[str, str]
"""A piece of text and why it is not seen, empty if it is."""

_UNSEEN_IN_WORD = {
    qn("w:del"): "deleted",
    qn("w:moveFrom"): "deleted",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback": "alternative",
}
_NOT_TEXT = {
    "script": "script",
    "style": "script",
    "template": "script",
    "noscript": "script",
    "head": "head",
    "title": "head",
    "select": "choice",
    "datalist": "choice",
    "textarea": "choice",
    "button": "choice",
    "iframe": "inside",
    "object": "inside",
    "audio": "inside",
    "video": "inside",
    "canvas": "inside",
    "noframes": "inside",
    "noembed": "inside",
    "svg": "drawing",
    "annotation": "source of a formula",
    "annotation-xml": "source of a formula",
    "rt": "gloss",
    "rp": "gloss",
    "del": "struck",
    "s": "struck",
    "strike": "struck",
}
_HIDDEN_STYLE = re.compile(
    "(display:none|visibility:hidden|opacity:0(;|$)|font-size:0|line-through|mso-hide:all)"
)
_RULE = re.compile(r"[-+=|~:\s\u2500-\u257f]+")
"""A line that is drawn: of a table, between parts, or under a heading."""
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def folded(text: str) -> str:
    """Return a text without blanks, bars and signs that do not show, each character in its parts."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(
        each for each in plain if each != "|" and unicodedata.category(each)[0] not in "ZC"
    )


def shown_by(kind: str, data: bytes) -> list[Piece] | None:
    """Return what a file of that kind shows, or None if no other program here tells."""
    reader = _READERS.get(kind)
    try:
        return list(reader(data)) if reader else None
    except (ValueError, KeyError, OSError, zipfile.BadZipFile, lxml.etree.LxmlError):
        return None


def _of_word(data: bytes) -> Iterator[Piece]:
    document = docx.Document(io.BytesIO(data))
    hidden = {
        each.style_id
        for each in document.styles
        if getattr(getattr(each, "font", None), "hidden", None)
    }
    codes = 0
    results: list[bool] = []
    for element in document.element.body.iter(qn("w:fldChar"), qn("w:t")):
        if element.tag == qn("w:fldChar"):
            mark = element.get(qn("w:fldCharType"))
            if mark == "begin":
                results.append(False)
            elif results and mark == "separate":
                results[-1] = True
            elif results and mark == "end":
                results.pop()
            codes = results.count(False)
            continue
        yield element.text or "", _why_unseen_in_word(element, hidden) or "field" * bool(codes)


def _why_unseen_in_word(element: Any, hidden: set[str]) -> str:
    run = element.getparent()
    properties = run.find(qn("w:rPr"))
    for name in ("w:vanish", "w:strike", "w:dstrike"):
        value = None if properties is None else properties.find(qn(name))
        if value is not None and value.get(qn("w:val")) not in ("0", "false", "off"):
            return "hidden" if name == "w:vanish" else "struck"
    styles = [each.get(qn("w:val")) for each in run.iter(qn("w:rStyle"))]
    if hidden.intersection(styles):
        return "hidden"
    reasons = (_UNSEEN_IN_WORD.get(each.tag) for each in element.iterancestors())
    return next((each for each in reasons if each), "")


def _of_page(data: bytes) -> Iterator[Piece]:
    if detect(data) != "html":
        return
    page = lxml.html.document_fromstring(data, parser=_parser_for(data))
    for element in page.iter():
        unseen = "comment" if not isinstance(element.tag, str) else ""
        for ancestor in (element, *element.iterancestors()):
            unseen = unseen or _why_unseen_in_a_page(ancestor)
        yield element.text or "", unseen
        above = element.getparent()
        if above is not None and element.tail:
            unseen = ""
            for ancestor in (above, *above.iterancestors()):
                unseen = unseen or _why_unseen_in_a_page(ancestor)
            yield element.tail, unseen


def _parser_for(data: bytes) -> lxml.html.HTMLParser:
    """Return a parser that knows the encodings which lxml does not tell by itself."""
    if b"\0" in data:
        raise ValueError("lxml tells no encoding of two bytes a character")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return lxml.html.HTMLParser()
    return lxml.html.HTMLParser(encoding="utf-8")


def _why_unseen_in_a_page(element: Any) -> str:
    if not isinstance(element.tag, str):
        return "comment"
    if element.tag in _NOT_TEXT:
        return _NOT_TEXT[element.tag]
    style = re.sub(r"\s", "", element.get("style", "")).lower()
    return "hidden" if "hidden" in element.attrib or _HIDDEN_STYLE.search(style) else ""


def _of_open_document(data: bytes) -> Iterator[Piece]:
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = archive.read("content.xml")
    body = lxml.etree.fromstring(data).find(f".//{_OFFICE}body/{_OFFICE}text")
    for paragraph in () if body is None else body.iter(f"{_TEXT}p", f"{_TEXT}h"):
        above = {each.tag for each in paragraph.iterancestors()}
        unseen = "deleted" if f"{_TEXT}tracked-changes" in above else ""
        unseen = unseen or ("note" if f"{_OFFICE}annotation" in above else "")
        yield paragraph.text or "", unseen
        for element in paragraph.iterdescendants(f"{_TEXT}span", f"{_TEXT}a"):
            yield element.text or "", unseen


_READERS: dict[str, Callable[[bytes], Iterator[Piece]]] = {
    **dict.fromkeys(("docx", "docm", "dotx", "dotm"), _of_word),
    **dict.fromkeys(("html", "htm", "xhtml", "testcase"), _of_page),
    **dict.fromkeys(("odt", "ott", "fodt"), _of_open_document),
}


def lost(pieces: list[Piece], kept: str) -> tuple[list[str], Counter[str]]:
    """Return the seen lines that a folded text does not hold, and the unseen ones by reason.

    A line is lost, too, if the text holds one of its characters less often than all lines together.
    """
    unseen = Counter(reason for text, reason in pieces if reason and folded(text))
    lines = [line for text, reason in pieces if not reason for line in re.split(r"[\n|│]", text)]
    seen = [(line, folded(line)) for line in lines if folded(line) and not _RULE.fullmatch(line)]
    missing = [line for line, plain in seen if plain not in kept]
    fewer = Counter("".join(plain for _, plain in seen)) - Counter(kept)
    if fewer and not missing:
        missing.append(f"(fewer of {''.join(fewer)!r})")
    return missing, unseen
