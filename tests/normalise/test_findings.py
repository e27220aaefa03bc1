"""Damage that is reported and left."""

import pytest

import govreport
from govreport.model.document import Paragraph, ReportDocument
from govreport.normalise import driver
from govreport.normalise.changes import Edit
from govreport.normalise.step import Step
from govreport.normalise.steps import glosses


def codes(text: str) -> list[str]:
    return [
        each.code
        for each in govreport.normalize(ReportDocument(preamble=(Paragraph(text),))).findings
    ]


def test_lost_units_around_digits_are_reported_and_not_invented() -> None:
    assert codes("本报告统计期限自202111日起至20211231日止。") == ["lost-unit", "lost-unit"]
    assert codes("根据〔202137号文件要求，2023政府信息公开工作稳步推进。") == [
        "lost-unit",
        "lost-unit",
    ]
    assert codes("自2021年1月1日起至12月31日止，〔2021〕37号，2021年度，100日内。") == []


@pytest.mark.parametrize(
    "line",
    [
        "（一）主動公開方面情況",
        "各项工作任务有序推进",
    ],
)
def test_a_line_that_lost_its_first_byte_is_reported(line: str) -> None:
    damaged = "?" + line.encode("gbk")[1:].decode("gbk", "replace").replace("\ufffd", "?")
    assert "unproved-slip" in codes(damaged)
    assert "unproved-slip" not in codes(line)
    assert "unproved-slip" not in codes(f"?{line}")


def test_a_slip_that_the_bytes_do_not_prove_is_reported() -> None:
    assert codes("申請?zhí)公開") == ["unproved-slip"]
    assert codes("申請?zhí)幚頉Q定") == []


def test_what_may_be_an_advertisement_is_reported_and_stays() -> None:
    text = "公开工作。这里有好玩的葡京娱乐城等你来。继续推进。"
    result = govreport.normalize(ReportDocument(preamble=(Paragraph(text),)))
    assert result.changes == ()
    assert [(each.code, each.text) for each in result.findings] == [
        ("suspected-advert", "这里有好玩的葡京娱乐城等你来。")
    ]


def test_what_was_lost_or_stays_garbled_is_reported_and_kept_byte_for_byte() -> None:
    for text, expected in (
        ("鏈\ufffd年度共收到申璇\ufffd3件。", ["garbled-text", "garbled-text"]),
        ("严格执行?先审查、后公开?的原则。", ["lost-character", "lost-character"]),
        ("村民李\ue123明。", ["unknown-character"]),
        ("信\ufffd公开。", ["lost-character"]),
    ):
        result = govreport.normalize(ReportDocument(preamble=(Paragraph(text),)))
        assert result.changes == ()
        assert [each.code for each in result.findings] == expected


def test_a_step_that_fails_is_a_finding_and_costs_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(text: str, _: object) -> list[Edit]:
        raise UnicodeDecodeError("utf-8", b"\xe9", 0, 1, "an example")

    step = Step("noise", lambda _: True, (fails,))
    monkeypatch.setattr(driver, "_STEPS", (step, glosses.STEP))
    monkeypatch.setattr(driver, "_FAILURES", (ValueError,))
    result = govreport.normalize(ReportDocument(preamble=(Paragraph("鎮(zhèn)" * 3),)))
    assert [(each.code, each.where) for each in result.findings] == [
        ("step-failed", "preamble[0].text")
    ]
    assert result.document.preamble == (Paragraph("鎮鎮鎮"),)


def test_a_line_of_traditional_script_in_a_simplified_document_is_reported() -> None:
    result = govreport.normalize(
        ReportDocument(
            preamble=(
                Paragraph("全年发布信息，开展业务培训，组织领导到位，监督保障有力。"),
                Paragraph("經濟發展機關"),
            )
        )
    )
    assert result.changes == ()
    assert [(each.code, each.text) for each in result.findings] == [
        ("traditional-text", "經濟發展機關")
    ]
