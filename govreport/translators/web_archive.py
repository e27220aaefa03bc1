"""Saved pages and mails (MIME; RFC 2045 and 2557; .mht, .mhtml, .eml) as the web page in them.

The root page's own style sheets are put where it links them, and framed pages where they are
shown, for a page by itself has neither.
"""

import binascii
import re
from collections.abc import Iterator
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import unquote as unquoted
from html import unescape
from urllib.parse import urljoin

from govreport.errors import LimitExceededError, UnreadableSourceError
from govreport.expressions import expression
from govreport.limits import Limits
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.model.text import FORBIDDEN_CHARACTER
from govreport.readers.decoding import decode_text, known_encoding, strictly
from govreport.translators import Translation

_PAGES = ("text/html", "application/xhtml+xml")
_CONTAINER = expression(rb"(?i)^content-type:\s*(?:multipart|message)/", re.MULTILINE)
_MOST_CONTAINERS = 100
"""Parts in parts: a mail forwarded many times has a dozen."""
_PART = expression(rb"(?m)^--")
_MOST_FRAMES = 30

_INSIDE = rb"""[^<>"']*+(?:(?:"[^"<>]*+"|'[^'<>]*+')[^<>"']*+)*+"""
_LINK = expression(rb"<link\b" + _INSIDE + b">", re.IGNORECASE)
_FRAME = expression(rb"<i?frame\b(" + _INSIDE + rb")>(?:\s*+</iframe\s*+>)?", re.IGNORECASE)
_ATTRIBUTE = expression(
    rb"""([a-z-]{1,20})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]{1,2000}))""", re.IGNORECASE
)
_FILE_NAME = expression(r"""\b(?:file)?name=["']?([^"';]{1,300})""")
_UNSHOWN = ("script", "style", "title")
_LONGEST_FIELD = 20_000
_MAIL_FIELDS = ("Subject", "From", "To", "Date")


def translate(data: bytes, limits: Limits) -> Translation:
    """Return the page that a MIME file holds, for a mail without one its text.

    Raises `UnreadableSourceError` where it holds neither and `LimitExceededError` for one that
    exceeds `limits`.
    """
    limits.check("archive_members", len(_PART.findall(data)) // 2, "the saved page: parts")
    containers = len(_CONTAINER.findall(data))
    if containers > _MOST_CONTAINERS:
        raise LimitExceededError(
            f"the saved page: {containers} parts that hold parts, more than {_MOST_CONTAINERS};"
            " open it in a browser or mail program and save the page alone"
        )
    archive = _Archive(BytesParser().parsebytes(data))
    if archive.root is not None:
        page = archive.page(archive.root)
        return Translation("html", page, archive.left_out())
    if archive.plain is not None:
        text = _decoded(archive.plain).encode("utf-8", "replace")
        return Translation("", text, archive.left_out())
    raise UnreadableSourceError(
        "the mail or saved page holds no page and no text"
        f"{archive.attached()}; save the report in it and read that"
    )


class _Archive:
    """The parts of one MIME file, and which of them have been put in their places."""

    def __init__(self, message: Message) -> None:
        self._message = message
        self._leaves = [part for part in message.walk() if not part.is_multipart()]
        self._by_address: dict[str, Message] = {}
        for part in self._leaves:
            for address in _addresses(part):
                self._by_address.setdefault(address, part)
        self._used: set[int] = set()
        self._frames = 0
        self.root = self._find_root()
        self.plain = next((part for part in self._leaves if _is_text(part)), None)

    def _find_root(self) -> Message | None:
        for part in self._message.walk():
            start = part.get_param("start") if part.is_multipart() else None
            if not isinstance(start, str):
                continue
            found = self._by_address.get(f"cid:{unquoted(start)}")
            if found is not None and found.get_content_type() in _PAGES:
                return found
        pages = (part for part in self._leaves if part.get_content_type() in _PAGES)
        return next((part for part in pages if not _file_name(part)), None)

    def page(self, part: Message) -> bytes:
        """Return a page's bytes with its style sheets and frames in their places."""
        self._used.add(id(part))
        base = _field(part, "Content-Location")
        data = _payload(part)
        if (text := _as_declared(part, data)) is not None:
            data = b"\xef\xbb\xbf" + text.encode("utf-8")
        data = _LINK.sub(lambda link: self._style_sheet(link, base), data)
        return _FRAME.sub(lambda frame: self._framed(frame, base), data)

    def _style_sheet(self, link: re.Match[bytes], base: str) -> bytes:
        attributes = _attributes(link[0])
        part = self._linked(attributes.get("href", ""), base)
        if "stylesheet" not in attributes.get("rel", "").lower() or part is None:
            return link[0]
        self._used.add(id(part))
        media = re.sub(r"[^\w\s(),:.-]", "", attributes.get("media", ""))
        rules = decode_text(_payload(part))[0].replace("</", "<\\/")
        # A character by its number is the same one in whatever encoding the page is.
        written = "".join(each if each.isascii() else f"\\{ord(each):x} " for each in rules)
        return f'<style media="{media}">{written}</style>'.encode("ascii", "replace")

    def _framed(self, frame: re.Match[bytes], base: str) -> bytes:
        part = self._linked(_attributes(frame[1]).get("src", ""), base)
        if part is None or part.get_content_type() not in _PAGES or id(part) in self._used:
            return frame[0]
        self._frames += 1
        if self._frames > _MOST_FRAMES:
            return frame[0]
        text = decode_text(self.page(part))[0]
        shown = text.encode("ascii", "xmlcharrefreplace")
        return b"<div " + frame[1].rstrip(b"/") + b">" + shown + b"</div>"

    def _linked(self, address: str, base: str) -> Message | None:
        address = unescape(address).strip()
        found = self._by_address.get(address)
        if found is not None or not address:
            return found
        try:
            return self._by_address.get(urljoin(base, address))
        except ValueError:  # an address that is none
            return None

    def left_out(self) -> tuple[Diagnostic, ...]:
        """Return the diagnostics of what has no place in the page or text."""
        return tuple(self._left_out())

    def _left_out(self) -> Iterator[Diagnostic]:
        if any(self._message[name] for name in ("To", "Message-ID", "Received")):
            message = "the head of the mail was left out"
            yield diagnostic("page-furniture", "the mail", self._head(), message)
        alternatives = self._alternatives()
        main = self.root if self.root is not None else self.plain
        for part in self._leaves:
            shown = part is main or id(part) in self._used
            if not shown and id(part) not in alternatives:
                yield from _told_of(part)

    def _head(self) -> str:
        fields = [f"{name}: {_field(self._message, name)}" for name in _MAIL_FIELDS]
        return "\n".join(field for field in fields if not field.endswith(": "))

    def _alternatives(self) -> set[int]:
        """Return the texts that say again what another part says in another form."""
        return {
            id(leaf)
            for part in self._message.walk()
            if part.get_content_type() == "multipart/alternative"
            for leaf in part.walk()
            if _is_text(leaf)
        }

    def attached(self) -> str:
        """Return the names of what the file holds, for a message."""
        names = [_name(part) for part in self._leaves if _file_name(part)]
        return f", but {', '.join(names[:5])}" if names else ""


def _told_of(part: Message) -> Iterator[Diagnostic]:
    """Yield what a part that is not shown loses."""
    if part.defects:
        yield diagnostic("damaged-markup", _name(part), "", "a part of the file is damaged")
    if part.get_content_type() in _PAGES or _is_text(part):
        if text := _plain(_decoded(part)):
            message = "a further page of the file was left out"
            yield diagnostic("page-furniture", _name(part), text, message)
    elif _file_name(part):
        message = "an attachment was left out; save it and read it by itself"
        yield diagnostic("image", "the mail", _name(part), message)


def _payload(part: Message) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except (binascii.Error, ValueError, LookupError, AssertionError):
        payload = str(part.get_payload()).encode("utf-8", "surrogateescape")
    return payload if isinstance(payload, bytes) else b""


def _decoded(part: Message) -> str:
    data = _payload(part)
    text = _as_declared(part, data)
    return decode_text(data)[0] if text is None else text


def _as_declared(part: Message, data: bytes) -> str | None:
    """Return bytes in the encoding that a part's head names, None if there is none or it is wrong."""
    try:
        stated = part.get_content_charset()
    except ValueError:  # an encoding with a NUL in its name, of a parameter's own text (RFC 2231)
        return None
    encoding = known_encoding(stated or "")
    return strictly(data, encoding) if encoding is not None else None


def _file_name(part: Message) -> str | None:
    try:
        return part.get_filename()
    except ValueError:  # as above; the name is shown as it is written
        return _field(part, "Content-Disposition") or _field(part, "Content-Type")


def _addresses(part: Message) -> Iterator[str]:
    if identifier := _field(part, "Content-ID"):
        yield f"cid:{identifier.strip('<>')}"
    if location := _field(part, "Content-Location"):
        yield location


def _attributes(tag: bytes) -> dict[str, str]:
    return {
        match[1].decode("latin-1").lower(): (match[2] or match[3] or match[4] or b"").decode(
            "utf-8", "replace"
        )
        for match in _ATTRIBUTE.finditer(tag)
    }


def _field(part: Message, name: str) -> str:
    stated = part[name]
    if stated is None:
        return ""
    written = str(stated)  # bytes beyond ASCII make a `Header` of a field
    if len(written) > _LONGEST_FIELD:
        return _one_line(written[:_LONGEST_FIELD])  # what is encoded in it stays so
    try:
        text = str(make_header(decode_header(stated)))
    except (MessageError, ValueError, LookupError):
        text = written
    return _one_line(text)


def _name(part: Message) -> str:
    name = _file_name(part) or _field(part, "Content-Location") or part.get_content_type()
    if "\ufffd" in name:
        # A name in bytes that should have been encoded.
        raw = "\n".join(str(value) for _, value in part.raw_items())
        stated = _FILE_NAME.search(_one_line(raw))
        name = stated[1] if stated is not None else name
    return _one_line(name)


def _one_line(text: str) -> str:
    # Fields that are not in ASCII as they should be come as escapes of their bytes. NULs would make
    # UTF-16 of them, in which no field can stand.
    text = decode_text(text.replace("\0", "").encode("utf-8", "surrogateescape"))[0]
    return " ".join(FORBIDDEN_CHARACTER.sub("", text).split())


def _plain(page: str) -> str:
    """Return the text between a page's tags, for a diagnostic."""
    text = FORBIDDEN_CHARACTER.sub("", unescape("\n".join(_pieces(page))))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(filter(None, lines))


def _pieces(page: str) -> Iterator[str]:
    """Yield what stands between the tags of a page, but for the elements that are not shown."""
    first, *tags = page.split("<")
    yield first
    unshown = ""
    for tag in tags:
        found = re.match(r"/?\w*", tag.lower())
        name = found[0] if found else ""
        if unshown and name != f"/{unshown}":
            continue
        unshown = name if name in _UNSHOWN else ""
        if not unshown:
            yield tag.partition(">")[2]


def _is_text(part: Message) -> bool:
    return part.get_content_type() == "text/plain" and not _file_name(part)
