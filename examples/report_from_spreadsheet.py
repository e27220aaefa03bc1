"""Make a report from a spreadsheet: one row a cell, with the columns table, row, column and value.

Table, row and column are the statute's keys, or the labels that the form prints, with or without
their numbers: 收到和处理政府信息公开申请情况, 本年新收政府信息公开申请数量, 自然人.

pip install 'govreport[examples]'
python examples/report_from_spreadsheet.py numbers.xlsx report.docx 青禾县云岭镇人民政府 2023
"""

import sys

import pandas

import govreport

source, target, agency, year = sys.argv[1:]
sheet = pandas.read_excel(source)  # pandas holds a blank cell as NaN, which fills a blank
# A cell that is given twice is an error, not one of the two.
cells = sheet.set_index(["table", "row", "column"], verify_integrity=True)
values = dict(zip(cells.index, cells["value"], strict=True))
doc = govreport.ReportDocument.blank(agency, int(year)).with_values(values).with_totals()
doc = doc.with_section("other_matters", ["本年度未收取信息处理费。"])
for finding in govreport.check(doc):
    print(finding.severity, finding.message)
govreport.write(doc, target)
