"""Binary Word documents (.doc, .dot, .wps; [MS-DOC]) as the Word files of today.

The two hold the same things in other notations: pieces of text, property modifiers, styles, lists,
rows with the edges of their cells. What a reader has to know of them is written out as parts of a
Word file, which then is read as any other.
"""

from govreport.limits import Limits
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.translators import Translation
from govreport.translators.word_binary.binary import plc
from govreport.translators.word_binary.body import BodyWriter
from govreport.translators.word_binary.compound import CompoundFile
from govreport.translators.word_binary.header import Head
from govreport.translators.word_binary.lists import font_names, numbering_markup
from govreport.translators.word_binary.pieces import PieceText
from govreport.translators.word_binary.side_texts import add_boxes, add_headers, add_notes
from govreport.translators.word_binary.styles import StyleTable
from govreport.translators.word_package import WordPackage

__all__ = ["translate"]

_SECTION = 12


def translate(data: bytes, limits: Limits) -> Translation:
    """Return the Word file (.docx) that says what a binary Word document says.

    Raises `UnreadableSourceError` for a damaged or encrypted document, for one of Word 95 and
    earlier and for other compound files, and `LimitExceededError` for more than `limits` allow.
    """
    file = CompoundFile(data, limits)
    head = Head(file)
    text = PieceText(head, limits)
    package = WordPackage("WordDocument")
    for name, stated in file.properties().items():
        package.set_property(name, stated)
    for name, stated in file.custom_properties().items():
        package.set_custom_property(name, stated)
    styles = StyleTable(head.table("styles"))
    package.add_part("styles", "styles", "styles", styles.markup())
    package.add_part("numbering", "numbering", "numbering", numbering_markup(head))
    writer = BodyWriter(text, head.data, styles, font_names(head.table("fonts")), limits)
    writer.sections = frozenset(plc(head.table("sections"), _SECTION)[0])
    unplaced = add_boxes(head, writer)
    add_notes(head, writer, package)
    section = add_headers(head, writer, package)
    main = head.stories["main"]
    body = writer.markup(main.start, main.end)
    told: tuple[Diagnostic, ...] = ()
    if text.missing:
        message = f"the file is cut short: {text.missing} characters of its text are missing"
        told = (diagnostic("damaged-markup", "WordDocument", "", message),)
    return Translation("docx", package.packed(body + unplaced + section), told)
