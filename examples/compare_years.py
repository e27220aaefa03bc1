"""Compare two years of an office: which numbers moved, what was copied, what does not add up.

python examples/compare_years.py report-2022.docx report-2023.docx
"""

import sys

import govreport
from govreport import statute


def label(cell: tuple[str, str, str]) -> str:
    """Return a cell's name as the form prints it."""
    table, row, column = cell
    of = next(
        each
        for each in statute.LAYOUTS
        if each.kind == table and row in {known.key for known in each.rows}
    )
    known = of.row(row)
    heads = {each.key: each.label for each in known.columns}
    return f"{known.labels[-1]} · {heads.get(column, column)}"


old, new = (govreport.read(path) for path in sys.argv[1:])
difference = govreport.diff(old, new)
for change in difference.facts:
    relative = "" if change.relative is None else f" ({change.relative:+.0%})"
    print(f"{label(change.cell)}: {change.old or '空白'} → {change.new or '空白'}{relative}")
print(f"原样照搬的文字占 {difference.copied_share:.0%}")
for finding in govreport.check(new, previous=old, language="zh"):
    print(f"{finding.severity}: {finding.message}")
