"""Style sheets and `style` attributes taken apart into rules and declarations (CSS Syntax 3)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from govreport.expressions import expression

_STRING = r'"(?:[^"\\\n]|\\.)*+"?|' r"'(?:[^'\\\n]|\\.)*+'?"
_COMMENT = expression(rf"({_STRING})|/\*(?:[^*]|\*(?!/))*+(?:\*/)?|<!--|-->", re.DOTALL)
_COMMENT_SIGNS = ("/*", "<!--", "-->")
_SIGN = expression(rf"{_STRING}|\\.|[{{}};]", re.DOTALL)
_PART = expression(rf"(?:{_STRING}|\([^()]*+\)|\\.|[^;\"'\\(]|\()*+", re.DOTALL)
_ESCAPE = expression(r"\\(?:([0-9a-f]{1,6})\s?|([^\n]))", re.IGNORECASE)
_GENERATED = expression(r"::?(before|after)\s*$", re.IGNORECASE)
_GROUPS = frozenset(("media", "supports", "layer", "container", "scope", "document"))
"""At-rules that hold rules of their own."""

_LONGEST = 1_000
"""The length of the longest value that is read; relevant ones are shorter."""

_SCREEN_WIDTH = 1_280
"""The assumed width of a desktop window, in pixels."""

_PIXELS = {"px": 1.0, "em": 16.0, "rem": 16.0, "pt": 4 / 3, "cm": 37.8, "mm": 3.78, "in": 96.0}
_WIDTH = expression(
    r"\((?:(?P<side>min|max)-)?(?:device-)?width\s*(?P<sign>:|[<>]=?|=)\s*"
    r"(?P<number>[0-9]*\.?[0-9]+)(?P<unit>[a-z]*)\)"
)
_TRUE_FEATURES = expression(
    r"\((?:orientation:landscape|(?:any-)?hover(?::hover)?|(?:any-)?pointer(?::fine)?"
    r"|prefers-[a-z-]+:(?:no-preference|light)|color|scripting(?::enabled)?)\)"
)


class Declaration(NamedTuple):
    """A property and its value, both in lower case; but `content`, which is text to be shown."""

    name: str
    value: str
    important: bool


class StyleRule(NamedTuple):
    """A list of selectors, and the text of the declarations for what they select."""

    selectors: str
    declarations: str


def without_comments(text: str) -> str:
    """Return a style sheet without its comments."""
    if not any(sign in text for sign in _COMMENT_SIGNS):
        return text
    return _COMMENT.sub(lambda found: found[1] or " ", text)


def declarations(text: str) -> Iterator[Declaration]:
    """Yield the declarations of a `style` attribute or of a rule, in order; skip endless ones."""
    if "/*" in text:
        text = without_comments(text)
    plain = not any(sign in text for sign in "\"'(\\")
    for part in text.split(";") if plain else _parts(text):
        name, colon, value = part.partition(":")
        if not colon or len(value) > _LONGEST:
            continue
        bare, sign, word = value.rpartition("!")
        important = bool(sign) and word.strip().lower() == "important"
        name, value = _unescaped(name.lower()), bare if important else value
        yield Declaration(
            name, _unescaped(value if name == "content" else value.lower()), important
        )


def _parts(text: str) -> Iterator[str]:
    start = 0
    while start <= len(text):
        found = _PART.match(text, start)
        end = len(text) if found is None else max(found.end(), start)
        yield text[start:end]
        start = end + 1


def _unescaped(text: str) -> str:
    text = text.strip()
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def _character(escape: re.Match[str]) -> str:
    if escape[2]:
        return escape[2]
    code = int(escape[1], 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def rules(text: str) -> Iterator[StyleRule]:
    """Yield the rules of a style sheet that apply to a screen, in order.

    A rule within another (CSS Nesting 1) selects elements within those that the outer one selects.
    """
    text = without_comments(text)
    # What is open: groups of rules that hold, rules, or something that is skipped, and its selectors.
    opened = [("group", "")]
    start = 0
    for found in _SIGN.finditer(text):
        sign = found[0]
        kind, selectors = opened[-1]
        if sign == "{":
            prelude = text[start : found.start()]
            if kind == "rule":
                said, _, prelude = prelude.rpartition(";")
                yield StyleRule(selectors, said)
            opened.append(_opened(prelude.strip(), kind, selectors))
        elif sign == "}":
            del opened[max(1, len(opened) - 1) :]  # the sheet itself stays open
            if kind == "rule":
                yield StyleRule(selectors, text[start : found.start()])
        if sign in ("{};" if kind == "group" else "{}"):
            start = found.end()
    if opened[-1][0] == "rule" and ("skipped", "") not in opened:
        yield StyleRule(opened[-1][1], text[start:])


def _opened(prelude: str, around: str, selectors: str) -> tuple[str, str]:
    """Return what a block is that opens within a block of a kind, and what it selects."""
    if around == "skipped":
        return "skipped", ""
    kind = _kind(prelude)
    # A group within a rule holds declarations for what the rule selects.
    if kind == "group":
        return "rule" if selectors else "group", selectors
    own = _nested(selectors, prelude) if kind == "rule" else ""
    return (kind, own) if own else ("skipped", "")


def _nested(outer: str, selectors: str) -> str:
    """Return the selectors of a rule as they are within another; empty if they grow too long."""
    if not outer:
        return selectors
    whole = f":is({outer})"
    parts = (
        each.replace("&", whole) if "&" in each else f"{whole} {each.strip()}"
        for each in selectors.split(",")
    )
    nested = ",".join(parts) if "(" not in selectors else selectors.replace("&", whole)
    return nested if len(nested) <= _LONGEST else ""


def parted_selectors(selectors: str) -> Iterator[tuple[str, str]]:
    """Yield the selectors of a list, each with "before" or "after" if it is for text put there."""
    for part in selectors.split(",") if "(" not in selectors else [selectors]:
        found = _GENERATED.search(part)
        if found is None:
            yield part, ""
        else:
            yield part[: found.start()].strip() or "*", found[1].lower()


def _kind(prelude: str) -> str:
    """Return the kind of a block after that prelude, outside of rules."""
    if not prelude.startswith("@"):
        return "rule"
    name, _, condition = prelude[1:].partition(" ")
    name, bracket, rest = name.partition("(")
    if name.lower() not in _GROUPS:
        return "skipped"
    if name.lower() == "media" and not holds_on_screen(bracket + rest + " " + condition):
        return "skipped"
    return "group"


def holds_on_screen(media: str) -> bool:
    """Whether a list of media queries applies to a desktop screen."""
    return not media.strip() or any(map(_query_holds, media.lower().split(",")))


def _query_holds(query: str) -> bool:
    if len(query) > _LONGEST:
        return False
    negated = re.match(r"\s*not\s", query) is not None
    query = re.sub(r"\s*([:<>=]+)\s*", r"\1", re.sub(r"^\s*(?:not|only)\s", "", query))
    query = re.sub(r"\(\s+|\s+\)", lambda found: found[0].strip(), query)
    parts = re.split(r"\s+and\s+", query.strip())
    return all(map(_part_holds, parts)) is not negated


def _part_holds(part: str) -> bool:
    if part in {"all", "screen", ""}:
        return True
    if width := _WIDTH.fullmatch(part):
        pixels = float(width["number"]) * _PIXELS.get(width["unit"], 1.0)
        sign = {"min": ">", "max": "<", None: width["sign"]}[width["side"]]
        if sign[0] == ">":
            return pixels <= _SCREEN_WIDTH
        return pixels >= _SCREEN_WIDTH if sign[0] == "<" else False
    return _TRUE_FEATURES.fullmatch(part) is not None
