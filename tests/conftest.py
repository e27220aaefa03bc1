"""What all tests share: where the corpus is, and how long hypothesis may think."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

CHECKOUT = Path(__file__).resolve().parent.parent

settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "default")


def corpus_directory() -> Path:
    """Return where the real reports are: `GOVREPORT_CORPUS`, else beside the checkout."""
    return Path(os.environ.get("GOVREPORT_CORPUS") or CHECKOUT.parent / "shared" / "corpus")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test of the real reports where they are absent, but fail it in CI."""
    directory = corpus_directory()
    if item.get_closest_marker("corpus") is None or (directory / "expected.json").is_file():
        return
    reason = f"the corpus is absent: no {directory / 'expected.json'}; set GOVREPORT_CORPUS"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture
def corpus() -> Path:
    """The directory of the real reports; only for tests marked `corpus`."""
    return corpus_directory()
