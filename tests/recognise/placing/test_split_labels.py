"""Labels that lines part, around their numbers or a character a line."""

import pytest

import govreport
from govreport.model import statute

TITLE = "青禾县云岭镇人民政府2023年政府信息公开工作年度报告"
HEADER = ["自然人 法人或其他组织 总计", "商业企业 科研机构 社会公益组织 法律服务机构 其他"]
ROWS = statute.layout("applications", 2021).rows


def numbers_of(at: int) -> list[int]:
    parts = [at + column for column in range(1, 7)]
    return [*parts, sum(parts)]


def read(lines: list[str]) -> dict[tuple[str, str], int]:
    text = "\n".join([TITLE, "", "三、收到和处理政府信息公开申请情况", "", *HEADER, *lines, ""])
    facts = govreport.loads(text.encode(), format="tab").facts()
    return {
        (fact.row, fact.column): int(fact.value)
        for fact in facts
        if fact.table == "applications" and fact.value is not None
    }


def expected() -> dict[tuple[str, str], int]:
    return {
        (row.key, column.key): number
        for at, row in enumerate(ROWS)
        for column, number in zip(row.columns, numbers_of(at), strict=True)
    }


def torn(place: int, *, behind: bool) -> list[str]:
    """Return the rows with labels cut at a place, their numbers after or between the halves."""
    lines: list[str] = []
    last: tuple[str, ...] = ()
    for at, row in enumerate(ROWS):
        *above, label = row.labels
        lines += [each for each in above if each not in last]
        last = row.labels[:-1]
        figures = " ".join(map(str, numbers_of(at)))
        cut = min(place, len(label) - 1)
        if len(label) < 5:
            lines.append(f"{label} {figures}")
        elif behind:
            lines += [f"{label[:cut]} {figures}", label[cut:]]
        else:
            lines += [label[:cut], figures, label[cut:]]
    return lines


@pytest.mark.parametrize("behind", [True, False])
@pytest.mark.parametrize("place", [4, 5, 6, 9])
def test_a_label_on_two_lines_is_whole_wherever_it_is_cut(place: int, behind: bool) -> None:
    assert read(torn(place, behind=behind)) == expected()


def test_a_label_that_stands_upright_is_whole() -> None:
    lines: list[str] = []
    last: tuple[str, ...] = ()
    for at, row in enumerate(ROWS):
        *above, label = row.labels
        lines += [character for each in above if each not in last for character in each]
        last = row.labels[:-1]
        lines.append(" ".join([label, *map(str, numbers_of(at))]))
    assert read(lines) == expected()


def test_parts_of_a_label_of_another_quantity_are_none() -> None:
    lines = torn(4, behind=True)
    at = next(at for at, line in enumerate(lines) if line.startswith("二、上年"))
    lines[at] = lines[at].replace("二、上年", "二、本年")
    found = read(lines)
    right = expected()
    assert found.items() <= right.items()
    assert ("carried_over", "total") not in found


@pytest.mark.parametrize("rest", ["信息公开咨询数量", "信息公开申请人数", "信息公开累计数量"])
def test_a_text_behind_numbers_that_turns_the_label_before_them_makes_it_another(
    rest: str,
) -> None:
    lines = torn(40, behind=True)
    at = next(at for at, line in enumerate(lines) if line.startswith("二、"))
    figures = lines[at].split(" ", 1)[1]
    lines[at : at + 1] = [f"二、上年结转政府 {figures}", rest]
    found = read(lines)
    assert not any(row == "carried_over" for row, _ in found)
    assert len(found) > 100
