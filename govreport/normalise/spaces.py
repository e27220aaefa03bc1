"""Blanks that no reader of Chinese needs: invisible characters, indents, gaps within words.

Blanks around Latin words and numbers are kept as printed. A line break is taken out only where it
cuts a word that the document itself, or the language of these reports, knows.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from govreport.normalise.changes import Edit
from govreport.normalise.characters import IDEOGRAPH, WIDE_MARK
from govreport.normalise.steps import Step

_WIDE = f"{IDEOGRAPH}{WIDE_MARK}"
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\u034f\u115f\u1160\u3164\uffa0]+"
)
_JOINERS = frozenset("\u200c\u200d")
_ORDINARY = re.compile(f"[\\s!-~{_WIDE}\uff00-\uffef]")
_STRANGE_BLANK = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_BLANKS = "[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_BETWEEN = re.compile(f"(?<=[{_WIDE}]){_BLANKS}+(?=[{_WIDE}])")
_INDENT = re.compile(
    f"(?:(?<=\n)|^)(?:[\u3000\u00a0]{_BLANKS}*+|{_BLANKS}++(?=[{_WIDE}\\d（(]))|(?<!{_BLANKS}){_BLANKS}++(?=\n)"
)
_ARTICLE = re.compile(
    "第[〇零一二三四五六七八九十百千0-9]{1,5}[章节節条條款项項编編部篇](?:分)?$"
)
_LABEL = re.compile(f"[{IDEOGRAPH}]{{2,8}}[：:]")
_FIELD = re.compile("[：:][^，。；：:\n]{1,20}$")
_COLUMNS = re.compile(
    f"(?:(?<=\n)|^)[{IDEOGRAPH}]{{2,4}}+(?:[ \u3000]{{1,4}}+[{IDEOGRAPH}]{{2,4}}+){{2,12}}+(?=\n|$)"
)
_GAP = re.compile(f"(?<=[{IDEOGRAPH}]){_BLANKS}+(?=[{IDEOGRAPH}])")
_SUSPECT = re.compile(
    f"{_INVISIBLE.pattern}|{_STRANGE_BLANK.pattern}|{_BETWEEN.pattern}|{_INDENT.pattern}"
    f"|(?<=[{IDEOGRAPH}《“（〔])\n(?=[{IDEOGRAPH}])"
)
_BROKEN = re.compile(f"(?<=([{IDEOGRAPH}]))\n(?=([{IDEOGRAPH}]))")
_OPEN_BREAK = re.compile(f"(?<=[《“（〔])\n(?=[{IDEOGRAPH}])")
_ENUMERATED = re.compile(
    "[（(]?[一二三四五六七八九十]{1,3}[）)、．.]|第[一二三四五六七八九十]|[一二三四五六七八九十]是|附件|备注"
)
_BIGRAM = re.compile(f"(?=([{IDEOGRAPH}]{{2}}))")

_WORDS = frozenset(
    """
    政府 信息 公开 工作 年度 报告 主动 申请 情况 国务 务院 行政 机关 部门 单位
    条例 规定 办公 公室 人民 中华 华人 民共 共和 和国 网站 门户 平台 政务 公众
    群众 社会 领导 组织 管理 制度 机制 建设 监督 保障 落实 加强 推进 完善 提高
    提升 及时 准确 全面 规范 重点 领域 内容 渠道 形式 方式 服务 发布 文件 政策
    解读 回应 关切 培训 考核 评估 责任 人员 队伍 业务 能力 水平 质量 问题 改进
    存在 主要 不足 下一 步工 进一 一步 开展 统计 数据 期限 处理 办理 答复 复议
    诉讼 收费 许可 处罚 强制 事业 收取 通过 利用 积极 认真 严格 依法 按照 根据
    要求 精神 贯彻 学习 落实 会议 研究 部署 全年 累计 截至 截止 共计 栏目 更新
    维护 安全 审查 保密 程序 新闻 媒体 微信 微博 公示 公告 通知 决定 意见 方案
    计划 项目 资金 预算 决算 财政 教育 医疗 卫生 环境 保护 生态 扶贫 救助 就业
    民生 企业 市场 经济 发展 乡村 振兴 农村 农业 土地 征收 房屋 城市 街道 社区
    居民 联系 电话 地址 邮编 电子 邮箱 负责 主任 局长 镇长 县长 书记 小组 成立
    明确 分工 具体 实施 细则 目录 指南 编制 需要 其他 事项 无法 提供 不予 予以
    部分 属于 国家 秘密 法律 法规 禁止 查询 举报 投诉 重复 补正 费用 缴纳
    """.split()
)
"""Words of two characters from the prose of such reports; a break within one is no line's end."""


@dataclass(frozen=True, slots=True)
class _Evidence:
    words: frozenset[str]
    """The pairs of characters that make words here."""
    gaps: bool
    """Whether blanks stand between ideographs of running text, so that columns may be such too."""


def _weigh(texts: Sequence[str]) -> _Evidence | None:
    if not any(_SUSPECT.search(text) for text in texts):
        return None
    gaps = any(_has_gap(_COLUMNS.sub("", _INVISIBLE.sub("", text))) for text in texts)
    if not any(_BROKEN.search(text) for text in texts):
        return _Evidence(_WORDS, gaps)
    pairs = Counter(pair for text in texts for pair in _BIGRAM.findall(text))
    seen = {pair for pair, count in pairs.items() if count > 2}
    return _Evidence(_WORDS | seen, gaps)


def _has_gap(text: str) -> bool:
    return any(not _is_layout(text, match) for match in _GAP.finditer(text))


def _is_layout(text: str, match: re.Match[str]) -> bool:
    """Whether a blank parts an article's number from it, or two fields: 负责人：张三 电话：123."""
    if _ARTICLE.search(text, max(0, match.start() - 8), match.start()):
        return True
    label = _LABEL.match(text, match.end())
    return bool(label and _FIELD.search(text, max(0, match.start() - 21), match.start()))


def _invisible(text: str, _: object) -> list[Edit]:
    return [
        (match.start(), match.end(), "")
        for match in _INVISIBLE.finditer(text)
        if not _is_needed(text, match)
    ]


def _is_needed(text: str, match: re.Match[str]) -> bool:
    """Whether invisible characters join a foreign word or an emoji, or stand for a minus sign."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if match[0] == "\u00ad":
        return after.isdigit()
    if not _JOINERS.isdisjoint(match[0]):
        return bool(before and after) and not (_ORDINARY.match(before) and _ORDINARY.match(after))
    return False


def _strange(text: str, _: object) -> list[Edit]:
    """Return the edits that make no-break and ideographic blanks beside Latin ordinary ones."""
    edits = []
    for match in _STRANGE_BLANK.finditer(text):
        if _between_wide(text, match.start(), match.end()):
            continue
        edits.append((match.start(), match.end(), " " * len(match[0])))
    return edits


def _between_wide(text: str, start: int, end: int) -> bool:
    wide = _WIDE_CHARACTER
    return bool(wide.match(text[start - 1 : start]) and wide.match(text[end : end + 1]))


_WIDE_CHARACTER = re.compile(f"[{_WIDE}]")


def _gaps(text: str, evidence: _Evidence) -> list[Edit]:
    edits = []
    columns = [] if evidence.gaps else [match.span() for match in _COLUMNS.finditer(text)]
    for match in _BETWEEN.finditer(text):
        while columns and columns[0][1] < match.start():
            del columns[0]
        if columns and columns[0][0] <= match.start():
            continue  # a row of names or of column headers
        if not _is_layout(text, match):
            edits.append((match.start(), match.end(), ""))
    return edits


def _indents(text: str, _: object) -> list[Edit]:
    return [(match.start(), match.end(), "") for match in _INDENT.finditer(text)]


def _breaks(text: str, evidence: _Evidence) -> list[Edit]:
    if "\n" not in text:
        return []
    edits = [
        (match.start(), match.end(), "")
        for match in _BROKEN.finditer(text)
        if match[1] + match[2] in evidence.words and not _ENUMERATED.match(text, match.end())
    ]
    return sorted((*edits, *((m.start(), m.end(), "") for m in _OPEN_BREAK.finditer(text))))


STEP = Step("spaces", _weigh, (_invisible, _indents, _gaps, _strange, _breaks))
"""Take out blanks and breaks that part what belongs together."""
