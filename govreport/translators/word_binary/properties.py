"""What property modifiers say of runs and paragraphs, as far as it matters to a reader.

Their names are those of [MS-DOC] 2.6.1 and 2.6.2.
"""

from collections.abc import Callable
from dataclasses import dataclass

from govreport.translators.word_binary.binary import i16, i32, modifiers, u8, u16, u32

_MOST_FOLLOWED = 4
_SUPERSCRIPT = {1: "superscript", 2: "subscript"}
_OFF, _ON, _AS_STYLE, _OPPOSITE = 0, 1, 0x80, 0x81
DEEPEST = 60
"""Tables are followed so deep; no document may nest them deeper."""

_PLAIN = 0x2A33
_DEEPER = 0x664A
_OUTSIDE = (0x6645, 0x6646, 0x646B)
"""sprmPHugePapx, its older form and sprmPTableProps: the modifiers stand in the data stream, as
those of every wide row do."""
_ROW = (0xD608, 0xD62B, 0x5624, 0x5625)
"""What the end of a row says of its cells: sprmTDefTable, sprmTVertMerge, sprmTMerge, sprmTSplit."""


def _byte(operand: bytes) -> int:
    return u8(operand, 0)


def _flag(operand: bytes) -> bool:
    return u8(operand, 0) in (_ON, _OPPOSITE)  # the opposite of what no style sets


def _any(operand: bytes) -> bool:
    return u8(operand, 0) != 0


def _number(operand: bytes) -> int:
    return u16(operand, 0)


_RUN_FIELDS: dict[int, tuple[str, Callable[[bytes], object]]] = {
    0x083C: ("hidden", _byte),
    0x0837: ("struck", _byte),
    0x2A53: ("twice_struck", _byte),
    0x2A48: ("script", _byte),
    0x4845: ("position", lambda operand: i16(operand, 0)),
    0x4A30: ("style", _number),
    0x0800: ("deleted", _flag),
    0x0855: ("special", _flag),
    0x6A09: ("symbol", lambda operand: (u16(operand, 0), u16(operand, 2))),
    0x4A4F: ("font", _number),
    0x0806: ("data", _flag),
    0x080A: ("embedded", _flag),
    0x6A03: ("place", lambda operand: u32(operand, 0)),
}
_PARAGRAPH_FIELDS: dict[int, tuple[str, Callable[[bytes], object]]] = {
    0x4600: ("style", _number),
    0x2416: ("in_table", _any),
    0x2417: ("row_end", _any),
    0x6649: ("depth", lambda operand: max(0, i32(operand, 0))),
    0x244B: ("inner_cell_end", _any),
    0x244C: ("inner_row_end", _any),
    0x260A: ("list_level", _byte),
    0x460B: ("list_use", _number),
    0x2640: ("outline", _byte),
}


@dataclass(slots=True)
class RunFormat:
    """The properties of a run; None if its style decides."""

    hidden: int | None = None
    struck: int | None = None
    twice_struck: int | None = None
    script: int | None = None
    position: int | None = None
    style: int | None = None
    deleted: bool = False
    special: bool = False
    symbol: tuple[int, int] | None = None
    font: int | None = None
    embedded: bool = False
    data: bool = False
    place: int | None = None
    """Where the data stream holds a picture or form field."""


@dataclass(slots=True)
class ParagraphFormat:
    """The properties of a paragraph; `depth` counts the tables around it."""

    style: int = 0
    depth: int = 0
    in_table: bool = False
    row_end: bool = False
    inner_cell_end: bool = False
    inner_row_end: bool = False
    list_use: int | None = None
    list_level: int | None = None
    outline: int | None = None
    row: bytes = b""

    def level(self) -> int:
        """Return how many tables the paragraph stands in."""
        return min(DEEPEST, max(self.depth, 1 if self.in_table else 0))


def read_run(data: bytes) -> RunFormat:
    """Return what a list of modifiers says of a run."""
    run = RunFormat()
    for code, operand in modifiers(data):
        if code == _PLAIN:
            run = RunFormat(special=run.special, deleted=run.deleted, data=run.data)
        elif (field := _RUN_FIELDS.get(code)) is not None:
            name, read = field
            setattr(run, name, read(operand))
    return run


def read_paragraph(data: bytes, outside: bytes) -> ParagraphFormat:
    """Return the properties of a paragraph: its style's number and modifiers after it.

    `outside` is the data stream, in which what a file's pages cannot hold stands.
    """
    paragraph = ParagraphFormat(style=u16(data, 0))
    _apply(paragraph, data[2:], outside, 0)
    return paragraph


def _apply(paragraph: ParagraphFormat, data: bytes, outside: bytes, followed: int) -> None:
    for code, operand in modifiers(data):
        if code in _OUTSIDE:
            if followed < _MOST_FOLLOWED:
                at = u32(operand, 0)
                found = outside[at + 2 : at + 2 + u16(outside, at)]
                _apply(paragraph, found, outside, followed + 1)
        elif code in _ROW:
            paragraph.row += code.to_bytes(2, "little") + operand
        elif code == _DEEPER:
            paragraph.depth = max(0, paragraph.depth + i32(operand, 0))
        elif (field := _PARAGRAPH_FIELDS.get(code)) is not None:
            name, read = field
            setattr(paragraph, name, read(operand))


def run_markup(run: RunFormat, inherited: frozenset[str] = frozenset()) -> str:
    """Return the properties of a run as those of a Word file, without their element.

    `inherited` names what the styles of the run switch on, of which a run may want the opposite.
    """
    parts = []
    if run.style:
        parts.append(f'<w:rStyle w:val="s{run.style}"/>')
    for name, value in toggles(run).items():
        if value in (_OFF, _ON):
            parts.append(f'<w:{name} w:val="{value}"/>')
        elif value == _OPPOSITE:
            parts.append(f'<w:{name} w:val="{int(name not in inherited)}"/>')
    if run.script is not None:
        parts.append(f'<w:vertAlign w:val="{_SUPERSCRIPT.get(run.script, "baseline")}"/>')
    if run.position is not None:
        parts.append(f'<w:position w:val="{run.position}"/>')
    return "".join(parts)


def toggles(run: RunFormat) -> dict[str, int | None]:
    """Return the properties of a run that styles switch on and off, by their newer names."""
    return {"vanish": run.hidden, "strike": run.struck, "dstrike": run.twice_struck}


def switched(run: RunFormat, inherited: frozenset[str]) -> frozenset[str]:
    """Return what is on for a run or style that inherits what is named."""
    on = set(inherited)
    for name, value in toggles(run).items():
        if value == _ON or (value == _OPPOSITE and name not in inherited):
            on.add(name)
        elif value in (_OFF, _OPPOSITE):
            on.discard(name)
    return frozenset(on)


def paragraph_markup(paragraph: ParagraphFormat, mark: str) -> str:
    """Return the properties of a paragraph; `mark` are those of its mark."""
    parts = [f'<w:pStyle w:val="s{paragraph.style}"/>', numbering_markup(paragraph)]
    if paragraph.outline is not None and paragraph.outline < 9:
        parts.append(f'<w:outlineLvl w:val="{paragraph.outline}"/>')
    return f"<w:pPr>{''.join(parts)}<w:rPr>{mark}</w:rPr></w:pPr>"


def numbering_markup(paragraph: ParagraphFormat) -> str:
    """Return which list a paragraph or style counts in."""
    level, use = paragraph.list_level, paragraph.list_use
    if level is None and use is None:
        return ""
    stated = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    stated += "" if use is None else f'<w:numId w:val="{use}"/>'
    return f"<w:numPr>{stated}</w:numPr>"
