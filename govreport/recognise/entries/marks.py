"""The vocabulary of marks: what `arrange` declares a block to be, binding the recogniser.

A mark is `title`, `section KIND`, `heading LEVEL`, `paragraph`, `table`, or the declaration of a
statutory table (`govreport.recognise.entries.marked_tables`), each with `closing` before it where the block
comes after the last section.
"""

from govreport.blocks import Block as StreamBlock
from govreport.blocks import TextBlock
from govreport.errors import UnreadableSourceError
from govreport.model.document import Heading, Paragraph
from govreport.model.grid import Table
from govreport.model.statute import SECTION_HEADINGS
from govreport.model.statutory import StatutoryTable
from govreport.recognise.entries.items import Entry
from govreport.recognise.entries.marked_tables import mark_of, read_marked

_CLOSING = "closing "


def mark(entry: Entry) -> str:
    """Return the mark that declares what an entry is."""
    return (_CLOSING if entry.closing else "") + _role(entry)


def _role(entry: Entry) -> str:
    block = entry.block
    if entry.role == "title":
        return "title"
    if entry.role == "section":
        return f"section {entry.kind}"
    if isinstance(block, Heading):
        return f"heading {block.level}"
    if isinstance(block, StatutoryTable):
        return mark_of(block)
    return "table" if isinstance(block, Table) else "paragraph"


def declared(block: StreamBlock, source: int) -> Entry:
    """Return the entry that a block's mark declares.

    Raises `UnreadableSourceError` for a mark that means nothing.
    """
    closing = block.mark.startswith(_CLOSING)
    role = block.mark.removeprefix(_CLOSING)
    if not isinstance(block, TextBlock):
        table = block.table if role == "table" else read_marked(role, block.table)
        return Entry("block", (source,), table, closing=closing)
    entry = _declared_text(role, block.text, source)
    if entry is None:
        raise UnreadableSourceError(
            f"block {source + 1} is marked {block.mark!r}, which means nothing; remove the mark to"
            " have the block recognised by its text"
        )
    return entry._replace(closing=closing) if entry.role == "block" else entry


def _declared_text(role: str, text: str, source: int) -> Entry | None:
    word, _, rest = role.partition(" ")
    if word == "title":
        return Entry("title", (source,), text=text)
    if word == "section" and (rest in SECTION_HEADINGS or rest == "other"):
        return Entry("section", (source,), text=text, kind=rest)  # type: ignore[arg-type]
    if word == "heading" and rest.isdecimal() and 2 <= int(rest) <= 9:
        return Entry("block", (source,), Heading(text, int(rest)))
    return Entry("block", (source,), Paragraph(text)) if role == "paragraph" else None
