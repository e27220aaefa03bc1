"""A workbook's archive: parts by name and by relationship, within the limits (ECMA-376-2)."""

import io
import lzma
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from govreport.errors import UnreadableSourceError
from govreport.limits import Limits
from govreport.markup import check_markup
from govreport.readers.excel.names import (
    DUBLIN_CORE,
    RELATIONSHIPS,
    STRICT,
    TRANSITIONAL_OF_STRICT,
)

_MEMBER_SIGNATURE = b"PK\1\2"
_RATIO_FROM = 1024 * 1024
_DEEPEST = 256
_USUAL_MAIN = "xl/workbook.xml"
_AGAIN = "open and save it in Excel, WPS or LibreOffice, or get it again"
_ERRORS = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What `zipfile` raises for damaged, encrypted or unsupported members."""


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part refers to: the last step of its type's name, and the part or address."""

    kind: str
    target: str
    external: bool


class Package:
    """The parts of a workbook, each parsed when it is asked for, without fetching anything.

    Raises `UnreadableSourceError` for a damaged or encrypted archive and
    `LimitExceededError` for one that exceeds `limits`.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        limits.check("input_bytes", len(data), "the workbook: bytes")
        count = data.count(_MEMBER_SIGNATURE)
        limits.check("archive_members", count, "the workbook's archive: members")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _ERRORS as error:
            raise UnreadableSourceError(
                f"the workbook is cut short or damaged ({error}); {_AGAIN}"
            ) from error
        members = self._zip.infolist()
        unpacked = sum(member.file_size for member in members)
        limits.check("archive_bytes", unpacked, "the workbook's archive: bytes when unpacked")
        self._members = {_key(member.filename): member for member in members}
        self.main_name = self._find_main()

    def part(self, name: str) -> etree._Element | None:
        """Return the root element of a part, None if there is none of that name.

        Raises `UnreadableSourceError` where it is damaged.
        """
        data = self._read(name)
        if data is None:
            return None
        check_markup(data, name, self._limits)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise UnreadableSourceError(
                f"{name}: the part is not well-formed XML, or nested more than {_DEEPEST} deep"
                f" ({error.msg}); {_AGAIN}"
            ) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnreadableSourceError(
                f"{name}: the part declares a document type, which no workbook may do;"
                " do not trust it"
            )
        if STRICT.encode() in data:
            _rename_strict(root)
        return root

    def relationships(self, name: str) -> dict[str, Relationship]:
        """Return what a part refers to, by identifier; "" is the package itself."""
        folder, file_name = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", f"{file_name}.rels"))
        if root is None:
            return {}
        return {
            each.get("Id", ""): _relationship(each, folder)
            for each in root.iterchildren(f"{RELATIONSHIPS}Relationship")
        }

    def related(self, name: str, kind: str) -> etree._Element | None:
        """Return the first part of a kind that another refers to, None if there is none."""
        for each in self.relationships(name).values():
            if each.kind == kind and not each.external:
                return self.part(each.target)
        return None

    def property(self, name: str) -> str:
        """Return what the file's own properties state, such as "title", "" where nothing."""
        root = self.related("", "core-properties")
        return "" if root is None else (root.findtext(f"{DUBLIN_CORE}{name}") or "").strip()

    def _find_main(self) -> str:
        for each in self.relationships("").values():
            if each.kind == "officeDocument":
                if each.target.endswith(".bin"):
                    raise UnreadableSourceError(
                        "a binary workbook (.xlsb); save it as an Excel workbook (.xlsx)"
                    )
                return each.target
        if _key(_USUAL_MAIN) in self._members:
            return _USUAL_MAIN
        raise UnreadableSourceError(
            f"the archive names no workbook; give an Excel workbook (.xlsx), or {_AGAIN}"
        )

    def _read(self, name: str) -> bytes | None:
        member = self._members.get(_key(name)) or self._members.get(_key(unquote(name)))
        if member is None:
            return None
        limits = self._limits
        if member.flag_bits & 1:
            raise UnreadableSourceError(
                f"{name}: the archive is protected by a password; save the file without one"
            )
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise UnreadableSourceError(f"{name}: packed in a way that no workbook may be")
        limits.check("member_bytes", member.file_size, f"{name}: bytes when unpacked")
        if member.file_size > _RATIO_FROM:
            ratio = member.file_size // max(1, member.compress_size)
            limits.check("member_ratio", ratio, f"{name}: times smaller packed")
        limits.take_bytes(member.file_size, name)
        try:
            # Asked for a size, zipfile unpacks no more, whatever the member holds.
            with self._zip.open(member) as file:
                return file.read(member.file_size)
        except _ERRORS as error:
            raise UnreadableSourceError(
                f"{name}: the archive member is damaged ({error}); get the file again"
            ) from error


def _relationship(element: etree._Element, folder: str) -> Relationship:
    kind = element.get("Type", "").rstrip("/").rpartition("/")[2]
    target = element.get("Target", "")
    external = element.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/")))
        target = target.lstrip("/")
    return Relationship(kind, target, external)


def _key(name: str) -> str:
    # Part names are compared without case (ECMA-376-2, section 6.2.2.3).
    return name.replace("\\", "/").lstrip("/").lower()


def _rename_strict(root: etree._Element) -> None:
    for element in root.iter("*"):
        element.tag = _transitional(element.tag)
        for key, value in element.attrib.items():
            if STRICT in (name := str(key)):
                del element.attrib[name]
                element.set(_transitional(name), value)


def _transitional(name: str) -> str:
    if not name.startswith("{"):
        return name
    namespace, _, local = name[1:].partition("}")
    return f"{{{TRANSITIONAL_OF_STRICT.get(namespace, namespace)}}}{local}"
