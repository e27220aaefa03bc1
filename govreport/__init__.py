"""Read, hold, write and convert 政府信息公开工作年度报告, China's yearly disclosure reports.

`read` and `loads` give a `ReportDocument` from Word, HTML, pipe-delimited text, tab-indented text
or JSON; `write` and `dumps` render it as any of them; `convert` does both.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from govreport import version

if TYPE_CHECKING:
    from govreport.aggregation import Aggregation, aggregate
    from govreport.batch import Read, Reading, Unreadable, read_many
    from govreport.blank_forms import form
    from govreport.checks import Examination, Finding, Findings, Rule, check, rule, rules
    from govreport.conversion import convert, dumps, loads, read, read_all, to_docx, write
    from govreport.dataset.arrow import to_arrow, to_pandas, to_polars
    from govreport.dataset.extraction import Extraction
    from govreport.dataset.output import extract
    from govreport.dataset.overview import Overview, overview
    from govreport.dataset.rows import facts_of
    from govreport.detection import Format, WrittenFormat
    from govreport.difference import Difference, diff
    from govreport.errors import (
        FormError,
        InvalidDocumentError,
        LimitExceededError,
        MissingExtraError,
        ReportError,
        UnknownFormatError,
        UnknownRuleError,
        UnreadableSourceError,
        UnwritableDocumentError,
    )
    from govreport.forms.completion import Filling, FormFinding, fill
    from govreport.forms.reading import form_cells
    from govreport.limits import Limits
    from govreport.model import statute
    from govreport.model.concordance import Correspondence, concordance
    from govreport.model.diagnostics import Diagnostic
    from govreport.model.document import (
        Block,
        Heading,
        Paragraph,
        ReportDocument,
        Section,
        Source,
    )
    from govreport.model.facts import Fact
    from govreport.model.grid import Cell, Table
    from govreport.model.statutory import ExtraColumn, StatutoryRow, StatutoryTable
    from govreport.normalise import Change, normalize_text
    from govreport.normalization import Normalization, normalize, replay
    from govreport.parts import Contribution, Figure, ReportsBelow, read_roster, reports_below
    from govreport.printing import write_pdf
    from govreport.publishing.site import publish
    from govreport.sources import find_sources

__version__ = version.__version__

__all__ = [
    "Aggregation",
    "Block",
    "Cell",
    "Change",
    "Contribution",
    "Correspondence",
    "Diagnostic",
    "Difference",
    "Examination",
    "ExtraColumn",
    "Extraction",
    "Fact",
    "Figure",
    "Filling",
    "Finding",
    "Findings",
    "FormError",
    "FormFinding",
    "Format",
    "Heading",
    "InvalidDocumentError",
    "LimitExceededError",
    "Limits",
    "MissingExtraError",
    "Normalization",
    "Overview",
    "Paragraph",
    "Read",
    "Reading",
    "ReportDocument",
    "ReportError",
    "ReportsBelow",
    "Rule",
    "Section",
    "Source",
    "StatutoryRow",
    "StatutoryTable",
    "Table",
    "UnknownFormatError",
    "UnknownRuleError",
    "Unreadable",
    "UnreadableSourceError",
    "UnwritableDocumentError",
    "WrittenFormat",
    "aggregate",
    "check",
    "concordance",
    "convert",
    "diff",
    "dumps",
    "extract",
    "facts_of",
    "fill",
    "find_sources",
    "form",
    "form_cells",
    "loads",
    "normalize",
    "normalize_text",
    "overview",
    "publish",
    "read",
    "read_all",
    "read_many",
    "read_roster",
    "replay",
    "reports_below",
    "rule",
    "rules",
    "statute",
    "to_arrow",
    "to_docx",
    "to_pandas",
    "to_polars",
    "write",
    "write_pdf",
]

# Importing govreport loads nothing else: each name is fetched when it is first used. No module
# below has a public name, because its own import would replace that name.
_HOMES = {
    "aggregation": ("Aggregation", "aggregate"),
    "batch": ("Read", "Reading", "Unreadable", "read_many"),
    "blank_forms": ("form",),
    "checks": ("Examination", "Finding", "Findings", "Rule", "check", "rule", "rules"),
    "conversion": ("convert", "dumps", "loads", "read", "read_all", "to_docx", "write"),
    "dataset.arrow": ("to_arrow", "to_pandas", "to_polars"),
    "dataset.extraction": ("Extraction",),
    "dataset.output": ("extract",),
    "dataset.overview": ("Overview", "overview"),
    "dataset.rows": ("facts_of",),
    "detection": ("Format", "WrittenFormat"),
    "difference": ("Difference", "diff"),
    "errors": (
        "FormError",
        "InvalidDocumentError",
        "LimitExceededError",
        "MissingExtraError",
        "ReportError",
        "UnknownFormatError",
        "UnknownRuleError",
        "UnreadableSourceError",
        "UnwritableDocumentError",
    ),
    "forms.completion": ("Filling", "FormFinding", "fill"),
    "forms.reading": ("form_cells",),
    "limits": ("Limits",),
    "model.concordance": ("Correspondence", "concordance"),
    "model.diagnostics": ("Diagnostic",),
    "model.document": (
        "Block",
        "Heading",
        "Paragraph",
        "ReportDocument",
        "Section",
        "Source",
    ),
    "model.facts": ("Fact",),
    "model.grid": ("Cell", "Table"),
    "model.statutory": ("ExtraColumn", "StatutoryRow", "StatutoryTable"),
    "parts": ("Contribution", "Figure", "ReportsBelow", "read_roster", "reports_below"),
    "printing": ("write_pdf",),
    "publishing.site": ("publish",),
    "sources": ("find_sources",),
    "normalise": ("Change", "normalize_text"),
    "normalization": ("Normalization", "normalize", "replay"),
}


_MODULES = {"statute": "model.statute"}
"""Public names that are modules."""


# It is hidden from type checkers, because it would accept any name, even a misspelt one.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name in _MODULES:
            return import_module(f"govreport.{_MODULES[name]}")
        for home, names in _HOMES.items():
            if name in names:
                value = getattr(import_module(f"govreport.{home}"), name)
                globals()[name] = value
                return value
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
