"""From neutral blocks to the report: the only reader of meaning, blind to formats."""

from govreport.recognise.assembly import recognise, recognise_all

__all__ = ["recognise", "recognise_all"]
