"""The help of the commands, and what `argparse` says."""

COMMANDS: dict[str, str] = {
    # argparse
    "usage: ": "用法：",
    "positional arguments": "参数：",
    "options": "选项：",
    "show this help message and exit": "显示本帮助并退出",
    "show program's version number and exit": "显示版本号并退出",
    "the following arguments are required: {names:words}": "缺少参数：{names}",
    "unrecognized arguments: {arguments}": "无法识别的参数：{arguments}",
    "argument {name:word}: {message:said}": "参数 {name}：{message}",
    "argument {name:word}: {message}": "参数 {name}：{message}",
    "expected one argument": "后面应有一个值",
    "expected at least one argument": "后面至少应有一个值",
    "expected {count:number} arguments": "后面应有 {count} 个值",
    "ignored explicit argument {value:quoted}": "不能带值{value}",
    "not allowed with argument {name}": "不能与 {name} 同时使用",
    "invalid choice: {value:quoted} (choose from {choices:words})": "{value}无效（可用的有：{choices}）",
    "argument COMMAND: invalid choice: {value:quoted} (choose from {choices:words})": (
        "没有{value}这个命令；可用的有：{choices}"
    ),
    "invalid {type} value: {value:quoted}": "{value}不是有效的 {type} 值",
    "ambiguous option: {option} could match {options}": "选项 {option} 不明确，可能是 {options}",
    # What arguments are called
    "COMMAND": "命令",
    "SOURCE": "来源",
    "TARGET": "目标",
    "FORMAT": "格式",
    "FOLDER": "文件夹",
    "FILE": "文件",
    "NAME": "名称",
    "REPORT": "报告",
    "OLD": "旧报告",
    "NEW": "新报告",
    "OUT": "输出",
    "DATASET": "数据集",
    "STEP": "步骤",
    "ID": "编号",
    "N": "数量",
    "AGENCY": "机关",
    "YEAR": "年度",
    "FORM": "表格",
    "SITE": "文件夹",
    "URL": "网址",
    "{text:quoted} is not a year; write its four digits, such as 2024": "{text}不是年度，请写四位数字，如 2024",
    # All commands
    "Read, show and convert 政府信息公开工作年度报告.": "读取、查看和转换政府信息公开工作年度报告。",
    "the language of help, output and errors (default: that of GOVREPORT_LANG, else of the locale)": (
        "使用的语言（默认取 GOVREPORT_LANG，未设则取系统语言）"
    ),
    "print a script that completes commands, options and files in a shell": (
        "输出 shell 补全脚本，用于补全命令、选项和文件名"
    ),
    "the format of the source: one of {formats:words} (default: detected from its content)": (
        "来源的格式：{formats}（默认按内容判断）"
    ),
    "the encoding of a page or text, as declared in its HTTP or mail header, such as gb18030": (
        "网页或文本的编码（见于响应头或邮件头），如 gb18030"
    ),
    "a file, folder, pattern, ZIP archive or URL to read, or - for standard input": (
        "要读取的文件、文件夹、通配符、ZIP 压缩包或网址；- 表示标准输入"
    ),
    "write a web page that shows the result in place, or -": "写出网页，在报告原文中标明；- 表示标准输出",
    "how to print the result": "输出方式",
    # convert and normalize
    "write reports in another format": "把年度报告写成另一种格式",
    "repair the text of scraped reports and write them": "修复抓取来的年度报告文字并写出",
    "govreport convert [options] SOURCE TARGET\n"
    "       govreport convert [options] SOURCE ... --to FORMAT --out FOLDER": (
        "govreport convert [选项] 来源 目标\n"
        "       govreport convert [选项] 来源 ... --to 格式 --out 文件夹"
    ),
    "govreport normalize [options] SOURCE TARGET\n"
    "       govreport normalize [options] SOURCE ... --to FORMAT --out FOLDER": (
        "govreport normalize [选项] 来源 目标\n"
        "       govreport normalize [选项] 来源 ... --to 格式 --out 文件夹"
    ),
    "the format to write: one of {formats:words}; may be repeated with --out (default: from the suffix of TARGET)": (
        "要写出的格式：{formats}；与 --out 合用时可写几种（默认按目标的后缀判断）"
    ),
    "write into this folder, under the names of the sources": "写入这个文件夹，文件名沿用来源的",
    "repair the text before it is written": "写出之前先修复文字",
    "run only these steps, out of {steps:words}": "只执行这些步骤：{steps}",
    "write every change as JSON to FILE, or -": "把每处改动以 JSON 写入文件；- 表示标准输出",
    "name the format to write with --to": "请用 --to 指明要写出的格式",
    "--changes is for one source and its target": "--changes 只能用于一个来源和一个目标",
    "name one source and one target, or a folder for many with --out": (
        "请写一个来源和一个目标；有多个来源时，请用 --out 指定文件夹"
    ),
    "several formats are written into a folder; name it with --out": (
        "要写出几种格式时，请用 --out 指定文件夹"
    ),
    # The other commands
    "show what reports contain": "显示年度报告的内容",
    "the report of the year before": "上年的报告",
    "the lowest severity for which the exit status is 1 (default: {severity})": (
        "达到哪一级时退出状态为 1（默认 {severity}；error 为错误，warning 为提醒）"
    ),
    "{what:said}; ids separated by commas": "{what}，编号之间用逗号分隔",
    "check only these rules": "只核对这些规则",
    "skip these rules": "不核对这些规则",
    "list the rules and exit": "列出全部规则",
    "name the report to check": "请指明要核对的报告",
    "show what changed between two reports": "比较两份年度报告",
    "the older report, or -": "较早的报告；- 表示标准输入",
    "the newer report, or -": "较新的报告；- 表示标准输入",
    "standard input can be read once only; name files for the rest": (
        "标准输入只能读取一次，其余请写文件名"
    ),
    "write the figures of many reports as tables": "把多份年度报告的数据整理成数据表",
    "a file, folder, pattern, ZIP archive or URL, or - for a list on standard input": (
        "文件、文件夹、通配符、ZIP 压缩包或网址；- 表示从标准输入读取文件名清单"
    ),
    "where to write; - prints the facts as CSV": "写到哪里；- 表示把各项数据以 CSV 输出",
    "how many files are read at a time (default: one for each processor)": (
        "同时读取多少个文件（默认每个处理器一个）"
    ),
    "continue an interrupted run": "接着上次中断的结果继续处理",
    "{text:quoted} is not a number of processes; give 1 or more": "{text}不是有效的进程数，请写 1 或更大的数",
    "standard output cannot be resumed; leave --resume out": (
        "标准输出中没有可以接着处理的结果，请去掉 --resume"
    ),
    "show many reports on one page": "用一个网页总览多份年度报告",
    "a dataset, a folder of reports, or -": "数据集，或存放年度报告的文件夹；- 表示标准输入",
    "the page, or -": "网页文件；- 表示标准输出",
    # What stands below the help
    "examples:": "示例：",
    "The format of a source is detected from its content; the format to write follows from the suffix: .docx,"
    " .html, .htm, .json, .pipe.txt, .tab.txt. The name - stands for standard input or output.": (
        "读取时按内容判断格式，写出时按后缀判断：.docx、.html、.htm、.json、.pipe.txt、.tab.txt。"
        "文件名写作 - 时，表示标准输入或标准输出。"
    ),
    "A TARGET that ends in .pdf is laid out by LibreOffice.": "目标的后缀为 .pdf 时，由 LibreOffice 排版。",
    "The exit status is 0 if every source was written, 2 if one could not be read or"
    " written, and 3 if a source is not a report.": (
        "退出状态：0 表示全部写出；2 表示有文件无法读取或写出；3 表示有文件不是年度报告。"
    ),
    "The exit status is 0 if every source is a report, 2 if one could not be read, and 3"
    " if a source is not a report.": (
        "退出状态：0 表示每个文件都是年度报告；2 表示有文件无法读取；3 表示有文件不是年度报告。"
    ),
    "The exit status is 0 if the reports say the same, 1 if they differ, 2 if one could"
    " not be read, and 3 if a source is not a report.": (
        "退出状态：0 表示两份报告内容相同；1 表示不同；2 表示有报告无法读取；"
        "3 表示有文件不是年度报告。"
    ),
    "OUT is a folder, which then holds Parquet files, or a file that ends in .csv, .jsonl, .xlsx,"
    " .sqlite or .duckdb. A list has one name a line, or NULs between them (find -print0). The"
    " tables are reports (one row a source), facts (one row a cell), diagnostics, and quarantine"
    " (what could not be read or is not a report).": (
        "输出可以是文件夹，其中将有 Parquet 文件；也可以是后缀为 .csv、.jsonl、.xlsx、.sqlite"
        " 或 .duckdb 的文件。文件名清单每行一个，或以 NUL 分隔（find -print0）。数据表有"
        " reports（每个文件一行）、facts（每个单元格一行）、diagnostics（疑点和改动），"
        "以及 quarantine（无法读取或不是年度报告的文件）。"
    ),
    "The exit status is 0 if every source is a report, 3 if some are in the quarantine, and"
    " 2 if nothing was done.": (
        "退出状态：0 表示每个文件都是年度报告；3 表示有文件未采用（见 quarantine）；"
        "2 表示什么也没有做。"
    ),
    "DATASET is a folder that `govreport extract` wrote, or a folder of reports, which are read"
    " first; - is a report on standard input.": (
        "数据集是 govreport extract 写出的文件夹；也可以是存放年度报告的文件夹，将先行读取；- 表示标准输入中的一份报告。"
    ),
}
"""The help of each command but its examples, and the words of `argparse`."""
