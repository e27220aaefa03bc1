"""The measures count what their names say, shown with a package of a few lines."""

from pathlib import Path

import pytest

pytest.importorskip("radon", reason="radon comes with the extra lint")

from tests.conftest import CHECKOUT
from tests.house.measure import main, measures

ONE = '''"""One."""
from functools import cache
from govreport import two
_SEEN = {}
_NEVER_CHANGED = {}


@cache
def first(a, b):
    """First."""
    _SEEN[a] = b
    return [x for x in b if x] if a and b else None


def second():
    pass
'''
TWO = "from govreport import one\n\n\nclass A:\n    pass\n"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "govreport"
    folder.mkdir()
    for name, text in (("__init__", ""), ("one", ONE), ("two", TWO)):
        (folder / f"{name}.py").write_text(text, "utf-8")
    return folder


def test_each_measure_of_a_small_package(package: Path) -> None:
    found = dict(measures(package))
    assert found["modules"] == "3"
    assert found["functions"] == "2"
    assert found["branches per 100 lines"] == str(round(100 * 3 / 21))
    assert found["module-level caches and mutable state"] == "2"
    assert found["circles of modules"] == "1"
    assert found["public names with a docstring"] == "2 of 6"


def test_the_table_has_a_column_for_each_checkout_and_the_rows_of_the_documentation(
    package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([str(package.parent)] * 2)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"|  | {package.parent.name} | {package.parent.name} |"
    page = (CHECKOUT / "docs" / "house.md").read_text("utf-8")
    assert [line.split(" | ")[0] for line in page.splitlines() if line.startswith("| ")][1:] == [
        line.split(" | ")[0] for line in lines[2:]
    ]
