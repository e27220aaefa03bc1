"""The texts and tables that one flow of a document gathers: the body, a cell or a text box."""

from dataclasses import dataclass, field

from govreport.blocks import Block, TableBlock, TextBlock
from govreport.model.grid import Content
from govreport.readers.docx.formatting import ShownRun
from govreport.readers.docx.moved_text import part_from_numbers, stands_in_number
from govreport.readers.docx.paragraph_xml import ParagraphProperties
from govreport.readers.docx.table_xml import CellDraft


@dataclass(slots=True, eq=False, repr=False)
class ParagraphDraft:
    """A paragraph while it is read.

    `shown` is how runs without properties of their own are shown. `texts` is what it displays,
    `moved` which of these are above or below the line; hidden and deleted text of its runs is
    kept separately to be quoted. `anchored` holds the blocks of its text boxes.
    """

    properties: ParagraphProperties
    shown: ShownRun
    texts: list[str] = field(default_factory=list)
    moved: dict[int, ShownRun] = field(default_factory=dict)
    hidden: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    anchored: list[Block | str] = field(default_factory=list)


def as_block(text: str) -> str:
    r"""Return a paragraph's text without white space at its ends, `\n` its only line break."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.strip()


def _blocks(content: list[Content]) -> list[Block | str]:
    return [each if isinstance(each, str) else TableBlock(each) for each in content]


class WordFlow:
    """The contents of one flow so far, in order.

    `cell` is the cell whose flow it is; its paragraphs have no levels and marks and are texts
    in `blocks`. `carried` is a paragraph whose end a tracked change deletes, so that it continues
    in the next one. `stray` is text outside any paragraph, which only damaged files have.
    `first_style` names the style of the first paragraph.
    """

    __slots__ = ("blocks", "carried", "cell", "first_style", "stray")

    def __init__(self, cell: CellDraft | None = None) -> None:
        self.blocks: list[Block | str] = [] if cell is None else _blocks(cell.content)
        self.cell = cell
        self.carried: ParagraphDraft | None = None
        self.stray: list[str] = []
        self.first_style: str | None = None

    def add_text(self, text: str, level: int | None = None, mark: str = "") -> None:
        """Add a paragraph's text unless it is blank."""
        text = as_block(text)
        if text:
            self.blocks.append(text if self.cell is not None else TextBlock(text, level, mark))

    def add_paragraph(self, paragraph: ParagraphDraft, number: str = "") -> None:
        """Add a finished paragraph, its automatic number before its text, and its text boxes."""
        properties = paragraph.properties
        texts = paragraph.texts
        if paragraph.moved:
            part_from_numbers(texts, paragraph.moved)
        text = texts[0] if len(texts) == 1 else "".join(texts)
        if number:
            text = text.strip()
            # An automatic number may be right before a text that begins with a number.
            meet = stands_in_number(number[-1:]) and stands_in_number(text[:1])
            text = f"{number} {text}" if meet else f"{number}{text}"
        self.add_text(text, properties.level, properties.style.mark)
        if paragraph.anchored:
            self.blocks.extend(paragraph.anchored)

    def settle(self) -> None:
        """Add content that still waits to join a paragraph."""
        if self.stray:
            self.add_text("".join(self.stray))
            self.stray.clear()
        if self.carried is not None:
            carried, self.carried = self.carried, None
            self.add_paragraph(carried)

    def content(self) -> list[Content]:
        """Return the flow as the content of a cell, which has no levels and marks."""
        if self.stray or self.carried is not None:
            self.settle()
        return [
            block
            if isinstance(block, str)
            else block.table
            if isinstance(block, TableBlock)
            else block.text
            for block in self.blocks
        ]
