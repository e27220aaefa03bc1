"""Prints the texts of a table as programs do that take text out of files, and as people type it."""

import csv
import io
import re
from unicodedata import east_asian_width

from tests.recognise import printed

Rows = list[list[str]]


def labels_then_numbers(rows: Rows) -> str:
    """Return a table as print is taken column by column: what is no number first, then numbers."""
    texts = [cell for row in rows for cell in row if cell]
    labels = [text for text in texts if not is_figure(text)]
    numbers = [text for text in texts if is_figure(text)]
    return "".join(f"{text}\n\n" for text in [*labels, *numbers])


def numbers_before_labels(rows: Rows) -> str:
    """Return a table as print is taken whose labels stand lower: numbers, then their label."""
    lines = []
    for row in rows:
        above, label, numbers = _parts_of(row)
        labels = [text for text in (*above, label) if text]
        lines.extend(" ".join(part) for part in (numbers, labels) if part)
    return "".join(f"{line}\n" for line in lines)


_FIGURE = re.compile(
    r"[-+]?\d[\d,]*(?:\.\d+)?(?:[①②*※¹²³]+|\[\S{1,3}\]|（注）|注1)?"
    r"(?:\s?(?:件次|件|项|%|[①②*※¹²³]+|\[\S{1,3}\]|（注）|注1))?"
    r"|[-/\\—无]+|约\d+|\d+[-/]\d+|\d+余件|（\d+）|[Ol○×]+|十二|见附件"
)


def is_figure(text: str) -> bool:
    """Return whether a text stands for a number: one with what belongs to it, or a mark for none."""
    return _FIGURE.fullmatch(text.strip()) is not None


def _parts_of(row: list[str]) -> tuple[list[str], str, list[str]]:
    """Return the labels that open a row, its own apart, and its cells from the first number on."""
    texts = [text for text in row if text]
    first = next((at for at, text in enumerate(texts) if is_figure(text)), len(texts))
    *above, label = texts[:first] or [""]
    return above, label, texts[first:]


def joined(rows: Rows, mark: str) -> str:
    """Return a row a line, its cells joined by a mark."""
    return "".join(mark.join(row) + "\n" for row in rows)


def latex(rows: Rows) -> str:
    r"""Return a row a line as LaTeX has it: cells separated by `&`, rows closed by `\\`."""
    return "".join(" & ".join(row) + r" \\" + "\n" for row in rows)


def label_around_numbers(rows: Rows) -> str:
    """Return rows as print is taken: half of the label, the numbers, the other half."""
    lines = []
    for row in rows:
        above, label, numbers = _parts_of(row)
        if numbers and len(label) > 7:
            half = len(label) // 2
            lines += [*above, label[:half], " ".join(numbers), label[half:]]
        else:
            lines.append(" ".join(filter(None, [*above, label, *numbers])))
    return "".join(f"{line}\n" for line in lines if line)


def label_goes_on_below(rows: Rows) -> str:
    """Return rows as print is taken: half of the label with the numbers, then the other half."""
    lines = []
    for row in rows:
        above, label, numbers = _parts_of(row)
        half = len(label) // 2 if numbers and len(label) > 7 else len(label)
        lines.append(" ".join(filter(None, [*above, label[:half], *numbers])))
        lines.append(label[half:])
    return "".join(f"{line}\n" for line in lines if line)


def groups_upright(rows: Rows) -> str:
    """Return a row a line by blanks, the label of a group upright: a character a line.

    A note in brackets stays on a line.
    """
    lines = []
    for row in rows:
        above, label, numbers = _parts_of(row)
        if numbers:
            lines.extend(each for text in above for each in _UPRIGHT.findall(text))
            above = []
        lines.append(" ".join(filter(None, [*above, label, *numbers])))
    return "".join(f"{line}\n" for line in lines if line)


_UPRIGHT = re.compile(r"[（(][^（）()]{2,}[）)]|[^\d（）()]{0,2}\d{3,}|\d+|.")


def on_one_line(rows: Rows) -> str:
    """Return the whole table on a line, its cells separated by blanks."""
    return " ".join(cell for row in rows for cell in row if cell) + "\n"


def in_columns(rows: Rows) -> str:
    """Return a row a line, its cells in columns of blanks as wide as their characters."""
    widths: dict[int, int] = {}
    for row in rows:
        for at, text in enumerate(row):
            widths[at] = max(widths.get(at, 0), _wide(text) + 2)
    lines = (
        "".join(text + " " * (widths[at] - _wide(text)) for at, text in enumerate(row))
        for row in rows
    )
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _wide(text: str) -> int:
    return sum(1 + (east_asian_width(each) in "WF") for each in text)


def labels_glued(rows: Rows) -> str:
    """Return a cell a line, but every third label glued to the label before it in its row."""
    lines: list[str] = []
    count = 0
    for row in rows:
        for at, text in enumerate(row):
            count += 1
            glued = at and not is_figure(text) and lines and not is_figure(lines[-1])
            if glued and text and not count % 3:
                lines[-1] += text
            elif text:
                lines.append(text)
    return "".join(f"{line}\n" for line in lines)


def comma_separated(rows: Rows) -> str:
    """Return a row a line of comma-separated values, quoted where they must be."""
    lines = io.StringIO()
    csv.writer(lines, lineterminator="\n").writerows(rows)
    return lines.getvalue()


def listed(rows: Rows) -> str:
    """Return a row a line as Python prints a list."""
    return "".join(f"{row}\n" for row in rows)


def markdown_with_breaks(rows: Rows) -> str:
    """Return a Markdown table whose cells hold `<br>` where a line breaks."""
    return printed.markdown([[text.replace("\n", "<br>") for text in row] for row in rows])


def copied_from_a_sheet(rows: Rows) -> str:
    """Return a row a line with tabs between, a cell with a line break in quotes, as sheets copy."""
    lines = io.StringIO()
    csv.writer(lines, delimiter="\t", lineterminator="\n").writerows(rows)
    return lines.getvalue()


KEEP_BREAKS = (markdown_with_breaks, copied_from_a_sheet)
"""The printers that show line breaks within cells."""
