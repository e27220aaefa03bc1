"""Names of offices, and the rosters that list them."""

import io
from pathlib import Path

import pytest

import govreport
from govreport.parts import matching, read_roster
from govreport.parts.roster import are_alike

NAMES = ["青禾县教育局", "青禾县云岭镇人民政府", "临川市教育局", "青禾县水利局"]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("青禾县教育局", ["青禾县教育局"]),
        ("青禾縣水利局", ["青禾县水利局"]),
        ("云岭镇", ["青禾县云岭镇人民政府"]),
        ("青禾县云岭镇", ["青禾县云岭镇人民政府"]),
        ("教育局", ["青禾县教育局", "临川市教育局"]),
        ("局", []),
        ("财政局", []),
    ],
)
def test_a_name_is_that_of_an_office_or_of_all_that_it_may_be(
    name: str, found: list[str]
) -> None:
    assert matching(name, NAMES) == found


def test_names_are_alike_where_one_ends_as_the_other() -> None:
    assert are_alike("教育局", "青禾县教育局")
    assert not are_alike("青禾县教育局", "临川市教育局")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize(
    "text",
    [
        "序号,单位名称,电话\n1,教育局,1\n2,云岭镇,\n",
        "教育局\n\n云岭镇\n",
        "agency\r\n教育局\r\n 云岭镇 \r\n,\r\n",
        "序号;单位;备注\n1;教育局;在编8人,兼职2人\n2;云岭镇;\n",
        "单位;备注\n教育局\n云岭镇;新设\n",
        "单位\t备注\n教育局\t\n云岭镇\t新设\n",
        "教育局;12\n云岭镇;7,5\n",
        "教育局\t12\n云岭镇\t7\n",
    ],
)
def test_a_roster_is_read_with_or_without_a_header(
    text: str, encoding: str, tmp_path: Path
) -> None:
    path = tmp_path / "offices.csv"
    path.write_bytes(text.encode(encoding))
    assert read_roster(path) == ["教育局", "云岭镇"]


def test_a_roster_is_read_from_an_open_file() -> None:
    assert read_roster(io.BytesIO("单位\n教育局\n".encode())) == ["教育局"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "names no office"),
        ("单位\n教育局\n教育局\n".encode(), "names 教育局 twice"),
        (b"PK\3\4\x14\0", "is a workbook"),
        (b"\xff\xfe\x80", "neither in UTF-8 nor in GB 18030"),
        (b'"' + b"a" * 200_000, "not a CSV file"),
    ],
)
def test_a_roster_that_is_none_is_an_error_that_names_it(
    data: bytes, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "offices.csv"
    path.write_bytes(data)
    with pytest.raises(govreport.UnreadableSourceError, match=said) as error:
        read_roster(path)
    assert str(path) in str(error.value)
