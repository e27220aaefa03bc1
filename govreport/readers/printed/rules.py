"""Finds grids in rules: the cells that the lines on a page draw.

Rules that cross belong to one grid. Its cells are the rectangles that no rule divides.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import pairwise, product, starmap

from govreport.readers.printed.page import Box, PrintedRule

_SAME = 2.0
"""Rules this close are one; a table's lines are further apart than its double borders."""
_TOUCH = 3.0
"""Points by which rules may fall short of each other and still meet."""
_SHORTEST = 4.0


@dataclass(slots=True)
class GridCell:
    """A cell: the lines of the grid that it reaches from and to, and its place on the page."""

    row: int
    column: int
    last_row: int
    last_column: int
    box: Box


@dataclass(slots=True)
class Grid:
    """What the rules of one table draw: the edges of its columns and rows, and its cells."""

    columns: list[float]
    rows: list[float]
    cells: list[GridCell] = field(default_factory=list)

    @property
    def box(self) -> Box:
        """The frame of the grid."""
        return Box(self.columns[0], self.rows[0], self.columns[-1], self.rows[-1])


def grids_of(rules: list[PrintedRule]) -> list[Grid]:
    """Return the grids that rules draw, from the upper one down, except those of one cell."""
    across = _merged([rule for rule in rules if rule.across])
    down = _merged([rule for rule in rules if not rule.across])
    drawn = filter(None, starmap(_grid, _groups(across, down)))
    found = [grid for grid in drawn if len(grid.cells) > 1]
    return sorted(_outermost(found), key=lambda grid: (grid.rows[0], grid.columns[0]))


def _outermost(grids: list[Grid]) -> list[Grid]:
    """Return the grids that do not lie within another one."""
    kept: list[Grid] = []
    for grid in sorted(grids, key=lambda each: -each.box.width * each.box.height):
        middle = (grid.box.across, grid.box.down)
        if not any(other.box.holds(*middle) and _within(grid.box, other.box) for other in kept):
            kept.append(grid)
    return kept


def _within(inner: Box, outer: Box) -> bool:
    return (
        inner.left >= outer.left - _SAME
        and inner.right <= outer.right + _SAME
        and inner.top >= outer.top - _SAME
        and inner.bottom <= outer.bottom + _SAME
    )


def _merged(rules: list[PrintedRule]) -> list[PrintedRule]:
    """Return rules of one direction, with those in line and touching joined."""
    merged: list[PrintedRule] = []
    rules = sorted(rules, key=lambda rule: rule.at)
    start = 0
    while start < len(rules):
        end = start + 1
        while end < len(rules) and rules[end].at - rules[end - 1].at <= _SAME / 2:
            end += 1
        merged += _in_line(sorted(rules[start:end], key=lambda rule: rule.start))
        start = end
    return [rule for rule in merged if rule.end - rule.start >= _SHORTEST]


def _in_line(rules: list[PrintedRule]) -> list[PrintedRule]:
    found: list[PrintedRule] = []
    for rule in rules:
        if found and rule.start <= found[-1].end + _TOUCH:
            last = found[-1]
            longer = last if last.end - last.start >= rule.end - rule.start else rule
            found[-1] = PrintedRule(rule.across, longer.at, last.start, max(last.end, rule.end))
        else:
            found.append(rule)
    return found


def _groups(
    across: list[PrintedRule], down: list[PrintedRule]
) -> list[tuple[list[PrintedRule], list[PrintedRule]]]:
    """Return the groups of connected rules, each as those across and those down."""
    across = sorted(across, key=lambda rule: rule.at)
    groups: dict[int, tuple[list[PrintedRule], list[PrintedRule]]] = {}
    for number, rule in zip(_joined(across, down), [*across, *down], strict=True):
        groups.setdefault(number, ([], []))[0 if rule.across else 1].append(rule)
    whole = [group for group in groups.values() if group[0] and group[1]]
    for group in groups.values():
        if not group[0]:
            _add_alone(group[1], whole)
    return whole


def _joined(across: list[PrintedRule], down: list[PrintedRule]) -> list[int]:
    """Return a number for each rule, the same for those that cross, be it through others."""
    places = [rule.at for rule in across]
    parent = list(range(len(across) + len(down)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for position, rule in enumerate(down, len(across)):
        first = bisect_left(places, rule.start - _TOUCH)
        last = bisect_right(places, rule.end + _TOUCH)
        for number in range(first, last):
            other = across[number]
            if other.start - _TOUCH <= rule.at <= other.end + _TOUCH:
                parent[root(number)] = root(position)
    return list(map(root, range(len(parent))))


def _add_alone(
    sides: list[PrintedRule], groups: list[tuple[list[PrintedRule], list[PrintedRule]]]
) -> None:
    """Add sides that cross nothing to the group next to them.

    A merged cell that began on an earlier page has such a side.
    """
    for side in sides:
        for across, down in groups:
            top = min(min(rule.start for rule in down), across[0].at)
            bottom = max(max(rule.end for rule in down), across[-1].at)
            shared = min(side.end, bottom) - max(side.start, top)
            if shared > 0.6 * (side.end - side.start):
                down.append(side)
                break


def _grid(across: list[PrintedRule], down: list[PrintedRule]) -> Grid | None:
    """Return the grid of a group, with its frame closed, as the end of a page may cut it."""
    columns = _places(_with_ends(down, across))
    rows = _places(_with_ends(across, down))
    if len(columns) < 2 or len(rows) < 2:
        return None
    walls = _drawn(down, columns, rows)
    floors = _drawn(across, rows, columns)
    return Grid(columns, rows, _cells(columns, rows, walls, floors))


def _with_ends(rules: list[PrintedRule], crossing: list[PrintedRule]) -> list[float]:
    """Return where rules of one direction are, and the outermost ends of those that cross them."""
    at = [rule.at for rule in rules]
    first = min(at + [rule.start for rule in crossing])
    return [*at, first, max(at + [rule.end for rule in crossing])]


def _places(stated: list[float]) -> list[float]:
    """Return the positions of the lines of a grid, with equal ones joined."""
    groups: list[list[float]] = []
    for place in sorted(stated):
        if groups and place - groups[-1][-1] <= _SAME:
            groups[-1].append(place)
        else:
            groups.append([place])
    return [sum(group) / len(group) for group in groups]


def _drawn(rules: list[PrintedRule], lines: list[float], others: list[float]) -> list[list[bool]]:
    """Return for each line of a grid the other lines between which a rule is drawn."""
    drawn = [[False] * (len(others) - 1) for _ in lines]
    middles = [(start + end) / 2 for start, end in pairwise(others)]
    for rule in rules:
        number = min(range(len(lines)), key=lambda each: abs(lines[each] - rule.at))
        first = bisect_left(middles, rule.start)
        last = bisect_right(middles, rule.end)
        for position in range(first, last):
            drawn[number][position] = True
    return drawn


def _cells(
    columns: list[float], rows: list[float], walls: list[list[bool]], floors: list[list[bool]]
) -> list[GridCell]:
    """Return the rectangles that no rule divides, row by row."""
    taken = [[False] * (len(columns) - 1) for _ in range(len(rows) - 1)]
    cells: list[GridCell] = []
    for row, column in product(range(len(rows) - 1), range(len(columns) - 1)):
        if taken[row][column]:
            continue
        right = column + 1
        while right < len(columns) - 1 and not (walls[right][row] or taken[row][right]):
            right += 1
        low = row + 1
        while low < len(rows) - 1 and _is_open(low, column, right, walls, floors, taken):
            low += 1
        for line in taken[row:low]:
            line[column:right] = [True] * (right - column)
        box = Box(columns[column], rows[row], columns[right], rows[low])
        cells.append(GridCell(row, column, low, right, box))
    return cells


def _is_open(
    low: int,
    column: int,
    right: int,
    walls: list[list[bool]],
    floors: list[list[bool]],
    taken: list[list[bool]],
) -> bool:
    """Whether a cell continues below a line of the grid: nothing is drawn there, nor divided."""
    return not (
        any(floors[low][column:right])
        or any(taken[low][column:right])
        or any(walls[inner][low] for inner in range(column + 1, right))
    )
