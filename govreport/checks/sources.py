"""The sources of the rules: the regulation, and the notices that prescribe the form."""

from govreport.model.statute import APPLICATIONS_NOTE, LAYOUTS, SECTION_HEADINGS

REGULATION = "《中华人民共和国政府信息公开条例》（国务院令第711号）"
FORM_2019 = "国办公开办函〔2019〕60号"
FORM_2021 = "国办公开办函〔2021〕30号"
FORMS = f"{FORM_2019}、{FORM_2021}"

ARTICLE_49 = f"{REGULATION}第四十九条：年度报告报的是“上一年度”"
ARTICLE_50 = f"{REGULATION}第五十条：年度报告应当包括的内容和统一的格式"
CONTENTS = (
    f"{FORM_2021}，一、报告内容：“要严格按照《中华人民共和国政府信息公开条例》第五十条的规定确定，"
    "不能遗漏，也不宜泛化”"
)
OVERVIEW = (
    f"{FORM_2021}，一、（一）：“这一项报告本机关政府信息公开工作{SECTION_HEADINGS['overview']}”"
)
UNIFORM = (
    f"{REGULATION}第五十条，{FORM_2019}引：“全国政府信息公开工作主管部门应当公布政府信息公开工作"
    "年度报告统一格式，并适时更新”"
)
RESPONSIBILITY = (
    f"{FORM_2021}，（四）明确责任：“出现不按时发布、发布内容不准确不全面或者内容雷同、敷衍塞责等问题"
    "并造成不良后果的”，追究责任"
)
CORNER_CELL = f"{FORMS}，表三左上角：{APPLICATIONS_NOTE}"
APPLICATIONS_FORM = f"{FORMS}，表三"
REVIEWS_FORM = f"{FORMS}，表四"
PROACTIVE_FORM = f"{FORMS}，表二"
SECTIONS_FORM = f"{FORMS}，报告的六个部分"
FEES_FORM = f"{FORM_2021}，第六部分：应当报告收取信息处理费的情况"
STOCK_FORM = f"{FORM_2021}，表二，{LAYOUTS[0].group_labels[0][1]}：制发、废止和现行有效的件数"
ARTICLE_20_1 = f"{PROACTIVE_FORM}，{LAYOUTS[0].group_labels[0][1]}"
