"""What stands in the measured tables of the English pages, in Chinese."""

from tests.shapes.chinese import FAMILIES

_FORMATS = ("docx", "html", "pipe", "tab", "json")

_PERFORMANCE = {
    "pdfplumber, its tables": "pdfplumber，它的表格",
    "Tika (extractous)": "Tika（extractous）",
    "the parser alone": "仅解析器",
    "lxml, collecting texts alone": "lxml，只收集文字",
    "python-docx, walking the cells": "python-docx，遍历单元格",
    "lxml, texts of docx": "lxml，docx 的文字",
    "lxml, texts of plain docx": "lxml，简单 docx 的文字",
    "python-docx, plain docx": "python-docx，简单 docx",
    "html texts": "html 的文字",
    "ten times the cost": "十倍成本",
    "read plain docx": "读取简单 docx",
    "its reader alone": "仅其读取器",
    "import lxml.etree": "导入 lxml.etree",
    "import govreport": "导入 govreport",
    "import govreport and read a short report as JSON": "导入 govreport 并读取一份较短的 JSON 年报",
    "import govreport and read a short report as a page": "导入 govreport 并读取一份较短的网页年报",
    "detect a page": "判断网页的格式",
    "recognise": "识别",
    "arrange for every format": "为各种格式编排",
    "normalise, nothing to repair": "规范化，无需修复",
    "normalise traditional script": "规范化繁体",
    "normalise glosses": "规范化注音",
    "normalise both": "规范化以上两者",
    "check": "核对",
    "facts": "列出各数",
    "read_many, 200 files, 1 process": "read_many，200 个文件，1 个进程",
    "read_many, 200 files, 2 processes": "read_many，200 个文件，2 个进程",
    "read_many, the 3 real reports, 1 process": "read_many，3 份真实年报，1 个进程",
    "Word to HTML": "Word 转 HTML",
    "HTML to Word": "HTML 转 Word",
    **{f"read {each}": f"读取 {each}" for each in _FORMATS},
    **{f"write {each}": f"写出 {each}" for each in _FORMATS},
    **{f"detect {each}": f"判断 {each}" for each in _FORMATS},
    **{f"read {each}, ten times the size": f"读取 {each}，十倍大小" for each in _FORMATS},
}

_HOUSE = {
    "modules": "模块",
    "lines": "行数",
    "functions": "函数",
    "length of a function, median / p95": "函数长度，中位数 / p95",
    "functions with a complexity above 10": "复杂度超过 10 的函数",
    "branches per 100 lines": "每 100 行的分支",
    "the same in `recognise`": "同上，`recognise` 中",
    "module-level caches and mutable state": "模块级的缓存和可变状态",
    "circles of modules": "模块的环",
    "functions of the same shape": "形状相同的函数",
    "classes that share a name": "同名的类",
    "public names with a docstring": "有文档字符串的公开名称",
}

WORDS = {**FAMILIES, **_PERFORMANCE, **_HOUSE, "yes": "是", "no": "否", "none": "无"}
"""Cells that stand for themselves, in English and in Chinese."""
