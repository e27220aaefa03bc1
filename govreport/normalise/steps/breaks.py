"""Line breaks within words: hard wraps of files and pages, joined where the words prove them.

A break between two characters that make a word, known to this kind of prose or frequent in the
document, is a wrap. Where a document shows several of them, its other breaks amid running text are
wraps too; titles, headings, lists and addresses keep their lines.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from govreport.normalise.changes import Edit
from govreport.normalise.characters import IDEOGRAPH

_BROKEN = re.compile(f"(?<=([{IDEOGRAPH}]))\n(?=([{IDEOGRAPH}]))")
_OPEN_BREAK = re.compile(f"(?<=[《“（〔])\n(?=[{IDEOGRAPH}])")
_ENUMERATED = re.compile(
    "[（(]?[一二三四五六七八九十]{1,3}[）)、．.]|第[一二三四五六七八九十]|[一二三四五六七八九十]是|附件|备注"
)
_BIGRAM = re.compile(f"(?=([{IDEOGRAPH}]{{2}}))")
_LABELLED = re.compile(f"[{IDEOGRAPH}]{{2,8}}[：:]")
_BREAK = re.compile("\n")
_PAUSE = re.compile("[，。；、：！？,;:]")
_HEADING_END = re.compile("(?:报告|情况|事项|概述|目录|附件|政府|局|委员会|办公室|公告|通知)$")
_HEADING_LENGTH = 35
_SEVERAL = 3

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
    我们 他们 什么 可以 没有 因为 所以 如果 但是 而且 以及 或者 并且 虽然 这些 那些 这个
    一个 一些 不同 进行 采取 实行 实现 形成 建立 健全 强化 优化 深化 细化 量化 创新 拓展
    扩大 增强 增加 减少 降低 保持 坚持 围绕 紧紧 结合 充分 切实 着力 大力 努力 不断 逐步
    继续 始终 全部 全程 全市 全县 全区 全镇 全局 本年 去年 今年 同比 比上 以上 以下 以内
    以外 其中 包括 涉及 关于 对于 由于 为了 按时 按期 当场 书面 网络 电视 广播 报纸 短信
    视频 图片 图解 文字 材料 档案 资料 表格 附件 印发 转发 下发 修订 废止 失效 有效 清理
    审核 审批 审议 审定 审计 登记 备案 公证 认定 核实 调查 调研 走访 座谈 听取 征求 采纳
    建议 提案 委员 代表 专家 学者 律师 医生 护士 教师 学生 老人 儿童 妇女 残疾 青年 党员
    干部 职工 个人 单位 集体 团体 协会 学校 医院 机构 中心 平方 公里 万元 亿元 增长 下降
    达到 超过 完成 办结 受理 接收 收到 答疑 申报 缴费 费用 价格 补贴 补助 资助 奖励 处分
    追究 问责 约谈 通报 批评 表扬 宣传 引导 动员 参与 参加 互动 交流 沟通 协调 配合 合作
    联动 共享 开放 透明 阳光 便民 利民 惠民 为民 高效 快捷 方便 简化 流程 环节 时限 时间
    地点 日期 月份 季度 半年 每年 每月 每周 每天 早上 晚上 上午 下午 健康 疫情 防控 核酸
    检测 疫苗 卫健 食品 药品 质量 消费 旅游 文化 体育 科技 信用 交通 公路 水利 气象 地震
    消防 应急 救援 灾害 隐患 排查 整治 执法 司法 公安 检察 法院 监察 纪检 巡视 困难 需求
    期待 满意 意识 观念 思想 认识 作风 态度 原因 对策 措施 办法 途径 方法 手段 效果 成效
    成绩 经验 做法 特色 亮点 进展 进度 总结 分析 研判 预测 展望 目标 任务 指标 要点 重要
    重大 关键 核心 基础 基本 根本 主题 主体 主线 专题 专栏 专人 专职 兼职 专业 职责 职能
    权力 权利 权益 义务 利益 隐私 承诺 监管 投资 招标 采购 工程 建筑 规划 用地 拆迁 安置
    社保 养老 低保 住房 物业 供水 供电 供气 供热 环卫 绿化 污染 治理 水质 空气 噪声
    """.split()
)
"""Words of two characters from the prose of such reports; a break within one is no line's end."""


@dataclass(frozen=True, slots=True)
class BreakEvidence:
    """What a document shows of its breaks."""

    words: frozenset[str]
    """The pairs of characters that make words here."""
    wrapped: bool
    """Whether so many breaks cut words that lines were wrapped without regard to them."""


def weigh_breaks(texts: Sequence[str]) -> BreakEvidence:
    """Return what the texts of a document show of their line breaks."""
    broken = [text for text in texts if _BROKEN.search(text)]
    if not broken:
        return BreakEvidence(_WORDS, wrapped=False)
    pairs = Counter(pair for text in texts for pair in _BIGRAM.findall(text))
    words = _WORDS | {pair for pair, count in pairs.items() if count > 2}
    breaks = [match for text in broken for match in _BROKEN.finditer(text)]
    proven = sum(match[1] + match[2] in words for match in breaks)
    return BreakEvidence(words, proven >= _SEVERAL and proven * 10 >= len(breaks))


def joins(text: str, evidence: BreakEvidence) -> list[Edit]:
    """Return the edits that join the lines of a text where a break stands within a word."""
    return [(place, place + 1, "") for place in _places(text, evidence)] if "\n" in text else []


def _places(text: str, evidence: BreakEvidence) -> Iterator[int]:
    start = 0  # where the line begins that the breaks joined so far make
    for match in _BREAK.finditer(text):
        place = match.start()
        broken = _BROKEN.match(text, place)
        if _OPEN_BREAK.match(text, place) or (
            broken
            and not _ENUMERATED.match(text, place + 1)
            and (
                broken[1] + broken[2] in evidence.words
                or (evidence.wrapped and _runs_on(text, start, place))
            )
        ):
            yield place
        else:
            start = place + 1


def _runs_on(text: str, start: int, place: int) -> bool:
    """Whether running text goes on behind a break: neither title nor heading, list nor address."""
    if _LABELLED.match(text, place + 1):
        return False
    # Far enough back for any heading; a whole text would be read again for every line.
    line = text[max(start, place - 80) : place]
    if _HEADING_END.search(line):
        return False
    if _ENUMERATED.match(line) and len(line) < _HEADING_LENGTH and "。" not in line:
        return False
    end = text.find("\n", place + 1)
    following = text[place + 1 : min(end if end >= 0 else len(text), place + 80)]
    return bool(_PAUSE.search(line) or (_PAUSE.search(following) and len(line) > 8))
