"""Advertisements: the injected stretch is cut and nothing beside it."""

import pytest

import govreport
from govreport.normalise.steps.adverts import suspected

CUT = (
    ("办结事项120件（百家乐开户送彩金），惠及群众400人。", "办结事项120件，惠及群众400人。"),
    (
        "修建农村公路36公里澳门新葡京www.abc123.com，总投资1,200万元。",
        "修建农村公路36公里，总投资1,200万元。",
    ),
    ("总投资1,200万元新葡京www.abc123.com，已完工。", "总投资1,200万元，已完工。"),
    ("办结澳门新葡京www.abc.com36件。", "办结36件。"),
    ("落实制度。威尼斯人真人视讯百家乐开户即送38元！培训6期。", "落实制度。培训6期。"),
    ("行政执法64条皇冠体育投注hg0088.cc，抽查3次。", "行政执法64条，抽查3次。"),
    ("公开要点。代开发票，点数优惠，加微信fp12345678。共3项。", "公开要点。共3项。"),
    (
        "公开要点。更多精彩内容请关注公众号，免费下载请访问www.xs99.net。共3项。",
        "公开要点。共3项。",
    ),
)
KEPT = (
    "合理分配资源，专业力量下沉一线，联系电话已公布。",
    "加快三级医院建设，承包过程公开，线下注册便利，印刷单位12家，咨询热线已开通。",
    "查处“百家乐开户送彩金”网站3家，曝光www.pj8888.com等域名。",
    "清理弹窗（百家乐注册送68元）12条。",
    "居民不要相信注册送彩金、稳赚不赔的六合彩广告。",
    "税务所代开发票，咨询热线12366。",
    "小额贷款贴息，无需抵押，联系电话13812345678。",
    "办结澳门新葡京www.abc.com/3636件。",
)


@pytest.mark.parametrize(("damaged", "clean"), CUT)
def test_an_injected_stretch_is_cut(damaged: str, clean: str) -> None:
    assert govreport.normalize_text(damaged, ["noise"]) == clean


@pytest.mark.parametrize("text", KEPT)
def test_what_holds_such_words_and_is_not_proved_stays(text: str) -> None:
    assert govreport.normalize_text(text) == text


def test_what_looks_like_one_is_suspected() -> None:
    assert suspected("公开工作。这里有好玩的葡京娱乐城等你来。") == [
        "这里有好玩的葡京娱乐城等你来。"
    ]
    assert suspected("打击六合彩赌博。加快三级医院建设。") == []
