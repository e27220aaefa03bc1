"""Documents by the hundred, for programs that take seconds to start and take many files at once."""

import dataclasses
from typing import TypeVar

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from govreport.model.document import ReportDocument

T = TypeVar("T")


def drawn(strategy: st.SearchStrategy[T], count: int) -> list[T]:
    """Return that many values of a strategy, the same ones in every run under the profile `ci`."""
    values: list[T] = []

    @settings(
        max_examples=count,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def draw(value: T) -> None:
        values.append(value)

    draw()
    return values


def without_diagnostics(document: ReportDocument) -> ReportDocument:
    """Return a document without what its reader told: another program's file is another source."""
    return dataclasses.replace(document, diagnostics=())
