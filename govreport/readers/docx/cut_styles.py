"""Table styles, cut from the part of styles, which is often mostly made up of them."""

from lxml import etree

from govreport.errors import LimitExceededError, UnreadableSourceError
from govreport.expressions import expression
from govreport.limits import Limits
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.readers.docx.names import WORD
from govreport.readers.docx.xml_part import cut, parse_part
from govreport.xml_text import quoted

_NAME = "a table style"
_OPENING, _CLOSING = b'<w:style w:type="table"', b"</w:style>"
_IDENTIFIER = expression(rb'\sw:styleId="([^"]*)"')


class CutStyles:
    """The table styles of a part of styles, each parsed when it is asked for.

    `rest` is the part without them, and without the list of all styles that Word knows. Damage
    is reported in `diagnostics`.
    """

    def __init__(self, data: bytes, limits: Limits, diagnostics: list[Diagnostic]) -> None:
        self._data = data
        rest, self._places = cut(data, _OPENING, _CLOSING)
        self.rest, _ = cut(rest, b"<w:latentStyles", b"</w:latentStyles>")
        self._diagnostics = diagnostics
        self._limits = limits
        self._by_identifier: dict[bytes, tuple[int, int]] | None = None

    def find(self, identifier: str) -> etree._Element | None:
        """Return the table style of that identifier, None if there is none here."""
        if self._by_identifier is None:
            self._by_identifier = {}
            for start, end in self._places:
                match = _IDENTIFIER.search(self._data, start, self._data.find(b">", start))
                if match is not None:
                    self._by_identifier.setdefault(match[1], (start, end))
        written = quoted(identifier)[1:-1].encode()
        return self._parsed(self._by_identifier.get(written))

    def find_default(self) -> etree._Element | None:
        """Return the table style of tables that name none; otherwise like `find`."""
        data = self._data
        default = (
            (start, end)
            for start, end in self._places
            if data.find(b'w:default="1"', start, data.find(b">", start)) >= 0
        )
        return self._parsed(next(default, None))

    def _parsed(self, place: tuple[int, int] | None) -> etree._Element | None:
        if place is None:
            return None
        # The names in it are declared by the root, whose tag is parsed again with each.
        root = self.rest[: self.rest.find(b">", self.rest.find(b"<w:styles")) + 1]
        data = b"%b%b</w:styles>" % (root, self._data[slice(*place)])
        self._limits.take_bytes(len(data), _NAME)
        try:
            return parse_part(data, _NAME, self._limits).find(f"{WORD}style")
        except LimitExceededError:
            raise
        except UnreadableSourceError as error:
            self._diagnostics.append(diagnostic("damaged-markup", _NAME, "", str(error)))
            return None
