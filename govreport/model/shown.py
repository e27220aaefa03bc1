"""The methods that notebooks call, answered by the pages that show an object.

The model knows no page: it names one, which is loaded when a notebook first needs it.
"""

from importlib import import_module


class ShownAsPage:
    """Something that notebooks such as Jupyter show as a page in its own frame."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        shown: str = import_module("govreport.pages.notebook").frame_of(self)
        return shown
