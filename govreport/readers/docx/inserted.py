"""Files of any format that a Word file includes whole, to be shown at one place of its text.

Word reads such a file when it opens the document (`w:altChunk`, ECMA-376-1, section 17.17.2.1);
programs put whole reports there, as a page or as another Word file.
"""

from collections.abc import Callable
from dataclasses import replace

from govreport.blocks import Block, Stream, TextBlock
from govreport.errors import LimitExceededError, UnknownFormatError, UnreadableSourceError
from govreport.limits import Limits
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.readers.docx.package import Package

ReadInserted = Callable[[bytes, str, Limits], Stream]
"""Reads the bytes of a file of that name in any format."""

_QUOTED = 200
"""Characters of a file's name that are quoted."""


class InsertedFiles:
    """The files that one document includes, each read once."""

    def __init__(self, package: Package, limits: Limits, read: ReadInserted | None) -> None:
        self._package = package
        self._limits = limits
        self._read = read
        self._blocks: dict[str, tuple[Block, ...]] = {}

    def insert(self, identifier: str, where: str) -> tuple[tuple[Block, ...], list[Diagnostic]]:
        """Return the blocks of the file that a relationship names, and the diagnostics about it.

        A file that is included again is shown again, but its diagnostics are not repeated.
        """
        relationship = self._package.related(identifier)
        name = "" if relationship is None else relationship.target
        if relationship is None or relationship.external:
            message = "the document includes a file that is not in it"
            return (), [diagnostic("damaged-markup", where, name[:_QUOTED], message)]
        if name in self._blocks:
            blocks = self._blocks[name]
            self._limits.take_repeated(sum(map(_size, blocks)), where)
            return blocks, []
        blocks, told = self._first(name, where)
        self._blocks[name] = blocks
        return blocks, told

    def _first(self, name: str, where: str) -> tuple[tuple[Block, ...], list[Diagnostic]]:
        try:
            data = self._package.data(name)
            if data is None or self._read is None:
                reason = "it is missing" if data is None else "its format cannot be read"
                raise UnreadableSourceError(reason)
            stream = self._read(data, name, self._limits)
        except LimitExceededError:
            raise
        except (UnreadableSourceError, UnknownFormatError) as error:
            message = f"a file that the document includes was not read: {error}"
            return (), [diagnostic("damaged-markup", where, name[:_QUOTED], message)]
        told = [
            replace(one, where=f"{name[:_QUOTED]}: {one.where}") for one in stream.diagnostics
        ]
        return stream.blocks, told


def _size(block: Block) -> int:
    """Return how many characters a block shows, one more for each text and position of a table."""
    if isinstance(block, TextBlock):
        return len(block.text) + 1
    slots = (slot for line in block.table.grid for slot in line)
    return sum(len(slot.cell.text) + 1 for slot in slots)
