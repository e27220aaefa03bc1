"""The running text of a report in sentences, each with its place and the headings above it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from govreport.checks.finding import Place
from govreport.chinese.glosses import without_glosses
from govreport.chinese.script import is_traditional, simplified
from govreport.expressions import expression
from govreport.model.document import Block, Heading, Paragraph, ReportDocument

_UNSEEN = expression("[\\s\u00ad\u200b-\u200f\u2060\ufeff]+")
_SENTENCE = expression(r"[^。！？!?；;\n]+[。！？!?；;]*")


@dataclass(frozen=True)
class Sentence:
    """A sentence: its text, its place, the kind of its section, and the headings above it.

    `section` is None in the preamble and the closing. `first` tells whether it begins its
    paragraph; `after` is the sentence before it there.
    """

    text: str
    place: Place
    section: str | None
    heading: str
    after: "Sentence | None" = field(default=None, repr=False, compare=False)

    @cached_property
    def plain(self) -> str:
        """The sentence in simplified script, without white space and glosses."""
        return plain(self.text)

    @property
    def first(self) -> bool:
        """Whether the sentence begins its paragraph."""
        return self.after is None


def plain(text: str) -> str:
    """Return a text in simplified script, without white space, glosses and invisible marks."""
    text = without_glosses(_UNSEEN.sub("", text))
    return simplified(text) if is_traditional(text) else text


def sentences_of(document: ReportDocument) -> Iterator[Sentence]:
    """Yield the sentences of all paragraphs of a document in order."""
    yield from _of_blocks(document.preamble, "preamble", None, "")
    for position, section in enumerate(document.sections):
        yield from _of_blocks(section.blocks, position, section.kind, section.heading)
    yield from _of_blocks(document.closing, "closing", None, "")


def _of_blocks(
    blocks: Sequence[Block], part: str | int, section: str | None, heading: str
) -> Iterator[Sentence]:
    for position, block in enumerate(blocks):
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, Paragraph):
            before: Sentence | None = None
            for match in _SENTENCE.finditer(block.text):
                if not match[0].strip():
                    continue
                place = Place(part, position, match.start(), match.end())
                before = Sentence(match[0].strip(), place, section, heading, before)
                yield before
