"""Which extraction programs are tried, with what each was given and how its text is read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
PRINTED = FOLDER / "printed"
TRUTH = FOLDER / "truth"

REPORTS = (
    "full-2019",
    "full-2021",
    "zeros-2021",
    "blanks-2019",
    "blanks-2021",
    "totals-2021",
    "spanning-2021",
    "values-2019",
    "values-2021",
)
_MAIN = ("full-2019", "full-2021", "blanks-2019", "blanks-2021")
_KINDS_OF_CELL = ("bare", "paragraphs", "word")

WORD_FILES = tuple((report, "docx") for report in REPORTS)
WEB_PAGES = (
    *((report, cells) for report in _MAIN for cells in _KINDS_OF_CELL),
    ("blanks-2019", "nbsp"),
    ("blanks-2021", "nbsp"),
    ("totals-2021", "nbsp"),
    ("full-2021", "mixed"),
    ("blanks-2019", "mixed"),
    ("blanks-2021", "mixed"),
    ("zeros-2021", "bare"),
    ("totals-2021", "word"),
    ("spanning-2021", "bare"),
    ("spanning-2021", "word"),
    ("values-2019", "paragraphs"),
    ("values-2021", "bare"),
)
_FEW_PAGES = (("full-2021", "paragraphs"), ("blanks-2021", "word"))

Sources = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Program:
    """A release of an extraction program and what it was given.

    `requirements` is what pip installs. `runs` pairs the options of a run (see `extract`) with
    the sources it was given, each a report and the kind of its cells, or "docx".
    """

    name: str
    version: str
    requirements: tuple[str, ...]
    runs: tuple[tuple[str, Sources], ...]

    @property
    def folder(self) -> str:
        """The folder of what it printed, and of its environment."""
        return f"{self.name}-{self.version}"


@dataclass(frozen=True)
class Case:
    """One run of one program on one source."""

    program: Program
    report: str
    source: str
    options: str

    @property
    def path(self) -> Path:
        """Where its printed text is."""
        suffix = ".html" if self.options == "html" else ".txt"
        options = f".{self.options}" if self.options and suffix == ".txt" else ""
        return PRINTED / self.program.folder / f"{self.report}.{self.source}{options}{suffix}"

    @property
    def name(self) -> str:
        """Its name in the tests: program, release, source and options."""
        return f"{self.program.folder}/{self.path.name}"

    @property
    def text(self) -> str:
        """What the program printed."""
        return self.path.read_text("utf-8")

    @property
    def format(self) -> str:
        """The format that reads it: pipe where lines begin or end with a bar, tab where none does.

        GitHub's Markdown has no spans, so pandoc writes such tables in it as HTML.
        """
        if self.options in ("html", "gfm"):
            return "html"
        return "pipe" if _BAR_AT_AN_END.search(self.text) else "tab"


_BAR_AT_AN_END = re.compile(r"^[ \t]*\||\|[ \t]*$", re.MULTILINE)


def _trafilatura(version: str, *beside: str, options: tuple[str, ...] = ()) -> Program:
    runs = (("", WEB_PAGES), *((each, _FEW_PAGES) for each in options))
    return Program("trafilatura", version, (f"trafilatura=={version}", *beside), runs)


# lxml 5.2 moved its HTML cleaner into a package of its own, lxml_html_clean.
_BEFORE_THE_CLEANER = ("lxml<5.2", "setuptools<81")
_WITH_THE_CLEANER = ("lxml_html_clean", "setuptools<81")
_EVERY_SOURCE = (*WEB_PAGES, *WORD_FILES)
# Pandoc keeps every style of a page pasted from Word where it writes markup: 50 kB each.
_LEAN_SOURCES = tuple(
    (report, source)
    for report, source in _EVERY_SOURCE
    if source != "word" or report in ("full-2021", "blanks-2021")
)

PROGRAMS = (
    _trafilatura("1.2.2", *_BEFORE_THE_CLEANER),
    _trafilatura("1.4.1", *_BEFORE_THE_CLEANER),
    _trafilatura("1.6.4", *_BEFORE_THE_CLEANER, options=("recall",)),
    _trafilatura("1.8.1", *_BEFORE_THE_CLEANER, options=("recall", "formatting")),
    _trafilatura("1.10.0", *_WITH_THE_CLEANER, options=("recall",)),
    _trafilatura("1.12.2", *_WITH_THE_CLEANER, options=("recall", "formatting", "deduplicate")),
    _trafilatura("2.0.0", *_WITH_THE_CLEANER, options=("recall", "markdown", "deduplicate")),
    _trafilatura("2.3.1", *_WITH_THE_CLEANER, options=("recall", "markdown", "deduplicate")),
    Program("extractous", "0.3.0", ("extractous==0.3.0",), (("", _EVERY_SOURCE),)),
    Program(
        "pypandoc_binary",
        "1.17",
        ("pypandoc_binary==1.17",),
        (("plain", _EVERY_SOURCE), ("gfm", _LEAN_SOURCES), ("html", _LEAN_SOURCES)),
    ),
    Program("markitdown", "0.1.8", ("markitdown[docx]==0.1.8",), (("", _EVERY_SOURCE),)),
    Program("html-text", "0.7.1", ("html-text==0.7.1",), (("", WEB_PAGES),)),
    Program("inscriptis", "2.7.6", ("inscriptis==2.7.6",), (("", WEB_PAGES),)),
    Program("docx2txt", "0.9", ("docx2txt==0.9",), (("", WORD_FILES),)),
)


def cases() -> Iterator[Case]:
    """Yield every case, program by program."""
    for program in PROGRAMS:
        for options, sources in program.runs:
            for report, source in sources:
                yield Case(program, report, source, options)
