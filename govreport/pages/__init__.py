"""Pages to look at and to publish: a report with its findings marked, or many, two reports compared,
and many reports at a glance.
"""

from govreport.pages.differences import difference_page
from govreport.pages.findings import findings_page
from govreport.pages.many import CheckedReport, many_findings_page
from govreport.pages.overview import overview_page
from govreport.pages.published import index_page

__all__ = [
    "CheckedReport",
    "difference_page",
    "findings_page",
    "index_page",
    "many_findings_page",
    "overview_page",
]
