"""The output of findings: framed rows, JSON, and whether they fail a run."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from govreport.command_line.messages import visible
from govreport.command_line.output import (
    Colour,
    Row,
    coloured,
    framed,
    number_as_json,
)
from govreport.wording import Language, phrase

if TYPE_CHECKING:
    from govreport.checks import Finding

_LONGEST = 160


def fails(findings: Sequence["Finding"], threshold: str) -> bool:
    """Whether findings are at or above a threshold, "error" or "warning"."""
    failing = ("error",) if threshold == "error" else ("error", "warning")
    return any(finding.severity in failing for finding in findings)


def counts_line(findings: Sequence["Finding"], language: Language) -> str:
    """Return how many errors and warnings there are, coloured by the gravest."""
    errors = sum(finding.severity == "error" for finding in findings)
    if not findings:
        return coloured(phrase("none", language), "green")
    summary = phrase("summary", language, errors=errors, warnings=len(findings) - errors)
    return coloured(summary, "red" if errors else "yellow")


def finding_lines(findings: Sequence["Finding"], language: Language) -> Iterator[str]:
    """Yield the findings as a framed table, errors first."""
    rows: list[Row] = []
    for finding in sorted(findings, key=lambda each: each.severity):
        text = finding.message
        if finding.quote:
            text += "\n" + phrase("says", language, text=_shortened(finding.quote))
        colour: Colour = "red" if finding.severity == "error" else "yellow"
        rows.append(((phrase(finding.severity, language), finding.rule, text), colour))
    if rows:
        yield from framed(rows)


def one_line(text: str) -> str:
    """Return a text on one line, without control characters."""
    return " ".join(visible(text).split())


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def finding_as_json(finding: "Finding") -> dict[str, Any]:
    """Return a finding for JSON; a number with a fraction is a string, to stay exact."""
    place = finding.place
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "cells": [list(cell) for cell in finding.cells],
        "expected": number_as_json(finding.expected),
        "actual": number_as_json(finding.actual),
        "equation": finding.equation,
        "operands": [
            {
                "cell": list(operand.cell),
                "text": operand.text,
                "value": number_as_json(operand.value),
                "side": operand.side,
                "year": operand.year,
                **({"report": operand.report} if operand.report else {}),
            }
            for operand in finding.operands
        ],
        "blanks": [list(cell) for cell in finding.blanks],
        "quote": finding.quote,
        "place": place
        and {"part": place.part, "block": place.block, "start": place.start, "end": place.end},
    }
