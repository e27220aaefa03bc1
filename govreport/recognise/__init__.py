"""Recognises the report in a stream of neutral blocks; the only stage that interprets them."""

from govreport.recognise.assembly import recognise, recognise_all

__all__ = ["recognise", "recognise_all"]
