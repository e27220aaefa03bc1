"""The closed list of diagnostics: documented, and each one asserted by some test."""

from pathlib import Path

from govreport.model.diagnostics import CODES

ROOT = Path(__file__).parent.parent


def test_the_documentation_lists_every_code_with_its_severity_and_meaning() -> None:
    text = (ROOT / "docs" / "diagnostics.md").read_text("utf-8")
    for code, (severity, meaning) in CODES.items():
        assert f"| `{code}` | {severity} | {meaning} |" in text


def test_every_code_is_asserted_by_some_test() -> None:
    tests = "\n".join(
        path.read_text("utf-8") for path in Path(__file__).parent.rglob("test_*.py")
    )
    assert [code for code in CODES if f'"{code}"' not in tests] == []


def test_every_code_is_given_by_some_reader_or_the_recogniser() -> None:
    sources = [p for p in (ROOT / "govreport").rglob("*.py") if p.name != "diagnostics.py"]
    code = "\n".join(path.read_text("utf-8") for path in sources)
    assert [each for each in CODES if f'"{each}"' not in code] == []
