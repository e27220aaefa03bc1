"""Files that another program took and wrote again hold the same document.

Title, agency, year, every paragraph, heading, table and section have to be equal afterwards, and
so the facts. What the reader tells may differ, for the file is another one.
"""

import base64
import functools
import io
import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import html5lib
import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govreport
from govreport.model.document import ReportDocument
from govreport.testing import ordinary_documents, report_documents
from tests.laws.drawing import drawn, without_diagnostics
from tests.laws.registry import bytes_of, share


def assert_same(data: bytes, format: str, document: ReportDocument) -> None:
    read, document = map(without_diagnostics, (govreport.loads(data, format), document))
    assert read == document
    assert list(read.facts()) == list(document.facts())


@functools.cache
def documents() -> list[ReportDocument]:
    """Many documents, as many as one run of a program takes in some seconds."""
    count = max(40, settings.default.max_examples // 40)
    return drawn(st.one_of(ordinary_documents(), report_documents()), count)


# LibreOffice takes this for an escape of its own: it writes a sign for it in the properties, and
# escapes it once more in a text. Word takes it for the seven characters that it is.
_OFFICE_ESCAPE = re.compile(r"_x[0-9A-Fa-f]{4}_")


@functools.cache
def documents_without_office_escapes() -> list[ReportDocument]:
    """Those of the documents in which LibreOffice finds none of its escapes."""
    return [
        each
        for each in documents()
        if not _OFFICE_ESCAPE.search(str(govreport.dumps(each, "json")))
    ]


@share(10)
@given(report_documents())
def test_python_docx_opens_and_saves_the_same_document(document: ReportDocument) -> None:
    saved = io.BytesIO()
    docx.Document(io.BytesIO(bytes_of(document, "docx"))).save(saved)
    assert_same(saved.getvalue(), "docx", document)


_FILES_OF_A_RUN = 100
"""LibreOffice 7 ends without a word after about 250 files."""


def office(files: list[Path], format: str, folder: Path, profile: Path) -> list[Path]:
    """Convert files in as few runs of LibreOffice, which keeps its settings in `profile`."""
    folder.mkdir()
    for start in range(0, len(files), _FILES_OF_A_RUN):
        _office(files[start : start + _FILES_OF_A_RUN], format, folder, profile)
    return [folder / f"{file.stem}.{format}" for file in files]


def _office(files: list[Path], format: str, folder: Path, profile: Path) -> None:
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--convert-to",
            format,
            "--outdir",
            str(folder),
            *map(str, files),
        ],
        check=True,
        capture_output=True,
        timeout=600,
    )


@pytest.fixture(scope="module")
def word_files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("written")
    files = []
    for number, document in enumerate(documents_without_office_escapes()):
        files.append(folder / f"{number:05}.docx")
        files[-1].write_bytes(bytes_of(document, "docx"))
    return files


@pytest.mark.libreoffice
@pytest.mark.parametrize("way", [("docx",), ("odt", "docx")], ids="-then-".join)
def test_libreoffice_saves_the_same_documents(
    way: tuple[str, ...], word_files: list[Path], tmp_path: Path
) -> None:
    files = word_files
    for step, name in enumerate(way):
        files = office(files, name, tmp_path / str(step), tmp_path / "profile")
    for file, document in zip(files, documents_without_office_escapes(), strict=True):
        assert_same(file.read_bytes(), "docx", document)


def _by_html5lib(page: str) -> str:
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    return str(html5lib.serialize(tree, omit_optional_tags=False, quote_attr_values="always"))


def _by_lxml(page: str) -> str:
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    root = lxml.html.document_fromstring(page.encode("utf-8"), parser=parser)
    return str(lxml.html.tostring(root, encoding="utf-8").decode("utf-8"))


@pytest.mark.parametrize("rewritten", [_by_html5lib, _by_lxml])
@share(10)
@given(document=report_documents())
def test_a_parser_of_html_writes_the_same_document(
    rewritten: Callable[[str], str], document: ReportDocument
) -> None:
    page = rewritten(bytes_of(document, "html").decode("utf-8"))
    assert_same(f"<!DOCTYPE html>{page}".encode(), "html", document)


# The browser parses each page into a document of its own and writes its DOM out again.
_MANY_PAGES = """<!DOCTYPE html><meta charset="utf-8"><script>
const decode = page => new TextDecoder("utf-8", {ignoreBOM: true})
    .decode(Uint8Array.from(atob(page), letter => letter.charCodeAt(0)));
const encode = page => btoa(Array.from(new TextEncoder().encode(page),
    byte => String.fromCharCode(byte)).join(""));
document.addEventListener("DOMContentLoaded", () => {
    const parse = page => new DOMParser().parseFromString(decode(page), "text/html");
    document.body.textContent = PAGES.map(
        page => "{" + encode(parse(page).documentElement.outerHTML) + "}").join("");
});
const PAGES = """


def dom(page: Path, profile: Path) -> str:
    """Return the DOM of a page as Chromium writes it out, which sees no network."""
    ran = subprocess.run(
        [
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-dev-shm-usage",
            f"--user-data-dir={profile}",
            "--dump-dom",
            page.as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return ran.stdout.decode("utf-8")


@pytest.mark.chromium
def test_chromium_s_dom_holds_the_same_documents(tmp_path: Path) -> None:
    pages = [base64.b64encode(bytes_of(each, "html")).decode("ascii") for each in documents()]
    page = tmp_path / "pages.html"
    page.write_text(f"{_MANY_PAGES}{json.dumps(pages)};</script><body>", "utf-8")
    written = re.findall(
        r"\{([A-Za-z0-9+/=]*)\}", dom(page, tmp_path / "profile").rsplit("<body>")[-1]
    )
    assert len(written) == len(pages)
    for found, document in zip(written, documents(), strict=True):
        assert_same(b"<!DOCTYPE html>" + base64.b64decode(found), "html", document)


@pytest.mark.chromium
def test_chromium_opens_and_dumps_the_same_document(tmp_path: Path) -> None:
    for number, document in enumerate(documents()[:5]):
        page = tmp_path / f"{number}.html"
        page.write_bytes(bytes_of(document, "html"))
        assert_same(dom(page, tmp_path / "profile").encode("utf-8"), "html", document)
