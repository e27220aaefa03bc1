"""Findings in the Static Analysis Results Interchange Format (SARIF 2.1.0, an OASIS standard).

Code hosts and editors show it. A report has no lines of source, so a finding's place is the file
and, as a logical location, the cell of the form.
"""

import hashlib
from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import govreport

if TYPE_CHECKING:
    from govreport.checks import Finding

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def as_sarif(
    reports: Sequence[tuple[str, Sequence["Finding"]]], failures: Sequence[tuple[str, str]]
) -> dict[str, Any]:
    """Return a log of one run: the findings by file, and the files that could not be checked."""
    rules = govreport.rules()
    places = {rule.id: number for number, rule in enumerate(rules)}
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "govreport",
                        "version": govreport.__version__,
                        "rules": [_rule(rule) for rule in rules],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "invocations": [
                    {
                        "executionSuccessful": not failures,
                        "toolExecutionNotifications": [
                            {
                                "level": "error",
                                "message": {"text": why},
                                "locations": [_location(source)],
                            }
                            for source, why in failures
                        ],
                    }
                ],
                "results": [
                    _result(source, finding, places)
                    for source, findings in reports
                    for finding in findings
                ],
            }
        ],
    }


def _rule(rule: "govreport.Rule") -> dict[str, Any]:
    described: dict[str, Any] = {
        "id": rule.id,
        "shortDescription": {"text": rule.description},
        "defaultConfiguration": {"level": rule.severity},
    }
    if rule.source:
        described["fullDescription"] = {"text": rule.source}
    return described


def _result(source: str, finding: "Finding", places: dict[str, int]) -> dict[str, Any]:
    text = f"{finding.message}\n{finding.quote}" if finding.quote else finding.message
    location = _location(source)
    if finding.cells:
        location["logicalLocations"] = [
            {"fullyQualifiedName": "/".join(cell), "name": cell[2], "kind": "member"}
            for cell in finding.cells
        ]
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": finding.severity,
        "message": {"text": text},
        "locations": [location],
        "partialFingerprints": {"govreport/v1": _fingerprint(source, finding)},
    }
    if finding.rule in places:
        result["ruleIndex"] = places[finding.rule]
    return result


def _location(source: str) -> dict[str, Any]:
    uri = quote(PurePath(source).as_posix().encode("utf-8", "surrogateescape"))
    return {"physicalLocation": {"artifactLocation": {"uri": uri}}}


def _fingerprint(source: str, finding: "Finding") -> str:
    """Return a value that is the same for the same finding, whatever its language."""
    said = repr((PurePath(source).name, finding.rule, finding.cells, finding.quote))
    return hashlib.sha256(said.encode("utf-8", "backslashreplace")).hexdigest()
