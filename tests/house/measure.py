"""Measure how a package is built: the table of docs/house.md.

    python -m tests.house.measure [CHECKOUT ...]

Each CHECKOUT (default: this one) is a column. radon counts cyclomatic complexity (extra `lint`).
"""

import ast
import statistics
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

from radon.complexity import cc_visit

from tests.conftest import CHECKOUT

_COMPLEX = 10
_CACHES = ("cache", "lru_cache")
_MUTABLE = ("dict", "list", "set", "bytearray", "defaultdict", "Counter", "OrderedDict", "deque")
_CHANGES = frozenset(
    "add append clear discard extend insert pop popitem remove setdefault sort update".split()
)
_FEWEST_NODES = 40
"""Functions of fewer nodes are alike by chance."""


def main(arguments: list[str]) -> None:
    """Print the measures of each checkout as a table."""
    checkouts = [Path(each) for each in arguments] or [CHECKOUT]
    columns = [dict(measures(checkout / "govreport")) for checkout in checkouts]
    heads = ["", *(checkout.resolve().name for checkout in checkouts)]
    rows = [[name, *(column[name] for column in columns)] for name in columns[0]]
    for row in (heads, ["---"] * len(heads), *rows):
        sys.stdout.write(f"| {' | '.join(row)} |\n")


def measures(package: Path) -> Iterator[tuple[str, str]]:
    """Yield each measure of a package with its value."""
    texts = {path: path.read_text("utf-8") for path in sorted(package.rglob("*.py"))}
    trees = {path: ast.parse(text) for path, text in texts.items()}
    functions = [node for tree in trees.values() for node in _functions(tree)]
    lengths = sorted(_length(node) for node in functions)
    yield "modules", str(len(texts))
    yield "lines", str(sum(len(text.splitlines()) for text in texts.values()))
    yield "functions", str(len(functions))
    yield (
        "length of a function, median / p95",
        f"{statistics.median(lengths):.0f} / {lengths[int(0.95 * len(lengths))]}",
    )
    complexity = [
        block.complexity for text in texts.values() for block in _blocks(cc_visit(text))
    ]
    yield (
        f"functions with a complexity above {_COMPLEX}",
        str(sum(c > _COMPLEX for c in complexity)),
    )
    yield "branches per 100 lines", _branches(texts, trees, package)
    yield "the same in `recognise`", _branches(texts, trees, package / "recognise")
    caches = sum(map(_caches, trees.values()))
    states = sum(len(_states(tree)) for tree in trees.values())
    yield "module-level caches and mutable state", f"{caches + states}"
    yield "circles of modules", str(len(_circles(package, trees)))
    yield "functions of the same shape", str(_same_shape(functions))
    yield "classes that share a name", str(_homonyms(trees))
    described, public = _described(trees)
    yield "public names with a docstring", f"{described} of {public}"


def _functions(tree: ast.Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in ast.walk(tree) if isinstance(node, kinds)]


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _blocks(found: list[object]) -> Iterator[object]:
    """Yield the functions and methods among what radon found; it lists methods beside their class."""
    return (block for block in found if type(block).__name__ == "Function")


def _branches(texts: dict[Path, str], trees: dict[Path, ast.Module], folder: Path) -> str:
    within = [path for path in trees if path.is_relative_to(folder)]
    lines = sum(len(texts[path].splitlines()) for path in within)
    branches = sum(_branch(node) for path in within for node in ast.walk(trees[path]))
    return f"{100 * branches / lines:.0f}" if lines else "0"


def _branch(node: ast.AST) -> int:
    """Return how many ways more than one a node opens, in the manner of cyclomatic complexity."""
    match node:
        case ast.If() | ast.For() | ast.While() | ast.IfExp() | ast.ExceptHandler():
            return 1
        case ast.BoolOp(values=values):
            return len(values) - 1
        case ast.comprehension(ifs=ifs):
            return len(ifs)
        case ast.match_case():
            return 1
    return 0


def _caches(tree: ast.Module) -> int:
    """Return how many functions remember what they returned."""
    return sum(
        ast.unparse(each).partition("(")[0].rpartition(".")[2] in _CACHES
        for node in _functions(tree)
        for each in node.decorator_list
    )


def _states(tree: ast.Module) -> set[str]:
    """Return the names of a module whose values its functions change."""
    mutable = {
        target.id
        for node in tree.body
        for target in _targets(node)
        if isinstance(target, ast.Name) and _is_mutable(getattr(node, "value", None))
    }
    changed = set()
    for function in _functions(tree):
        for node in ast.walk(function):
            if isinstance(node, ast.Global):
                changed.update(node.names)
            elif _is_change(node):
                changed.update(_name(node.value))
    return mutable & changed


def _is_change(node: ast.AST) -> TypeGuard[ast.Subscript | ast.Attribute]:
    if isinstance(node, ast.Subscript):
        return not isinstance(node.ctx, ast.Load)
    return isinstance(node, ast.Attribute) and node.attr in _CHANGES


def _targets(node: ast.stmt) -> list[ast.expr]:
    if isinstance(node, ast.Assign):
        return node.targets
    return [node.target] if isinstance(node, ast.AnnAssign) else []


def _is_mutable(value: ast.expr | None) -> bool:
    if isinstance(value, ast.Call):
        return ast.unparse(value.func).rpartition(".")[2] in _MUTABLE
    kinds = (ast.Dict, ast.List, ast.Set, ast.DictComp, ast.ListComp, ast.SetComp)
    return isinstance(value, kinds)


def _name(node: ast.expr) -> list[str]:
    return [node.id] if isinstance(node, ast.Name) else []


def _circles(package: Path, trees: dict[Path, ast.Module]) -> list[list[str]]:
    """Return the groups of modules that import each other, be it for types or in a function."""
    names = {_module(package, path): tree for path, tree in trees.items()}
    imported = {name: _imports(name, tree, names) for name, tree in names.items()}
    # The package itself names all that is public, and loads none of it.
    imported[package.name] = set()
    reached = {name: _reached(name, imported) for name in imported}
    groups = {
        tuple(sorted(other for other in found if name in reached[other]))
        for name, found in reached.items()
        if name in found
    }
    return [list(group) for group in groups]


def _module(package: Path, path: Path) -> str:
    parts = path.relative_to(package.parent).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def _imports(module: str, tree: ast.Module, names: dict[str, ast.Module]) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                found.add(inner if inner in names else node.module)
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
    return (found & set(names)) - {module}


def _reached(name: str, imported: dict[str, set[str]]) -> set[str]:
    found, fresh = set[str](), [name]
    while fresh:
        further = imported[fresh.pop()] - found
        found |= further
        fresh.extend(further)
    return found


def _same_shape(functions: list[ast.FunctionDef | ast.AsyncFunctionDef]) -> int:
    """Return how many functions have the same syntax tree as another, names and texts aside."""
    shapes: Counter[str] = Counter()
    for function in functions:
        nodes = [type(node).__name__ for part in function.body for node in ast.walk(part)]
        if len(nodes) >= _FEWEST_NODES:
            shapes[" ".join(nodes)] += 1
    return sum(count for count in shapes.values() if count > 1)


def _homonyms(trees: dict[Path, ast.Module]) -> int:
    names = Counter(
        node.name
        for tree in trees.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    )
    return sum(count for count in names.values() if count > 1)


def _described(trees: dict[Path, ast.Module]) -> tuple[int, int]:
    found = [node for tree in trees.values() for node in (tree, *_public(tree))]
    return sum(ast.get_docstring(node) is not None for node in found), len(found)


def _public(
    within: ast.Module | ast.ClassDef,
) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    for node in within.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from _public(node)


if __name__ == "__main__":
    main(sys.argv[1:])
