"""The commands that stand apart from converting: `check`, `diff`, `extract`, `overview`."""

from govreport.commands.check import add_check
from govreport.commands.difference import add_diff
from govreport.commands.extract import add_extract
from govreport.commands.overview import add_overview

__all__ = ["add_check", "add_diff", "add_extract", "add_overview"]
