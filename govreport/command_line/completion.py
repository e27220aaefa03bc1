"""Completion of commands, options and files in the shell, by a script that shtab makes."""

import argparse
from collections.abc import Sequence
from typing import Any

from govreport.extras import optional

SHELLS = ("bash", "zsh", "tcsh")
_FILES = ("DATASET", "FILE", "FOLDER", "NEW", "OLD", "OUT", "REPORT", "SOURCE", "TARGET")
"""The names of arguments that are files."""


class PrintCompletion(argparse.Action):
    """Prints the script for a shell and ends, as `--help` does."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        _namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        _option: str | None = None,
    ) -> None:
        """Print the script; `MissingExtraError` without shtab."""
        shtab = optional("shtab", "completion")
        for each in _actions(parser):
            if each.metavar in _FILES:
                each.complete = shtab.FILE  # type: ignore[attr-defined]
        print(shtab.complete(parser, values))
        parser.exit()


def _actions(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """Return the actions of a parser and of its commands."""
    found = list(parser._actions)
    for action in tuple(found):
        if isinstance(action, argparse._SubParsersAction):
            found += [each for command in action.choices.values() for each in _actions(command)]
    return found
