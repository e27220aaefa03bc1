"""Form controls: what is the page's own text, and what is quoted."""

import pytest

from tests.readers.html.web_pages import left_out, rows, texts


@pytest.mark.parametrize(
    ("control", "quoted"),
    [
        ('<input value="5">', ["5"]),
        ('<input type="text" placeholder="请输入">', ["请输入"]),
        ('<input type=submit value="提交">', ["提交"]),
        ("<input type=checkbox checked>", ["☑"]),
        ("<input type=radio>", ["☐"]),
        ("<button>打印</button>", ["打印"]),
        ("<textarea placeholder=意见>甲<b></textarea>", ["意见", "甲<b>"]),
        ("<select><option>一<option>二</select>", ["一\n二"]),
        ("<select><optgroup label=组><option>一</select>", ["组\n一"]),
    ],
)
def test_form_controls_are_quoted(control: str, quoted: list[str]) -> None:
    page = f"<p>子{control}丑</p>"
    assert texts(page) == ["子丑"]
    assert left_out(page) == [("form-field", text) for text in quoted]


def test_a_hidden_input_says_nothing() -> None:
    assert left_out('<input type="hidden" value="5">') == []


@pytest.mark.parametrize(
    "control",
    [
        '<input readonly value=" 17 ">',
        '<input type=number disabled value="17">',
        "<input type=TEXT readonly=readonly value=17 placeholder=0>",
        "<textarea readonly>17</textarea>",
        "<textarea disabled>\n17\n</textarea>",
        "<select disabled><option>9<option selected>17</select>",
        "<select disabled><option>17</select>",
        "<output>17</output>",
    ],
)
def test_a_field_that_nobody_can_change_is_text(control: str) -> None:
    assert "".join(texts(f"<p>受理{control}件</p>")) == "受理17件"
    assert rows(f"<table><tr><td>受理<td>{control}<td>件</table>") == [["受理", "17", "件"]]


@pytest.mark.parametrize("value", ["17", "1,234", "１７", "17件", "-3", "0.5%"])
def test_a_number_in_a_cell_is_text_though_it_can_be_changed(value: str) -> None:
    fields = f"<input value='{value}'><td><textarea>{value}</textarea>"
    fields += f"<td><select><option>{value}<option>请选择</select>"
    page = f"<table><tr><td>受理<td>{fields}</table>"
    assert rows(page) == [["受理", value, value, value]]
    assert left_out(page) == [("form-field", "请选择")]


@pytest.mark.parametrize(
    "control",
    [
        "<input value='请输入关键字'>",
        "<input type=search value=2023>",
        "<input type=password value=17>",
        "<input type=submit disabled value=17>",
        "<input type=text placeholder=17>",
        "<input readonly value=''>",
    ],
)
def test_other_fields_in_cells_are_quoted_or_nothing(control: str) -> None:
    assert rows(f"<table><tr><td>受理<td>{control}<td>件</table>") == [["受理", "", "件"]]


def test_the_options_that_are_not_shown_are_quoted() -> None:
    page = "<p>甲<select disabled><option>一<option selected label=乙>乙<option>二</select>丙"
    assert texts(page) == ["甲乙丙"]
    assert left_out(page) == [("form-field", "一\n二")]


def test_a_field_that_is_not_displayed_is_no_text() -> None:
    page = "<p>全年受理<input readonly style='display:none' value=9>17件"
    assert texts(page) == ["全年受理17件"]
