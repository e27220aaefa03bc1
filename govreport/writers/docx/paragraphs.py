"""Text as WordprocessingML: paragraphs of one run, every character exact."""

from govreport.expressions import expression
from govreport.xml_text import escaped

_BREAKS = {"\t": "<w:tab/>", "\n": "<w:br/>"}
_BREAK = expression("([\t\n])")


def paragraph(text: str, style: str, properties: str = "") -> str:
    """Return a paragraph element.

    `properties` follow the style's name, in the order of CT_PPr. A blank text makes a
    paragraph without a run.
    """
    run = f"<w:r>{_run_content(text)}</w:r>" if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{run}</w:p>'


def _run_content(text: str) -> str:
    # xml:space keeps the blanks at the ends; tabs and breaks are elements (ECMA-376, 17.3.3).
    if "\n" not in text and "\t" not in text:
        return f'<w:t xml:space="preserve">{escaped(text)}</w:t>'
    return "".join(
        _BREAKS.get(piece) or f'<w:t xml:space="preserve">{escaped(piece)}</w:t>'
        for piece in _BREAK.split(text)
        if piece
    )
