"""Advertisements that hijacked copies of a page inject between its sentences.

A sentence is one where two words of the trade meet, or one of them and an address, and where
nothing speaks of the authorities' own work against that trade. Sentences are cut whole, with
their full stop; a text is never cut within a sentence, except an advertisement in brackets.
"""

import re

from govreport.normalise.changes import Edit

_STRONG = """
    百家乐 时时彩 老虎机 真人荷官 娱乐城 六合彩 葡京 必威 亚博 北京赛车 PK10
    pk10 首存 彩金 返水 体育投注 网上投注 在线投注 时时中 棋牌游戏 棋牌娱乐
    捕鱼游戏 皇冠体育 金沙娱乐 太阳城 线上赌场 澳门赌场 真钱 外围投注 足球投注 电子游艺
    注册送 开户送 送体验金 快三 分分彩 成人视频 成人影片 成人网站 一夜情 同城约 约炮
    激情视频 裸聊 小姐上门 上门服务小姐 代孕 私服 刷单 代办证件 办证刻章 代开发票
    代写论文 论文代写 黑户贷款 无抵押贷款 秒批贷款 网贷秒 下款 减肥药 壮阳 伟哥 增高药
    祛斑 丰胸 包过 稳赚 日赚 月入过万 荐股 牛股 股票配资 配资 博彩 赌场 投注 下注
    开奖 彩票平台 彩票网 菠菜 荷官 娱乐平台 游戏平台 加微信领取 免费领取 点击领取
    优惠券 限时优惠 特价促销 包邮 秒杀 厂家直销 欢迎选购 咨询热线 加盟热线 免费试用
    客服QQ 客服微信 加QQ 加微信 添加微信 广告合作 招商加盟
    """.split()
_OWN = ["【广告】", "[广告]", "（广告）", "广告：", "广告:"]
_TRADITIONAL = """
    百家樂 時時彩 老虎機 真人荷官 娛樂城 葡京 線上賭場 澳門賭場 體育投注 棋牌遊戲
    註冊送 開戶送 代開發票 無抵押貸款 加微信領取 免費領取 點擊領取 限時優惠 廠家直銷
    網上投注 在線投注 娛樂平台 娛樂平臺 賭場 開獎 彩票網 現金網 信譽
    """.split()

ADVERT_WORD = re.compile(
    "|".join(
        re.escape(each)
        for each in sorted({*_STRONG, *_TRADITIONAL, *_OWN}, key=lambda w: (-len(w), w))
    )
    + r"|更多精彩|精彩内容|免费下载|点击下载|(?:最新|更多)(?:章节|资源|范文|资料)|本文(?:来自|来源|转载)|转载请"
)
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[A-Za-z0-9./?=&_\-]+|[A-Za-z0-9\-]{2,30}\.(?:com|net|cc|vip|top|xyz|tv|me|info|club|org)\b|(?:QQ|qq|微信|V信|电报)\s?(?:号|群)?[:：]?\s?[A-Za-z0-9_]{5,}"
)
_OFFICIAL = re.compile(r"\.gov\.|\.org\.cn|\.edu\.cn|政府门户|政府网")
_AGAINST = re.compile(
    "打击|查处|整治|严禁|禁止|取缔|涉嫌|举报|扫黄|公安|案件|案|刑事|治理|防范|谨防|监管|执法|处罚|福利彩票|体育彩票|公益金|条例|法律|宣传教育|反诈|诈骗|打擊|查處|整治|嚴禁|取締|舉報|監管|執法|處罰"
)
_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]*")
_BRACKETED = re.compile(
    r"【[^【】\n]{1,80}】|（[^（）\n]{1,80}）|\([^()\n]{1,80}\)|\[[^\[\]\n]{1,80}\]"
)
_TRAILING = "。！？!?；;"


def adverts(text: str, _: object) -> list[Edit]:
    """Return the edits that cut advertisements."""
    if not ADVERT_WORD.search(text):
        return []
    edits = [
        (match.start(), match.end(), "")
        for match in _SENTENCE.finditer(text)
        if is_advert(match[0])
    ]
    cut = [edit[:2] for edit in edits]
    for match in _BRACKETED.finditer(text):
        inside = any(first <= match.start() and match.end() <= last for first, last in cut)
        if not inside and is_advert(match[0][1:-1]):
            edits.append((match.start(), match.end(), ""))
    return sorted(edits)


def is_advert(sentence: str) -> bool:
    """Whether a sentence is an advertisement and nothing else."""
    words = {match[0] for match in ADVERT_WORD.finditer(sentence)}
    if not words or _AGAINST.search(sentence):
        return False
    address = _ADDRESS.search(sentence)
    if address and _OFFICIAL.search(sentence):
        return False
    marked = any(sentence.strip().startswith(each) for each in _OWN)
    return marked or (len(words) + bool(address) >= 2 and not _mixed(sentence))


_REPORT_WORD = re.compile(
    "政府信息|信息公开|依申请|主动公开|政务公开|年度报告|政府信息公開|本机关|我镇|我局|我委|我县|我市|我街道|我区"
)


def _mixed(sentence: str) -> bool:
    """Whether the sentence speaks of the report's own matters too, so that cutting loses text."""
    return bool(_REPORT_WORD.search(sentence))
