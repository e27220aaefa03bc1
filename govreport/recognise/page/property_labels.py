"""The labels of what pages say of a document, for the lists and the lines in which they stand."""

import datetime

TITLES = tuple(
    kind + name
    for kind in ("", "信息", "文件", "公文", "政策")
    for name in ("名称", "标题", "题名")
)
RELEASED = (
    "发布日期",
    "发布时间",
    "公开日期",
    "公开时间",
    "上传时间",
    "发布于",
    "发表于",
    "发表时间",
)
"""Labels of the day on which a page was made public."""
UNNAMED_DATES = ("日期", "时间")
CHANGED = ("更新时间", "更新日期", "编辑日期", "修改时间")
ISSUED = ("发文日期", "发文时间", "印发日期", "生成日期", "成文日期")
"""Labels of the day on which a document was written or sent, before it was made public."""
DATES = (*RELEASED, *CHANGED, *ISSUED, *UNNAMED_DATES)
PUBLISHERS = (
    "发布机构", "发文机构", "发文机关", "公开机构", "发布单位", "公开单位", "发布部门", "信息来源",
    "文章来源", "稿源", "来源",
)  # fmt: skip
"""Labels of who published, in the order in which they tell it."""

TELLING = (
    "索引号", "信息索引号", "索引", "主题分类", "组配分类", "体裁分类", "信息分类", "公开方式", "公开形式",
    "公开范围", "公开时限", "公开责任部门", "发布机构", "发文机构", "发文机关", "公开机构", "有效性", "信息有效性",
)  # fmt: skip
"""Labels that stand in no other table than the list of a document's properties."""
OTHERS = (
    "文号", "发文字号", "文件编号", "生效日期", "失效日期", "废止日期", "关键词", "主题词", "内容概述", "分类",
    "责任部门", "公开程序", "时效性", "语种", "载体类型",
)  # fmt: skip
ABOUT_PAGES = (
    "作者", "撰稿", "录入", "录入人", "责任编辑", "编辑", "审核", "初审", "复审", "终审", "浏览量", "浏览次数", "浏览",
    "点击数", "点击量", "点击率", "点击次数", "点击", "阅读量", "阅读次数", "阅读", "访问量", "访问次数", "被阅览数",
    "字体", "字号", "发布者", "发布人",
)  # fmt: skip
"""Labels that stand only in the lines about a page, not in the list of a document's properties."""


_RANKS = (RELEASED, ("", *UNNAMED_DATES), CHANGED, ISSUED)


class Publication:
    """The day of publication, of all the dates that a page shows about a document.

    A date labelled as the day of release tells it before one without such a label, that before
    the day of a change to the page, and that before the day on which the document was written;
    of several in the same standing the first does.
    """

    def __init__(self) -> None:
        self._rank = len(_RANKS)
        self.date: datetime.date | None = None

    def note(self, label: str, date: datetime.date | None) -> None:
        """Take a date with its label, empty for a date that stands alone."""
        rank = next((rank for rank, known in enumerate(_RANKS) if label in known), len(_RANKS))
        if date is not None and rank < self._rank:
            self._rank, self.date = rank, date
