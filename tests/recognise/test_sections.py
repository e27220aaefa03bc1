"""Section headings in every form, told by their names first and their numbers second."""

import pytest

import govreport
from govreport.blocks import Stream, TableBlock, TextBlock
from govreport.model.document import Heading, Paragraph, ReportDocument
from govreport.model.grid import Cell, Table
from govreport.recognise.assembly import recognise

TITLE = "云岭镇2021年政府信息公开工作年度报告\n"
TEXT = "我镇认真做好这项工作。\n"
ALL = [
    "overview",
    "proactive_disclosure",
    "applications",
    "reviews",
    "problems",
    "other_matters",
]


def read(*headings: str) -> ReportDocument:
    return govreport.loads(TITLE + "".join(f"{each}\n{TEXT}" for each in headings), "tab")


def kinds(document: ReportDocument) -> list[str]:
    return [section.kind for section in document.sections]


NAMES = {
    "official": [
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ],
    "long": [
        "一、政府信息公开工作总体情况",
        "二、行政机关主动公开政府信息的情况",
        "三、行政机关收到和处理政府信息公开申请的情况",
        "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        "五、政府信息公开工作存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ],
    "free": [
        "一、2021年总体工作推进情况",
        "二、主动公开工作情况",
        "三、办理政府信息公开申请情况统计",
        "四、行政复议及诉讼情况统计",
        "五、问题与不足",
        "六、需要报告的其他事项",
    ],
    "short": [
        "一、总体情况",
        "二、主动公开情况",
        "三、收到和处理政府信息公开申请情况",
        "四、复议和诉讼情况",
        "五、存在的困难及改进措施",
        "六、其他",
    ],
    "decimal": [
        "1、 总体情况",
        "2、主动公开政府信息情况",
        "3、收到和处理政府信息公开申请情况",
        "4、政府信息公开行政复议、行政诉讼情况",
        "5、存在的主要问题及改进情况",
        "6、其他需要报告的事项",
    ],
    "parts": [
        "第一部分 总体情况",
        "第二部分 主动公开政府信息情况",
        "第三部分 收到和处理政府信息公开申请情况",
        "第四部分 政府信息公开行政复议、行政诉讼情况",
        "第五部分 存在的主要问题及改进情况",
        "第六部分 其他需要报告的事项",
    ],
    "numbers lost": [
        "总体情况",
        "、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议诉讼情况",
        "五 、存在问题及改进措施",
        "六、其他需要报告事项",
    ],
    "traditional": [
        "一、總體情況",
        "二、主動公開政府信息情況",
        "三、收到和處理政府信息公開申請情況",
        "四、政府信息公開行政復議、行政訴訟情況",
        "五、存在的主要問題及改進情況",
        "六、其他需要報告的事項",
    ],
    "two lines": [
        "一、\n总体情况",
        "二、\n主动公开政府信息情况",
        "三、\n收到和处理政府信息公开申请情况",
        "四、\n政府信息公开行政复议、行政诉讼情况",
        "五、\n存在的主要问题及改进情况",
        "六、\n其他需要报告的事项",
    ],
}


@pytest.mark.parametrize("names", NAMES.values(), ids=NAMES)
def test_the_six_sections_are_found_under_every_name(names: list[str]) -> None:
    document = read(*names)
    assert kinds(document) == ALL
    assert [s.heading for s in document.sections] == [n.replace("\n", "") for n in names]
    assert document.preamble == ()
    assert document.diagnostics == ()


def test_a_section_the_statute_does_not_know_is_kept_in_its_place() -> None:
    document = read(*NAMES["official"][:5], "六、2022年工作计划", "七、其他需要报告的事项")
    assert kinds(document) == [*ALL[:5], "other", "other_matters"]


def test_numbers_inside_a_section_do_not_open_sections() -> None:
    inner = ["一、加强领导", "二、完善制度", "三、强化监督"]
    document = read("一、总体情况", *inner, *NAMES["official"][1:])
    assert kinds(document) == ALL
    headings = [b.text for b in document.sections[0].blocks if isinstance(b, Heading)]
    assert headings == inner


def test_names_as_sub_headings_do_not_open_sections() -> None:
    document = read(
        "一、报告内容", "（一）总体情况", "（二）主动公开政府信息情况", "二、主动公开政府信息情况"
    )
    assert kinds(document) == ["overview", "proactive_disclosure"]


def test_a_heading_run_together_with_its_text_is_parted_and_reported() -> None:
    document = govreport.loads(
        TITLE + "一、总体情况 2021年，我镇公开信息12条。\n二、主动公开政府信息情况\n无\n"
        "三、收到和处理政府信息公开申请情况2021年未收到申请。\n",
        "tab",
    )
    assert kinds(document) == ALL[:3]
    assert document.sections[0].blocks == (Paragraph("2021年，我镇公开信息12条。"),)
    assert [each.code for each in document.diagnostics] == ["split-text", "split-text"]


def test_a_report_on_one_line_is_parted_at_its_headings() -> None:
    text = " ".join(f"{name} {TEXT.strip()}" for name in NAMES["official"])
    document = govreport.loads(TITLE + text, "tab")
    assert kinds(document) == ALL
    assert all(section.blocks == (Paragraph(TEXT),) for section in document.sections)


@pytest.mark.parametrize("separator", ["、", "；"])
def test_names_listed_in_a_sentence_are_no_headings(separator: str) -> None:
    listed = f"本报告包括{separator.join(NAMES['official'])}。\n"
    document = govreport.loads(TITLE + listed + f"一、总体情况\n{TEXT}", "tab")
    assert document.preamble == (Paragraph(listed),)


def test_a_heading_printed_twice_opens_one_section() -> None:
    document = govreport.loads(TITLE + f"一、总体情况\n一、总体情况\n{TEXT}", "tab")
    assert kinds(document) == ["overview"]
    assert [each.code for each in document.diagnostics] == ["repeated-title"]


def test_repeated_and_misplaced_sections_are_kept_and_reported() -> None:
    names = NAMES["official"]
    document = read(names[0], names[2], names[1], names[1])
    assert kinds(document) == [ALL[0], ALL[2], ALL[1], ALL[1]]
    codes = [each.code for each in document.diagnostics]
    assert codes == ["section-order", "repeated-section"]


def test_the_free_form_before_2019_has_sections_of_no_statutory_kind() -> None:
    document = read(
        "一、概述", "二、主动公开情况", "三、收费及减免情况", "四、存在问题和改进措施"
    )
    assert kinds(document) == ["other"] * 4
    assert "not-a-report" not in {each.code for each in document.diagnostics}


def test_sub_headings_stand_alone_and_sentences_do_not() -> None:
    document = read(
        "一、总体情况",
        "（一）主动公开。全年公开12条。",
        "（二）依申请公开",
        "1.收到申请",
        "1、公开有待丰富。",
    )
    blocks = [b for b in document.sections[0].blocks if b != Paragraph(TEXT)]
    assert blocks == [
        Paragraph("（一）主动公开。全年公开12条。"),
        Heading("（二）依申请公开", 2),
        Heading("1.收到申请", 3),
        Paragraph("1、公开有待丰富。"),
    ]


NUMBERS = {
    "capital": "壹、 贰、 叁、 肆、 伍、 陆、",
    "traditional capital": "壹、 貳、 參、 肆、 伍、 陸、",
    "enclosed": "㈠ ㈡ ㈢ ㈣ ㈤ ㈥",
    "enclosed with a mark": "㈠、 ㈡、 ㈢、 ㈣、 ㈤、 ㈥、",
    "bracketed": "（一） （二） （三） （四） （五） （六）",
    "half a bracket": "一） 二） 三） 四） 五） 六）",
    "decimal in brackets": "⑴ ⑵ ⑶ ⑷ ⑸ ⑹",
    "decimal with its stop": "⒈ ⒉ ⒊ ⒋ ⒌ ⒍",
    "circled": "① ② ③ ④ ⑤ ⑥",
    "Roman": "Ⅰ. Ⅱ. Ⅲ. Ⅳ. Ⅴ. Ⅵ.",
    "Roman letters": "I、 II、 III、 IV、 V、 VI、",
    "decimal": "1. 2. 3. 4. 5. 6.",
    "decimal parts": "第1部分 第2部分 第3部分 第4部分 第5部分 第6部分",
    "chapters": "第一章 第二章 第三章 第四章 第五章 第六章",
    "dressed": "■一、 ■二、 ■三、 ■四、 ■五、 ■六、",
    "without a mark": "一 二 三 四 五 六",
    "with another mark": "一； 二； 三； 四； 五； 六；",
}


@pytest.mark.parametrize("numbers", NUMBERS.values(), ids=NUMBERS)
@pytest.mark.parametrize("blank", ["", " "])
def test_sections_are_known_however_they_are_numbered(numbers: str, blank: str) -> None:
    names = [name.partition("、")[2] for name in NAMES["official"]]
    headings = [n + blank + name for n, name in zip(numbers.split(), names, strict=True)]
    document = read(*headings)
    assert kinds(document) == ALL
    assert [section.heading for section in document.sections] == headings


@pytest.mark.parametrize(
    "title",
    [
        "《青禾县2021年政府信息公开工作年度报告》文字解读",
        "关于印发政府信息公开工作年度报告格式的通知",
        "青禾县2022年上半年政府信息公开数据统计",
        "青禾县政府信息公开指南",
    ],
)
def test_what_is_about_reports_is_not_read_as_one(title: str) -> None:
    document = govreport.loads(f"{title}\n一、编制背景\n{TEXT}二、主要内容\n{TEXT}", "tab")
    assert document.sections == ()
    assert [each.code for each in document.diagnostics] == ["not-a-report"]


@pytest.mark.parametrize("heading", ["目录\n", "目　录\n", ""])
@pytest.mark.parametrize("dots", ["", "\t3", "……3", " 3"])
def test_a_table_of_contents_opens_no_sections_and_is_quoted(heading: str, dots: str) -> None:
    listed = "".join(f"{name}{dots}\n" for name in NAMES["official"])
    document = govreport.loads(
        TITLE + heading + listed + "".join(f"{n}\n{TEXT}" for n in NAMES["official"]), "tab"
    )
    assert kinds(document) == ALL
    assert all(section.blocks for section in document.sections)
    assert not document.preamble
    quoted = "".join(each.text for each in document.diagnostics)
    assert all(name in quoted for name in [*NAMES["official"], heading.strip()])


def test_empty_sections_that_do_not_come_again_are_no_table_of_contents() -> None:
    document = govreport.loads(TITLE + "\n".join(NAMES["official"]), "tab")
    assert kinds(document) == ALL


def test_a_statutory_table_in_a_frame_of_one_cell_is_that_table() -> None:
    licensing = Table(
        [["第二十条第（五）项"], ["信息内容", "本年处理决定数量"], ["行政许可", "7"]]
    )
    framed = Table([[Cell((Table([[Cell((licensing,))]]),))]])
    document = recognise(Stream(blocks=(TextBlock(TITLE.strip()), TableBlock(framed))))
    assert [fact.value for fact in document.facts() if fact.value is not None] == [7]
