"""Text that was decoded with the wrong encoding, repaired where only one reading is possible.

Wrong decoding keeps the bytes, once or several times over. They are taken back, and where they are
Chinese in another encoding, they are that text. What proves it: every byte of the stretch fits, and
what comes out is written Chinese while what stands there is not. UTF-8 proves itself, as by chance
bytes are hardly ever valid in it; for GBK and Big5, in which nearly any bytes are, the characters
must make words.
"""

from govreport.normalise.changes import Edit
from govreport.normalise.steps.mojibake.chinese import from_gbk, from_ideographs
from govreport.normalise.steps.mojibake.undecoded import may_be_garbled, undecoded
from govreport.normalise.steps.mojibake.western import from_western

__all__ = ["may_be_garbled", "mojibake", "undecoded"]


def mojibake(text: str, _: object) -> list[Edit]:
    """Return the edits that repair what was decoded wrongly."""
    edits: list[Edit] = []
    for edit in sorted((*from_western(text), *from_gbk(text), *from_ideographs(text))):
        if not edits or edits[-1][1] <= edit[0]:
            edits.append(edit)
    return edits
