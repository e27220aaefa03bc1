"""What the writers of text write obeys the grammar that `docs/formats.md` gives.

The grammar is read from the page itself, so that page and writers cannot part. A recogniser takes
each rule at each place once, and says where it may end.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given

from govreport.blocks import Stream, TableBlock, TextBlock
from govreport.model.grid import Table
from govreport.testing import streams
from tests.laws.registry import TEXT_FORMATS, share, written

PAGE = Path(__file__).resolve().parents[2] / "docs" / "formats.md"

Node = tuple[str, *tuple["Node | str | int", ...]]
Rules = dict[str, Node]

_TOKEN = re.compile(r'"[^"]*"|\(\*.*?\*\)|[a-z]+(?: [a-z]+)*|[0-9]+|[=;,|{}\[\]()*]', re.DOTALL)


def run(ends_with: str) -> Callable[[str, int], set[int]]:
    def ends(text: str, start: int) -> set[int]:
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        if start == stop or text[start].isspace():
            return set()
        return {end for end in range(start + 1, stop + 1) if re.match(ends_with, text[end - 1])}

    return ends


def sign(pattern: str) -> Callable[[str, int], set[int]]:
    return lambda text, start: (
        {start + 1} if re.match(pattern, text[start : start + 1]) else set()
    )


TERMINALS: dict[str, Callable[[str, int], set[int]]] = {
    "character": sign(r"[^\n]"),
    "line end": sign(r"\n"),
    "tab": sign(r"\t"),
    "blank": sign(" "),
    "digit": sign("[0-9]"),
    "name sign": sign("[a-z_]"),
    "word character": sign(r"[^\s:：|]"),
    "text": run(r"\S"),
}
"""What the page says in words."""


class Grammar:
    """The rules of ISO/IEC 14977 that a text holds, as far as the page uses that notation."""

    def __init__(self, text: str) -> None:
        self.tokens = [token for token in _TOKEN.findall(text) if not token.startswith("(*")]
        self.rules: Rules = {}
        while self.tokens:
            name = self.tokens.pop(0)
            self._take("=")
            self.rules[name] = self._choice()
            self._take(";")

    def _take(self, token: str) -> None:
        assert self.tokens.pop(0) == token, (token, self.tokens[:5])

    def _choice(self) -> Node:
        found = [self._sequence()]
        while self.tokens[0] == "|":
            self._take("|")
            found.append(self._sequence())
        return ("choice", *found)

    def _sequence(self) -> Node:
        found = [self._factor()]
        while self.tokens[0] == ",":
            self._take(",")
            found.append(self._factor())
        return ("sequence", *found)

    def _factor(self) -> Node:
        word = self.tokens.pop(0)
        if word in "{[(":
            inner = self._choice()
            self._take({"{": "}", "[": "]", "(": ")"}[word])
            return {"{": ("repeat", inner), "[": ("option", inner), "(": inner}[word]
        if word.isdecimal():
            self._take("*")
            return ("sequence", *[self._factor()] * int(word))
        if word.startswith('"'):
            return ("literal", word[1:-1])
        if word.endswith(" but"):
            return ("except", ("rule", word.removesuffix(" but")), self._factor())
        return ("rule", word)


def matches(rules: Rules, name: str, text: str) -> bool:
    """Whether a rule takes a text from its start to its end."""
    known: dict[tuple[int, int], set[int]] = {}

    def ends(node: Node, start: int) -> set[int]:
        key = (id(node), start)
        if key not in known:
            known[key] = found(node, start)
        return known[key]

    def found(node: Node, start: int) -> set[int]:
        kind, *parts = node
        if kind == "literal":
            literal = str(parts[0])
            return {start + len(literal)} if text.startswith(literal, start) else set()
        if kind == "rule":
            rule = str(parts[0])
            return TERMINALS[rule](text, start) if rule in TERMINALS else ends(rules[rule], start)
        if kind == "choice":
            return set().union(*(ends(part, start) for part in parts))
        if kind == "except":
            return ends(parts[0], start) - ends(parts[1], start)
        if kind == "option":
            return {start, *ends(parts[0], start)}
        if kind == "sequence":
            reached = {start}
            for part in parts:
                reached = set().union(*(ends(part, at) for at in reached))
            return reached
        reached, fresh = {start}, [start]
        while fresh:
            further = ends(parts[0], fresh.pop()) - reached
            reached |= further
            fresh.extend(further)
        return reached

    return len(text) in ends(rules[name], 0)


def grammar(format: str, form: str) -> Rules:
    """Return the rules of the page for one form of one format."""
    blocks = re.findall(r"```ebnf\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    (block,) = (each for each in blocks if each.startswith(form))
    common, of_pipe, of_tab = re.split(r"\(\* (?:pipe|tab) \*\)", block)
    rules = Grammar(common + {"pipe": of_pipe, "tab": of_tab}[format]).rules
    dates = Grammar('date = 4 * digit, "-", 2 * digit, "-", 2 * digit ;').rules
    return {**dates, **rules}


GRAMMARS = {
    (name, form): grammar(name, form) for name in TEXT_FORMATS for form in ("plain", "strict")
}


ADJACENT = (TableBlock(Table([["0"]])), TableBlock(Table([["1", ""]])))


@pytest.mark.parametrize("format", TEXT_FORMATS)
@share(20)
@given(stream=streams())
@example(Stream(ADJACENT))
@example(Stream((*ADJACENT, TextBlock("甲"), *ADJACENT, *ADJACENT)))
@example(Stream((*ADJACENT, TableBlock(Table([["2"]]), mark="table 7"))))
def test_every_text_written_obeys_the_grammar_of_its_form(format: str, stream: Stream) -> None:
    text = written(stream, format).decode("utf-8")
    form = "strict" if text.startswith("\\govreport") else "plain"
    assert matches(GRAMMARS[format, form], form, text)


BROKEN = {
    "no version": "\\govreport pipe\n",
    "another version": "\\govreport 2 pipe\n",
    "no such escape": "\\govreport 1 pipe\n甲\\x乙\n",
    "a lone backslash": "\\govreport 1 pipe\n甲\\\n",
    "an open table": "\\govreport 1 pipe\n| \\[ 1 \\, 2 |\n",
    "no line end": "\\govreport 1 pipe\n甲",
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_the_grammar_refuses_what_is_broken(text: str) -> None:
    assert not matches(GRAMMARS["pipe", "strict"], "strict", text)


def test_the_plain_grammar_takes_one_blank_line_between_tables_and_no_other() -> None:
    rules = GRAMMARS["pipe", "plain"]
    assert matches(rules, "plain", "| 0 |\n\n| 1 |\n甲\n")
    assert not matches(rules, "plain", "| 0 |\n\n\n| 1 |\n甲\n")
    assert not matches(rules, "plain", "| 0 |\n\n甲\n")
    assert not matches(rules, "plain", "甲\n\n| 0 |\n")


def test_the_grammar_takes_the_rows_of_the_example_of_the_page() -> None:
    (example,) = re.findall(
        r"\n((?:    [^\n]*\n)*    \\govreport 1 pipe\n(?:    .*\n)+)", PAGE.read_text("utf-8")
    )
    text = "".join(line.removeprefix("    ") for line in example.splitlines(keepends=True))
    assert matches(GRAMMARS["pipe", "strict"], "strict", text)
