"""Pages to look at and to publish: a report with its findings marked, and two reports compared."""

from govreport.pages.differences import difference_page
from govreport.pages.findings import findings_page

__all__ = ["difference_page", "findings_page"]
