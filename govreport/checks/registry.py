"""The rules by id: the decorator that adds one, the list of them, and choosing among them."""

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches

from govreport.checks.examination import Rule, RuleFunction
from govreport.checks.finding import Severity
from govreport.errors import UnknownRuleError
from govreport.model.statute import EDITIONS

_RULES: dict[str, Rule] = {}


def rule(
    id: str,
    severity: Severity,
    description: str,
    source: str = "",
    editions: tuple[int, ...] = EDITIONS,
) -> Callable[[RuleFunction], RuleFunction]:
    """Return a decorator that adds a function to the rules under an id such as `office.fees`.

    The function is given an `Examination` and yields what `Examination.finding` returns. A rule
    given under the same id replaces the earlier one. `ValueError` for an invalid id.
    """
    if not all(part.isidentifier() for part in id.split(".")):
        raise ValueError(
            f"{id!r} is not a rule id; write words separated by dots, such as office.fees"
        )

    def add(function: RuleFunction) -> RuleFunction:
        _RULES[id] = Rule(id, severity, description, source, editions, function)
        return function

    return add


def rules(select: Iterable[str] | None = None, ignore: Iterable[str] = ()) -> list[Rule]:
    """Return the rules in the order of registration: those of the statute, then the user's.

    `select` and `ignore` are as for `check`; without them it is every rule.
    """
    return list(chosen(select, ignore))


def chosen(select: Iterable[str] | None, ignore: Iterable[str]) -> Iterator[Rule]:
    """Yield the rules selected and not ignored.

    An id selects itself and all ids that continue it after a dot, so `prose` selects
    `prose.granted`. `UnknownRuleError` if it selects none.
    """
    selected = _matching(_RULES if select is None else select)
    ignored = _matching(ignore)
    for each in _RULES.values():
        if each.id in selected and each.id not in ignored:
            yield each


def _nearest(id: str) -> str:
    """Say which ids are meant perhaps, else in which groups all are."""
    groups = dict.fromkeys(known.partition(".")[0] for known in _RULES)
    if close := get_close_matches(id, [*groups, *_RULES]):
        return f"did you mean {' or '.join(close)}?"
    return f"all rules are in {', '.join(groups)}, and govreport check --rules lists them"


def _matching(ids: Iterable[str]) -> set[str]:
    matching: set[str] = set()
    for each in (ids,) if isinstance(ids, str) else ids:
        found = {known for known in _RULES if known == each or known.startswith(f"{each}.")}
        if not found:
            raise UnknownRuleError(f"there is no rule {each!r}; {_nearest(each)}")
        matching |= found
    return matching
