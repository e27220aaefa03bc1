"""The driver: runs the steps in order over every text of a document, until nothing changes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from govreport.errors import ReportError
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.model.document import ReportDocument
from govreport.model.shown import ShownAsPage
from govreport.normalise.changes import Change, Edit, apart, edited, recorded, replayed
from govreport.normalise.fences import Span, fenced, without
from govreport.normalise.findings import findings
from govreport.normalise.parts import Part, parts_of, with_texts
from govreport.normalise.step import Pass, Step
from govreport.normalise.steps import glosses, noise, punctuation, script, slips, spaces
from govreport.normalise.steps.slips import unproved

_STEPS: tuple[Step, ...] = (
    slips.STEP,
    noise.STEP,
    glosses.STEP,
    spaces.STEP,
    script.STEP,
    punctuation.STEP,
)
STEPS = tuple(step.name for step in _STEPS)
"""The names of all steps, in the order in which they run."""

_ROUNDS = 12
"""One repair may expose other damage; three rounds are usual, and each leaves less to do."""


@dataclass(frozen=True, slots=True, repr=False)
class Normalization(ShownAsPage):
    """A normalised document with its changes and findings.

    `document` is the result; `replay` makes it again from the original document and `changes`;
    `findings` are diagnostics of damage that was left as it is, because no repair of it would be
    certain. `found` names what reading the repaired texts again found: "title", "agency", "year",
    "sections", "facts".
    """

    document: ReportDocument
    changes: tuple[Change, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    found: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return (
            f"<Normalization changes: {len(self.changes)}, findings: {len(self.findings)}, found:"
            f" {', '.join(self.found) or None}, document: {self.document!r}>"
        )


def repair(document: ReportDocument, steps: Iterable[str] | None = None) -> Normalization:
    """Repair the texts of a report, as `govreport.normalize` does before it reads them again.

    `steps` names those to run, among `STEPS`; None runs all, in the order of `STEPS`.

    Raises `ReportError` for a step that does not exist.
    """
    chosen = _chosen(steps)
    parts = parts_of(document)
    run = _Run(parts)
    run.repair(chosen)
    changed = {
        part.place: text for part, text in zip(parts, run.texts, strict=True) if text != part.text
    }
    found = (*run.failures.values(), *findings(parts, run.texts))
    return Normalization(with_texts(document, changed), tuple(run.changes), found)


def normalize_text(text: str, steps: Iterable[str] | None = None) -> str:
    """Return a plain text repaired as `normalize` repairs a document.

    The text counts as a whole document, with all evidence in it.
    """
    if not isinstance(text, str):
        raise ReportError(
            f"normalize_text takes a str, not {type(text).__name__}; use normalize for documents"
        )
    run = _Run([Part("text", "text", text)])
    run.repair(_chosen(steps))
    return run.texts[0]


def replay_texts(document: ReportDocument, changes: Iterable[Change]) -> ReportDocument:
    """Return a document with recorded changes made to its texts.

    Raises `ReportError` if a change does not fit.
    """
    by_place: dict[str, list[Change]] = {}
    for change in changes:
        by_place.setdefault(change.place, []).append(change)
    parts = {part.place: part.text for part in parts_of(document)}
    if unknown := set(by_place) - set(parts):
        raise ReportError(
            f"the document has no text at {min(unknown)}; replay changes on the very document"
            " that was normalised"
        )
    return with_texts(
        document, {place: replayed(parts[place], made) for place, made in by_place.items()}
    )


def _chosen(steps: Iterable[str] | None) -> tuple[Step, ...]:
    if steps is None:
        return _STEPS
    names = [steps] if isinstance(steps, str) else list(steps)
    for name in names:
        if name not in STEPS:
            raise ReportError(f"there is no step {name!r}; the steps are {', '.join(STEPS)}")
    return tuple(step for step in _STEPS if step.name in names)


_FAILURES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""The exceptions of a faulty step, which cost only that step's repair of that text."""


class _Run:
    """A run of steps over texts: the texts as they are now, and the changes so far."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = parts
        self.texts = [part.text for part in parts]
        self.changes: list[Change] = []
        self.failures: dict[tuple[str, str], Diagnostic] = {}
        self._fences: dict[str, list[Span]] = {}

    def repair(self, steps: Sequence[Step]) -> None:
        """Run steps in their order, until nothing changes."""
        for _ in range(_ROUNDS):
            before = len(self.changes)
            for step in steps:
                self._run(step)
            if len(self.changes) == before:
                break

    def _run(self, step: Step) -> None:
        try:
            evidence = step.weigh(self._weighed(step))
        except _FAILURES as error:
            self._failed(step, "", "", error)
            return
        if evidence is None:
            return
        for number, part in enumerate(self.parts):
            for one_pass in step.passes:
                text = self.texts[number]
                try:
                    edits = one_pass(text, evidence) if text else []
                    if edits:
                        self._make(step, one_pass, number, edits)
                except _FAILURES as error:
                    self._failed(step, part.place, text, error)

    def _weighed(self, step: Step) -> list[str]:
        """Return the texts as evidence for a step: without stretches fenced from all its passes."""
        if step is slips.STEP or step.repairs:
            return self.texts
        return [without(text, self._fenced(text)) for text in self.texts]

    def _fenced(self, text: str) -> list[Span]:
        if text not in self._fences:
            self._fences[text] = fenced(text)
        return self._fences[text]

    def _make(self, step: Step, one_pass: Pass, number: int, edits: list[Edit]) -> None:
        """Make the edits of a pass to a text, except those that touch a fence."""
        part, text = self.parts[number], self.texts[number]
        edits = apart(text, edits, self._fences_against(step, one_pass, text))
        if not edits:
            return
        result = edited(text, edits)
        made = list(recorded(step.name, part.place, text, edits))
        if part.role != "text":
            ends = _blank_ends(result)
            made += recorded(step.name, part.place, result, ends)
            result = edited(result, ends)
        if result or part.role != "name":
            self.changes += made
            self.texts[number] = result

    def _fences_against(self, step: Step, one_pass: Pass, text: str) -> list[Span]:
        """Return what a pass must not touch: damage that it does not repair itself."""
        if step is slips.STEP:
            return []
        return unproved(text) if one_pass in step.repairs else self._fenced(text)

    def _failed(self, step: Step, place: str, text: str, error: Exception) -> None:
        message = f"the step {step.name} failed here and changed nothing: {error!r}"
        found = diagnostic("step-failed", place, text[:_QUOTED], message)
        self.failures.setdefault((step.name, place), found)


def _blank_ends(text: str) -> list[Edit]:
    """Return the edits that take the blanks at its ends from a text."""
    stripped = text.strip()
    lead = len(text) - len(text.lstrip()) if stripped else 0
    ends = ((0, lead, ""), (lead + len(stripped), len(text), ""))
    return [edit for edit in ends if edit[0] != edit[1]]


_QUOTED = 80
"""Characters of a text that a finding of a failed step quotes."""
