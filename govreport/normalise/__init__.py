"""Normalising: repairs the damage that mirrors and scrapers do to a text, step by step.

Reading never alters prose. Normalising is the user's own step, and lists every change.
`driver` runs the modules of `steps` over the texts of a document; `govreport.normalization` has the
result read again.
"""

from govreport.normalise.changes import Change
from govreport.normalise.driver import STEPS, Normalization, normalize_text, repair

__all__ = ["STEPS", "Change", "Normalization", "normalize_text", "repair"]
