"""Draw the picture of both READMEs: damaged text, the Word file made of it, and its figures.

    python docs/pictures/draw.py

The text is the bundled example as a mirror of a site has it: one cell a line, blanks lost, in
traditional script, with pinyin behind some characters. The Word file and the figures are what
govreport makes of that text; a figure that differs from the example's stops the drawing. Needs
LibreOffice (`soffice`), `pdftoppm` and Chromium (`chromium`) on the path.
"""

import base64
import html
import subprocess
import sys
import tempfile
from importlib import resources
from pathlib import Path

from opencc import OpenCC

import govreport

HERE = Path(__file__).resolve().parent
GLOSSES = {"鎮": "zhèn", "態": "tài", "眾": "zhòng", "項": "xiàng", "據": "jù", "開": "kāi"}
SHOWN = ("new_received", "carried_over", "granted", "state_secret", "not_held", "total")
CAPTIONS = {
    "conversion.png": ("as a mirror has it", "the official form", "one row a cell"),
    "conversion.zh-CN.png": ("转载后弄乱的文本", "统一格式的年报", "一格一行的数据"),
}
COLUMNS = ("natural_person", "commercial_enterprise", "total")
STYLE = """
* { box-sizing: border-box } body { margin: 0; padding: 22px; background: #fff; width: 1440px;
font-family: "Noto Sans CJK SC", "Droid Sans Fallback", sans-serif; color: #1f2328 }
.row { display: flex; gap: 46px; align-items: stretch } figure { margin: 0; flex: 1; position: relative }
figure:not(:last-child)::after { content: "→"; position: absolute; right: -38px; top: 48%;
font-size: 30px; color: #57606a } figcaption { font: 600 17px sans-serif; margin-bottom: 10px }
figcaption span { font-weight: 400; color: #57606a }
.sheet { height: 560px; border: 1px solid #d0d7de; border-radius: 8px; overflow: hidden }
pre { margin: 0; padding: 14px; font: 14px/1.5 "Noto Sans Mono CJK SC", monospace; white-space: pre-wrap;
word-break: break-all } .sheet img { width: 100%; display: block }
table { border-collapse: collapse; width: 100%; font-size: 14px } td, th { padding: 5.5px 9px;
text-align: left; border-bottom: 1px solid #eaeef2 } th { background: #f6f8fa; font-weight: 600 }
td:nth-child(n+3), th:nth-child(n+3) { text-align: right }
"""


def damaged(document: govreport.ReportDocument) -> str:
    """Return a document as tab text, damaged as mirrors do it; its numbers are untouched."""
    text = OpenCC("s2t").convert(govreport.dumps(document, "tab"))
    lines = [line.strip("\t") for line in text.splitlines() if line.strip()]
    prose = [line for line in lines if len(line) > 30]
    for character, reading in GLOSSES.items():
        lines = [
            line.replace(character, f"{character}({reading})") if line in prose else line
            for line in lines
        ]
        prose = [line.replace(character, f"{character}({reading})") for line in prose]
    return "\n".join(lines) + "\n"


def page_of(document: govreport.ReportDocument, folder: Path) -> str:
    """Return the Word file's third page, drawn by LibreOffice, as a data address of PNG."""
    govreport.write(document, folder / "report.docx")
    office = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*office, str(folder / "report.docx")], check=True, capture_output=True)
    pages = ["pdftoppm", "-png", "-r", "110", "-f", "3", "-l", "3", "-singlefile"]
    subprocess.run([*pages, str(folder / "report.pdf"), str(folder / "page")], check=True)
    return (
        "data:image/png;base64," + base64.b64encode((folder / "page.png").read_bytes()).decode()
    )


def figures_of(document: govreport.ReportDocument) -> str:
    """Return some of a document's figures as rows of an HTML table."""
    rows = [
        (fact.row, fact.column, fact.text, fact.status)
        for fact in document.facts()
        if fact.table == "applications" and fact.row in SHOWN and fact.column in COLUMNS
    ]
    head = "<tr><th>row<th>column<th>value<th>status"
    return head + "".join(
        "<tr>" + "".join(f"<td>{html.escape(value)}" for value in row) for row in rows
    )


def contents(folder: Path) -> list[tuple[str, str]]:
    """Return the three sheets of the picture: what each is called, and its HTML."""
    example = resources.files("govreport") / "example" / "yunling-2023.html"
    document = govreport.loads(example.read_bytes())
    text = damaged(document)
    repaired = govreport.normalize(govreport.loads(text.encode(), "tab")).document
    key = ("table", "row", "column", "value", "text")
    facts = [
        [[getattr(fact, k) for k in key] for fact in d.facts()] for d in (document, repaired)
    ]
    if facts[0] != facts[1]:
        sys.exit("the damaged text does not give the figures of the example")
    lines = text.splitlines()
    table = next(at for at, line in enumerate(lines) if line.startswith("三、"))
    shown = "\n".join([lines[1], *lines[3:5], "…", *lines[table : table + 16], "…"])
    return [
        ("scraped.txt", f"<pre>{html.escape(shown)}</pre>"),
        ("report.docx", f'<img src="{page_of(repaired, folder)}">'),
        ("facts", f"<table>{figures_of(repaired)}</table>"),
    ]


def draw() -> None:
    """Draw the picture beside this file, once with captions in each language."""
    with tempfile.TemporaryDirectory() as name:
        page = Path(name) / "picture.html"
        sheets = contents(page.parent)
        for target, captions in CAPTIONS.items():
            body = "".join(
                f"<figure><figcaption>{title} <span>{caption}</span></figcaption>"
                f'<div class="sheet">{sheet}</div></figure>'
                for (title, sheet), caption in zip(sheets, captions, strict=True)
            )
            head = f'<meta charset="utf-8"><style>{STYLE}</style>'
            page.write_text(f'{head}<div class="row">{body}</div>', "utf-8")
            browser = ["chromium", "--headless", "--no-sandbox", "--disable-gpu"]
            size = ["--hide-scrollbars", "--window-size=1440,645"]
            shot = f"--screenshot={HERE / target}"
            subprocess.run([*browser, *size, shot, str(page)], check=True, capture_output=True)


if __name__ == "__main__":
    draw()
