"""Attributes of pandoc's Markdown are none of the text; brackets and braces of the text are."""

import pytest

import govreport
from govreport.text_formats.attributes import without_attributes, without_spans
from govreport.text_formats.lines import Line

PAGE = """::: header
- [首页](/)
:::

# 柏溪县水利局2022年政府信息公开工作年度报告 {#柏溪县水利局2022年政府信息公开工作年度报告 .title}

::: {.view .paper}
[本报告按照《条例》编制，数据截至]{style="font-size:16pt"}[2022]{lang="EN-US"
style="font-size:16pt"}[年12月31日。]{style="font-size:16pt"}

**　　一、总体情况**

**[（一）主动公开情况]{style="font-family:楷体"}**

公开信息[612]{.num}条。

[二、主动公开政府信息情况[]{lang="EN-US"}]{style="font-family:黑体"}

+---------------------------+-----------------------------+
| [信息内容]{.td}           | [本年处理决定数量]{.td}     |
+---------------------------+-----------------------------+
| [行政许可]{.td}           | [128]{lang="EN-US" .td}     |
+---------------------------+-----------------------------+
| [行政处罚]{.td}           | [7]{.td}                    |
+---------------------------+-----------------------------+
| [行政强制]{.td}           | [0]{.td}                    |
+---------------------------+-----------------------------+
:::
"""


def test_a_page_is_read_without_them() -> None:
    read = govreport.loads(PAGE.encode(), "pipe")
    assert (read.title, read.agency, read.year) == (
        "柏溪县水利局2022年政府信息公开工作年度报告", "柏溪县水利局", 2022,
    )  # fmt: skip
    assert [section.heading for section in read.sections] == [
        "一、总体情况",
        "二、主动公开政府信息情况",
    ]
    assert [fact.value for fact in read.facts() if fact.column == "decisions"] == [128, 7, 0]
    shown = govreport.dumps(read, "json")
    assert "本报告按照《条例》编制，数据截至2022年12月31日。" in shown
    assert "公开信息612条。" in shown
    assert [each.text for each in read.diagnostics if each.code == "extractor-noise"] == [
        "::: header"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[2022]{3}号",
        "〔2022〕3号",
        "[注]{见附表}",
        "![图]{.wide}",
        "见[附件](a.docx){.x}",
        "[甲]{.}",
        "[甲]{a=}",
    ],
)
def test_other_brackets_and_braces_are_text(text: str) -> None:
    lines = [Line(1, text)]
    assert without_attributes(lines) == (lines, [])
    assert without_spans(text) == text


def test_spans_within_spans_are_taken_off() -> None:
    assert without_spans('[[甲]{.a}乙[丙]{b="c d"}]{#e}') == "甲乙丙"


def test_a_text_of_masked_digits_keeps_its_marks() -> None:
    assert "**件" in govreport.dumps(
        govreport.loads("一、总体情况\n收到申请**件，答复**件。\n"), "json"
    )
