"""Normalises a report: repairs its texts, and reads them again if that finds more.

Zero-width characters can hide a label, and wrong decoding a title; once the texts are repaired,
the recogniser finds them. Only this module knows both the repair and the recogniser.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from govreport.model.diagnostics import Diagnostic
from govreport.model.document import ReportDocument, require_report
from govreport.normalise.changes import Change
from govreport.normalise.driver import Normalization, repair, replay_texts

__all__ = ["Normalization", "normalize", "replay"]


def normalize(document: ReportDocument, steps: Iterable[str] | None = None) -> Normalization:
    """Repair the damage that mirrors and scrapers do to a report's text, and read it again.

    `steps` names those to run, among `govreport.normalise.STEPS`; None runs all. They run in their
    own order whatever the order given. A clean document comes back as the very same object without
    a change. No cell and no unit of a statutory table is ever touched.

    If more can be read after the repair, the result is what the recogniser finds in the repaired
    texts: a title, the agency, the year, sections, facts. Every earlier fact stays as it was.
    `found` of the result lists what was found.

    Raises `ReportError` for a step that does not exist.
    """
    require_report(document, "normalize")
    result = repair(document, steps)
    if not result.changes:
        return result
    again, found = _read_again(document, result.document, result.changes)
    return replace(result, document=again, found=found)


def replay(document: ReportDocument, changes: Iterable[Change]) -> ReportDocument:
    """Return a document with recorded changes made to it, read again as `normalize` does.

    For the document that was normalised this is the result of normalising it. Raises
    `ReportError` if a change does not fit.
    """
    require_report(document, "replay")
    made = tuple(changes)
    repaired = replay_texts(document, made)
    return _read_again(document, repaired, made)[0] if made else repaired


def _read_again(
    before: ReportDocument, repaired: ReportDocument, changes: tuple[Change, ...]
) -> tuple[ReportDocument, tuple[str, ...]]:
    """Return a repaired document as it is read from its own texts, and what that found.

    It stays as it is if the reading finds no more, if a fact would change, if reading the
    unrepaired texts finds as much (then the author chose their order), and if the steps would
    change the result again.
    """
    from govreport.arrange import unmarked
    from govreport.recognise import recognise

    again = recognise(unmarked(repaired))
    again = replace(again, agency=again.agency or repaired.agency, source=repaired.source)
    found = _found(repaired, again)
    if not found or not _keeps(repaired, again):
        return repaired, ()
    if not _found(recognise(unmarked(before)), again):
        return repaired, ()
    if repair(again, {change.step for change in changes}).changes:
        return repaired, ()
    return replace(again, diagnostics=_of_both(repaired, again)), found


def _of_both(first: ReportDocument, again: ReportDocument) -> tuple[Diagnostic, ...]:
    """Return the diagnostics of both readings.

    What the first said of the source holds; what it could not find may be found now.
    """
    held = [each for each in first.diagnostics if each.code not in _OF_THE_WHOLE]
    return (*held, *(each for each in again.diagnostics if each not in held))


_OF_THE_WHOLE = frozenset(("not-a-report", "missing-row"))


def _found(before: ReportDocument, after: ReportDocument) -> tuple[str, ...]:
    """Return the names of what a document has and the other one lacks."""
    names = ["title", "agency", "year"]
    found = [name for name in names if getattr(after, name) and not getattr(before, name)]
    # Fields that held other text as well: the year in the agency, the page's words in the title.
    found += [
        name
        for name in ("title", "agency")
        if _is_part(getattr(after, name), getattr(before, name))
    ]
    if not _kinds(after) <= _kinds(before):
        found.append("sections")
    if _known(after).total() > _known(before).total():
        found.append("facts")
    return tuple(found)


def _kinds(document: ReportDocument) -> Counter[str]:
    """Return the statutory sections of a document, by kind."""
    return Counter(each.kind for each in document.sections if each.kind != "other")


def _is_part(text: str | None, whole: str | None) -> bool:
    return bool(text and whole) and text != whole and str(text) in str(whole)


def _known(document: ReportDocument) -> Counter[tuple[object, ...]]:
    """Return the facts that state a number, without agency and year."""
    return Counter(
        (fact.table, fact.item, fact.row, fact.column, fact.text, fact.value, fact.unit)
        for fact in document.facts()
        if fact.value is not None
    )


def _keeps(before: ReportDocument, after: ReportDocument) -> bool:
    """Whether everything that was known is still known."""
    if before.year is not None and after.year != before.year:
        return False
    if before.title is not None and after.title is None:
        return False
    return _known(before) <= _known(after) and _kinds(before) <= _kinds(after)
