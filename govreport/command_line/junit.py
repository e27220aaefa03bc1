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
    failed = 0
    for rule in dict.fromkeys((*rules, *(finding.rule for finding in findings))):
        case = ElementTree.SubElement(suite, "testcase", name=rule, classname=visible(source))
        found = [finding for finding in findings if finding.rule == rule]
        failing = [one for one in found if threshold == "warning" or one.severity == "error"]
        failed += bool(failing)
        if failing:
            failure = ElementTree.SubElement(
                case, "failure", type=failing[0].severity, message=visible(failing[0].message)
            )
            failure.text = "\n".join(_said(one) for one in failing)
        passing = [one for one in found if one not in failing]
        if passing:
            output = ElementTree.SubElement(case, "system-out")
            output.text = "\n".join(_said(one) for one in passing)
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(failed))
    suite.set("errors", "0")


def _said(finding: "Finding") -> str:
    quoted = f"\n{finding.quote}" if finding.quote else ""
    return visible(finding.message + quoted)
