"""Invented numbers for the statutory tables: no two alike where it matters, all sums right."""

import random
from collections.abc import Iterable

from govreport.model import statute
from govreport.model.statute import TableKind
from govreport.model.statutory import StatutoryTable

Texts = dict[tuple[str, str], str]
Values = dict[tuple[str, str], int]

APPLICANTS = tuple(column.key for column in statute.APPLICANT_COLUMNS[:-1])
TOTAL = "total"


def distinct(seed: int) -> Iterable[int]:
    """Yield numbers from 2 to 899, none twice, in an order that the seed gives."""
    return iter(random.Random(seed).sample(range(2, 900), 898))  # noqa: S311 - invented figures


def full_tables(edition: int, seed: int) -> dict[TableKind, StatutoryTable]:
    """Return the three tables with another number than nought in every cell that allows one."""
    numbers = iter(distinct(seed))
    proactive = {
        (row.key, column.key): next(numbers)
        for row in statute.layout("proactive_disclosure", edition).rows
        for column in row.columns
    }
    results = {
        (row, applicant): next(numbers)
        for row in result_rows(edition)
        for applicant in APPLICANTS
    }
    carried = {applicant: (next(numbers), next(numbers)) for applicant in APPLICANTS}
    reviews = {
        (row.key, column.key): next(numbers)
        for row in statute.layout("reviews", None).rows
        for column in row.columns[:-1]
    }
    return tables(
        edition,
        printed(proactive),
        printed(with_sums(edition, results, carried)),
        printed(with_totals(reviews)),
    )


def zero_tables(edition: int) -> dict[TableKind, StatutoryTable]:
    """Return the tables of a small office: noughts in nearly every cell, none left blank."""
    proactive = {
        (row.key, column.key): 0
        for row in statute.layout("proactive_disclosure", edition).rows
        for column in row.columns
    }
    proactive["administrative_licensing", "decisions"] = 37
    results = {(row, each): 0 for row in result_rows(edition) for each in APPLICANTS}
    results["granted", "natural_person"] = 2
    results["not_held", "commercial_enterprise"] = 1
    carried = dict.fromkeys(APPLICANTS, (0, 0))
    carried["commercial_enterprise"] = (1, 0)
    reviews = {
        (row.key, column.key): 0
        for row in statute.layout("reviews", None).rows
        for column in row.columns[:-1]
    }
    reviews["reconsideration", "corrected"] = 1
    return tables(
        edition,
        printed(proactive),
        printed(with_sums(edition, results, carried)),
        printed(with_totals(reviews)),
    )


def blank_tables(edition: int, seed: int) -> dict[TableKind, StatutoryTable]:
    """Return the three tables with every kind of blank that offices leave.

    In table 3: whole rows, rows with only a total of 0, with one applicant and the total, with
    several. In table 2 and 4: at the beginning, in the middle, at the end, and all of a row.
    """
    numbers = iter(distinct(seed))
    results: Values = {}
    for index, row in enumerate(result_rows(edition)):
        for applicant in _APPLICANTS_WITH_NUMBERS[index % len(_APPLICANTS_WITH_NUMBERS)]:
            results[row, APPLICANTS[applicant]] = next(numbers)
    carried = {APPLICANTS[0]: (next(numbers), next(numbers)), APPLICANTS[4]: (1, 0)}
    texts = printed(with_sums(edition, results, carried))
    for row in statute.layout("applications", edition).rows:
        shown = texts[row.key, TOTAL]
        texts = {
            key: "" if key[0] == row.key and text == "0" and key not in _NOUGHTS else text
            for key, text in texts.items()
        }
        if shown == "0" and row.key in _ROWS_WITH_A_TOTAL_OF_0:
            texts[row.key, TOTAL] = "0"
    return tables(edition, _blank_proactive(edition, numbers), texts, _blank_reviews(numbers))


_APPLICANTS_WITH_NUMBERS = ((0, 1, 5), (2,), (), (1, 4), (), (0,), (0, 2, 3, 4), (5,))
"""Which applicants have a number in each row of results, by turns."""

_ROWS_WITH_A_TOTAL_OF_0 = {"state_secret", "needs_creation", "publication_request"}

_NOUGHTS = {("granted", "legal_service_organization"), ("repeated_request", "natural_person")}
"""Cells that show their 0 if the other noughts of the row are left blank."""

_BLANKS_OF_THREE = ((), (0,), (1,), (2,), (0, 2), (0, 1, 2), (1, 2), (0, 1))


def _blank_proactive(edition: int, numbers: Iterable[int]) -> Texts:
    texts: Texts = {}
    given = iter(numbers)
    for index, row in enumerate(statute.layout("proactive_disclosure", edition).rows):
        blank = _BLANKS_OF_THREE[(index + 2) % len(_BLANKS_OF_THREE)]
        for position, column in enumerate(row.columns):
            if position not in blank:
                texts[row.key, column.key] = str(next(given))
    return texts


def _blank_reviews(numbers: Iterable[int]) -> Texts:
    given = iter(numbers)
    values = {
        ("reconsideration", "corrected"): next(given),
        ("reconsideration", "pending"): next(given),
        ("litigation_after_reconsideration", "upheld"): next(given),
    }
    texts = printed(with_totals(values))
    return {key: text for key, text in texts.items() if text != "0"}


def totals_only(edition: int, seed: int) -> Texts:
    """Return table 3 of an office that states nobody's share, only the totals."""
    numbers = iter(distinct(seed))
    results = {(row, APPLICANTS[0]): next(numbers) for row in result_rows(edition)}
    carried = {APPLICANTS[0]: (next(numbers), next(numbers))}
    texts = printed(with_sums(edition, results, carried))
    return {key: text for key, text in texts.items() if key[1] == TOTAL}


def result_rows(edition: int) -> list[str]:
    """Return the rows of table 3 whose sum is its row （七）总计."""
    rows = statute.layout("applications", edition).rows
    return [row.key for row in rows if len(row.labels) > 1 and row.key != "handled_total"]


def with_sums(edition: int, results: Values, carried: dict[str, tuple[int, int]]) -> Values:
    """Return table 3 of its results and of what was carried over and forward, every cell filled."""
    values: Values = {}
    for applicant in APPLICANTS:
        over, forward = carried.get(applicant, (0, 0))
        for row in result_rows(edition):
            values[row, applicant] = results.get((row, applicant), 0)
        handled = sum(values[row, applicant] for row in result_rows(edition))
        values["handled_total", applicant] = handled
        values["carried_over", applicant] = over
        values["carried_forward", applicant] = forward
        values["new_received", applicant] = handled + forward - over
    for row in {row for row, _ in values}:
        values[row, TOTAL] = sum(values[row, applicant] for applicant in APPLICANTS)
    return values


def with_totals(values: Values) -> Values:
    """Return table 4 with its totals, every cell filled."""
    filled: Values = {}
    for row in statute.layout("reviews", None).rows:
        for column in row.columns[:-1]:
            filled[row.key, column.key] = values.get((row.key, column.key), 0)
        filled[row.key, TOTAL] = sum(filled[row.key, each.key] for each in row.columns[:-1])
    return filled


def printed(values: Values) -> Texts:
    """Return the texts of numbers."""
    return {key: str(value) for key, value in values.items()}


def tables(
    edition: int, proactive: Texts, applications: Texts, reviews: Texts
) -> dict[TableKind, StatutoryTable]:
    """Return the three tables of their texts, what is not given blank."""
    return {
        "proactive_disclosure": StatutoryTable.from_texts(
            "proactive_disclosure", edition, proactive
        ),
        "applications": StatutoryTable.from_texts("applications", edition, applications),
        "reviews": StatutoryTable.from_texts("reviews", None, reviews),
    }
