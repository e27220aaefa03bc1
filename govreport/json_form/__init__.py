"""The canonical JSON form of a report, both ways, without loss.

The form is laid down in `govreport/schema/report-document-1.json`. Everything that the model can
hold is written, diagnostics too (`writing`); reading refuses whatever the form does not know
(`reading`), and says where (`nodes`, strict JSON whose values know their places).
"""

from govreport.json_form.reading import document_from_json
from govreport.json_form.writing import FORMAT, VERSION, document_to_json

__all__ = ["FORMAT", "VERSION", "document_from_json", "document_to_json"]
