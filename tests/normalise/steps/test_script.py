"""The step `script` by example: what it repairs."""

import pytest

import govreport

REPAIRED = (
    (
        "全麵落實法定製度,完善體係,瞭解關於乾部的規定",
        "全面落实法定制度,完善体系,了解关于干部的规定",
    ),
    ("優化入口網站,規範性檔案和資訊公開最佳化", "优化门户网站,规范性文件和信息公开优化"),
    (
        "檔案館的電子檔案與規範性檔案,透過網路查閱資料庫",
        "档案馆的电子档案与规范性文件,通过网络查阅数据库",
    ),
    ("羣衆在綫辦理,裏外銜接", "群众在线办理,里外衔接"),
    ("顯著的著作權與看著,明瞭瞭望,乾縣的乾淨", "显著的著作权与看着,明了瞭望,乾县的干净"),
    ("答覆反覆覆蓋,憑藉慰藉", "答复反复覆盖,凭借慰藉"),
    ("政府信息公開「三審三校」", "政府信息公开“三审三校”"),
)


@pytest.mark.parametrize(("damaged", "clean"), REPAIRED)
def test_what_is_damaged_comes_back(damaged: str, clean: str) -> None:
    assert govreport.normalize_text(damaged, ["script"]) == clean
