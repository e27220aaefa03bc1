"""The driver: steps in their order over every text of a document, until nothing changes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from govreport.errors import ReportError
from govreport.model.diagnostics import Diagnostic
from govreport.model.document import ReportDocument
from govreport.normalise.changes import Change, apart, edited, recorded, replayed
from govreport.normalise.findings import findings
from govreport.normalise.parts import Part, parts_of, with_texts
from govreport.normalise.step import Step
from govreport.normalise.steps import glosses, noise, punctuation, script, slips, spaces

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
"""One repair may lay another bare; three rounds are usual, and each leaves less to do."""


@dataclass(frozen=True, slots=True)
class Normalization:
    """A normalised document and the account of it.

    `document` is the result; `changes` made to the document that was given are the result again
    (`replay`); `findings` are diagnostics of damage that was left as it is, because no repair of
    it would be certain.
    """

    document: ReportDocument
    changes: tuple[Change, ...] = ()
    findings: tuple[Diagnostic, ...] = ()


def normalize(document: ReportDocument, steps: Iterable[str] | None = None) -> Normalization:
    """Repair the damage that mirrors and scrapers do to a report's text.

    `steps` names those to run, among `STEPS`; None runs all. They run in the order of `STEPS`
    whatever the order given. A clean document comes back as the very same object without a
    change. No cell and no unit of a statutory table is ever touched.

    Raises `ReportError` for a step that does not exist.
    """
    chosen = _chosen(steps)
    parts = parts_of(document)
    texts, changes = _repaired(parts, chosen)
    changed = {
        part.place: text for part, text in zip(parts, texts, strict=True) if text != part.text
    }
    return Normalization(with_texts(document, changed), tuple(changes), findings(parts, texts))


def normalize_text(text: str, steps: Iterable[str] | None = None) -> str:
    """Return a plain text repaired as `normalize` repairs a document.

    The text is taken as a whole document: all evidence is its own.
    """
    if not isinstance(text, str):
        raise ReportError(
            f"normalize_text takes a str, not {type(text).__name__}; use normalize for documents"
        )
    return _repaired([Part("text", "text", text)], _chosen(steps))[0][0]


def replay(document: ReportDocument, changes: Iterable[Change]) -> ReportDocument:
    """Return a document with recorded changes made to it.

    For the document that was normalised this is the result of normalising it. Raises
    `ReportError` where a change does not fit.
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


def _repaired(parts: Sequence[Part], steps: Sequence[Step]) -> tuple[list[str], list[Change]]:
    """Return the texts repaired, and the changes in the order in which they were made."""
    texts = [part.text for part in parts]
    changes: list[Change] = []
    for _ in range(_ROUNDS):
        before = len(changes)
        for step in steps:
            evidence = step.weigh(texts)
            if evidence is not None:
                for number, part in enumerate(parts):
                    if texts[number]:
                        texts[number] = _passed(step, evidence, part, texts[number], changes)
        if len(changes) == before:
            break
    return texts, changes


def _passed(step: Step, evidence: object, part: Part, text: str, changes: list[Change]) -> str:
    for one_pass in step.passes:
        kept = () if step is slips.STEP else slips.unproved(text)
        edits = apart(text, one_pass(text, evidence), kept)
        if not edits:
            continue
        result = edited(text, edits)
        made = list(recorded(step.name, part.place, text, edits))
        if part.role != "text" and result != (stripped := result.strip()):
            lead = len(result) - len(result.lstrip()) if stripped else 0
            tail = [(lead + len(stripped), len(result), "")]
            head = [(0, lead, "")] if lead else []
            made += recorded(
                step.name,
                part.place,
                result,
                [edit for edit in (*head, *tail) if edit[0] != edit[1]],
            )
            result = stripped
        if not result and part.role == "name":
            return text
        changes += made
        text = result
    return text
