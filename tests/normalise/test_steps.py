"""Each step by example: what is repaired, and what looks alike and stays."""

import pytest

import govreport

REPAIRED = {
    "script": [
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
    ],
    "glosses": [
        ("喀爾欽鎮(zhèn)經(jīng)濟常態(tài)", "喀爾欽鎮經濟常態"),
        ("鎮(zhen4)經(jing1)態(tai4)", "鎮經態"),
        ("鎮（zhèn）經（jīng）態（tài）(GDP)(一)", "鎮經態(GDP)(一)"),
        ("綠(lǜ)律(lv)旅(lu:3)鎮(Zhèn)", "綠律旅鎮"),
    ],
    "punctuation": [
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
    ],
    "spaces": [
        ("政\u200b府 信\u00a0息\u3000公开", "政府信息公开"),
        ("我镇\u00a02021 年使用 WPS Office 办公", "我镇 2021 年使用 WPS Office 办公"),
        ("　　国务\n院《条\n例》", "国务院《条例》"),
        (
            "全年共公\n开信息96条，政\n府网站发\n布62条，微\n信34条。\n一、总体情况\n云岭镇人民政府",
            "全年共公开信息96条，政府网站发布62条，微信34条。\n一、总体情况\n云岭镇人民政府",
        ),
        ("\u3000\u3000第一段。\n\u3000\u3000第二段。", "第一段。\n第二段。"),
    ],
    "slips": [
        ("申請?zhí)幚頉Q定", "申請處理決定"),
        ("申請�(zhí)幚頉Q定", "申請處理決定"),
    ],
    "noise": [
        ("⽂件⺠生", "文件民生"),
        ("更立金年", "更立金年"),
        ("ＧＤＰ２０２１年１．５倍", "GDP2021年1.5倍"),
        ("æ”¿åºœä¿¡æ\u0081¯", "政府信息"),
        ("鏀垮簻淇℃伅", "政府信息"),
        ("本段。【字体：大 中 小】[bookmark: _GoBack]", "本段。"),
        ("第一行。\n【打印本页】 【关闭窗口】\n第二行。", "第一行。\n \n第二行。"),
        ("公开工作。澳门葡京娱乐城注册送彩金。继续推进。", "公开工作。继续推进。"),
        ("内容\ue5e5结束\ufffd。", "内容结束。"),
        ("﹝2021﹞", "〔2021〕"),
        ("? 政府信息", "政府信息"),
    ],
}

KEPT = (
    "比例为1:2，时间8:30，日期2024-01-18，电话0471-1234567转801，(010)12345678。",
    "著作权、乾县、於光远、毕昇、朱镕基、李堃、陈喆、瞭望塔、慰藉、覆盖、徵羽。",
    "他题写了“為人民服務”和《臺灣通史》的书名，随后离开政府办公楼，继续调查农业发展的问题。",
    "重(chóng)庆市开展了公开工作，（GDP）和(ABC)增长。",
    "亳(bó)州、涡(guō)阳的读音。",
    "1. 第一项\n(1) 第二项\na) 第三项\n（一）第四项",
    '函数 f(x, y) = x + y; print("hello, world"); if a: b',
    "约翰·史密斯在New York, USA工作。他说：“GDP增长5.2%……”——引自《报告》",
    "邮箱：a.b@c.gov.cn，网址：https://www.a.gov.cn/?a=1&b=2;c=3。",
    "第二十条 行政机关应当主动公开本行政机关的下列政府信息：",
    "负责人：张三　填表人：李四　电话：123",
    "打击网络赌博、百家乐等违法活动，查处娱乐城3家。",
    "福利彩票公益金投注站的开奖信息已公开。",
    "一是加强领导。\n二是完善制度。\n三是强化监督",
    "联系人：张三\n地址：青禾县",
    "GB/T 4754—2017、2019—2023年、A-B、C/D、U+4E00。",
    "it's \"fine\", isn't it? Yes!",
    "👨\u200d👩\u200d👧 می\u200cخواهم",
    "café naïve Ångström £5 ±3 µm",
    "使用C++、C#编写，支持A-1、B-2型；Ⅰ类地区，面积128㎡，温度25℃。",
    "化学式Ca(OH)2，数学式f(x)=2x+1、(a+b)^2、x∈{1,2,3}，文献[1]、[2-4]，屏幕16:9，Q&A栏目。",
    "后缀为.pdf的文件，版本1.2.3，地址192.168.1.1:8080，“3.15”晚会，“1+3+N”模式。",
    '日期2021/01/05、2021-01-05 08:30:00，时长5\'30"，屏幕27"，比率0.5:1。',
    "代表买买提·艾力、作家加夫列尔·加西亚（Gabriel García Márquez）。",
    "总收入1,234,567.89元，其中：A类12.5%，B类-3.2%，C类＋1.1％。",
    '接口返回{"code": 0, "msg": "成功"}，标题为<p class="title">的段落，`if (a > b) { return; }`。',
    "联系人：李四，QQ：123456789，E-mail：lisi@a.gov.cn",
    "第一章 总则\n附件1：统计表\n序号 项目 数量",
    "例如“徵（zhǐ）”的注音。",
    "发放消费优惠券，咨询热线13812345678，欢迎登录www.example.com查询。",
    "公众可点击进入专栏在线观看直播，并可免费下载申请表。",
    "",
    "?",
    "无",
)


@pytest.mark.parametrize(
    ("step", "damaged", "clean"),
    [(step, *pair) for step, pairs in REPAIRED.items() for pair in pairs],
)
def test_a_step_repairs_what_it_is_for(step: str, damaged: str, clean: str) -> None:
    assert govreport.normalize_text(damaged, [step]) == clean


@pytest.mark.parametrize("text", KEPT)
def test_what_only_looks_damaged_stays(text: str) -> None:
    assert govreport.normalize_text(text) == text


def test_bytes_of_an_unproved_slip_stay_for_whoever_repairs_it() -> None:
    text = "經濟發展的5項?zhàn)\ue0e4婕懊裆\ue300Ｕ系?項"
    assert "項?zhàn)\ue0e4婕懊裆\ue300Ｕ" in govreport.normalize_text(text, ["slips", "noise"])


def test_the_example_of_the_documentation() -> None:
    assert (
        govreport.normalize_text("喀爾欽鎮(zhèn)…常態(tài)化,以經(jīng)濟")
        == "喀尔钦镇…常态化，以经济"
    )


def test_one_gloss_is_text_and_dozens_are_damage() -> None:
    assert govreport.normalize_text("喀爾欽鎮(zhèn)政府", ["glosses"]) == "喀爾欽鎮(zhèn)政府"
    assert govreport.normalize_text("镇(zhèn)" * 24, ["glosses"]) == "镇" * 24
