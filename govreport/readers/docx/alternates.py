"""Which of several alternates is read: the one that Word shows (ECMA-376-3, section 9.3)."""

from lxml import etree

from govreport.readers.docx.names import COMPATIBILITY

_CHOICE = f"{COMPATIBILITY}Choice"
_FALLBACK = f"{COMPATIBILITY}Fallback"
_UNDERSTOOD = ("http://schemas.microsoft.com/", "http://schemas.openxmlformats.org/")
"""How namespaces begin that Word understands."""


class Alternates:
    """Tells of each `mc:Choice` and `mc:Fallback` of one walk whether it is read."""

    def __init__(self) -> None:
        # Only one branch is entered, so remembering one parent keeps the walk linear.
        self._parent: etree._Element | None = None
        self._shown: etree._Element | None = None

    def is_shown(self, branch: etree._Element) -> bool:
        """Whether a branch is shown: the first whose namespaces Word knows, else the fallback.

        Where there is neither, the first is, so that nothing is lost.
        """
        parent = branch.getparent()
        if parent is not self._parent or parent is None:
            self._parent = parent
            self._shown = branch if parent is None else _shown_of(parent)
        return self._shown is branch


def _shown_of(parent: etree._Element) -> etree._Element | None:
    branches = list(parent.iterchildren(_CHOICE, _FALLBACK))
    known = (one for one in branches if one.tag == _FALLBACK or _is_understood(one))
    return next(known, branches[0])


def _is_understood(choice: etree._Element) -> bool:
    namespaces = (choice.nsmap.get(prefix, "") for prefix in choice.get("Requires", "").split())
    return all(namespace.startswith(_UNDERSTOOD) for namespace in namespaces)
