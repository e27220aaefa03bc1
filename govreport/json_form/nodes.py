"""Strict JSON whose every value knows its place, so that a refusal can say where and what to do.

Python's own parser takes more than the standard (RFC 8259): repeated keys, `NaN`, integers of
any length. Here each of them is a value that no check accepts, refused with its place.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, NoReturn

from govreport.errors import (
    InvalidDocumentError,
    LimitExceededError,
    UnreadableSourceError,
)
from govreport.expressions import expression
from govreport.limits import Limits

_STRUCTURE = expression(r'[\[{]|[\]}]|"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
_DIGITS = expression(r"[0-9]+")
_ESCAPE = expression(r"\\(?:u[0-9A-Fa-f]{4}|.)", re.DOTALL)
_LONGEST_INTEGER = 18
_NAMES: dict[type, str] = {
    dict: "an object",
    list: "a list",
    str: "a text",
    int: "a whole number",
    float: "a number with a fraction",
    bool: "true or false",
    type(None): "null",
}


@dataclass(frozen=True, slots=True)
class _Refused:
    """A value that the parser met and that JSON or this format does not have."""

    description: str


class _Object(dict[str, Any]):
    """A JSON object that remembers a key given twice."""

    repeated: str | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """A JSON value and its place in the source, such as `$.sections[2].heading`."""

    value: Any
    path: str = "$"

    def members(self, required: Iterable[str], optional: Iterable[str] = ()) -> dict[str, "Node"]:
        """Return the members of an object by key.

        Raises `UnreadableSourceError` where this is not an object, a key is missing, repeated or
        not among those named.
        """
        value, required = self._of(dict), tuple(required)
        if value.repeated is not None:
            self.refuse(f"the key {shown(value.repeated)} occurs twice; keep one")
        known = (*required, *optional)
        for key in value:
            if key not in known:
                self.refuse(
                    f"there is no key {shown(key)} here; the keys are {', '.join(known) or 'none'}"
                )
        for key in required:
            if key not in value:
                self.refuse(f"the key {shown(key)} is missing; add it")
        return {key: Node(member, f"{self.path}.{key}") for key, member in value.items()}

    def items(self) -> Iterator["Node"]:
        """Yield the items of a list; `UnreadableSourceError` where this is none."""
        for position, item in enumerate(self._of(list)):
            yield Node(item, f"{self.path}[{position}]")

    def text(self) -> str:
        """Return a text; `UnreadableSourceError` where this is none."""
        value: str = self._of(str)
        return value

    def optional_text(self) -> str | None:
        """Return a text or, for null, None; `UnreadableSourceError` where this is neither."""
        return None if self.value is None else self.text()

    def integer(self) -> int:
        """Return a whole number; `UnreadableSourceError` where this is none."""
        value: int = self._of(int)
        return value

    def choice(self, choices: Iterable[Any]) -> Any:
        """Return the value if it is one of those named, else raise `UnreadableSourceError`."""
        choices = tuple(choices)
        for candidate in choices:
            if type(candidate) is type(self.value) and candidate == self.value:
                return candidate
        named = ", ".join(json.dumps(candidate) for candidate in choices)
        return self.refuse(f"it must be one of {named}, not {self._description()}")

    def refuse(self, reason: str) -> NoReturn:
        """Raise `UnreadableSourceError` with this place and the reason."""
        raise UnreadableSourceError(f"{self.path}: {reason}")

    @contextmanager
    def building(self) -> Iterator[None]:
        """Give what the model refuses within this block this place, as `UnreadableSourceError`."""
        try:
            yield
        except InvalidDocumentError as error:
            raise UnreadableSourceError(f"{self.path}: {error}") from error

    def _of(self, kind: type) -> Any:
        # bool is a subclass of int, and _Object of dict: the former must not pass for a number.
        if not isinstance(self.value, kind) or isinstance(self.value, bool):
            self.refuse(f"it must be {_NAMES[kind]}, not {self._description()}")
        return self.value

    def _description(self) -> str:
        if isinstance(self.value, _Refused):
            return self.value.description
        if isinstance(self.value, str):
            return f"the text {shown(self.value)}"
        if type(self.value) is int:
            return f"the number {self.value}"
        return _NAMES.get(type(self.value), "an object")


def shown(text: str) -> str:
    """Return a text as a message may show it: quoted, shortened and in ASCII or wide letters."""
    short = text if len(text) <= 40 else f"{text[:40]}…"
    return f'"{short}"' if short.isprintable() and '"' not in short else ascii(short)


def parse(data: bytes | str, limits: Limits) -> Node:
    """Return the one JSON value of `data`, which is text or UTF-8 with or without a mark (BOM).

    Raises `LimitExceededError` for input that is too large or too deep, `UnreadableSourceError`
    for what is no UTF-8 or no JSON.
    """
    text = _decoded(data, limits).removeprefix("\ufeff")
    _check_tokens(text, limits)
    try:
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_constant=lambda name: _Refused(f"{name}, which JSON does not have"),
        )
    except json.JSONDecodeError as error:
        raise UnreadableSourceError(
            f"this is not JSON: {error.msg} at line {error.lineno}, column {error.colno};"
            " correct it there or write the document again"
        ) from error
    except RecursionError as error:
        raise _too_deep("the interpreter") from error
    return Node(value)


def _decoded(data: bytes | str, limits: Limits) -> str:
    if len(data) > limits.input_bytes:
        raise LimitExceededError(
            f"the source has {len(data)} bytes, more than Limits.input_bytes"
            f" ({limits.input_bytes}); raise the limit if you trust the source"
        )
    limits.take_bytes(len(data), "the source")
    if isinstance(data, str):
        return data
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableSourceError(
            f"byte {error.start} (0x{data[error.start]:02X}) is not UTF-8, which JSON must be"
            " (RFC 8259, section 8.1); save the file as UTF-8"
        ) from error


def _check_tokens(text: str, limits: Limits) -> None:
    depth = opened = 0
    for match in _STRUCTURE.finditer(text):
        mark = match[0]
        if mark in "[{":
            depth += 1
            opened += 1
            if depth > limits.depth:
                raise _too_deep(f"Limits.depth ({limits.depth})")
            if opened > limits.elements:
                limits.take_elements(opened, "the source")
        elif mark in "]}":
            depth -= 1
        elif len(mark) - 2 > limits.paragraph_characters:
            escaped = sum(len(escape) - 1 for escape in _ESCAPE.findall(mark))
            characters = len(mark) - 2 - escaped
            limits.check("paragraph_characters", characters, "a text: characters")
    if len(text) > limits.number_digits:
        longest = max(map(len, _DIGITS.findall(_STRUCTURE.sub(" ", text))), default=0)
        limits.check("number_digits", longest, "a number: digits")


def _too_deep(limit: str) -> LimitExceededError:
    return LimitExceededError(
        f"the source nests objects and lists deeper than {limit} allows;"
        " a report needs no such depth: take nested tables out"
    )


def _object(pairs: list[tuple[str, Any]]) -> _Object:
    made = _Object(pairs)
    if len(made) != len(pairs):
        counted = Counter(key for key, _ in pairs)
        made.repeated = counted.most_common(1)[0][0]
    return made


def _integer(digits: str) -> int | _Refused:
    if len(digits) > _LONGEST_INTEGER:
        return _Refused(f"a number of {len(digits)} digits")
    return int(digits)
