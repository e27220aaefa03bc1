"""Which of several alternates is read: the one that Word shows (ECMA-376-3, section 9.3)."""

from lxml import etree

from govreport.readers.docx.names import COMPATIBILITY

_CHOICE = f"{COMPATIBILITY}Choice"
_FALLBACK = f"{COMPATIBILITY}Fallback"
_UNDERSTOOD = ("http://schemas.microsoft.com/", "http://schemas.openxmlformats.org/")


def is_chosen(alternate: etree._Element) -> bool:
    """Whether a `mc:Choice` or `mc:Fallback` is the branch that is shown.

    That is the first choice whose required namespaces Word knows, else the fallback. A branch
    that stands alone is shown, so that nothing is lost.
    """
    parent = alternate.getparent()
    if parent is None:
        return True
    branches = list(parent.iterchildren(_CHOICE, _FALLBACK))
    shown = next((one for one in branches if one.tag == _FALLBACK or _is_understood(one)), None)
    return (branches[0] if shown is None else shown) is alternate


def _is_understood(choice: etree._Element) -> bool:
    namespaces = (choice.nsmap.get(prefix, "") for prefix in choice.get("Requires", "").split())
    return all(namespace.startswith(_UNDERSTOOD) for namespace in namespaces)
