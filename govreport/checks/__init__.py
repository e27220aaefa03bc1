"""Checking a report: does it contradict itself, its form, its own prose, or last year's report?

A rule is one function with a stable id, registered by the decorator `rule`; the library's own
are in `arithmetic`, `tables`, `sections`, `names`, `prose`, `texts`, `series` and `parts`. Their
messages are in `govreport.wording`, in Chinese and in English.
"""

# Each module registers its rules when it is imported; their order here is that of `rules()`.
from govreport.checks import arithmetic, tables, sections, names, prose  # noqa: F401, I001
from govreport.checks import texts, series, parts  # noqa: F401
from govreport.checks.checking import check
from govreport.checks.examination import Examination, Rule
from govreport.checks.finding import Finding, Findings, Operand, Place
from govreport.checks.registry import rule, rules

__all__ = [
    "Examination",
    "Finding",
    "Findings",
    "Operand",
    "Place",
    "Rule",
    "check",
    "rule",
    "rules",
]
