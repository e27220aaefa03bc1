"""Dates as pages print them, distinguished from what is not a date."""

import datetime

from govreport.expressions import expression

_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
# A time of day may come after the day without a blank; another digit makes the day unsure.
_CALENDAR_DATE = expression(
    r"(?<!\d)(?P<year>\d{4})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*"
    r"(?P<day>\d\d(?=\d\d[:：])|\d{1,2}(?!\d))"
)


def calendar_date(text: str) -> datetime.date | None:
    """Return the first date in `text`, None if there is none or it is impossible.

    `2022-01-20`, `2022/1/20`, `2022.1.20`, `2022年1月20日`, full-width digits and a time of day
    after it, even without a blank between (`2021-03-2918:26`), are read.
    """
    match = _CALENDAR_DATE.search(text.translate(_DIGITS))
    if match is None:
        return None
    try:
        return datetime.date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
