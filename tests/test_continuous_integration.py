"""`.ci/run` asks for the programs that are absent, and stops where it cannot have them.

It is run with programs that only write down what they were asked, in a copy of the checkout whose
test command ends at once.
"""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
RUN = (CHECKOUT / ".ci" / "run").read_text("utf-8")
NEEDED = ("bash", "env", "dirname", "awk", "mktemp", "rm", "tee", "tail", "cat")
README = "<!-- what .ci/run runs -->\n```sh\necho the tests are reached && exit 7\n```\n"


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder of all programs that `.ci/run` finds: LibreOffice, Chromium, Java are not there."""
    folder = tmp_path / "programs"
    folder.mkdir()
    for name in NEEDED:
        found = shutil.which(name)
        assert found, name
        (folder / name).symlink_to(found)
    write(folder / "id", "echo 0")
    write(folder / "apt-get", f'echo "$DEBIAN_FRONTEND $*" >> {tmp_path}/asked')
    return folder


def write(path: Path, program: str) -> None:
    path.write_text(f"#!/bin/bash\n{program}\n", "utf-8")
    path.chmod(0o755)


def run(programs: Path) -> tuple[int, str, list[str]]:
    """Return the exit status, what was printed, and what apt-get was asked for."""
    copy = programs.parent / "checkout"
    (copy / ".ci").mkdir(parents=True)
    shutil.copy(CHECKOUT / ".ci" / "run", copy / ".ci")
    (copy / "README.md").write_text(README, "utf-8")
    environment = {**os.environ, "PATH": str(programs)}
    ran = subprocess.run(
        [copy / ".ci" / "run"], env=environment, capture_output=True, text=True, check=False
    )
    asked = programs.parent / "asked"
    lines = asked.read_text("utf-8").splitlines() if asked.exists() else []
    return ran.returncode, ran.stdout + ran.stderr, lines


INSTALL = "noninteractive install --quiet=2 --no-install-recommends --yes"


def test_what_is_absent_is_installed_before_the_tests(programs: Path) -> None:
    status, printed, asked = run(programs)
    assert (status, "the tests are reached" in printed) == (7, True)
    assert asked == [
        "noninteractive update --quiet=2",
        f"{INSTALL} libreoffice-writer libreoffice-calc chromium default-jre-headless",
    ]


def test_only_what_is_absent_is_installed(programs: Path) -> None:
    write(programs / "soffice", "true")
    assert run(programs)[2][1:] == [f"{INSTALL} chromium default-jre-headless"]


def test_nothing_is_installed_where_all_are_there(programs: Path) -> None:
    write(programs / "soffice", "true")
    write(programs / "java", "true")
    write(programs / "chromium", "true")
    status, _, asked = run(programs)
    assert (status, asked) == (7, [])


def test_an_installation_that_fails_ends_the_run(programs: Path) -> None:
    write(programs / "apt-get", "exit 100")
    status, printed, _ = run(programs)
    assert (status, "the tests are reached" in printed) == (100, False)


@pytest.mark.parametrize("reason", ["not root", "no apt-get"])
def test_where_nothing_can_be_installed_the_packages_are_named(
    programs: Path, reason: str
) -> None:
    if reason == "not root":
        write(programs / "id", "echo 1000")
    else:
        (programs / "apt-get").unlink()
    status, printed, asked = run(programs)
    assert (status, asked) == (1, [])
    assert (
        "libreoffice-writer libreoffice-calc chromium default-jre-headless: install these packages"
        in printed
    )


def test_what_the_command_of_the_readme_leaves_out_is_run() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))
    options = project["tool"]["pytest"]["ini_options"]["addopts"]
    left_out = options[options.index("-m") + 1].removeprefix("not ").split(" and not ")
    programs = ["deep", "timed", "libreoffice", "chromium", "engines"]
    assert left_out == [*programs, "checkers", "examples"]
    assert [
        line.strip()
        for line in RUN.splitlines()
        if "/pytest" in line and "-m " in line and "echo" not in line
    ] == [
        """"$environment/pytest" -m "$searching" $deep""",
        """"$environment/pytest" -m timed""",
        """.venv-engines/bin/pytest -W default -m engines tests/engines""",
        """.venv-examples/bin/pytest -m 'examples or checkers' tests/examples tests/typing""",
    ]


def test_the_workflow_runs_it_on_every_python_that_the_project_names() -> None:
    workflow = (CHECKOUT / ".github" / "workflows" / "ci.yml").read_text("utf-8")
    assert "run: .ci/run\n" in workflow
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    named = [each.rpartition(" ")[2] for each in project["classifiers"] if ":: 3." in each]
    assert len(named) >= 3
    assert all(f'"{version}"' in workflow for version in named)


def test_there_is_a_command_for_each_thing_and_the_page_for_contributors_names_it() -> None:
    script = (CHECKOUT / "task").read_text("utf-8")
    listed = re.findall(r"^\./task (\w+)", script, re.MULTILINE)
    known = re.findall(r"^(\w+)\)", script, re.MULTILINE)
    assert listed == known
    page = (CHECKOUT / "CONTRIBUTING.md").read_text("utf-8")
    assert all(f"./task {word}" in page for word in listed if word != "all")


HOOK = (CHECKOUT / ".pre-commit-hooks.yaml").read_text("utf-8")


def hook(key: str) -> str:
    (value,) = re.findall(rf"^ +{key}: (.*)$", HOOK, re.M)
    return str(value)


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        ("reports/青禾县教育局2023年政府信息公开工作年度报告.docx", True),
        ("2023年报.PDF", True),
        ("年报说明.py", False),
        ("README.md", False),
    ],
)
def test_the_hook_takes_files_named_as_reports_are(name: str, taken: bool) -> None:
    assert bool(re.search(hook("files"), name)) is taken


def test_the_hook_runs_a_command_that_there_is(tmp_path: Path) -> None:
    source = tmp_path / "2023年报.html"
    example = CHECKOUT / "govreport" / "example" / "yunling-2023.html"
    source.write_bytes(example.read_bytes())
    program, *arguments = hook("entry").split()
    assert program == "govreport"
    ran = subprocess.run([sys.executable, "-m", program, *arguments, str(source)], check=False)
    assert ran.returncode == 0


def test_the_example_of_a_workflow_runs_commands_that_there_are() -> None:
    text = (CHECKOUT / "examples" / "check-reports.yml").read_text("utf-8")
    commands = re.findall(r"^ +(?:- run: )?(govreport .*)$", text, re.M)
    assert len(commands) == 2
    for command in commands:
        options = set(re.findall(r"--[a-z-]+", command))
        shown = subprocess.run(
            [sys.executable, "-m", *command.split()[:2], "--help"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        assert options <= set(re.findall(r"--[a-z-]+", shown))
