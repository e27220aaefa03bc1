"""All steps together."""

import govreport


def test_the_example_of_the_documentation() -> None:
    assert (
        govreport.normalize_text("喀爾欽鎮(zhèn)…常態(tài)化,以經(jīng)濟")
        == "喀尔钦镇…常态化，以经济"
    )
