"""The lists of a binary Word document as the numberings of a Word file ([MS-DOC] 2.9.131 to 2.9.150)."""

from xml.sax.saxutils import quoteattr

from govreport.model.text import FORBIDDEN_CHARACTER
from govreport.translators.number_codes import number_format
from govreport.translators.word_binary.binary import i32, u8, u16, u32
from govreport.translators.word_binary.header import Head
from govreport.translators.word_binary.properties import read_run

_LIST, _USE, _LEVEL = 28, 16, 28
_SIMPLE = 1
_LEGAL, _NO_RESTART = 0x04, 0x08
_SUFFIXES = ("tab", "space", "nothing")
_HAS_START, _HAS_LEVEL = 0x10, 0x20
_NOTHING = 0xFFFF_FFFF
_FONT_NAME = 39
"""How far a font's name comes after its length (FFN, [MS-DOC] 2.9.85)."""


def numbering_markup(head: Head) -> str:
    """Return the markup of every list and of its uses."""
    fonts = font_names(head.table("fonts"))
    definitions, identifiers = _definitions(head, fonts)
    return definitions + _uses(head, fonts, identifiers)


def font_names(table: bytes) -> list[str]:
    """Return the fonts' names by their numbers."""
    names: list[str] = []
    at = 4
    for _ in range(u16(table, 0)):
        size = u8(table, at)
        font = table[at + 1 : at + 1 + size]
        text = font[_FONT_NAME:].decode("utf-16-le", "replace")
        names.append(FORBIDDEN_CHARACTER.sub("", text.partition("\0")[0]))
        at += 1 + size
        if at >= len(table):
            break
    return names


def _definitions(head: Head, fonts: list[str]) -> tuple[str, dict[int, int]]:
    table = head.table("lists")
    levels = head.behind("lists")
    markup: list[str] = []
    identifiers: dict[int, int] = {}
    at = 0
    for number in range(min(u16(table, 0), len(table) // _LIST)):
        entry = table[2 + _LIST * number :]
        identifiers.setdefault(i32(entry, 0), number)
        inner = []
        for position in range(1 if u8(entry, 26) & _SIMPLE else 9):
            level, size = _level(levels, at, position, fonts)
            inner.append(level)
            at += size
        markup.append(
            f'<w:abstractNum w:abstractNumId="{number}">{"".join(inner)}</w:abstractNum>'
        )
    return "".join(markup), identifiers


def _level(data: bytes, start: int, position: int, fonts: list[str]) -> tuple[str, int]:
    """Return a level's markup and how many bytes it takes (LVL, [MS-DOC] 2.9.140)."""
    head = data[start : start + _LEVEL]
    flags = u8(head, 5)
    runs, paragraphs, limit = u8(head, 24), u8(head, 25), u8(head, 26)
    at = start + _LEVEL + paragraphs
    run = read_run(data[at : at + runs])
    at += runs
    count = u16(data, at)
    text = data[at + 2 : at + 2 + 2 * count].decode("utf-16-le", "replace")
    shown = "".join(f"%{ord(each) + 1}" if each < "\t" else each for each in text)
    shown = FORBIDDEN_CHARACTER.sub("", shown)
    font = fonts[run.font] if run.font is not None and run.font < len(fonts) else ""
    suffix = u8(head, 15)
    restart = f'<w:lvlRestart w:val="{limit}"/>' if flags & _NO_RESTART else ""
    markup = (
        f'<w:lvl w:ilvl="{position}"><w:start w:val="{i32(head, 0)}"/>'
        f'<w:numFmt w:val="{number_format(u8(head, 4))}"/>{restart}'
        f"{'<w:isLgl/>' if flags & _LEGAL else ''}"
        f'<w:suff w:val="{_SUFFIXES[suffix] if suffix < len(_SUFFIXES) else "tab"}"/>'
        f"<w:lvlText w:val={quoteattr(shown)}/>"
        f"<w:rPr><w:rFonts w:ascii={quoteattr(font)}/></w:rPr></w:lvl>"
    )
    return markup, at + 2 + 2 * count - start


def _uses(head: Head, fonts: list[str], identifiers: dict[int, int]) -> str:
    table = head.table("list uses")
    count = min(u32(table, 0), len(table) // _USE)
    at = 4 + _USE * count
    markup: list[str] = []
    for number in range(count):
        entry = table[4 + _USE * number :]
        if u32(table, at) == _NOTHING:
            at += 4
        overrides = []
        for _ in range(u8(entry, 12)):
            override, size = _override(table, at, fonts)
            overrides.append(override)
            at += size
        definition = identifiers.get(i32(entry, 0))
        if definition is not None:
            markup.append(
                f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{definition}"/>'
                f"{''.join(overrides)}</w:num>"
            )
    return "".join(markup)


def _override(table: bytes, at: int, fonts: list[str]) -> tuple[str, int]:
    flags = u32(table, at + 4)
    position, size, inner = flags & 0xF, 8, ""
    if flags & _HAS_LEVEL:
        inner, length = _level(table, at + 8, position, fonts)
        size += length
    if flags & _HAS_START:
        inner += f'<w:startOverride w:val="{i32(table, at)}"/>'
    return f'<w:lvlOverride w:ilvl="{position}">{inner}</w:lvlOverride>', size
