"""Checks a report: runs every chosen rule."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from govreport.checks.examination import Examination, SumsBelow, Texts
from govreport.checks.finding import Findings
from govreport.checks.registry import chosen
from govreport.errors import require_language
from govreport.model.document import ReportDocument, require_report
from govreport.wording import Language

if TYPE_CHECKING:
    from govreport.parts import NamedDocument, ReportsBelow


def check(
    doc: ReportDocument,
    previous: ReportDocument | None = None,
    *,
    parts: "Iterable[NamedDocument] | ReportsBelow | None" = None,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    language: Language = "en",
) -> Findings:
    """Return a report's contradictions (errors) and doubts (warnings).

    `previous` is the same agency's report of the year before, for the rules `series`. `parts` are
    the reports that the document sums up, for the rules `parts`: documents, or pairs of a file's
    name and its document; use
    `reports_below` if there is a roster of offices. `select` and `ignore` are ids of rules or their beginnings (`"prose"`); `language` is "en" or "zh".
    Findings come rule by rule in the order of `rules()`. Raises `UnknownRuleError`,
    and `ReportError` where there is no such language.
    """
    require_language(language)
    require_report(doc, "check")
    if previous is not None:
        require_report(previous, "check")
    texts = Texts(doc)
    earlier = Texts(previous) if previous is not None else None
    below = _below(doc, parts) if parts is not None else None
    return findings_of(texts, earlier, below, select, ignore, language)


def findings_of(
    texts: Texts,
    earlier: Texts | None,
    below: SumsBelow | None,
    select: Iterable[str] | None,
    ignore: Iterable[str],
    language: Language,
) -> Findings:
    """Return the findings of the chosen rules in texts and sums that were read already."""
    return Findings(
        finding
        for rule in chosen(select, ignore)
        for finding in rule.function(Examination(rule, language, texts, earlier, below))
    )


def _below(doc: ReportDocument, parts: "Iterable[NamedDocument] | ReportsBelow") -> SumsBelow:
    from govreport.parts import ReportsBelow, reports_below

    if not isinstance(parts, ReportsBelow):
        parts = reports_below(parts, doc.agency, doc.year)
    return SumsBelow(doc, parts)
