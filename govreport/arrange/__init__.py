"""The mirror of the recogniser: a report laid out as neutral blocks, as the official form has it."""

from govreport.arrange.document import arrange

__all__ = ["arrange"]
