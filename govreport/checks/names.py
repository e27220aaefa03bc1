"""Rules on who and when: the agency, the year and the period that the text names."""

import re
from collections.abc import Iterator

from govreport.checks import sources
from govreport.checks.examination import Examination
from govreport.checks.finding import Finding, Place
from govreport.checks.registry import rule
from govreport.checks.sentences import Sentence, plain

_LEVEL = re.compile(r"(?:街道|镇|乡|局|委员会|管委会|县|区|市|厅|办公室|院)$")
_OPENING = re.compile(r"^(?:20[0-9]{2}年度?|本年度?|今年|一年来|全年|目前|截[至止]目前|[，,])*")
_ACTS = (
    "坚持|认真|严格|高度|深入|按照|全面|进一步|积极|不断|始终|紧紧|扎实|结合|切实|持续|着力"
    "|政府信息公开|依申请公开|政务公开|主动公开|共收到|未收到|收到|高质量|以习近平|围绕|根据"
)
_NAMED = re.compile(
    r"^(?P<name>[\u4e00-\u9fff]{1,12}?(?:街道|镇|乡|局|委员会|管委会|县|区|市|厅))"
    rf"(?:人民政府|党工委|党委|办事处|机关|办公室|、|政府){{0,4}}(?:{_ACTS})"
)
_OF_REPORT = re.compile(
    r"(?:现将|现公布|公布|由|请与|请联系|向)(?P<name>[\u4e00-\u9fff]{1,12}?(?:街道|镇|乡|局|委员会|县|区|市|厅))"
    r"(?:人民政府|党委|办事处|党政|综合|办公室)*(?:20[0-9]{2}年|编制|联系|政府信息公开工作年度报告)"
)
_NO_NAME = re.compile(
    r"^(?:我|本|各|全|该|市|县|区|镇|乡|省|有关|相关|上级|一|两|多|每|辖|村)|[的和与在为将对]"
)
_COMMON = re.compile(
    r"(?:[小乡城集市点村强大名古建老]镇|[家城下回返水老]乡|[社园景小辖片库校市城郊山地全新发]区|[城超菜都]市|全县)$"
)
"""Words that end as the name of a place does and name none."""
_AREA = re.compile(r".[省市州盟县区旗]")
_OFFICES = {"局", "厅", "委员会", "管委会", "办公室", "院"}
"""Levels at which an agency has others below and beside it, of which its report rightly speaks."""
_REPORT_YEAR = re.compile(r"(?P<year>20[0-9]{2})年度?政府信息公开(?:工作)?年度报告")
_OPENING_YEAR = re.compile(r"^(?P<year>20[0-9]{2})年度?[，,]")
_DATE = r"(20[0-9]{2})年([0-9]{1,2})月([0-9]{1,2})日"
_PERIOD = re.compile(
    rf"{_DATE}起?(?:至|到|[-—－–~～])+(?:(20[0-9]{{2}})年)?([0-9]{{1,2}})月([0-9]{{1,2}})日"
)
_STATISTICS = re.compile("统计|期限|时限|数据|本报告")
_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?=年)")


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
    "the text speaks of the agency that the title names",
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
    """Yield the agencies of which a sentence speaks as the one that reports."""
    for clause in re.split("[，,：:（(]", sentence.plain):
        opened = _OPENING.sub("", clause)
        match = _NAMED.match(opened)
        found = [match["name"]] if match else []
        found.extend(each["name"] for each in _OF_REPORT.finditer(clause))
        yield from (name for name in found if not _NO_NAME.search(name) and len(name) >= 2)


def _is_other(name: str, agency: str, level: str) -> bool:
    """Whether a name is that of another agency of the same level, and of none above or below it."""
    if not name.endswith(level) or _COMMON.search(name):
        return False
    if level in _OFFICES and not _AREA.search(name):
        return False
    return not (name in agency or name.endswith(agency))


@rule("names.year", "warning", "the text speaks of the report's year", sources.ARTICLE_49)
def _year(examination: Examination) -> Iterator[Finding]:
    year = examination.document.year
    for sentence in examination.sentences:
        found = {int(match["year"]) for match in _REPORT_YEAR.finditer(sentence.plain)}
        if sentence.section is not None:
            found = _opening_year(sentence, year)
        if year and found and year not in found:
            yield examination.finding(
                expected=year,
                actual=min(found),
                quote=sentence.text,
                place=sentence.place,
                found=min(found),
                year=year,
            )


def _opening_year(sentence: Sentence, year: int | None) -> set[int]:
    """Return the year with which the overview opens, where it is last year's and not compared."""
    opening = sentence.section == "overview" and sentence.first
    match = _OPENING_YEAR.match(sentence.plain) if opening else None
    if not match or not year or str(year) in sentence.plain or "本年" in sentence.plain:
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
        match = _PERIOD.search(sentence.plain)
        if not match or not year or not _STATISTICS.search(sentence.plain):
            continue
        first, month, day, last, last_month, last_day = match.groups()
        begins = (int(first), int(month), int(day))
        ends = (int(last or first), int(last_month), int(last_day))
        if begins != (year, 1, 1) or ends != (year, 12, 31):
            yield examination.finding(
                quote=sentence.text, place=sentence.place, found=match[0], year=year
            )
