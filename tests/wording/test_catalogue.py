"""The catalogue is whole: whatever English sentence stands in the package is in it in Chinese too.

The sentences are found in the source itself, so that a message which somebody adds tomorrow fails
here until it has its Chinese.
"""

import ast
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from string import Formatter

import pytest

import govreport
from govreport.model.diagnostics import CODES
from govreport.wording import is_said, localized
from govreport.wording.chinese import CHINESE, PARTS
from govreport.wording.localization import place_in_chinese, template_of
from govreport.wording.phrases import PHRASES
from govreport.wording.rules import MESSAGES

PACKAGE = Path(govreport.__file__).resolve().parent

NEVER_SAID = (
    *("wording", "testing", "dictionary", "model/english.py", "model/facts.py"),
    *("dataset/schema.py", "docx_properties.py", "pages", "writers/docx/styles.py"),
    *("normalise/steps", "readers/html/elements/kinds.py", "readers/html/elements/blocks.py"),
    *("recognise/labels/turning.py", "translators/word_binary/side_texts.py"),
    "translators/word_binary/header.py:names",
)
"""What holds English that is no message: labels and descriptions of data, words of other notations."""

NO_MESSAGES = frozenset(
    (
        # Names of elements, properties and tables of other formats
        *("button datalist meter progress", "option optgroup", "rt rp rtc", "del s strike"),
        *("template noscript noframes noembed", "img embed frame", "PowerPoint Document"),
        *(
            "iframe object video audio canvas svg applet",
            "heading 7",
            "chinese counting thousand",
        ),
        *("header boxes", "footnote references", "footnote texts", "comment references"),
        *("comment texts", "character pages", "paragraph pages", "header anchors", "box texts"),
        *("endnote references", "endnote texts", "header box texts", "list uses"),
        *(
            "table whole",
            "govreport table 7",
            "govreport 7",
            "govreport {release}",
            "govreport form",
        ),
        # What the type system or the interpreter alone sees
        "module 7 has no attribute 7",
    )
)

SENTENCE = re.compile(r"[A-Za-z]{2,}[,;:]? [a-z(]|[a-z] [A-Za-z]{2,}|[0-9] [a-z]{2,}")
MARKUP = re.compile(
    r"<[/!?A-Za-z]|\b[wvp]:[a-z]|\{\n|\b(SELECT|INSERT|CREATE)\b|\\\\|\[\^|\|---|^#|^\| "
)
A_VALUE = ("7", "footnote", "as many cells as columns", "/x")
"""What may stand in the fields of a message, one of each sort: a number, a word, a message, a name."""


def sources() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        if not name.startswith(NEVER_SAID):
            yield name, ast.parse(path.read_text("utf-8"))


def constants(tree: ast.Module) -> dict[str, str]:
    """Return the texts that a module gives a name, for they stand in its messages."""
    return {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def texts(tree: ast.Module) -> Iterator[tuple[int, list[str | None]]]:
    """Yield each text of a module in parts, None for what is filled in; descriptions left out."""
    known = constants(tree)
    described = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    parts = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for part in node.values
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield node.lineno, [part_of(part, known) for part in node.values]
        elif (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in described | parts
        ):
            yield node.lineno, [node.value]


def part_of(part: ast.expr, known: dict[str, str]) -> str | None:
    if isinstance(part, ast.Constant):
        return str(part.value)
    assert isinstance(part, ast.FormattedValue)
    return known.get(part.value.id) if isinstance(part.value, ast.Name) else None


def filled(parts: list[str | None]) -> Iterator[str]:
    """Yield a message as it may be said, with each sort of value in each field."""
    fields = sum(part is None for part in parts)
    for values in product(A_VALUE, repeat=fields) if fields < 5 else [("7",) * fields]:
        rest = iter(values)
        yield "".join(next(rest) if part is None else part for part in parts)


def is_known(text: str) -> bool:
    """Whether a text, or each paragraph of a help, is in the catalogue."""
    text = text.strip()
    if is_said(text) or place_in_chinese(text, {}) != text:
        return True
    paragraphs = [each.strip("\n").splitlines() for each in text.split("\n\n")]
    return all(
        all(is_said(line) for line in lines if not line.startswith(" "))
        if any(line.startswith(" ") for line in lines)
        else is_said(" ".join(lines))
        for lines in paragraphs
    )


def without_fields(text: str) -> str:
    return "{}".join(template_of(text, "").literals)


WITHOUT_FIELDS = "\n".join(map(without_fields, CHINESE))


def is_part(parts: list[str | None]) -> bool:
    """Whether a text is a part of a message, which is put together of several."""
    return "{}".join("".join(part or "\0" for part in parts).split("\0")) in WITHOUT_FIELDS


def test_every_sentence_of_the_package_is_in_the_catalogue() -> None:
    unknown = []
    for name, tree in sources():
        for line, parts in texts(tree):
            example = "".join("7" if part is None else part for part in parts)
            if example.strip() in NO_MESSAGES or not SENTENCE.search(example):
                continue
            if MARKUP.search(example) or is_part(parts):
                continue
            if not any(is_known(text) for text in filled(parts)):
                unknown.append(f"{name}:{line}: {example}")
    assert unknown == []


def test_the_search_for_sentences_finds_one() -> None:
    tree = ast.parse('raise ReportError(f"the {name} is not there; look {place}")')
    ((_, parts),) = texts(tree)
    assert parts == ["the ", None, " is not there; look ", None]
    assert not any(is_known(text) for text in filled(parts))


def fields_of(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("english", CHINESE)
def test_a_message_says_the_same_of_the_same_things_in_both_languages(english: str) -> None:
    may_be_left_out = {
        name for name, kind in template_of(english, "").fields if kind == "foreign"
    }
    fields = fields_of(CHINESE[english]) if fields_of(english) else set()
    assert fields_of(english) - may_be_left_out <= fields
    assert fields <= fields_of(english)


def test_no_message_stands_twice() -> None:
    assert sum(map(len, PARTS)) == len(CHINESE)


VALUES = {
    "number": ("12", "12"),
    "said": ("it is missing", "文件缺失"),
    "several": ("as many cells as columns; it is missing", "格数与列数相等；文件缺失"),
    "word": ("footnote", "脚注"),
    "words": ("docx, html", "docx、html"),
    "place": ("line 12, column 岭", "第 12 行，“岭”列"),
    "quoted": ("'岭'", "“岭”"),
    "foreign": ("岭", "岭"),
    "": ("岭", "岭"),
}
"""What may stand in a field of each kind, and what it is in Chinese."""


@pytest.mark.parametrize("english", CHINESE)
def test_a_message_is_found_by_what_it_says(english: str) -> None:
    template = template_of(english, CHINESE[english])
    kinds = dict(template.fields)
    literals = iter(template.literals)
    said = next(literals) + "".join(
        VALUES[kind][0] + next(literals) for _, kind in template.fields
    )
    fields = {name: VALUES[kind][1] for name, kind in kinds.items()}
    assert localized(said, "zh") == CHINESE[english].format(**fields)
    assert localized(said, "en") == said


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_its_usual_message(code: str) -> None:
    assert CODES[code][1] in CHINESE


def test_rules_and_phrases_say_the_same_of_the_same_things_in_both_languages() -> None:
    for english, chinese in (*MESSAGES.values(), *PHRASES.values()):
        assert fields_of(english) == fields_of(chinese), english
        assert english != chinese


def test_the_page_of_diagnostics_in_chinese_lists_every_code_with_its_usual_message() -> None:
    page = (PACKAGE.parent / "docs" / "diagnostics.zh-CN.md").read_text("utf-8")
    listed = re.findall(r"^\| `([a-z-]+)` \| (\S+) \| (.*) \|$", page, re.MULTILINE)
    levels = {"info": "说明", "warning": "留意"}
    assert listed == [
        (code, levels[severity], CHINESE[usual]) for code, (severity, usual) in CODES.items()
    ]
