"""Lays out a report as a stream, with marks only where it would be recognised differently."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from govreport.arrange.tables import arrange_table
from govreport.blocks import (
    Block,
    Page,
    Stream,
    TableBlock,
    TextBlock,
    as_pipe_text_shows,
    as_tab_text_shows,
)
from govreport.model.document import Block as DocumentBlock
from govreport.model.document import Heading, Paragraph, ReportDocument
from govreport.model.grid import Table
from govreport.recognise.assembly import assemble
from govreport.recognise.entries.items import Entry
from govreport.recognise.entries.marks import mark
from govreport.recognise.outline import Outline, outline
from govreport.recognise.page.closing import is_date, signs

View = Callable[[Stream], Stream]
"""What a format shows of a stream."""


def as_it_stands(stream: Stream) -> Stream:
    """Return what a format shows of a stream that shows all of it."""
    return stream


ALL_VIEWS: tuple[View, ...] = (as_it_stands, as_pipe_text_shows, as_tab_text_shows)
_ATTEMPTS = 3


def arrange(document: ReportDocument, views: Sequence[View] = ALL_VIEWS) -> Stream:
    """Return the stream that lays a document out, such that `recognise` finds that document.

    `recognise` finds it in each of the `views` of the stream: the stream itself and what either
    text format shows of it, or only what the target format shows. A block that would be
    recognised as something else gets a mark, and a field that would be read differently is
    stated; an ordinary report needs neither.
    """
    entries = list(_entries(document))
    blocks = [_signed(_block(entry), entry, document.agency) for entry in entries]
    page = Page(
        document.title,
        document.agency,
        document.source.publication_date,
        document.source.publisher,
    )
    marked: set[int] = set()
    for attempt in range(_ATTEMPTS + 1):
        stream = Stream(_marked(blocks, entries, marked), page)
        seen = [view(stream) for view in views]
        found = [outline(each) for each in seen]
        mistaken = {source for each in found for source in _mistaken(each, entries)}
        if not mistaken:
            break
        marked = set(range(len(entries))) if attempt == _ATTEMPTS - 1 else marked | mistaken
    return _stated(stream, document, map(assemble, seen, found))


def unmarked(document: ReportDocument) -> Stream:
    """Return the stream that lays a document out without a mark or statement.

    `recognise` finds in it what the texts alone say, which may be another document.
    """
    return Stream(tuple(map(_block, _entries(document))))


def _entries(document: ReportDocument) -> Iterator[Entry]:
    """Yield the entry that each block of the stream must be recognised as."""
    position = 0

    def entry(block: DocumentBlock, closing: bool = False) -> Entry:
        return Entry("block", (), block, closing=closing)

    listed: list[Entry] = []
    if document.title:
        listed.append(Entry("title", (), text=document.title))
    listed.extend(entry(block) for block in document.preamble)
    for section in document.sections:
        listed.append(Entry("section", (), text=section.heading, kind=section.kind))
        listed.extend(entry(block) for block in section.blocks)
    listed.extend(entry(block, closing=True) for block in document.closing)
    for position, each in enumerate(listed):
        yield each._replace(sources=(position,))


def _block(entry: Entry) -> Block:
    block = entry.block
    if block is None:
        return TextBlock(entry.text, 0 if entry.role == "title" else 1)
    if isinstance(block, Paragraph):
        return TextBlock(block.text)
    if isinstance(block, Heading):
        return TextBlock(block.text, block.level)
    table = block if isinstance(block, Table) else arrange_table(block)
    # Files hold a cell for every position, so the length of given rows is not a hint.
    return TableBlock(table.completed())


def _signed(block: Block, entry: Entry, agency: str | None) -> Block:
    """Return the block as a line of the signature if it is one: the office, or the date."""
    if not (entry.closing and isinstance(block, TextBlock) and block.level is None):
        return block
    if is_date(block.text) or signs(block.text, lambda name: name == agency):
        return replace(block, signature=True)
    return block


def _marked(blocks: list[Block], entries: list[Entry], marked: set[int]) -> tuple[Block, ...]:
    return tuple(
        replace(block, mark=mark(entries[index])) if index in marked else block
        for index, block in enumerate(blocks)
    )


def _mistaken(found: Outline, entries: list[Entry]) -> Iterator[int]:
    """Yield the blocks that were recognised as something else."""
    recognised: dict[int, Entry | None] = {}
    for entry in found.entries:
        for source in entry.sources:
            recognised[source] = None if source in recognised else entry
    for entry in entries:
        if recognised.get(entry.sources[0]) != entry:
            yield entry.sources[0]


def _stated(
    stream: Stream, document: ReportDocument, recognised: Iterable[ReportDocument]
) -> Stream:
    """State the fields that some view of the stream would have read differently."""
    statements: dict[str, str] = {}
    for found in recognised:
        for name, wanted, read in (
            ("title", document.title, found.title),
            ("agency", document.agency, found.agency),
            ("year", document.year, found.year),
            (
                "publication_date",
                document.source.publication_date,
                found.source.publication_date,
            ),
            ("publisher", document.source.publisher, found.source.publisher),
        ):
            if wanted != read:
                statements[name] = "" if wanted is None else str(wanted)
    return replace(stream, statements=tuple(sorted(statements.items())))
