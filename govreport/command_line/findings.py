"""The output of findings: framed rows, JSON, and whether they fail a run."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from govreport.command_line.messages import visible
from govreport.command_line.output import (
    Colour,
    Row,
    as_json,
    coloured,
    framed,
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
    """Return a finding for JSON, with its equation and the blanks in it."""
    told = as_json(finding)
    for operand in told["operands"]:
        if not operand["report"]:
            del operand["report"]
    return {**told, "equation": finding.equation, "blanks": as_json(finding.blanks)}
