"""Read, hold, write and convert 政府信息公开工作年度报告, China's yearly disclosure reports.

`read` and `loads` give a `ReportDocument` from Word, HTML, pipe-delimited text, tab-indented text
or JSON; `write` and `dumps` render it as any of them; `convert` does both.
"""

from govreport.convert import convert, dumps, loads, read, read_all, write
from govreport.errors import (
    InvalidDocumentError,
    LimitExceededError,
    ReportError,
    UnknownFormatError,
    UnreadableSourceError,
    UnwritableDocumentError,
)
from govreport.limits import Limits
from govreport.model.diagnostics import Diagnostic
from govreport.model.document import (
    Block,
    Fact,
    Heading,
    Paragraph,
    ReportDocument,
    Section,
    Source,
)
from govreport.model.grid import Cell, Table
from govreport.model.statutory import ExtraColumn, StatutoryRow, StatutoryTable

__version__ = "0.1.0"

__all__ = [
    "Block",
    "Cell",
    "Diagnostic",
    "ExtraColumn",
    "Fact",
    "Heading",
    "InvalidDocumentError",
    "LimitExceededError",
    "Limits",
    "Paragraph",
    "ReportDocument",
    "ReportError",
    "Section",
    "Source",
    "StatutoryRow",
    "StatutoryTable",
    "Table",
    "UnknownFormatError",
    "UnreadableSourceError",
    "UnwritableDocumentError",
    "convert",
    "dumps",
    "loads",
    "read",
    "read_all",
    "write",
]
