r"""Tables as LaTeX has them: `a & b \\`."""

from hypothesis import given
from hypothesis import strategies as st

from govreport.blocks import TableBlock, TextBlock
from govreport.model.grid import Cell, Table
from govreport.readers import pipe_text, tab_text

WORDS = st.text("项目数量件甲乙丙0123456789", max_size=4)


def tables(text: str) -> list[Table]:
    stream = tab_text.read_blocks(text.encode())
    assert pipe_text.read_blocks(text.encode()) == stream
    return [block.table for block in stream.blocks if isinstance(block, TableBlock)]


@given(st.integers(2, 5).flatmap(lambda n: st.lists(st.lists(WORDS, min_size=n, max_size=n))))
def test_rows_that_follow_each_other_are_a_table(rows: list[list[str]]) -> None:
    text = "前文\n" + "".join(" & ".join(row) + " \\\\\n" for row in rows) + "后文\n"
    expected = [Table(rows)] if len(rows) >= 3 else []
    assert tables(text) == expected


@given(st.lists(st.lists(WORDS.filter(bool), min_size=3, max_size=3), min_size=1, max_size=6))
def test_an_environment_is_a_table_however_its_lines_break(rows: list[list[str]]) -> None:
    inner = " \\\\ \\hline ".join(" & ".join(row) for row in rows)
    one = f"\\begin{{tabular}}{{|c|c|p{{2cm}}|}} \\hline {inner} \\\\ \\hline \\end{{tabular}}\n"
    assert tables(one) == [Table(rows)] == tables(one.replace(" \\hline ", "\n\\hline\n"))


def test_cells_span_columns_and_rows() -> None:
    text = r"""
\begin{tabular}{|l|c|c|c|}
\hline
\multirow{2}{*}{项目} & \multicolumn{2}{c|}{法人或其他组织} & \multirow[t]{2}{2cm}{总计} \\
\cline{2-3}
 & 商业企业 & 科研机构 & \\
\hline
一、本年新收 & 1 & 2 & \textbf{3} \\
\end{tabular}
"""
    assert tables(text) == [
        Table(
            [
                [Cell("项目", 2), Cell("法人或其他组织", 1, 2), Cell("总计", 2)],
                [Cell("商业企业"), Cell("科研机构")],
                [Cell("一、本年新收"), Cell("1"), Cell("2"), Cell("3")],
            ]
        )
    ]


def test_a_text_below_a_cell_that_spans_keeps_its_column() -> None:
    text = "\\multirow{2}{*}{甲} & 1 \\\\\n乙 & 2 \\\\\n丙 & 3 \\\\\n"
    assert tables(text) == [Table([["甲", "1"], ["乙", "2"], ["丙", "3"]])]


def test_signs_that_are_escaped_and_math_are_text() -> None:
    text = "占比（\\%） & A\\&B \\\\\n$12$ & 3 \\\\\n4 & 5 \\\\\n"
    assert tables(text) == [Table([["占比（%）", "A&B"], ["12", "3"], ["4", "5"]])]


def test_what_only_looks_like_latex_stays_text() -> None:
    text = "路径 C:\\\\\n甲 & 乙\n\\begin{tabular}{c} 没有结束\n"
    stream = tab_text.read_blocks(text.encode())
    assert all(isinstance(block, TextBlock) for block in stream.blocks)
    assert [getattr(block, "text", "") for block in stream.blocks] == text.split("\n")[:-1]
