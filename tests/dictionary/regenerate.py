"""Write the dictionary of keys again: `python -m tests.dictionary.regenerate`."""

from pathlib import Path

import govreport.dictionary as dictionary
from govreport.wording import Language

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES: dict[Language, Path] = {
    "en": DOCS / "dictionary.md",
    "zh": DOCS / "dictionary.zh-CN.md",
}
CODE_LIST = Path(dictionary.__file__).with_name("statutory-cells.csv")


def main() -> None:
    """Write the pages and the code list from the statute's layout."""
    for language, page in PAGES.items():
        page.write_text(dictionary.as_markdown(language), "utf-8")
    CODE_LIST.write_bytes(dictionary.as_csv().encode("utf-8"))


if __name__ == "__main__":
    main()
