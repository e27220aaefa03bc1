"""Expressions that are compiled when they are first used."""

import copy
import importlib
import pkgutil
import re

import pytest

import govreport
from govreport.expressions import expression, expression_of


def test_it_is_used_like_a_compiled_pattern() -> None:
    number = expression(r"(?P<digits>[0-9]+)", re.ASCII)
    for _ in range(2):  # compiled by the first use
        assert number.fullmatch("2023")
        assert not number.fullmatch("2023年")
        assert number.sub("0", "1 and 23") == "0 and 0"
        assert number.groupindex == {"digits": 1}
    assert number.pattern == r"(?P<digits>[0-9]+)"
    assert expression(b"a").search(b"cat")
    assert copy.copy(number).search("7")


def test_what_is_wrong_with_a_pattern_is_said_by_its_first_use() -> None:
    wrong = expression("(")
    with pytest.raises(re.error):
        wrong.match("")


def test_every_expression_of_a_module_can_be_compiled() -> None:
    compiled = 0
    for module in pkgutil.walk_packages(govreport.__path__, "govreport."):
        if module.name.partition(".")[2] in ("__main__", "dask", "ray", "spark"):
            continue
        for value in vars(importlib.import_module(module.name)).values():
            if type(value) is type(expression("")):
                re.compile(value.pattern, value.flags)
                compiled += 1
    assert compiled > 200


def test_a_pattern_that_is_made_is_made_once_when_it_is_first_used() -> None:
    made: list[str] = []

    def make() -> str:
        made.append("年报")
        return made[-1]

    pattern = expression_of(make)
    assert made == []
    assert pattern.search("2023年年报")
    assert pattern.findall("年报") == [pattern.pattern]
    assert made == ["年报"]
