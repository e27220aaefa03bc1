"""What a newcomer meets first: the bundled example, and the page that shows how to use it."""

import contextlib
import datetime
import io
import re
import tomllib
from importlib import resources
from pathlib import Path

import pytest

import govreport

CHECKOUT = Path(__file__).resolve().parent.parent
README = (CHECKOUT / "README.md").read_text("utf-8")


@pytest.fixture(scope="module")
def example() -> govreport.ReportDocument:
    resource = resources.files("govreport") / "example" / "yunling-2023.html"
    return govreport.loads(resource.read_bytes())


def test_the_example_is_read_as_the_report_it_is(example: govreport.ReportDocument) -> None:
    assert example.title == "青禾县云岭镇人民政府2023年政府信息公开工作年度报告"
    assert (example.agency, example.year, example.edition) == ("青禾县云岭镇人民政府", 2023, 2021)
    assert [section.kind for section in example.sections] == [
        "overview",
        "proactive_disclosure",
        "applications",
        "reviews",
        "problems",
        "other_matters",
    ]
    assert [
        block.text for block in example.closing if isinstance(block, govreport.Paragraph)
    ] == [
        "青禾县云岭镇人民政府",
        "2024年1月18日",
    ]
    assert example.source.publication_date == datetime.date(2024, 1, 18)
    assert example.source.publisher == "青禾县云岭镇人民政府"
    assert not [found for found in example.diagnostics if found.severity == "warning"]


def test_every_number_of_the_example_is_read(example: govreport.ReportDocument) -> None:
    values = {(fact.row, fact.column): fact.value for fact in example.facts() if fact.value}
    assert {str(value) for value in values.values()} >= {"1128", "3.62", "17", "12"}
    assert values[("administrative_licensing", "decisions")] == 1128
    assert values[("normative_documents", "in_force")] == 6
    assert values[("not_held", "legal_service_organization")] == 1
    assert values[("litigation_after_reconsideration", "pending")] == 1
    blank = {fact.row for fact in example.facts() if not fact.text}
    assert blank == {"state_secret", "enforcement_file", "publication_request"}


def test_the_example_obeys_the_identities_of_the_form(example: govreport.ReportDocument) -> None:
    values = {(fact.row, fact.column): fact.value or 0 for fact in example.facts()}
    for table in example.statutory_tables():
        for identity in table.layout.identities:
            left = sum(values[cell] for cell in identity.left)
            assert left == sum(values[cell] for cell in identity.right), identity


@pytest.mark.parametrize("format", ["docx", "html", "pipe", "tab", "json"])
def test_the_example_survives_every_format(
    example: govreport.ReportDocument, format: str
) -> None:
    written = govreport.dumps(example, format)
    assert govreport.loads(written) == example
    assert govreport.loads(written, format) == example


def test_the_program_in_the_readme_prints_what_stands_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ((program, printed),) = re.findall(
        r"```python\n(.*?)```\n\n```text\n(.*?)```", README, re.DOTALL
    )
    (tmp_path / "govreport").symlink_to(CHECKOUT / "govreport")
    monkeypatch.chdir(tmp_path)
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(compile(program, "README.md", "exec"), {"__name__": "__main__"})  # noqa: S102
    assert output.getvalue() == printed
    assert (tmp_path / "yunling-2023.docx").is_file()


def test_the_files_that_the_readme_links_are_there() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (CHECKOUT / target).is_file(), target


def test_the_readme_holds_the_one_command_that_the_ci_runs() -> None:
    (command,) = re.findall(r"<!-- [^\n]*\.ci/run[^\n]*-->\n```sh\n(.*)\n```", README)
    assert "/bin/pytest" in command


def test_the_version_is_that_of_the_project() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    assert govreport.__version__ == project["version"]
