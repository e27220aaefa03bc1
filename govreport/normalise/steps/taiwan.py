"""Replaces Taiwan's words for things with other names on the mainland, if a text was localised.

Only a document in traditional script whose own words show Taiwan's wording comes here. Words
that both sides use are converted if their neighbours decide or if the mainland's word is absent
from the document.
"""

from collections.abc import Sequence

from govreport.expressions import expression
from govreport.normalise.changes import Edit

Wording = frozenset[str]
"""The words of Taiwan that are converted in a document."""

# Taiwan's word and the mainland's, in simplified characters. Longer words come first in the
# pattern. Sure words are no words of the mainland's offices.
_SURE_WORDS = dict(
    line.split("=")
    for line in """
    最佳化=优化 入口網站=门户网站 網際網路=互联网 全球資訊網=万维网 網路=网络
    伺服器=服务器 軟體=软件 硬體=硬件 資訊保安=信息安全 資訊科技=信息技术 資訊=信息
    程式碼=代码 程式設計=编程 應用程式=应用程序 小程式=小程序 程式=程序 透過=通过
    專案=项目 使用者名稱=用户名 使用者=用户 雲端計算=云计算 雲端運算=云计算
    雲端儲存=云存储 人工智慧=人工智能 大資料=大数据 資料庫=数据库 資料中心=数据中心
    後設資料=元数据 資料探勘=数据挖掘 資料倉儲=数据仓库 資料夾=文件夹 列印=打印
    印表機=打印机 影印機=复印机 影印=复印 登入=登录 登出=注销 搜尋=搜索 螢幕=屏幕
    模組=模块 釋出=发布 稽核=审核 許可權=权限 視窗=窗口 簡訊=短信 訊息=消息
    訊號=信号 連結串列=链表 超連結=超链接 連結=链接 選單=菜单 部落格=博客 寬頻=宽带
    頻寬=带宽 音訊=音频 視訊=视频 影片=视频 短影片=短视频 影象=图像 區域網=局域网
    點選=点击 點閱=点击 相容=兼容 演算法=算法 物件=对象 滑鼠=鼠标 遮蔽=屏蔽
    記憶體=内存 全域性=全局 智慧財產權=知识产权 計程車=出租车 行動網路=移动网络
    行動電話=移动电话 行動裝置=移动设备 行動端=移动端 行動通訊=移动通信 裝置=设备
    擴充套件=扩展 匯入=导入 匯出=导出 載入=加载 介面卡=适配器 介面=界面 字型=字体
    字元=字符 相簿=相册 排程=调度 遠端=远程 高畫質=高清 鐳射=激光 雷射=激光
    預設=默认 數位化=数字化 數位=数字 視覺化=可视化 智慧手機=智能手机 硬碟=硬盘
    磁碟=磁盘 光碟=光盘 隨身碟=U盘 作業系統=操作系统 原始碼=源代码 巨觀=宏观
    回響=响应 套用=应用 計畫=计划 高階=高级 低階=低级 駭客=黑客 晶片=芯片
    塑膠=塑料 奈米=纳米 機率=概率 腳踏車=自行车 支援=支持 設定=设置 儲存=保存
    社羣=社区 社群=社区 迴圈=循环 掃描器=扫描仪 電腦保安=计算机安全
    電腦科學=计算机科学 叢集=集群 閘道器=网关 網咖=网吧 效能最佳化=性能优化
    重新整理=刷新 資料資料=数据资料 電子文字=电子文本 水準=水平 幼稚園=幼儿园 志工=志愿者 公車=公交车 網民=网民 網址=网址 資通安全=网络安全 快取=缓存 金鑰=密钥
    """.split()
)
_EVIDENCE = expression(
    "最佳化|入口網站|網際網路|網路|伺服器|軟體|硬體|[政府部門公開]資訊|資訊(?:公開|化|發布|發佈|釋出)"
    "|規範性檔案|檔案精神|紅頭檔案|透過|專案|程式|列印|登入|搜尋|螢幕|模組|釋出|許可權|視窗|簡訊|巨觀|回響"
    "|數位化|使用者|物件|最佳化|資料庫|大資料|人工智慧|資訊"
)
_WEAK_EVIDENCE = frozenset(("透過", "專案", "釋出", "資訊", "使用者", "物件"))
"""Words that sometimes occur in mainland text, too: two different ones are needed."""

_ARCHIVES = expression(
    r"檔案(?=[與和、及]資料|[馆館局室員员盒櫃柜袋卷學学庫库事工資资利管業业移收整編编保歸归查材])"
    r"|(?<=歸|建|存|調)檔案|(?<=人事|承包|電子|紙質|紙本|文書|会计|會計|幹部|執法|工程|城建|健康|個人|信用|誠信|教育|歷史|死亡|用户|地名|案件|農戶|居民|土地|音像|聲像|專業|科技|基建|婚姻|扶貧|脫貧)檔案"
)
_RECORDS_BEFORE = (
    "檔案[與和、及]?|宣傳|申請|文字|影像|參考|學習|培訓|書面|紙質|證明|音像|聲像|圖片|圖文|相關|有關|會議|備查"
    "|申報|視頻|佐證|背景|文獻|原始|印刷|學術|出版|普法|內部|個人|身份|技術"
)

_IN_CONTEXT: tuple[tuple[str, str, str], ...] = (
    # The word, a pattern for it if Taiwan's meaning is certain or likely, the mainland's word.
    (
        "線上",
        "線上(?!線下|與線下|和線下|及線下|、線下|下|\\+線下)(?<!線下線上)(?<!線下、線上)(?<!線下和線上)",
        "在线",
    ),
    (
        "智慧",
        "智慧(?=化|問答|檢索|客服|搜尋|終端|機器人|手機|推送|匹配|導航|終端機|識別|審批|型|語音|諮詢|監控|水平)",
        "智能",
    ),
    ("檢視", "檢視(?!問題|整改|剖析|反思|自身|檢查)", "查看"),
    ("聯絡", "聯絡(?![員站點處組辦官會群眾])", "联系"),
    ("通訊", "通訊(?![員錄稿社地])", "通信"),
    ("宣告", "(?<=免責|鄭重|嚴正|版權|隱私|特此)宣告", "声明"),
    ("傳送", "傳送(?!帶|門)", "发送"),
    (
        "管道",
        "(?<=公開|沟通|溝通|傳播|發布|發佈|申請|服務|宣傳|暢通|拓寬|多種|各種|反映|受理|投訴|公布|公佈|獲取|網路|傳統)管道|管道(?=暢通|作用|發布|公開|建設|多樣)",
        "渠道",
    ),
    (
        "執行",
        "(?<=經濟|平臺|平台|系統|網站|設備|裝置|平穩|穩定|正常|安全|市場|機制)執行|執行(?=維護|正常|平穩|穩定|良好|順暢|環境|狀態|狀況)",
        "运行",
    ),
    ("高效能", "高效能(?=計算)", "高性能"),
)

_SOFT = {
    "民眾": ("群眾", "群众"),
    "展開": ("開展", "开展"),
    "品質": ("質量", "质量"),
    "回饋": ("反饋", "反馈"),
}
"""Words of both sides: converted if the mainland's word is absent from a localised text."""

_FULL_ONLY = frozenset(("民眾", "展開"))
"""Words of both sides that only a full localisation puts for the mainland's."""

_NEWTON = expression("巨觀|回響|套用|入口網站")
"""Words that distinguish a full localisation from a dictionary's."""


def weigh_wording(texts: Sequence[str]) -> Wording | None:
    """Return the words of both sides to convert if a document has Taiwan's wording, else None."""
    found: set[str] = set()
    for text in texts:
        found.update(_EVIDENCE.findall(text))
    if not found or (found <= _WEAK_EVIDENCE and len(found) < 2 and not _mostly_taiwan(texts)):
        return None
    whole = "\n".join(texts)
    full = _NEWTON.search(whole) is not None
    return frozenset(
        word
        for word, (absent, _) in _SOFT.items()
        if absent not in whole and (full or word not in _FULL_ONLY)
    )


def _mostly_taiwan(texts: Sequence[str]) -> bool:
    return sum(t.count("資訊") + t.count("透過") for t in texts) > sum(
        t.count("信息") + t.count("通過") for t in texts
    )


def phrase_edits(text: str, wording: Wording) -> list[Edit]:
    """Return the edits that put the mainland's words in a localised text."""
    edits = []
    for match in _PATTERN.finditer(text):
        word = match[0]
        new = _replacement(text, match.start(), word, wording)
        if new != word:
            edits.append((match.start(), match.end(), new))
    return edits


def _replacement(text: str, start: int, word: str, wording: Wording) -> str:
    if word in _OTHERWISE:
        return word if _is_mainland(text, start, word) else _OTHERWISE[word]
    if word in _CONTEXT:
        pattern, new = _CONTEXT[word]
        return new if pattern.match(text, start) else word
    if word == "介面" and _INTERFACE.match(text, start):
        return "接口"
    if word in _SOFT:
        return _SOFT[word][1] if word in wording else word
    return _SURE_WORDS[word]


_OTHERWISE = {"檔案": "文件", "資料": "数据"}
"""Words that the mainland has as well, and what they are where they do not mean what it means."""


def _is_mainland(text: str, start: int, word: str) -> bool:
    if word == "檔案":
        return _ARCHIVES.match(text, start) is not None
    return _RECORDS.search(text, max(0, start - 4), start) is not None


_RECORDS = expression(f"(?:{_RECORDS_BEFORE})$")
_INTERFACE = expression(
    "(?<=資料|数据|數據|系統|程式|服務|應用|共享|標準|通訊)介面|介面(?=已對接|對接|規範|標準|呼叫|調用|聯通|開放|返回|安全)"
)
_CONTEXT = {word: (expression(pattern), new) for word, pattern, new in _IN_CONTEXT}
_PATTERN = expression(
    "|".join(
        sorted(
            {*_SURE_WORDS, *_OTHERWISE, *_CONTEXT, *_SOFT},
            key=lambda word: (-len(word), word),
        )
    )
)
