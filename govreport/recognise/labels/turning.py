"""Words that change the meaning of a label, which no edit distance may ignore.

上年新收 is one character from 本年新收 but another quantity; so are 非重复申请, 不属于国家秘密,
小计 and 累计. The words are data; their meanings are compared.
"""

from govreport.expressions import expression
from govreport.recognise.labels.folding import skeleton

_OTHER_YEARS: dict[str, tuple[str, ...]] = {
    "last year": ("上年", "上一年", "上个年", "上年度", "去年", "前一年", "往年", "以前年"),
    "the year before last": ("前年", "上上年"),
    "next year": ("下年", "下一年", "下个年", "次年", "明年"),
    "all years": ("历年", "累计", "累积", "多年", "近年", "近两年", "近三年", "历史"),
    "a part of the year": ("上半年", "下半年", "季度", "本月", "当月", "月份", "逐月"),
}
_SUMS: dict[str, tuple[str, ...]] = {
    "subtotal": ("小计", "分计"),
    "total": ("总计", "合计", "共计"),
    "part": ("其中",),
    "mean": ("平均", "人均", "均值"),
}
_COMPARISONS: dict[str, tuple[str, ...]] = {
    "against another time": ("同比", "环比", "相比", "较上", "比上", "同期"),
    "share": ("占比", "比例", "比重", "百分", "占总", "率"),
    "change": ("增减", "增长", "增幅", "降幅", "增加", "减少"),
    "plan": ("计划", "预算", "目标", "应收", "应办"),
}
_FLOWS: dict[str, tuple[str, ...]] = {
    "new": ("新收", "新接收", "新增", "新受理"),
    "carried": ("结转", "转入", "转下", "遗留", "未办结"),
}
_ENDS: dict[str, tuple[str, ...]] = {
    "ended": ("停止", "终止", "中止", "撤回", "撤销", "退回"),
}
_MEASURES: dict[str, tuple[str, ...]] = {
    "persons": ("人数", "人次"),
    "pages": ("页数", "字数"),
    "questions": ("咨询",),
    "another body": ("其他机关", "其他单位", "其他部门", "其他行政机关", "上级", "下级"),
}
_THIS_YEAR = ("本年", "当年", "今年", "该年", "本报告年")
_NEGATIONS = "不非未无没莫勿否"

_MEANINGS = {
    word: meaning
    for family in (_OTHER_YEARS, _SUMS, _COMPARISONS, _FLOWS, _ENDS, _MEASURES)
    for meaning, words in family.items()
    for word in words
}
_THIS = "this year"
_NOT = "not"
_WORD = expression(
    "|".join(sorted((*_MEANINGS, *_THIS_YEAR, *_NEGATIONS), key=len, reverse=True))
)
_KINDS = expression("[一二三四五六七八九十两]类")
_BRACKETED = expression(r"[(（\[【〔]([^()（）\[\]【】〔〕]{1,12})[)）\]】〕]")


def turns(key: str) -> frozenset[str]:
    """Return the meanings of the turning words that a label's ideographs hold."""
    found = (match[0] for match in _WORD.finditer(key))
    return frozenset(_MEANINGS.get(word, _THIS if word in _THIS_YEAR else _NOT) for word in found)


def may_be(candidate: str, known: str) -> bool:
    """Whether a printed label may be a known one, judged by words that change their meanings.

    Naming the reported year makes no difference if the label names no other year.
    """
    if turns(candidate) - {_THIS} != turns(known) - {_THIS}:
        return False
    if _negations(candidate) != _negations(known):
        return False
    kinds = set(_KINDS.findall(candidate))
    return not kinds or kinds == set(_KINDS.findall(known))


def _negations(key: str) -> int:
    return sum(each in _NEGATIONS for each in key)


_NUMERALS = frozenset("一二三四五六七八九十两")
_OPPOSED = frozenset("内外有失退收支发上下前后增减新旧已未公私")
"""Characters that replace one another only in different words."""


def is_misprint(candidate: str, known: str) -> bool:
    """Whether a label differs from a known one only by single characters lost, added or mistaken.

    Two different characters in a row make another word, and so does a different numeral or the
    opposite of a character.
    """
    from difflib import SequenceMatcher  # few reports have a label that is nearly the statute's

    for change, start, end, at, stop in SequenceMatcher(
        None, candidate, known, autojunk=False
    ).get_opcodes():
        if change != "replace":
            continue
        one, other = candidate[start:end], known[at:stop]
        if min(len(one), len(other)) > 1 or _NUMERALS.intersection(one + other):
            return False
        if _OPPOSED.intersection(one) and _OPPOSED.intersection(other):
            return False
    return True


def note_turns(text: str) -> bool:
    """Whether a note in brackets changes a label to another quantity: 行政许可（上年）."""
    for match in _BRACKETED.finditer(text):
        key = skeleton(match[1])
        word = _WORD.match(key)
        if word and word[0] in _MEANINGS and len(key) <= len(word[0]) + 2:
            return True
    return False
