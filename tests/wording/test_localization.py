"""What was said in English is found by its words: messages in one another, places, names, old ones."""

import copy
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govreport
from govreport.errors import (
    InvalidDocumentError,
    LimitExceededError,
    ReportError,
    UnknownFormatError,
    UnreadableSourceError,
)
from govreport.json_form import document_from_json, document_to_json
from govreport.model.diagnostics import CODES, Diagnostic, diagnostic
from govreport.model.document import ReportDocument
from govreport.wording import language_of, localized, localized_place


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("line 3", "第 3 行"),
        ("word/document.xml, paragraph 3", "word/document.xml，第 3 段"),
        ("sub.docx: word/document.xml, table 2", "sub.docx：word/document.xml，第 2 个表格"),
        ("the header", "表头"),
        ("某处", "某处"),
        ("sections[1].blocks[0].text", "第 2 部分第 1 段"),
        ("sections[1].heading", "第 2 部分标题"),
        ("closing[0].rows[2][0].content[0]", "落款第 1 段第 3 行第 1 格第 1 项"),
        ("sections[1]", "sections[1]"),
        ("", ""),
    ],
)
def test_a_place_is_said_part_by_part(english: str, chinese: str) -> None:
    assert localized_place(english, "zh") == chinese
    assert localized_place(english, "en") == english


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        (
            "the source: bytes: 70, more than 64 (limit input_bytes); raise the limit if you trust"
            " the source",
            "来源文件：字节数为 70，超过上限 64（input_bytes）；如文件来源可靠，可调高这一上限",
        ),
        (
            "年报.docx: word/document.xml: the part is not well-formed XML (Start tag expected);"
            " the file is damaged: open and save it in a word processor, or get it again",
            "年报.docx：word/document.xml：文件的这一部分 XML 有误，文件已损坏；"
            "请用 Word 或 WPS 打开后重新保存，或重新获取",
        ),
        (
            "several readings are possible: as many numbers as columns; the last column is filled",
            "仍有几种可能的读法：数字与列数相等；最后一列有数字",
        ),
        (
            '$.year: it must be a whole number, not the text "二〇二三"',
            "$.year：应为整数，不能是文本“二〇二三”",
        ),
    ],
)
def test_messages_stand_in_one_another(english: str, chinese: str) -> None:
    assert localized(english, "zh") == chinese


@given(st.text(max_size=60))
def test_what_nobody_says_stays_as_it_is_and_no_text_breaks_the_search(text: str) -> None:
    assert isinstance(localized(text, "zh"), str)
    assert localized(f"岭{text}岭", "zh") == f"岭{text}岭"
    assert localized(text, "en") == text


@pytest.mark.parametrize(
    "text",
    [
        "several readings are possible: " * 140,
        "a: " * 1_300,
        "a: b, " * 600,
        "; ".join(["it is missing"] * 250),
        "a file that the document includes was not read: " * 80,
        ": " * 2_000 + "it is missing",
        "it is missing" * 100_000,
    ],
    ids=lambda text: text[:12],
)
def test_no_text_makes_the_search_long(text: str) -> None:
    # Each of these has many ways to be parted, of which few are tried; else this does not end.
    assert isinstance(localized(text, "zh"), str)
    assert isinstance(localized_place(text, "zh"), str)


@given(
    st.sampled_from(sorted(CODES)),
    st.text(max_size=20),
    st.text(max_size=20),
    st.text(max_size=20),
)
def test_a_diagnostic_keeps_all_but_its_words(
    code: str, where: str, text: str, message: str
) -> None:
    found = diagnostic(code, where, text, message)
    chinese = found.localized("zh")
    assert found.localized("en") is found
    assert replace(chinese, message=found.message, where=found.where) == found
    assert message in chinese.message or localized(message, "zh") == chinese.message


def test_a_diagnostic_names_the_cell_by_its_labels() -> None:
    found = diagnostic(
        "ambiguous-columns",
        "table applications, row new_received, column natural_person",
        "3",
        "there is no header above it",
    )
    row = "一、本年新收政府信息公开申请数量"
    assert found.localized("zh").where == f"表三，“{row}”行，“自然人”列"
    quoting = diagnostic("missing-row", "table applications, row security_and_stability")
    assert quoting.localized("zh").where == "表三，“3.危及‘三安全一稳定’”行"
    assert found.localized("zh").message == "上方没有表头"


def test_a_diagnostic_that_came_back_from_json_is_said_in_chinese_as_well() -> None:
    found = diagnostic(
        "undecodable-text", "character 7", "岭", "2 places hold bytes that gb18030 does not allow"
    )
    again = document_from_json(document_to_json(ReportDocument(diagnostics=(found,))))
    assert again.diagnostics == (found,)
    assert again.diagnostics[0].localized() == found.localized()
    assert found.localized().message == "有 2 处字节不符合 gb18030 编码"


def test_a_message_that_is_not_known_stands_behind_what_its_code_means() -> None:
    old = Diagnostic("image", "info", "a drawing was omitted", "line 3")
    assert old.localized().message == "图片或嵌入的对象已略去（a drawing was omitted）"
    assert old.localized().where == "第 3 行"
    foreign = Diagnostic("of-another-program", "info", "a drawing was omitted")
    assert foreign.localized().message == "a drawing was omitted"
    assert UnreadableSourceError("nothing here").localized() == "文件无法读取：nothing here"


def test_an_error_carries_its_code_and_its_english_and_says_it_in_chinese() -> None:
    with pytest.raises(UnknownFormatError) as caught:
        govreport.loads(b"%!PS-Adobe-3.0")
    assert caught.value.code == "unknown-format"
    assert str(caught.value).startswith("the source is a PostScript file")
    assert caught.value.localized("en") == str(caught.value)
    assert caught.value.localized() == "来源文件是 PostScript 文件；请先转成 PDF：ps2pdf"
    again = copy.copy(caught.value)
    assert again.localized() == caught.value.localized()


def test_each_class_of_error_has_a_code_of_its_own() -> None:
    classes = [ReportError, *ReportError.__subclasses__(), LimitExceededError]
    codes = [each.code for each in classes]
    assert len(set(codes)) == len(codes)
    assert all(localized(code, "zh") != code for code in codes)
    with pytest.raises(InvalidDocumentError) as caught:
        govreport.Paragraph(" ")
    assert caught.value.localized() == "段落不能是空的；空段落请略去"


def test_the_language_is_the_one_asked_for_else_that_of_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("GOVREPORT_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert language_of() == "en"
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert language_of() == "zh"
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert language_of() == "en"
    monkeypatch.setenv("GOVREPORT_LANG", "zh")
    assert language_of() == "zh"
    assert language_of("en") == "en"


def test_a_quoted_backslash_is_shown_as_it_stands_in_the_file() -> None:
    with pytest.raises(govreport.ReportError) as caught:
        govreport.loads("\\govreport 1 pipe\n\\xx\n")
    assert caught.value.localized("zh") == (
        "严格格式文本第 2 行：“\\x”不是这里可用的转义；反斜杠请写成两个"
    )
