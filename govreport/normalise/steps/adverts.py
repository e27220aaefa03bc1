"""Removes advertisements that hijacked copies of a page inject between and into its sentences.

Words alone prove nothing: a report names the trades that an office fights, and its own words may
contain theirs by chance (分配资源 contains 配资). All of this together proves an injected stretch:

- it consists of only the words of such trades, of their promises, sums and contacts;
- among them is a trade, and a promise or a contact, or several trades;
- it begins and ends at word boundaries, and is not within a sentence, unless it is in brackets or
  has the address of a site, which breaks the sentence off;
- the sentence around it does not speak against such trades.

Only that stretch is removed, with no figure or word next to it. Similar stretches are reported.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from govreport.expressions import expression
from govreport.normalise.changes import Edit
from govreport.normalise.words import cuts_word

_SHADY = """
    百家乐 时时彩 老虎机 真人荷官 荷官 六合彩 葡京 新葡京 必威 亚博 博彩 赌场 网上赌场 在线赌场 体育投注 足球投注 彩票投注
    网上投注 在线投注 电子游艺 捕鱼游戏 真钱 真钱游戏 真人视讯 真人娱乐 线上娱乐 网上娱乐 娱乐城 皇冠体育 金沙娱乐
    银河娱乐 永利娱乐 威尼斯人娱乐 太阳城娱乐 北京赛车 PK10 分分彩 时时彩计划 幸运飞艇 极速赛车 棋牌娱乐 真钱棋牌 炸金花 德州扑克
    一夜情 同城约 同城约会 约炮 裸聊 成人视频 成人影片 成人网站 成人电影 激情视频 黄色视频 援交 兼职女 上门服务小姐 小姐上门
    代孕 伟哥 壮阳药 壮阳 迷药 迷情药 黑户贷款 办证刻章 代办证件 代办文凭 真假文凭 传奇私服 私服 外挂
    現金網 百家樂 時時彩 老虎機 真人荷官 娛樂城 葡京 賭場 體育投注 網上投注 在線投注 棋牌娛樂 威尼斯人娛樂 真錢
    """.split()
"""Trades that no office offers."""

_TRADES = """
    代开发票 正规发票 增值税发票 发票代开 论文代写 代写论文 代发论文 无抵押贷款 小额贷款 信用贷款 极速贷款 网贷 贷款 信用卡套现 套现
    股票配资 配资 荐股 牛股推荐 牛股 内幕消息 刷单 刷单兼职 兼职刷单 网络兼职 在家兼职 减肥药 减肥产品 增高药 祛斑 丰胸 植发
    网站优化 快速排名 关键词排名 SEO优化 刷流量 刷粉 外汇开户 期货开户 虚拟币 比特币 彩票平台 彩票网 购彩 开奖结果 开奖直播 内部资料
    二手车 高仿手表 名牌包包 精仿 A货 高仿 翻墙 VPN加速器 加速器 包车 搬家公司 开锁 疏通下水道 空调维修 代開發票 無抵押貸款 貸款
    """.split()
"""Trades that an office may mention."""

_PROMISES = """
    注册送 开户送 开户即送 注册即送 存款即送 即送 送彩金 送体验金 首存 首充 首存返水 返水 返现 返佣 彩金 体验金 稳赚 稳赚不赔 稳赢 日赚 月入过万
    月入 包中 必中 准确率 秒到账 秒下款 秒批 秒放款 当天放款 当日放款 快速放款 下款 无需抵押 无抵押 免抵押 免担保 凭身份证 黑户可贷 包过 包邮 特价促销 特价
    免费领取 点击领取 领取 领红包 领取红包 优惠券 领取优惠券 限时优惠 限时抢购 秒杀 点击进入 立即注册 立即下载 立即咨询 马上注册 马上下载 加微信 加QQ 添加微信 加V 加群 客服微信
    客服QQ 在线客服 客服热线 24小时服务 24小时在线 信誉第一 信誉保证 诚信经营 货到付款 厂家直销 欢迎选购 加盟热线 免费试用 保密发货 无效退款 价格优惠 低价
    第一时间公布 点数优惠 可先验后付 先验货 量大从优 註冊送 開戶送 首存返水 加微信 免費領取
    """.split()
"""What such an advertisement promises or asks for."""

_BESIDE = """
    香港 体育 龙虎斗 棋牌 棋牌游戏 彩票 娱乐 真人 视讯 视频 游戏 平台 官网 官方网站 网站 网址 入口 最新网址
    APP app 下载 免费下载 注册 开户 登录 请登录 登陆 在线 线上 网上 访问 请访问 点击 咨询 电话 联系 联系电话 咨询热线 热线 微信 QQ 客服 官方 正规 专业 首选 最大 最新 认准 服务 办理 代办
    全国 本地 同城 各类 各种 本站 本公司 我公司 公司 投注 下注 开奖 结果 直播 计划 免费 注册账号 账号 玩家 会员 请 就 上 来 到 送 元 快三 手机版 手机 信誉 推荐 精准 快速 无忧 赢 【广告】 广告 [广告]
    注冊 平臺 官網 網站 在線 真人 投注 遊戲 棋牌遊戲
    """.split()
"""Ordinary words that occur next to those in an advertisement."""

_BRANDS = "澳门 澳門 太阳城 威尼斯人 金沙 银河 永利 皇冠 新濠 美高梅 凯撒 万博 乐虎".split()
"""Names that such trades use, and that places have."""

_MIRROR = """
    更多精彩 更多精彩内容 精彩内容 请关注公众号 关注公众号 免费下载 点击下载 最新章节 更多范文 更多资料 更多资源 本文来自 本文来源 本文转载自 转载请注明出处
    转载请注明 转载请保留 请访问 请关注 范文网 文库 小说 全文阅读 无弹窗 由
    """.split()
"""Words with which mirrors mention themselves."""

_TOP_LEVEL = "com|net|cc|vip|top|xyz|tv|me|info|club|org|cn"
_CONTACT = (
    rf"(?:https?://)?(?:[A-Za-z0-9\-]{{1,30}}\.){{1,4}}(?:{_TOP_LEVEL})(?![A-Za-z])(?:/[A-Za-z0-9./?=&_\-]*)?"
    r"|(?:加|添加)?(?:QQ|qq|扣扣|微信号?|V信|v信|VX|vx|V|电报|TG)\s?(?:号|群)?[:：]?\s?[A-Za-z0-9_]{5,}"
    r"|(?<![0-9])1[3-9][0-9]{9}(?![0-9])"
)
_SITE = expression(rf"https?://|www\.|\.(?:{_TOP_LEVEL})(?![A-Za-z])")
_GLUED_FIGURE = expression("(?<=[0-9])[\u4e00-\u9fff]")
_OFFICIAL = expression(r"\.gov\b|\.org\.cn|\.edu\b|政府门户|政府网")
_SUM = r"[0-9]+(?:\.[0-9]+)?(?:元|%|％|万元?|倍|小时|分钟)?"
_GLUE = r"[ \t\u3000，、,！!：:~～-]+"


def _alternatives(words: list[str]) -> str:
    return "|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word))))


_TOKEN = expression(
    f"(?P<contact>{_CONTACT})|(?P<shady>{_alternatives(_SHADY)})|(?P<promise>{_alternatives(_PROMISES)})"
    f"|(?P<trade>{_alternatives(_TRADES)})|(?P<mirror>{_alternatives(_MIRROR)})"
    f"|(?P<brand>{_alternatives(_BRANDS)})"
    f"|(?P<beside>{_alternatives(_BESIDE)})|(?P<sum>{_SUM})|(?P<glue>{_GLUE})"
)
ADVERT_WORD = expression(_alternatives([*_SHADY, *_TRADES, *_MIRROR]))
"""A word that every advertisement contains."""

_FOUGHT = (
    "打击|查处|查获|整治|严禁|禁止|取缔|涉嫌|举报|扫黄|防范|谨防|宣传|宣讲|反诈|诈骗|骗|拒绝|远离|警惕|抵制|揭露|曝光|识别|切勿"
    "|不要|不得|请勿|沉迷|戒|赌博|防止|杜绝|清理|关停|打擊|查處|整治|嚴禁|取締|舉報"
)
_AGAINST = expression(
    f"{_FOUGHT}|公安|案件|案|刑事|治理|监管|执法|处罚|公益金|条例|法律|監管|執法|處罰"
)
"""Words of work against such trades."""
_AGAINST_NEAR = expression(_FOUGHT)
"""Those that count within a clause; others may occur there anyway: 行政执法64条."""
_SENTENCE = expression(r"[^。！？!?；;\n]+[。！？!?；;]*")
_ENDS = "。！？!?；;\n"
_PAUSES = "，、,：:"
_BRACKETS = {"（": "）", "(": ")", "【": "】", "[": "]", "《": "》"}


def adverts(text: str, _: object) -> list[Edit]:
    """Return the edits that cut injected advertisements."""
    if not ADVERT_WORD.search(text):
        return []
    return sorted((*_widened(text, start, end), "") for start, end in _stretches(text))


def suspected(text: str) -> list[str]:
    """Return the sentences of a text that may be advertisements."""
    if not ADVERT_WORD.search(text):
        return []
    return [match[0].strip() for match in _SENTENCE.finditer(text) if _looks_like_one(match[0])]


def _looks_like_one(sentence: str) -> bool:
    if _AGAINST.search(sentence):
        return False
    kinds = {
        match.lastgroup
        for match in _TOKEN.finditer(sentence)
        if match.lastgroup in ("contact", "sum") or _is_apart(sentence, *match.span())
    }
    return "shady" in kinds or ("trade" in kinds and {"promise", "contact"} <= kinds)


def _is_apart(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins and ends at word boundaries."""
    return not (cuts_word(text[:start], text[start:]) or cuts_word(text[start:end], text[end:]))


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text that are proved to be advertisements."""
    for sentence in _SENTENCE.finditer(text):
        if not ADVERT_WORD.search(sentence[0]):
            continue
        for run in _runs(text, *sentence.span()):
            tokens = _trimmed(text, run)
            if not tokens or not _is_proved(tokens):
                continue
            first, last = tokens[0].start(), tokens[-1].end()
            fought = _is_fought(text, sentence.span(), first, last)
            if not fought and _is_apart(text, first, last):
                yield first, last


def _is_fought(text: str, sentence: tuple[int, int], first: int, last: int) -> bool:
    """Whether the sentence around a stretch, or its clause if it is within one, opposes it."""
    before, after = text[sentence[0] : first], text[last : sentence[1]]
    bracketed = before[-1:] in _BRACKETS and _BRACKETS.get(before[-1:]) == after[:1]
    if bracketed or _SITE.search(text[first:last]):
        near = f"{_CLAUSE_BREAK.split(before)[-1]}\n{_CLAUSE_BREAK.split(after)[0]}"
        return _AGAINST_NEAR.search(near) is not None
    return _AGAINST.search(f"{before}\n{after}") is not None


_CLAUSE_BREAK = expression("[，,；;]")


def _runs(text: str, start: int, end: int) -> Iterator[list[re.Match[str]]]:
    """Yield each stretch of only an advertisement's words, as its words."""
    position = start
    tokens: list[re.Match[str]] = []
    while position < end:
        match = _TOKEN.match(text, position, end)
        if match is None:
            if tokens:
                yield tokens
            tokens = []
            position += 1
        else:
            if match.lastgroup != "glue":
                tokens.append(match)
            position = match.end()
    if tokens:
        yield tokens


def _trimmed(text: str, tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return the words of a stretch without those that may belong to the sentence around it.

    A stretch that begins or ends within a sentence is an advertisement only with the site that
    breaks the sentence off, from the trade's name up to the site; figures before it belong to the
    report in any case.
    """
    tokens = _without_sums(tokens)
    if not tokens or _GLUED_FIGURE.match(text, tokens[-1].end()):
        return []  # where the contact's digits end and the figure of the text begins is open
    start, end = tokens[0].start(), tokens[-1].end()
    begins = text[start - 1 : start] in _MAY_STAND_BEFORE
    ends = text[end : end + 1] in _MAY_STAND_BEHIND
    if begins and ends:
        return tokens
    sites = _places(tokens, _is_site)
    if not sites:
        return []
    first = 0 if begins else min(_places(tokens, _names_trade))
    return tokens[first : len(tokens) if ends else sites[-1] + 1]


# Nothing stands before and behind a text, and nothing is in any text.
_MAY_STAND_BEFORE = f"{_ENDS}{_PAUSES}（([【《）)】]”"
_MAY_STAND_BEHIND = f"{_ENDS}{_PAUSES}）)]】》"


def _without_sums(tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return words without the figures at both ends that no promise holds."""
    while tokens and tokens[0].lastgroup == "sum":
        tokens = tokens[1:]
    while tokens and tokens[-1].lastgroup == "sum" and not _is_promised(tokens):
        tokens = tokens[:-1]
    return tokens


def _places(tokens: list[re.Match[str]], holds: Callable[[re.Match[str]], bool]) -> list[int]:
    return [number for number, token in enumerate(tokens) if holds(token)]


def _is_promised(tokens: list[re.Match[str]]) -> bool:
    """Whether the last sum of a stretch belongs to a promise, as in 即送38元."""
    last = tokens[-1]
    return (
        len(tokens) > 1 and tokens[-2].end() == last.start() and tokens[-2].lastgroup != "contact"
    )


def _is_site(token: re.Match[str]) -> bool:
    return token.lastgroup == "contact" and _SITE.search(token[0]) is not None


def _names_trade(token: re.Match[str]) -> bool:
    return token.lastgroup in ("shady", "brand") or _is_site(token)


def _is_proved(tokens: list[re.Match[str]]) -> bool:
    """Whether the words of a stretch prove an advertisement together."""
    words = _words_by_kind(tokens)
    if any(map(_OFFICIAL.search, words["contact"])):
        return False
    promises, contacts, shady = (len(words[each]) for each in ("promise", "contact", "shady"))
    if shady:
        return shady > 2 or promises + contacts > 0
    if words["trade"]:
        calls_itself_one = not words["beside"].isdisjoint(_CALLED_ADVERT)
        return promises > 2 or (promises > 0 and (contacts > 0 or calls_itself_one))
    return contacts > 0 and len(words["mirror"]) > 1


def _words_by_kind(tokens: list[re.Match[str]]) -> defaultdict[str, set[str]]:
    words: defaultdict[str, set[str]] = defaultdict(set)
    for token in tokens:
        words[token.lastgroup or ""].add(token[0])
    return words


_CALLED_ADVERT = ("广告", "【广告】", "[广告]")


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a stretch by the marks that belong only to it."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if _BRACKETS.get(before) == after:
        return start - 1, end + 1
    if before in f"{_ENDS}）)】]”":
        while end < len(text) and text[end] in "。！？!?；;，、,":
            end += 1
        return start, end
    if before in _PAUSES and after in f"{_ENDS}{_PAUSES}":
        return start - 1, end
    return start, end
