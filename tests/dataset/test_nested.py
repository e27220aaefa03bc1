"""Rows of sources nested for engines with one schema a pass, and taken apart again."""

import govreport
from govreport.dataset.extraction import tables_of_sources
from govreport.dataset.nested import nested, nested_schema, plain_schema, unnested
from govreport.dataset.schema import TABLES


def sources() -> list[tuple[str, bytes]]:
    form = govreport.ReportDocument.blank("青禾县", 2023)
    pages = [
        form.with_values({("applications", "new_received", "total"): number})
        for number in range(3)
    ]
    made = [(f"{n}.html", str(govreport.dumps(d, "html")).encode()) for n, d in enumerate(pages)]
    return [*made, ("bad.docx", b"PK\x03\x04"), ("other.txt", "天气很好。".encode())]


def test_what_is_nested_comes_apart_as_the_tables_of_the_same_sources() -> None:
    given = sources()
    table = nested((name for name, _ in given), (data for _, data in given))
    assert table.schema == nested_schema()
    assert table.num_rows == len(given)
    direct = tables_of_sources(given)
    for name, expected in zip(TABLES, direct, strict=True):
        found = unnested(table, name)
        assert found.schema == plain_schema(name)
        assert found.to_pylist() == expected.to_pylist()


def test_no_source_gives_tables_without_rows() -> None:
    empty = nested([], [])
    assert all(unnested(empty, name).num_rows == 0 for name in TABLES)
