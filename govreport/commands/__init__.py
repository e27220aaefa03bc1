"""The commands that stand apart from converting: `check`, `diff` and `extract`."""

from govreport.commands.check import add_check
from govreport.commands.difference import add_diff
from govreport.commands.extract import add_extract

__all__ = ["add_check", "add_diff", "add_extract"]
