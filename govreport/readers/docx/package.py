"""A Word file as a package of parts joined by relationships (ECMA-376-2, sections 6 and 8)."""

import posixpath

from lxml import etree

from govreport.errors import LimitExceededError, UnreadableSourceError
from govreport.limits import Limits
from govreport.model.diagnostics import Diagnostic, diagnostic
from govreport.office_files.archive import Archive
from govreport.office_files.relationships import (
    Relationship,
    relationships_in,
    relationships_part,
)
from govreport.readers.docx.cut_styles import CutStyles
from govreport.readers.docx.foreign import describe_archive, describe_bytes
from govreport.readers.docx.names import WORD
from govreport.readers.docx.plain_text import plain_text
from govreport.readers.docx.xml_part import parse_part

_USUAL_MAIN = "word/document.xml"
_ADVICE = "open and save it in a word processor, or get it again"


class Package:
    """The parts of one Word file, each parsed when it is asked for.

    The main part must be present and sound, else `UnreadableSourceError` names it. Another
    damaged part is reported in `diagnostics` and skipped. `table_styles` are cut from the part of
    styles before that is parsed.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        if not data.startswith(b"PK"):
            raise UnreadableSourceError(describe_bytes(data))
        self.diagnostics: list[Diagnostic] = []
        self.table_styles: CutStyles | None = None
        self._archive = Archive(data, limits, "the Word file")
        self._limits = limits
        self._texts: dict[str, str] = {}
        self._parts: dict[str, etree._Element | None] = {}
        self._root_relationships = self._relationships_of("")
        self.main_name = self._find_main()
        self._relationships = self._relationships_of(self.main_name)

    def main(self) -> etree._Element:
        """Return the root element of the main part, which is a `w:document`."""
        data = self._archive.read(self.main_name)
        if data is None:
            raise UnreadableSourceError(
                f"{self.main_name}: the main part is missing from the Word file; {_ADVICE}"
            )
        root = parse_part(data, self.main_name, self._limits)
        if root.tag != f"{WORD}document":
            raise UnreadableSourceError(
                f"{self.main_name}: the main part is not a Word document but"
                f" {describe_archive(self._archive)}; give a Word file (.docx)"
            )
        return root

    def side_part(self, kind: str) -> etree._Element | None:
        """Return the part of that kind, such as "styles", None if there is none."""
        for relationship in (self._relationships or {}).values():
            if relationship.kind == kind and not relationship.external:
                return self.part(relationship.target, kind)
        if self._relationships is None:
            # The parts may still be where every program puts them.
            usual = posixpath.join(posixpath.dirname(self.main_name), f"{kind}.xml")
            return self.part(usual, kind)
        return None

    def related(self, identifier: str) -> Relationship | None:
        """Return the main part's relationship of that identifier."""
        return (self._relationships or {}).get(identifier)

    def properties(self, kind: str) -> etree._Element | None:
        """Return the part of the whole package of that kind, such as "core-properties"."""
        for relationship in (self._root_relationships or {}).values():
            if relationship.kind == kind and not relationship.external:
                return self.part(relationship.target)
        return None

    def part(self, name: str, kind: str = "") -> etree._Element | None:
        """Return the root element of a part other than the main one.

        None if it is missing or damaged; damage is reported, once.
        """
        if name not in self._parts:
            self._parts[name] = self._parse_side(name, kind)
        return self._parts[name]

    def data(self, name: str) -> bytes | None:
        """Return the bytes of a part, None if it is missing.

        Raises `UnreadableSourceError` for a damaged one.
        """
        return self._archive.read(name)

    def part_text(self, name: str) -> str:
        """Return the text of a part other than the main one, "" if there is none."""
        if name not in self._texts:
            root = self.part(name)
            self._texts[name] = "" if root is None else plain_text(root)
        return self._texts[name]

    def _parse_side(self, name: str, kind: str) -> etree._Element | None:
        try:
            data = self._archive.read(name)
            if data is None:
                return None
            if kind == "styles":
                self.table_styles = CutStyles(data, self._limits, self.diagnostics)
                data = self.table_styles.rest
            return parse_part(data, name, self._limits)
        except LimitExceededError:
            raise
        except UnreadableSourceError as error:
            self.diagnostics.append(diagnostic("damaged-markup", name, "", str(error)))
            return None

    def _relationships_of(self, name: str) -> dict[str, Relationship] | None:
        """Return a part's relationships by identifier, None if there is no such part."""
        root = self.part(relationships_part(name))
        return None if root is None else relationships_in(root, name)

    def _find_main(self) -> str:
        for relationship in (self._root_relationships or {}).values():
            if relationship.kind == "officeDocument":
                return relationship.target
        if _USUAL_MAIN in self._archive:
            return _USUAL_MAIN
        raise UnreadableSourceError(
            f"the file is {describe_archive(self._archive)}, not a Word file:"
            " its archive names no main document part; give a Word file (.docx)"
        )
