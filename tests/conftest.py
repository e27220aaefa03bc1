"""What all tests share: where the corpus is, which programs are needed, how long to search.

Hypothesis searches with one of the profiles below: `quick`, which draws the same examples in every
run, or the one that `--hypothesis-profile` names. No database of examples is kept in the
repository: what a search once found stands as an `@example` beside its property.
"""

import contextlib
import itertools
import os
import pkgutil
import shutil
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import govreport

# What the commands say is tested in English, whatever the language of whoever runs the tests.
os.environ["GOVREPORT_LANG"] = "en"

CHECKOUT = Path(__file__).resolve().parent.parent
IN_CI = os.environ.get("CI") == "true"

# Whole documents are big examples on purpose, and how long one takes depends on the machine.
_ALL = {
    "deadline": None,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large],
}
settings.register_profile(
    "quick", max_examples=20, stateful_step_count=20, derandomize=True, **_ALL
)
settings.register_profile("ci", max_examples=2_000, print_blob=True, **_ALL)
settings.register_profile("nightly", max_examples=5_000, print_blob=True, **_ALL)
settings.load_profile("quick")

# Hypothesis draws constants that it finds in the modules loaded so far, so that which test ran
# first would decide what the next one is given. So all of them are loaded before any test, but
# those whose extra is not installed.
for _module in pkgutil.walk_packages(govreport.__path__, "govreport."):
    with contextlib.suppress(ImportError):
        import_module(_module.name)

PROGRAMS = {"libreoffice": "soffice", "chromium": "chromium"}
"""The program that the tests of each marker run."""


_PASSED = itertools.count(1)
_A_DOT = 100


def pytest_report_teststatus(
    report: pytest.TestReport, config: pytest.Config
) -> tuple[str, str, str] | None:
    """Print a dot for a hundred tests that pass, so that what does not pass is seen."""
    quiet = report.passed and report.when == "call" and config.option.verbose < 0
    if not quiet or hasattr(report, "wasxfail"):
        return None
    return "passed", "" if next(_PASSED) % _A_DOT else ".", "PASSED"


def corpus_directory() -> Path:
    """Return where the real reports are: `GOVREPORT_CORPUS`, else beside the checkout."""
    return Path(os.environ.get("GOVREPORT_CORPUS") or CHECKOUT.parent / "shared" / "corpus")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test of the real reports or of a program where it is absent, but fail it in CI.

    `GOVREPORT_CORPUS=none` says that the reports cannot be there; then they are skipped in CI, too.
    """
    missing = None
    if item.get_closest_marker("corpus") and not (corpus_directory() / "expected.json").is_file():
        if os.environ.get("GOVREPORT_CORPUS") == "none":
            pytest.skip("GOVREPORT_CORPUS=none: there are no real reports here")
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
