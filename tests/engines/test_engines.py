"""Spark, Ray and Dask give the tables that `govreport.extract` gives, cell by cell.

Each needs its engine, in local mode, so these run where `.ci/run` installs them: `pytest -m engines`.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import govreport
from govreport.dataset.extraction import tables_of_sources
from govreport.dataset.schema import TABLES

pytestmark = pytest.mark.engines

FILES = 200

Tables = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two hundred sources in four formats, every tenth of which is poison."""
    made = tmp_path_factory.mktemp("reports")
    for number in range(FILES):
        form = govreport.ReportDocument.blank(f"青禾县第{number}镇", 2019 + number % 6)
        filled = form.with_values({("applications", "new_received", "natural_person"): number})
        suffix, kind = ((".docx", "docx"), (".html", "html"), (".pipe.txt", "pipe"))[number % 3]
        data = govreport.dumps(filled, kind)
        path = made / f"{number:03}{suffix}"
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        if number % 10 == 9:
            path.write_bytes(POISON[number // 10 % len(POISON)])
    return made


POISON = (b"PK\x03\x04 broken", b"\x00\x01\x02" * 500, b"", "天气很好。".encode(), b"%PDF-1.7 x")


@pytest.fixture(scope="module")
def expected(folder: Path) -> Tables:
    tables = tables_of_sources(sorted(folder.iterdir()))
    return {name: _ordered(table.to_pylist()) for name, table in zip(TABLES, tables, strict=True)}


def _ordered(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return rows without the folder in their names, in an order that does not depend on engines."""
    plain = [{**row, "source": row["source"].rsplit("/", 1)[-1]} for row in rows]
    return sorted(plain, key=lambda row: tuple(str(value) for value in row.values()))


def test_the_poison_is_set_aside(expected: Tables) -> None:
    outcomes = [row["outcome"] for row in expected["reports"]]
    assert len(outcomes) == FILES
    assert outcomes.count("report") == FILES * 9 // 10
    assert len(expected["facts"]) > 100 * FILES


def test_spark_gives_the_same_tables(
    folder: Path, expected: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pyspark.sql import SparkSession

    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)

    from govreport import spark

    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    try:
        files = session.read.format("binaryFile").load(str(folder))
        found = spark.extract(files)
        empty = {path.name for path in folder.iterdir() if not path.stat().st_size}
        assert empty  # Spark's own reader passes over a file without a byte
        for name in TABLES:
            rows = getattr(found, name).toArrow().to_pylist()
            assert _ordered(rows) == [r for r in expected[name] if r["source"] not in empty]
        found.sources.unpersist()
    finally:
        session.stop()


@pytest.fixture
def ray_data() -> Iterator[Any]:
    import ray

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, configure_logging=False)
    try:
        yield ray.data
    finally:
        ray.shutdown()


def test_ray_gives_the_same_tables(folder: Path, expected: Tables, ray_data: Any) -> None:
    from govreport import ray as on_ray

    files = ray_data.read_binary_files(str(folder), include_paths=True)
    found = on_ray.extract(files)
    for name in TABLES:
        assert _ordered(getattr(found, name).take_all()) == expected[name]


def test_dask_gives_the_same_tables(folder: Path, expected: Tables) -> None:
    import dask
    import pyarrow

    from govreport import dask as on_dask

    found = dask.compute(*on_dask.extract(sorted(folder.iterdir())), scheduler="threads")
    for name, frame in zip(TABLES, found, strict=True):
        rows = pyarrow.Table.from_pandas(frame, preserve_index=False).to_pylist()
        assert _ordered(rows) == expected[name]
