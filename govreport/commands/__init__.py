"""The commands that print in several forms: `check` and `diff`."""

from govreport.commands.check import add_check
from govreport.commands.difference import add_diff

__all__ = ["add_check", "add_diff"]
