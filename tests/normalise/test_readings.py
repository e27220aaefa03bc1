"""The readings that are shipped against those of the library they come from."""

import unicodedata

from pypinyin.pinyin_dict import pinyin_dict

from govreport.normalise.readings import has_reading, reads


def test_the_shipped_readings_are_those_of_pypinyin() -> None:
    agreed = [
        has_reading(chr(code), unicodedata.normalize("NFC", syllable.strip()))
        for code, syllables in pinyin_dict.items()
        if 0x3400 <= code <= 0x9FFF
        for syllable in syllables.split(",")
    ]
    # A newer release may know a few more.
    assert len(agreed) > 30_000
    assert sum(agreed) > 0.999 * len(agreed)


def test_a_reading_may_be_written_in_many_ways() -> None:
    for gloss in ("lǜ", "Lǜ", "lu:4", "lv4", "lü4", "lü", "l\u0075\u0308\u0300"):
        assert has_reading("綠", gloss)
    assert has_reading("光", "ɡuānɡ")
    assert not has_reading("鎮", "chén")
    assert not has_reading("鎮", "GDP")
    assert not has_reading("一", "")
    assert "執" in reads("zhí")
