"""Elements that are left out and quoted: what is not shown, and what is shown but is no text."""

from collections.abc import Callable

from lxml import etree

from govreport.readers.html.block_elements import BlockReader
from govreport.readers.html.parsing import BLOCK_END
from govreport.readers.html.places import End, each

_SOURCES = ("alt", "aria-label", "title", "src", "data-src", "data-original", "data", "poster")


class LeftOutReader(BlockReader):
    """The handlers of elements that are left out."""

    def _start_hidden(self, number: int) -> End:
        return self._leave_out(number, "hidden-text", "", "")

    def _start_dialog(self, number: int) -> End:
        if self._elements[number].get("open") is not None:
            return self._start_block(number)
        return self._start_hidden(number)

    def _start_deleted(self, number: int) -> End:
        return self._leave_out(number, "deleted-text", "", "text that is struck out was left out")

    def _start_reading(self, number: int) -> End:
        message = "a reading given beside its characters was left out"
        return self._leave_out(number, "note", "", message)

    def _picture(self, number: int) -> End:
        self._report("image", number, picture_name(self._elements[number]))
        return None

    def _start_object(self, number: int) -> End:
        element = self._elements[number]
        return self._leave_out(number, "image", picture_name(element) or element.tag, "")

    def _input(self, number: int) -> End:
        element = self._elements[number]
        kind = element.get("type", "text").strip().lower()
        if kind == "image":
            return self._picture(number)
        if kind in {"checkbox", "radio"}:
            self._report("form-field", number, "☑" if "checked" in element.attrib else "☐")
        elif kind != "hidden":
            self._field_values(number)
        return None

    def _start_control(self, number: int) -> End:
        if text := self._elements[number].get("placeholder", "").strip():
            self._report("form-field", number, text)
        return self._leave_out(number, "form-field", "", "")

    def _field_values(self, number: int) -> None:
        element = self._elements[number]
        for name in ("value", "placeholder"):
            if text := element.get(name, "").strip():
                self._report("form-field", number, text)

    def _start_option(self, number: int) -> End:
        if label := self._elements[number].get("label"):
            self._flow.add(f"{label} ")
        return self._start_block(number)

    # What stands around the subject of the page

    def _start_navigation(self, number: int) -> End:
        if self._is_furniture(number):
            return self._leave_out_furniture(number)
        return self._start_block(number)

    def _start_margin(self, number: int) -> End:
        """Leave out a header or footer, unless it is one of a part of the page (4.3.8, 4.3.9)."""
        return self._start_block(number) if self._sections else self._start_navigation(number)

    def _start_aside(self, number: int) -> End:
        return self._start_block(number) if self._articles else self._start_navigation(number)

    def _is_furniture(self, number: int) -> bool:
        if self._own or self._quoted:
            return False
        return self._furniture.may_be_left_out(self._elements[number])

    def _leave_out_furniture(self, number: int) -> End:
        self._end_paragraph()
        return self._leave_out(number, "page-furniture", "", "")


def picture_name(element: etree._Element) -> str:
    """Return what names a picture: its text, else the name of its file."""
    for name in _SOURCES:
        value = element.get(name, "").replace(BLOCK_END, "").strip()
        if value and not value.startswith("data:"):
            return value if name in _SOURCES[:3] else value.split("?")[0].rsplit("/", 1)[-1]
    return ""


LEFT_OUT: dict[str, Callable[[LeftOutReader, int], End]] = {
    **each("template noscript noframes noembed", to=LeftOutReader._start_hidden),
    **each("del s strike", to=LeftOutReader._start_deleted),
    **each("rt rp rtc", to=LeftOutReader._start_reading),
    **each("img embed frame", to=LeftOutReader._picture),
    **each("iframe object video audio canvas svg applet", to=LeftOutReader._start_object),
    **each(
        "select textarea button datalist meter progress output", to=LeftOutReader._start_control
    ),
    **each("option optgroup", to=LeftOutReader._start_option),
    **each("header footer", to=LeftOutReader._start_margin),
    "dialog": LeftOutReader._start_dialog,
    "input": LeftOutReader._input,
    "nav": LeftOutReader._start_navigation,
    "aside": LeftOutReader._start_aside,
}
"""What begins each element that is left out, always or where it stands around the subject."""
