"""Rules on the agency, the year and the period that the text names."""

import re
from collections.abc import Iterator

from govreport.checks import sources
from govreport.checks.examination import Examination
from govreport.checks.finding import Finding, Place
from govreport.checks.registry import rule
from govreport.checks.sentences import Sentence, plain
from govreport.expressions import expression
from govreport.wording import phrase

_LEVEL = expression(r"(?:街道|镇|乡|局|委员会|管委会|县|区|市|厅|办公室|院)$")
_OPENING = expression(r"^(?:20[0-9]{2}年度?|本年度?|今年|一年来|全年|目前|截[至止]目前|[，,])*")
_ACTS = (
    "坚持|认真|严格|高度|深入|按照|全面|进一步|积极|不断|始终|紧紧|扎实|结合|切实|持续|着力"
    "|政府信息公开|依申请公开|政务公开|主动公开|共收到|未收到|收到|高质量|以习近平|围绕|根据"
)
_NAMED = expression(
    r"^(?P<name>[\u4e00-\u9fff]{1,12}?(?:街道|镇|乡|局|委员会|管委会|县|区|市|厅))"
    rf"(?:人民政府|党工委|党委|办事处|机关|办公室|、|政府){{0,4}}(?:{_ACTS})"
)
_OF_REPORT = expression(
    r"(?:现将|现公布|公布|由|请与|请联系|向)(?P<name>[\u4e00-\u9fff]{1,12}?(?:街道|镇|乡|局|委员会|县|区|市|厅))"
    r"(?:人民政府|党委|办事处|党政|综合|办公室)*(?:20[0-9]{2}年|编制|联系|政府信息公开工作年度报告)"
)
_NO_NAME = expression(
    r"^(?:我|本|各|全|该|市|县|区|镇|乡|省|有关|相关|上级|一|两|多|每|辖|村)|[的和与在为将对]"
)
_COMMON = expression(
    r"(?:[小乡城集市点村强大名古建老]镇|[家城下回返水老]乡|[社园景小辖片库校市城郊山地全新发]区|[城超菜都]市|全县)$"
)
"""Words that end like the name of a place but name none."""
_WHOLE = expression(
    r"[全我本各该两辖所](?:[省市州盟县区旗镇乡局厅]|街道|委员会|管委会)$|^[省市州盟县区旗镇乡]+$"
)
"""An agency or area that is mentioned without a name."""
_VERBS = expression(
    "(?:不断|持续|进一步|积极|切实|着力|精心|认真|全面|深入|扎实|有效|大力|主动|及时|充分|稳步"
    "|提高|提升|推进|推动|促进|加强|强化|加快|加大|组织|指导|督促|督导|检查|协助|协调|配合|开展|优化"
    "|完善|健全|规范|深化|落实|做好|抓好|谋划|统筹|引导|带动|服务|覆盖|打造|建设|建立|助力|围绕"
    "|参加|参与|召开|举办|印发|制定|编制|发布|公布|公开|梳理|汇总|对照|参照|按照|根据|依托|利用|通过"
    "|借助|结合|了解|掌握|整合|规划|部署|聚焦|立足|对标|对接|学习|借鉴|争创|创建|入选|鼓励|支持|压实"
    "|夯实|畅通|丰富|拓展|拓宽|创新|构建|营造|保障|确保|满足|方便|宣传|培训|监督|考核|评估|审核|审查)+"
)
"""What a clause may have before a name, or before something else."""
_AREA = expression(r".[省市州盟县区旗]")
_LAST_AREA = expression(r"(.*[省市州盟县区旗])(?=..)")
_OFFICES = {"局", "厅", "委员会", "管委会", "办公室", "院"}
"""Levels at which an agency has others below and next to it, which its report may mention."""
_SHORTENED = _OFFICES | {"区"}
"""Levels whose names are long enough to have short forms."""
_LOOKS_BACK = expression(
    "被评|获评|评为|评估|测评|考核|考评|荣获|获得|表彰|通报|排名|名列|上年|去年"
)
"""What a report says about last year on purpose."""
_REPORT_YEAR = expression(r"(?P<year>20[0-9]{2})年度?政府信息公开(?:工作)?年度报告")
_OPENING_YEAR = expression(r"^(?P<year>20[0-9]{2})年度?[，,]")
_DATE = r"(20[0-9]{2})年([0-9]{1,2})月([0-9]{1,2})日"
_PERIOD = expression(
    rf"{_DATE}起?(?:至|到|[-—－–~～])+(?:(20[0-9]{{2}})年)?([0-9]{{1,2}})月([0-9]{{1,2}})日"
)
_LONG_YEAR = expression("(?<![0-9])[0-9]{5,6}年(?=[0-9]{1,2}月)")
"""A year with digits too many, as in 202020年1月1日."""
_STATISTICS = expression("统计|期限|时限|数据|本报告")
_YEAR = expression(r"(?<![0-9])(20[0-9]{2})(?=年)")


@rule(
    "names.unstated",
    "warning",
    "the report names its agency and its year",
    sources.ARTICLE_49,
)
def _unstated(examination: Examination) -> Iterator[Finding]:
    document = examination.document
    missing = [
        phrase(key, examination.language)
        for key, stated in (("agency", document.agency), ("year", document.year))
        if not stated
    ]
    if missing:
        joint = "和" if examination.language == "zh" else " and "
        yield examination.finding(missing=joint.join(missing))


@rule(
    "names.title",
    "warning",
    "the year in the title is the year of the report",
    sources.ARTICLE_49,
)
def _title(examination: Examination) -> Iterator[Finding]:
    document = examination.document
    years = {int(year) for year in _YEAR.findall(plain(document.title or ""))}
    if document.title and document.year and years and document.year not in years:
        yield examination.finding(
            actual=max(years),
            expected=document.year,
            quote=document.title,
            place=Place("title", None, 0, len(document.title)),
            found=max(years),
            stated=document.year,
        )


@rule(
    "names.agency",
    "warning",
    "the text names the agency that is in the title",
    sources.ARTICLE_50,
)
def _agency(examination: Examination) -> Iterator[Finding]:
    agency = plain(examination.document.agency or "").removesuffix("办公室")
    agency = agency.removesuffix("人民政府").removesuffix("办事处")
    level = _LEVEL.search(agency)
    if not level:
        return
    reported = set()
    for sentence in examination.sentences:
        for name in _names(sentence):
            if name not in reported and _is_other(name, agency, level[0]):
                reported.add(name)
                yield examination.finding(
                    quote=sentence.text,
                    place=sentence.place,
                    found=name,
                    agency=examination.document.agency,
                )


def _names(sentence: Sentence) -> Iterator[str]:
    """Yield the agencies that a sentence names as the reporting one."""
    for clause in re.split("[，,：:（(]", sentence.plain):
        opened = _OPENING.sub("", clause)
        match = _NAMED.match(opened)
        found = [match["name"]] if match else []
        found.extend(each["name"] for each in _OF_REPORT.finditer(clause))
        bare = (_VERBS.sub("", name, count=1) if _VERBS.match(name) else name for name in found)
        yield from (name for name in bare if len(name) >= 2 and not _names_nobody(name))


def _names_nobody(name: str) -> bool:
    return bool(_NO_NAME.search(name) or _WHOLE.search(name))


def _is_other(name: str, agency: str, level: str) -> bool:
    """Whether a name is that of another agency of the same level, not one above or below it."""
    if not name.endswith(level) or _COMMON.search(name):
        return False
    if level in _OFFICES and not _AREA.search(name):
        return False
    if name in agency or name.endswith(agency):
        return False
    return not (level in _SHORTENED and (_shortens(name, agency) or _shortens(agency, name)))


def _shortens(name: str, agency: str) -> bool:
    """Whether a name may be a short form of an agency's: 人社局 for 人力资源和社会保障局.

    All its characters must be in the agency's name, in order, and it must name no other area.
    """
    area, office = _parted(name)
    whole_area, whole_office = _parted(agency)
    signs = iter(whole_office)
    return (
        (not area or not whole_area or whole_area.endswith(area) or area.endswith(whole_area))
        and office[:1] in whole_office
        and all(sign in signs for sign in office)
    )


def _parted(agency: str) -> tuple[str, str]:
    match = _LAST_AREA.match(agency)
    return (match[1], agency[match.end() :]) if match else ("", agency)


@rule("names.year", "warning", "the text names the report's year", sources.ARTICLE_49)
def _year(examination: Examination) -> Iterator[Finding]:
    year = examination.document.year
    goes_on = _opens_with(examination, year)
    for sentence in examination.sentences:
        found = {int(match["year"]) for match in _REPORT_YEAR.finditer(sentence.plain)}
        if sentence.section is not None:
            found = set() if goes_on else _opening_year(sentence, year)
        if year and found and year not in found:
            yield examination.finding(
                expected=year,
                actual=min(found),
                quote=sentence.text,
                place=sentence.place,
                found=min(found),
                year=year,
            )


def _opens_with(examination: Examination, year: int | None) -> bool:
    """Whether a sentence of the overview begins with the report's year, so that others look back."""
    openings = (
        _OPENING_YEAR.match(sentence.plain)
        for sentence in examination.sentences
        if sentence.section == "overview"
    )
    return any(match is not None and int(match["year"]) == year for match in openings)


def _opening_year(sentence: Sentence, year: int | None) -> set[int]:
    """Return the year with which the overview opens, if it is last year and not a comparison."""
    opening = sentence.section == "overview" and sentence.first
    match = _OPENING_YEAR.match(sentence.plain) if opening else None
    if not match or not year or str(year) in sentence.plain or "本年" in sentence.plain:
        return set()
    if _LOOKS_BACK.search(sentence.plain):
        return set()
    return {int(match["year"])} if int(match["year"]) < year else set()


@rule(
    "names.period",
    "warning",
    "the statistics are those of the calendar year",
    sources.ARTICLE_49,
)
def _period(examination: Examination) -> Iterator[Finding]:
    year = examination.document.year
    for sentence in examination.sentences:
        if not year or not _STATISTICS.search(sentence.plain):
            continue
        if long := _LONG_YEAR.search(sentence.plain):
            yield examination.finding(
                quote=sentence.text, place=sentence.place, found=long[0], year=year
            )
            continue
        match = _PERIOD.search(sentence.plain)
        if not match:
            continue
        first, month, day, last, last_month, last_day = match.groups()
        begins = (int(first), int(month), int(day))
        ends = (int(last or first), int(last_month), int(last_day))
        if begins != (year, 1, 1) or ends != (year, 12, 31):
            yield examination.finding(
                quote=sentence.text, place=sentence.place, found=match[0], year=year
            )
