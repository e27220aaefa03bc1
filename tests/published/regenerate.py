"""Make the fixtures of this folder again from the project's own documents.

    python -m tests.published.regenerate

Needs LibreOffice (soffice) and Chromium. The tests read what it wrote and need neither.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import govreport
from govreport import Paragraph, ReportDocument, Section
from tests.dialects import figures, sources
from tests.published.planted import planted_word_file

FILES = Path(__file__).parent / "files"
REPORT = "blanks-2021"
OFFICE_FORMATS = ("doc", "odt", "pdf")


def report() -> ReportDocument:
    """Return the report that LibreOffice is given: blank cells, and few characters of their own."""
    return sources.reports()[REPORT]


def short_report() -> ReportDocument:
    """Return the report that Chromium prints: every character more makes its fonts larger."""
    tables = figures.full_tables(2021, 5)
    section = Section("reviews", "四、政府信息公开行政复议、行政诉讼情况", (tables["reviews"],))
    title = "青禾县水务局2023年政府信息公开工作年度报告"
    other = Section("other_matters", "六、其他需要报告的事项", (Paragraph("无其他事项。"),))
    return ReportDocument(title, "青禾县水务局", 2023, (), (section, other))


def office(file: Path, name: str, folder: Path) -> None:
    """Let LibreOffice convert a file; its settings are those of a fresh profile."""
    profile = (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", name]
    subprocess.run([*command, "--outdir", str(FILES), str(file)], check=True, timeout=300)


def chromium(page: Path, target: Path, folder: Path) -> None:
    """Let Chromium print a page."""
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
    profile = f"--user-data-dir={folder / 'chromium'}"
    command = ["chromium", *options, "--disable-dev-shm-usage", profile]
    subprocess.run(
        [*command, f"--print-to-pdf={target}", page.as_uri()],
        check=True,
        capture_output=True,
        timeout=300,
    )


def main() -> None:
    """Write every fixture."""
    FILES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        written = folder / f"{REPORT}.docx"
        govreport.write(report(), written)
        planted = folder / "planted.docx"
        planted.write_bytes(planted_word_file())
        for name in OFFICE_FORMATS:
            office(written, name, folder)
            office(planted, name, folder)
        office(planted, "fodt", folder)
        page = folder / "short.html"
        govreport.write(short_report(), page)
        chromium(page, FILES / "short.chromium.pdf", folder)


if __name__ == "__main__":
    sys.exit(main())
