"""Convert every report of a folder to Word; what cannot be read is named and costs no other.

python examples/convert_folder.py reports converted
"""

import sys
from pathlib import Path

import govreport
from govreport import Read, Unreadable


def convert_folder(source: str, target: Path) -> int:
    """Write each report below `source` as Word into `target`; return how many were not read."""
    target.mkdir(parents=True, exist_ok=True)
    failed = 0
    for reading in govreport.read_many(govreport.find_sources([source]), processes=2):
        match reading:
            case Read(document=document):
                name = str(reading.source).replace("/", "_").replace("\\", "_")
                govreport.write(document, target / f"{name}.docx")
            case Unreadable(error=error):
                failed += 1
                print(f"{reading.source}: {error}", file=sys.stderr)
    return failed


if __name__ == "__main__":  # processes are started afresh on Windows and macOS
    sys.exit(min(convert_folder(sys.argv[1], Path(sys.argv[2])), 1))
