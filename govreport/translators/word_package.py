"""A Word file put together in memory, for what is translated to one (ECMA-376-2)."""

import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

from govreport.model.text import FORBIDDEN_CHARACTER

WORD_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_CORE_TYPE = f"{_PACKAGE}/relationships/metadata/core-properties"
NAMESPACES = (
    f'xmlns:w="{WORD_NAMESPACE}" xmlns:r="{_RELATED}"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
"""The namespaces that every part declares, as attributes."""


class WordPackage:
    """The parts of one Word file; `main` names the one that holds the body."""

    def __init__(self, main: str) -> None:
        self._main = main
        self._members: dict[str, bytes] = {}
        self._related: list[tuple[str, str]] = []
        self._core: dict[str, str] = {}
        self._custom: dict[str, str] = {}

    def add_part(self, kind: str, name: str, root: str, content: str) -> str:
        """Add a part of that kind, such as "styles", and return its relationship's identifier.

        `root` names the root element, `content` is the markup in it.
        """
        self._members[name] = f"<w:{root} {NAMESPACES}>{content}</w:{root}>".encode()
        self._related.append((f"{_RELATED}/{kind}", name))
        return f"rId{len(self._related)}"

    def set_property(self, name: str, text: str) -> None:
        """Set a core property, "title" or "creator"."""
        self._core[name] = text

    def set_custom_property(self, name: str, text: str) -> None:
        """Set a property of the document's own."""
        self._custom[name] = text

    def packed(self, body: str) -> bytes:
        """Return the file, the markup of its body given; the same parts give the same bytes."""
        document = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
        members = {self._main: document.encode(), **self._members}
        members[f"_rels/{self._main}.rels"] = _relationships(self._related)
        roots = [(f"{_RELATED}/officeDocument", self._main)]
        if self._core:
            core = "".join(
                f"<dc:{name}>{escaped(each)}</dc:{name}>" for name, each in self._core.items()
            )
            members["core"] = (
                f'<p:coreProperties xmlns:p="{_PACKAGE}/metadata/core-properties"'
                f' xmlns:dc="http://purl.org/dc/elements/1.1/">{core}</p:coreProperties>'
            ).encode()
            roots.append((_CORE_TYPE, "core"))
        if self._custom:
            custom = "".join(
                f"<c:property name={quoteattr(clean(name))}><t>{escaped(each)}</t></c:property>"
                for name, each in self._custom.items()
            )
            members["custom"] = (
                f'<c:Properties xmlns:c="{_CUSTOM}">{custom}</c:Properties>'.encode()
            )
            roots.append((f"{_RELATED}/custom-properties", "custom"))
        members["_rels/.rels"] = _relationships(roots)
        return archive(members)


def archive(members: dict[str, bytes]) -> bytes:
    """Return members as an archive that packs nothing."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as written:
        for name, data in members.items():
            written.writestr(zipfile.ZipInfo(name), data)
    return target.getvalue()


def escaped(text: str) -> str:
    """Return a text as it stands in markup, without what XML cannot carry."""
    return escape(clean(text))


def clean(text: str) -> str:
    """Return a text without what XML cannot carry."""
    return FORBIDDEN_CHARACTER.sub("", text)


def _relationships(related: list[tuple[str, str]]) -> bytes:
    entries = "".join(
        f"<Relationship Id={quoteattr(f'rId{number}')} Type={quoteattr(kind)}"
        f" Target={quoteattr(name)}/>"
        for number, (kind, name) in enumerate(related, 1)
    )
    return f'<Relationships xmlns="{_RELATIONSHIPS}">{entries}</Relationships>'.encode()
