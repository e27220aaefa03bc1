"""Characters without a meaning of their own: private use, and decoders' marks of lost ones.

Three kinds of private use are known. GB 18030-2000 put ideographs there that Unicode had not yet,
among them some of names; they are what Unicode has now. It put a blank at U+E5E5. Any other is a
glyph that only its font knows. Such a character, or U+FFFD, is removed where it splits a word, and
if a document shows that they were put between its words; elsewhere a character may have been lost.
"""

from collections.abc import Iterator, Sequence

from govreport.expressions import expression
from govreport.normalise.changes import Edit
from govreport.normalise.characters import IDEOGRAPH
from govreport.normalise.steps.gaps import gaps, proven

PRIVATE = expression("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_MEANINGLESS = "\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd"
HELD = expression(f"[{_MEANINGLESS}]")
_BETWEEN = expression(f"(?<=[{IDEOGRAPH}])[{_MEANINGLESS}]+(?=[{IDEOGRAPH}])")


def _standard() -> Iterator[tuple[str, str]]:
    """Yield the private-use characters of GB 18030-2000 with those that Unicode has had since.

    Its rows FE50 to FEA0 lie at U+E815 to U+E864 in their order; U+9FB4 to U+9FBB and five of plane 2
    came with Unicode 4.1 and 3.1. The marks of vertical text were given U+FE10 to U+FE19.
    """
    trails = [*range(0x50, 0x7F), *range(0x80, 0xA1)]
    for number, trail in enumerate(trails):
        character = bytes((0xFE, trail)).decode("gb18030", "ignore")
        if len(character) == 1 and not PRIVATE.match(character):
            yield chr(0xE815 + number), character
    for code, later in (
        (0xE816, 0x20087),
        (0xE817, 0x20089),
        (0xE818, 0x200CC),
        (0xE831, 0x215D7),
        (0xE83B, 0x2298F),
        (0xE855, 0x241FE),
        (0xE81E, 0x9FB4),
        (0xE826, 0x9FB5),
        (0xE82B, 0x9FB6),
        (0xE82C, 0x9FB7),
        (0xE832, 0x9FB8),
        (0xE843, 0x9FB9),
        (0xE854, 0x9FBA),
        (0xE864, 0x9FBB),
        (0xE7C7, 0x1E3F),
        (0xE7C8, 0x1F9),
    ):
        yield chr(code), chr(later)
    for number, later in enumerate((0xFE10, 0xFE12, 0xFE11, *range(0xFE13, 0xFE1A))):
        yield chr(0xE78D + number), chr(later)


_OF_STANDARD = {**dict(_standard()), "\ue5e5": "\u3000"}


def of_standard(text: str, _: object) -> list[Edit]:
    """Return the edits that replace private-use characters of GB 18030-2000 by Unicode's."""
    return [
        (match.start(), match.end(), _OF_STANDARD[match[0]])
        for match in PRIVATE.finditer(text)
        if match[0] in _OF_STANDARD
    ]


def are_inserted(texts: Sequence[str]) -> bool:
    """Whether a document shows that characters without meaning were put between its words."""
    return proven(gap for text in texts if HELD.search(text) for gap in gaps(text, _BETWEEN))


def placeholders(text: str, inserted: bool) -> list[Edit]:
    """Return the edits that remove characters without meaning, where no other was lost."""
    if not HELD.search(text):
        return []
    return [(gap.start, gap.end, "") for gap in gaps(text, _BETWEEN) if inserted or gap.cuts]
