"""One step of the recogniser's result: what a block of the stream turned out to be."""

from typing import Literal, NamedTuple

from govreport.model.document import Block
from govreport.model.statute import SectionKind

Role = Literal["title", "section", "block", "omitted"]


class Entry(NamedTuple):
    """What one or several blocks of the stream are.

    `sources` are the positions of the blocks it was made of. `text` is that of a title or a
    section heading; `block` what stands in the document; `closing` says that it stands behind
    the last section.
    """

    role: Role
    sources: tuple[int, ...]
    block: Block | None = None
    text: str = ""
    kind: SectionKind | None = None
    closing: bool = False
