"""Form controls: their content is text if it is the page's own, and is quoted otherwise.

A page's own content is what its reader cannot change, and a number in a cell, because systems
that make reports from forms print the fields as they are.
"""

from lxml import etree

from govreport.expressions import expression
from govreport.readers.html.elements.blocks import start_preformatted
from govreport.readers.html.elements.left_out import picture
from govreport.readers.html.elements.state import (
    Begin,
    End,
    PageState,
    add_text,
    enter,
    handlers_for,
    leave,
    leave_out,
    report,
    start_block,
)
from govreport.readers.html.flows import Flow

_NUMBER = expression(
    r"\s*+[-+－＋]?[0-9０-９][0-9０-９,，.．]*+\s*+[%％]?[\u4e00-\u9fff]{0,3}\s*+"
)
_SHOWING_NO_TEXT = {
    *("hidden", "submit", "reset", "button", "password", "search", "file", "color", "range"),
}
"""Types of `input` whose value is not shown, or belongs to the page's machinery."""


def _input(state: PageState, element: etree._Element) -> End:
    kind = element.get("type", "text").strip().lower()
    value = element.get("value", "").strip()
    if kind == "image":
        return picture(state, element)
    if kind in {"checkbox", "radio"}:
        report(state, "form-field", element, "☑" if "checked" in element.attrib else "☐")
    elif kind not in _SHOWING_NO_TEXT and _is_own_text(state, element, value):
        add_text(state, value)
    elif kind != "hidden":
        _report_attribute(state, element, "value")
        _report_attribute(state, element, "placeholder")
    return None


def _start_text_area(state: PageState, element: etree._Element) -> End:
    if _is_own_text(state, element, element.text or ""):
        return start_preformatted(state, element)
    return _start_control(state, element)


def _start_select(state: PageState, element: etree._Element) -> End:
    options = list(element.iter("option"))
    chosen = [option for option in options if option.get("selected") is not None]
    shown = (chosen or options)[-1 if chosen else 0] if options else None
    if shown is not None and "multiple" not in element.attrib:
        text = "".join(map(str, shown.itertext())).strip() or shown.get("label", "")
        if _is_own_text(state, element, text):
            add_text(state, text)
            state.chosen_option = shown
    return _start_control(state, element)


def _is_own_text(state: PageState, element: etree._Element, text: str) -> bool:
    if not text.strip():
        return False
    if "readonly" in element.attrib or "disabled" in element.attrib:
        return True
    table = state.flow.table
    in_cell = table is not None and state.flow is not table.before
    return in_cell and _NUMBER.fullmatch(text) is not None


def _start_control(state: PageState, element: etree._Element) -> End:
    _report_attribute(state, element, "placeholder")
    return leave_out(state, element, "form-field")


def _report_attribute(state: PageState, element: etree._Element, name: str) -> None:
    if text := element.get(name, "").strip():
        report(state, "form-field", element, text)


def _start_option(state: PageState, element: etree._Element) -> End:
    if element is state.chosen_option:
        enter(state, Flow())
        return _end_chosen
    if label := element.get("label"):
        add_text(state, f"{label} ")
    return start_block(state, element)


def _end_chosen(state: PageState) -> None:
    # Its text was read where its field stands.
    leave(state)
    state.chosen_option = None


FORM_FIELDS: dict[str, Begin] = {
    "input": _input,
    "textarea": _start_text_area,
    "select": _start_select,
    **handlers_for("button datalist meter progress", _start_control),
    **handlers_for("option optgroup", _start_option),
}
"""What begins each form control; an `output` is text as any other."""
