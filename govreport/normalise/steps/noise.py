"""What is no text of the report: marks of programs, page furniture, wrong decoding.

Everything that is cut is quoted by its `Change`.
"""

import re
from collections.abc import Sequence

from govreport.normalise.changes import Edit
from govreport.normalise.step import Step
from govreport.normalise.steps.lookalikes import holds_any, look_alikes, placeholders
from govreport.normalise.steps.mojibake import may_be_garbled, mojibake

_PROGRAM_MARK = re.compile(r"\[bookmark: ?[^\]\n]{0,80}\]|\[image: ?[^\]\n]{0,80}\]")

_SIZES = r"(?:[\s|｜/／、]*(?:特?大|中|小|默认|正常|超大))*"
_BRACKETED = re.compile(
    r"[【\[［]\s*(?:字\s?[体體号號]\s*[:：]?[\s|｜/大中小默认特超]*"
    r"|打印(?:本[页頁文])?|關閉(?:窗口)?|关闭(?:窗口|本页)?|返回(?:顶部|首页)?|我要打印|分享(?:到)?"
    r"|打印本?页?[\s|｜/]*关闭(?:窗口)?|收藏(?:本页)?|纠错|大\s*中\s*小|大)\s*[】\]］]"
)
_ITEM = (
    rf"(?:字\s?[体體号號]\s*[:：]{_SIZES}|打印(?:本[页頁文]|整页|内容)|关闭(?:窗口|本页|页面)|關閉窗口"
    r"|分享(?:到)?\s*[:：](?:\s*(?:新浪|腾讯)?(?:微信|微博|QQ空间|QQ好友|QQ|朋友圈|人人网|豆瓣|贴吧|更多))*|分享到微信|返回(?:顶部|首页)|我要(?:打印|收藏|纠错)|收藏本页|微信扫一扫(?:分享)?"
    r"|扫一扫在手机(?:上)?(?:打开|查看)当前页(?:面)?|语音播报|无障碍阅读|点击收藏|打印|关闭"
    r"|(?:浏览|阅读|点击)(?:次数|量|数)\s*[:：]\s*[0-9]*\s*(?:次|人次)?)"
)
_BYLINE = re.compile(
    rf"(?:(?<=\n)|^)[ \t\u3000]*+{_ITEM}(?:[ \t\u3000|｜/]*{_ITEM}){{0,8}}[ \t\u3000|｜/]*+(?=\n|$)"
)
_BARE = re.compile(r"\s*(?:打印|关闭)\s*")
_LOST_BLANK = re.compile(
    r"(?:(?<=\n)|^)\?++(?:[ \u00a0\u3000]++(?=\S)|(?=[\u4e00-\u9fff（《“]))|(?<=[。；！])\?++(?=\n|$)"
)
_SUSPECT = re.compile(
    f"\\[bookmark|\\[image|{_BRACKETED.pattern}|{_LOST_BLANK.pattern}"
    "|字[体體号號]|打印|[关關][闭閉]|分享|返回|收藏|扫一扫|播报|无障碍|(?:浏览|阅读|点击)(?:次数|量|数)"
)


def _weigh(texts: Sequence[str]) -> bool | None:
    suspect = any(
        _SUSPECT.search(text) or holds_any(text) or may_be_garbled(text) for text in texts
    )
    return suspect or None


def _marks(text: str, _: object) -> list[Edit]:
    found = [(m.start(), m.end(), "") for m in _PROGRAM_MARK.finditer(text)]
    return sorted((*found, *((m.start(), m.end(), "") for m in _BRACKETED.finditer(text))))


def _bylines(text: str, _: object) -> list[Edit]:
    return [
        (match.start(), match.end(), "")
        for match in _BYLINE.finditer(text)
        if not _BARE.fullmatch(match[0])
    ]


def _lost_blanks(text: str, _: object) -> list[Edit]:
    """Return the edits that cut question marks which were blanks that an encoding lacks."""
    return [(match.start(), match.end(), "") for match in _LOST_BLANK.finditer(text)]


STEP = Step(
    "noise",
    _weigh,
    (mojibake, look_alikes, placeholders, _marks, _bylines, _lost_blanks),
)
"""Take out what is no text of the report and repair wrong decoding."""
