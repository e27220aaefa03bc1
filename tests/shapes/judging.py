"""What is read of a source beside its truth."""

import json
from dataclasses import dataclass
from decimal import Decimal

import govreport
from tests.shapes.sheets import Key, Report

Value = Decimal | None


@dataclass(frozen=True)
class Judgement:
    """A reading: numbers right and open, those that are wrong, and texts that were lost."""

    right: int
    open: tuple[Key, ...]
    wrong: tuple[tuple[Key, Decimal, tuple[Decimal, ...]], ...]
    lost: tuple[str, ...]
    untold: tuple[Key, ...] = ()
    """Those of the open numbers that no diagnostic concerns."""
    refused: str = ""

    @property
    def numbers(self) -> int:
        """How many numbers the source shows."""
        return self.right + len(self.open)


def judged(source: bytes, format: str | None, report: Report) -> Judgement:
    """Return how a source is read, by the truth of the report that it was made of."""
    truth = report.truth()
    implied = {key: {value} for key, value in report.implied().items() if key not in truth}
    return judged_by(source, format, truth, report.visible(), implied)


def judged_by(
    source: bytes,
    format: str | None,
    truth: dict[Key, set[Decimal]],
    markers: frozenset[str],
    implied: dict[Key, set[Decimal]] | None = None,
) -> Judgement:
    """Return how a source is read, by what may be read of it and what must not be lost."""
    allowed = {**(implied or {}), **truth}
    try:
        document = govreport.loads(source, format)
    except govreport.ReportError as error:
        return Judgement(
            0, tuple(_numbers(truth)), (), tuple(sorted(markers)), refused=str(error)
        )
    read = [
        ((fact.table, fact.row, fact.column), Decimal(fact.value))
        for fact in document.facts()
        if fact.value is not None
    ]
    wrong = tuple(
        (key, value, tuple(sorted(allowed.get(key, ()))))
        for key, value in read
        if value not in allowed.get(key, ())
    )
    found = {key for key, _ in read}
    unread = tuple(key for key in _numbers(truth) if key not in found)
    refuted = {key for key, _, _ in wrong}
    right = sum(key in found and key not in refuted for key in _numbers(truth))
    wrongly = tuple(key for key in _numbers(truth) if key in refuted)
    untold = tuple(key for key in unread if not _is_told(document, key))
    return Judgement(right, (*unread, *wrongly), wrong, _lost(document, markers), untold)


def _numbers(truth: dict[Key, set[Decimal]]) -> list[Key]:
    return [key for key, values in truth.items() if len(values) == 1]


def _is_told(document: govreport.ReportDocument, key: Key) -> bool:
    # Releases before this one have diagnostics that name no cell.
    named = (getattr(each, "concerns", None) for each in document.diagnostics)
    return any(concerns is not None and concerns(*key) for concerns in named)


def _lost(document: govreport.ReportDocument, markers: frozenset[str]) -> tuple[str, ...]:
    """Return the markers that are neither in a document nor quoted in one of its diagnostics."""
    if not markers:
        return ()
    kept = json.loads(govreport.dumps(document, "json"))
    quoted = [f"{each.message} {each.where} {each.text}" for each in document.diagnostics]
    held = json.dumps(kept, ensure_ascii=False) + "\n".join(quoted)
    return tuple(sorted(each for each in markers if each not in held))
