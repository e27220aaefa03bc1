"""Which cases of a large table the quick tests try; the deep tests try all of them."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from _pytest.mark.structures import ParameterSet


def one_in(
    of: int, values: Iterable[Any], name: Callable[[Any], str] | None = None
) -> list[ParameterSet]:
    """Return parameters of which one in that many is quick and the others are deep."""
    return [
        pytest.param(
            value,
            id=None if name is None else name(value),
            marks=pytest.mark.deep if number % of else (),
        )
        for number, value in enumerate(values)
    ]


def deep(value: Any) -> ParameterSet:
    """Return a parameter that the deep tests alone try."""
    return pytest.param(value, marks=pytest.mark.deep)
