"""Make a report from a spreadsheet: one row a cell, (table, row, column, value).

pip install 'govreport[examples]'
python examples/report_from_spreadsheet.py numbers.xlsx report.docx 青禾县云岭镇人民政府 2023
"""

import sys

import openpyxl

import govreport

source, target, agency, year = sys.argv[1:]
sheet = openpyxl.load_workbook(source, read_only=True, data_only=True).active
values = {tuple(row[:3]): row[3] for row in sheet.iter_rows(min_row=2, values_only=True)}
doc = govreport.ReportDocument.blank(agency, int(year)).with_values(values).with_totals()
doc = doc.with_section("other_matters", ["本年度未收取信息处理费。"])
for finding in govreport.check(doc):
    print(finding.severity, finding.message)
govreport.write(doc, target)
