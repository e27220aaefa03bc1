"""The layouts of the statute."""

import pytest

from govreport.model.statute import LAYOUTS, layout


def test_the_layouts_have_unique_keys_and_the_rows_of_the_statute() -> None:
    assert [len(of.rows) for of in LAYOUTS] == [8, 6, 23, 25, 3]
    for of in LAYOUTS:
        keys = [(row.key, column.key) for row in of.rows for column in row.columns]
        assert len(set(keys)) == len(keys)
        assert layout(of.kind, of.edition) is of
    with pytest.raises(KeyError):
        layout("reviews", 2021)
