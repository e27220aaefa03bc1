"""The mirror of the recogniser: a report laid out as neutral blocks, as the official form has it."""

from govreport.arrange.document import arrange, as_it_stands, unmarked

__all__ = ["arrange", "as_it_stands", "unmarked"]
