"""What cells are called in messages."""

import pytest

from govreport.checks.naming import cell_name
from govreport.wording import Language


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("zh", "表三“3.危及‘三安全一稳定’”行“自然人”列"),
        ("en", "applications, security_and_stability, natural_person"),
    ],
)
def test_a_label_that_quotes_stands_in_other_marks_than_its_own(
    language: Language, name: str
) -> None:
    cell = ("applications", "security_and_stability", "natural_person")
    assert cell_name(cell, language) == name
