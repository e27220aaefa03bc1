"""Lines that are a report's title, and which of several is."""

import re
from collections.abc import Callable, Sequence

from govreport.model.text import join_lines, one_line
from govreport.recognise.page.furniture import furniture
from govreport.recognise.page.property_labels import TITLES
from govreport.recognise.page.titles import (
    LONGEST_TITLE,
    agency_of,
    folded,
    is_document_number,
    is_title,
    names_agency,
    year_of,
)
from govreport.recognise.sections.headings import is_bare
from govreport.recognise.units import Unit

_BORNE = 12
"""Characters from which a line that the page's own title holds is no mere name of a column."""

_TITLE_LABEL = "(?:" + "|".join(r"\s*".join(label) for label in TITLES) + ")"
_LABELLED = re.compile(
    rf"\s*(?:{_TITLE_LABEL}\s*[:：\s]|[【\[]\s*{_TITLE_LABEL}\s*[】\]]\s*[:：]?)\s*(?P<title>\S.*)"
)


class TitleLines:
    """Finds the titles among the units before the first section.

    `free` tells of a unit, by its position, whether nothing is decided of it yet.
    """

    def __init__(
        self, units: Sequence[Unit], free: Callable[[int], bool], page_title: str
    ) -> None:
        self._units = units
        self._free = free
        self._page_title = page_title

    def runs(self, zone: int) -> list[range]:
        """Return the units of each title that begins before the position `zone`."""
        runs = []
        index = 0
        while index < zone:
            if run := self._run_at(index):
                runs.append(run)
                index = run[-1]
            index += 1
        return runs

    def best(self, runs: list[range]) -> range:
        """Return the title that the page bears, is set as one, or names most; else the first.

        Titles of several years one below the other are a list of links, and the last stands
        above the text.
        """

        def rank(run: range) -> tuple[bool, bool, int, bool]:
            text = self.joined(run)
            named = (agency_of(text) is not None) + (year_of(text) is not None)
            borne = len(folded(text)) > _BORNE and folded(text) in folded(self._page_title)
            return borne, self._units[run[0]].level == 0, named, not self.label_of(run)

        ranks = [rank(run) for run in runs]
        best = max(ranks)
        equal = [run for run, each in zip(runs, ranks, strict=True) if each == best]
        years = {year_of(self.joined(run)) for run in equal}
        return equal[-1] if len(years) > 1 else equal[0]

    def joined(self, run: range) -> str:
        """Return a title's text in one line, without the label of a list of properties."""
        if match := self.label_of(run):
            return one_line(match["title"], "the title")
        text = self._units[run[0]].text
        for index in run[1:]:
            text = join_lines(text, self._units[index].text)
        return one_line(text, "the title")

    def _run_at(self, index: int) -> range | None:
        """Return the units that make up a title which begins at `index`, None if none does."""
        if not self._free(index):
            return None
        text = self._units[index].text
        if (match := _LABELLED.fullmatch(text)) and is_title(match["title"]):
            return range(index, index + 1)
        if furniture(text):
            return None
        joined = text
        for end in range(index + 1, index + 4):
            if is_title(one_line(joined, "a title")):
                run = range(index, end)
                return self._without_text_before(run)
            if not self._free(end) or len(joined) > LONGEST_TITLE or not is_bare(joined):
                return None
            if furniture(self._units[end].text):
                return None
            joined = f"{joined}\n{self._units[end].text}"
        return None

    def _without_text_before(self, run: range) -> range | None:
        """Refuse a title of several lines whose last is one alone, unless the first belongs to it.

        An agency above its title does, and so does a first half that breaks inside a word.
        """
        last = self._units[run[-1]].text
        if len(run) == 1 or not is_title(last):
            return run
        first = self._units[run[0]].text
        belongs = names_agency(first) or (
            year_of(first) is not None and not is_document_number(first)
        )
        return run if len(run) == 2 and belongs and folded(first) not in folded(last) else None

    def label_of(self, run: range) -> re.Match[str] | None:
        """Return the match of a title that stands behind a label, as in 标题：…, else None."""
        match = _LABELLED.fullmatch(self._units[run[0]].text) if len(run) == 1 else None
        return match if match and is_title(match["title"]) else None
