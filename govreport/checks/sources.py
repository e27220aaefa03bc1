"""On what ground a rule stands: the regulation, and the notices that lay the form down."""

from govreport.model.statute import APPLICATIONS_NOTE, LAYOUTS

REGULATION = "《中华人民共和国政府信息公开条例》（国务院令第711号）"
FORM_2019 = "国办公开办函〔2019〕60号"
FORM_2021 = "国办公开办函〔2021〕30号"
FORMS = f"{FORM_2019}、{FORM_2021}"

ARTICLE_49 = f"{REGULATION}第四十九条：年度报告报的是“上一年度”"
ARTICLE_50 = f"{REGULATION}第五十条：年度报告应当包括的内容和统一的格式"
CORNER_CELL = f"{FORMS}，表三左上角：{APPLICATIONS_NOTE}"
APPLICATIONS_FORM = f"{FORMS}，表三"
REVIEWS_FORM = f"{FORMS}，表四"
PROACTIVE_FORM = f"{FORMS}，表二"
PROACTIVE_FORM_2021 = f"{FORM_2021}，表二"
SECTIONS_FORM = f"{FORMS}，报告的六个部分"
FEES_FORM = f"{FORM_2021}，第六部分：应当报告收取信息处理费的情况"
ARTICLE_20_1 = f"{PROACTIVE_FORM}，{LAYOUTS[0].group_labels[0][1]}"
