"""The statutory layout of the report, as data: sections, tables, rows, columns and identities.

Two editions are in use: 2019, prescribed by 国办公开办函〔2019〕60号, and 2021, prescribed by
国办公开办函〔2021〕30号, both under article 50 of 《中华人民共和国政府信息公开条例》 (国务院令第711号).
All other modules of govreport take statutory labels, rows and sums from here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from govreport.model import english

TableKind = Literal["proactive_disclosure", "applications", "reviews"]
SectionKind = Literal[
    "overview",
    "proactive_disclosure",
    "applications",
    "reviews",
    "problems",
    "other_matters",
    "other",
]

TABLE_KINDS: tuple[TableKind, ...] = ("proactive_disclosure", "applications", "reviews")
EDITIONS = (2019, 2021)

SECTION_HEADINGS: dict[SectionKind, str] = {
    "overview": "总体情况",
    "proactive_disclosure": "主动公开政府信息情况",
    "applications": "收到和处理政府信息公开申请情况",
    "reviews": "政府信息公开行政复议、行政诉讼情况",
    "problems": "存在的主要问题及改进情况",
    "other_matters": "其他需要报告的事项",
}
"""The official section names without their number, in their official order."""

SECTION_KINDS: tuple[SectionKind, ...] = (*SECTION_HEADINGS, "other")

ITEM_COLUMN = "信息内容"
"""The header above the row labels of every item of table 2."""

APPLICATIONS_NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
"""The corner cell of table 3, which states the rule `applications.balance`."""

APPLICANTS = "申请人情况"
ORGANIZATIONS = "法人或其他组织"
LITIGATION = "行政诉讼"


LABEL_COLUMNS = 3
"""The columns of table 3 for its labels, which have up to three levels."""

_UNIT_OPENS = "（单位："


class Column(NamedTuple):
    """A column: its key, its printed label, and the unit of its numbers."""

    key: str
    label: str
    unit: str = "件"

    @property
    def english(self) -> str:
        """The English name of the column."""
        return english.COLUMNS[self.key]

    @property
    def is_total(self) -> bool:
        """Whether the column is the sum of those before it."""
        return self.key == "total"

    def label_with(self, unit: str) -> str:
        """Return the label as a header with another unit than the statute's prints it."""
        return self.label if unit == self.unit else f"{self._name}{_UNIT_OPENS}{unit}）"

    def unit_in(self, label: str) -> str:
        """Return the unit of a label that `label_with` made."""
        if label == self.label:
            return self.unit
        return label[len(self._name) + len(_UNIT_OPENS) : -1]

    @property
    def _name(self) -> str:
        return self.label.partition("（")[0]


class Row(NamedTuple):
    """A row: its key, the labels printed before its numbers from left to right, its columns.

    `group` is the part of the table that the row is in: the item of table 2, the row's own key
    in table 4, None in table 3, where all rows share their columns.
    """

    key: str
    labels: tuple[str, ...]
    columns: tuple[Column, ...]
    group: str | None = None

    @property
    def english(self) -> str:
        """The English name of the row."""
        return english.ROWS[self.key]

    @property
    def is_total(self) -> bool:
        """Whether the row is the sum of rows before it."""
        return self.key == "handled_total"


class Identity(NamedTuple):
    """An equation of the form: the cells of `left` and those of `right` have the same sum.

    A cell is (row key, column key). A blank cell counts as zero in a sum; if every cell of a
    side is blank, the equation does not apply.
    """

    rule: str
    left: tuple[tuple[str, str], ...]
    right: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """One statutory table in one edition. `edition` is None for table 4, the same in both."""

    kind: TableKind
    edition: int | None
    rows: tuple[Row, ...]
    group_labels: tuple[tuple[str, str], ...] = ()
    """The printed label of each group, in order (table 2: its items)."""
    identities: tuple[Identity, ...] = field(init=False, repr=False, compare=False)
    """Every equation of the numbers in this table (勾稽关系)."""
    _by_key: dict[str, Row] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_key", {row.key: row for row in self.rows})
        object.__setattr__(self, "identities", _identities(self))

    def row(self, key: str) -> Row:
        """Return the row with a key; `KeyError` if the layout has none."""
        return self._by_key[key]


_ISSUED = (
    Column("issued", "本年制发件数"),
    Column("repealed", "本年废止件数"),
    Column("in_force", "现行有效件数"),
)
SIGNED_COLUMNS = frozenset({"change"})
"""The columns of which a number may be negative."""
AMOUNT_COLUMNS = frozenset({"amount_collected", "total_amount"})
"""The columns of which a number may be a fraction; all others count."""
_DECISIONS = (Column("decisions", "本年处理决定数量"),)
_DOCUMENTS_2019 = (
    Column("newly_made", "本年新制作数量"),
    Column("newly_disclosed", "本年新公开数量"),
    Column("total_disclosed", "对外公开总数量"),
)
_ITEMS_2019 = (
    Column("previous_year_items", "上一年项目数量"),
    Column("change", "本年增/减"),
    Column("decisions", "处理决定数量"),
)

_ARTICLE_20_LABELS = {
    "article_20_1": "第二十条第（一）项",
    "article_20_5": "第二十条第（五）项",
    "article_20_6": "第二十条第（六）项",
    "article_20_8": "第二十条第（八）项",
    "article_20_9": "第二十条第（九）项",
}

_PROACTIVE_DISCLOSURE_2021 = (
    Row("regulations", ("规章",), _ISSUED, "article_20_1"),
    Row("normative_documents", ("行政规范性文件",), _ISSUED, "article_20_1"),
    Row("administrative_licensing", ("行政许可",), _DECISIONS, "article_20_5"),
    Row("administrative_penalties", ("行政处罚",), _DECISIONS, "article_20_6"),
    Row("administrative_compulsion", ("行政强制",), _DECISIONS, "article_20_6"),
    Row(
        "administrative_fees",
        ("行政事业性收费",),
        (Column("amount_collected", "本年收费金额（单位：万元）", "万元"),),
        "article_20_8",
    ),
)

_PROACTIVE_DISCLOSURE_2019 = (
    Row("regulations", ("规章",), _DOCUMENTS_2019, "article_20_1"),
    Row("normative_documents", ("规范性文件",), _DOCUMENTS_2019, "article_20_1"),
    Row("administrative_licensing", ("行政许可",), _ITEMS_2019, "article_20_5"),
    Row("other_public_services", ("其他对外管理服务事项",), _ITEMS_2019, "article_20_5"),
    Row("administrative_penalties", ("行政处罚",), _ITEMS_2019, "article_20_6"),
    Row("administrative_compulsion", ("行政强制",), _ITEMS_2019, "article_20_6"),
    Row("administrative_fees", ("行政事业性收费",), _ITEMS_2019[:2], "article_20_8"),
    Row(
        "centralized_procurement",
        ("政府集中采购",),
        (Column("projects", "采购项目数量"), Column("total_amount", "采购总金额", "元")),
        "article_20_9",
    ),
)

APPLICANT_COLUMNS = (
    Column("natural_person", "自然人"),
    Column("commercial_enterprise", "商业企业"),
    Column("research_institution", "科研机构"),
    Column("public_welfare_organization", "社会公益组织"),
    Column("legal_service_organization", "法律服务机构"),
    Column("other_organization", "其他"),
    Column("total", "总计"),
)

_RESULTS = "三、本年度办理结果"
_REFUSED = "（三）不予公开"
_UNAVAILABLE = "（四）无法提供"
_NOT_HANDLED = "（五）不予处理"
_OTHERWISE_HANDLED = "（六）其他处理"

_APPLICATIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("new_received", ("一、本年新收政府信息公开申请数量",)),
    ("carried_over", ("二、上年结转政府信息公开申请数量",)),
    ("granted", (_RESULTS, "（一）予以公开")),
    (
        "partially_granted",
        (_RESULTS, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
    ),
    ("state_secret", (_RESULTS, _REFUSED, "1.属于国家秘密")),
    ("prohibited_by_law", (_RESULTS, _REFUSED, "2.其他法律行政法规禁止公开")),
    ("security_and_stability", (_RESULTS, _REFUSED, "3.危及“三安全一稳定”")),
    ("third_party_rights", (_RESULTS, _REFUSED, "4.保护第三方合法权益")),
    ("internal_affairs", (_RESULTS, _REFUSED, "5.属于三类内部事务信息")),
    ("process_information", (_RESULTS, _REFUSED, "6.属于四类过程性信息")),
    ("enforcement_file", (_RESULTS, _REFUSED, "7.属于行政执法案卷")),
    ("administrative_inquiry", (_RESULTS, _REFUSED, "8.属于行政查询事项")),
    ("not_held", (_RESULTS, _UNAVAILABLE, "1.本机关不掌握相关政府信息")),
    ("needs_creation", (_RESULTS, _UNAVAILABLE, "2.没有现成信息需要另行制作")),
    ("still_unclear", (_RESULTS, _UNAVAILABLE, "3.补正后申请内容仍不明确")),
    ("petition_or_complaint", (_RESULTS, _NOT_HANDLED, "1.信访举报投诉类申请")),
    ("repeated_request", (_RESULTS, _NOT_HANDLED, "2.重复申请")),
    ("publication_request", (_RESULTS, _NOT_HANDLED, "3.要求提供公开出版物")),
    ("excessive_requests", (_RESULTS, _NOT_HANDLED, "4.无正当理由大量反复申请")),
    (
        "confirm_or_reissue",
        (_RESULTS, _NOT_HANDLED, "5.要求行政机关确认或重新出具已获取信息"),
    ),
)
_OTHER_HANDLING_2021: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "overdue_correction",
        (
            _RESULTS,
            _OTHERWISE_HANDLED,
            "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        ),
    ),
    (
        "overdue_fee",
        (
            _RESULTS,
            _OTHERWISE_HANDLED,
            "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        ),
    ),
    ("other_reasons", (_RESULTS, _OTHERWISE_HANDLED, "3.其他")),
)
_OTHER_HANDLING_2019 = (("other_handling", (_RESULTS, _OTHERWISE_HANDLED)),)
_APPLICATIONS_END: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("handled_total", (_RESULTS, "（七）总计")),
    ("carried_forward", ("四、结转下年度继续办理",)),
)

_OUTCOMES = (
    Column("upheld", "结果维持"),
    Column("corrected", "结果纠正"),
    Column("other_outcome", "其他结果"),
    Column("pending", "尚未审结"),
    Column("total", "总计"),
)
_REVIEWS = (
    Row("reconsideration", ("行政复议",), _OUTCOMES, "reconsideration"),
    Row("direct_litigation", (LITIGATION, "未经复议直接起诉"), _OUTCOMES, "direct_litigation"),
    Row(
        "litigation_after_reconsideration",
        (LITIGATION, "复议后起诉"),
        _OUTCOMES,
        "litigation_after_reconsideration",
    ),
)


def _applications(
    edition: int, other_handling: tuple[tuple[str, tuple[str, ...]], ...]
) -> Layout:
    rows = (*_APPLICATIONS, *other_handling, *_APPLICATIONS_END)
    return Layout(
        "applications",
        edition,
        tuple(Row(key, labels, APPLICANT_COLUMNS) for key, labels in rows),
    )


def _proactive_disclosure(edition: int, rows: tuple[Row, ...]) -> Layout:
    groups = dict.fromkeys(row.group for row in rows if row.group)
    return Layout(
        "proactive_disclosure",
        edition,
        rows,
        tuple((group, _ARTICLE_20_LABELS[group]) for group in groups),
    )


def _identities(of: Layout) -> tuple[Identity, ...]:
    if of.kind == "applications":
        return tuple(_application_identities(of))
    if of.kind == "reviews":
        return tuple(_row_total("reviews.total", row) for row in of.rows)
    return ()


def _application_identities(of: Layout) -> Iterator[Identity]:
    # The corner cell of the table states the balance; 国办公开办函〔2021〕30号 the two sums.
    handled = [row.key for row in of.rows if row.labels[0] == _RESULTS][:-1]
    for column in APPLICANT_COLUMNS:
        yield Identity(
            "applications.balance",
            (("new_received", column.key), ("carried_over", column.key)),
            (("handled_total", column.key), ("carried_forward", column.key)),
        )
        yield Identity(
            "applications.handled_total",
            tuple((key, column.key) for key in handled),
            (("handled_total", column.key),),
        )
    for row in of.rows:
        yield _row_total("applications.row_total", row)


def _row_total(rule: str, row: Row) -> Identity:
    *parts, total = row.columns
    return Identity(rule, tuple((row.key, part.key) for part in parts), ((row.key, total.key),))


LAYOUTS: tuple[Layout, ...] = (
    _proactive_disclosure(2019, _PROACTIVE_DISCLOSURE_2019),
    _proactive_disclosure(2021, _PROACTIVE_DISCLOSURE_2021),
    _applications(2019, _OTHER_HANDLING_2019),
    _applications(2021, _OTHER_HANDLING_2021),
    Layout("reviews", None, _REVIEWS),
)


_LAYOUTS: Mapping[tuple[str, int | None], Layout] = {
    (each.kind, each.edition): each for each in LAYOUTS
}


def edition_of_year(year: int) -> int | None:
    """Return the edition in which the report of a year is due, None for years without a form.

    国办公开办函〔2019〕60号 was first used for the reports of 2019, 国办公开办函〔2021〕30号 for those of
    2021; an office's tables show which edition it used.
    """
    return next((edition for edition in reversed(EDITIONS) if year >= edition), None)


def layout(kind: str, edition: int | None) -> Layout:
    """Return the layout of a table kind in an edition; `KeyError` if there is none."""
    return _LAYOUTS[kind, edition]
