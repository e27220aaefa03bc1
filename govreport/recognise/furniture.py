"""Lines of the page around a report, and what they say of its publication."""

import datetime
import re
from dataclasses import dataclass

from govreport.recognise.folding import simplified, without_glosses

_LONGEST = 160

_LABELS = (
    "发布日期|发布时间|发文日期|发文时间|成文日期|生成日期|公开日期|公开时间|更新时间|更新日期|编辑日期|上传时间"
    "|日期|时间|来源|信息来源|文章来源|稿源|作者|撰稿|录入|录入人|责任编辑|编辑|审核|初审|复审|终审"
    "|浏览量|浏览次数|浏览|点击数|点击量|点击率|点击次数|点击|阅读量|阅读次数|阅读|访问量|访问次数|被阅览数"
    "|字体|字号|发布机构|发布单位|发布部门|发布者|发布人|公开单位|索引号|信息索引号|文号|发文字号|文件编号"
    "|信息分类|主题分类|公开方式|公开形式|公开范围|公开时限|公开责任部门|关键词|主题词|有效性|信息名称"
)
_LABELLED = re.compile(rf"[【\[（(|｜\s]*(?:{_LABELS})[】\]]?\s*[:：]")
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
_DATE_ONLY = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?")
_PUBLISHED = re.compile(
    r"(?:发布日期|发布时间|发文日期|公开日期|公开时间|更新时间|日期|时间)\s*[:：]\s*(?P<date>[\d年月日./ -]{8,12})"
)
_PUBLISHER = re.compile(
    r"(?:信息来源|文章来源|稿源|来源|发布机构|发布单位|发布部门)\s*[:：]\s*"
    r"(?P<name>[^\s:：|｜【\[（(]{2,40}?)"
    r"(?=$|[\s|｜【\[（(]|发布|浏览|点击|阅读|访问|作者|字体|字号|时间|日期|更新|编辑|责任)"
)
_CALENDAR_DATE = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})"
)


@dataclass(frozen=True, slots=True)
class Furniture:
    """A line of the page around the report, with what it states of the publication."""

    publication_date: datetime.date | None = None
    publisher: str | None = None


def furniture(text: str) -> Furniture | None:
    """Return what a line around a report says if it is furniture of the page, else None."""
    if len(text) > _LONGEST or "。" in text:
        return None
    plain = simplified(without_glosses(text)) if not text.isascii() else text
    plain = _SPACED_LABEL.sub("", plain)
    if _LABELLED.match(plain) or _DATE_ONLY.fullmatch(plain):
        return Furniture(_date_in(plain), _publisher_in(plain))
    for pattern in (_BREADCRUMB, _PATH, _WIDGET, _FOOTER):
        if pattern is _BREADCRUMB and pattern.match(plain):
            return Furniture()
        if pattern.fullmatch(plain):
            return Furniture()
    return None


def is_page_number(text: str) -> bool:
    """Whether a line is the number of a printed page, which stands between lines of the text."""
    return len(text) <= _LONGEST_PAGE_NUMBER and bool(_PAGE_NUMBER.fullmatch(text))


def calendar_date(text: str) -> datetime.date | None:
    """Return the first date in `text`, None where there is none or it is impossible."""
    match = _CALENDAR_DATE.search(text)
    if not match:
        return None
    try:
        return datetime.date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def _date_in(text: str) -> datetime.date | None:
    if match := _PUBLISHED.search(text):
        return calendar_date(match["date"])
    return calendar_date(text) if _DATE_ONLY.fullmatch(text) else None


def _publisher_in(text: str) -> str | None:
    match = _PUBLISHER.search(text)
    return match["name"] if match else None
