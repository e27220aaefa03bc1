"""Regular expressions that are compiled when they are first used.

A process that converts one file uses half of the expressions of the modules it loads, and compiling all
of them takes as long as the conversion. The result is used like a compiled pattern.
"""

import re
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, AnyStr, cast


def expression(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a pattern that is compiled when one of its methods is first used.

    `pattern` and `flags` are those of `re.compile`; an error in them is raised, as `re.error`, by
    the first use. The result has the same attributes `pattern` and `flags`.
    """
    return cast("re.Pattern[AnyStr]", _Expression(pattern, flags))


def expression_of(make: Callable[[], str]) -> re.Pattern[str]:
    """Return a pattern whose text is made, too, when it is first used, for making it takes time."""
    return cast("re.Pattern[str]", _MadeExpression(make))


class _Expression:
    """A pattern before and after it is compiled.

    A method of the compiled pattern becomes an attribute when it is first asked for, so that later
    calls cost what they would have cost without this class.
    """

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    if not TYPE_CHECKING:  # else every attribute would be one

        def __getattr__(self, name: str) -> Any:
            """Compile the pattern, and keep the method `name` of the result."""
            if name.startswith(
                "__"
            ):  # requested by copying and the like, not by a user of patterns
                raise AttributeError(name)
            found = getattr(re.compile(self.pattern, self.flags), name)
            setattr(self, name, found)
            return found


class _MadeExpression(_Expression):
    """A pattern whose text is made when it is first asked for."""

    def __init__(self, make: Callable[[], str]) -> None:
        self._make = make
        self.flags = 0

    @cached_property
    def pattern(self) -> str:  # type: ignore[override]
        return self._make()
