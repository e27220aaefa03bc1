"""Numbers behind the last column of a header: a column without one, or a cell that is there twice."""

from collections.abc import Sequence

from tests.recognise.placing.table_text import Found, read

HEAD = ("第二十条第（五）项 | | | |", "信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |")


def licences(*rows: Sequence[object]) -> Found:
    lines = [*HEAD, *(" | ".join(map(str, row)) for row in rows)]
    rest = ("第二十条第（六）项 | | | |", HEAD[1])
    source = "\n".join(f"| {line} |" for line in (*lines, *rest))
    return read("proactive_disclosure", source, "pipe")


def test_a_row_of_one_number_too_many_is_open_where_one_may_be_there_twice() -> None:
    found = licences(("行政许可", 21, 9, 24, 24), ("其他对外管理服务事项", 69, 63, 63, 12))
    assert found.is_open("other_public_services")
    assert found.numbers["administrative_licensing", "decisions"] == 24


def test_a_column_without_a_header_is_told_by_a_row_that_holds_no_number_twice() -> None:
    found = licences(("行政许可", 21, 9, 24, 31), ("其他对外管理服务事项", 69, 63, 63, 12))
    assert found.numbers["other_public_services", "decisions"] == 63


def penalties(*rows: str) -> Found:
    head = (
        "<tr><td colspan=5>第二十条第（六）项</td></tr>"
        "<tr><td>信息内容<td>上一年项目数量<td>本年增/减<td>处理决定数量<td></tr>"
    )
    lines = "".join(f"<tr>{row}</tr>" for row in rows)
    return read("proactive_disclosure", f"<table>{head}{lines}</table>", "html")


def test_a_row_that_lacks_a_cell_is_open_where_a_column_may_stand_below_a_blank_header() -> None:
    found = penalties("<td>行政处罚<td>55<td>23<td>205", "<td>行政强制<td>9<td>39<td>86<td>215")
    assert found.is_open("administrative_penalties")
    assert list(found.row("administrative_compulsion").values()) == [9, 39, 86]


def test_a_span_below_a_blank_header_is_no_cell_of_another_width() -> None:
    found = penalties("<td>行政处罚<td>55<td colspan=2>23<td>205")
    assert found.is_open("administrative_penalties")
