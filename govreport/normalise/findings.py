"""Damage that is seen and left: no repair of it would be certain, so it is reported."""

import re
from collections.abc import Sequence

from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.normalise.parts import Part
from govreport.normalise.steps.adverts import suspected
from govreport.normalise.steps.slips import slips_in

_LOST_UNIT = re.compile(
    r"(?<![0-9])(?:20[0-9]{2}(?:[0-9]{1,2}月|[0-9]{1,4}日|(?=政府信息))|[〔﹝\[（(]20[0-9]{2}[0-9]{1,3}号)"
    r"|(?<=[自至到于])[0-9]{3,4}日"
)


def findings(parts: Sequence[Part], texts: Sequence[str]) -> tuple[Diagnostic, ...]:
    """Return what of the normalised texts is still damaged: lost units, slips without proof, adverts."""
    found = []
    for part, text in zip(parts, texts, strict=True):
        found += [
            diagnostic("lost-unit", part.place, _around(text, match))
            for match in _LOST_UNIT.finditer(text)
        ]
        found += [
            diagnostic("unproved-slip", part.place, _around(text, match))
            for match in slips_in(text)
        ]
        found += [
            diagnostic("suspected-advert", part.place, match[0]) for match in suspected(text)
        ]
    return tuple(found)


def _around(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - 6) : match.end() + 6]
