"""Sources spelt otherwise that say the same: what a format's standard leaves to its writer."""

import io
import random
import re
import zipfile
from collections.abc import Callable
from html import unescape

from lxml import etree

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[^\s=>]+(?:=\"[^\"]*\")?)*)\s*(/?)>")
_ATTRIBUTE = re.compile(r"([^\s=>]+)(?:=\"([^\"]*)\")?")
_REFERENCE = re.compile(r"&(?:#[0-9]+|#x[0-9a-fA-F]+|[a-zA-Z]+);|.", re.DOTALL)
# What holds no text in which references are read.
_RAW = re.compile(r"(<style>.*?</style>|<!.*?>)", re.DOTALL)
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\u00a0": "&nbsp;"}


def word_file(data: bytes, chance: random.Random) -> bytes:
    """Return a Word file whose XML parts are spelt otherwise and whose runs are cut again."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as archive,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as again,
    ):
        names = archive.namelist()
        chance.shuffle(names)
        for name in names:
            part = archive.read(name)
            if name.endswith((".xml", ".rels")):
                part = _xml_part(part, chance)
            again.writestr(name, part)
    return written.getvalue()


def _xml_part(part: bytes, chance: random.Random) -> bytes:
    root = etree.fromstring(part)
    for run in list(root.iter(f"{WORD}r")):
        _cut_run(run, chance)
    for element in root.iter():
        attributes = list(element.attrib.items())
        chance.shuffle(attributes)
        element.attrib.clear()
        element.attrib.update(attributes)
        # White space between elements means nothing where no element holds text.
        if element.text is None and len(element):
            element.text = _blank(chance)
        if element.tail is None and element is not root:
            element.tail = _blank(chance)
    return bytes(
        etree.tostring(root, encoding=chance.choice(("UTF-8", "UTF-16")), xml_declaration=True)
    )


def _cut_run(run: etree._Element, chance: random.Random) -> None:
    """Cut a run's texts into several, and the run between any two of its children."""
    for text in list(run.iterchildren(f"{WORD}t")):
        whole = text.text or ""
        places = sorted(
            chance.sample(range(len(whole) + 1), min(len(whole), chance.randrange(3)))
        )
        pieces = [
            whole[start:end] for start, end in zip([0, *places], [*places, None], strict=True)
        ]
        text.text = pieces[0]
        for piece in reversed(pieces[1:]):
            another = etree.Element(f"{WORD}t", {_SPACE: "preserve"})
            another.text = piece
            text.addnext(another)
    for child in list(run)[:0:-1]:
        if child.tag != f"{WORD}rPr" and chance.random() < 0.5:
            another = etree.Element(f"{WORD}r")
            following = [child, *child.itersiblings()]
            another.extend(following)
            run.addnext(another)
    if chance.random() < 0.3:
        # What spelling and bookmarks leave between runs shows nothing.
        run.addnext(etree.Element(f"{WORD}proofErr", {f"{WORD}type": "spellStart"}))


def _blank(chance: random.Random) -> str:
    return chance.choice(("", "\n", "\n    ", " \t"))


def web_page(page: str, chance: random.Random) -> str:
    """Return a page whose tags, attributes and characters are spelt otherwise."""
    parts = _RAW.split(page)
    return "".join(
        part if index % 2 else _markup(part, chance) for index, part in enumerate(parts)
    )


def _markup(part: str, chance: random.Random) -> str:
    written, position = [], 0
    for tag in _TAG.finditer(part):
        written.append(_characters(part[position : tag.start()], chance, _text_character))
        written.append(_tag(tag, chance))
        position = tag.end()
    written.append(_characters(part[position:], chance, _text_character))
    return "".join(written)


def _tag(tag: re.Match[str], chance: random.Random) -> str:
    attributes = _ATTRIBUTE.findall(tag[3])
    chance.shuffle(attributes)
    spelt = []
    for name, value in attributes:
        value = _characters(value, chance, _attribute_character)
        quote = "'" if "'" not in value and '"' not in value and chance.random() < 0.3 else '"'
        spelt.append(
            f"{chance.choice((' ', '  ', chr(10)))}{_case(name, chance)}={quote}{value}{quote}"
        )
    blank = chance.choice(("", " ", "\n"))
    return f"<{tag[1]}{_case(tag[2], chance)}{''.join(spelt)}{blank}>"


def _case(name: str, chance: random.Random) -> str:
    return chance.choice((name, name.upper(), name.title()))


def _characters(
    text: str, chance: random.Random, spelt: Callable[[str, random.Random], str]
) -> str:
    return "".join(
        spelt(unescape(each), chance) if len(each) > 1 or chance.random() < 0.2 else each
        for each in _REFERENCE.findall(text)
    )


def _text_character(character: str, chance: random.Random) -> str:
    # Line breaks of the source are left: next to tags they are white space of the markup.
    if character in "\n \t":
        return character
    return _attribute_character(character, chance)


def _attribute_character(character: str, chance: random.Random) -> str:
    # A reference to a C1 control means another character: HTML, 13.2.5.80.
    if len(character) > 1 or "\x7f" <= character <= "\x9f" or character == "\r":
        return character
    number = ord(character)
    spellings = [f"&#{number};", f"&#x{number:x};", f"&#X{number:04X};"]
    if character in _NAMED:
        spellings.append(_NAMED[character])
    return chance.choice(spellings)
