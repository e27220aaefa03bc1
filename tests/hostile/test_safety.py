"""Nothing that an input names is read, and a target is whole or as it was."""

import subprocess
import sys
from pathlib import Path

import pytest

import govreport
from tests.readers.word_files import archive, document, members

FULL_DISK = """
import resource, signal, sys, govreport
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
report = govreport.ReportDocument(preamble=(govreport.Paragraph("x" * 50_000),))
resource.setrlimit(resource.RLIMIT_FSIZE, (4_096, 4_096))
try:
    govreport.write(report, sys.argv[1])
except OSError:
    sys.exit(7)
"""


@pytest.mark.parametrize("suffix", [".docx", ".html", ".json", ".pipe.txt", ".tab.txt"])
def test_a_full_disk_leaves_the_earlier_target_and_no_litter(suffix: str, tmp_path: Path) -> None:
    target = tmp_path / f"report{suffix}"
    target.write_bytes(b"earlier")
    program = (
        FULL_DISK if suffix != ".docx" else FULL_DISK.replace("(4_096, 4_096)", "(900, 900)")
    )
    done = subprocess.run([sys.executable, "-B", "-c", program, str(target)], check=False)
    assert done.returncode == 7
    assert target.read_bytes() == b"earlier"
    assert list(tmp_path.iterdir()) == [target]


def test_no_entity_of_a_file_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    declared = f'<!DOCTYPE a [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    body = document("<w:p><w:r><w:t>&e;</w:t></w:r></w:p>")
    with pytest.raises(govreport.ReportError):
        govreport.loads(archive({**members(""), "word/document.xml": declared + body}), "docx")
    page = f"{declared}<html><body><p>a &e;</p></body></html>".encode()
    assert "SECRET" not in str(govreport.loads(page, "html"))


def test_no_inclusion_is_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    inclusion = (
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text"'
        f' href="{secret.as_uri()}"/>'
    )
    data = archive(members(f"<w:p><w:r><w:t>a</w:t></w:r></w:p>{inclusion}"))
    assert "SECRET" not in str(govreport.loads(data, "docx"))
