"""Print the fixtures again: one virtual environment per extraction program, each given every page.

Run as `python -m tests.dialects.regenerate` in the project's environment; it installs the
programs from PyPI. The tests read what it wrote and need none of the programs.
"""

import argparse
import itertools
import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from govreport.model.document import ReportDocument
from govreport.model.values import read_value
from tests.dialects import pages, programs, sources
from tests.dialects.programs import Case, Program


def main() -> None:
    """Write the truth of every report, then what each program prints of its files."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.dialects.regenerate", description=(__doc__ or "").split("\n", 1)[0]
    )
    parser.add_argument(
        "programs",
        nargs="*",
        metavar="PROGRAM",
        help="name of a program, or name-version; all if none",
    )
    parser.add_argument(
        "--environments",
        type=Path,
        metavar="FOLDER",
        help="where the environments are made and kept for the next run; default: a temporary one",
    )
    arguments = parser.parse_args()
    wanted = [
        program
        for program in programs.PROGRAMS
        if not arguments.programs or {program.name, program.folder} & set(arguments.programs)
    ]
    if not wanted:
        known = ", ".join(program.folder for program in programs.PROGRAMS)
        parser.error(f"no such program; there are {known}")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        write_truth()
        write_sources(folder)
        for program in wanted:
            run(program, folder, arguments.environments or folder / "environments")


def write_truth() -> None:
    """Write each report's title, agency, year, sections and cells as JSON."""
    programs.TRUTH.mkdir(exist_ok=True)
    for name, document in sources.reports().items():
        text = json.dumps(truth(document), ensure_ascii=False, indent=1)
        (programs.TRUTH / f"{name}.json").write_bytes(f"{text}\n".encode())


def truth(document: ReportDocument) -> dict[str, object]:
    """Return what a reader has to find: a cell is what is printed in it, None if it is blank."""
    cells: dict[str, dict[str, dict[str, str | None]]] = {}
    for fact in document.facts():
        row = cells.setdefault(fact.table, {}).setdefault(fact.row, {})
        row[fact.column] = fact.text or None
        if fact.text and read_value(fact.text).doubtful:
            raise ValueError(f"{fact.text!r} is no cell of a report whose numbers are known")
    return {
        "title": document.title,
        "agency": document.agency,
        "year": document.year,
        "sections": [section.kind for section in document.sections],
        "cells": cells,
    }


def write_sources(folder: Path) -> None:
    """Write every report as a web page with each kind of cell and as a Word file."""
    for name, document in sources.reports().items():
        spanning = name.startswith("spanning")
        for cells in pages.CELLS:
            page = pages.web_page(document, cells, spanning=spanning)
            (folder / f"{name}.{cells}.html").write_text(page, "utf-8", newline="\n")
        (folder / f"{name}.docx").write_bytes(pages.word_file(document, spanning=spanning))


def run(program: Program, folder: Path, environments: Path) -> None:
    """Make a program's environment where it is not yet there, and let it do its cases."""
    python = environments / program.folder / "bin" / "python"
    if not python.exists():
        venv.create(python.parent.parent, with_pip=True)
        subprocess.run(
            [python, "-m", "pip", "install", "--quiet", *program.requirements], check=True
        )
    printed = programs.PRINTED / program.folder
    printed.mkdir(parents=True, exist_ok=True)
    for path in printed.iterdir():
        path.unlink()
    cases = (case for case in programs.cases() if case.program == program)
    # A process for each set of options: trafilatura remembers what it has printed.
    for options, given in itertools.groupby(cases, lambda case: case.options):
        jobs = [_job(case, folder) for case in given]
        sys.stdout.write(f"{program.folder} {options}: {len(jobs)} files\n")
        sys.stdout.flush()
        subprocess.run(
            [python, programs.FOLDER / "extract.py", program.name],
            input=json.dumps(jobs).encode(),
            check=True,
            cwd=folder,
        )


def _job(case: Case, folder: Path) -> dict[str, str]:
    suffix = "" if case.source == "docx" else ".html"
    source = folder / f"{case.report}.{case.source}{suffix}"
    return {"source": str(source), "target": str(case.path), "options": case.options}


if __name__ == "__main__":
    main()
