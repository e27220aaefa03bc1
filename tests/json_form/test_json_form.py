"""The JSON form: lossless, described by its schema, and strict when read."""

import contextlib
import json
from collections.abc import Iterator
from importlib import resources
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.errors import LimitExceededError, ReportError, UnreadableSourceError
from govreport.json_form import document_from_json, document_to_json
from govreport.limits import Limits
from govreport.model.diagnostics import Diagnostic
from govreport.model.document import Paragraph, ReportDocument, Section
from govreport.model.grid import DEEPEST_TABLE, Cell, Table
from govreport.model.statute import EDITIONS, LAYOUTS, SECTION_KINDS
from govreport.model.statutory import ExtraColumn, StatutoryRow, StatutoryTable
from govreport.testing import report_documents
from tests.laws.registry import share

SCHEMA = json.loads(
    (resources.files("govreport") / "schema" / "report-document-1.json").read_text("utf-8")
)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
SMALL = json.dumps({"format": "govreport", "version": 1})


def with_block(block: object) -> str:
    return json.dumps({"format": "govreport", "version": 1, "preamble": [block]})


@given(report_documents())
def test_every_document_is_read_back_as_it_was_with_its_diagnostics(doc: ReportDocument) -> None:
    written = document_to_json(doc)
    read = document_from_json(written)
    assert read == doc
    assert read.diagnostics == doc.diagnostics
    assert document_from_json(b"\xef\xbb\xbf" + written.encode()) == doc
    assert document_to_json(read) == written


@share(20)
@given(report_documents())
def test_every_document_written_obeys_the_schema(doc: ReportDocument) -> None:
    VALIDATOR.validate(json.loads(document_to_json(doc)))


@share(4)
@given(report_documents(), st.data())
def test_a_damaged_document_is_refused_or_read_but_never_crashes(
    doc: ReportDocument, data: st.DataObject
) -> None:
    written = document_to_json(doc)
    position = data.draw(st.integers(0, len(written) - 1))
    patch = data.draw(st.sampled_from(["", "[", "{", '"', ",", "1", "null", "\\ud800", "\x00"]))
    damaged = written[:position] + patch + written[position + 1 :]
    with contextlib.suppress(UnreadableSourceError):
        document_from_json(damaged)


@share(20)
@given(report_documents(), st.data())
def test_a_value_of_another_type_is_refused_with_its_place(
    doc: ReportDocument, data: st.DataObject
) -> None:
    raw = json.loads(document_to_json(doc))
    places = list(_places(raw))
    holder, key = data.draw(st.sampled_from(places))
    holder[key] = 1.5
    with pytest.raises(UnreadableSourceError):
        document_from_json(json.dumps(raw))
    assert not VALIDATOR.is_valid(raw)


@given(st.binary(max_size=60))
def test_any_bytes_are_refused_by_an_error_of_ours_alone(data: bytes) -> None:
    with pytest.raises(ReportError):
        document_from_json(data)


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    members = value.items() if isinstance(value, dict) else enumerate(value)
    for key, member in list(members):
        yield value, key
        if isinstance(member, dict | list):
            yield from _places(member)


def test_the_schema_is_a_valid_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_schema_names_the_keys_of_the_statute() -> None:
    definitions = SCHEMA["$defs"]
    assert definitions["section"]["properties"]["kind"]["enum"] == list(SECTION_KINDS)
    assert SCHEMA["properties"]["edition"]["enum"] == [*EDITIONS, None]
    named = {
        reference["$ref"].rsplit("/", 1)[1]
        for reference in definitions["statutory_table"]["oneOf"]
    }
    assert len(named) == len(LAYOUTS)
    for layout in LAYOUTS:
        name = layout.kind if layout.edition is None else f"{layout.kind}_{layout.edition}"
        assert name in named
        properties = definitions[name]["properties"]
        assert properties["kind"] == {"const": layout.kind}
        assert properties["edition"] == {"const": layout.edition}
        groups = properties["extra_columns"]["items"]["properties"]["group"]["enum"]
        assert groups == list(dict.fromkeys(row.group for row in layout.rows))
        columns = {column.key for row in layout.rows for column in row.columns}
        assert set(properties["units"]["properties"]) == columns
        rows = {
            key: row["properties"]["cells"]
            for row in properties["rows"]["items"]["oneOf"]
            if "$ref" not in row
            for key in row["properties"]["key"]["enum"]
        }
        assert set(rows) == {row.key for row in layout.rows}
        for row in layout.rows:
            keys = [column.key for column in row.columns]
            assert rows[row.key]["required"] == list(rows[row.key]["properties"]) == keys
        required = [
            part["contains"]["properties"]["key"]["const"] for part in properties["rows"]["allOf"]
        ]
        assert required == [row.key for row in layout.rows]


def test_the_schema_refuses_a_table_that_lacks_a_row() -> None:
    table = json.loads(
        document_to_json(ReportDocument(preamble=(StatutoryTable.from_texts("reviews", None),)))
    )
    assert VALIDATOR.is_valid(table)
    del table["preamble"][0]["rows"][1]
    assert not VALIDATOR.is_valid(table)


def test_the_form_is_readable() -> None:
    table = StatutoryTable.from_texts(
        "proactive_disclosure", 2021, {("regulations", "issued"): "3"}
    )
    table = StatutoryTable(
        table.kind,
        table.edition,
        (
            StatutoryRow("regulations", cells=("3", "", "", "注")),
            StatutoryRow(None, "合计", ("3",)),
            StatutoryRow("normative_documents", cells=("", "", "", "")),
            *table.rows[2:],
        ),
        (ExtraColumn("备注", "article_20_1"),),
        (("amount_collected", "元"),),
    )
    other = Table([[Cell("序号", 1, 2)], ["1", Cell(["甲", Table([["乙"]])])]])
    doc = ReportDocument(
        "云岭镇2023年政府信息公开工作年度报告",
        "云岭镇",
        2023,
        sections=(Section("overview", "一、总体情况", (Paragraph("甲\n乙"), table, other)),),
    )
    raw = json.loads(document_to_json(doc))
    assert raw["edition"] == 2021
    paragraph, written, generic = raw["sections"][0]["blocks"]
    assert paragraph == {"type": "paragraph", "text": "甲\n乙"}
    assert written["units"] == {"amount_collected": "元"}
    assert written["extra_columns"] == [{"label": "备注", "group": "article_20_1"}]
    assert written["rows"][:2] == [
        {
            "key": "regulations",
            "cells": {"issued": "3", "repealed": "", "in_force": ""},
            "extra_cells": ["注"],
        },
        {"label": "合计", "cells": ["3"]},
    ]
    assert generic["rows"] == [
        [{"content": "序号", "column_span": 2}],
        ["1", {"content": ["甲", {"type": "table", "rows": [["乙"]]}]}],
    ]
    assert document_from_json(document_to_json(doc)) == doc
    assert '"title": "云岭镇2023' in document_to_json(doc)
    assert document_to_json(doc).startswith('{\n  "format": "govreport",\n  "version": 1,\n')


def test_the_least_document_is_an_empty_one() -> None:
    assert document_from_json(SMALL) == ReportDocument()


def test_half_a_surrogate_pair_in_a_diagnostic_can_be_saved() -> None:
    doc = ReportDocument(diagnostics=(Diagnostic("note", "info", "m", "", "\ud800\x00"),))
    written = document_to_json(doc).encode("utf-8")
    assert document_from_json(written).diagnostics == doc.diagnostics


PARAGRAPH = {"type": "paragraph", "text": "x"}
REVIEWS = json.loads(
    document_to_json(ReportDocument(preamble=(StatutoryTable.from_texts("reviews", None),)))
)["preamble"][0]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("", "not JSON.*line 1, column 1"),
        ("[]", r"\$: this is not a report"),
        ('{"format": "other", "version": 1}', r"\$: this is not a report"),
        ('{"format": "govreport"}', "reads version 1"),
        ('{"format": "govreport", "version": 2}', "reads version 1"),
        ('{"format": "govreport", "version": true}', "reads version 1"),
        ('{"format": "govreport", "version": 1.0}', "reads version 1"),
        (SMALL[:-1] + ', "autor": 1}', r'\$: there is no key "autor" here'),
        (SMALL[:-1] + ', "title": "a", "title": "b"}', r'\$: the key "title" occurs twice'),
        (SMALL[:-1] + ', "title": 5}', r"\$\.title: it must be a text, not the number 5"),
        (SMALL[:-1] + ', "year": NaN}', r"\$\.year: .*NaN, which JSON does not have"),
        (SMALL[:-1] + ', "year": true}', r"\$\.year: it must be a whole number, not true or"),
        (SMALL[:-1] + ', "year": 2.5}', r"\$\.year: it must be a whole number"),
        (SMALL[:-1] + f', "year": {"9" * 9999}}}', r"\$\.year: .*a number of 9999 digits"),
        (SMALL[:-1] + ', "year": 0}', r"\$: year 0 is not"),
        (SMALL[:-1] + ', "edition": 2020}', r"\$\.edition: it must be one of 2019, 2021, null"),
        (SMALL[:-1] + ', "sections": {}}', r"\$\.sections: it must be a list, not an object"),
        (SMALL[:-1] + ', "sections": [{}]}', r'\$\.sections\[0\]: the key "kind" is missing'),
        (
            SMALL[:-1] + ', "sections": [{"kind": "x", "heading": "h"}]}',
            r'\$\.sections\[0\]\.kind: it must be one of "overview".*not the text "x"',
        ),
        (
            SMALL[:-1] + ', "sections": [{"kind": "overview", "heading": " "}]}',
            r"\$\.sections\[0\]: a section must have a heading",
        ),
        (
            SMALL[:-1] + ', "source": {"publication_date": "2024-02-30"}}',
            r"\$\.source\.publication_date: .* is not a date; write it as 2024-01-31",
        ),
        (SMALL[:-1] + ', "source": {"publication_date": "20240131"}}', "is not a date"),
        (SMALL[:-1] + ', "source": {"publisher": "\\ud800"}}', r"\$\.source: .*U\+D800"),
        (with_block("x"), r"\$\.preamble\[0\]: a block is an object"),
        (with_block({"type": "image"}), r"\$\.preamble\[0\]\.type: it must be one of"),
        (with_block({**PARAGRAPH, "level": 1}), 'no key "level"'),
        (with_block({**PARAGRAPH, "text": "\u0000"}), r"\$\.preamble\[0\]: .*U\+0000"),
        (with_block({"type": "heading", "text": "h", "level": 1}), "the level is 2 to 9"),
        (with_block({"type": "table", "rows": []}), "at least one cell"),
        (with_block({"type": "table", "rows": [[5]]}), r"rows\[0\]\[0\]: a cell is a text"),
        (
            with_block({"type": "table", "rows": [[{"content": [[]]}]]}),
            r"content\[0\]: it must be a text, not a list",
        ),
        (with_block({"type": "table", "rows": [[{"row_span": 0}]]}), "must be at least 1"),
        (with_block({"type": "table", "rows": [[{"row_span": 2}]]}), "row 0 spans positions"),
        (
            with_block({"type": "table", "rows": [["a", {"row_span": 2}], [{"column_span": 2}]]}),
            "row 1 spans positions",
        ),
        (with_block({**REVIEWS, "edition": 2019}), r"\.edition: it must be one of null"),
        (with_block({**REVIEWS, "rows": REVIEWS["rows"][1:]}), "the rows must be recon"),
        (with_block({**REVIEWS, "rows": [{"key": "granted", "cells": {}}]}), r"rows\[0\]\.key"),
        (with_block({**REVIEWS, "units": {"issued": "元"}}), r'\.units: there is no key "issued"'),
        (
            with_block({**REVIEWS, "extra_columns": [{"label": "x", "group": "y"}]}),
            "there is no group 'y'",
        ),
        (
            with_block(
                {
                    **REVIEWS,
                    "extra_columns": [{"label": "x", "group": "reconsideration"}],
                }
            ),
            r"rows\[0\]: extra_cells must hold 1 texts",
        ),
        (b"\xff\xfe{\x00", "byte 0 .0xFF. is not UTF-8"),
        ("\ufeff{", "not JSON"),
    ],
)  # fmt: skip
def test_a_source_that_breaks_the_form_is_refused_with_place_and_reason(
    source: str | bytes, message: str
) -> None:
    with pytest.raises(UnreadableSourceError, match=message):
        document_from_json(source)


def test_a_hostile_depth_is_refused() -> None:
    for opening in ("[", '{"a":', '{"preamble":[' * 50 + "["):
        with pytest.raises(LimitExceededError, match="deeper"):
            document_from_json(opening * 20_000)
    with pytest.raises(LimitExceededError, match=r"Limits.depth \(3\)"):
        document_from_json(with_block({"type": "table", "rows": [["a"]]}), Limits(depth=3))
    document_from_json(with_block({"type": "paragraph", "text": '[[[["{\\'}), Limits(depth=3))


def test_tables_are_carried_as_deep_as_they_may_nest_and_no_deeper() -> None:
    table = Table([["x"]])
    for _ in range(DEEPEST_TABLE - 1):
        table = Table([[Cell([table])]])
    doc = ReportDocument(preamble=(table,))
    written = document_to_json(doc)
    assert document_from_json(written) == doc
    raw = json.loads(written)
    raw["preamble"] = [{"type": "table", "rows": [[{"content": raw["preamble"]}]]}]
    with pytest.raises(UnreadableSourceError, match="nested in one another"):
        document_from_json(json.dumps(raw))


def test_spans_cannot_claim_more_positions_than_the_limits_allow() -> None:
    wide = {"type": "table", "rows": [[{"column_span": 1_000}] * 101]}
    with pytest.raises(LimitExceededError, match=r"Limits\.table_cells"):
        document_from_json(with_block(wide))
    high: list[Any] = [[{"row_span": 60_000, "column_span": 1_000}], *[[]] * 200_000]
    with pytest.raises(LimitExceededError, match=r"Limits\.table_cells"):
        document_from_json(with_block({"type": "table", "rows": high}))
    many = [{"type": "table", "rows": [[{"column_span": 1_000}]]}] * 1_000
    with pytest.raises(LimitExceededError, match="all spans together"):
        document_from_json(json.dumps({"format": "govreport", "version": 1, "preamble": many}))


def test_a_source_above_the_byte_limit_is_refused() -> None:
    with pytest.raises(LimitExceededError, match=r"Limits\.input_bytes \(10\)"):
        document_from_json(SMALL, Limits(input_bytes=10))
