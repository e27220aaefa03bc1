"""What the tests of normalising share: a step that fails is a fault, and not a finding."""

import pytest

from govreport.normalise import driver


@pytest.fixture(autouse=True)
def _failures_are_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(driver, "_FAILURES", ())
