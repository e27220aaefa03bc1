"""The head of a binary Word document: what it is and where its tables stand ([MS-DOC] 2.5)."""

from dataclasses import dataclass

from govreport.errors import UnreadableSourceError
from govreport.translators.word_binary.binary import i32, u16, u32
from govreport.translators.word_binary.compound import CompoundFile

_IDENTIFIER = 0xA5EC
_FIRST_VERSION = 0xC1
"""Word 97."""
_ENCRYPTED = 0x0100
_TABLE_ONE = 0x0200
_STORIES_AT = 0x4C
_TABLES_AT = 0x9A

STORIES = (
    "main",
    "footnotes",
    "headers",
    "macros",
    "comments",
    "endnotes",
    "boxes",
    "header boxes",
)
"""The parts of the text in the order in which they stand in it."""

_TABLES = {
    "styles": 1,
    "footnote references": 2,
    "footnote texts": 3,
    "comment references": 4,
    "comment texts": 5,
    "sections": 6,
    "headers": 11,
    "character pages": 12,
    "paragraph pages": 13,
    "fonts": 15,
    "pieces": 33,
    "anchors": 40,
    "header anchors": 41,
    "endnote references": 46,
    "endnote texts": 47,
    "drawings": 50,
    "box texts": 56,
    "header box texts": 58,
    "lists": 73,
    "list uses": 74,
}
"""Which of the head's pairs of offset and length leads to each table (FibRgFcLcb97)."""


@dataclass(frozen=True, slots=True)
class Story:
    """A part of the text: its first position, and the one after its last."""

    start: int
    end: int


class Head:
    """The streams of a document and the places of its tables.

    Raises `UnreadableSourceError` for an encrypted document, one of Word 6 or 95 and earlier, and
    one whose tables are missing.
    """

    def __init__(self, file: CompoundFile) -> None:
        self.text = file.stream("WordDocument")
        self.data = file.stream("Data")
        version = u16(self.text, 2)
        if u16(self.text, 0) != _IDENTIFIER or version < _FIRST_VERSION:
            raise UnreadableSourceError(
                "the document was made by Word 95 or earlier, or by another program; convert it:"
                " soffice --headless --convert-to docx"
            )
        flags = u16(self.text, 10)
        if flags & _ENCRYPTED:
            raise UnreadableSourceError(
                "the Word document is encrypted; open it with its password in a word processor,"
                " remove the password and save it again"
            )
        self._table = file.stream("1Table" if flags & _TABLE_ONE else "0Table")
        if not self._table:
            raise UnreadableSourceError(
                "the Word document lacks the stream of its tables; it is damaged: get it again"
            )
        self.stories = self._stories()

    def _stories(self) -> dict[str, Story]:
        stories: dict[str, Story] = {}
        start = 0
        for number, name in enumerate(STORIES):
            length = max(0, i32(self.text, _STORIES_AT + 4 * number))
            stories[name] = Story(start, start + length)
            start += length
        return stories

    def table(self, name: str) -> bytes:
        """Return one of the document's tables, empty if it has none."""
        at = self._place(name)
        return self._table[u32(self.text, at) :][: u32(self.text, at + 4)]

    def behind(self, name: str) -> bytes:
        """Return what comes after a table."""
        at = self._place(name)
        length = u32(self.text, at + 4)
        return self._table[u32(self.text, at) + length :] if length else b""

    def _place(self, name: str) -> int:
        return _TABLES_AT + 8 * _TABLES[name]
