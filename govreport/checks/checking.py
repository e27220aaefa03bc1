"""Checking a report: every chosen rule is asked what it finds."""

from collections.abc import Iterable

from govreport.checks.examination import Examination, Texts
from govreport.checks.finding import Findings
from govreport.checks.registry import chosen
from govreport.model.document import ReportDocument
from govreport.wording import Language


def check(
    doc: ReportDocument,
    previous: ReportDocument | None = None,
    *,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    language: Language = "en",
) -> Findings:
    """Return what contradicts itself in a report (errors) and what is in doubt (warnings).

    `previous` is the same agency's report of the year before, for the rules `series`. `select`
    and `ignore` are ids of rules or their beginnings (`"prose"`); `language` is "en" or "zh".
    Findings come rule by rule in the order of `rules()`. Raises `UnknownRuleError`.
    """
    texts = Texts(doc)
    earlier = Texts(previous) if previous is not None else None
    return Findings(
        finding
        for rule in chosen(select, ignore)
        for finding in rule.function(Examination(rule, language, texts, earlier))
    )
