"""The invented reports that the extraction programs were given: the truth of every fixture."""

import datetime
from dataclasses import replace

from govreport import Heading, Paragraph, ReportDocument, Section, Source
from govreport.model import statute
from govreport.model.statute import SectionKind, TableKind
from govreport.model.statutory import StatutoryRow, StatutoryTable
from tests.dialects import figures

Tables = dict[TableKind, StatutoryTable]

SPANNING = ("carried_over", "state_secret", "carried_forward")
"""The rows of table 3 whose seven cells are one that holds 0, in the report `spanning-2021`."""


def reports() -> dict[str, ReportDocument]:
    """Return every invented report by its name."""
    return {
        "full-2019": report_of("白榆市石桥区教育局", 2020, figures.full_tables(2019, 19)),
        "full-2021": report_of("青禾县云岭镇人民政府", 2022, figures.full_tables(2021, 21)),
        "zeros-2021": report_of("砚溪县竹坪乡人民政府", 2024, figures.zero_tables(2021)),
        "blanks-2019": report_of("砚溪县桐桥镇人民政府", 2019, figures.blank_tables(2019, 91)),
        "blanks-2021": report_of("青禾县卫生健康局", 2023, figures.blank_tables(2021, 12)),
        "totals-2021": report_of("白榆市栖云区民政局", 2022, _totals_tables()),
        "spanning-2021": report_of("青禾县槐荫街道办事处", 2021, _spanning_tables()),
        "values-2019": report_of("白榆市水务局", 2021, _odd_tables(2019, 47)),
        "values-2021": report_of("砚溪县市场监督管理局", 2025, _odd_tables(2021, 74)),
    }


def _totals_tables() -> Tables:
    found = figures.full_tables(2021, 33)
    totals = figures.totals_only(2021, 34)
    found["applications"] = StatutoryTable.from_texts("applications", 2021, totals)
    return found


def _spanning_tables() -> Tables:
    """Three rows of table 3 hold one 0 for all; the numbers of the others still sum up."""
    results = {
        (row, applicant): number
        for row, applicant, number in (
            ("granted", "natural_person", 14),
            ("granted", "commercial_enterprise", 3),
            ("partially_granted", "natural_person", 5),
            ("not_held", "research_institution", 2),
            ("still_unclear", "natural_person", 6),
            ("repeated_request", "other_organization", 9),
        )
    }
    carried = dict.fromkeys(figures.APPLICANTS, (0, 0))
    texts = figures.printed(figures.with_sums(2021, results, carried))
    found = figures.zero_tables(2021)
    found["applications"] = StatutoryTable.from_texts("applications", 2021, texts)
    return found


def _odd_tables(edition: int, seed: int) -> Tables:
    """Numbers with units, signs and separators, and marks for none."""
    found = figures.full_tables(edition, seed)
    odd: dict[tuple[str, str], str] = {
        ("regulations", "issued"): "/",
        ("regulations", "repealed"): "/",
        ("regulations", "in_force"): "0",
        ("administrative_licensing", "decisions"): "1,234",
        ("administrative_fees", "amount_collected"): "3.5万元",
        ("regulations", "newly_made"): "/",
        ("regulations", "newly_disclosed"): "—",
        ("administrative_licensing", "change"): "-12",
        ("other_public_services", "change"): "+8",
        ("administrative_penalties", "decisions"): "2,071",
        ("administrative_compulsion", "previous_year_items"): "6件",
        ("centralized_procurement", "total_amount"): "251.36万元",
    }
    found["proactive_disclosure"] = _with_texts(found["proactive_disclosure"], odd)
    found["applications"] = _with_texts(
        found["applications"], {("publication_request", "research_institution"): "/"}
    )
    return found


def _with_texts(table: StatutoryTable, texts: dict[tuple[str, str], str]) -> StatutoryTable:
    rows = tuple(
        StatutoryRow(
            row.key,
            cells=tuple(
                texts.get((row.key, column.key), cell)
                for column, cell in zip(row.columns, filled.cells, strict=True)
            ),
        )
        for row, filled in table.known_rows()
    )
    return replace(table, rows=rows)


_NUMERALS = "一二三四五六"


def report_of(agency: str, year: int, tables: Tables) -> ReportDocument:
    """Return a report of an agency and year with these tables."""
    day = datetime.date(year + 1, 1, 24)
    return ReportDocument(
        f"{agency}{year}年政府信息公开工作年度报告",
        agency,
        year,
        preamble=(
            Paragraph(
                "本报告根据《中华人民共和国政府信息公开条例》第五十条的规定编制，所列数据的统计期限为"
                f"{year}年1月1日至{year}年12月31日。对本报告如有疑问，请与{agency}办公室联系。"
            ),
        ),
        sections=tuple(_sections(agency, year, tables)),
        closing=(
            Paragraph(agency),
            Paragraph(f"{day.year}年{day.month}月{day.day}日"),
        ),
        source=Source(day, agency),
    )


def _sections(agency: str, year: int, tables: Tables) -> list[Section]:
    contents: dict[SectionKind, tuple[Heading | Paragraph | StatutoryTable, ...]] = {
        "overview": (
            Paragraph(
                f"{year}年，{agency}把公开贯穿办事全程，由一名负责人分管，两名专职人员经办，"
                "逐月核对栏目更新情况，季末在例会上通报。"
            ),
            Heading("（一）主动公开"),
            Paragraph(
                "全年通过网站发布信息486条，其中通知公告137条、财政预决算24条、惠民政策61条；"
                "村务栏张贴告示52期，广播早间节目播报政策要点。"
            ),
            Heading("（二）依申请公开"),
            Paragraph(
                "信函、当面和网络三个渠道全部畅通，收件当日登记，疑难件由法律顾问会商后答复，"
                "未出现超期情形。"
            ),
            Heading("（三）监督保障"),
            Paragraph("邀请6名群众代表到场评议，收到意见11条，已逐条答复并公布办理结果。"),
        ),
        "proactive_disclosure": (tables["proactive_disclosure"],),
        "applications": (tables["applications"],),
        "reviews": (tables["reviews"],),
        "problems": (
            Paragraph(
                "一年来的主要不足：部分栏目更新偏慢，政策解读形式单一，基层经办人员轮换较勤。"
            ),
            Paragraph(
                "下一年将排定更新日历，每季度组织一次业务培训，并请老年读者试读解读稿，"
                "根据反馈改写。"
            ),
        ),
        "other_matters": (Paragraph("本年度没有收取信息处理费，没有其他需要报告的事项。"),),
    }
    return [
        Section(kind, f"{number}、{statute.SECTION_HEADINGS[kind]}", blocks)
        for number, (kind, blocks) in zip(_NUMERALS, contents.items(), strict=True)
    ]
