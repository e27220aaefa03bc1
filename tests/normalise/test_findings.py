"""Damage that is reported and left."""

import govreport
from govreport.model.document import Paragraph, ReportDocument


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


def test_a_slip_that_the_bytes_do_not_prove_is_reported() -> None:
    assert codes("申請?zhí)公開") == ["unproved-slip"]
    assert codes("申請?zhí)幚頉Q定") == []


def test_what_may_be_an_advertisement_is_reported_and_stays() -> None:
    text = "公开工作。澳门葡京娱乐城注册送彩金。继续推进。"
    result = govreport.normalize(ReportDocument(preamble=(Paragraph(text),)))
    assert result.changes == ()
    assert [(each.code, each.text) for each in result.findings] == [
        ("suspected-advert", "澳门葡京娱乐城注册送彩金。")
    ]
