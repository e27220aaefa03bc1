"""The signature below a report: office and date at the right, one centred over the other.

GB/T 9704-2012, 7.3.5: a line is left blank above it, and it ends four letters before the edge.
"""

from collections.abc import Sequence

from govreport.blocks import Block, TextBlock
from govreport.writers.docx.columns import measure
from govreport.writers.docx.styles import LINE_PITCH

_LETTER = 320
"""The width of a letter of the text in twips: 三号, 16 pt."""

_FROM_THE_EDGE = 4
_MOST = 24
"""The most letters of a line that is indented from the edge; a longer one ends at it."""


def is_signature(block: Block) -> bool:
    """Whether a block is a line of a signature; a heading keeps its own style."""
    return isinstance(block, TextBlock) and block.signature and block.level is None


def signature_properties(blocks: Sequence[Block]) -> dict[int, str]:
    """Return the paragraph properties of a signature's lines, by their positions.

    The paragraph above is included: it is kept with them, so that they are never alone on a page.
    """
    found: dict[int, str] = {}
    run: list[int] = []
    for position, block in enumerate((*blocks, None)):
        if block is not None and is_signature(block):
            run.append(position)
        elif run:
            found.update(_properties(run, blocks))
            run = []
    return found


def _properties(run: Sequence[int], blocks: Sequence[Block]) -> dict[int, str]:
    widths = [_letters(blocks[position]) for position in run]
    widest = max(widths)
    edge = _FROM_THE_EDGE if widest <= _MOST else 0
    found = {}
    if run[0] and isinstance(blocks[run[0] - 1], TextBlock):
        found[run[0] - 1] = "<w:keepNext/>"
    for position, width in zip(run, widths, strict=True):
        indent = edge + (widest - width) / 2 if widest <= _MOST else 0
        kept = "<w:keepNext/>" if position != run[-1] else ""
        above = f'<w:spacing w:before="{LINE_PITCH}"/>' if position == run[0] else ""
        found[position] = (
            f'{kept}{above}<w:ind w:rightChars="{indent * 100:.0f}" w:right="{indent * _LETTER:.0f}"/>'
        )
    return found


def _letters(block: Block) -> float:
    return measure(block.text) / 2 if isinstance(block, TextBlock) else 0
