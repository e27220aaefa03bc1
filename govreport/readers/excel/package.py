"""A workbook's parts by name and by relationship, within the limits (ECMA-376-2)."""

from lxml import etree

from govreport.errors import UnreadableSourceError
from govreport.limits import Limits
from govreport.office_files.archive import Archive
from govreport.office_files.relationships import (
    Relationship,
    relationships_in,
    relationships_part,
)
from govreport.office_files.strict_names import STRICT, rename_strict
from govreport.office_files.xml_tree import parse_xml
from govreport.readers.excel.names import DUBLIN_CORE

_USUAL_MAIN = "xl/workbook.xml"
_AGAIN = "open and save it in Excel, WPS or LibreOffice, or get it again"


class WorkbookPackage:
    """The parts of a workbook, each parsed when it is asked for, without fetching anything.

    Raises `UnreadableSourceError` for a damaged or encrypted archive and
    `LimitExceededError` for one that exceeds `limits`.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        self._archive = Archive(data, limits, "the workbook")
        self.main_name = self._find_main()

    def part(self, name: str) -> etree._Element | None:
        """Return the root element of a part, None if there is none of that name.

        Raises `UnreadableSourceError` where it is damaged.
        """
        data = self._archive.read(name)
        if data is None:
            return None
        root = parse_xml(data, name, self._limits)
        if STRICT.encode() in data:
            rename_strict(root)
        return root

    def relationships(self, name: str) -> dict[str, Relationship]:
        """Return what a part refers to, by identifier; "" is the package itself."""
        root = self.part(relationships_part(name))
        return {} if root is None else relationships_in(root, name)

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
        if _USUAL_MAIN in self._archive:
            return _USUAL_MAIN
        raise UnreadableSourceError(
            f"the archive names no workbook; give an Excel workbook (.xlsx), or {_AGAIN}"
        )
