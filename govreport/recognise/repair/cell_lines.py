"""Lines of text that are cells of a table whose grid the source does not show."""

from collections.abc import Collection
from itertools import accumulate, dropwhile, pairwise

from govreport.expressions import expression
from govreport.model import statute
from govreport.recognise.labels.folding import skeleton
from govreport.recognise.labels.turning import turns
from govreport.recognise.labels.vocabulary import LONGEST_LABEL
from govreport.recognise.placing.naming import is_quantity
from govreport.recognise.repair.broken_grids import is_label, labels_in, labels_of
from govreport.recognise.repair.marks_of_notes import ends_in_mark
from govreport.recognise.rows import LONGEST_REMARK, is_value
from govreport.recognise.sections.headings import heading_line

FEWEST_ON_A_LINE = 8
"""A line of at least so many cells may be a whole table; a shorter one is at most a row."""
_LONGEST_CELL = 60
_MOST_CELLS = 900
"""A line of more parts is not a row; the largest statutory table has fewer cells."""
_FEWEST_FIGURES = 2
"""Numbers at the end of a line that show it to be a row whose label they do not end."""
_MOST_ABOVE = 4
"""Cells before the first label of a table that stands on one line: its caption, a corner."""
_LONGEST_KIND = 4
"""Characters of a word that says which number stands below it: 上年, 本年度."""
_LONGEST_YEAR = 5
"""Characters of a word that says of which year numbers are: 2023年, 去年同期."""
_LONGEST_HEADER = 20
"""Characters of a header that is not a label of the statute's."""
_FIRST_ROWS = ("new_received", "regulations")
"""The first rows of tables 3 and 2."""
_REVIEWS = 15
"""Numbers of the row of table 4, which no label opens."""
# Numbers run together with their label. Each of several zeros is one number, as no number begins
# with a zero; how many numbers other digits are is unknown.
_FIRST_COUNTED = ("0", "1")
"""What counts the first column or line of a table, where a program numbered them."""
_BEFORE_NUMBER = expression(
    r"(?=[(（][一二三四五六七八九十]{1,3}[)）])|(?=[一二三四五六七八九十]{1,2}、)"
    r"|(?<=[^\d.．(（])(?=\d{1,2}[.．、])"
)
_NUMBER_SIGNS = frozenset(")）、.．")
"""One of these ends or closes each number."""
_NUMBERS = (
    expression(r"[一二三四五六七八九十]{1,3}、"),
    expression(r"[（(][一二三四五六七八九十]{1,3}[)）]"),
    expression(r"[0-9]{1,2}[.．、]"),
)
"""How labels are numbered, each level within the one before (GB/T 9704-2012, 7.3.3)."""
_GLUED = expression(r"(.*[^0-9.,０-９])([0-9]+)")


def cells_of(text: str, marks: Collection[str] = ()) -> list[str]:
    """Split a line that prints a table's row with blanks between its cells.

    It is such a row only if every part is a label or a number; else the line is one cell. A
    label run together with only digits or other labels is separated from them, unless the digits
    are among the `marks` of notes.
    """
    parts = text.split()
    if len(parts) < 2:
        return _parts_of_word(text) if parts and not ends_in_mark(text, marks) else [text]
    if len(parts) > _MOST_CELLS:
        return [text]
    if _is_row(parts):
        return parts
    if is_label(text) or is_label("".join(parts)):
        return [text]
    return _cells_of_parts(text, parts)


def _parts_of_word(text: str) -> list[str]:
    """Return the label and the digits, or the labels, that are run together in a text."""
    if text[-1].isdecimal() and (glued := _GLUED.fullmatch(text)) and is_label(glued[1]):
        return [glued[1], *(glued[2] if set(glued[2]) == {"0"} else [glued[2]])]
    if is_label(text):
        return [text]
    return _numbered_labels(text) or labels_in(text) or _behind_head_of_labels(text) or [text]


def _behind_head_of_labels(text: str) -> list[str]:
    """Return the head of the labels of table 2 and the header of a column run together with it."""
    head = statute.ITEM_COLUMN
    is_header = text.startswith(head) and len(head) < len(text) <= len(head) + _LONGEST_HEADER
    return [head, text[len(head) :]] if is_header and "。" not in text else []


def _parts_before_numbers(text: str) -> list[str]:
    """Return a text in parts that each begin with a number."""
    if _NUMBER_SIGNS.isdisjoint(text):
        return [text]
    return list(filter(None, _BEFORE_NUMBER.split(text)))


def _numbered_labels(text: str) -> list[str]:
    """Return the numbered labels that are run together in a text, none where they are a path.

    In a path each label is of a lower level than the one before it: （三）不予公开1.属于国家秘密.
    """
    parts = _parts_before_numbers(text)
    if len(parts) < 2:
        return []
    levels = [at for part in parts for at, sign in enumerate(_NUMBERS) if sign.match(part)]
    are_labels = len(levels) == len(parts) and all(map(is_label, parts))
    return parts if are_labels and not _are_of_path(levels) else []


def _are_of_path(levels: list[int]) -> bool:
    """Whether each level is lower than the one before it."""
    return all(one < other for one, other in pairwise(levels))


def _is_row(parts: list[str]) -> bool:
    """Whether a line is a label and its figures, or only figures, as many as a row of table 4."""
    if is_label(parts[0]) and (_are_figures(parts[1:]) or _end_in_remark(parts[1:])):
        return True
    if _are_of_a_year(parts):
        return True
    return len(parts) >= _REVIEWS and (_are_figures(parts) or _end_in_remark(parts))


def _are_of_a_year(parts: list[str]) -> bool:
    """Whether parts are labels, if any, a word that says of which year numbers are, and these."""
    at = next((at for at, part in enumerate(parts) if not is_label(part)), 0)
    kind, figures = parts[at], parts[at + 1 :]
    if not figures or len(kind) > _LONGEST_YEAR or is_value(kind):
        return False
    return all(map(is_value, figures)) and (is_quantity(kind) or bool(turns(skeleton(kind))))


def _cells_of_parts(text: str, parts: list[str]) -> list[str]:
    if "。" not in text and (torn := _begins_row(parts)):
        return torn
    cells = _joined(parts)
    if all(map(_is_known, cells)) or _is_whole_table(cells):
        return cells
    return _headers(parts) or (parts if _are_kinds_of_numbers(parts) else [text])


def _is_known(text: str) -> bool:
    return is_label(text) or is_value(text)


def _joined(parts: list[str]) -> list[str]:
    """Return the parts of a line, with those joined that blanks split."""
    cells: list[str] = []
    ends_known = True
    for part in parts:
        if is_known := _is_known(part):
            cells.append(part)
        elif cells and is_label(cells[-1] + part):
            cells[-1] += part
            is_known = True
        elif not (ends_known or is_quantity(part) or is_quantity(cells[-1])):
            cells[-1] += part  # a label that the page split with a blank
            is_known = is_value(cells[-1])
        else:
            cells.append(part)
        ends_known = is_known
        if len(cells[-1]) > LONGEST_LABEL:
            return [" ".join(parts)]  # neither labels nor numbers
    return cells


def _is_whole_table(cells: list[str]) -> bool:
    """Whether the cells of a line are a whole table, among them a few that its form does not know."""
    if len(cells) < FEWEST_ON_A_LINE:
        return False
    labels = sum(map(is_label, cells))
    known = labels + sum(map(is_value, cells))
    return labels >= FEWEST_ON_A_LINE and len(cells) - known <= labels / 2


def _headers(parts: list[str]) -> list[str]:
    """Return the cells of a line of headers, some of which are not in the statutory form."""
    if max(map(len, parts)) > _LONGEST_HEADER:
        return []
    cells: list[str] = []
    for part in parts:
        if cells and not is_label(part) and is_label(cells[-1] + part):
            cells[-1] += part
        else:
            cells.append(part)
    known = sum(map(is_label, cells))
    short = all(len(cell) <= _LONGEST_HEADER and not is_value(cell) for cell in cells)
    return cells if short and 2 * known >= len(cells) > 1 else []


def _are_kinds_of_numbers(parts: list[str]) -> bool:
    """Whether words say which numbers stand below each of several columns: 上年 本年 上年 本年."""
    return any(map(is_quantity, parts)) and all(
        len(part) <= _LONGEST_KIND and not is_value(part) for part in parts
    )


def _begins_row(parts: list[str]) -> list[str]:
    """Return the cells of a line that begins with part of a label and ends in the row's numbers."""
    first = next((at for at, part in enumerate(parts) if is_value(part)), 0)
    figures = parts[first:]
    if not first or len(figures) < _FEWEST_FIGURES or not all(map(is_value, figures)):
        return []
    return parts if not any(map(str.isascii, parts[:first])) else []


def _are_figures(parts: list[str]) -> bool:
    """Whether texts are a row's figures: values, and fewer short remarks where one should be."""
    remarks = [part for part in parts if not is_value(part)]
    return 2 * len(remarks) < len(parts) and all(
        len(part) <= LONGEST_REMARK and not is_label(part) for part in remarks
    )


def _end_in_remark(parts: list[str]) -> bool:
    """Whether texts are a row's figures and a remark, the cell of a column of its own."""
    *figures, remark = parts
    if not figures or not all(map(is_value, figures)) or is_label(remark):
        return False
    return len(remark) <= _LONGEST_HEADER and "。" not in remark


def opens_table(text: str) -> bool:
    """Whether a line may be the first cell of a table printed one cell a line."""
    parts = text.split() or [text]
    if parts[0] in _FIRST_COUNTED:
        parts = list(dropwhile(str.isdecimal, parts)) or [text]
        text = " ".join(parts)
    if len(parts[0]) > LONGEST_LABEL:
        return False
    if len(parts) == 1 and len(text) > _LONGEST_CELL and not labels_in(text):
        return False
    if 1 < len(parts) < FEWEST_ON_A_LINE and not _begins_with_label(text, parts):
        return False
    cells = cells_of(text)
    return any(map(_opens_table, cells[:_MOST_ABOVE] if _is_whole_table(cells) else cells[:1]))


def _begins_with_label(text: str, parts: list[str]) -> bool:
    """Whether a line, or what stands at its beginning whatever blanks split it, is a label."""
    return is_label(text) or any(map(is_label, accumulate(parts)))


def _opens_table(text: str) -> bool:
    if len(text) > _LONGEST_CELL or text.isascii():
        return False
    return any(
        label.role in ("item", "header", "group", "column") or label.key in _FIRST_ROWS
        for label in labels_of(text)
    )


def may_be_cell(text: str) -> bool:
    """Whether a line may be a cell, or several, and no running text or section heading."""
    if is_value(text) or len(cells_of(text)) > 1:
        return True
    if len(text) <= _LONGEST_CELL:
        line = heading_line(text)
        if line and line.kind and line.style in ("chinese", "part", ""):
            return False
        return "。" not in text
    return is_label(text)
