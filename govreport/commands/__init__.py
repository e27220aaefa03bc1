"""The commands that print in several forms."""

from govreport.commands.check import add_check

__all__ = ["add_check"]
