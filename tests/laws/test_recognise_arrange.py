"""The law of the middle: what `arrange` lays out, `recognise` finds again."""

from hypothesis import given

from govreport.arrange import arrange
from govreport.blocks import as_pipe_text_shows, as_tab_text_shows
from govreport.model.document import ReportDocument
from govreport.recognise import recognise
from govreport.testing import report_documents
from tests.laws.registry import share


@share(10)
@given(report_documents())
def test_recognise_finds_every_document_that_arrange_lays_out(document: ReportDocument) -> None:
    """The round trips imply it; here it fails without a format around it."""
    stream = arrange(document)
    again = recognise(stream)
    assert again == document
    assert arrange(again) == stream
    assert recognise(as_pipe_text_shows(stream)) == document
    assert recognise(as_tab_text_shows(stream)) == document
