"""Which of several alternates is read: the one that Word shows (ECMA-376-3, section 9.3)."""

from lxml import etree

from govreport.readers.docx.names import COMPATIBILITY

_CHOICE = f"{COMPATIBILITY}Choice"
_FALLBACK = f"{COMPATIBILITY}Fallback"
_UNDERSTOOD = ("http://schemas.microsoft.com/", "http://schemas.openxmlformats.org/")
"""The beginnings of the namespaces that Word understands."""


class Alternates:
    """Decides for each `mc:Choice` and `mc:Fallback` of one walk whether it is read."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._understood: dict[str, bool] | None = None
        # Only one branch is entered, so remembering one parent keeps the walk linear.
        self._parent: etree._Element | None = None
        self._shown: etree._Element | None = None

    def is_shown(self, branch: etree._Element) -> bool:
        """Whether a branch is shown: the first whose namespaces Word knows, else the fallback.

        If there is neither, the first is shown, so that nothing is lost.
        """
        parent = branch.getparent()
        if parent is not self._parent or parent is None:
            self._parent = parent
            self._shown = branch if parent is None else self._shown_of(parent)
        return self._shown is branch

    def _shown_of(self, parent: etree._Element) -> etree._Element | None:
        branches = list(parent.iterchildren(_CHOICE, _FALLBACK))
        known = (one for one in branches if one.tag == _FALLBACK or self._is_understood(one))
        return next(known, branches[0])

    def _is_understood(self, choice: etree._Element) -> bool:
        if self._understood is None:
            self._understood = _understood_prefixes(self._root)
        prefixes = choice.get("Requires", "").split()
        return all(self._understood.get(prefix, False) for prefix in prefixes)


def _understood_prefixes(root: etree._Element) -> dict[str, bool]:
    """Return for each prefix whether Word understands all namespaces it has in the part.

    A part usually declares a prefix once. Asking each element for the prefixes in force would
    mean reading the declarations of all its ancestors.
    """
    understood: dict[str, bool] = {}
    for _, (prefix, namespace) in etree.iterwalk(root, events=("start-ns",)):
        known = namespace.startswith(_UNDERSTOOD)
        understood[prefix] = known and understood.get(prefix, True)
    return understood
