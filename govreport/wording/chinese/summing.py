"""What is said of many reports: the rules on a summary, its command, and checking many."""

SUMMING: dict[str, str] = {
    # Rules
    "an amount is in the unit of the form, and a count is not an amount": "金额使用格式规定的单位，数量不填金额",
    "the report names its agency and its year": "报告载明机关和年度",
    "there are no sections other than the six": "没有六个部分以外的部分",
    "the documents in force are last year's and those issued, less those repealed": "现行有效的等于上年的加上本年制发的、减去本年废止的",
    "the tables are those of the form in force: of 2019 for the years 2019 and 2020, then of 2021": "表格采用当年适用的格式：2019、2020 年用 2019 版，此后用 2021 版",
    "the statutory tables have the rows and columns of the form alone": "法定表格没有格式以外的行和列",
    "a statutory table shows none in one way throughout, either as 0 or as a mark": "法定表格中表示没有的写法一致，不能有的填 0、有的填符号",
    "no placeholders or instructions of a template are left in the text": "文中没有模板遗留的空位和填写说明",
    "the chapters that the text announces are those of the report": "文中列出的各部分与报告实际的部分一致",
    "every report below a summary can be read": "下级年报都能读取",
    "every file below a summary is a report": "汇总的都是下级年报",
    "the reports below a summary are those of its year": "下级年报与汇总年报同一年度",
    "the reports below a summary are those of the roster's offices": "下级年报的机关都在名册上",
    "at least one report below a summary can be summed": "有可以计入的下级年报",
    "every office has reported": "各机关都已报送",
    "every office has reported once": "各机关只报送一次",
    "every file below a summary holds one report": "每个文件只有一份年报",
    "the numbers of the reports below a summary add up": "下级年报的数据符合勾稽关系",
    "the reports below a summary hold no row or column of their own": "下级年报没有自行增加的行和列",
    "the summary's form has a cell for every number below it": "下级年报的数据在汇总年报的格式中都有对应的格",
    "every report below a summary states a number in every cell": "下级年报每格都有数",
    "each cell of a summary is the sum of the reports below it": "汇总年报每格等于下级年报之和",
    "a summary states no less than what is known of the reports below it": "汇总年报的数不小于下级年报已知各数之和",
    "a summary states each sum of the reports below it": "下级年报能合计的，汇总年报都有数",
    # Rosters
    "{name}: the roster names no office; write one name a line": "{name}：名册中没有机关；请每行写一个名称",
    "{name}: the roster names {office} twice; name each office once": "{name}：名册中 {office} 出现两次；每个机关只写一次",
    "{name}: more than {count:number} bytes are no roster": "{name}：超过 {count} 字节，不是名册",
    "{name}: the roster is not a CSV file ({why:foreign})": "{name}：名册不是 CSV 文件",
    "{name}: the roster is a workbook or another binary file; save it as CSV in UTF-8": "{name}：名册是工作簿或其他二进制文件；请另存为 UTF-8 编码的 CSV 文件",
    "{name}: the roster is neither in UTF-8 nor in GB 18030; save it as CSV in UTF-8": "{name}：名册的编码既不是 UTF-8 也不是 GB 18030；请另存为 UTF-8 编码的 CSV 文件",
    # aggregate
    "sum up the reports of a year for the level above": "汇总一个年度的下级年报",
    "the summary; its suffix determines the format": "汇总年报；格式由后缀决定",
    "whose summary it is": "汇总机关",
    "the year of the reports": "年报的年度",
    "the form of the summary (default: that of the reports, else that of the year)": "汇总年报的格式版本（默认与下级年报相同，否则按年度）",
    "the offices that have to report, or -": "应当报送的机关名册；- 表示标准输入",
    "sum up the reports that were found, even if some are missing": "只合计已报的机关",
    "write the figures for the text, in total and by office": "写出行文所用的数据，有合计，也有各机关的数",
    "write which reports and cells each cell is the sum of": "写出每格由哪些年报的哪些格相加而来",
    "no report of {year:number} was found in {names}; nothing written": "{names} 中没有 {year} 年的年报，未写出",
    "A cell is the sum of that cell in every report, and stays blank where one of them states no"
    " number for it; the finding names the office. People write the prose; --figures gives what it"
    " needs. The roster is a CSV file with one office a line. While an office on it has not reported,"
    " nothing is summed, unless --partial asks for the sum of the others.": (
        "每格是各份年报同一格之和；有一份没有数的，这一格留空，并指明是哪一份。汇总年报的文字由人撰写，"
        "所用数据由 --figures 给出。名册是 CSV 文件，每行一个机关。名册上有机关未报的，各格均不合计；"
        "用 --partial 可以只合计已报的。"
    ),
    "The exit status is 0 if nothing at or above --fail-on was found, 1 if something was, and"
    " 2 if a file could not be read or there was nothing to sum.": (
        "退出状态：0 表示没有达到 --fail-on 所定级别的问题；1 表示有；"
        "2 表示有文件无法读取，或者没有可以汇总的年报。"
    ),
    # check
    "say where reports contradict themselves": "核对年度报告有无自相矛盾之处",
    "a file, folder, pattern or archive, or -": "文件、文件夹、通配符或压缩包；- 表示标准输入",
    "where the reports of the year before are, matched by office": "存放上年年报的文件夹，按机关对应",
    "where the reports that REPORT sums up are": "存放所汇总的下级年报的文件夹",
    "how many files are read at a time (default: {count:number})": "同时读取几个文件（默认 {count}）",
    "--previous, --parts and --roster belong to one report; for many there is --previous-year": "--previous、--parts 和 --roster 用于一份年报；多份年报请用 --previous-year",
    "--roster and --partial belong to --parts; give that, too": "--roster 和 --partial 须与 --parts 一起使用",
    "there is no file to check; name some": "没有可以核对的文件，请指定文件",
    "several reports may be that of the year before: {names:words}": "可能是上年年报的不止一份：{names}",
    "A file, a folder, a pattern or a ZIP archive stands for every file in it. One that cannot be"
    " read is reported in a line on the standard error, and the others are still checked.": (
        "文件、文件夹、通配符、ZIP 压缩包均可，其中的文件全部核对。读不了的在标准错误输出中占一行，"
        "其余照常。"
    ),
    "The exit status is 0 if nothing at or above --fail-on was found, 1 if something was, 2"
    " if a file could not be read, and 3 if one is not a report; if several apply, the first in the"
    " order 2, 3, 1. Ids of rules: govreport check --rules.": (
        "退出状态：0 表示没有达到 --fail-on 所定级别的问题；1 表示有；2 表示有文件无法读取；"
        "3 表示有文件不是年度报告；同时出现时按 2、3、1 的次序取第一个。"
        "规则编号见 govreport check --rules。"
    ),
}
"""The Chinese of messages about many reports, by its English template."""
