"""What was said in English, found in the catalogue by its own words, and said in Chinese.

A message is a text: that is what a document holds, what JSON carries, what an exception prints,
what comes back from another process or from a file that was written years ago. So it is not known
by a number beside it but by what it says. A template of the catalogue is matched as a pattern,
`line {number:number}` against `line 12`, and what stands in the fields goes into the Chinese one.

A field's kind says what may stand there:

| kind | what stands there | in Chinese |
|---|---|---|
| none | a name or a quotation | as it is |
| `quoted` | a value as Python prints it | a text in Chinese quotation marks |
| `number` | a whole number | as it is |
| `word` | a word that the catalogue or the caller may know | that, else as it is |
| `said` | another message | that; what is none does not match |
| `words`, `several` | words parted by a comma, messages parted by a semicolon | each of them |
| `place` | a place, such as `word/document.xml, paragraph 3` | each of its parts |
| `foreign` | what another program says | may be left out |
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from string import Formatter

from govreport.expressions import expression
from govreport.wording.chinese import CHINESE

_Names = Mapping[str, str]
_ADDRESS = expression(
    r"(?:title|agency|source\.publisher"
    r"|sections\[\d+\]\.heading"
    r"|(?:preamble|closing|sections\[\d+\]\.blocks)\[\d+\](?:\.\w+|\[\d+\])*)"
)
"""The place of a text in a document, such as `sections[2].blocks[0].text`; it counts from nought."""

_ESCAPED = expression(r"\\(['\"\\])")
"""A quotation mark or a backslash as Python prints it within quotation marks."""

_STEP = expression(r"(\w+)((?:\[\d+\])*)")
_STEPS = {
    "title": ("标题",),
    "agency": ("机关名称",),
    "publisher": ("发布机构",),
    "heading": ("标题",),
    "label": ("名称",),
    "preamble": ("开头", "第 {} 段"),
    "closing": ("落款", "第 {} 段"),
    "sections": ("", "第 {} 部分"),
    "blocks": ("", "第 {} 段"),
    "rows": ("", "第 {} 行", "第 {} 格"),
    "content": ("", "第 {} 项"),
    "extra_columns": ("", "附加列 {}"),
}
"""What each step of such a place is called, and what its numbers count."""

_DEEPEST = 5
"""Messages that may stand in one another."""

_DEEPEST_PLACE = 2
"""Messages in one another of which each may come after a place."""

_LONGEST = 4_000
"""Characters of a message; no longer text is one."""

_MOST_COLONS = 12
"""Colons after which a message is looked for."""


@dataclass(frozen=True, slots=True)
class Template:
    """An English template taken apart: what stands before, between and after its fields."""

    literals: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]
    """The name and the kind of each."""
    chinese: str

    @property
    def weight(self) -> int:
        """How much of what matches is the template's own; the heavier of two is the better match."""
        return sum(map(len, self.literals))

    def match(self, text: str) -> dict[str, str] | None:
        """Return what stands in the fields, each as short as can be, None if it does not match."""
        first, *between, last = self.literals
        end = len(text) - len(last)
        at = len(first)
        if at > end or not text.startswith(first) or not text.endswith(last):
            return None
        found: dict[str, str] = {}
        for (name, _), literal in zip(self.fields, [*between, ""], strict=True):
            start = text.find(literal, at, end) if literal else end
            if start < 0 or not _agrees(found, name, text[at:start]):
                return None
            at = start + len(literal)
        return found


def _agrees(found: dict[str, str], name: str, text: str) -> bool:
    """Take down what stands in a field; one that stands twice says the same twice."""
    return found.setdefault(name, text) == text


def template_of(english: str, chinese: str) -> Template:
    """Return the template that an entry of the catalogue with fields is."""
    literals: list[str] = [""]
    fields: list[tuple[str, str]] = []
    for literal, name, kind, _ in Formatter().parse(english):
        literals[-1] += literal
        if name is not None:
            fields.append((name, kind or ""))
            literals.append("")
    return Template(tuple(literals), tuple(fields), chinese)


@cache
def _catalogue() -> tuple[dict[str, str], tuple[tuple[str, str, Template], ...]]:
    """Return the messages without fields, and the templates with some, the heaviest first.

    With each template stand its first and its last words, which most texts do not have.
    """
    plain: dict[str, str] = {}
    templates: list[Template] = []
    for english, chinese in CHINESE.items():
        template = template_of(english, chinese)
        if template.fields:
            templates.append(template)
        else:
            plain[template.literals[0]] = chinese.format()
    templates.sort(key=lambda each: -each.weight)
    return plain, tuple((each.literals[0], each.literals[-1], each) for each in templates)


def in_chinese(text: str, names: _Names, depth: int = 0) -> str | None:
    """Return a message in Chinese, None for what the package does not say."""
    if depth > _DEEPEST or len(text) > _LONGEST:
        return None
    said = _as_a_whole(text, names, depth)
    if said is None and depth < _DEEPEST_PLACE:
        return _behind_a_place(text, names, depth)
    return said


def _as_a_whole(text: str, names: _Names, depth: int) -> str | None:
    """Return the Chinese of the entry that a text is, or that it matches best; None without one."""
    plain, templates = _catalogue()
    if text in plain:
        return plain[text]
    for first, last, template in templates:
        if not (text.startswith(first) and text.endswith(last)):
            continue
        found = template.match(text)
        if found is not None:
            fields = _filled(template, found, names, depth + 1)
            if fields is not None:
                return template.chinese.format_map(fields)
    return None


def _filled(
    template: Template, found: dict[str, str], names: _Names, depth: int
) -> dict[str, str] | None:
    """Return the fields of a match as they stand in Chinese, None if one is of another kind."""
    filled: dict[str, str] = {}
    for name, kind in template.fields:
        shown = _KINDS[kind](found[name], names, depth)
        if shown is None:
            return None
        filled[name] = shown
    return filled


def _behind_a_place(text: str, names: _Names, depth: int) -> str | None:
    """Return a message that the name of its file or place stands before, with a colon."""
    at = -1
    for _ in range(_MOST_COLONS):
        at = text.find(": ", at + 1)
        if at < 0:
            break
        said = _as_a_whole(text[at + 2 :], names, depth)
        if said is not None:
            places = (place_in_chinese(part, names) for part in text[:at].split(": "))
            return "：".join((*places, said))
    return None


def place_in_chinese(text: str, names: _Names) -> str:
    """Return a place in Chinese, part by part; a part that is a name stays as it is."""
    if len(text) > _LONGEST:
        return text
    if (address := _ADDRESS.fullmatch(text)) is not None:
        return _address(address[0])
    for sign, chinese in ((": ", "："), (", ", "，")):
        parts = text.split(sign)
        if len(parts) > 1:
            known = [place_in_chinese(part, names) for part in parts]
            if known != parts:
                return chinese.join(known)
    whole = _known(text, names)
    return text if whole is None else whole


def _address(text: str) -> str:
    """Return the place of a text in a document in Chinese, counted from one."""
    said = []
    for step in _STEP.finditer(text):
        name, *counted = _STEPS.get(step[1], ("",))
        numbers = (int(each) + 1 for each in re.findall(r"\d+", step[2]))
        said += [
            name,
            *(each.format(number) for each, number in zip(counted, numbers, strict=False)),
        ]
    return "".join(said)


def _known(text: str, names: _Names) -> str | None:
    """Return a word or the name of a place in Chinese, None if neither names nor catalogue do."""
    return names[text] if text in names else _as_a_whole(text, names, _DEEPEST)


def _as_it_is(text: str, _names: _Names, _depth: int) -> str | None:
    return text


def _number(text: str, _names: _Names, _depth: int) -> str | None:
    return text if text.removeprefix("-").isdecimal() else None


def _quoted(text: str, _names: _Names, _depth: int) -> str | None:
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        shown = _ESCAPED.sub(r"\1", text[1:-1])
        return f"“{shown}”"
    return None if " " in text else text


def _word(text: str, names: _Names, depth: int) -> str | None:
    known = names.get(text)
    return known or in_chinese(text, names, depth) or text


def _words(text: str, names: _Names, depth: int) -> str | None:
    parts = (part.strip("'\"") for part in text.split(", "))
    return "、".join(_word(part, names, depth) or part for part in parts)


def _several(text: str, names: _Names, depth: int) -> str | None:
    said = [in_chinese(part, names, depth) for part in text.split("; ")]
    return None if None in said else "；".join(map(str, said))


def _place(text: str, names: _Names, _depth: int) -> str | None:
    return place_in_chinese(text, names)


def _foreign(text: str, names: _Names, depth: int) -> str | None:
    return in_chinese(text, names, depth) or text


_KINDS: dict[str, Callable[[str, _Names, int], str | None]] = {
    "": _as_it_is,
    "foreign": _foreign,
    "number": _number,
    "place": _place,
    "quoted": _quoted,
    "said": in_chinese,
    "several": _several,
    "word": _word,
    "words": _words,
}
