"""The same document always gives the same bytes, in every process."""

import functools
import os
import subprocess
import sys
from pathlib import Path

import pytest

from govreport.detection import FORMATS

_PROGRAM = """
import hashlib, warnings
warnings.simplefilter("ignore")
from hypothesis import given, settings
import govreport
from govreport.testing import report_documents
from tests.laws.registry import bytes_of
digests = {format: hashlib.sha256() for format in govreport.FORMATS}

@settings(derandomize=True, database=None, deadline=None, max_examples=25)
@given(report_documents())
def write(document):
    for format, digest in digests.items():
        digest.update(bytes_of(document, format))

write()
print(*(f"{format}={digest.hexdigest()}" for format, digest in digests.items()))
"""


@functools.cache
def digests(seed: str, zone: str) -> dict[str, str]:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
    program = _PROGRAM.replace("govreport.FORMATS", repr(FORMATS))
    ran = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(pair.split("=") for pair in ran.stdout.split())


@pytest.mark.deep
@pytest.mark.parametrize("format", FORMATS)
def test_another_process_writes_the_same_bytes(format: str) -> None:
    assert digests("0", "UTC")[format] == digests("4711", "Asia/Shanghai")[format]
