"""The rules: all are described and documented, and users add their own."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import govreport
from govreport import Examination, Finding
from govreport.checks import registry
from govreport.wording import message_of, phrase
from govreport.wording.rules import MESSAGES
from tests.checks.reports import consistent


def test_every_rule_is_described_and_says_something_in_both_languages() -> None:
    known = govreport.rules()
    assert len({rule.id for rule in known}) == len(known) > 30
    for rule in known:
        assert rule.description
        assert rule.function.__doc__ is None or rule.function.__doc__.strip()
    for key, (english, chinese) in MESSAGES.items():
        assert (english + chinese).isprintable(), key
        fields = set(_fields(english))
        assert fields == set(_fields(chinese)), key


def _fields(template: str) -> Iterator[str]:
    class Asked(dict[str, object]):
        def __missing__(self, key: str) -> str:
            asked.append(key)
            return ""

    asked: list[str] = []
    template.format_map(Asked())
    yield from asked


def test_every_rule_is_documented_with_its_severity_and_source() -> None:
    documented = (Path(__file__).parents[2] / "docs" / "checks.md").read_text("utf-8")
    for rule in govreport.rules():
        line = f"| `{rule.id}` | {rule.severity} | {rule.description} | {rule.source or '—'} |"
        assert line in documented


def test_every_rule_is_documented_in_chinese_with_the_same_source() -> None:
    page = (Path(__file__).parents[2] / "docs" / "checks.zh-CN.md").read_text("utf-8")
    rows = [line.strip("|").split(" | ") for line in page.splitlines() if line.startswith("| `")]
    described = {row[0].strip(" `"): row for row in rows if len(row) == 4}
    for rule in govreport.rules():
        _, severity, description, source = described[rule.id]
        assert severity == phrase(rule.severity, "zh")
        assert re.search("[\u4e00-\u9fff]", description)
        assert source.strip() == (rule.source or "—")


def test_a_rule_without_a_message_says_nothing() -> None:
    assert message_of("no.such.rule", "en", {}) == ""


def test_users_add_rules_of_their_own_and_choose_among_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(registry, "_RULES", dict(registry._RULES))

    @govreport.rule("office.signature", "warning", "the report is signed", "our handbook")
    def signature(examination: Examination) -> Iterator[Finding]:
        if not examination.document.closing:
            yield examination.finding("nobody signed", expected=1, actual=0)

    (finding,) = govreport.check(consistent())
    assert finding == Finding("office.signature", "warning", "nobody signed", (), 1, 0)
    assert govreport.rules()[-1].function is signature
    assert govreport.check(consistent(), ignore=["office"]) == []
    assert len(govreport.check(consistent(), select=["office.signature"])) == 1


def test_an_unknown_rule_and_a_bad_id_are_errors() -> None:
    with pytest.raises(govreport.UnknownRuleError, match="no rule 'prosa'"):
        govreport.check(consistent(), ignore=["prosa"])
    with pytest.raises(ValueError, match="not a rule id"):
        govreport.rule("a rule", "error", "")


def test_a_language_that_nothing_is_said_in_is_refused_by_name() -> None:
    with pytest.raises(
        govreport.ReportError, match="no language 'cn'; it is 'en' or 'zh'"
    ) as said:
        govreport.check(consistent(), language="cn")  # type: ignore[arg-type]
    assert said.value.localized("zh") == "没有“cn”这种语言；只有 'en' 和 'zh'"
