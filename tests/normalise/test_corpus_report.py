"""The real report with glosses, traditional script and narrowed punctuation."""

import re
from pathlib import Path

import pytest

import govreport
from govreport.normalise.characters import traditional_characters
from govreport.normalise.parts import parts_of

pytestmark = pytest.mark.corpus


def test_the_damaged_report_of_the_corpus_is_whole(corpus: Path) -> None:
    (path,) = corpus.glob("001_*.txt")
    document = govreport.read(path)
    result = govreport.normalize(document)
    text = "\n".join(part.text for part in parts_of(result.document))
    assert result.document.title == "喀尔钦镇政府信息公开工作年度报告"
    assert not re.search("[(（][a-zà-üā-ǜɡ]+[)）]", text)
    assert not set(text) & traditional_characters()
    assert not re.search("(?<=[\u4e00-\u9fff”）]),|,(?=[\u4e00-\u9fff“（])", text)
    assert [(f.row, f.column, f.text, f.value) for f in document.facts()] == [
        (f.row, f.column, f.text, f.value) for f in result.document.facts()
    ]
    assert re.findall("[0-9]+", text) == re.findall(
        "[0-9]+", "\n".join(part.text for part in parts_of(document))
    )
    assert govreport.replay(document, result.changes) == result.document
