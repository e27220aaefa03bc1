"""Rules on leftovers in the text: of a template that was not filled in, or of an older form."""

from collections.abc import Iterator

from govreport.checks import sources
from govreport.checks.examination import Examination
from govreport.checks.finding import Finding, Place
from govreport.checks.registry import rule
from govreport.checks.sentences import plain
from govreport.expressions import expression

_BLANK_SIGNS = "XxＸｘ×*＊"
_PLACEHOLDER = expression(
    rf"(?<![A-Za-z0-9])20[{_BLANK_SIGNS}]{{2}}(?=年|$)"
    rf"|(?<![A-Za-z0-9])[{_BLANK_SIGNS}]{{1,8}}(?=[年月日](?![A-Za-z]))"
    rf"|(?<![A-Za-z0-9])[{_BLANK_SIGNS}]{{2,8}}(?=[省市县区镇乡局厅委办条件项次人]|街道)"
    r"|(?<![A-Za-z0-9./])[_＿]{2,}(?![A-Za-z0-9])"
    r"|[（(](?:单位|机关|部门|行政机关)(?:全称|名称)[）)]"
)
"""Placeholders of a template: 20XX年, ×月×日, ××县, ____."""
_INSTRUCTION = expression(
    r"^(?:编写|填写|填报|编制)说明|(?:请|应)在?此处?填[写报]"
    r"|^(?:这一|该|此)(?:项|部分)(?:主要|应当?|需|[以用通过]{1,2}(?:表格|文字)(?:的)?形式)*报告(?!的|了|由|中|期)"
)
"""Instructions of the notice, which do not belong in a report."""

_CONTENTS = expression("包括|包含|分为|组成|涵盖|内容有")
_OLD_CHAPTER = expression("收费[及和与、]?减免")
"""A chapter of the reports before 2019, when fees were charged for copies."""
_NEW_CHAPTERS = ("主动公开", "申请", "复议", "问题")
_MOST_SIGNS = 2_000
"""A longer sentence is skipped."""


@rule(
    "texts.placeholder",
    "warning",
    "no placeholders or instructions of a template are left in the text",
    sources.RESPONSIBILITY,
)
def _placeholder(examination: Examination) -> Iterator[Finding]:
    title = examination.document.title or ""
    if match := _PLACEHOLDER.search(plain(title)):
        place = Place("title", None, 0, len(title))
        yield examination.finding(quote=title, place=place, found=match[0])
    for sentence in examination.sentences:
        if len(sentence.plain) > _MOST_SIGNS:
            continue
        match = _PLACEHOLDER.search(sentence.plain) or _INSTRUCTION.search(sentence.plain)
        if match:
            yield examination.finding(quote=sentence.text, place=sentence.place, found=match[0])


@rule(
    "texts.chapters",
    "warning",
    "the chapters that the text announces are those of the report",
    sources.CONTENTS,
)
def _chapters(examination: Examination) -> Iterator[Finding]:
    headings = "".join(section.heading for section in examination.document.sections)
    if _OLD_CHAPTER.search(plain(headings)):
        return
    for sentence in examination.sentences:
        text = sentence.plain
        match = _OLD_CHAPTER.search(text)
        named = sum(chapter in text for chapter in _NEW_CHAPTERS)
        if match and named > 1 and _CONTENTS.search(text):
            yield examination.finding(quote=sentence.text, place=sentence.place, found=match[0])
