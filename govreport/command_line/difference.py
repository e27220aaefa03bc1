"""The command `govreport diff`: what changed between two reports."""

import argparse
from collections.abc import Iterator
from typing import Any

import govreport
from govreport.checks.naming import cell_name
from govreport.command_line.messages import visible
from govreport.command_line.options import once, read_report, say_no_report, status_of
from govreport.command_line.output import (
    Colour,
    Row,
    add_output_options,
    as_json,
    coloured,
    framed,
    github_line,
    json_lines,
    print_lines,
    write_page,
)
from govreport.difference import Difference, FactChange, TextChange
from govreport.pages import difference_page
from govreport.pages.differences import percentage, signed
from govreport.wording import Language, phrase

_EXAMPLES = """\
examples:
  govreport diff report-2022.docx report-2023.docx
  govreport diff draft.docx published.html --html changes.html --lang zh

The exit status is 0 if the reports say the same, 1 if they differ, 2 if one could not be
read, and 3 if a source is not a report.
"""
_COLOURS: dict[str, Colour] = {"added": "green", "removed": "red", "copied": "dim"}


def add_diff(commands: Any) -> None:
    """Add the command to the sub-commands of an `argparse` parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "diff",
        help="show what changed between two reports",
        epilog=_EXAMPLES,
    )
    parser.add_argument("old", metavar="OLD", help="the older report, or -")
    parser.add_argument("new", metavar="NEW", help="the newer report, or -")
    add_output_options(parser)
    parser.set_defaults(run=_run, parser=parser)


def _run(options: argparse.Namespace) -> int:
    language: Language = options.lang
    once(options, options.old, options.new)
    old, new = (
        read_report(name, options.from_format, options.encoding)
        for name in (options.old, options.new)
    )
    for name, each in ((options.old, old), (options.new, new)):
        if status_of(each):
            say_no_report(name, language)
    difference = govreport.diff(old, new)
    if options.html:
        write_page(difference_page(old, new, difference, language), options.html)
    if options.html != "-":
        print_lines(_printed(options, difference, language))
    return status_of(old, new, found=bool(difference))


def _printed(
    options: argparse.Namespace, difference: Difference, language: Language
) -> Iterator[str]:
    if options.format == "json":
        yield json_lines(_told(difference))
    elif options.format == "github":
        for kind, words in _lines(difference, language):
            yield github_line("notice", options.new, kind, words)
    else:
        yield from _text(difference, language)


def _text(difference: Difference, language: Language) -> Iterator[str]:
    counts = phrase(
        "counts",
        language,
        facts=len(difference.facts),
        texts=len(difference.changed_texts),
        share=f"{difference.copied_share:.0%}",
    )
    yield coloured(counts, "bold")
    rows: list[Row] = [
        ((kind, words), _COLOURS.get(key, "yellow"))
        for key, (kind, words) in zip(
            _kinds(difference), _lines(difference, language), strict=True
        )
    ]
    if rows:
        yield from framed(rows)
    else:
        yield coloured(phrase("same", language), "green")


def _kinds(difference: Difference) -> Iterator[str]:
    """Yield the kind of change for each line of `_lines`."""
    yield from ("edited" for _ in (*difference.fields, *difference.facts))
    yield from (each.kind for each in difference.sections)
    yield from (each.kind for each in difference.changed_texts)


def _lines(difference: Difference, language: Language) -> Iterator[tuple[str, str]]:
    for field in difference.fields:
        yield phrase(field.name, language), f"{field.old} → {field.new}"
    for fact in difference.facts:
        yield phrase("facts", language), _changed(fact, language)
    for section in difference.sections:
        headings = dict.fromkeys(filter(None, (section.old, section.new)))
        yield phrase(section.kind, language), " → ".join(headings)
    for text in difference.changed_texts:
        key = "edited_moved" if text.kind == "edited" and text.moved else text.kind
        yield phrase(key, language), _edited(text)


def _changed(fact: FactChange, language: Language) -> str:
    blank = phrase("blank", language)
    old, new = fact.old or blank, fact.new or blank
    words = phrase("changed", language, cell=cell_name(fact.cell, language), old=old, new=new)
    changes = filter(None, (signed(fact.absolute), percentage(fact.relative)))
    change = phrase("change_parted", language).join(changes)
    return phrase("changed_by", language, words=words, change=change) if change else words


def _edited(change: TextChange) -> str:
    """Return a text with its edits as `wdiff` marks them: [-taken out-] {+put in+}."""
    if not change.edits:
        return visible(change.new or change.old)
    marks = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
    return "".join(
        marks[each.kind].format(_context(each.kind, each.text)) for each in change.edits
    )


def _context(kind: str, text: str) -> str:
    """Return a text; of a long stretch that both reports have, only its ends."""
    if kind != "equal" or len(text) <= 60:
        return text
    return f"{text[:24]} … {text[-24:]}"


def _told(difference: Difference) -> dict[str, Any]:
    """Return a difference for JSON, with the share that is copied."""
    return {**as_json(difference), "copied_share": round(difference.copied_share, 4)}
