"""Bars and borders drawn with other characters than `|`, `+` and `-`, read as those.

The full-width bar U+FF5C and the box drawing characters U+2500 to U+256C may also occur in a
text; they are bars of rows where line after line begins and ends with one, or holds one.
"""

from govreport.expressions import expression
from govreport.text_formats.lines import Line

_CORNERS = "┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛╓╥╖╟╫╢╙╨╜"
_BARS = "｜│┃║"
_LINES = "─━═"
_SIGNS = _BARS + _CORNERS
_SIGN = expression(f"[{_SIGNS}]")
_FEWEST_CLOSED = 3
"""With so many lines between two bars, the bars are those of rows."""

_FEWEST_OPEN = 5
"""The same for lines with bars only inside."""

_PLAIN_BARS = str.maketrans(dict.fromkeys(_BARS, "|"))
_PLAIN = str.maketrans(
    dict.fromkeys(_BARS, "|") | dict.fromkeys(_CORNERS, "+") | dict.fromkeys(_LINES, "-")
)
_BORDER = expression(f"[{_CORNERS}{_BARS}](?:[{_LINES}]+[{_CORNERS}{_BARS}])+")


def with_plain_bars(lines: list[Line]) -> list[Line]:
    """Return the lines with such bars as `|` and drawn borders as `+` and `-`.

    Nothing changes if a line with such bars also holds a `|`, because then they are text.
    """
    texts = [line.text.strip() for line in lines if _SIGN.search(line.text)]
    if len(texts) < _FEWEST_OPEN and sum(map(_is_closed, texts)) < _FEWEST_CLOSED:
        return lines
    if any("|" in text for text in texts):
        return lines
    return [Line(line.number, _plain(line.text)) for line in lines]


def _is_closed(text: str) -> bool:
    return len(text) > 1 and text[0] in _SIGNS and text[-1] in _SIGNS


def _plain(text: str) -> str:
    drawn = _BORDER.sub(lambda match: match[0].translate(_PLAIN), text)
    return drawn.translate(_PLAIN_BARS)
