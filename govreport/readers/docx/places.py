"""Where the walk over the tree stands: the flow, paragraph, table and run that take what is met."""

from lxml import etree

from govreport.limits import Limits
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.readers.docx.fields import Fields
from govreport.readers.docx.flow import Flow, Paragraph
from govreport.readers.docx.package import Package
from govreport.readers.docx.styles_xml import Styles
from govreport.readers.docx.table_xml import TableDraft


class Places:
    """The state of one walk.

    Places inside places (a cell in a table, a text box in a paragraph) are kept on a stack of
    their own, so nesting costs no recursion. `_sink` is the list that takes the texts met here.
    A handler sets `_skipped` where nothing below its element is to be read.
    """

    def __init__(self, package: Package, root: etree._Element, limits: Limits) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._package = package
        self._limits = limits
        self._styles = Styles(package.side_part("styles"))
        self._fields = Fields(root)
        self._root = root
        self._skipped = False
        self._body = self._flow = Flow()
        self._paragraph: Paragraph | None = None
        self._table: TableDraft | None = None
        self._run_hidden = False
        self._run_struck = False
        self._stack: list[tuple[Flow, Paragraph | None, TableDraft | None, bool]] = []
        self._sink = self._flow.stray
        self._paragraphs_met = 0

    def _enter(self) -> None:
        self._stack.append((self._flow, self._paragraph, self._table, self._run_hidden))

    def _leave(self) -> None:
        self._flow, self._paragraph, self._table, self._run_hidden = self._stack.pop()
        if self._paragraph is None:
            self._sink = self._flow.stray
        else:
            self._choose_sink()

    def _choose_sink(self) -> None:
        """Point `_sink` to the list that takes the texts met at this place."""
        paragraph = self._paragraph
        if paragraph is None:
            self._sink = self._flow.stray
        elif self._run_hidden or self._fields.in_code:
            self._sink = paragraph.hidden
        elif self._run_struck:
            self._sink = paragraph.deleted
        else:
            self._sink = paragraph.texts

    def _report(self, code: str, text: str = "", message: str = "") -> None:
        self.diagnostics.append(diagnostic(code, self._where(), text, message))

    def _where(self) -> str:
        return f"{self._package.main_name}, paragraph {self._paragraphs_met}"
