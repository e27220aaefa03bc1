"""Lines that a type checker must refuse, each ending in `# wrong`. Never run."""

import govreport
from govreport import ReportDocument, Unreadable
from govreport import reed  # wrong


def misspelt(document: ReportDocument) -> None:
    govreport.raed("report.docx")  # wrong
    govreport.Reports  # wrong
    document.aplications  # wrong
    document.applications.text("new_received", "total")  # wrong
    for fact in document.facts():
        fact.valeu  # wrong
        fact.value + 1  # wrong


def formats(document: ReportDocument, any_text: str) -> None:
    govreport.dumps(document, "docs")  # wrong
    govreport.dumps(document, "pdf")  # wrong
    govreport.dumps(document, any_text)  # wrong
    govreport.dumps(document, "docx").splitlines(keepends=1.5)  # wrong
    govreport.dumps(document, "html").decode()  # wrong
    govreport.read("report.docx", "docs")  # wrong
    govreport.read("report.docx", any_text)  # wrong
    govreport.loads(b"", "text")  # wrong
    govreport.read(govreport.to_docx(document), "html")  # wrong
    govreport.write(document, "report.pdf", "pdf")  # wrong
    govreport.convert("report.html", "report.docx", from_format="htm")  # wrong


def readings(reading: govreport.Reading) -> None:
    reading.document.year  # wrong
    reading.digset  # wrong
    match reading:
        case Unreadable(error=error):
            error.document  # wrong
        case govreport.Read(document=document):
            document.yaer  # wrong


def others(document: ReportDocument) -> None:
    govreport.check(document, language="cn")  # wrong
    document.with_section("problem", ["无。"])  # wrong
    document.with_values({("applications", "new_received"): 3})  # wrong
    document.with_values({("applications", "new_received", "total"): [3]})  # wrong
    ReportDocument.blank("甲镇", "2023")  # wrong
    document.title = "甲镇"  # wrong
