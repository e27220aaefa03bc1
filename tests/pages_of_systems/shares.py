"""Prints how much of reports on pages of content systems comes back: python -m tests.pages_of_systems.shares

`--wrong N` lists what is not right of the first N pages that have any; `--text` judges the texts
that BeautifulSoup's get_text makes of the same pages, `--trafilatura` those of trafilatura.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator

from bs4 import BeautifulSoup

from tests.pages_of_systems.judging import Counts, judged
from tests.pages_of_systems.markup import STYLES
from tests.pages_of_systems.reports import invented
from tests.pages_of_systems.systems import SYSTEMS, Page, page_of

MEASURES = (
    "title", "agency", "year", "date", "publisher", "closing", "lines back", "lines in place", "headings",
    "furniture gone", "blocks the report's", "tables",
)  # fmt: skip


def pages(seeds: range) -> Iterator[tuple[str, Page]]:
    """Yield pages by name: each report in each style, on each system in turn."""
    number = 0
    for seed in seeds:
        report = invented(seed, tables=bool(seed % 2))
        for style in STYLES:
            for turn in range(2):
                system = SYSTEMS[(number * 2 + turn * 7) % len(SYSTEMS)]
                name = f"{seed} {style.__name__} {system.__name__}"
                yield name, page_of(system, report, style(report), seed)
            number += 1


def as_text(page: Page) -> str:
    """Return the text of a page as BeautifulSoup gives it, a line a string."""
    soup = BeautifulSoup(page.whole(), "lxml")
    for unseen in soup(["script", "style"]):
        unseen.decompose()
    return soup.get_text("\n", strip=True)


def as_trafilatura(page: Page) -> str:
    """Return the text of a page as trafilatura extracts it; the empty text where it finds none."""
    from trafilatura import extract

    return extract(page.whole(), include_tables=True, favor_recall=True) or ""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=8)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--wrong", type=int, default=0)
    parser.add_argument("--text", action="store_true")
    parser.add_argument("--trafilatura", action="store_true")
    options = parser.parse_args()
    extract: Callable[[Page], str] = Page.whole
    if options.text or options.trafilatura:
        extract = as_text if options.text else as_trafilatura
    total: Counts = Counter()
    number = 0
    for name, page in pages(range(options.first, options.first + options.seeds)):
        source = extract(page)
        number += 1
        if source:
            counts, wrong = judged(page, source, whole=extract is Page.whole)
            total += counts
            if wrong and options.wrong > 0:
                options.wrong -= 1
                sys.stdout.write(f"{name}\n" + "".join(f"    {each}\n" for each in wrong))
    sys.stdout.write(f"{number} pages\n")
    for measure in MEASURES:
        if every := total[measure + "/"]:
            sys.stdout.write(
                f"| {measure} | {total[measure]} of {every} | {total[measure] / every:.1%} |\n"
            )


if __name__ == "__main__":
    main()
