"""Comparing two reports: two years of one agency, or two versions of one report."""

from govreport.difference.changes import (
    Difference,
    Edit,
    FactChange,
    FieldChange,
    SectionChange,
    TextChange,
)
from govreport.difference.comparing import diff

__all__ = [
    "Difference",
    "Edit",
    "FactChange",
    "FieldChange",
    "SectionChange",
    "TextChange",
    "diff",
]
