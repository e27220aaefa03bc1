"""Where a report's last section ends and its closing begins: signature, date, attachments."""

import re
from collections.abc import Sequence

from govreport.recognise.labels.folding import simplified
from govreport.recognise.page.titles import names_agency

_DATE = re.compile(
    r"[（(]?\s*(?:20\d\d|二[〇○零ＯO0].{2})\s*年\s*.{1,3}\s*月\s*.{1,3}\s*日\s*[)）]?"
    r"|20\d\d[-./]\d{1,2}[-./]\d{1,2}"
)
_ATTACHMENT = re.compile(r"(?:相关)?附(?:件|表)\s*\d*\s*[:：.、]?.{0,80}")
_SEAL = re.compile(r"\s*[（(]\s*(?:盖章|公章|印章|章|印)\s*[)）]\s*$")
_LONGEST_SIGNATURE = 40


def signature(line: str) -> str:
    """Return the name in a line that signs, without the place of its seal and its date."""
    if _ends_with_date(line):
        line = line.rsplit(None, 1)[0]
    return _SEAL.sub("", line).strip()


def _ends_with_date(line: str) -> bool:
    """Whether a date stands behind other words of a line, parted from them by a blank."""
    parts = line.rsplit(None, 1)
    return len(parts) == 2 and bool(_DATE.fullmatch(simplified(parts[1])))


def closing_start(texts: Sequence[str | None]) -> int:
    """Return where the closing begins among the units behind the last section heading.

    None stands for a unit that is no free text. The closing is the run at the end whose every
    line is a date, a signature above one, or an attachment; `len(texts)` where there is none.
    """
    start = len(texts)
    dated = False
    while start > 0:
        text = texts[start - 1]
        if text is None or "\n" in text:
            break
        plain = simplified(text)
        signed = signature(plain)
        if _DATE.fullmatch(plain) or (
            _ends_with_date(plain) and len(plain) <= _LONGEST_SIGNATURE and names_agency(signed)
        ):
            dated = True
        elif not (_ATTACHMENT.fullmatch(plain) and "。" not in plain) and not (
            dated and len(plain) <= _LONGEST_SIGNATURE and names_agency(signed)
        ):
            break
        start -= 1
    return start
