"""Where a report's last section ends and its closing begins: signature, date, attachments.

The reporting office, with a date, ends the last section. After it there may be a second office or
date, attachments, contact and notes; anything after those belongs to the page.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from govreport.expressions import expression
from govreport.recognise.labels.folding import simplified
from govreport.recognise.page.furniture import is_of_page
from govreport.recognise.page.labelled import label_pattern
from govreport.recognise.page.titles import names_agency
from govreport.recognise.page.words import CONTACTS, NOTES

_NUMERAL = r"(?:\d{1,2}|[一二三四五六七八九十元正]{1,3}|[XxＸ×*]{1,2})"
_YEAR = r"(?:20\d\d|二[〇○零ＯO0].{2})"
_DATE = expression(
    rf"(?:(?:报告|填报|编制|签发)?日期\s*[:：]\s*)?[（(]?\s*(?:{_YEAR}\s*年\s*{_NUMERAL}\s*月\s*(?:{_NUMERAL}\s*日)?"
    r"|20\d\d\s*[-./]\s*\d{1,2}\s*[-./]\s*\d{1,2})\s*(?:印发|发布|印|制发|公布)?\s*[)）]?"
)
_SIGNED = expression(r"(?:单位|机关|落款|署名|报告单位|发布机关|编制单位)\s*[:：]\s*")
_ATTACHMENT = expression(r"(?:相关)?附(?:件|表|录)\s*[\d一二三四五]*\s*[:：.、]?.{0,80}")
_ITEM = expression(r"[（(]?[\d一二三四五六七八九十]{1,2}[.．、)）].{1,80}")
_FILE = expression(r".{1,80}\.(?:docx?|xlsx?|pdf|ofd|wps|zip|rar)", re.IGNORECASE)
_CONTACT = expression(
    rf"[（(]?\s*(?:本报告)?(?:{label_pattern(CONTACTS)})\s*[:：].{{0,120}}", re.IGNORECASE
)
_NOTE = expression(
    rf"[（(【\[].{{1,60}}[)）】\]]|此件(?:公开|依申请|不予|主动).{{0,10}}|(?:{label_pattern(NOTES)})\s*[:：].{{1,80}}"
    r"|共印\d+份.{0,4}|.{2,40}\d{4}年\d{1,2}月\d{1,2}日印发"
)
_SEAL = expression(r"\s*[（(]\s*(?:盖章|公章|印章|章|印|代章)\s*[)）]\s*$")
_LONGEST_SIGNATURE = 40
_MOST_OFFICES = 6
_LONGEST = 160

Names = Callable[[str], bool]
"""Whether a line is the name of the office that reports."""


class Ending(NamedTuple):
    """Where, among the units after the last section's heading, the closing begins and ends."""

    start: int
    stop: int


def signature(line: str) -> str:
    """Return the name in a signature, without the place of its seal and its date."""
    if _ends_with_date(line):
        line = _parted(line)[0]
    return _SIGNED.sub("", _SEAL.sub("", line)).strip()


def is_date(line: str) -> bool:
    """Whether a line is only the date below a report."""
    return bool(_DATE.fullmatch(simplified(line)))


def signs(line: str, is_office: Names) -> bool:
    """Whether a line is a signature, with its date or without."""
    if not _may_sign(line):
        return False
    signed = signature(simplified(line))
    return bool(signed) and (names_agency(signed) or is_office(signed))


def _may_sign(line: str) -> bool:
    return len(line) <= _LONGEST_SIGNATURE and "\n" not in line


def _ends_with_date(line: str) -> bool:
    """Whether a line ends with a date, separated from other words by a blank."""
    first, date = _parted(line)
    return bool(first) and bool(_DATE.fullmatch(simplified(date)))


def _parted(line: str) -> tuple[str, str]:
    """Split a line before the date at its end, which may itself contain blanks."""
    match = re.search(rf"\s+(?=[（(]?\s*{_YEAR}\s*[年./-])", line)
    return (line[: match.start()], line[match.end() :]) if match else ("", line)


def ending(texts: Sequence[str | None], is_office: Names) -> Ending:
    """Return the range of the closing among the units after the last section heading.

    None in `texts` is a unit that is not free text. The closing begins at the signature with its
    date, or at the attachments above them; without a signature, it is the run at the end in which
    every line is a date or an attachment. Both are `len(texts)` if there is no closing.
    """
    attached = _attached(texts)
    for index in range(len(texts)):
        if stop := _signed_at(texts, index, is_office):
            start = index
            while start and attached[start - 1]:
                start -= 1
            return Ending(start, _end_of_closing(texts, stop, attached, is_office))
    return _unsigned(texts, attached, is_office)


def _signed_at(texts: Sequence[str | None], index: int, is_office: Names) -> int:
    """Return the end of a signature and its date that begin at a unit, 0 if there are none."""
    text = texts[index]
    if text is None or not _may_sign(text):
        return 0
    if _ends_with_date(text) and signs(text, is_office):
        return index + 1
    # One or a few offices sign, and their date is below or above them.
    if date := _date_below(texts, index):
        return date + 1 if _all_sign(texts[index:date], is_office) else 0
    above = is_date(text) and _all_sign(texts[index + 1 : index + 2], is_office)
    return index + 2 if above else 0


def _date_below(texts: Sequence[str | None], index: int) -> int:
    """Return where a date stands below a few lines, 0 where none does."""
    below = range(index + 1, min(index + 1 + _MOST_OFFICES, len(texts)))
    return next((at for at in below if is_date(texts[at] or "")), 0)


def _all_sign(lines: Sequence[str | None], is_office: Names) -> bool:
    return bool(lines) and all(line and signs(line, is_office) for line in lines)


def _end_of_closing(
    texts: Sequence[str | None], start: int, attached: list[bool], is_office: Names
) -> int:
    position = start
    while position < len(texts):
        text = texts[position]
        if text is None or not (
            attached[position] or _is_of_closing(text, texts[position - 1], is_office)
        ):
            break
        position += 1
    return position


def _is_of_closing(text: str, above: str | None, is_office: Names) -> bool:
    """Whether a line below a signature belongs to the report: office, date, contact, note."""
    plain = simplified(text)
    if len(text) > _LONGEST:
        return False
    if is_date(text):
        return bool(above) and signs(above or "", is_office)
    if _CONTACT.fullmatch(plain) or _NOTE.fullmatch(plain):
        return not is_of_page(text)
    return signs(text, is_office)


def _attached(texts: Sequence[str | None]) -> list[bool]:
    """Return for each line whether it names an attachment: 附件：… or an item listed below it."""
    attached: list[bool] = []
    for text in texts:
        attached.append(_names_attachment(text or "", below=bool(attached) and attached[-1]))
    return attached


def _names_attachment(text: str, *, below: bool) -> bool:
    """Whether a line names an attachment, or is listed `below` one that does."""
    plain = simplified(text) if len(text) <= _LONGEST else ""
    if not plain or "\n" in plain or "。" in plain:
        return False
    if _ATTACHMENT.fullmatch(plain):
        return not plain.startswith("相关附件")
    return below and bool(_ITEM.fullmatch(plain) or _FILE.fullmatch(plain))


def _unsigned(texts: Sequence[str | None], attached: list[bool], is_office: Names) -> Ending:
    start = len(texts)
    dated = False
    while start > 0:
        text = texts[start - 1]
        if text is None or "\n" in text:
            break
        if is_date(text):
            dated = True
        elif not (attached[start - 1] or (dated and signs(text, is_office))):
            break
        start -= 1
    if start == len(texts) and _ends_with_office(texts, is_office):
        start -= 1
    return Ending(start, len(texts))


def _ends_with_office(texts: Sequence[str | None], is_office: Names) -> bool:
    """Whether the last of several lines is the name of the office alone."""
    last = texts[-1] if len(texts) > 1 else None
    return bool(last) and is_office(signature(last or ""))
