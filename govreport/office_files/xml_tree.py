"""The XML of one part or file, parsed without ever loading, expanding or fetching anything."""

from lxml import etree

from govreport.errors import UnreadableSourceError
from govreport.limits import Limits
from govreport.markup import check_markup

_DEEPEST = 256
"""The depth at which libxml2 stops; what office programs write is a tenth as deep."""


def parse_xml(data: bytes, what: str, limits: Limits) -> etree._Element:
    """Return the root element of XML, without comments and instructions.

    `what` names the source in messages. Raises `UnreadableSourceError` for what is not
    well-formed, deeper than 256 elements or declares a document type, and `LimitExceededError`
    for more than `limits` allow.
    """
    check_markup(data, what, limits)
    try:
        root = etree.fromstring(data, xml_parser())
    except etree.XMLSyntaxError as error:
        raise UnreadableSourceError(
            f"{what} is not well-formed XML, or nested more than {_DEEPEST} deep ({error.msg});"
            " open and save it in the program that made it, or get it again"
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableSourceError(
            f"{what} declares a document type, which no office program writes; do not trust it"
        )
    return root


def xml_parser(*, huge: bool = False) -> etree.XMLParser:
    """Return a parser that loads, expands and fetches nothing; `huge` knows no depth."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=huge,
    )
