"""Makes a report from a filled form: figures, totals, last year's figures, and errors by cell."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from govreport.checks import Finding, check
from govreport.checks.series import are_one_office
from govreport.errors import FormError, UnreadableSourceError, require_language
from govreport.forms.layout import PROSE_SHEET
from govreport.forms.reading import Fault, FilledForm, is_form, read_form
from govreport.limits import DEFAULT_LIMITS, Limits
from govreport.model.document import CellKey, ReportDocument
from govreport.model.facts import Fact
from govreport.model.filling import with_sums
from govreport.model.statute import APPLICANT_COLUMNS
from govreport.opened import PathOrFile, opened_bytes
from govreport.wording import Language, phrase

_MOST_ADDRESSES = 4
_ARCHIVE = b"PK"
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class FormFinding:
    """An error or doubt in a filled form, with the cells of the workbook concerned.

    `addresses` are those of Excel with the name of the sheet, such as `表三!D6`; `rule` is the
    rule of `check` that found it, or one of the form's own, which begin with `form.`.
    """

    severity: Literal["error", "warning"]
    rule: str
    message: str
    addresses: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{'、'.join(self.addresses)}：{self.message}" if self.addresses else self.message


@dataclass(frozen=True, slots=True)
class Filling:
    """A report made from a filled form, and its errors and doubts, errors first.

    `carried` are the cells that were filled from last year's report.
    """

    document: ReportDocument
    findings: tuple[FormFinding, ...] = ()
    carried: tuple[CellKey, ...] = ()

    @property
    def errors(self) -> tuple[FormFinding, ...]:
        """The findings that speak against publishing the report."""
        return tuple(each for each in self.findings if each.severity == "error")


def fill(
    source: PathOrFile | bytes,
    previous: ReportDocument | None = None,
    *,
    force: bool = False,
    renamed: bool = False,
    language: Language = "zh",
    limits: Limits = DEFAULT_LIMITS,
) -> Filling:
    """Return the report that a filled form holds: its figures, with every total computed.

    `source` is a path, a file opened in binary mode or the bytes of a workbook that
    `govreport.form` wrote. `previous` is last year's report: what it carries forward fills the
    cells of 上年结转 that are blank, and is compared with those that are not. A report of another
    office is an error and is not looked at, unless `renamed` says that the office had that name.

    Raises `FormError` where the form has errors, unless `force` is true; its message names each
    with its cell, in Chinese unless `language` is "en". Raises `UnreadableSourceError` for
    anything but such a form, `LimitExceededError`, and `OSError` if a path cannot be opened.
    """
    require_language(language)
    data = source if isinstance(source, bytes) else opened_bytes(source, limits)[0]
    form = _form(data, limits)
    document, carried, uncertain = form.document, tuple[CellKey, ...](), list[Fault]()
    strange = [] if renamed else list(_of_another_office(document, previous, language))
    previous = None if strange else previous
    if previous is not None:
        document, carried, uncertain = _carried_over(form, previous)
    faults = (*form.faults, *uncertain)
    findings = [
        *strange,
        *(_of_fault(fault, language) for fault in faults),
        *_beside(document, language),
        *_checked(form, document, previous, language),
    ]
    findings.sort(key=lambda each: each.severity)
    filling = Filling(document, tuple(findings), carried)
    if not form.is_intact or (filling.errors and not force):
        raise FormError("\n".join(map(str, filling.errors)))
    return filling


def _of_another_office(
    document: ReportDocument, previous: ReportDocument | None, language: Language
) -> Iterator[FormFinding]:
    """Yield the error that the previous report is of another office."""
    last, agency = (previous and previous.agency), document.agency
    if last and agency and not are_one_office(last, agency):
        message = phrase("form:other_office", language, previous=last, agency=agency)
        yield FormFinding("error", "form.other_office", message)


def _form(data: bytes, limits: Limits) -> FilledForm:
    if data.startswith(_COMPOUND_FILE):
        raise UnreadableSourceError(
            "the workbook is protected by a password, or an old one (.xls); open it and save it as"
            " .xlsx without a password"
        )
    limits = limits.of_one_source()
    form = None
    if data.startswith(_ARCHIVE) and is_form(data, limits):
        form = read_form(data, limits)
    if form is None:
        raise UnreadableSourceError(
            "this is not a form made by govreport form (.xlsx); read a report in another file, or"
            " in a workbook of your own, with govreport convert or govreport check"
        )
    return form


def _carried_over(
    form: FilledForm, previous: ReportDocument
) -> tuple[ReportDocument, tuple[CellKey, ...], list[Fault]]:
    """Return the document with last year's numbers carried forward in the blank cells of 上年结转."""
    document = form.document
    table = document.applications
    consecutive = previous.year is not None and previous.year + 1 == document.year
    if table is None or not consecutive:
        return document, (), []
    values: dict[CellKey, str] = {}
    uncertain = []
    for column, fact in _carried_forward(previous).items():
        cell = ("applications", "carried_over", column)
        if table.text(*cell[1:]):
            continue
        if fact.status == "number":
            values[cell] = str(fact.value)
        elif fact.text:
            uncertain.append(Fault("not-carried", form.addresses[cell], fact.text, cell))
    document = document.with_values(values)
    return _summed(document, form), tuple(values), uncertain


def _carried_forward(previous: ReportDocument) -> dict[str, Fact]:
    """Return what last year carried forward, by the columns that are no totals."""
    facts = {
        fact.column: fact
        for fact in previous.facts()
        if (fact.table, fact.row) == ("applications", "carried_forward")
    }
    columns = (each.key for each in APPLICANT_COLUMNS if not each.is_total)
    return {column: facts[column] for column in columns if column in facts}


def _summed(document: ReportDocument, form: FilledForm) -> ReportDocument:
    """Return the document with the totals computed again that the form computes."""
    blank = document.with_values(dict.fromkeys(form.computed))
    values: dict[CellKey, str] = {}
    for table in blank.statutory_tables():
        totals = {cell[1:] for cell in form.computed if cell[0] == table.kind}
        summed = with_sums(table, totals)
        values.update({(table.kind, *total): summed.text(*total) for total in totals})
    return blank.with_values(values)


def _of_fault(fault: Fault, language: Language) -> FormFinding:
    text = fault.text
    if fault.kind == "moved" and text:
        text = phrase("form:moved_label", language, text=text)
    return FormFinding(
        "warning" if fault.kind == "not-carried" else "error",
        f"form.{fault.kind.replace('-', '_')}",
        phrase(f"form:{fault.kind}", language, text=text),
        (fault.address,),
    )


def _beside(document: ReportDocument, language: Language) -> Iterator[FormFinding]:
    """Yield the contents of the workbook outside the form, which are not in the report."""
    for found in document.diagnostics:
        if found.code == "unplaced-text":
            sheet = found.where.removeprefix("sheet ")
            at, text = zip(*(line.split(": ", 1) for line in found.text.split("\n")), strict=True)
            message = phrase("form:unplaced", language, text="、".join(text))
            yield FormFinding(
                "warning", "form.unplaced", message, tuple(f"{sheet}!{each}" for each in at)
            )


def _checked(
    form: FilledForm,
    document: ReportDocument,
    previous: ReportDocument | None,
    language: Language,
) -> Iterator[FormFinding]:
    told = {fault.cell for fault in form.faults}
    half_filled = set[str]()
    # Whether the previous report is of this office is settled, with or without a change of name.
    for found in check(document, previous, ignore=["series.agency"], language=language):
        if found.rule == "tables.half_filled":
            half_filled.update(cell[0] for cell in found.cells)
        if found.rule == "values.unreadable" and set(found.cells) <= told:
            continue  # reported already, with what to do
        yield FormFinding(
            found.severity, found.rule, found.message, tuple(_addresses(found, form))
        )
    yield from _left_blank(form, document, half_filled, language)


def _left_blank(
    form: FilledForm, document: ReportDocument, half_filled: set[str], language: Language
) -> Iterator[FormFinding]:
    """Yield the cells of a filled table that were left blank: the form requires 0 there.

    A summary of the level above is open wherever one office left a cell blank.
    """
    for table in document.statutory_tables():
        own = form.to_fill(table.kind)
        blank = [cell for cell in own if not table.text(*cell[1:])]
        if table.kind in half_filled or not 0 < len(blank) < len(own):
            continue
        addresses = tuple(form.addresses[cell] for cell in blank)
        if len(addresses) > _MOST_ADDRESSES:
            addresses = (addresses[0].partition("!")[0],)
        message = phrase("form:blank", language, count=len(blank))
        yield FormFinding("warning", "form.blank", message, addresses)


def _totals(found: Finding) -> tuple[CellKey, ...]:
    return tuple(each.cell for each in found.operands if each.side == "right")


def _addresses(found: Finding, form: FilledForm) -> Iterator[str]:
    """Yield the place of a finding: for a long sum its total, for a half-filled table nothing."""
    cells = found.cells
    totals = _totals(found)
    if found.rule.startswith("series"):
        cells = totals or cells
    elif found.operands and len(cells) > _MOST_ADDRESSES:
        cells = totals
    if len(cells) <= _MOST_ADDRESSES:
        yield from dict.fromkeys(form.addresses[cell] for cell in cells if cell in form.addresses)
    if not cells and found.place is not None:
        yield PROSE_SHEET
