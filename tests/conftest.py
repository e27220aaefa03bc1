"""What all tests share: where the corpus is, which programs are needed, how long to search.

Hypothesis searches with one of the profiles below: `quick` for developers, `ci` where CI=true,
or the one that `--hypothesis-profile` names. No database of examples is kept in the repository:
what a search once found stands as an `@example` beside its property.
"""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

CHECKOUT = Path(__file__).resolve().parent.parent
IN_CI = os.environ.get("CI") == "true"

# Whole documents are big examples on purpose, and how long one takes depends on the machine.
_ALL = {
    "deadline": None,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large],
}
settings.register_profile("quick", max_examples=50, **_ALL)
settings.register_profile("ci", max_examples=2_000, derandomize=True, print_blob=True, **_ALL)
settings.register_profile("nightly", max_examples=5_000, print_blob=True, **_ALL)
settings.load_profile("ci" if IN_CI else "quick")

PROGRAMS = {"libreoffice": "soffice", "chromium": "chromium"}
"""The program that the tests of each marker run."""


def corpus_directory() -> Path:
    """Return where the real reports are: `GOVREPORT_CORPUS`, else beside the checkout."""
    return Path(os.environ.get("GOVREPORT_CORPUS") or CHECKOUT.parent / "shared" / "corpus")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test of the real reports or of a program where it is absent, but fail it in CI."""
    missing = None
    if item.get_closest_marker("corpus") and not (corpus_directory() / "expected.json").is_file():
        expected = corpus_directory() / "expected.json"
        missing = f"the corpus is absent: no {expected}; set GOVREPORT_CORPUS"
    for marker, program in PROGRAMS.items():
        if item.get_closest_marker(marker) and shutil.which(program) is None:
            missing = f"the program {program} is absent; install it (Debian has it)"
    if missing is None:
        return
    if IN_CI:
        pytest.fail(missing)
    pytest.skip(missing)


@pytest.fixture
def corpus() -> Path:
    """The directory of the real reports; only for tests marked `corpus`."""
    return corpus_directory()
