"""Documents and readings as Arrow tables and data frames, exactly."""

from decimal import Decimal

import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st

import govreport
from govreport.dataset.arrow import schema
from govreport.dataset.rows import facts_of, is_held
from govreport.dataset.schema import FIELDS, TABLES
from govreport.dataset.targets import FORMULA_STARTS, csv_text, read_csv_text
from govreport.testing import report_documents
from tests.laws.registry import share


@share(4)
@given(st.lists(report_documents(), max_size=2))
def test_every_fact_is_in_the_table_as_it_is(
    documents: list[govreport.ReportDocument],
) -> None:
    tables = govreport.to_arrow(documents)
    rows = tables.facts.to_pylist()
    expected = [(place, f) for place, each in enumerate(documents) for f in each.facts()]
    assert len(rows) == len(expected)
    for row, (place, fact) in zip(rows, expected, strict=True):
        assert row["source"] == f"#{place}"
        for name in ("agency", "year", "table", "item", "row", "column", "text", "unit"):
            assert row[name] == getattr(fact, name)
        assert (row["status"], row["edition"]) == (fact.status, fact.edition)
        assert row["value"] == (fact.value if is_held(fact.value) else None)
    assert tables.reports.num_rows == len(documents)


@given(st.one_of(st.integers(), st.decimals(allow_nan=False, allow_infinity=False)))
def test_a_number_is_held_exactly_where_arrow_holds_every_digit(value: int | Decimal) -> None:
    try:
        held = pyarrow.array([Decimal(value)], pyarrow.decimal128(38, 6))[0].as_py() == value
    except pyarrow.ArrowInvalid:
        held = False
    assert not is_held(value) or held


def test_the_schemas_describe_every_column_and_bear_a_version() -> None:
    for table in TABLES:
        found = schema(table)
        assert found.names == [field.name for field in FIELDS[table]]
        assert found.metadata == {b"govreport.schema": b"1"}
        assert all(field.metadata[b"description"] for field in found)


def test_readings_and_frames_stand_on_the_same_tables() -> None:
    page = str(govreport.dumps(govreport.ReportDocument.blank("青禾县", 2023), "html")).encode()
    readings = list(govreport.read_many([("a.html", page), ("b.docx", b"PK\x03\x04")]))
    frames = govreport.to_pandas(readings)
    assert list(frames.reports.outcome) == ["report", "unreadable"]
    assert list(frames.reports.source) == ["a.html", "b.docx"]
    assert len(frames.facts) == len(list(readings[0].document.facts()))  # type: ignore[union-attr]
    statuses = govreport.to_polars(readings).facts.filter(table="applications")["status"]
    assert statuses.unique().to_list() == ["blank"]
    assert govreport.to_arrow([]).facts.num_rows == 0


def test_the_rows_of_a_source_are_total() -> None:
    rows = facts_of("x.docx", b"PK\x03\x04")
    assert rows.reports[0][3] == "unreadable"
    assert rows.facts == rows.diagnostics == []
    assert facts_of("x.txt", "天气很好。".encode()).reports[0][3] == "not-a-report"


@share(4)
@given(st.text())
def test_a_text_in_csv_is_no_formula_and_comes_back(text: str) -> None:
    cell = csv_text(text)
    assert read_csv_text(cell) == text
    assert not cell.startswith(tuple(sign for sign in FORMULA_STARTS if sign != "'"))


def test_without_pyarrow_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(govreport.MissingExtraError, match=r"govreport\[arrow\]"):
        govreport.to_arrow([])


def test_what_is_no_report_is_refused_by_name() -> None:
    for make in (govreport.to_arrow, govreport.to_pandas, govreport.to_polars):
        with pytest.raises(govreport.InvalidDocumentError, match="takes a report, not str"):
            make("report.docx")  # type: ignore[arg-type]
