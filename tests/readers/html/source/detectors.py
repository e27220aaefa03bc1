"""Pages in each encoding, decoded by this library and by the detector of BeautifulSoup.

`python -m tests.readers.html.source.detectors` prints how many of them each decodes rightly.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator

from bs4.dammit import UnicodeDammit

from govreport.readers.html.source.charset import decode_page
from tests.dialects import pages, sources

_ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16")
_DECLARATIONS = ("", "<meta charset=utf-8>", "<meta charset=gb2312>", "<meta charset=iso-8859-1>")
_CANDIDATES = ["utf-8", "gb18030", "big5"]
_SHORT = (
    "政府信息公开工作年度报告，本年度共受理申请。",
    "政府資訊公開工作年度報告，本年度共受理申請。",
    "受理17件",
    "公开",
    "12 34",
)


def texts() -> Iterator[str]:
    """Yield pages without a declaration, from a few characters to a whole report."""
    yield from (f"<p>{text}</p>" for text in _SHORT)
    for report in sources.reports().values():
        yield pages.web_page(report, "bare", spanning=False).replace('<meta charset="utf-8">', "")


def encoded(*, declared: bool) -> Iterator[tuple[str, bytes]]:
    """Yield each page with its bytes in each encoding that has its characters."""
    for text in texts():
        for encoding in _ENCODINGS:
            for declaration in _DECLARATIONS[1:] if declared else _DECLARATIONS[:1]:
                if encoding == "utf-16" and declared:
                    continue
                page = declaration + text
                try:
                    yield page, page.encode(encoding)
                except UnicodeEncodeError:
                    continue


def _ours(data: bytes) -> str:
    return decode_page(data).text


def _theirs(data: bytes) -> str | None:
    return UnicodeDammit(data, is_html=True).unicode_markup


def _theirs_with_candidates(data: bytes) -> str | None:
    return UnicodeDammit(data, _CANDIDATES, is_html=True).unicode_markup


DETECTORS: dict[str, Callable[[bytes], str | None]] = {
    "this library": _ours,
    "UnicodeDammit": _theirs,
    "UnicodeDammit, given the three encodings of Chinese": _theirs_with_candidates,
}


def right(*, declared: bool) -> tuple[Counter[str], int]:
    """Return how many pages each detector decodes rightly, and how many there are."""
    found: Counter[str] = Counter()
    count = 0
    for page, data in encoded(declared=declared):
        count += 1
        for name, decode in DETECTORS.items():
            found[name] += decode(data) == page
    return found, count


def main() -> None:
    """Print the shares."""
    for declared in (False, True):
        found, count = right(declared=declared)
        kind = "declared, rightly or not" if declared else "undeclared"
        for name in DETECTORS:
            sys.stdout.write(f"{kind}: {name}: {found[name]} of {count}\n")


if __name__ == "__main__":
    main()
