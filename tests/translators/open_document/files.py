"""OpenDocument texts made by hand."""

import io
import zipfile

_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{_BASE}{name}:1.0"'
    for prefix, name in (
        *(("office", "office"), ("text", "text"), ("table", "table"), ("style", "style")),
        *(("draw", "drawing"), ("meta", "meta"), ("svg", "svg-compatible"), ("form", "form")),
    )
)
TYPE = "application/vnd.oasis.opendocument.text"


def flat(body: str, styles: str = "", kind: str = "text") -> bytes:
    """Return a text as one XML file; `styles` stand before its body."""
    return (
        f'<?xml version="1.0"?><office:document {NAMESPACES} office:mimetype="{TYPE}"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/">{styles}'
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document>"
    ).encode()


def packed(content: bytes, manifest: str = "", **members: str) -> bytes:
    """Return a text as an archive whose content is that file."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as written:
        written.writestr("mimetype", TYPE, zipfile.ZIP_STORED)
        written.writestr("content.xml", content)
        written.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
        for name, text in members.items():
            written.writestr(f"{name}.xml", text)
    return target.getvalue()


def paragraph(text: str, style: str = "") -> str:
    """Return a paragraph."""
    named = f' text:style-name="{style}"' if style else ""
    return f"<text:p{named}>{text}</text:p>"
