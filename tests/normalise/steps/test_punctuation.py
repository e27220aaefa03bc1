"""The step `punctuation` by example: what it repairs."""

import pytest

import govreport

REPAIRED = (
    ("我镇,坚持(一)公开;不足:改进!好吗?", "我镇，坚持（一）公开；不足：改进！好吗？"),
    ("共1,234条,其中2021年,12条.", "共1,234条，其中2021年，12条。"),
    ("落实\"三审三校\"制度,'双减'政策", "落实“三审三校”制度，‘双减’政策"),
    ("落实”三审三校”制度", "落实“三审三校”制度"),
    ("抓细......抓实---完成--任务", "抓细……抓实——完成——任务"),
    ("（一)总体(二）情况", "（一）总体（二）情况"),
    ("我镇,坚持,公开,生产总值(GDP)增长", "我镇，坚持，公开，生产总值（GDP）增长"),
    (
        "网址:http://www.a.gov.cn/b,c?d=1,电话:010-1",
        "网址：http://www.a.gov.cn/b,c?d=1，电话：010-1",
    ),
)


@pytest.mark.parametrize(("damaged", "clean"), REPAIRED)
def test_what_is_damaged_comes_back(damaged: str, clean: str) -> None:
    assert govreport.normalize_text(damaged, ["punctuation"]) == clean


def test_dashes_and_ellipses_of_other_lengths() -> None:
    damaged = "抓细————抓实⋯⋯⋯⋯完成‥‥好――，再— —见… …了"
    clean = "抓细——抓实……完成……好——，再——见……了"
    assert govreport.normalize_text(damaged, ["punctuation"]) == clean


def test_the_blank_behind_a_narrow_mark_goes_with_it() -> None:
    assert govreport.normalize_text("我镇, 坚持: 公开; 透明") == "我镇，坚持：公开；透明"
