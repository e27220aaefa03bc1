"""The step `spaces` by example: what it repairs."""

import pytest

import govreport

REPAIRED = (
    ("政\u200b府 信\u00a0息\u3000公开", "政府信息公开"),
    ("我镇\u00a02021 年使用 WPS Office 办公", "我镇 2021 年使用 WPS Office 办公"),
    ("　　国务\n院《条\n例》", "国务院《条例》"),
    (
        "全年共公\n开信息96条，政\n府网站发\n布62条，微\n信34条。\n一、总体情况\n云岭镇人民政府",
        "全年共公开信息96条，政府网站发布62条，微信34条。\n一、总体情况\n云岭镇人民政府",
    ),
    ("\u3000\u3000第一段。\n\u3000\u3000第二段。", "第一段。\n第二段。"),
)


@pytest.mark.parametrize(("damaged", "clean"), REPAIRED)
def test_what_is_damaged_comes_back(damaged: str, clean: str) -> None:
    assert govreport.normalize_text(damaged, ["spaces"]) == clean
