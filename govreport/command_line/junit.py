"""Findings as JUnit XML, which build servers show: a suite for each file, a case for each rule."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from govreport.command_line.messages import visible

if TYPE_CHECKING:
    from govreport.checks import Finding


def as_junit(
    reports: Sequence[tuple[str, Sequence["Finding"]]],
    failures: Sequence[tuple[str, str]],
    rules: Sequence[str],
    threshold: str,
) -> str:
    """Return the XML of a run of these rules.

    Findings at or above `threshold` are failures, the others are in the output of their case; a
    file that could not be checked is a suite with one error.
    """
    root = ElementTree.Element("testsuites", name="govreport")
    for source, findings in reports:
        _suite(root, source, findings, rules, threshold)
    for source, why in failures:
        suite = ElementTree.SubElement(
            root, "testsuite", name=visible(source), tests="1", failures="0", errors="1"
        )
        case = ElementTree.SubElement(suite, "testcase", name="read", classname=visible(source))
        ElementTree.SubElement(case, "error", type="unread", message=visible(why))
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True)


def _suite(
    root: ElementTree.Element,
    source: str,
    findings: Sequence["Finding"],
    rules: Sequence[str],
    threshold: str,
) -> None:
    suite = ElementTree.SubElement(root, "testsuite", name=visible(source))
    for rule in dict.fromkeys((*rules, *(finding.rule for finding in findings))):
        case = ElementTree.SubElement(suite, "testcase", name=rule, classname=visible(source))
        _tell(case, [finding for finding in findings if finding.rule == rule], threshold)
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    suite.set("errors", "0")


def _tell(case: ElementTree.Element, found: Sequence["Finding"], threshold: str) -> None:
    """Write the findings of a rule: those at or above the threshold as its failure."""
    failing = [one for one in found if threshold == "warning" or one.severity == "error"]
    if failing:
        first = failing[0]
        failure = ElementTree.SubElement(
            case, "failure", type=first.severity, message=visible(first.message)
        )
        failure.text = _said(failing)
    if passing := [one for one in found if one not in failing]:
        ElementTree.SubElement(case, "system-out").text = _said(passing)


def _said(findings: Sequence["Finding"]) -> str:
    """Return the messages of findings, each with what it quotes."""
    lines = (line for one in findings for line in (one.message, one.quote) if line)
    return visible("\n".join(lines))
