"""Reports on pages of content systems are read whole and alone."""

from collections import Counter
from collections.abc import Callable

import pytest

from tests.pages_of_systems.judging import Counts, judged
from tests.pages_of_systems.shares import as_text, pages
from tests.pages_of_systems.systems import Page
from tests.sampling import deep

EXACT = ("title", "agency", "year", "lines back", "lines in place", "tables")
NEARLY = {
    "date": 0.95,
    "publisher": 0.95,
    "closing": 0.95,
    "furniture gone": 0.95,
    "blocks the report's": 0.97,
}


def counted(extract: Callable[[Page], str], seeds: range) -> tuple[Counts, list[str]]:
    total: Counts = Counter()
    wrong: list[str] = []
    for name, page in pages(seeds):
        counts, found = judged(page, extract(page), whole=extract is Page.whole)
        total += counts
        wrong += [f"{name}: {each}" for each in found]
    return total, wrong


@pytest.mark.parametrize("extract", [Page.whole, as_text])
@pytest.mark.parametrize("seeds", [range(901, 902), deep(range(900, 903))], ids=["one", "three"])
def test_no_line_is_lost_and_little_of_the_page_is_left(
    extract: Callable[[Page], str], seeds: range
) -> None:
    total, wrong = counted(extract, seeds)
    for measure in EXACT:
        assert total[measure] == total[f"{measure}/"] > 0, wrong
    for measure, share in NEARLY.items():
        assert total[measure] >= share * total[f"{measure}/"], wrong
