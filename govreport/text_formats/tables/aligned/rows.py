"""The rows of a table in columns of blanks: figures, and labels whose lines stand around them."""

from collections.abc import Iterator
from dataclasses import dataclass

from govreport.expressions import expression
from govreport.model.grid import Cell
from govreport.text_formats.tables.aligned.fragments import (
    FIGURE,
    SAME_PLACE,
    FigureLine,
    Fragment,
)

_LEVELS = (
    expression(r"[一二三四五六七八九十]{1,3}、"),
    expression(r"[（(][一二三四五六七八九十]{1,3}[)）]"),
    expression(r"[0-9]{1,2}[.．、](?![0-9])"),
)
"""How labels are numbered, each level within the one before (GB/T 9704-2012, 7.3.3)."""
_FIRST = expression(r"一、|[（(]一[)）]|1[.．、]")
_MOST_OPEN = 40
"""Labels among which the one is looked for with which a line goes on."""


@dataclass(slots=True)
class _Label:
    """What a row, or several, are called: where it begins, its lines, and its row if it has one."""

    start: int
    level: int | None
    """Which of the levels of numbers its number is of."""
    above: int
    """How many rows stand above its first line."""
    parts: list[str]
    row: int | None = None
    below: int = 0
    """How many rows stand above its last line."""

    @property
    def is_new_item(self) -> bool:
        """Whether it is numbered and of one line so far."""
        return self.level is not None and len(self.parts) == 1


class AlignedRows:
    """The rows of a table as they are met, line by line."""

    def __init__(self, width: int, *, exact: bool = False) -> None:
        self.width = width
        self.exact = exact
        """Whether what stands in one row of lines stands exactly on one line."""
        self.figures: list[list[str]] = []
        self.labels: list[_Label] = []
        self.broken: set[int] = set()
        """The rows next to figures that may be the rest of theirs."""
        self.rivals: dict[int, tuple[_Label, _Label]] = {}
        """The label on the line of a row, and one of a deeper level above it that may be its own."""

    def add(self, row: FigureLine) -> None:
        """Take a line of the table."""
        if self._is_rest(row):
            last = self.figures.pop() if self.figures else []
            self.figures.append([*last, *row.printed])
            self.broken |= {len(self.figures) - 1, len(self.figures)}
            return
        own = [self._label_of(text, before) for before, text in _with_the_one_before(row.texts)]
        if not row.figures:
            return
        self.figures.append(row.figures)
        self._name_last(own)

    def _name_last(self, own: list[_Label]) -> None:
        """Find the label of the last row, of which some stand on its line, left to right."""
        number = len(self.figures) - 1
        begun = [each for each in self.labels if each.above == number and each.row is None]
        if own and own[-1].is_new_item:
            own[-1].row = number
            self._note_rival(own[-1], [each for each in begun if each not in own])
            return
        open_labels = [*begun, *(each for each in own[-1:] if each.row is None)]
        if open_labels:
            # Of two in one place the first has a row without figures, for the second has begun.
            max(reversed(open_labels), key=lambda label: label.start).row = number

    def _note_rival(self, mine: _Label, above: list[_Label]) -> None:
        """Note the label above a row's line, right of that on its line, whose figures these may be."""
        deeper = [
            each
            for each in above
            if each.start > mine.start and (each.level is None or each.level > (mine.level or 0))
        ]
        if deeper and mine.row is not None:
            self.rivals[mine.row] = mine, max(deeper, key=lambda label: label.start)

    def _settle_rivals(self) -> None:
        """Give rows to labels that go on below them; else a label has no figures of its own."""
        for number, (mine, other) in self.rivals.items():
            if other.below > number:
                mine.row, other.row = None, number
            elif not self.exact:
                self.broken.add(number)
        self.rivals = {}

    def goes_on(self, row: FigureLine) -> bool:
        """Whether a line behind the last row only goes on with what stands in it."""
        labels = (self._begun_at(text) and level_of(text.text) is None for text in row.texts)
        return self._is_rest(row) or (bool(row.texts) and not row.figures and all(labels))

    def _is_rest(self, row: FigureLine) -> bool:
        """Whether a line holds figures alone, and too few: a narrow cell breaks a long one."""
        texts = row.printed
        return 0 < len(texts) < self.width and all(map(FIGURE.fullmatch, texts))

    def _label_of(self, text: Fragment, before: Fragment | None) -> _Label:
        """Return the label that a text begins or goes on with."""
        level, blank, label = level_of(text.text), "", None
        if level is None:
            label = self._begun_at(text)
            if label is None and before is not None and text.start - before.end <= 1:
                label, blank = self._begun_at(before), " "
        if label is None:
            label = _Label(text.start, level, len(self.figures), [])
            self.labels.append(label)
        label.parts.append(blank + text.text)
        label.below = len(self.figures)
        return label

    def _begun_at(self, text: Fragment) -> _Label | None:
        """Return the last label whose lines begin where a text does."""
        near = (
            each
            for each in reversed(self.labels[-_MOST_OPEN:])
            if abs(each.start - text.start) <= SAME_PLACE
        )
        return next(near, None)

    def cells(self) -> Iterator[list[Cell]]:
        """Yield the rows; a label of several rows stands above the first of them, alone."""
        self._settle_rivals()
        of_rows = {label.row: label for label in self.labels if label.row is not None}
        above: dict[int, list[_Label]] = {}
        for label in self.labels:
            if label.row is None:
                above.setdefault(self._first_row_of(label, of_rows), []).append(label)
        for number, figures in enumerate([*self.figures, []]):
            for label in sorted(above.get(number, []), key=lambda label: label.start):
                yield [Cell("".join(label.parts)), Cell("", 1, self.width)]
            if figures:
                parts = of_rows[number].parts if number in of_rows else []
                yield [Cell("".join(parts)), *self._cells_of(number, figures)]

    def _cells_of(self, number: int, figures: list[str]) -> list[Cell]:
        if len(figures) == self.width and number not in self.broken:
            return [Cell(each) for each in figures]
        return [Cell(" ".join(figures), 1, self.width)]

    def _first_row_of(self, label: _Label, of_rows: dict[int, _Label]) -> int:
        """Return the first of the rows next to whose middle a label stands.

        It is the last one above that is numbered as the first of the level below the label's.
        """
        if label.level is None:
            return label.above
        firsts = (
            number
            for number, each in of_rows.items()
            if number <= label.above
            and each.level == label.level + 1
            and _FIRST.match(each.parts[0])
        )
        return max(firsts, default=label.above)


def _with_the_one_before(
    texts: list[Fragment],
) -> Iterator[tuple[Fragment | None, Fragment]]:
    return zip([None, *texts], texts, strict=False)


def level_of(text: str) -> int | None:
    """Return the level of the number with which a text begins, None where it begins with none."""
    return next((level for level, sign in enumerate(_LEVELS) if sign.match(text)), None)
