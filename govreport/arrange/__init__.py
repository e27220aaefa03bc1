"""The inverse of the recogniser: lays out a report as neutral blocks, as in the official form."""

from govreport.arrange.document import arrange, as_it_stands, unmarked

__all__ = ["arrange", "as_it_stands", "unmarked"]
