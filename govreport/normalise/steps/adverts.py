"""Advertisements that hijacked copies of a page inject between its sentences.

A sentence is suspected where two words of shady trades meet, or one of them and an address or a word
of commerce, and where nothing speaks of the report's own matters or of work against such trades. Words
alone prove nothing, so what is suspected is reported and stays.
"""

import re

_STRONG = """
    百家乐 时时彩 老虎机 真人荷官 荷官 娱乐城 六合彩 葡京 必威 亚博 北京赛车 PK10 pk10 首存 彩金 返水 体育投注
    网上投注 在线投注 投注 下注 开奖 博彩 赌场 棋牌游戏 棋牌娱乐 捕鱼游戏 皇冠体育 金沙娱乐 澳门金沙 太阳城
    网上娱乐 真钱 电子游艺 注册送 开户送 送体验金 快三 分分彩 彩票平台 彩票网 菠菜 娱乐平台 稳赚 日赚 月入过万
    成人视频 成人影片 成人网站 一夜情 同城约 约炮 激情视频 裸聊 手机看片 同城交友 交友约会 上门服务小姐 小姐上门
    代孕 私服 刷单 代办证件 办证刻章 代开发票 代写论文 论文代写 黑户贷款 无抵押贷款 秒批 网贷 下款 减肥药 壮阳
    伟哥 增高药 祛斑 丰胸 包过 荐股 牛股 股票配资 配资
    百家樂 時時彩 老虎機 真人荷官 娛樂城 葡京 賭場 體育投注 棋牌遊戲 註冊送 開戶送 代開發票 無抵押貸款 網上投注
    在線投注 娛樂平台 娛樂平臺 開獎 彩票網 現金網
    """.split()
"""Words of trades that no office advertises."""

_WEAK = """
    加微信 加QQ 添加微信 客服QQ 客服微信 免费领取 点击领取 领取红包 优惠券 限时优惠 特价促销 包邮 秒杀 厂家直销
    欢迎选购 加盟热线 免费试用 广告合作 招商加盟 信誉第一 点击进入 无码 免费在线观看 专业 咨询热线 联系电话
    加微信領取 免費領取 點擊領取 限時優惠 廠家直銷 信譽第一
    """.split()
"""Words of commerce, which prove an advertisement only beside one of those trades."""

_MIRROR = """
    更多精彩 免费下载 点击下载 最新章节 更多范文 更多资料 更多资源 本文来自 本文来源 本文转载 转载请
    """.split()
"""Words by which mirrors speak of themselves."""

_OWN = ("【广告】", "[广告]", "（广告）", "广告：", "广告:")


def _any_of(words: list[str]) -> re.Pattern[str]:
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest_first)))


_TRADE = _any_of(_STRONG)
_COMMERCE = _any_of(_WEAK)
_MIRRORS = _any_of(_MIRROR)
ADVERT_WORD = _any_of([*_STRONG, *_MIRROR, *_OWN])
"""A word without which nothing is an advertisement."""

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[A-Za-z0-9./?=&_\-]+|[A-Za-z0-9\-]{2,30}\.(?:com|net|cc|vip|top|xyz|tv|me|info|club|org)\b|(?<![0-9])1[3-9][0-9]{9}(?![0-9])|(?:QQ|qq|微信|V信|电报)\s?(?:号|群)?[:：]?\s?[A-Za-z0-9_]{5,}"
)
_OFFICIAL = re.compile(r"\.gov\.|\.org\.cn|\.edu\.cn|政府门户|政府网")
_AGAINST = re.compile(
    "打击|查处|整治|严禁|禁止|取缔|涉嫌|举报|扫黄|公安|案件|案|刑事|治理|防范|谨防|监管|执法|处罚|福利彩票|体育彩票|福彩|体彩|公益金|条例|法律|宣传教育|反诈|诈骗|打擊|查處|整治|嚴禁|取締|舉報|監管|執法|處罰"
)
_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]*")
_BRACKETED = re.compile(
    r"【[^【】\n]{1,80}】|（[^（）\n]{1,80}）|\([^()\n]{1,80}\)|\[[^\[\]\n]{1,80}\]"
)


def suspected(text: str) -> list[re.Match[str]]:
    """Return the sentences and brackets of a text that may be advertisements."""
    if not ADVERT_WORD.search(text):
        return []
    sentences = [match for match in _SENTENCE.finditer(text) if is_advert(match[0])]
    spans = [match.span() for match in sentences]
    brackets = [
        match
        for match in _BRACKETED.finditer(text)
        if is_advert(match[0][1:-1])
        and not any(first <= match.start() and match.end() <= last for first, last in spans)
    ]
    return sorted((*sentences, *brackets), key=lambda match: match.start())


def is_advert(sentence: str) -> bool:
    """Whether a sentence is an advertisement and nothing else."""
    if not ADVERT_WORD.search(sentence) or _AGAINST.search(sentence):
        return False
    if any(sentence.strip().startswith(each) for each in _OWN):
        return True
    address = _ADDRESS.search(sentence) is not None
    if _REPORT_WORD.search(sentence) or (address and _OFFICIAL.search(sentence)):
        return False
    trade = len(set(_TRADE.findall(sentence)))
    if trade:
        return trade + address + bool(_COMMERCE.search(sentence)) >= 2
    return address and len(set(_MIRRORS.findall(sentence))) >= 2


_REPORT_WORD = re.compile(
    "政府信息|信息公开|依申请|主动公开|政务公开|年度报告|政府信息公開|本机关|我镇|我局|我委|我县|我市|我街道|我区"
)

"""Words of the report's own matters: a sentence with one is not cut, for text would be lost."""
