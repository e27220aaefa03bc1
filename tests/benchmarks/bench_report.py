"""The same comparisons for pytest-benchmark: `pytest tests/benchmarks/bench_report.py`."""

import pytest

import govreport
from govreport.detection import detect
from tests.benchmarks import inputs, peers

LIMITS = govreport.Limits.unbounded()
FORMATS = ("docx", "html", "pipe", "tab", "json")
WORD_READERS = {"floor": peers.docx_floor, "govreport": govreport.loads, **peers.docx_peers()}
PAGE_READERS = {"floor": peers.html_floor, "govreport": govreport.loads, **peers.html_peers()}


@pytest.mark.benchmark(group="read a Word file")
@pytest.mark.parametrize("reader", WORD_READERS)
def test_reading_the_word_file(benchmark, reader: str) -> None:
    benchmark(WORD_READERS[reader], inputs.word_file())


@pytest.mark.benchmark(group="read a page")
@pytest.mark.parametrize("reader", PAGE_READERS)
def test_reading_the_page(benchmark, reader: str) -> None:
    benchmark(PAGE_READERS[reader], inputs.web_page())


@pytest.mark.benchmark(group="read our own file")
@pytest.mark.parametrize("format", FORMATS)
def test_reading_each_format(benchmark, format: str) -> None:
    assert benchmark(govreport.loads, inputs.written(format), format) == inputs.report()


@pytest.mark.benchmark(group="write")
@pytest.mark.parametrize("format", FORMATS)
def test_writing_each_format(benchmark, format: str) -> None:
    benchmark(govreport.dumps, inputs.report(), format)


@pytest.mark.benchmark(group="detect")
@pytest.mark.parametrize("format", FORMATS)
def test_detecting_each_format(benchmark, format: str) -> None:
    assert benchmark(detect, inputs.written(format)) == format


@pytest.mark.benchmark(group="normalise, check, facts")
@pytest.mark.parametrize("operation", ["normalize", "check", "facts"])
def test_working_with_a_report(benchmark, operation: str) -> None:
    document = govreport.loads(inputs.web_page())
    if operation == "facts":
        benchmark(lambda: list(document.facts()))
    else:
        benchmark(getattr(govreport, operation), document)


@pytest.mark.benchmark(group="growth")
@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("paragraphs", [10, 100, 1_000, 10_000])
def test_growth_with_paragraphs(benchmark, format: str, paragraphs: int) -> None:
    data = inputs.encoded(govreport.dumps(inputs.report_of_paragraphs(paragraphs), format))
    benchmark.pedantic(govreport.loads, (data, format, LIMITS), rounds=3)


@pytest.mark.benchmark(group="growth")
@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("rows", [30, 300, 3_000, 30_000])
def test_growth_with_rows(benchmark, format: str, rows: int) -> None:
    data = inputs.encoded(govreport.dumps(inputs.report_of_rows(rows), format))
    benchmark.pedantic(govreport.loads, (data, format, LIMITS), rounds=3)
