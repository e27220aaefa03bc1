"""The changes of normalising a report, summed up in a line and written as JSON."""

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import govreport
from govreport.command_line.messages import counted, say
from govreport.command_line.output import as_json
from govreport.model.document import ReportDocument
from govreport.targets import replace_file


def normalized(
    document: ReportDocument, options: argparse.Namespace, name: str = ""
) -> ReportDocument:
    """Return the repaired document; write the changes if requested, and print their number.

    `name` is that of the source, if there are several.
    """
    result = govreport.normalize(document, options.step)
    if options.changes == "-":
        print(_changes_as_json(result.changes), end="")
    elif options.changes:
        replace_file(Path(options.changes), _changes_as_json(result.changes).encode("utf-8"))
    found = Counter(one.code for one in result.findings)
    told = [counted(len(result.changes), "change")]
    told += [f"{count} {code} left" for code, count in found.most_common()]
    place = f"{name}: " if name else ""
    say(f"{place}{'; '.join(told)}", options.lang)
    return result.document


def _changes_as_json(changes: "Iterable[govreport.Change]") -> str:
    lines = ",\n".join(json.dumps(as_json(each), ensure_ascii=False) for each in changes)
    return f"[\n{lines}\n]\n" if lines else "[]\n"
