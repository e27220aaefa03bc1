"""Tables that were written by hand, as people write them who know no form: sources and their truth.

A case of `written/*.txt` is a line `=== format: name`, the source, a line `---`, and what may be
read: `row: number ...` with a number for each column of the form's row in its order, `.` where the
cell must stay open (for table 2 after its edition); a cell that no line names must stay open, too.
`+ text` is a text that must not be lost. In a source `@2` stands for the heading of section two.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from govreport.model import statute
from tests.shapes.drawing import TITLE, heading_of
from tests.shapes.judging import Judgement, judged_by
from tests.shapes.sheets import Key

FOLDER = Path(__file__).parent / "written"


@dataclass(frozen=True)
class Written:
    """A source that was written by hand, what may be read of it, and what must not be lost."""

    name: str
    format: str
    source: bytes
    truth: dict[Key, set[Decimal]]
    markers: frozenset[str]

    def judged(self) -> Judgement:
        """Return how the source is read."""
        return judged_by(self.source, self.format, self.truth, self.markers)


def cases() -> Iterator[Written]:
    """Yield the cases of every file."""
    for path in sorted(FOLDER.glob("*.txt")):
        for text in path.read_text("utf-8").split("=== ")[1:]:
            yield _case(text)


def _case(text: str) -> Written:
    head, _, rest = text.partition("\n")
    kind, _, name = head.partition(": ")
    source, _, truth = rest.partition("\n---\n")
    shown = "\n".join(_expanded(line) for line in source.split("\n"))
    values: dict[Key, set[Decimal]] = {}
    markers = set()
    for line in filter(None, truth.split("\n")):
        if line.startswith("+ "):
            markers.add(line[2:])
        else:
            values.update(_row(line))
    title = f"<h1>{TITLE}</h1>" if kind == "html" else f"{TITLE}\n"
    whole = f"{title}\n{shown}\n"
    return Written(name, kind, whole.encode(), values, frozenset(markers))


def _expanded(line: str) -> str:
    if not line.startswith("@"):
        return line
    return heading_of(list(statute.SECTION_HEADINGS)[int(line[1:]) - 1])


def _row(line: str) -> Iterator[tuple[Key, set[Decimal]]]:
    label, _, numbers = line.partition(": ")
    *edition, key = label.split()
    for layout in statute.LAYOUTS:
        for row in layout.rows:
            wanted = layout.edition == int(edition[0]) if edition else layout.kind != TABLE_TWO
            if row.key == key and wanted:
                for column, number in zip(row.columns, numbers.split(), strict=True):
                    if number != ".":
                        yield (layout.kind, key, column.key), {Decimal(number)}


TABLE_TWO = "proactive_disclosure"
