"""Rules that compare numbers in the prose with the cells that they are about.

They read narrowly on purpose, because a false alarm costs the reader's trust: a sentence must be
about applications or reviews under the regulation; one about other years, a part of the year,
several years, a part of the applications, other offices, or another subject is skipped.
"""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import NamedTuple

from govreport.checks import sources
from govreport.checks.examination import Examination
from govreport.checks.finding import Finding
from govreport.checks.registry import rule
from govreport.checks.sentences import Sentence
from govreport.checks.statements import TARGETS, Cells, Target
from govreport.chinese.numerals import number
from govreport.chinese.periods import FIRST_DAY, LAST_DAY
from govreport.expressions import expression

_WHOLE_YEAR = expression(
    rf"自?(?:20[0-9]{{2}}年|本年)?{FIRST_DAY}起?(?:至|到|[-—－~～])+"
    rf"(?:20[0-9]{{2}}年|本年)?{LAST_DAY}(?:期间|止|，|,)*"
)
_EVERYBODY = expression(r"公民、?法人(?:和|或|及|或者|以及|、)其他(?:社会)?组织")
_COMMA = expression(r"[，,]")

_SEVERAL_YEARS = expression(
    r"累计|历年|历史|以来|[近连][两二三四五六七八九十0-9]+年|年来|十[二三四五]五|共[两三四五]年"
    r"|20[0-9]{2}年?度?(?:至|到|[-—－~～])20[0-9]{2}年"
)
_PART_OF_YEAR = expression(
    r"[上下]半年|季度|[0-9一二三四五六七八九十]月|截[至止]|月份|每[年月]|月均|平均"
)
_PART = expression(r"其中|包括|包含|[（(]含")
_SORTS = expression(
    r"网络|网上|网站|在线|线上|平台|系统|信函|邮寄|邮件|信箱|当面|现场|传真|窗口|电话|口头|书面"
    r"|自然人|企业|机构|法人|公益|快递|挂号|其他组织|律师"
)
_OTHERS = expression(
    r"各(?:级|部门|单位|乡|镇|街道|科|局|区|县|市|地)|下属|所属|[直下]属|其他部门|兄弟"
)
_WHOLE_AREA = expression(r"全([省市州盟县区旗镇乡])")
_FOREIGN = expression(
    r"建议|提案|议案|信访|投诉|举报|热线|12345|来信|来访|留言|咨询|许可|证照|补贴|低保|救助|登记"
    r"|备案|评议|专利|商标|仲裁|援助|资助|贷款|住房|职称|应诉|执法|规范性|政务服务|工单|诉求"
)
_ASKED = expression(r"信息依?的?公开(?:的)?(?:申请|事项)|依申请|申请公开")
_REVIEWED = expression(r"(?:信息公开|依申请公开|政务公开)[^，,。；]{0,16}(?:复议|诉讼)")
_REVIEWS = expression("复议|诉讼")
_YEARS = expression(
    r"(?P<compared>[较比与和同]?)(?:(?P<year>20[0-9]{2})年|(?P<last>(?<!结转)上一?年(?!度?结转)|去年|前年|往年|同期)"
    r"|本年|今年|全年)"
)
_LONGEST_SENTENCE = 2_000
"""A longer sentence is skipped, so that time stays linear in the text."""
_FARTHEST = 8
"""The subject of a sentence is looked for in so many sentences before it."""
_WHOLES = {
    "prose.new_received",
    "prose.handled_total",
    "prose.carried_forward",
    "prose.reconsideration",
    "prose.litigation",
}
"""Rules whose number, after 其中, is a part of itself."""


def _add(target: Target) -> None:
    """Register the rule that compares one statement of the prose."""

    def compare(examination: Examination) -> Iterator[Finding]:
        yield from _compared(examination, target)

    table = sources.APPLICATIONS_FORM if target.topic == "applications" else sources.REVIEWS_FORM
    what = f"the prose that states {target.rule.partition('.')[2]} agrees with the table"
    rule(target.rule, "warning", what, table)(compare)


class _Sum(NamedTuple):
    """The sum of cells; if one of them has no number, the true sum may be greater."""

    value: int
    is_whole: bool

    def agrees(self, stated: int) -> bool:
        """Whether the prose may give that number for this sum."""
        return stated == self.value or (not self.is_whole and stated > self.value)


def _compared(examination: Examination, target: Target) -> Iterator[Finding]:
    expected = _sum(examination, target.cells)
    if expected is None or any(examination.is_open(cell) for cell in target.cells):
        return
    found = _statements(examination, target)
    for sentence, statements in groupby(found, key=lambda each: each[0]):
        stated = [(value, strict) for _, value, strict in statements]
        allowed = [expected]
        if not all(strict for _, strict in stated):
            allowed += _others(examination, target)
        values = [value for value, _ in stated]
        if not _agree(values, allowed):
            yield examination.finding(
                cells=target.cells,
                expected=expected.value,
                actual=values[0],
                quote=sentence.text,
                place=sentence.place,
                target=target.name,
                sum=_spelled(examination, target.cells),
            )


def _others(examination: Examination, target: Target) -> Iterator[_Sum]:
    """Yield the other sums that a statement may mean."""
    for cells in target.also:
        yield _sum(examination, cells) or _Sum(0, is_whole=False)


def _agree(values: list[int], allowed: list[_Sum]) -> bool:
    """Whether a sentence states one of several sums, by one of its numbers or by all of them."""
    return any(each.agrees(value) for each in allowed for value in (*values, sum(values)))


def _sum(examination: Examination, cells: Cells) -> _Sum | None:
    """Return the sum of cells; None if none of them has a number, or one is in doubt."""
    readings = examination.texts.readings
    known = [cell for cell in cells if cell in readings]
    if any(examination.doubtful(cell) for cell in known):
        return None
    values = [value for cell in known if (value := readings[cell].value) is not None]
    if not values or any(value != int(value) for value in values):
        return None
    return _Sum(int(sum(values)), is_whole=len(values) == len(known))


def _spelled(examination: Examination, cells: Cells) -> str:
    if len(cells) == 1:
        return ""
    readings = examination.texts.readings
    values = [readings[cell].value for cell in cells if cell in readings]
    return f" ({' + '.join(str(value) for value in values if value) or '0'})"


def _statements(examination: Examination, target: Target) -> Iterator[tuple[Sentence, int, bool]]:
    """Yield each number that a sentence states for a target, and whether it is unambiguous."""
    for sentence in examination.sentences:
        text = _EVERYBODY.sub("", _WHOLE_YEAR.sub("", sentence.plain))
        if len(text) > _LONGEST_SENTENCE or _SEVERAL_YEARS.search(text):
            continue
        start = 0
        for clause in _COMMA.split(text):
            for value, at, end in _in_clause(target, clause):
                if _is_meant(examination, sentence, target, text, start + at, start + end):
                    yield sentence, value, clause[at] in "新共" or "新" in clause[at:end]
            start += len(clause) + 1


def _in_clause(target: Target, clause: str) -> Iterator[tuple[int, int, int]]:
    """Yield each value in a clause, with its position."""
    for match in target.wording.finditer(clause):
        value = number(next(filter(None, match.groups()), ""))
        if value is not None:
            yield value, match.start(), match.end()
    ended = clause.rstrip("。！？；;!? 、")
    denied = target.denial.search(ended) if target.denial else None
    if denied:
        yield 0, denied.start(), denied.end()


def _is_meant(
    examination: Examination, sentence: Sentence, target: Target, text: str, start: int, end: int
) -> bool:
    """Whether a number in a sentence is about this report's year, office and subject."""
    before = text[:start]
    opened = max(before.rfind("，"), before.rfind(","))
    closed = _COMMA.search(text, end)
    clause = text[opened + 1 : closed.start() if closed else len(text)]
    until = text[opened + 1 : end]
    doubts: tuple[Callable[[], object], ...] = (
        lambda: _PART_OF_YEAR.search(text[:end]),
        lambda: _SORTS.search(until),
        lambda: _OTHERS.search(text[:end]),
        lambda: _other_area(examination, text[:end]),
        lambda: target.rule in _WHOLES and _PART.search(before),
        lambda: _other_year(examination, text[:end]),
        lambda: not _on_topic(sentence, target, before, clause),
    )
    return not any(doubt() for doubt in doubts)


def _other_area(examination: Examination, before: str) -> bool:
    """Whether 全县 and the like mean an area that is not the agency's own."""
    agency = (examination.document.agency or "").removesuffix("办公室").removesuffix("人民政府")
    return any(not agency.endswith(match[1]) for match in _WHOLE_AREA.finditer(before))


def _other_year(examination: Examination, before: str) -> bool:
    """Whether the last year mentioned is not the report's."""
    for match in reversed(list(_YEARS.finditer(before))):
        if match["compared"] and _COMMA.search(before, match.end()):
            continue
        if match["last"]:
            return True
        return bool(match["year"]) and int(match["year"]) != examination.document.year
    return False


def _on_topic(sentence: Sentence, target: Target, before: str, clause: str) -> bool:
    if target.topic == "reviews":
        return _is_of_reviews(sentence, before + clause)
    if _REVIEWS.search(clause) or _FOREIGN.search(clause):
        return False
    asked = [match.end() for match in _ASKED.finditer(before + clause)]
    foreign = [match.end() for match in _FOREIGN.finditer(before)]
    if foreign:
        return bool(asked) and asked[-1] >= foreign[-1]
    return bool(asked or _ASKED.search(sentence.plain)) or _continues(sentence)


def _continues(sentence: Sentence) -> bool:
    """Whether the text before a sentence shows that it is about applications."""
    if sentence.section == "applications" or "依申请" in sentence.heading:
        return True
    before = sentence.after
    for _ in range(_FARTHEST):
        if before is None or _FOREIGN.search(before.plain):
            return False
        if _ASKED.search(before.plain):
            return True
        before = before.after
    return False


def _is_of_reviews(sentence: Sentence, text: str) -> bool:
    if sentence.section == "reviews" or _REVIEWS.search(sentence.heading):
        return True
    return bool(_REVIEWED.search(text) or (_ASKED.search(text) and not _FOREIGN.search(text)))


for _target in TARGETS:
    _add(_target)
