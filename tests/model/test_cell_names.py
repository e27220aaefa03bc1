"""Every label of the form names its cell, however it is spelt; nothing else does."""

import pytest

from govreport.errors import InvalidDocumentError
from govreport.model.cell_names import row_and_column, table_key
from govreport.model.document import official_heading
from govreport.model.statute import LAYOUTS, SECTION_HEADINGS, TABLE_KINDS, layout

CELLS = [(of, row, column) for of in LAYOUTS for row in of.rows for column in row.columns]


def test_the_keys_and_all_levels_of_labels_name_the_cell_of_every_layout() -> None:
    for of, row, column in CELLS:
        expected = (row.key, column.key)
        path = " / ".join(row.labels)
        for name in (row.key, path, row.labels[-1]):
            for head in (column.key, column.label, column.label.partition("（")[0]):
                assert row_and_column(of, name, head) == expected


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("本年新收政府信息公开申请数量", "new_received"),
        ("一、本年新收政府信息公开申请数量", "new_received"),
        (" 一、本年新收 政府信息公开申请数量", "new_received"),
        ("部分公开", "partially_granted"),
        ("3．危及“三安全一稳定”", "security_and_stability"),
        ('危及"三安全一稳定"', "security_and_stability"),
        ("不予公开 / 属于国家秘密", "state_secret"),
        ("（七）总计", "handled_total"),
        ("总计", "handled_total"),
        ("结转下年度继续办理", "carried_forward"),
    ],
)
def test_a_row_is_named_by_its_label_as_people_write_it(label: str, key: str) -> None:
    of = layout("applications", 2021)
    assert row_and_column(of, label, "总计") == (key, "total")


@pytest.mark.parametrize("name", ["", "／", "本年", "不予公开", "一、", "公开", "new received"])
def test_what_is_no_whole_label_names_nothing(name: str) -> None:
    with pytest.raises(InvalidDocumentError, match="there is no row"):
        row_and_column(layout("applications", 2021), name, "total")


def test_a_table_is_named_by_its_key_or_the_heading_of_its_section() -> None:
    for kind in TABLE_KINDS:
        for name in (kind, SECTION_HEADINGS[kind], official_heading(kind)):
            assert table_key(name) == kind
    with pytest.raises(InvalidDocumentError, match=r"did you mean applications\?"):
        table_key("收到处理政府信息公开申请情况")
    assert table_key("表三") == "applications"
    with pytest.raises(InvalidDocumentError):
        table_key("表一")
