"""Nothing that an input names is read, and a target is whole or as it was."""

import io
import os
import subprocess
import sys
import threading
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


@pytest.mark.parametrize("command", [("check", "--html"), ("normalize", "--changes")])
def test_a_full_disk_leaves_the_earlier_page_and_list_of_changes(
    command: tuple[str, str], tmp_path: Path
) -> None:
    name, option = command
    source, target = tmp_path / "a.json", tmp_path / "target"
    text = "喀爾欽鎮(zhèn)，" * 3_000
    govreport.write(govreport.ReportDocument(preamble=(govreport.Paragraph(text),)), source)
    target.write_bytes(b"earlier")
    arguments = [name, str(source), *(["-", "--to", "json"] if name == "normalize" else [])]
    program = (
        "import resource, signal, sys; from govreport.command_line import main\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (900, 900))\n"
        "sys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", program, *arguments, option, str(target)],
        check=False,
        capture_output=True,
    )
    assert done.returncode == 2, done.stderr
    assert target.read_bytes() == b"earlier"
    assert sorted(tmp_path.iterdir()) == [source, target]


def test_a_new_file_has_the_permissions_of_any_other(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    govreport.write(govreport.ReportDocument(), tmp_path / "new.json")
    modes = {path.stat().st_mode for path in tmp_path.iterdir()}
    assert len(modes) == 1


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "kept" / "report.json")
    govreport.write(govreport.ReportDocument(), link)
    assert link.is_symlink()
    assert govreport.read(link) == govreport.ReportDocument()


def test_what_is_no_regular_file(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        govreport.read(tmp_path)
    with pytest.raises(FileNotFoundError):
        govreport.read(tmp_path / "vanished.docx")
    with pytest.raises(govreport.LimitExceededError, match="input_bytes"):
        govreport.read("/dev/zero", limits=govreport.Limits(input_bytes=1_000_000))
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    thread = threading.Thread(target=pipe.write_bytes, args=("一、总体情况\n".encode(),))
    thread.start()
    assert govreport.read(pipe, "pipe").sections
    thread.join()


def test_a_file_that_gives_its_bytes_in_parts_is_read_to_its_end() -> None:
    class Slow(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            return super().read(min(size or 0, 5))

    document = govreport.ReportDocument(preamble=(govreport.Paragraph("甲" * 50),))
    written = str(govreport.dumps(document, "json")).encode()
    assert govreport.read(Slow(written)) == document


def test_no_entity_of_a_file_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    declared = f'<!DOCTYPE a [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    body = document("<w:p><w:r><w:t>&e;</w:t></w:r></w:p>")
    with pytest.raises(govreport.ReportError):
        govreport.loads(archive({**members(""), "word/document.xml": declared + body}), "docx")
    page = f"{declared}<html><body><p>a &e;</p></body></html>".encode()
    assert "SECRET" not in govreport.dumps(govreport.loads(page, "html"), "json")


def test_no_inclusion_is_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    inclusion = (
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text"'
        f' href="{secret.as_uri()}"/>'
    )
    data = archive(members(f"<w:p><w:r><w:t>a</w:t></w:r></w:p>{inclusion}"))
    assert "SECRET" not in govreport.dumps(govreport.loads(data, "docx"), "json")
