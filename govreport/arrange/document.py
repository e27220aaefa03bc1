"""A report laid out as a stream, with marks only where it would be recognised as another."""

from collections.abc import Callable, Iterator
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
from govreport.recognise.document import recognise
from govreport.recognise.entries import Entry
from govreport.recognise.marks import mark
from govreport.recognise.outline import outline

_VIEWS: tuple[Callable[[Stream], Stream], ...] = (
    lambda stream: stream,
    as_pipe_text_shows,
    as_tab_text_shows,
)
_ATTEMPTS = 3


def arrange(document: ReportDocument) -> Stream:
    """Return the stream that lays a document out, such that `recognise` finds that document.

    It finds it in the stream itself and in what either text format shows of it. A block that
    would be taken for something else carries a mark, a field that would be read otherwise is
    stated; an ordinary report needs neither.
    """
    entries = list(_entries(document))
    blocks = [_block(entry) for entry in entries]
    page = Page(
        document.title,
        document.agency,
        document.source.publication_date,
        document.source.publisher,
    )
    marked: set[int] = set()
    for _ in range(_ATTEMPTS):
        stream = Stream(_marked(blocks, entries, marked), page)
        mistaken = _mistaken(stream, entries)
        if not mistaken:
            break
        marked |= mistaken
    else:
        stream = Stream(_marked(blocks, entries, set(range(len(entries)))), page)
    return _stated(stream, document)


def _entries(document: ReportDocument) -> Iterator[Entry]:
    """Yield what each block of the stream has to be recognised as."""
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
        yield replace(each, sources=(position,))


def _block(entry: Entry) -> Block:
    block = entry.block
    if block is None:
        return TextBlock(entry.text, 0 if entry.role == "title" else 1)
    if isinstance(block, Paragraph):
        return TextBlock(block.text)
    if isinstance(block, Heading):
        return TextBlock(block.text, block.level)
    return TableBlock(block if isinstance(block, Table) else arrange_table(block))


def _marked(blocks: list[Block], entries: list[Entry], marked: set[int]) -> tuple[Block, ...]:
    return tuple(
        replace(block, mark=mark(entries[index])) if index in marked else block
        for index, block in enumerate(blocks)
    )


def _mistaken(stream: Stream, entries: list[Entry]) -> set[int]:
    """Return the blocks that some view of the stream has recognised as something else."""
    mistaken: set[int] = set()
    expected = {entry.sources[0]: entry for entry in entries}
    for view in _VIEWS:
        found: dict[int, Entry | None] = {}
        for entry in outline(view(stream)).entries:
            for source in entry.sources:
                found[source] = None if source in found else entry
        mistaken.update(
            source for source, entry in expected.items() if found.get(source) != entry
        )
    return mistaken


def _stated(stream: Stream, document: ReportDocument) -> Stream:
    """State the fields that some view of the stream would have read otherwise."""
    statements: dict[str, str] = {}
    for view in _VIEWS:
        found = recognise(view(stream))
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
