"""Binary Word documents: their text in pieces, properties, tables, fields, and what is refused."""

import random
import struct

import pytest

import govreport
from govreport.blocks import Stream, TableBlock, TextBlock
from govreport.limits import DEFAULT_LIMITS
from govreport.model.grid import Cell
from govreport.readers.docx import read_blocks
from govreport.translators.word_binary import translate
from tests.published.regenerate import FILES
from tests.sampling import deep
from tests.translators.word_binary.files import compound, document, modifier

HIDDEN, STRUCK, DELETED = 0x083C, 0x0837, 0x0800
IN_TABLE, ROW_END, DEPTH = 0x2416, 0x2417, 0x6649
INNER_CELL, INNER_ROW = 0x244B, 0x244C
HUGE = 0x6646


def stream_of(data: bytes) -> Stream:
    """Return what the reader of Word files finds in a translated document."""
    return read_blocks(translate(data, DEFAULT_LIMITS).data)


def texts(data: bytes) -> list[str]:
    """Return the paragraphs of a document."""
    return [each.text for each in stream_of(data).blocks if isinstance(each, TextBlock)]


def told(data: bytes) -> set[tuple[str, str]]:
    """Return the codes and texts of its diagnostics."""
    return {(each.code, each.text) for each in stream_of(data).diagnostics}


def row(edges: list[int], flags: list[int] | None = None) -> bytes:
    """Return the modifier that gives the edges of a row's cells, and their flags."""
    cells = b"".join(struct.pack("<H18x", flag) for flag in (flags or [0] * (len(edges) - 1)))
    operand = bytes([len(edges) - 1]) + struct.pack(f"<{len(edges)}h", *edges) + cells
    return struct.pack("<HH", 0xD608, len(operand) + 1) + operand


def test_text_in_pieces_of_one_and_two_bytes_and_pairs_of_halves() -> None:
    data = document(["甲乙", b"caf\x80 12\r", "丙𠀀\r"])
    assert texts(data) == ["甲乙caf€ 12", "丙𠀀"]


def test_properties_of_runs_and_what_is_opposite_to_no_style() -> None:
    text = "示藏划删异\r"
    runs = [
        (2, b""),
        (2, modifier(HIDDEN, 1)),
        (2, modifier(STRUCK, 1)),
        (2, modifier(DELETED, 0x81)),
        (2, modifier(HIDDEN, 0x80)),
        (2, b""),
    ]
    data = document([text], [(len(text) * 2, b"")], runs)
    assert texts(data) == ["示异"]
    assert told(data) == {("hidden-text", "藏"), ("deleted-text", "划删")}


def test_a_table_with_edges_and_merged_cells() -> None:
    rows = (
        ("甲\x07乙\x07", row([0, 2000, 3000])),
        ("丙\x07丁\x07戊\x07", row([0, 1000, 2010, 3000], [0x60, 0, 0])),
        ("\x07己\x07庚\x07", row([0, 1000, 1990, 3000], [0x20, 0, 0])),
    )
    text, paragraphs = "", []
    for cells, definition in rows:
        text += cells + "\x07"
        paragraphs.append((2 * len(cells), modifier(IN_TABLE, 1)))
        paragraphs.append((2, modifier(IN_TABLE, 1) + modifier(ROW_END, 1) + definition))
    data = document([text + "后\r"], [*paragraphs, (4, b"")])
    block, after = stream_of(data).blocks
    assert isinstance(block, TableBlock)
    assert block.table.rows == (
        (Cell("甲", 1, 2), Cell("乙")),
        (Cell("丙", 2, 1), Cell("丁"), Cell("戊")),
        (Cell("己"), Cell("庚")),
    )
    assert after == TextBlock("后")


def test_wide_rows_keep_their_edges_in_the_data_stream() -> None:
    edges = list(range(0, 16_000, 1_000))
    cells = "".join(f"{number}\x07" for number in range(15))
    wide = row([0, 7000, 15_000])
    definition = row(edges)
    stored = struct.pack("<H", len(definition)) + definition
    text = f"甲\x07乙\x07\x07{cells}\x07\r"
    data = document(
        [text],
        [
            (8, modifier(IN_TABLE, 1)),
            (2, modifier(IN_TABLE, 1) + modifier(ROW_END, 1) + wide),
            (2 * len(cells), modifier(IN_TABLE, 1)),
            (2, modifier(IN_TABLE, 1) + modifier(ROW_END, 1) + modifier(HUGE, 0, 4)),
            (2, b""),
        ],
        data=stored,
    )
    (block,) = stream_of(data).blocks
    assert isinstance(block, TableBlock)
    assert block.table.rows[0] == (Cell("甲", 1, 7), Cell("乙", 1, 8))
    assert block.table.width == 15


def test_a_table_in_a_cell() -> None:
    inner = modifier(IN_TABLE, 1) + modifier(DEPTH, 2, 4)
    outer = modifier(IN_TABLE, 1)
    data = document(
        ["甲\r", "内\r", "\r", "尾\x07", "\x07", "\r"],
        [
            (4, outer),
            (4, inner + modifier(INNER_CELL, 1)),
            (2, inner + modifier(INNER_ROW, 1) + row([0, 500])),
            (4, outer),
            (2, outer + modifier(ROW_END, 1) + row([0, 1000])),
            (2, b""),
        ],
    )
    (block,) = stream_of(data).blocks
    assert isinstance(block, TableBlock)
    (cell,) = block.table.rows[0]
    assert cell.content[0] == "甲"
    assert cell.tables[0].rows == ((Cell("内"),),)
    assert cell.text == "甲\n尾"


def test_of_a_field_only_its_result_is_shown() -> None:
    data = document(["页\x13 PAGE \\* x \x1412\x15尾\r"])
    assert texts(data) == ["页12尾"]


def test_signs_breaks_and_symbols() -> None:
    data = document(["甲\t乙\x0b丙\x1e1\r"])
    assert texts(data) == ["甲\t乙\n丙\u20111"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (document(["甲\r"], flags=0x0300), "encrypted; open it with its password"),
        (document(["甲\r"], version=0x68), r"Word 95 or earlier.*soffice"),
        (document(["甲\r"], identifier=0xA5DC), r"Word 95 or earlier"),
        (document(["甲\r"], flags=0), "lacks the stream of its tables"),
        (compound({"WordDocument": b"", "1Table": b""}), r"Word 95 or earlier"),
        (compound({"EncryptedPackage": b""}), "encrypted Office document"),
        (compound({"Workbook": b""}), r"old Excel workbook.*soffice"),
        (compound({"PowerPoint Document": b""}), "PowerPoint"),
        (compound({"CONTENTS": b"", "MatOST": b""}), r"Microsoft Works.*soffice"),
        (compound({"x": b""}), "without a Word document"),
        (document(["甲\r"])[:700], "damaged"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, message: str) -> None:
    with pytest.raises(govreport.UnreadableSourceError, match=message):
        govreport.loads(data, "doc")


def test_a_text_that_is_cut_short_is_told() -> None:
    whole = document(["甲乙丙\r" * 1000])
    (short,) = (
        each
        for each in govreport.loads(_with_count(whole, 40_000), "doc").diagnostics
        if each.code == "damaged-markup"
    )
    assert "characters of its text are missing" in short.message


def _with_count(data: bytes, count: int) -> bytes:
    """Say that the only piece of a document has so many characters."""
    at = data.index(b"\2\x10\0\0\0\0\0\0\0") + 9
    return data[:at] + struct.pack("<I", count) + data[at + 4 :]


@pytest.mark.parametrize("count", [30, deep(120)])
@pytest.mark.parametrize("name", ["planted.doc", "blanks-2021.doc"])
def test_damaged_bytes_give_a_document_or_an_error_of_ours(name: str, count: int) -> None:
    whole = (FILES / name).read_bytes()
    choice = random.Random(8)  # noqa: S311
    for _ in range(count):
        damaged = bytearray(whole)
        for _ in range(choice.choice((1, 4, 40))):
            damaged[choice.randrange(len(damaged))] = choice.choice((0, 1, 0x7F, 0xFF))
        try:
            govreport.loads(bytes(damaged), "doc")
        except govreport.ReportError:
            continue
