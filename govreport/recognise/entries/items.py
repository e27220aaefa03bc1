"""An entry: what a block of the stream was recognised as."""

from typing import Literal, NamedTuple

from govreport.model.document import Block
from govreport.model.statute import SectionKind

Role = Literal["title", "section", "block", "omitted"]


class Entry(NamedTuple):
    """What one or several blocks of the stream were recognised as.

    `sources` are the positions of those blocks. `text` is that of a title or a section
    heading; `block` is the block of the document; `closing` says that it comes after the last
    section.
    """

    role: Role
    sources: tuple[int, ...]
    block: Block | None = None
    text: str = ""
    kind: SectionKind | None = None
    closing: bool = False
