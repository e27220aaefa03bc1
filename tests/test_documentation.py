"""The documentation's examples of Python run as they stand, in both languages.

A block of text directly after an example is what it prints.
"""

import importlib
import json
import re
import shlex
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest

import govreport

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGES = sorted(path.name for path in DOCS.glob("*.md"))
_EXAMPLE = re.compile(r"^```python\n(.*?)^```", re.M | re.S)
_PRINTING = re.compile(r"^```python\n(.*?)^```\n(?:\n```text\n(.*?)^```)?", re.M | re.S)
_ELSEWHERE = re.compile(r"^# (?:on|needs) ", re.M)
"""An example that begins so needs more than this package: an engine, a cluster."""
_PROGRAMS = {".py", ".ipynb", ".yml"}


def examples(page: str) -> list[str]:
    return _EXAMPLE.findall((DOCS / page).read_text("utf-8"))


def is_a_session(page: str) -> bool:
    """Whether a page's examples belong together; `tests/walkthrough` runs those."""
    return "```console\n" in (DOCS / page).read_text("utf-8")


RUNNING = [page for page in PAGES if examples(page) and not is_a_session(page)]

IN_TURN = """
import contextlib, io, json, pathlib, sys
printed = []
for example in json.load(sys.stdin):
    with contextlib.redirect_stdout(io.StringIO()) as shown:
        exec(compile(example, "an example", "exec"), {"__name__": "__main__"})
    printed.append(shown.getvalue())
pathlib.Path("printed.json").write_text(json.dumps(printed), "utf-8")
"""


def lay_out(folder: Path) -> None:
    """Write the files that the examples read."""
    data = (resources.files("govreport") / "example" / "yunling-2023.html").read_bytes()
    for name in ("reports/yunling-2023.html", "report.html", "scraped.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)


# The programs of a page in Chinese are those of the page in English, as a test below says.
# Those of the cookbook take seconds and run with those that stand alone.
@pytest.mark.parametrize(
    "page", [page for page in RUNNING if ".zh-CN" not in page and page != "cookbook.md"]
)
def test_the_examples_of_a_page_run_one_after_another(page: str, tmp_path: Path) -> None:
    lay_out(tmp_path)
    found = _PRINTING.findall((DOCS / page).read_text("utf-8"))
    ready = [(example, printed) for example, printed in found if not _ELSEWHERE.match(example)]
    run = subprocess.run(
        [sys.executable, "-c", IN_TURN],
        input=json.dumps([example for example, _ in ready]),
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    shown = json.loads((tmp_path / "printed.json").read_text("utf-8"))
    for (_, printed), output in zip(ready, shown, strict=True):
        assert not printed or output == printed


@pytest.mark.deep
@pytest.mark.parametrize("page", RUNNING)
def test_the_examples_of_a_page_run_as_they_stand(page: str, tmp_path: Path) -> None:
    lay_out(tmp_path)
    for example, printed in _PRINTING.findall((DOCS / page).read_text("utf-8")):
        compile(example, f"docs/{page}", "exec")
        if not _ELSEWHERE.match(example):
            run = subprocess.run(
                [sys.executable, "-c", example], cwd=tmp_path, capture_output=True, text=True
            )
            assert run.returncode == 0, run.stderr
            assert not printed or run.stdout == printed


_STEP = re.compile(r"^```(python|sh)\n(.*?)^```", re.M | re.S)
_STATUS = re.compile(r"\s+# exit status (\d)$")


@pytest.mark.deep
@pytest.mark.parametrize("page", ["summing.md"])
def test_the_steps_of_a_walk_through_run_in_their_order(page: str, tmp_path: Path) -> None:
    """Run programs and commands alike; a command's exit status is 0 unless the page says another."""
    for kind, step in _STEP.findall((DOCS / page).read_text("utf-8")):
        if kind == "python":
            runs = [(["-c", step], 0)]
        else:
            lines = [(_STATUS.sub("", line), _STATUS.search(line)) for line in step.splitlines()]
            runs = [
                (["-m", *shlex.split(line)], int(found[1]) if found else 0)
                for line, found in lines
            ]
        for arguments, status in runs:
            run = subprocess.run(
                [sys.executable, *arguments], cwd=tmp_path, capture_output=True, text=True
            )
            assert run.returncode == status, (arguments, run.stdout, run.stderr)


def test_a_page_in_chinese_has_the_examples_of_the_one_in_english() -> None:
    both = [page for page in PAGES if page.endswith(".zh-CN.md")]
    assert both
    for page in both:
        assert examples(page) == examples(page.replace(".zh-CN", "")), page
    steps = [
        _STEP.findall((DOCS / page).read_text("utf-8"))
        for page in ("summing.md", "summing.zh-CN.md")
    ]
    assert steps[0] == steps[1]


def readme(name: str) -> str:
    return (DOCS.parent / name).read_text("utf-8")


def test_the_readme_in_chinese_has_the_programs_and_commands_of_the_one_in_english() -> None:
    english, chinese = readme("README.md"), readme("README.zh-CN.md")
    blocks = re.compile(r"^```(?:python|sh)\n(.*?)^```", re.M | re.S)
    remark = re.compile(r"\s+#\s.*$", re.M)
    assert [remark.sub("", b) for b in blocks.findall(chinese)] == [
        remark.sub("", b) for b in blocks.findall(english)
    ]
    assert _PRINTING.findall(chinese) == _PRINTING.findall(english)
    headings = re.compile(r"^## ", re.M)
    assert len(headings.findall(chinese)) == len(headings.findall(english))


@pytest.mark.parametrize(("name", "language"), [("README.md", "en"), ("README.zh-CN.md", "zh")])
def test_the_readme_shows_what_its_first_command_prints(name: str, language: str) -> None:
    shown = re.findall(
        r"\.venv-try[^\n]*\n```\n.*?^```text\n(.*?)^```", readme(name), re.M | re.S
    )
    example = str(resources.files("govreport") / "example" / "yunling-2023.html")
    run = subprocess.run(
        [sys.executable, "-m", "govreport", "--lang", language, "show", example],
        capture_output=True,
        text=True,
    )
    assert len(shown) == 1
    assert run.stdout.startswith(shown[0])


CHECKOUT = DOCS.parent
WRITTEN = sorted([*CHECKOUT.glob("*.md"), *DOCS.glob("*.md")])


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_every_link_leads_to_a_file_and_to_a_heading_of_it(path: Path) -> None:
    text = re.sub(r"^```.*?^```", "", path.read_text("utf-8"), flags=re.M | re.S)
    text = re.sub(r"`[^`\n]*`", "", text)
    for target in re.findall(r"\]\((?!https?:|mailto:)([^)\s]+)\)", text):
        name, _, anchor = target.partition("#")
        linked = (path.parent / name).resolve() if name else path
        assert linked.exists(), target
        if anchor:
            assert anchor in anchors(linked), target


MODULES = {
    path.relative_to(CHECKOUT).as_posix(): path
    for folder in ("govreport", "tests", "examples", "docs", ".ci")
    for path in (CHECKOUT / folder).rglob("*.py")
}
_PLACEHOLDERS = {"tests/x/test_y.py", "govreport/x/y.py", "tests/test_*.py", "test_*_blocks.py"}
_NAMED = re.compile(r"(?<![\w*./-])((?:[\w.*-]+/)*[\w*]+\.py)\b(?:::(\w+))?")


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_every_module_and_test_that_a_page_names_is_there(path: Path) -> None:
    spans = re.findall(r"`([^`\n]+)`", path.read_text("utf-8"))
    for name, test in (found for span in spans for found in _NAMED.findall(span)):
        if name not in _PLACEHOLDERS:
            there = [MODULES[each] for each in MODULES if f"/{each}".endswith(f"/{name}")]
            assert there, name
            assert not test or any(test in each.read_text("utf-8") for each in there), test


def anchors(path: Path) -> set[str]:
    """Return the anchors that GitHub and the site give to a page's headings."""
    headings = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", each.lower()).strip().replace(" ", "-") for each in headings}


def test_every_page_stands_in_the_navigation_of_the_site_and_no_other_does() -> None:
    listed = re.findall(r": ([\w.-]+\.md)$", (CHECKOUT / "mkdocs.yml").read_text("utf-8"), re.M)
    above = re.findall(r'": "([\w.-]+\.md)"', (DOCS / "site.py").read_text("utf-8"))
    assert sorted(listed) == sorted([*PAGES, *above])


def test_the_reference_describes_every_public_name_once() -> None:
    described = re.findall(
        r"^::: govreport\.(.+)$", (DOCS / "reference.md").read_text("utf-8"), re.M
    )
    public = [name for name in govreport.__all__ if name != "statute"]
    assert sorted(
        path.rpartition(".")[2] for path in described if path != "model.statute"
    ) == sorted(public)
    for path in described:
        module, _, name = path.rpartition(".")
        assert getattr(importlib.import_module(f"govreport.{module}"), name) is not None


def test_every_job_of_the_examples_stands_in_the_cookbook() -> None:
    for page in ("cookbook.md", "cookbook.zh-CN.md"):
        linked = re.findall(r"\.\./examples/([\w.-]+)\)", (DOCS / page).read_text("utf-8"))
        assert sorted(linked) == sorted(
            path.name for path in (CHECKOUT / "examples").iterdir() if path.suffix in _PROGRAMS
        )


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_readme_counts_the_numbers_of_the_table_of_dialects(name: str) -> None:
    table = (DOCS / "dialects.md").read_text("utf-8").partition("| program | source |")[2]
    rows = [line.split("|") for line in table.partition("\n\n")[0].splitlines()[2:]]
    numbers, right, left_open, wrong = (
        sum(int(row[column]) for row in rows) for column in (4, 5, 6, 7)
    )
    assert wrong == 0
    versions = len({row[1] for row in rows})
    for figure in (f"{numbers:,}", f"{right:,}", f"{left_open:,}", f" {versions} "):
        assert figure in readme(name), figure
