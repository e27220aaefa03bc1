"""The parser of the command line: `argparse`, with its own words and the help in both languages.

The texts in the calls are English; they are looked up in the catalogue when help or an error is
printed, so that other runs do not load it.
"""

import argparse
import sys
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, NoReturn

from govreport.command_line.terminal import padded, terminal_width, text_width, wrapped
from govreport.wording import Language, localized

_WIDEST_HEADER = 30
_SHORTEST_HELP = 20
_WIDTH_UNSHOWN = 80


class Parser(argparse.ArgumentParser):
    """A parser that prints help and errors in one language."""

    def __init__(self, *, language: Language = "en", **options: Any) -> None:
        self.language = language
        # The parser also uses its formatter while it is built, which needs no Chinese and no terminal.
        options["formatter_class"] = partial(_Formatter, language="en", width=_WIDTH_UNSHOWN)
        super().__init__(**options)

    def format_usage(self) -> str:
        """Return the usage of the command."""
        self.formatter_class = partial(_Formatter, language=self.language)
        return super().format_usage()

    def format_help(self) -> str:
        """Return the help."""
        self.formatter_class = partial(_Formatter, language=self.language)
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        """Print the usage of the command and what is wrong with this call, and exit with 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {localized(message, self.language)}\n")


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help as wide as the terminal, where a Chinese character takes two columns."""

    def __init__(
        self, prog: str, *, language: Language, width: int | None = None, **options: Any
    ) -> None:
        super().__init__(prog, width=width or terminal_width() - 2, **options)
        self._language = language

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Any,
        prefix: str | None = None,
    ) -> None:
        """Add the usage of the command."""
        prefix = self._said("usage: ") if prefix is None else prefix
        usage = usage and self._said(usage)
        super().add_usage(usage, actions, groups, prefix)

    def add_text(self, text: str | None) -> None:
        """Add a description or an epilog."""
        super().add_text(text and "\n\n".join(map(self._paragraph, text.split("\n\n"))))

    def start_section(self, heading: str | None) -> None:
        """Begin a group of arguments."""
        super().start_section(heading and self._said(heading))

    def format_help(self) -> str:
        """Return the help, colons after Chinese headings in Chinese."""
        return super().format_help().replace("：:\n", "：\n")

    def _paragraph(self, text: str) -> str:
        """Return a paragraph on one line, or a heading with its examples, which are copied as such."""
        lines = text.strip("\n").splitlines()
        if any(line.startswith(" ") for line in lines):
            return "\n".join(line if line.startswith(" ") else self._said(line) for line in lines)
        return self._said(" ".join(lines))

    def _said(self, text: str) -> str:
        return localized(text, self._language)

    def _format_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Any,
        prefix: str | None,
    ) -> str:
        text = super()._format_usage(usage, actions, groups, prefix)
        wider = max(text_width(line) - len(line) for line in text.split("\n"))
        if not wider or usage:
            return text
        self._width -= wider
        text = super()._format_usage(usage, actions, groups, prefix)
        self._width += wider
        return text

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return action.help and self._said(action.help)

    def _metavar_formatter(
        self, action: argparse.Action, default_metavar: str
    ) -> Callable[[int], tuple[str, ...]]:
        shown = super()._metavar_formatter(action, default_metavar)
        return lambda size: tuple(self._said(each) for each in shown(size))

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrapped(" ".join(text.split()), width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        # An indented example is a line to be copied, so it stays one line.
        lines = (
            [line] if line.startswith(" ") else wrapped(line, width - len(indent))
            for line in text.splitlines()
        )
        return "".join(f"{indent}{part}\n" for parts in lines for part in parts or [""])

    def _format_action(self, action: argparse.Action) -> str:
        header = self._format_action_invocation(action)
        at = min(self._action_max_length + 2, _WIDEST_HEADER, self._width - _SHORTEST_HELP)
        start = " " * self._current_indent
        said = self._expand_help(action) if action.help else ""
        lines = self._split_lines(said, max(self._width - at, _SHORTEST_HELP)) if said else []
        room = at - self._current_indent - 2
        if lines and text_width(header) <= room:
            first = f"{start}{padded(header, room)}  {lines.pop(0)}\n"
        else:
            first = f"{start}{header}\n"
        parts = [first, *(f"{' ' * at}{line}\n" for line in lines)]
        parts += [self._format_action(each) for each in self._iter_indented_subactions(action)]
        return "".join(parts)

    def add_argument(self, action: argparse.Action) -> None:
        """Add an argument, and note how wide it is on a terminal."""
        super().add_argument(action)
        if action.help is not argparse.SUPPRESS:
            shown = [self._format_action_invocation(action)]
            shown += [
                self._format_action_invocation(each)
                for each in self._iter_indented_subactions(action)
            ]
            widest = max(map(text_width, shown)) + self._current_indent
            self._action_max_length = max(self._action_max_length, widest)
