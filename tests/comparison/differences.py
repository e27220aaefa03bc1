"""What differs between what two versions made of one source, each difference by its kind."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

KINDS = {
    "new crash": "an exception that is no ReportError, where the old version raised none",
    "crash gone": "the old version raised an exception that is no ReportError",
    "document to error": "the old version read it, the new one refuses it",
    "error to document": "the old version refused it, the new one reads it",
    "another error": "both refuse it, with other errors or messages",
    "reports": "another number of reports on the page",
    "number to other number": "a cell holds another number",
    "number to open": "a cell held a number and holds none",
    "open to number": "a cell held no number and holds one",
    "text of a cell": "a cell says something else and states the same number, or none as before",
    "unit": "a cell has another unit",
    "text lost": "characters of the document are in neither the new one nor its diagnostics",
    "quotation lost": "what a diagnostic quoted is in neither the new document nor its diagnostics",
    "title": "",
    "agency": "",
    "year": "",
    "edition": "",
    "source": "date of publication, or publisher",
    "sections": "kinds or headings of the sections",
    "blocks": "what stands in a section, before the first or behind the last, told above in part",
    "form": "the JSON form has other fields",
    "diagnostic gained": "",
    "diagnostic gone": "",
    "diagnostic reworded": "the same code and quotation, with another message, place or severity",
    "diagnostics in another order": "",
}
"""Every kind of difference, the gravest first, with what it means where its name does not say it."""

FIELDS = ("title", "agency", "year", "edition", "source")
_BODY = ("preamble", "sections", "closing")

Outcome = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: its kind, and the old and the new in a few words."""

    kind: str
    detail: str


def differences(old: Outcome, new: Outcome) -> Iterator[Difference]:
    """Yield every difference between two outcomes of `reading`."""
    if "error" in old or "error" in new:
        yield from _errors(old, new)
        return
    if len(old["documents"]) != len(new["documents"]):
        counts = f"{len(old['documents'])} -> {len(new['documents'])}"
        yield Difference("reports", counts)
        return
    for before, after in zip(old["documents"], new["documents"], strict=True):
        if before != after:
            yield from _of_documents(before, after)


def _errors(old: Outcome, new: Outcome) -> Iterator[Difference]:
    names = [_named(outcome) for outcome in (old, new)]
    if names[0] == names[1]:
        return
    detail = f"{names[0]} -> {names[1]}"
    if new.get("crash", False) != old.get("crash", False):
        yield Difference("new crash" if new.get("crash") else "crash gone", detail)
    elif "error" in old and "error" in new:
        yield Difference("another error", detail)
    else:
        yield Difference("document to error" if "error" in new else "error to document", detail)


def _named(outcome: Outcome) -> str:
    return f"{outcome['error']}: {outcome['message']}" if "error" in outcome else "a document"


def _of_documents(old: Outcome, new: Outcome) -> Iterator[Difference]:
    yield from _facts(old["facts"], new["facts"])
    yield from _lost(old, new)
    before, after = old["document"], new["document"]
    for field in FIELDS:
        if before.get(field) != after.get(field):
            yield Difference(field, f"{before.get(field)!r} -> {after.get(field)!r}")
    headings = [
        [(section["kind"], section["heading"]) for section in document["sections"]]
        for document in (before, after)
    ]
    if headings[0] != headings[1]:
        yield Difference("sections", f"{headings[0]} -> {headings[1]}")
    else:
        for field in _BODY:
            yield from _first_difference(before.get(field), after.get(field), field)
    if before.keys() != after.keys():
        yield Difference("form", f"{sorted(before)} -> {sorted(after)}")
    yield from _diagnostics(before.get("diagnostics", []), after.get("diagnostics", []))


def _facts(old: list[list[Any]], new: list[list[Any]]) -> Iterator[Difference]:
    before, after = ({tuple(fact[:3]): fact[3:] for fact in facts} for facts in (old, new))
    absent = [None, "", ""]
    for cell in dict.fromkeys((*before, *after)):
        (value, text, unit), (now, new_text, new_unit) = (
            facts.get(cell, absent) for facts in (before, after)
        )
        detail = f"{'.'.join(cell)}: {text!r} -> {new_text!r}"
        if value != now:
            kind = "number to open" if now is None else "number to other number"
            yield Difference("open to number" if value is None else kind, detail)
        elif text != new_text:
            yield Difference("text of a cell", detail)
        if unit != new_unit and cell in before and cell in after:
            yield Difference("unit", f"{'.'.join(cell)}: {unit!r} -> {new_unit!r}")


def _lost(old: Outcome, new: Outcome) -> Iterator[Difference]:
    """Yield what no longer shows, told by its characters: a text may be cut or joined otherwise."""
    shown = _pieces(new)
    everything = "\n".join(shown)
    left = Counter("".join(_pieces(old, quotations=False)))
    left -= Counter("".join(shown))
    if left:
        lost = [each for each in _pieces(old, quotations=False) if each not in everything]
        signs = "".join(sorted(left.elements()))
        yield Difference("text lost", f"{signs[:60]!r}, perhaps of {' / '.join(lost)[:200]!r}")
    quoted = [_bare(each["text"]) for each in old["document"].get("diagnostics", [])]
    for text in dict.fromkeys(quoted):
        if text and text not in everything and Counter(text) - Counter("".join(shown)):
            yield Difference("quotation lost", repr(text[:200]))


def _pieces(outcome: Outcome, *, quotations: bool = True) -> list[str]:
    """Return every text of a document, without white space, and what its diagnostics quote."""
    document = outcome["document"]
    texts = list(outcome["labels"])
    for field in ("title", *_BODY):
        texts.extend(_texts(document.get(field)))
    if quotations:
        texts.extend(each["text"] for each in document.get("diagnostics", []))
    return [text for text in map(_bare, texts) if text]


_NAMES_OF_KINDS = ("kind", "type", "key", "edition", "level")


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, dict):
        for name, each in value.items():
            if name not in _NAMES_OF_KINDS:
                yield from _texts(each)


def _bare(text: str) -> str:
    return "".join(text.split())


def _first_difference(old: object, new: object, place: str) -> Iterator[Difference]:
    """Yield the first place at which two bodies part; there is one at most."""
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict) and old.keys() == new.keys():
        for name in old:
            if old[name] != new[name]:
                yield from _first_difference(old[name], new[name], f"{place}.{name}")
                return
    if isinstance(old, list) and isinstance(new, list):
        for number, (before, after) in enumerate(zip(old, new, strict=False)):
            if before != after:
                yield from _first_difference(before, after, f"{place}[{number}]")
                return
        number = min(len(old), len(new))
        old, new = old[number:], new[number:]
        place = f"{place}[{number}:]"
    yield Difference("blocks", f"{place}: {_short(old)} -> {_short(new)}")


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 160 else f"{text[:160]}…"


def _diagnostics(old: list[dict[str, str]], new: list[dict[str, str]]) -> Iterator[Difference]:
    names = [{name for each in found for name in each} for found in (old, new)]
    if all(names) and names[0] != names[1]:
        yield Difference("form", f"diagnostics: {sorted(names[0])} -> {sorted(names[1])}")
    shared = tuple(sorted(names[0] & names[1] - {*_TOLD}))
    orders = [[_frozen(each, (*_TOLD, *shared)) for each in found] for found in (old, new)]
    before, after = map(Counter, orders)
    gone, gained = list((before - after).elements()), list((after - before).elements())
    for each in list(gone):
        same = next((other for other in gained if other[:2] == each[:2]), None)
        if same:
            gone.remove(each)
            gained.remove(same)
            yield Difference("diagnostic reworded", f"{each[0]}: {each[2:]} -> {same[2:]}")
    for kind, found in (("diagnostic gone", gone), ("diagnostic gained", gained)):
        for code, text, where, *_ in found:
            yield Difference(kind, f"{code} {text[:120]!r} at {where!r}")
    if before == after and orders[0] != orders[1]:
        yield Difference("diagnostics in another order", ", ".join(each["code"] for each in new))


def _frozen(found: dict[str, Any], names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(str(found.get(name, "")) for name in names)


_TOLD = ("code", "text", "where", "message", "severity")
