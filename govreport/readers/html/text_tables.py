"""Tables that a page holds as text: rows of a text form, in one preformatted or broken paragraph."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from govreport.blocks import Block, Page, Stream, TableBlock, TextBlock
from govreport.errors import UnreadableSourceError
from govreport.expressions import expression
from govreport.limits import Limits
from govreport.model.diagnostics import Diagnostic

_FEWEST_ROWS = 5
"""So many lines with a cell separator make a paragraph a possible table and not a menu."""

_FEWEST_FRAMED = 2
"""So many lines that begin and end with a bar make a paragraph a possible table."""

_FEWEST_TABBED = 3
"""So many lines with a tab, only in preformatted text, make a paragraph a possible table."""

_LONGEST_ROW = 2_000
"""Characters of the longest line that may be a row in columns of blanks."""
_FIGURES_IN_COLUMNS = expression(r"(?: +[0-9０-９]+){5}$")
"""The end of a row in columns of blanks: five numbers or more."""

_SIGNS = ("|", "│", "\t")


def with_text_tables(
    blocks: Iterable[Block], limits: Limits, diagnostics: list[Diagnostic]
) -> Iterator[Block]:
    """Yield a page's blocks; blocks that hold a table as text are read in that text form.

    Its diagnostics are added to `diagnostics`. Raises `LimitExceededError` as the reader
    of the text form does.
    """
    for block in blocks:
        read = _read(block, limits) if isinstance(block, TextBlock) else None
        if read is None:
            yield block
        else:
            diagnostics.extend(read.diagnostics)
            yield from (replace(each, place=block.place) for each in read.blocks)


def _read(block: TextBlock, limits: Limits) -> Stream | None:
    """Return what a paragraph shows as text, None if it shows no table."""
    if "\n" not in block.text or block.level is not None:
        return None
    lines = block.text.split("\n")
    parse = _form_of(lines)
    if parse is None:
        return None
    try:
        read = parse(block.text, limits)
    except UnreadableSourceError:
        return None
    shows_table = any(isinstance(each, TableBlock) for each in read.blocks)
    shows_table = shows_table or _shows_columns(lines)
    return read if shows_table and read.page == Page() and not read.statements else None


def _form_of(lines: list[str]) -> Callable[[str, Limits], Stream] | None:
    """Return what reads the text form that lines may be rows of, None if they are of none."""
    rows = {sign: sum(sign in line for line in lines) for sign in _SIGNS}
    sign = max(_SIGNS, key=rows.__getitem__)
    if not rows[sign]:
        return _parse_as_tab if _shows_columns(lines) else None
    if sign == "\t":
        return _parse_as_tab if rows[sign] >= _FEWEST_TABBED else None
    framed = sum(line[:1] == line[-1:] == sign for line in map(str.strip, lines))
    return _parse_as_pipe if rows[sign] >= _FEWEST_ROWS or framed >= _FEWEST_FRAMED else None


def _shows_columns(lines: list[str]) -> bool:
    """Whether several lines of preformatted text end in numbers that blanks set in columns."""
    set_apart = (line.rstrip() for line in lines if "   " in line and len(line) <= _LONGEST_ROW)
    rows = sum(_FIGURES_IN_COLUMNS.search(line) is not None for line in set_apart)
    return rows >= _FEWEST_TABBED


def _parse_as_pipe(text: str, limits: Limits) -> Stream:
    from govreport.text_formats.pipe.grammar import PIPE  # few pages hold such a table

    return PIPE.parse(text, limits)


def _parse_as_tab(text: str, limits: Limits) -> Stream:
    from govreport.text_formats.tab.grammar import TAB

    return TAB.parse(text, limits)
