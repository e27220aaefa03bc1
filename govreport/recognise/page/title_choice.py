"""Finds the lines that are a report's title, and chooses among several."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from govreport.expressions import expression
from govreport.model.text import join_lines, one_line
from govreport.recognise.page.agencies import is_repeated
from govreport.recognise.page.furniture import furniture
from govreport.recognise.page.titles import (
    LONGEST_TITLE,
    agency_of,
    folded,
    is_document_number,
    is_title,
    may_be_office,
    names_agency,
    page_titles,
    without_prefix,
    without_tools,
    year_of,
)
from govreport.recognise.page.words import TITLE_NAMES, TITLED_KINDS
from govreport.recognise.sections.headings import is_bare
from govreport.recognise.streams.unit import Unit

_BORNE = 12
"""A line of so many characters within the page's own title is not just a column's name."""
_MOST_LINES = 4
# A class of letters with tones would be compiled once for each character of each label.
_GLOSS = r"(?:[(（]\w{1,6}[)）])*\s*"
_TITLE_LABEL = "".join(
    each + _GLOSS if each.isalpha() else each
    for each in f"(?:(?:{'|'.join(TITLED_KINDS)})?(?:{'|'.join(TITLE_NAMES)})|中文名)"
)
_TITLE_LABEL = (
    _TITLE_LABEL.replace("标", "[标標]").replace("题", "[题題]").replace("称", "[称稱]")
)
_LABELLED = expression(
    rf"\s*(?P<open>[【\[]\s*)?{_TITLE_LABEL}\s*(?(open)[】\]]\s*[:：]?|[:：\s])\s*(?P<title>\S.*)"
)
_BEFORE_CUT = expression(
    r"(?<!\d)(?P<year>20?\d{0,2}|二(?:[〇○零ＯO0][〇○零一二三四五六七八九]{0,2})?)$"
)
_BEHIND_CUT = expression(r"(?P<year>[〇○零ＯO一二三四五六七八九]{1,3}(?=年)|\d{0,3}(?!\d))")
_WHOLE_YEAR = expression(r"20\d\d|二[〇○零ＯO0][〇○零一二三四五六七八九]{2}")
_YEAR_ALONE = expression(r"[（(]?(?:20\d\d|二[〇○零ＯO0].{2})年?度?[)）]?")


class TitleLines:
    """Finds the titles among the units before the first section.

    `free` returns whether the unit at a position is still undecided; `parted` whether the
    source's structure separates two units.
    """

    def __init__(
        self,
        units: Sequence[Unit],
        free: Callable[[int], bool],
        page_title: str,
        parted: Callable[[int, int], bool],
    ) -> None:
        self._units = units
        self._free = free
        self._page_title = page_title
        self._parted = parted
        self._texts = [unit.text for unit in units if "。" in unit.text]
        self._joined: dict[range, str] = {}

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
        """Return the title that is the page's, is set as one, or is the fullest; else the first.

        A line that holds another title and more is that of the page. Titles of several years
        below one another are a list of links, and the last is above the text.
        """
        if len(runs) == 1:
            return runs[0]
        whole = [folded(self.joined(run)) for run in runs if names_all(self.joined(run))]

        def rank(run: range) -> tuple[bool, bool, bool, int, bool]:
            text = self.joined(run)
            plain = folded(text)
            named = (agency_of(text) is not None) + (year_of(text) is not None)
            borne = len(plain) > _BORNE and plain in folded(self._page_title)
            alone = not any(other != plain and other in plain for other in whole)
            # A title that names neither office nor year may be a column of the site.
            level = self._units[run[0]].level == 0 and named > 0
            return alone, borne, level, named, not self.label_of(run)

        ranks = [rank(run) for run in runs]
        best = max(ranks)
        equal = [run for run, each in zip(runs, ranks, strict=True) if each == best]
        years = {year_of(self.joined(run)) for run in equal}
        return equal[-1] if len(years) > 1 else equal[0]

    def joined(self, run: range) -> str:
        """Return a title's text in one line, without the page's additions."""
        text = self._joined.get(run)
        if text is None:
            text = self._joined[run] = self._in_one_line(run)
        return text

    def _in_one_line(self, run: range) -> str:
        if match := self.label_of(run):
            return one_line(match["title"], "the title")
        text = self._units[run[0]].text
        for index in run[1:]:
            line = self._units[index].text
            text = text + line if _is_cut_in_year(text, line) else join_lines(text, line)
        return without_page(one_line(text, "the title"))

    def adds(self, run: range) -> bool:
        """Whether the lines of a title hold more than the title: a label, buttons, a site."""
        texts = "".join(self._units[index].text for index in run)
        return folded(self.joined(run)) != folded(texts)

    def _run_at(self, index: int) -> range | None:
        """Return the units of a title that begins at `index`, None if none does."""
        if not self._free(index):
            return None
        if self.label_of(range(index, index + 1)):
            return range(index, index + 1)
        text = self._units[index].text
        if furniture(text):
            return None
        joined = without_tools(text)
        for end in range(index + 1, index + _MOST_LINES + 1):
            if is_title(without_page(one_line(joined, "a title"))):
                run = range(index, end)
                return self._with_year_below(run) if self._is_whole(run) else None
            if not self._may_go_on(joined, end):
                return None
            joined = f"{joined}\n{without_tools(self._units[end].text)}"
        return None

    def _with_year_below(self, run: range) -> range:
        """Return a title that names no year with the line below it that holds one alone."""
        longer = range(run.start, run.stop + 1)
        if not self._is_year_alone(run.stop) or self._is_year_alone(longer.stop):
            return run  # years one below the other are tabs of the page
        if not self._free(run.stop) or year_of(self.joined(run)) is not None:
            return run
        if self._parted(run[-1], run.stop):
            return run
        return longer if is_title(self.joined(longer)) else run

    def _is_year_alone(self, index: int) -> bool:
        """Whether a unit holds a year and nothing else."""
        if not 0 <= index < len(self._units):
            return False
        return bool(_YEAR_ALONE.fullmatch(folded(self._units[index].text)))

    def _may_go_on(self, joined: str, following: int) -> bool:
        """Whether lines may be the beginning of a title that goes on in the following one."""
        if len(joined) > LONGEST_TITLE or not is_bare(joined):
            return False
        return self._free(following) and not furniture(self._units[following].text)

    def _is_whole(self, run: range) -> bool:
        """Whether each line of a title belongs to it and not above it."""
        for start in reversed(run[1:]):
            if is_title(self.joined(range(start, run.stop))):
                return self._above(run.start, range(start, run.stop))
        return not any(self._parted(first, second) for first, second in pairwise(run))

    def _above(self, start: int, title: range) -> bool:
        """Whether the lines from `start` up to a title all belong to it."""
        for index in range(title.start - 1, start - 1, -1):
            if not self._belongs(index, title):
                return False
            title = range(index, title.stop)
        return True

    def _belongs(self, index: int, title: range) -> bool:
        """Whether a line above a title is its office, its year or its own first half."""
        line, text = self._units[index].text, self.joined(title)
        if self._parted(index, title.start):
            return False
        if _is_cut_in_year(line, text) or self._names_office(index, title):
            return True
        if year_of(text) is not None or year_of(line) is None or is_document_number(line):
            return False
        if self._is_year_alone(index):
            # Years one above the other are tabs of the page.
            return not self._is_year_alone(index - 1)
        return may_be_office(folded(line)) or is_title(folded(line) + "信息公开工作年度报告")

    def _names_office(self, index: int, title: range) -> bool:
        """Whether a line above a title names its office, or begins the name of it."""
        line, text = self._units[index].text, self.joined(title)
        agency = agency_of(text)
        if agency is None:
            named = names_agency(line) or is_repeated(line, self._texts)
            return named and folded(line) not in folded(text)
        both = agency_of(self.joined(range(index, title.stop)))
        if both is None or both == agency:
            return False
        return names_agency(both) and is_repeated(both, self._texts)

    def label_of(self, run: range) -> re.Match[str] | None:
        """Return the match of a title after a label, as in 标题：…, else None."""
        match = _LABELLED.fullmatch(self._units[run[0]].text) if len(run) == 1 else None
        return match if match and is_title(match["title"]) else None


def _is_cut_in_year(line: str, title: str) -> bool:
    """Whether a line and the next are one line, cut within a year or before its 年."""
    before, behind = _BEFORE_CUT.search(folded(line)), _BEHIND_CUT.match(folded(title))
    if not before or not behind or not _WHOLE_YEAR.fullmatch(before["year"] + behind["year"]):
        return False
    return bool(behind["year"]) or folded(title).startswith("年")


def without_page(title: str) -> str:
    """Return a title without the page's additions to its line: buttons, the site, a column."""
    title = without_prefix(without_tools(title))
    for part in page_titles(title):
        rest = folded(title).replace(folded(part), "", 1)
        if rest and names_all(part) and not may_be_office(rest):
            return part
    return title


def names_all(title: str) -> bool:
    """Whether a line is a title that names both office and year."""
    return is_title(title) and agency_of(title) is not None and year_of(title) is not None
