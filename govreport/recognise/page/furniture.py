"""Lines of the page around a report, and what they say of its publication."""

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache

from govreport.model.dates import calendar_date
from govreport.recognise.labels.folding import simplified, without_glosses
from govreport.recognise.page import property_labels as labels

_LONGEST = 160

_LABELS = "|".join(
    sorted(
        {*labels.DATES, *labels.PUBLISHERS, *labels.TELLING, *labels.OTHERS, *labels.ABOUT_PAGES}
        - {"索引", "分类"}
        | {"信息名称"},
        key=len,
        reverse=True,
    )
)
_OPENS_LABEL = r"[【\[（(|｜\s]*"
_LABELLED = re.compile(
    rf"{_OPENS_LABEL}(?:(?:{_LABELS})[】\]]?\s*[:：]|(?:发布于|发表于)[】\]]?\s*[:：]?\s*(?=\d))"
)
_SPACED_LABEL = re.compile(r"(?<=[\u4e00-\u9fff])[ \u3000\u00a0]+(?=[\u4e00-\u9fff])")
_BREADCRUMB = re.compile(
    r"(?:您|你)?(?:现在|当前)?(?:的)?(?:所在)?(?:的)?(?:当前)?位置(?:是|为)?\s*[:：]"
    r"|(?:网站)?首\s*页\s*(?:[>＞»›→/／|｜\-—]|$)"
)
_PATH = re.compile(r"[^>＞»›]{1,30}(?:\s*(?:>|＞|»|›|&gt;|>>)\s*[^>＞»›]{1,40}){2,}")
_WIDGET = re.compile(
    r"[【\[（(\s|｜]*(?:字体|字号)?\s*[:：]?\s*[【\[（(]?\s*(?:大|中|小|打印(?:本页|整页|内容|此页|文章)?"
    r"|关闭(?:窗口|本页|页面|此页)?|收藏|我要收藏|分享(?:到|至)?|微信|微博|返回(?:顶部|首页|列表)?|(?:上|下)一(?:篇|条)"
    r"|扫一扫.{0,20}|语音播报|无障碍阅读|长者模式|关怀版|繁体|简体|登录|注册|[\[\]【】()（）|｜、/\s:：])+"
)
_FOOTER = re.compile(
    r"(?:版权所有|主办(?:单位)?|承办(?:单位)?|技术支持|网站标识码|网站地图|联系我们|地址.{0,40}邮编.{0,30}ICP"
    r"|(?:[\u4e00-\u9fff]?ICP备|[\u4e00-\u9fff]公网安备)).{0,120}|.{0,80}(?:ICP备|公网安备).{0,80}|Copyright.{0,120}"
)
_PAGE_NUMBER = re.compile(
    r"[-—–]\s*\d{1,3}\s*[-—–]|第\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?"
    r"|Page\s*\d{1,3}\s*[-—–]?|P\.\s*\d{1,3}"
)
_LONGEST_PAGE_NUMBER = 20
_DAY = r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?"
_DATE_ONLY = re.compile(rf"{_DAY}|\[\s*{_DAY}\s*\]|【\s*{_DAY}\s*】|[（(]\s*{_DAY}\s*[)）]")
_DATE_FIRST = re.compile(rf"[【\[（(]?\s*{_DAY}\s*[】\]）)]?\s*(?=\S)")
_DATED = re.compile(
    rf"(?P<label>{'|'.join((*labels.RELEASED, *labels.CHANGED, *labels.ISSUED))}"
    rf"|(?<![\u4e00-\u9fff])(?:{'|'.join(labels.UNNAMED_DATES)}))[】\]]?\s*[:：]?\s*(?P<date>[\d年月日./: -]{{8,20}})"
)
_PUBLISHER = re.compile(
    rf"(?P<label>{'|'.join(labels.PUBLISHERS)})\s*[:：]\s*"
    r"(?P<name>[^\s:：|｜【\[（(]{2,40}?)"
    r"(?=$|[\s|｜【\[（(]|发布|浏览|点击|阅读|访问|作者|字体|字号|时间|日期|更新|编辑|责任)"
)


@dataclass(frozen=True, slots=True)
class Furniture:
    """A line of the page around the report, with what it states of the publication."""

    dates: tuple[tuple[str, datetime.date], ...] = ()
    """Each date with its label, that of a date which stands alone being empty."""
    publisher: str | None = None


def furniture(text: str) -> Furniture | None:
    """Return what a line around a report says if it is furniture of the page, else None."""
    if len(text) > _LONGEST or "。" in text:
        return None
    return _furniture(text)


@lru_cache(maxsize=256)  # a page's first lines are asked of as its name, as titles and as such
def _furniture(text: str) -> Furniture | None:
    plain = simplified(without_glosses(text)) if not text.isascii() else text
    plain = _SPACED_LABEL.sub("", plain)
    first = _DATE_FIRST.match(plain)
    labelled = _LABELLED.match(plain, first.end() if first else 0)
    if labelled or _DATE_ONLY.fullmatch(plain):
        return Furniture(_dates_in(plain), _publisher_in(plain))
    for pattern in (_BREADCRUMB, _PATH, _WIDGET, _FOOTER):
        if pattern is _BREADCRUMB and pattern.match(plain):
            return Furniture()
        if pattern.fullmatch(plain):
            return Furniture()
    return None


def is_page_number(text: str) -> bool:
    """Whether a line is the number of a printed page, which stands between lines of the text."""
    return len(text) <= _LONGEST_PAGE_NUMBER and bool(_PAGE_NUMBER.fullmatch(text))


def _dates_in(text: str) -> tuple[tuple[str, datetime.date], ...]:
    dates = [(match["label"], calendar_date(match["date"])) for match in _DATED.finditer(text)]
    if not dates:
        dates = [("", calendar_date(text))] if _DATE_FIRST.match(text) else []
    return tuple((label, date) for label, date in dates if date)


def _publisher_in(text: str) -> str | None:
    match = _PUBLISHER.search(text)
    return match["name"] if match else None
