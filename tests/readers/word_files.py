"""Builds Word files in memory, part by part, as XML text."""

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": W,
        "r": f"{OFFICE}/relationships",
        "m": f"{OFFICE}/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "x": "urn:example:unknown",
    }.items()
)
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
PACKAGE_KINDS = {
    "core-properties": f"{RELATIONSHIPS}/metadata/core-properties",
}


def relationships(targets: Mapping[str, tuple[str, str]]) -> str:
    """Return a relationships part: identifier -> (kind, target)."""
    inner = "".join(
        f'<Relationship Id="{identifier}" Target="{target}"'
        f' Type="{PACKAGE_KINDS.get(kind, f"{OFFICE}/relationships/{kind}")}"/>'
        for identifier, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{RELATIONSHIPS}">{inner}</Relationships>'


def document(body: str) -> str:
    """Return a main part."""
    return f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


def part(name: str, inner: str) -> str:
    """Return a part whose root is `w:<name>`."""
    return f"<w:{name} {NAMESPACES}>{inner}</w:{name}>"


def archive(members: Mapping[str, str | bytes]) -> bytes:
    """Return a zip archive of these members."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in members.items():
            target.writestr(name, content)
    return data.getvalue()


def members(body: str, side: Mapping[str, str | bytes] | None = None) -> dict[str, str | bytes]:
    """Return the members of a Word file; `side` maps kinds such as "styles" to whole parts.

    The relationship identifier of each side part is its kind.
    """
    side = side or {}
    package = {kind: text for kind, text in side.items() if kind.endswith("-properties")}
    beside = {kind: text for kind, text in side.items() if kind not in package}
    return {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": relationships(
            {"main": ("officeDocument", "word/document.xml")}
            | {kind: (kind, f"docProps/{kind}.xml") for kind in package}
        ),
        "word/document.xml": document(body),
        "word/_rels/document.xml.rels": relationships(
            {kind: (kind.rstrip("0123456789"), f"{kind}.xml") for kind in beside}
        ),
        **{f"docProps/{kind}.xml": text for kind, text in package.items()},
        **{f"word/{kind}.xml": text for kind, text in beside.items()},
    }


def word_file(body: str, side: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return a Word file whose body holds that XML."""
    return archive(members(body, side))


def run(text: str, properties: str = "") -> str:
    """Return a run; `text` is escaped."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    marked = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{marked}<w:t xml:space="preserve">{escaped}</w:t></w:r>'


def paragraph(inner: str, properties: str = "") -> str:
    """Return a paragraph of that XML."""
    marked = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{marked}{inner}</w:p>"


def cell(text: str = "", properties: str = "", inner: str = "") -> str:
    """Return a cell with one paragraph, or with the XML `inner`."""
    marked = f"<w:tcPr>{properties}</w:tcPr>" if properties else ""
    return f"<w:tc>{marked}{inner or paragraph(run(text) if text else '')}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """Return a table row."""
    marked = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{marked}{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    """Return a table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"
