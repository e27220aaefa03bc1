"""Pages that resemble a yearly disclosure report but say that they are something else.

A page says what it is in its title, in a line set as one, or in the last line above its text.
Other lines there, such as links to other documents, do not count.
"""

from collections.abc import Iterable

from govreport.blocks import Stream, TextBlock
from govreport.expressions import expression
from govreport.model.statute import SectionKind
from govreport.recognise.page.furniture import furniture
from govreport.recognise.page.titles import (
    LONGEST_TITLE,
    OTHER_INFORMATION,
    agency_of,
    folded,
    is_title,
    page_titles,
    year_of,
)
from govreport.recognise.page.words import ANNOUNCING, OTHER_GENRES
from govreport.recognise.sections.headings import heading_line, is_bare

_HEAD = 40
"""A page names itself within so many blocks from the start."""

_SUBJECT = expression(r"(?:政府|政务)?信息(?:的)?公开|政务公开")
_NUMBER = "[一二三四五六七八九十]{1,3}|[0-9]{1,2}"
_PART_OF_YEAR = expression(
    rf"[上下]半年|半年(?:度|报|工作|政府|信息|政务)|第?(?:[一二三四1-4])季度|季报"
    rf"|(?P<from>{_NUMBER})月?份?(?:-|—|–|~|～|至|到)(?P<to>{_NUMBER})月(?!\d*日)"
    rf"|年(?:{_NUMBER})月份?(?=政府信息|政务|信息)"
)
_SENTENCE = expression("[。，；]")
_SCHOOL_YEAR = expression(
    r"学年|学期|20\d\d年?[.-]?0?9月?.{0,8}(?:至|到|[-—–~～]).{0,6}[年.-]0?8[月.-]?"
)
"""The subject of universities' reports, under a regulation of their own."""
_INCLUDED = expression(r"[（(](?:其中|包括|含)[^（）()]*[)）]")
_WHOLE_YEAR = {("1", "12"), ("一", "十二")}
_PERIOD = expression(r"(?<!\d)(?:0?1|一)月(?:0?1|一)日.{0,12}?(?:12|十二)月(?:31|三十一)日")
_LAYS_FORM_DOWN = expression(
    r"(?:印发.{0,20}信息公开.{0,20}格式|信息公开.{0,20}报告格式.{0,6}通知"
    r"|关于.{0,12}(?:做好|开展|编制|报送|填报|上报).{0,30}信息公开.{0,30}的?通知)"
)
_REFERS = expression(r"^(?:根据|按照|依据|依照|为|附件)")
_OTHER_KIND = expression(
    rf"(?:{'|'.join(OTHER_GENRES)}|(?<!年报)(?<!报告)(?<!年报的)(?<!报告的)(?:{'|'.join(ANNOUNCING)}))"
    r"(?:[（(].{1,20}[)）])?$|^(?:一图|图)(?:读|看)懂|^图解|^文字解读"
)
_EXPLAINS = expression(r"解读|图解|[读看]懂|格式|模板|范本|编制说明")
_OF_ANOTHER_SUBJECT = expression(
    r"(?P<of>.*)(?:报告|年报|总结|报表|决算|预算|通报|计划|要点|方案|公报|白皮书|年鉴|规划|讲话|致辞|倡议书).{0,12}$"
    r"|(?P<on>.*)(?:通知|公告|公示|函|意见|办法|规定|答复|[一公封开慰问感谢]信)$"
)
_WORDS_OF_ANY_REPORT = expression(
    r"20\d\d|年度?|全年|工作|情况|总结|总体|报告|年报|的|关于|[与和及]|[（）()《》]|计划"
)
_SPEAKS_OF_REPORT = expression(
    r"信息公开(?:工作)?(?:情况)?(?:的)?(?:年度(?:工作)?报告|工作年度报告|工作报告|年报|条例)"
)
_COMMON = {"overview", "problems", "other_matters"}
"""Sections that yearly reports on any subject have."""
_SEVERAL = 2
_OWN_TEXTS = 12
"""A report without a title mentions itself or its law within so many texts."""


def is_other_than_yearly(stream: Stream) -> str:
    """Return the name of a page that prescribes the form of reports or covers less than a year.

    It is empty for any other page. The tables of such a page are not a report's, though they have
    its labels. A page with the name of a yearly report, or with figures from January 1 to
    December 31, is not such a page.
    """
    titles, last = _names(stream)
    names = [*titles, last]
    school = next((name for name in names if _SCHOOL_YEAR.search(folded(name))), "")
    if school and is_title(school):
        return school
    if any(map(_is_own_title, names)):
        return ""
    for name in names:
        plain = folded(name)
        if _lays_form_down(plain) or (_covers_part_of_year(plain) and not _states_year(stream)):
            return name
    return ""


def is_of_another_kind(stream: Stream, kinds: Iterable[SectionKind | None]) -> str:
    """Return the name of a page without statutory tables that says it is something else.

    `kinds` are those of its sections. A page that names another subject must have no section
    that only this report has, and must not mention this report or its law; one about disclosure
    may be a guide to it, or explain a report. The last line above the text may be a link, and the
    page's title that of a column of the site; several statutory sections below outweigh either,
    except on a page that explains a report.
    """
    titles, last = _names(stream)
    names = [*titles, last]
    if any(map(_is_own_title, names)):
        return ""
    own = {*kinds}.difference(_COMMON, ("other", None))
    if len(own) >= _SEVERAL:
        names = [name for name in titles if _EXPLAINS.search(folded(name))]
    is_of_any_subject = not own and not any(map(speaks_of_report, _texts(stream)))
    return next((name for name in names if _names_another(name, is_of_any_subject)), "")


def _names_another(name: str, is_of_any_subject: bool) -> bool:
    """Whether a name is that of another kind of document, or, where it may be, of another subject."""
    plain = folded(name)
    if _SUBJECT.search(OTHER_INFORMATION.sub("", plain)):
        return bool(_OTHER_KIND.search(plain))
    return is_of_any_subject and _names_another_subject(plain)


def speaks_of_report(text: str) -> bool:
    """Whether a text mentions a report on disclosure or the law that requires it."""
    return bool(_SPEAKS_OF_REPORT.search(OTHER_INFORMATION.sub("", folded(text))))


def _names(stream: Stream) -> tuple[list[str], str]:
    """Return the names that a page gives itself: its titles, and the last line above its text."""
    titles = [part for part in page_titles(stream.page.title or "") if _may_name(part)]
    last = ""
    for block in stream.blocks[:_HEAD]:
        if not isinstance(block, TextBlock) or _begins_text(block.text):
            break
        if not _may_name(block.text) or furniture(block.text):
            continue
        last = block.text
        if block.level == 0:
            titles.append(last)
    return titles, last


def _may_name(text: str) -> bool:
    return len(text) <= LONGEST_TITLE and is_bare(text) and not _SENTENCE.search(text)


def _begins_text(text: str) -> bool:
    """Whether a text is a report's own: a sentence, or the heading of a section."""
    line = heading_line(text)
    return "。" in text or bool(line and (line.kind or line.style in ("chinese", "part")))


def _is_own_title(name: str) -> bool:
    """Whether a name is a report's title, and not only that of a column of the site."""
    return is_title(name) and (year_of(name) is not None or agency_of(name) is not None)


def _names_another_subject(plain: str) -> bool:
    """Whether the name of a report has more than the words that any report's name has."""
    named = _OF_ANOTHER_SUBJECT.fullmatch(plain)
    return named is not None and bool(
        _WORDS_OF_ANY_REPORT.sub("", named["of"] or named["on"] or "")
    )


def _lays_form_down(plain: str) -> bool:
    return not _REFERS.match(plain) and bool(_LAYS_FORM_DOWN.search(plain))


def _covers_part_of_year(plain: str) -> bool:
    match = _PART_OF_YEAR.search(_INCLUDED.sub("", plain)) if _SUBJECT.search(plain) else None
    return match is not None and (match["from"], match["to"]) not in _WHOLE_YEAR


def _states_year(stream: Stream) -> bool:
    return any(_PERIOD.search(folded(text)) for text in _texts(stream))


def _texts(stream: Stream) -> list[str]:
    sentences = [
        block.text
        for block in stream.blocks
        if isinstance(block, TextBlock) and not _may_name(block.text)
    ]
    return sentences[:_OWN_TEXTS]
