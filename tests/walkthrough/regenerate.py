"""Writes into the pages of the walk-through what its commands print: `python -m tests.walkthrough.regenerate`."""

import tempfile
from pathlib import Path

from tests.walkthrough.walking import DOCS, PAGES, walked


def main() -> None:
    """Walk both pages, each in an empty folder."""
    for page in PAGES.values():
        with tempfile.TemporaryDirectory() as folder:
            new = walked((DOCS / page).read_text("utf-8"), Path(folder))
        (DOCS / page).write_text(new, "utf-8")


if __name__ == "__main__":
    main()
