"""Repairs text that was decoded with the wrong encoding, if only one reading is possible.

Wrong decoding keeps the bytes, once or several times over. They are recovered, and if they are
Chinese in another encoding, they are that text. The evidence is that every byte of the stretch
fits, and that the result is written Chinese while the present text is not. UTF-8 is evidence by
itself, because bytes are hardly ever valid UTF-8 by chance; for GBK and Big5, in which nearly any
bytes are valid, the characters must make words.
"""

from collections.abc import Collection

from govreport.normalise.changes import Edit
from govreport.normalise.steps.mojibake.chinese import from_gbk, from_ideographs
from govreport.normalise.steps.mojibake.undecoded import may_be_garbled, undecoded
from govreport.normalise.steps.mojibake.western import Reading, from_western, proved_readings

__all__ = ["Reading", "may_be_garbled", "mojibake", "proved_readings", "undecoded"]


def mojibake(text: str, known: Collection[Reading]) -> list[Edit]:
    """Return the edits that repair wrongly decoded text.

    `known` are the readings that the document as a whole proves.
    """
    edits: list[Edit] = []
    found = (*from_western(text, known), *from_gbk(text), *from_ideographs(text))
    for edit in sorted(found):
        if not edits or edits[-1][1] <= edit[0]:
            edits.append(edit)
    return edits
