"""What the rules say, by the id of the rule, and the phrases around it on pages and in the terminal.

Both languages stand side by side, for a finding is made in the language that was asked for.
"""

MESSAGES: dict[str, tuple[str, str]] = {
    "applications.balance": (
        "{column}: received + carried over ≠ handled + carried forward:"
        " {equation}, difference {difference}{blanks}",
        "{column}：新收 + 上年结转 ≠ 办理结果总计 + 结转下年度：{equation}，差 {difference}{blanks}",
    ),
    "applications.handled_total": (
        "{column}: the results do not sum to their total:"
        " {equation}, difference {difference}{blanks}",
        "{column}：各项办理结果之和不等于总计：{equation}，差 {difference}{blanks}",
    ),
    "applications.row_total": (
        "{row}: the applicants do not sum to the total:"
        " {equation}, difference {difference}{blanks}",
        "{row}：各类申请人之和不等于总计：{equation}，差 {difference}{blanks}",
    ),
    "reviews.total": (
        "{row}: the outcomes do not sum to the total:"
        " {equation}, difference {difference}{blanks}",
        "{row}：四种结果之和不等于总计：{equation}，差 {difference}{blanks}",
    ),
    "values.count": (
        "{cell}: a count is a whole number that is not negative, not {text}",
        "{cell}：数量应为非负整数，而非 {text}",
    ),
    "values.unreadable": (
        "{cell}: {text} states no one number; nothing that needs it was checked",
        "{cell}：“{text}”不是一个确定的数，涉及它的勾稽关系未核对",
    ),
    "proactive.in_force": (
        "{row}: {actual} in force, though {issued} were issued and {repealed} repealed this year:"
        " at least {expected} should be",
        "{row}：本年制发 {issued} 件、废止 {repealed} 件，现行有效应不少于 {expected} 件，"
        "表中为 {actual} 件",
    ),
    "tables.missing": ("{table} is missing", "缺少{table}"),
    "tables.repeated": (
        "{table} is given more than once, with different numbers; the first was checked",
        "{table}出现不止一次且数字不同，核对的是第一张",
    ),
    "tables.blank": ("{table} is blank", "{table}全部空白"),
    "tables.half_filled": (
        "{table}: {blank} of {count} cells are blank while others are filled",
        "{table}：{count} 格中有 {blank} 格空白，其余已填",
    ),
    "tables.blank_total": (
        "{row}: the total is blank though its parts are filled",
        "{row}：各分项已填，总计空白",
    ),
    "tables.blank_parts": (
        "{row}: the total is {actual} though its parts are blank",
        "{row}：总计为 {actual}，各分项空白",
    ),
    "sections.missing": ("section {section} is missing", "缺少“{section}”部分"),
    "sections.repeated": (
        "section {section} stands more than once",
        "“{section}”部分出现不止一次",
    ),
    "sections.empty": ("section {section} is empty", "“{section}”部分没有内容"),
    "sections.order": (
        "section {section} stands behind {before}, which belongs after it",
        "“{section}”部分应在“{before}”之前",
    ),
    "names.agency": (
        "the text speaks of {found}, but this is a report of {agency}",
        "文中称“{found}”，而本报告属于“{agency}”",
    ),
    "names.title": (
        "the title says {found}, but the report is taken to be of {stated}",
        "标题为“{found}”，而报告记为“{stated}”",
    ),
    "names.year": (
        "the text speaks of {found} as its year, but the report is of {year}",
        "文中以 {found} 年为报告年度，而本报告为 {year} 年",
    ),
    "names.period": (
        "the period is {found}, not the calendar year {year}",
        "统计期限为{found}，不是 {year} 年全年",
    ),
    "prose": (
        "the text says {actual} for {target}, the table {expected}{sum}",
        "文中“{target}”为 {actual} 件，表中为 {expected} 件{sum}",
    ),
    "fees.unmentioned": (
        "the tables state fees ({text}), but section six does not speak of fees",
        "表中有收费（{text}），而第六部分没有说明收费情况",
    ),
    "series.year": (
        "the previous report is of {previous}, this one of {year}; carried numbers were not compared",
        "上年报告为 {previous} 年，本报告为 {year} 年，未核对结转数",
    ),
    "series.agency": (
        "the previous report is of {previous}, this one of {agency}",
        "上年报告属于“{previous}”，本报告属于“{agency}”",
    ),
    "series.carried": (
        "{column}: last year carried {left} forward, this year has {right} carried over,"
        " difference {difference}",
        "{column}：上年报告结转下年度 {left}，本年报告上年结转 {right}，差 {difference}",
    ),
    "series.copied": (
        "this paragraph stands word for word in the report of the year before",
        "这一段与上年报告一字不差",
    ),
    "cells.blank_as_zero": (" ({count} blank counted as zero)", "（{count} 个空白格按零计）"),
}
"""Every message: in English, in Chinese."""


PHRASES: dict[str, tuple[str, str]] = {
    "error": ("error", "错误"),
    "warning": ("warning", "提醒"),
    "errors": ("Errors", "错误"),
    "warnings": ("Warnings", "提醒"),
    "none": ("Nothing found", "未发现问题"),
    "summary": ("errors: {errors}, warnings: {warnings}", "错误 {errors} 项，提醒 {warnings} 项"),
    "says": ("says", "原文"),
    "blank": ("blank", "空白"),
    "difference": ("difference {number}", "差 {number}"),
    "checked": ("Arithmetic and consistency check", "勾稽关系与一致性核对"),
    "compared": ("Comparison of two reports", "报告对比"),
    "findings": ("Findings", "核对结果"),
    "report": ("The report", "报告原文"),
    "untitled": ("Report without a title", "无标题报告"),
    "meta": ("{agency} · {year} · edition {edition}", "{agency} · {year} 年 · {edition} 版格式"),
    "unknown": ("not stated", "未载明"),
    "where": ("Show in the report", "查看原文位置"),
    "preamble": ("Preamble", "开头"),
    "closing": ("Closing", "落款"),
    "row": ("Row", "项目"),
    "column": ("Column", "栏目"),
    "field": ("Field", "字段"),
    "old": ("Old", "旧"),
    "new": ("New", "新"),
    "change": ("Change", "增减"),
    "relative": ("%", "增幅"),
    "same": ("The two reports say the same.", "两份报告内容相同。"),
    "fields": ("The report as a whole", "基本信息"),
    "facts": ("Numbers", "数据变化"),
    "sections": ("Sections", "章节变化"),
    "texts": ("Text", "文字变化"),
    "copied": ("copied unchanged", "原样照搬"),
    "copied_paragraphs": (
        "copied unchanged: {count}, beginning “{begins}”",
        "原样照搬 {count} 段：“{begins}”",
    ),
    "diagnostics": ("Diagnostics", "读取说明"),
    "table": ("Table", "表格"),
    "normalised": ("Changes made by normalising: {count}", "规范化修改 {count} 处"),
    "old_report": ("Compared with: ", "对比："),
    "report_changed": ("The report with its changes", "报告全文与变化"),
    "edited": ("edited", "修改"),
    "moved": ("moved", "移位"),
    "added": ("added", "新增"),
    "removed": ("removed", "删除"),
    "renamed": ("renamed", "改名"),
    "edited_moved": ("edited and moved", "移位并修改"),
    "share": ("{share} of the text is copied unchanged", "{share} 的文字原样照搬"),
    "counts": (
        "{facts} numbers changed, {texts} texts changed, {share} of the text copied unchanged",
        "数据变化 {facts} 处，文字变化 {texts} 处，{share} 的文字原样照搬",
    ),
    "title": ("title", "标题"),
    "agency": ("agency", "机关"),
    "year": ("year", "年度"),
    "edition": ("edition", "格式版本"),
    "publication_date": ("publication date", "发布日期"),
    "publisher": ("publisher", "发布机构"),
    "overview": ("Reports at a glance", "年度报告一览"),
    "overview_reports": ("Reports: {count}", "年报 {count} 份"),
    "overview_offices": ("Offices: {count}", "机关 {count} 个"),
    "overview_contradicting": ("Contradictions: {count}", "数据矛盾 {count} 处"),
    "overview_doubtful": ("Cells in doubt: {count}", "存疑数据 {count} 格"),
    "overview_set_aside": ("Sources set aside: {count}", "未采用文件 {count} 个"),
    "overview_unnamed": (
        "{count} reports without office or year",
        "未注明机关或年度的年报 {count} 份",
    ),
    "overview_without_tables": (
        "Without a statutory table: {count}",
        "没有法定表格的 {count} 份",
    ),
    "overview_published": ("Who published what", "公开情况"),
    "overview_wrong": ("What does not add up", "数据矛盾"),
    "overview_series": ("Series by office", "各机关历年数据"),
    "overview_more": ("and {count} more that are not shown", "另有 {count} 项未显示"),
    "overview_received": ("Applications received", "新收申请"),
    "overview_handled": ("Results", "办理结果总计"),
    "overview_reviews": ("Reconsideration and litigation", "复议和诉讼"),
    "overview_aside": ("Set aside", "未采用的文件"),
    "overview:applications.balance": (
        "received + carried over ≠ handled + carried forward",
        "新收 + 上年结转 ≠ 办理结果总计 + 结转下年度",
    ),
    "overview:applications.handled_total": (
        "the results do not sum to their total",
        "各项办理结果之和不等于总计",
    ),
    "overview:applications.row_total": (
        "the applicants do not sum to the total",
        "各类申请人之和不等于总计",
    ),
    "overview:reviews.total": (
        "the outcomes do not sum to the total",
        "四种结果之和不等于总计",
    ),
    "overview:series.carried": (
        "carried over ≠ what the year before carried forward",
        "上年结转与上年度报告的结转下年度不符",
    ),
    "overview:reports.differ": (
        "two reports of the year state different numbers",
        "同一年度有两份年报，数据不一致",
    ),
    "outcome:not-a-report": ("no report", "不是年报"),
    "outcome:unreadable": ("unreadable", "无法读取"),
    "form:not-a-number": ("{text} is no number", "“{text}”不是数字"),
    "form:shown-otherwise": (
        "it shows {text}, which is not the number stored (typed as 1-2 it becomes a date); set the"
        " format to General and put the number in again",
        "显示为“{text}”，与存储的数不同（例如输入 1-2 会变成日期）；请把格式改为常规后重新填写",
    ),
    "form:no-result": (
        "the formula {text} has no result in the file; open it in Excel or LibreOffice and save it,"
        " or put the number there",
        "公式 {text} 在文件中没有计算结果，请用 Excel、WPS 或 LibreOffice 打开后保存，或者直接填数字",
    ),
    "form:moved": (
        "this cell is not as the form has it{text}; take a fresh form and copy the figures into it",
        "此格与表样不符{text}，请用新的空白表重新填写",
    ),
    "form:moved_label": (" (it should say {text})", "（应为“{text}”）"),
    "form:no-year": ("the year {text} is none", "报告年度“{text}”不是年份"),
    "form:not-carried": (
        "last year's report states no one number here ({text}), so nothing was carried over",
        "上年报告的结转下年度（{text}）不是一个确定的数，未代填",
    ),
    "form:unplaced": (
        "this is beside the form and not in the report: {text}",
        "填在表样之外，没有写入报告：{text}",
    ),
    "form:refused": (
        "the form has {count} errors and nothing was written; correct them, or use --force",
        "表中有 {count} 处错误，未写出文件；请改正后重试，或者加 --force 照写",
    ),
    "form:written_anyway": (
        "the form has {count} errors and was written as it is",
        "表中有 {count} 处错误，已按 --force 照写",
    ),
    "form:changed": (
        "the form was changed in {count} places and nothing was written",
        "表样有 {count} 处改动，未写出文件",
    ),
    "form:carried": (
        "{count} cells carried over from last year's report",
        "已按上年报告的结转下年度代填上年结转 {count} 格",
    ),
    "note": ("note", "说明"),
    "site:kicker": (
        "Yearly reports on the disclosure of government information",
        "政府信息公开工作年度报告",
    ),
    "site:untold": ("Office not stated", "未注明机关"),
    "site:years": ("{first} to {last}, {count} reports", "{first}—{last} 年，共 {count} 份"),
    "site:one_year": ("{first}", "{first} 年"),
    "site:reports": ("Reports", "各年度报告"),
    "site:series": ("Figures through the years", "历年数据"),
    "site:report": ("Report", "报告"),
    "site:all": ("All years", "全部年度"),
    "site:data": ("Data", "数据"),
    "site:whole_series": (
        "All figures of all years in one file: {link}",
        "全部年度的数据合为一个文件：{link}",
    ),
    "site:as_printed": (
        "Figures as printed; — where the report of the year has no such cell.",
        "数据以报告所载为准；“—”表示该年度的报告没有此项。",
    ),
    "site:description": (
        "The figures of {title}: documents made and decisions taken, applications for government"
        " information received and handled, administrative reconsideration and litigation.",
        "{title}中的数据：文件制发和行政处理决定的数量，公开申请的收到和办理数量（按申请人和办理结果分列），"
        "以及由此引起的复议、诉讼的结果，逐项列出，空白的不计为零。",
    ),
    "made_by": ("Made with govreport.", "由 govreport 生成。"),
}
"""Every phrase: in English, in Chinese."""
