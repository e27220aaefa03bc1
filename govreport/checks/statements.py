"""What prose may state about the tables, as data: the wording, and the cells it is about."""

import re
from dataclasses import dataclass

from govreport.checks.finding import CellKey
from govreport.chinese.numerals import NUMBER
from govreport.expressions import expression
from govreport.model.statute import LAYOUTS, LITIGATION, TableKind

_APPLICATIONS: TableKind = "applications"
_REVIEWS: TableKind = "reviews"

Cells = tuple[CellKey, ...]
Topic = str


@dataclass(frozen=True, slots=True)
class Target:
    """A number that prose states: its rule, its wording, and the cells whose sum it is.

    `also` are other sums that the same words may mean. `topic` is what the text around must be
    about. The one group of `wording` that took part is the number; `denial` is the wording that
    states zero.
    """

    rule: str
    name: str
    topic: Topic
    wording: re.Pattern[str]
    cells: Cells
    also: tuple[Cells, ...] = ()
    denial: re.Pattern[str] | None = None


_UNIT = r"(?:件次|人次|件|份|宗|条|个|起|例|次|封|项)"
# Every repetition is possessive: no text makes the match run back and try again.
_JOIN = r"(?:数量|总数|总量|总计|合计|共计|共有|共|计|数|均|各|为|是|有|了|的|达到|达|分别|[:：“”（(])*+"
_COUNT = rf"{_JOIN}({NUMBER})(?:{_UNIT}(?!以上|左右|以内|以下|[余多])|(?=[，,、。；;]|$))"
_BEFORE = rf"(?<![近约超逾第足0-9.])({NUMBER}){_UNIT}"
_SUBJECT = r"(?:政府信息|信息|政务)?(?:依申请)?(?:公开)?(?:政府信息)?(?:的)?(?:申请|申请书|申请表|申请件|案件|事项)"
_ASKED = r"(?:(?:政府|政务)?信息依?(?:的)?公开(?:的)?申请(?:事项|件|表|书)?|依申请公开(?:政府信息|信息)?(?:的)?(?:申请|事项|件)?|依申请(?:政府)?信息公开(?:申请)?)"

_RECONSIDERATION = LAYOUTS[-1].rows[0].labels[0]
_CASE = r"(?:案件|案|申请|事项)?"
_NOT = r"(?:未|没有|没|无(?!法|正当|关|需|论))"


def _row(table: TableKind, row: str) -> Cells:
    return ((table, row, "total"),)


def _rows(*rows: str) -> Cells:
    return tuple((_APPLICATIONS, row, "total") for row in rows)


def _group(first: str, last: str) -> Cells:
    """Return the totals of the rows of table 3 from one to another, in the layout of 2021."""
    keys = [row.key for row in LAYOUTS[3].rows]
    return _rows(*keys[keys.index(first) : keys.index(last) + 1])


_RESULT = "(?:不?予以?|部分|无法|公开|不能)"
_AND = "(?:以及|或者?|和|及|与|并|、|/|／)"
_NOT_BEHIND = "(?<![开供理][及和与或并、/／])(?<![开供理]以及)(?<![开供理]或者)"
"""After another result and a conjunction, a number is that of both: 予以公开及部分公开8件."""


def _result(words: str) -> re.Pattern[str]:
    """Return the wording of a result: 予以公开5件, or 5件予以公开."""
    return re.compile(
        rf"{_NOT_BEHIND}{words}(?:的|政府信息|信息|申请)*+{_COUNT}"
        rf"|{_BEFORE}(?:申请|均|已|依法|作出|的)*+{words}(?!{_JOIN}{NUMBER})(?!{_AND}{_RESULT})"
    )


_NEW = _row(_APPLICATIONS, "new_received")
_OVER = _row(_APPLICATIONS, "carried_over")
_HANDLED = _row(_APPLICATIONS, "handled_total")
_DIRECT = _row(_REVIEWS, "direct_litigation")
_AFTER = _row(_REVIEWS, "litigation_after_reconsideration")
_FROM = r"社会公众|公众|社会|群众|公民、法人(?:和|或|或者)其他组织|公民|申请人|提出|提交|递交|的"
_RECEIVED = rf"(?:新?(?:收到|接收|接到|受理|收)(?:到|各类|共|{_FROM})*+)"
_APPLICATION = r"(?:政府|政务)?(?:信息公开|依申请公开(?:政府信息)?)(?:的)?申请(?:事项|件)?"
_OBJECT = rf"(?:{_ASKED}|申请)"

TARGETS: tuple[Target, ...] = (
    Target(
        "prose.new_received",
        "本年新收",
        "applications",
        expression(
            rf"新(?:收到|接收|收|受理){_JOIN}{_SUBJECT}?{_COUNT}"
            rf"|新增{_JOIN}{_APPLICATION}{_COUNT}"
            rf"|{_RECEIVED}{_OBJECT}{_COUNT}"
            rf"|{_RECEIVED}{_JOIN}{_BEFORE}{_OBJECT}"
            rf"|^(?:本年度?|全年|年内|共)*+{_APPLICATION}{_COUNT}"
        ),
        _NEW,
        ((*_NEW, *_OVER),),
        expression(
            rf"{_NOT}(?:有|曾)?(?:收到|接到|接收|受理|发生|出现)?(?:过|任何|{_FROM})*+{_ASKED}$"
        ),
    ),
    Target(
        "prose.carried_over",
        "上年结转",
        "applications",
        expression(
            rf"(?:上一?年度?|去年)(?:度)?结转(?:到本年度?|至本年度?)?(?:的)?{_SUBJECT}?{_COUNT}"
            rf"|结转上一?年度?(?:的)?{_SUBJECT}?{_COUNT}"
        ),
        _OVER,
    ),
    Target(
        "prose.carried_forward",
        "结转下年度",
        "applications",
        expression(
            rf"结转(?:至|到|入)?(?:下一?年度?|次年)(?:继续|办理|度)*(?:的)?{_SUBJECT}?{_COUNT}"
        ),
        _row(_APPLICATIONS, "carried_forward"),
    ),
    Target(
        "prose.handled_total",
        "办理结果",
        "applications",
        expression(rf"(?:办结|办理完毕|办理完成)(?:的)?{_SUBJECT}?{_COUNT}"),
        _HANDLED,
    ),
    Target(
        "prose.granted",
        "予以公开",
        "applications",
        _result(r"(?<![不分])(?<!部分)予以公开"),
        _rows("granted"),
    ),
    Target(
        "prose.partially_granted",
        "部分公开",
        "applications",
        _result(r"(?:部分予以公开|予以部分公开|部分公开)"),
        _rows("partially_granted"),
    ),
    Target(
        "prose.refused",
        "不予公开",
        "applications",
        _result(r"(?:不予公开|不予以公开)"),
        _group("state_secret", "administrative_inquiry"),
    ),
    Target(
        "prose.unavailable",
        "无法提供",
        "applications",
        _result(r"无法提供"),
        _group("not_held", "still_unclear"),
    ),
    Target(
        "prose.not_handled",
        "不予处理",
        "applications",
        _result(r"不予处理"),
        _group("petition_or_complaint", "confirm_or_reissue"),
    ),
    Target(
        "prose.reconsideration",
        _RECONSIDERATION,
        "reviews",
        expression(
            rf"{_RECONSIDERATION}{_CASE}(?:[、和及与或](?:提起)?(?:行政)?诉讼{_CASE})?{_COUNT}"
            rf"|{_BEFORE}{_RECONSIDERATION}{_CASE}(?!{_JOIN}{NUMBER}{_UNIT})"
        ),
        _row(_REVIEWS, "reconsideration"),
        (),
        expression(
            rf"{_NOT}.{{0,30}}{_RECONSIDERATION}{_CASE}"
            rf"(?:[、和及与或](?:提起)?(?:行政)?诉讼{_CASE})?(?:的?情况|的?情形|发生|等)*$"
        ),
    ),
    Target(
        "prose.litigation",
        LITIGATION,
        "reviews",
        expression(
            rf"(?<!后提起)(?<!直接提起){LITIGATION}{_CASE}(?:[、和及与或]{_RECONSIDERATION}{_CASE})?{_COUNT}"
            rf"|{_BEFORE}{LITIGATION}{_CASE}(?!{_JOIN}{NUMBER}{_UNIT})"
        ),
        (*_DIRECT, *_AFTER),
        (),
        expression(
            rf"{_NOT}.{{0,30}}{LITIGATION}{_CASE}"
            rf"(?:[、和及与或]{_RECONSIDERATION}{_CASE})?(?:的?情况|的?情形|发生|等)*$"
        ),
    ),
)
"""Every number of the tables that the prose of a report commonly states."""
