"""What the rules say of a finding, by the id of the rule, in English and in Chinese."""

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
        "{cell}: {text} does not state exactly one number; nothing that needs it was checked",
        "{cell}：“{text}”不是一个确定的数，涉及它的勾稽关系未核对",
    ),
    "values.unit": (
        "{cell}: the number is in {stated}, the form asks for {unit}",
        "{cell}：所填单位为{stated}，格式要求为{unit}",
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
    "tables.edition": (
        "{table} follows the form of {actual}; for {year} the form of {expected} was in force",
        "{table}用的是 {actual} 版格式，{year} 年应使用 {expected} 版格式",
    ),
    "tables.added": (
        "{table} has rows or columns that the form lacks: {labels}",
        "{table}有格式以外的行或列：{labels}",
    ),
    "tables.marks": (
        "{table} shows none as 0 and elsewhere as {marks}, cells so marked: {count}",
        "{table}有的格填 0，有 {count} 格填“{marks}”，写法不一致",
    ),
    "sections.added": ("section {section} is none of the six", "“{section}”不属于规定的六个部分"),
    "sections.missing": ("section {section} is missing", "缺少“{section}”部分"),
    "sections.repeated": (
        "section {section} occurs more than once",
        "“{section}”部分出现不止一次",
    ),
    "sections.empty": ("section {section} is empty", "“{section}”部分没有内容"),
    "sections.order": (
        "section {section} comes after {before}, which it should precede",
        "“{section}”部分应在“{before}”之前",
    ),
    "names.unstated": ("the report does not state its {missing}", "报告未载明{missing}"),
    "names.agency": (
        "the text speaks of {found}, but this is a report of {agency}",
        "文中称“{found}”，而本报告属于“{agency}”",
    ),
    "names.title": (
        "the title says {found}, but the report is taken to be of {stated}",
        "标题为“{found}”，而报告记为“{stated}”",
    ),
    "names.year": (
        "the text gives {found} as its year, but the report is of {year}",
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
    "series.in_force": (
        "{row}: last year's in force + issued ≠ in force + repealed: {equation},"
        " difference {difference}{blanks}",
        "{row}：上年现行有效 + 本年制发 ≠ 本年现行有效 + 本年废止：{equation}，差 {difference}{blanks}",
    ),
    "texts.placeholder": ("{found} was left over from a template", "“{found}”是模板中遗留的文字"),
    "texts.chapters": (
        "the text announces a chapter that the report does not have: {found}",
        "文中列出了报告没有的部分：“{found}”",
    ),
    "series.copied": (
        "this paragraph repeats the report of the year before word for word",
        "这一段与上年报告一字不差",
    ),
    "parts.refused.unreadable": ("{report} cannot be read", "“{report}”无法读取，未计入"),
    "parts.refused.no-report": ("{report} is no report", "“{report}”不是年报，未计入"),
    "parts.refused.yearless": (
        "{report} does not count, for the summary names no year",
        "汇总年报未载明年度，“{report}”未计入",
    ),
    "parts.refused.no-year": (
        "{report} names no year and does not count",
        "“{report}”未载明年度，未计入",
    ),
    "parts.refused.other-year": (
        "{report} is of {stated}, not of {year}, and does not count",
        "“{report}”是 {stated} 年的年报，不是 {year} 年的，未计入",
    ),
    "parts.refused.own": (
        "{report} is the report of {agency} itself and does not count; to count it,"
        " name it on the roster",
        "“{report}”属于汇总机关“{agency}”本身，未计入；如应计入，请列入名册",
    ),
    "parts.refused.stranger": (
        "{report} is of no office on the roster and does not count",
        "“{report}”的机关不在名册上，未计入",
    ),
    "parts.refused.unclear": (
        "{report} may be of several offices on the roster and does not count; name the file as the"
        " roster names the office, or the office in full",
        "“{report}”与名册上不止一个机关相符，未计入；请写明机关全称",
    ),
    "parts.none": ("no report below it counts", "没有可以计入的下级年报"),
    "parts.absent": (
        "{office} has not reported, so that no cell is summed",
        "“{office}”未报，各项均不合计",
    ),
    "parts.absent.partial": (
        "{office} has not reported, and the sums are those of the others",
        "“{office}”未报，合计数不含该机关",
    ),
    "parts.twice": (
        "{office} has reported more than once: {reports}; cells in which they agree count once, the"
        " others are open",
        "“{office}”报送不止一次：{reports}；数据一致的只计一次，不一致的不合计",
    ),
    "parts.twice.alike": (
        "{reports} may be of one office, so that nothing is summed; give a roster that names both or"
        " one",
        "{reports}可能属于同一机关，因此各项均不合计；请提供名册予以明确",
    ),
    "parts.several": (
        "{report} holds more than one report, of which one counts; save the others as files of their own",
        "“{report}”含有不止一份年报，只计入其中一份；其余请另存为单独的文件",
    ),
    "parts.contradiction": ("{report}: {what}", "“{report}”：{what}"),
    "parts.added": (
        "{report}: {table} has rows or columns that the form lacks and that are not summed: {labels}",
        "“{report}”的{table}有格式以外的行或列，未合计：{labels}",
    ),
    "parts.edition": (
        "{report}: numbers that have no cell in the form of {edition} and are not summed:"
        " {count} ({named})",
        "“{report}”有 {count} 个数在 {edition} 版格式中没有对应的格，未合计：{named}",
    ),
    "parts.open": (
        "{office}, {table}: {why}; sums left open: {count} ({named})",
        "“{office}”{table}：{why}，{count} 格不能合计：{named}",
    ),
    "parts.cause.blank": ("cells are blank", "有空白格"),
    "parts.cause.mark": ("cells print a mark and no number", "只填了符号，没有数"),
    "parts.cause.text": ("cells do not state exactly one number", "填写的不是一个确定的数"),
    "parts.cause.ambiguous": (
        "numbers could not be placed with certainty",
        "数据所在的格不能确定",
    ),
    "parts.cause.missing": ("cells are missing from the report", "报告中没有这些格"),
    "parts.cause.edition": (
        "its edition of the form lacks the cells",
        "所用版本的格式没有这些格",
    ),
    "parts.cause.parted": (
        "its edition of the form has the cells only as one sum",
        "所用版本的格式只有这几项的合计",
    ),
    "parts.cause.unit": ("numbers are in another kind of unit", "数据的单位不同，无法换算"),
    "parts.cause.differ": ("its reports state different numbers", "几份报告的数据不一致"),
    "parts.cause.uncertain": ("two names may be one office's", "两个名称可能是同一机关"),
    "parts.more": ("; and {count} more", "等，另有 {count} 格"),
    "parts.differs": (
        "{cell}: the summary says {actual}, the reports below it ({count}) sum to {expected}:"
        " {equation}",
        "{cell}：汇总年报为 {actual}，{count} 份下级年报合计为 {expected}：{equation}",
    ),
    "parts.exceeds": (
        "{cell}: the summary says {actual}, the reports below it that state a number ({count}) already"
        " sum to {expected}",
        "{cell}：汇总年报为 {actual}，少于已填数的 {count} 份下级年报合计的 {expected}",
    ),
    "parts.unstated": (
        "{table}: cells of the summary without a number though the reports below sum to more than"
        " zero: {count} ({named})",
        "{table}：下级年报合计不为零，而汇总年报有 {count} 格没有数：{named}",
    ),
    "cells.blank_as_zero": (" ({count} blank counted as zero)", "（{count} 个空白格按零计）"),
}
"""Every message: in English, in Chinese."""
