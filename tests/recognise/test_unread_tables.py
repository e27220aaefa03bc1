"""Numbers in texts that are no table: a diagnostic names the statutory table that they are of."""

import pytest

import govreport
from govreport.model.statute import SECTION_HEADINGS

REVIEWS = f"四、{SECTION_HEADINGS['reviews']}"


@pytest.mark.parametrize(
    "line", ["行政复议 结果维持 结果纠正 总计 1 件", "7 件 0 件 3 件 2 件 12 件"]
)
def test_labels_and_numbers_in_texts_are_told_for_every_cell_of_their_table(line: str) -> None:
    text = f"{REVIEWS}\n{line}\n五、存在的主要问题及改进情况\n无。\n"
    (found,) = govreport.loads(text, "tab").diagnostics
    assert found.code == "unplaced-text"
    assert found.text == line.replace(" ", " | ")
    assert found.concerns("reviews", "reconsideration", "upheld")


def test_running_text_that_speaks_of_a_table_is_none() -> None:
    text = f"{REVIEWS}\n行政复议结果维持 1 件，结果纠正 2 件，其他结果 3 件，尚未审结 0 件。\n"
    assert not govreport.loads(text, "tab").diagnostics
