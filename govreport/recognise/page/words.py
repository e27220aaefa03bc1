"""The words that show the page around a report: data, in one place.

A word decides only what place, links and shape leave open: outside the region of the report no
words are needed, and inside it they identify buttons at its ends. All are in simplified script,
without blanks.
"""

TITLED_KINDS = ("信息", "文件", "公文", "政策", "文章")
"""Kinds of documents that a label may name before its word for the title."""
TITLE_NAMES = ("名称", "标题", "题名")
TITLES = (*(kind + name for kind in ("", *TITLED_KINDS) for name in TITLE_NAMES), "中文名")
"""Labels of a document's title."""

RELEASED = (
    "发布日期", "发布时间", "公开日期", "公开时间", "信息时间", "上传时间", "录入时间", "发稿时间", "发布于", "发表于",
    "发表时间", "发表日期",
)  # fmt: skip
"""Labels of the day on which a page was made public."""
UNNAMED_DATES = ("日期", "时间")
CHANGED = ("更新时间", "更新日期", "编辑日期", "修改时间", "最近更新", "最后更新")
ISSUED = ("发文日期", "发文时间", "印发日期", "生成日期", "成文日期")
"""Labels of the day on which a document was written or sent, before it was made public."""
DATES = (*RELEASED, *CHANGED, *ISSUED, *UNNAMED_DATES)

OFFICES = (
    "发布机构", "发文机构", "发文机关", "公开机构", "发布机关", "公开机关", "发布单位", "发文单位", "公开单位", "发布部门",
    "发文部门", "公开部门", "制发机关", "信息公开机构",
)  # fmt: skip
"""Labels of the office whose document it is, in order of trust."""
SOURCES = ("信息来源", "文章来源", "内容来源", "稿件来源", "稿源", "来源")
"""Labels of the source of a page's text, which may be an office or a newspaper."""
PUBLISHERS = (*OFFICES, *SOURCES)
"""Labels of who published, in order of trust."""
NOBODY = frozenset(
    (
        "本站",
        "本网",
        "本网站",
        "本站原创",
        "原创",
        "网络",
        "互联网",
        "佚名",
        "无",
        "未知",
        "管理员",
    )
)
"""Values of such labels that name nobody."""

TELLING = (
    "索引号", "信息索引号", "索引", "主题分类", "组配分类", "体裁分类", "信息分类", "公开方式", "公开形式",
    "公开范围", "公开时限", "公开责任部门", "发布机构", "发文机构", "发文机关", "公开机构", "有效性", "信息有效性",
    "效力状况", "效力属性",
)  # fmt: skip
"""Labels that occur only in the list of a document's properties, and in no other table."""
OTHERS = (
    "文号", "发文字号", "文件编号", "生效日期", "失效日期", "废止日期", "关键词", "主题词", "内容概述", "分类",
    "责任部门", "公开程序", "时效性", "语种", "载体类型", "公开类别", "公文种类", "类别", "外文名", "体裁",
)  # fmt: skip
ABOUT_PAGES = (
    "作者", "撰稿", "录入", "录入人", "责任编辑", "编辑", "审核", "初审", "复审", "终审", "校对", "浏览量", "浏览次数", "浏览",
    "点击数", "点击量", "点击率", "点击次数", "点击", "阅读量", "阅读次数", "阅读", "访问量", "访问次数", "被阅览数",
    "字体", "字号", "发布者", "发布人", "分享到", "分享至", "打印时间", "打印日期", "词条标签", "编辑次数", "浏览器",
    "推荐浏览器", "上一篇", "下一篇", "上一条", "下一条", "上篇", "下篇", "相关附件", "附件下载", "相关链接", "相关信息",
    "相关文章", "相关文档", "相关稿件", "相关阅读", "相关新闻", "信息员", "监制", "供稿", "摄影", "打印", "扫码阅读",
)  # fmt: skip
"""Labels that occur only in lines about a page, not in the list of a document's properties."""

TOOLS = (
    "大", "中", "小", "特大", "打印", "打印本页", "打印整页", "打印内容", "打印此页", "打印文章", "我要打印", "打印全文",
    "关闭", "关闭窗口", "关闭本页", "关闭页面", "关闭此页", "收藏", "我要收藏", "收藏本页", "分享", "分享到", "分享至",
    "文章分享", "微信", "微博", "新浪微博", "腾讯微博", "QQ空间", "QQ好友", "QQ", "朋友圈", "复制链接", "更多", "返回",
    "返回顶部", "回到顶部", "返回首页", "返回列表", "返回上页", "返回上一页", "TOP", "top", "上一篇", "下一篇", "上一条", "下一条",
    "上一页", "下一页", "首页", "尾页", "末页", "没有了", "语音播报", "语音朗读", "播报", "朗读", "收听", "听全文", "播放",
    "暂停", "停止", "无障碍阅读", "无障碍", "长者模式", "适老化", "关怀版", "长辈版", "繁体", "简体", "繁體", "登录", "注册",
    "退出", "搜索", "搜 索", "检索", "下载", "纠错", "我要纠错", "内容纠错", "我要评论", "评论", "点赞", "赞", "在看", "举报",
    "满意", "一般", "不满意", "非常满意", "基本满意", "提交", "重置", "取消", "确定", "放弃", "继续访问", "继续", "展开",
    "收起", "展开全文", "阅读全文", "阅读原文", "查看原文", "原文链接", "编辑", "编辑本段", "讨论", "历史版本", "字体", "字号",
    "默认", "A", "A-", "A+", "正文", "导出", "邮件", "转发", "推荐", "转载", "END",
)  # fmt: skip
"""Names of the buttons and links of a page."""

TAIL = (
    "相关信息", "相关链接", "相关文章", "相关文档", "相关文件", "相关稿件", "相关阅读", "相关新闻", "相关报告", "相关内容",
    "相关推荐", "相关解读", "相关附件", "附件下载", "为您推荐", "猜你喜欢", "热门推荐", "往期推荐", "往期回顾", "推荐阅读",
    "延伸阅读", "精彩推荐", "热点新闻", "最新信息", "最新文章", "友情链接", "网站导航", "网站地图", "联系我们", "关于我们",
    "参考资料", "词条标签", "免责声明", "版权声明", "网站声明", "隐私声明", "历年年报", "其他年份",
)  # fmt: skip
"""Headings of what pages put below a document; everything after one belongs to the page."""

SITE = (
    "本网站", "本网", "本站", "版权", "转载", "客户端", "二维码", "扫一扫", "扫码", "网站标识码", "ICP备", "公网安备", "Copyright",
    "技术支持", "主办单位", "承办单位", "即将离开", "访问者", "位访客", "浏览器", "分辨率", "本页面", "此页面", "下载原件",
    "关注我们", "公众号", "长按识别", "识别图中", "小程序", "继续访问", "当前页面", "为本页",
)  # fmt: skip
"""Words of lines in which a page speaks about itself."""
NOTICES = (
    "本网", "本站", "版权", "转载", "注明出处", "ICP备", "公网安备", "即将离开", "访问者", "浏览器", "分辨率", "下载原件",
)  # fmt: skip
"""Such words of whole sentences, as a report may well mention accounts and codes."""
OWN_SUBJECT = ("报告", "信息公开", "年报", "条例")
"""The subject of a report's own sentence about its site."""

FOOTERS = (
    "版权所有",
    "主办单位",
    "主办",
    "承办单位",
    "承办",
    "技术支持",
    "网站标识码",
    "网站地图",
    "联系我们",
)
"""How lines at the foot of a page begin."""

CONTACTS = (
    "联系人", "联系电话", "联系方式", "联系地址", "咨询电话", "办公电话", "办公地址", "通讯地址", "通信地址", "单位地址", "地址",
    "电话", "传真", "邮政编码", "邮编", "电子邮箱", "电子邮件", "邮箱", "E-mail", "Email", "网址", "经办人", "填报人", "审核人",
    "签发人", "责任人", "负责人",
)  # fmt: skip
"""Labels of lines below a report's signature that name who is responsible for it."""
NOTES = (
    "公开选项", "公开属性", "公开方式", "信息公开选项", "信息公开属性", "信息公开方式", "主题词", "抄送", "抄报", "主送", "报送", "印数",
)  # fmt: skip
"""Labels of other lines that offices print below a signature."""

OFFICE_ENDINGS = (
    "政府", "委员会", "管委会", "办公室", "办公厅", "办事处", "街道", "开发区", "园区", "新区", "高新区", "功能区", "示范区", "度假区",
    "保税区", "自贸区", "保护区", "风景区", "景区", "产业园", "工业园", "科技园", "公园", "学校", "大学", "学院", "中学", "小学",
    "幼儿园", "党校", "公司", "集团", "银行", "海关", "公安", "法院", "检察院", "监狱", "派出所", "大队", "支队", "总队", "中队",
    "管理局", "管理处", "中心", "协会", "学会", "商会", "联合会", "联合社", "供销社", "残联", "妇联", "工会", "红十字会", "基金会",
    "研究院", "研究所", "设计院", "医院", "卫生院", "疾控中心", "图书馆", "博物馆", "档案馆", "文化馆", "气象台", "电视台", "报社",
    "出版社", "林场", "农场", "牧场", "茶场", "渔场", "园艺场", "种畜场", "良种场", "苏木", "嘎查", "兵团", "公署", "行署", "地区",
    "指挥部", "领导小组", "工作组", "专班", "口岸", "港", "湾", "库区", "灌区", "矿区", "林区", "片区", "新城", "城区", "社区",
    "省", "市", "州", "盟", "县", "区", "旗", "乡", "镇", "村", "局", "厅", "委", "办", "所", "处", "院", "校", "馆", "站", "队", "司",
    "部", "会", "社", "行", "署", "关", "场", "团", "师", "台", "库", "园",
)  # fmt: skip
"""Words in which the names of offices end."""

NOT_OFFICES = (
    "公开", "网站", "门户", "首页", "正文", "报告", "年报", "目录", "指南", "栏目", "专栏", "导航", "搜索", "登录", "欢迎", "您", "今天",
    "星期", "位置", "客户端", "公众号", "频道", "下载", "附件", "来源", "日期", "时间", "分享", "打印", "关闭", "上一", "下一",
    "情况", "问题", "要求", "规定", "通知", "根据", "按照", "为了", "以及", "现将",
)  # fmt: skip
"""Words that do not occur in an office's name on a line of its own."""

ITSELF = (
    "省", "市", "州", "盟", "地区", "县", "区", "旗", "乡", "镇", "村", "街道", "社区", "局", "厅", "委", "办", "所", "处", "院", "校",
    "馆", "站", "队", "司", "部", "会", "社", "行", "署", "场", "园", "中心", "公司", "单位", "机关", "部门", "系统", "行政机关", "级",
    "地", "年", "办公室", "开发区", "高新区", "新区", "园区", "管委会", "政府", "学校", "大学", "学院", "集团",
)  # fmt: skip
"""What an office calls itself after 我 or 本, which names nobody."""
KINDS = ("党委", "党组", "党工委", "党总支", "党支部", "医院", "幼儿园", "人民", "领导", "小组")
"""Other words that give only the kind of an office."""

OTHER_GENRES = (
    "解读", "图解", "格式", "模板", "范本", "指南", "目录", "要点", "方案", "规定", "制度", "办法", "流程", "须知", "答复", "答复书",
    "告知书", "申请表", "通报", "清单", "编制说明", "批复", "请示", "意见", "纪要", "简报", "决定", "细则", "条例", "讲话",
    "问答", "分工", "安排", "计划", "台账", "一览表", "考核结果",
)  # fmt: skip
"""Kinds of documents about disclosure other than reports, by the last word of the name."""
ANNOUNCING = ("通知", "公告", "公示", "通告", "函", "复函")
"""The same, except for a name that says that it announces a report."""
