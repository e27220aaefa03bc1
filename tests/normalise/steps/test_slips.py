"""The step `slips` by example: what it repairs."""

import pytest

import govreport

REPAIRED = (
    ("申請?zhí)幚頉Q定", "申請處理決定"),
    ("申請�(zhí)幚頉Q定", "申請處理決定"),
)


@pytest.mark.parametrize(("damaged", "clean"), REPAIRED)
def test_what_is_damaged_comes_back(damaged: str, clean: str) -> None:
    assert govreport.normalize_text(damaged, ["slips"]) == clean


def test_bytes_of_an_unproved_slip_stay_for_whoever_repairs_it() -> None:
    text = "經濟發展的5項?zhàn)\ue0e4婕懊裆\ue300Ｕ系?項"
    assert "項?zhàn)\ue0e4婕懊裆\ue300Ｕ" in govreport.normalize_text(text, ["slips", "noise"])
