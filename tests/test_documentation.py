"""The documentation's examples of Python run as they stand, in both languages."""

import re
import shlex
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGES = sorted(path.name for path in DOCS.glob("*.md"))
_EXAMPLE = re.compile(r"^```python\n(.*?)^```", re.M | re.S)
_ELSEWHERE = re.compile(r"^# (?:on|needs) ", re.M)
"""An example that begins so needs more than this package: an engine, a cluster."""


def examples(page: str) -> list[str]:
    return _EXAMPLE.findall((DOCS / page).read_text("utf-8"))


def is_a_session(page: str) -> bool:
    """Whether a page's examples belong together; `tests/walkthrough` runs those."""
    return "```console\n" in (DOCS / page).read_text("utf-8")


@pytest.mark.parametrize(
    "page", [page for page in PAGES if examples(page) and not is_a_session(page)]
)
def test_the_examples_of_a_page_run_as_they_stand(page: str, tmp_path: Path) -> None:
    data = (resources.files("govreport") / "example" / "yunling-2023.html").read_bytes()
    for name in ("reports/yunling-2023.html", "report.html", "scraped.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    for example in examples(page):
        compile(example, f"docs/{page}", "exec")
        if not _ELSEWHERE.match(example):
            run = subprocess.run(
                [sys.executable, "-c", example], cwd=tmp_path, capture_output=True, text=True
            )
            assert run.returncode == 0, run.stderr


_STEP = re.compile(r"^```(python|sh)\n(.*?)^```", re.M | re.S)
_STATUS = re.compile(r"\s+# exit status (\d)$")


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


def test_the_readme_in_chinese_has_the_programs_and_commands_of_the_one_in_english() -> None:
    english, chinese = (
        (DOCS.parent / name).read_text("utf-8") for name in ("README.md", "README.zh-CN.md")
    )
    blocks = re.compile(r"^```(?:python|sh)\n(.*?)^```", re.M | re.S)
    remark = re.compile(r"\s+#\s.*$", re.M)
    assert [remark.sub("", b) for b in blocks.findall(chinese)] == [
        remark.sub("", b) for b in blocks.findall(english)
    ]
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", chinese):
        assert (DOCS.parent / target).is_file(), target
