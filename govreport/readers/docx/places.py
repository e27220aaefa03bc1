"""The state of the walk over the tree: the flow, paragraph, table and run that take contents."""

from typing import NamedTuple

from lxml import etree

from govreport.limits import Limits
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.readers.docx.fields import Fields
from govreport.readers.docx.flow import ParagraphDraft, WordFlow
from govreport.readers.docx.formatting import PLAIN, UNFORMATTED, Formatting, ShownRun
from govreport.readers.docx.package import Package
from govreport.readers.docx.styles_xml import Styles
from govreport.readers.docx.table_xml import WordTableDraft

_QUOTED = 200


class _Place(NamedTuple):
    """The targets of texts at one place, kept while the walk is inside another."""

    flow: WordFlow
    paragraph: ParagraphDraft | None
    table: WordTableDraft | None
    cell_formatting: Formatting
    shown: ShownRun


class Places:
    """The state of one walk.

    Places inside places (a cell in a table, a text box in a paragraph) are kept on a stack of
    their own, so nesting costs no recursion. `_cell_formatting` is the formatting of runs here by
    the style of the table, `_shown` how the current run is shown, and `_sink` the list that takes
    the texts here.
    """

    def __init__(self, package: Package, root: etree._Element, limits: Limits) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._package = package
        # The main part's name may have any length, and each diagnostic holds it.
        self._main_name = package.main_name[:_QUOTED]
        self._limits = limits
        self._styles = Styles(package.side_part("styles"), package.table_styles)
        self._fields = Fields(root)
        self._root = root
        self._body = self._flow = WordFlow()
        self._paragraph: ParagraphDraft | None = None
        self._table: WordTableDraft | None = None
        self._cell_formatting = UNFORMATTED
        self._shown = PLAIN
        self._stack: list[_Place] = []
        self._sink = self._flow.stray
        self._paragraphs_met = 0

    def _enter(self) -> None:
        place = _Place(
            self._flow, self._paragraph, self._table, self._cell_formatting, self._shown
        )
        self._stack.append(place)

    def _enter_flow(self, flow: WordFlow, formatting: Formatting = UNFORMATTED) -> None:
        """Enter a cell or a text box, whose texts make a flow of their own."""
        self._enter()
        self._flow = flow
        self._paragraph = None
        self._table = None
        self._cell_formatting = formatting
        self._shown = PLAIN
        self._choose_sink()

    def _leave(self) -> None:
        (
            self._flow,
            self._paragraph,
            self._table,
            self._cell_formatting,
            self._shown,
        ) = self._stack.pop()
        self._choose_sink()

    def _choose_sink(self) -> None:
        """Point `_sink` to the list that takes the texts at this place."""
        paragraph = self._paragraph
        if paragraph is None:
            self._sink = self._flow.stray
        elif self._shown.hidden or self._fields.in_code:
            self._sink = paragraph.hidden
        elif self._shown.struck:
            self._sink = paragraph.deleted
        else:
            self._sink = paragraph.texts

    def _report(self, code: str, text: str = "", message: str = "") -> None:
        self.diagnostics.append(diagnostic(code, self._where(), text, message))

    def _where(self) -> str:
        return f"{self._main_name}, paragraph {self._paragraphs_met}"
