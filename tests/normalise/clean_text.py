"""Clean text of others: what normalising changes in it, sentence by sentence.

    python -m tests.normalise.clean_text FOLDER --fetch     # once: needs pip and apt-get
    python -m tests.normalise.clean_text FOLDER [-v]

The packages that `PACKAGES` names are fetched into the folder by their ordinary clients and read there;
none of their text is in this repository. Paragraphs stand in documents of forty, for a document is what
the steps weigh.
"""

import gzip
import io
import json
import re
import subprocess
import sys
import tarfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import lxml.html

import govreport
from govreport.model.document import Paragraph, ReportDocument

PACKAGES = {
    "hsk-sentences-audio": ("pip", "everyday sentences (MIT)"),
    "Django": ("pip", "messages of a program (BSD)"),
    "fortunes-zh": ("apt", "poems and sayings (GPL-2+)"),
    "debian-reference-zh-cn": ("apt", "a reference of a system (GPL-2+)"),
    "debian-faq-zh-cn": ("apt", "questions and answers (GPL-2+)"),
    "maint-guide-zh-cn": ("apt", "a guide with code (GPL-2+)"),
    "gimp-help-zh-cn": ("apt", "a handbook of pictures (GFDL-1.2+)"),
    "libreoffice-help-zh-cn": ("apt", "a handbook of an office (MPL-2.0)"),
}
"""Each package, the client that fetches it, and what it holds under which licence."""

PARAGRAPHS = 40
_CHINESE = re.compile("[\u4e00-\u9fff]")
_SENTENCE = re.compile("[^。！？；]+[。！？；]?")


def fetch(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, (client, _) in PACKAGES.items():
        if client == "pip":
            command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", name]
        else:
            command = ["apt-get", "download", "-q", name]
        subprocess.run(command, cwd=folder, check=True)


def paragraphs(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield the Chinese paragraphs of each package that is there."""
    for name in PACKAGES:
        stem = name.lower().replace("-", "[-_]")
        found: list[str] = []
        for path in sorted(folder.rglob("*")):
            if re.match(f"{stem}[-_0-9]", path.name.lower()) and path.suffix in (".whl", ".deb"):
                for inner, data in _files(path):
                    found += [" ".join(each.split("\r")) for each in _texts(inner, data)]
        unique = dict.fromkeys(each.strip() for each in found if len(_CHINESE.findall(each)) > 3)
        if unique:
            yield name, list(unique)


def _files(path: Path) -> Iterator[tuple[str, bytes]]:
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                yield name, archive.read(name)
        return
    packed = subprocess.run(["dpkg-deb", "--fsys-tarfile", path], capture_output=True, check=True)
    with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as tree:
        for member in tree:
            content = tree.extractfile(member) if member.isfile() else None
            if content is not None:
                yield member.name, content.read()


def _texts(name: str, data: bytes) -> list[str]:
    if name.endswith(".gz"):
        name, data = name[:-3], gzip.decompress(data)
    if name.endswith((".html", ".htm")):
        return _of_page(data)
    if "/zh_Hans/" in name and name.endswith(".po"):
        text = data.decode("utf-8")
        strings = re.findall(r'^msgstr(?:\[\d\])? ((?:".*"\n?)+)', text, re.MULTILINE)
        return ["".join(json.loads(line) for line in each.splitlines()) for each in strings]
    if name.endswith(".json"):
        return [each["chinese"] for each in json.loads(data)]
    if "/fortunes/" in name and "." not in name.rsplit("/", 1)[-1]:
        text = re.sub("\x1b\\[[0-9;]*m|[\x00-\x09\x0b-\x1f]", "", data.decode("utf-8", "ignore"))
        return text.split("\n%\n")
    return []


def _of_page(data: bytes) -> list[str]:
    try:
        page = lxml.html.document_fromstring(data, parser=lxml.html.HTMLParser(encoding="utf-8"))
    except (ValueError, lxml.etree.ParserError):
        return []
    blocks = page.iter("p", "li", "h1", "h2", "h3", "td", "dt")
    texts = (each.text_content() for each in blocks if not each.findall(".//p"))
    return [
        re.sub(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])", "", " ".join(each.split()))
        for each in texts
    ]


def main(arguments: list[str]) -> None:
    folder = Path(next(each for each in arguments if not each.startswith("-")))
    if "--fetch" in arguments:
        fetch(folder)
    shown = 10**9 if "-v" in arguments else 0
    write = sys.stdout.write
    write(
        "| text | paragraphs | sentences | changed | steps | findings |\n|---|---|---|---|---|---|\n"
    )
    for name, texts in paragraphs(folder):
        steps: Counter[str] = Counter()
        codes: Counter[str] = Counter()
        changed = 0
        for start in range(0, len(texts), PARAGRAPHS):
            blocks = tuple(Paragraph(each) for each in texts[start : start + PARAGRAPHS])
            before = ReportDocument(preamble=blocks)
            result = govreport.normalize(before)
            codes.update(each.code for each in result.findings)
            steps.update(each.step for each in result.changes)
            places = {each.place: each for each in result.changes}
            changed += len(places)
            for each in result.changes if shown else ():
                block = before.preamble[int(re.findall(r"\d+", each.place)[0])]
                at = each.position
                near = block.text[max(0, at - 15) : at + 15]
                write(f"    {each.step}: {each.before!r} -> {each.after!r} in {near!r}\n")
            for each in result.findings if shown else ():
                write(f"    {each.code}: {each.text!r}\n")
        sentences = sum(len(_SENTENCE.findall(each)) for each in texts)
        write(
            f"| {name} | {len(texts)} | {sentences} | {changed} | {dict(steps)} | {dict(codes)} |\n"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
