"""Write the dictionary of keys again: `python -m tests.dictionary.regenerate`."""

from pathlib import Path

import govreport.dictionary as dictionary

PAGE = Path(__file__).resolve().parents[2] / "docs" / "dictionary.md"
CODE_LIST = Path(dictionary.__file__).with_name("statutory-cells.csv")


def main() -> None:
    """Write the page and the code list from the statute's layout."""
    PAGE.write_text(dictionary.as_markdown(), "utf-8")
    CODE_LIST.write_bytes(dictionary.as_csv().encode("utf-8"))


if __name__ == "__main__":
    main()
