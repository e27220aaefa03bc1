"""Traditional characters and their simplified ones, by OpenCC, and the few that depend on words.

OpenCC maps a character to a character; both packages that provide `import opencc` know the same
everyday ones. Characters that the simplified script has as well, such as 著 in 著作 and 乾 in 乾县,
are decided here by the words around them.
"""

from govreport.chinese.script import converted
from govreport.expressions import expression
from govreport.normalise.characters import NOT_MAINLAND

_JAPANESE = dict(
    zip(
        "乗亜仏仮伝価倹児両剰剣剤労勲勧巻呉唖単噛厳圏囲円図団増圧塁壊壌壱奨粧嬢実寛専対巌巣帯廃広庁弾従徴徳恵悪悩応懐戦戯戸戻払抜拝挿掲掻揺捜択撃拠拡摂撹収効勅晩曁暦暁曽桟楡栄楽様検桜権歓歩"
        "歳歴帰毎気汚渉涙浄渇溌渓満渋沢済滝瀬焔焼営犠猟獣畳痩発皐砕稲頴穂穏穣竃経縁県縦総繋繍縄絵継続繊聡聴粛脳臓挙舎荘薫蔵薬処蛍蝋覚覧観訳読変譲豊弐売頼賛軽輌転逓遅辺郷酔醤醸釈舗銭錬鉄鋳関"
        "陥険隠雑鶏覇霊顕騒駆験駅髄髪闘鼈鴎鹸塩麺麹黒黙斎歯齢竜亀",
        "乘亚佛假传价俭儿两剩剑剂劳勋劝卷吴哑单啮严圈围圆图团增压垒坏壤壹奖妆娘实宽专对岩巢带废广厅弹从征德惠恶恼应怀战戏户戾拂拔拜插揭搔摇搜择击据扩摄搅收效敕晚暨历晓曾栈榆荣乐样检樱权欢步"
        "岁历归每气污涉泪净渴泼溪满涩泽济泷濑焰烧营牺猎兽叠瘦发皋碎稻颖穗稳穰灶经缘县纵总系绣绳绘继续纤聪听肃脑脏举舍庄薰藏药处萤蜡觉览观译读变让丰贰卖赖赞轻辆转递迟边乡醉酱酿释铺钱炼铁铸关"
        "陷险隐杂鸡霸灵显骚驱验驿髓发斗鳖鸥碱盐面曲黑默斋齿龄龙龟",
        strict=True,
    )
)
"""Forms of Japan that neither script of Chinese has, with the simplified ones."""

_BESIDE_OPENCC = {
    **_JAPANESE,
    **dict(
        zip(
            "祇衹隻揹鉅諮託擡檯枱麽麼麪蔴鍾啓衞羣綫裏讚佈佔週僱併",
            "只只只背巨咨托抬台台么么面麻钟启卫群线里赞布占周雇并",
            strict=True,
        )
    ),
    **dict(zip("甦癥埰傢喫牀牆墻汙峯衆僞爲", "苏症采家吃床墙墙污峰众伪为", strict=True)),
    **dict(zip("颱閤覈蒐脩倖弔恤牴", "台合核搜修幸吊恤抵", strict=True)),
}
"""The mainland's forms of characters that OpenCC leaves or maps to another traditional form."""

_KEPT = frozenset("甯薹袷榘吒捱醣祂妳兀")
"""Characters that simplified text has in names and terms, whatever OpenCC does with them."""

AMBIGUOUS = "乾著瞭藉覆徵夥於後麽摺菸彷彿沈俱畫祇昇鍾锺"
"""Characters that are good simplified text in some words."""

_TITLES = "先生|女士|同志|院士|教授|书记|書記|主任|局长|局長|县长|縣長|镇长|鎮長|某某"
_WORDS: tuple[tuple[str, str], ...] = (
    # Each rule: a pattern for one ambiguous character in its context, and what it becomes. The
    # first rule that matches decides; one that maps a character to itself keeps it.
    (r"乾(?=[坤隆县縣陵安州元清卦嘉綱纲象宅潭西造道])|(?<=[康承])乾", "乾"),
    (rf"(?<=[萧蕭张張李王陈陳刘劉赵趙周吴吳])乾(?={_TITLES})", "乾"),
    ("乾", "干"),
    (r"(?<=[毕畢])昇", "昇"),
    ("昇", "升"),
    (r"(?<=[钱錢])[鍾锺](?=[书書])", "锺"),
    ("鍾", "钟"),
    ("锺", "锺"),
    (
        r"著(?=[作名称稱书書述者录錄译譯])|(?<=[显顯昭卓专專名原土编編遗遺论論合巨拙所译譯])著",
        "著",
    ),
    ("著", "着"),
    (r"瞭(?=[望哨])|(?<=眺)瞭", "瞭"),
    ("瞭", "了"),
    (r"(?<=[慰狼枕蕴蘊])藉", "藉"),
    ("藉", "借"),
    (r"(?<=[答回反批函重电電申示稟禀])覆|覆(?=[核盘盤议議查函文信命审審试試印])", "复"),
    ("覆", "覆"),
    (r"徵(?=羽)|(?<=[魏角宫宮])徵", "徵"),
    ("徵", "征"),
    ("夥", "伙"),
    (r"於(?=[潜潛菟])|(?<=樊)於", "於"),
    (rf"於(?=[\u4e00-\u9fff]{{1,2}}(?:{_TITLES}))", "於"),
    ("於", "于"),
    ("後", "后"),
    ("麽", "么"),
    ("摺", "折"),
    ("菸", "烟"),
    ("彷(?=彿)", "仿"),
    ("彷", "彷"),
    ("(?<=彷)彿", "佛"),
    ("彿", "佛"),
    (r"沈(?=[默重没沒浸澱淀着著思船降])|(?<=[深低消])沈", "沉"),
    ("沈", "沈"),
    ("(?<=傢)俱", "具"),
    ("俱", "俱"),
    (r"(?<=[計计規规籌筹企策謀谋擘])[畫]", "划"),
    ("畫", "画"),
    (r"(?<=神)祇", "祇"),
    ("祇", "只"),
    (r"甚(?=[麼麽])", "什"),
)
_SURNAME_RULE = next(n for n, (pattern, _) in enumerate(_WORDS) if "{1,2}" in pattern)
_RULES = expression("|".join(f"(?P<r{n}>{pattern})" for n, (pattern, _) in enumerate(_WORDS)))
_NAMED = expression(_WORDS[_SURNAME_RULE][0])
_SURNAME = f"r{_SURNAME_RULE}"
_RESULTS = {f"r{n}": result for n, (_, result) in enumerate(_WORDS)}


def simplified(characters: set[str]) -> dict[str, str]:
    """Return the simplified character of each one that has another one."""
    # Each by itself, so that no phrase of OpenCC's dictionaries matches.
    found = {each: _BESIDE_OPENCC.get(each) or converted(each) for each in characters - _KEPT}
    return {each: result for each, result in found.items() if result != each}


def as_simplified(text: str) -> str:
    """Return a text with each traditional character replaced by its simplified one.

    It has the same length as the text; it is for comparing, not for display. Nothing is loaded
    for a text of GB 2312.
    """
    if not NOT_MAINLAND.search(text):
        return text
    table = simplified({each for each in text if each >= "\u3400"})
    return "".join(table.get(each, each)[:1] for each in text)


def ambiguous(text: str, names_stay: bool) -> list[tuple[int, int, str]]:
    """Return the positions of ambiguous characters in a traditional text and what each becomes.

    `names_stay` says that the text is mostly simplified, so that a surname such as 於 was printed
    as it is; in one that was converted throughout, 於 is the far more frequent 于.
    """
    return [
        (match.start(), match.end(), _RESULTS[match.lastgroup or ""])
        for match in _RULES.finditer(text)
        if names_stay or match.lastgroup != _SURNAME
    ] + ([] if names_stay else [(m.start(), m.start() + 1, "于") for m in _NAMED.finditer(text)])
