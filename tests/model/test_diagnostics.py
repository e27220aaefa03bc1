"""The closed list of diagnostics: documented, and each one asserted by some test."""

from pathlib import Path

import govreport
from govreport.model.diagnostics import CODES, diagnostic

ROOT = Path(__file__).parent.parent.parent


def test_the_documentation_lists_every_code_with_its_severity_and_meaning() -> None:
    text = (ROOT / "docs" / "diagnostics.md").read_text("utf-8")
    for code, (severity, meaning) in CODES.items():
        assert f"| `{code}` | {severity} | {meaning} |" in text


def test_every_code_is_asserted_by_some_test() -> None:
    tests = "\n".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    assert [code for code in CODES if f'"{code}"' not in tests] == []


def test_every_code_is_given_by_some_reader_or_the_recogniser() -> None:
    sources = [p for p in (ROOT / "govreport").rglob("*.py") if p.name != "diagnostics.py"]
    code = "\n".join(path.read_text("utf-8") for path in sources)
    assert [each for each in CODES if f'"{each}"' not in code] == []


def test_a_diagnostic_of_a_row_concerns_its_cells_and_no_others() -> None:
    found = diagnostic("missing-row", table="applications", row="granted")
    assert found.concerns("applications", "granted", "total")
    assert not found.concerns("applications", "new_received", "total")
    assert not found.concerns("reviews", "granted", "total")
    whole = diagnostic("unplaced-text", table="applications")
    assert whole.concerns("applications", "granted", "total")
    assert not diagnostic("page-furniture").concerns("applications", "granted", "total")


def test_an_open_row_is_named_by_its_keys_as_data() -> None:
    text = (
        "三、收到和处理政府信息公开申请情况\n"
        "| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n"
        "| 一、本年新收政府信息公开申请数量 | 1 | 2 |\n"
    )
    document = govreport.loads(text, "pipe")
    missing = {d.row for d in document.diagnostics if d.code == "missing-row"}
    assert "carried_over" in missing
    assert "new_received" not in missing
    assert all(d.table == "applications" for d in document.diagnostics if d.row)


def test_every_code_of_a_diagnostic_has_a_severity_and_a_meaning() -> None:
    for code, (severity, meaning) in CODES.items():
        found = diagnostic(code, "here", "quoted")
        assert found.severity == severity
        assert found.message == meaning
    assert diagnostic("note", message="more").message == "more"
