"""Rows that have a single column in the form, and more than one number."""

from tests.recognise.placing.table_text import read

ITEM = "<tr><td colspan=6>第二十条第（八）项</td></tr>"


def test_of_two_numbers_the_first_may_belong_below_a_blank_header() -> None:
    source = (
        f"<table>{ITEM}<tr><td>信息内容</td><td></td><td colspan=4>本年收费金额（单位：万元）</td></tr>"
        "<tr><td colspan=2>行政事业性收费</td><td>414</td><td colspan=3>1149.81</td></tr></table>"
    )
    found = read("proactive_disclosure", source, "html")
    assert found.is_open("administrative_fees")
    assert "414 | 1149.81" in found.quoted
