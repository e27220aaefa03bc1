"""Reads sources with the govreport of the interpreter that runs it: `reading.py LIST RESULTS`.

It imports only the standard library and govreport's public names, so that an older
version can be run as well. LIST holds a line of JSON a source, RESULTS one of what was read.
"""

import json
import signal
import sys
from pathlib import Path
from typing import Any

import govreport

SECONDS = 60
"""The most that one source may take; a version that takes longer is reported, not waited for."""


class TooLongError(Exception):
    """A source took longer than `SECONDS`."""


def main() -> None:
    """Read every source of the list and write what came of each."""
    signal.signal(signal.SIGALRM, _stop)
    with Path(sys.argv[1]).open() as listed, Path(sys.argv[2]).open("w") as results:
        for line in listed:
            source = json.loads(line)
            results.write(json.dumps(_outcome(source["path"], source["format"])) + "\n")


def _stop(number: int, frame: object) -> None:
    raise TooLongError(f"not done after {SECONDS} s")


def _outcome(path: str, format: str | None) -> dict[str, Any]:
    signal.alarm(SECONDS)
    try:
        documents = govreport.read_all(path, format)
        return {"documents": [_everything(document) for document in documents]}
    except Exception as error:
        known = isinstance(error, govreport.ReportError)
        return {"error": type(error).__name__, "message": str(error)[:500], "crash": not known}
    finally:
        signal.alarm(0)


def _everything(document: Any) -> dict[str, Any]:
    """Return a document as JSON, its facts, and the labels of its statutory tables.

    The JSON names the cells of such a table by their keys, so it does not hold its labels.
    """
    facts = [
        [fact.table, fact.row, fact.column, _number(fact.value), fact.text, fact.unit]
        for fact in document.facts()
    ]
    layouts = [block.layout for block in document.blocks() if hasattr(block, "layout")]
    labels = [label for layout in layouts for row in layout.rows for label in row.labels]
    labels += [
        column.label for layout in layouts for row in layout.rows for column in row.columns
    ]
    form = json.loads(govreport.dumps(document, "json"))
    return {"document": form, "facts": facts, "labels": labels}


def _number(value: object) -> str | None:
    return None if value is None else str(value)


if __name__ == "__main__":
    main()
