"""Invented reports, line by line, with the part of the report that each line belongs to."""

import random
from dataclasses import dataclass
from itertools import count

from govreport.arrange.tables import arrange_table
from govreport.model.grid import Table
from govreport.model.statute import SECTION_HEADINGS
from govreport.model.statutory import StatutoryTable
from tests.recognise.reports import report as statutory_report

PLACES = ("柏溪县", "石桥市", "东陵区", "云浦县", "南津市", "青岚自治县")
ENDINGS = (
    "水利局", "教育和体育局", "人民政府办公室", "云岭镇人民政府", "东湖街道办事处", "经济开发区管理委员会", "第二中学", "海关", "国有林场",
    "消防救援大队", "残疾人联合会", "自来水有限公司", "图书馆", "司法局",
)  # fmt: skip
OPENINGS = (
    "本报告根据《中华人民共和国政府信息公开条例》的要求编制，所列数据的统计期限自{year}年1月1日至{year}年12月31日。",
    "按照条例规定，现公布{office}{year}年政府信息公开工作年度报告。",
    "{office}根据《中华人民共和国政府信息公开条例》编制本报告，电子版可在政府网站下载。",
)
TOPICS = (
    "预算决算",
    "水质监测",
    "招生入学",
    "征地补偿",
    "食品抽检",
    "公共停车",
    "社会救助",
    "消防检查",
    "重点项目",
    "政策解读",
)
ACTS = (
    "公开{topic}信息{n}条。",
    "围绕{topic}发布解读材料{n}篇。",
    "在公开栏张贴{topic}公告{n}次。",
    "办理{topic}咨询{n}件，均按期答复。",
)
SUB_HEADINGS = (
    "主动公开情况",
    "依申请公开情况",
    "政府信息管理情况",
    "平台建设情况",
    "监督保障情况",
)
PROBLEMS = (
    "{topic}类信息更新不够及时，第{n}期通报已作提醒。",
    "{topic}解读形式偏少，图文材料只有{n}份。",
)
CONTACTS = (
    "（联系人：林某；联系电话：0000-88{n:05d}）",
    "联系电话：0000-88{n:05d}",
    "地址：{place}建设路{n}号",
)
ATTACHMENTS = (("附件：{place}{n}号统计表",), ("附件：1.{place}统计表{n}", "2.{place}名录{n}"))


@dataclass(frozen=True)
class Line:
    """A line of a report: the part it belongs to, its text, and whether it is a heading."""

    part: str
    text: str
    role: str = "text"


@dataclass(frozen=True)
class Report:
    """An invented report: what it says of itself, and its lines and tables in their order."""

    title: str
    agency: str
    year: int
    lines: tuple[Line | Table, ...]
    document: object

    @property
    def signed(self) -> str:
        """The date under the report."""
        return next(
            line.text for line in self.lines if isinstance(line, Line) and line.role == "date"
        )


def invented(seed: int, *, tables: bool) -> Report:
    """Return the report of a seed."""
    chance = random.Random(seed)  # noqa: S311 - invented texts
    number = count(chance.randrange(100, 900), 7)
    place = chance.choice(PLACES)
    office = place + chance.choice(ENDINGS)
    year = chance.randrange(2019, 2025)
    title = chance.choice(
        [
            f"{office}{year}年政府信息公开工作年度报告",
            f"{year}年{office}政府信息公开年度报告",
            f"{office}{year}年度政府信息公开工作报告",
        ]
    )
    document = statutory_report(2021, seed, blanks=False)
    grids = _grids(document)
    lines: list[Line | Table] = []

    def sentence(forms: tuple[str, ...]) -> str:
        return chance.choice(forms).format(topic=chance.choice(TOPICS), n=next(number))

    lines.append(Line("preamble", chance.choice(OPENINGS).format(office=office, year=year)))
    numbers = "一二三四五六"
    for place_of, (kind, name) in enumerate(SECTION_HEADINGS.items()):
        lines.append(Line(kind, f"{numbers[place_of]}、{name}", "section"))
        if kind == "overview":
            for at, sub in enumerate(chance.sample(SUB_HEADINGS, 3)):
                lines.append(Line(kind, f"（{numbers[at]}）{sub}", "heading"))
                lines.extend(Line(kind, sentence(ACTS)) for _ in range(chance.randrange(1, 3)))
        elif tables and kind in grids:
            lines.append(grids[kind])
        else:
            forms = PROBLEMS if kind == "problems" else ACTS
            lines.extend(Line(kind, sentence(forms)) for _ in range(chance.randrange(1, 4)))
    lines.extend(_closing(chance, office, place, year, number))
    return Report(title, office, year, tuple(lines), document)


def _closing(
    chance: random.Random, office: str, place: str, year: int, number: "count[int]"
) -> list[Line]:
    n = next(number)
    month, day = chance.randrange(1, 4), chance.randrange(10, 29)
    date = chance.choice(
        [
            f"{year + 1}年{month}月{day}日",
            f"{year + 1}年{month}月",
            f"{year + 1}-{month:02d}-{day}",
            f"{year + 1}年{month}月{day}日",
        ]
    )
    signed = [Line("closing", office), Line("closing", date, "date")]
    before: list[Line] = []
    behind: list[Line] = []
    if chance.random() < 0.25:
        before = [
            Line("closing", each.format(place=place, n=n)) for each in chance.choice(ATTACHMENTS)
        ]
    if chance.random() < 0.3:
        behind = [Line("closing", chance.choice(CONTACTS).format(place=place, n=n))]
    elif chance.random() < 0.2:
        behind = [Line("closing", "（此件公开发布）")]
    return [*before, *signed, *behind]


def _grids(document: object) -> dict[str, Table]:
    return {
        block.kind: arrange_table(block).completed()
        for block in document.blocks()  # type: ignore[attr-defined]
        if isinstance(block, StatutoryTable)
    }
