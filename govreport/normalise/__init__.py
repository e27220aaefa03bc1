"""Normalising: damage that mirrors and scrapers did to a text, repaired step by step.

Reading never alters prose. Normalising is the user's own step, and accounts for every change.
"""

from govreport.normalise.changes import Change
from govreport.normalise.driver import STEPS, Normalization, normalize, normalize_text, replay

__all__ = ["STEPS", "Change", "Normalization", "normalize", "normalize_text", "replay"]
