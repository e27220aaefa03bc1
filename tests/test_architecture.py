"""House rules that a machine can check: who imports whom, how long things are, what is described.

There is no list of exemptions: a rule that does not fit is changed here for everyone.
"""

import ast
import functools
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import govreport
from govreport.model import statute

PACKAGE = Path(govreport.__file__).resolve().parent
FILES = sorted(PACKAGE.rglob("*.py"))
MODULES = {
    ".".join(("govreport", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(
        ".__init__"
    ): path
    for path in FILES
}


@functools.cache
def trees() -> dict[str, ast.Module]:
    """Return every module's tree."""
    return {name: ast.parse(path.read_text("utf-8")) for name, path in MODULES.items()}


FORMATS = ("docx", "html", "pipe", "tab")
NEUTRAL = {
    "govreport.blocks",
    "govreport.detection",
    "govreport.errors",
    "govreport.limits",
    "govreport.markup",
    "govreport.office_files.archive",
    "govreport.office_files.packing",
    "govreport.office_files.relationships",
    "govreport.office_files.strict_names",
    "govreport.office_files.xml_tree",
    "govreport.wording",
    "govreport.xml_text",
    "govreport.model.dates",
    "govreport.model.diagnostics",
    "govreport.model.grid",
    "govreport.model.text",
}
"""All that a reader or writer knows of the project; none of it knows a report."""

GROUND = {"govreport.expressions"}
"""What stands in for a part of the standard library, and may be used by all."""

FORMAT_SIDE = ("govreport.readers", "govreport.writers", "govreport.text_formats")
MEANING_SIDE = ("govreport.recognise", "govreport.arrange")
DOCUMENT_SIDE = ("govreport.json_form",)
FILE_CEILING = 400
FUNCTION_CEILING = 60


def within(module: str, *packages: str) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def imports(module: str) -> set[str]:
    """Return our modules that a module imports, at its top or inside a function."""
    found = set()
    for node in ast.walk(trees()[module]):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(module, node)
            for alias in node.names:
                inner = f"{base}.{alias.name}"
                found.add(inner if inner in MODULES else base)
    return {name for name in found if within(name, "govreport")}


def _absolute(module: str, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    parts = module.split(".")
    package = parts if MODULES[module].name == "__init__.py" else parts[:-1]
    base = package[: len(package) - node.level + 1]
    return ".".join((*base, node.module) if node.module else base)


def modules_of(*packages: str) -> list[str]:
    return [module for module in MODULES if within(module, *packages)]


def wrong_imports(modules: list[str], allowed: set[str], *packages: str) -> list[str]:
    return [
        f"{module} imports {name}"
        for module in modules
        for name in sorted(imports(module))
        if name not in allowed | GROUND and not within(name, *packages)
    ]


def test_every_import_of_ours_is_a_module_that_exists() -> None:
    known = {name for module in MODULES for name in imports(module)}
    assert known <= set(MODULES)


def _layers() -> dict[str, int]:
    """Return the layer of each room, from the list that the documentation gives."""
    page = (PACKAGE.parent / "docs" / "flow.md").read_text("utf-8")
    (block,) = re.findall(r"```layers\n(.*?)```", page, re.DOTALL)
    lines = [line.partition(" (")[0].split(", ") for line in reversed(block.splitlines())]
    found = {room: layer for layer, rooms in enumerate(lines) for room in rooms}
    assert len(found) == sum(map(len, lines)), "a room stands on two lines"
    return found


def _room(module: str) -> str:
    return module.split(".")[1] if "." in module else module


def test_no_import_runs_upward() -> None:
    layers = _layers()
    assert set(layers) == {_room(module) for module in MODULES}
    assert not [
        f"{module} imports {name}"
        for module in MODULES
        for name in sorted(imports(module))
        if _room(name) != _room(module) and layers[_room(name)] >= layers[_room(module)]
    ]


def circles(imported: dict[str, set[str]]) -> list[list[str]]:
    """Return the groups of modules that import each other, be it through others."""
    reached: dict[str, set[str]] = {}
    for module in imported:
        found, fresh = set[str](), [module]
        while fresh:
            further = imported.get(fresh.pop(), set()) - found
            found |= further
            fresh.extend(further)
        reached[module] = found
    groups = {
        tuple(sorted(other for other in found if module in reached.get(other, ())))
        for module, found in reached.items()
        if module in found
    }
    return [list(group) for group in sorted(groups)]


def test_no_import_goes_in_a_circle() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == [["b", "c"]]
    assert circles({module: imports(module) - {module} for module in MODULES}) == []


def test_the_model_imports_nothing_of_ours_but_errors_and_their_wording() -> None:
    modules = modules_of("govreport.model")
    assert not wrong_imports(
        modules, {"govreport.errors", "govreport.wording"}, "govreport.model"
    )


def test_errors_and_limits_import_nothing_of_ours_but_errors_and_their_wording() -> None:
    modules = ["govreport.errors", "govreport.limits"]
    assert not wrong_imports(modules, {"govreport.errors", "govreport.wording"})


def test_the_wording_knows_nothing_of_ours() -> None:
    assert not wrong_imports(modules_of("govreport.wording"), set(), "govreport.wording")


def test_detection_knows_the_errors_and_files_of_other_kinds() -> None:
    allowed = {"govreport.errors", "govreport.foreign_files"}
    assert not wrong_imports(["govreport.detection", "govreport.foreign_files"], allowed)


def test_blocks_know_grids_and_diagnostics_alone() -> None:
    assert not wrong_imports(["govreport.blocks"], NEUTRAL)


@pytest.mark.parametrize("side", FORMAT_SIDE)
def test_what_knows_a_format_knows_no_meaning(side: str) -> None:
    modules = modules_of(side)
    assert modules
    assert not wrong_imports(modules, NEUTRAL, side, "govreport.text_formats", *_shared())


def _shared() -> list[str]:
    """Return the modules of a format's grammar, which stand beside readers and writers."""
    return [
        module
        for module in MODULES
        if module.count(".") == 1
        and module.split(".")[1].split("_")[0] in FORMATS
        and not wrong_imports([module], NEUTRAL)
    ]


def test_translators_know_neither_readers_nor_meaning() -> None:
    modules = modules_of("govreport.translators")
    assert modules
    allowed = {*NEUTRAL, "govreport.readers.decoding"}
    assert not wrong_imports(modules, allowed, "govreport.translators")


def test_what_is_printed_knows_no_file_and_only_pdf_files_know_pdfium() -> None:
    printed = modules_of("govreport.readers.printed")
    assert printed
    assert not wrong_imports(printed, NEUTRAL, "govreport.readers.printed")
    pdfium = {module for module, tree in trees().items() if "pypdfium2" in ast.dump(tree)}
    assert pdfium
    assert all(within(module, "govreport.readers.pdf") for module in pdfium)


def test_no_writer_knows_a_reader_and_no_reader_a_writer() -> None:
    for one, other in (("readers", "writers"), ("writers", "readers")):
        for module in modules_of(f"govreport.{one}"):
            assert not [name for name in imports(module) if within(name, f"govreport.{other}")]


def test_readers_of_different_formats_do_not_know_each_other() -> None:
    for side in ("govreport.readers", "govreport.writers"):
        for module in modules_of(*(f"{side}.{name}" for name in FORMATS)):
            own = ".".join(module.split(".")[:3])
            others = [f"{side}.{name}" for name in FORMATS if f"{side}.{name}" != own]
            assert not [name for name in imports(module) if within(name, *others)]


@pytest.mark.parametrize("side", MEANING_SIDE)
def test_what_knows_the_meaning_knows_no_format(side: str) -> None:
    modules = modules_of(side)
    assert modules
    known = ("govreport.chinese", "govreport.model")
    assert not wrong_imports(modules, NEUTRAL, *MEANING_SIDE, *known)


def test_what_shows_a_document_knows_the_document_alone() -> None:
    allowed = {"govreport.errors", "govreport.limits"}
    modules = modules_of(*DOCUMENT_SIDE)
    assert len(modules) > 1
    assert not wrong_imports(modules, allowed, *DOCUMENT_SIDE, "govreport.model")


def test_normalising_knows_the_document_and_the_chinese_language() -> None:
    modules = modules_of("govreport.normalise")
    assert modules
    own = ("govreport.normalise", "govreport.chinese", "govreport.model")
    assert not wrong_imports(modules, {"govreport.errors"}, *own)


def test_one_module_has_what_was_normalised_read_again() -> None:
    own = ("govreport.normalise", "govreport.arrange", "govreport.recognise", "govreport.model")
    assert not wrong_imports(["govreport.normalization"], set(), *own)
    users = [
        module
        for module in MODULES
        if any(within(name, "govreport.normalise") for name in imports(module))
        and any(within(name, *MEANING_SIDE) for name in imports(module))
    ]
    assert users == ["govreport.normalization"]


def test_the_command_line_uses_the_public_surface() -> None:
    allowed = {"govreport", "govreport.wording"}
    allowed |= {f"govreport.{each}" for each in ("detection", "errors", "extras", "targets")}
    own = ("command_line", "checks", "difference", "forms", "pages", "parts", "model")
    modules = modules_of("govreport.command_line")
    assert not wrong_imports(modules, allowed, *(f"govreport.{each}" for each in own))


def test_comparing_knows_the_model_alone() -> None:
    modules = modules_of("govreport.difference")
    assert not wrong_imports(modules, set(), "govreport.difference", "govreport.model")


def test_checks_know_the_model_and_the_chinese_language() -> None:
    allowed = {"govreport.errors", "govreport.wording"}
    own = ("govreport.checks", "govreport.chinese", "govreport.model", "govreport.parts")
    assert not wrong_imports(modules_of("govreport.checks"), allowed, *own)


def test_the_reports_below_a_summary_know_the_model_and_the_chinese_language() -> None:
    own = ("govreport.parts", "govreport.chinese", "govreport.model")
    assert not wrong_imports(modules_of("govreport.parts"), {"govreport.errors"}, *own)


def test_the_ground_floor_for_chinese_text_knows_nothing_of_ours() -> None:
    modules = modules_of("govreport.chinese")
    assert len(modules) > 3
    assert not wrong_imports(modules, set(), "govreport.chinese")


def test_pages_show_what_checking_and_comparing_found() -> None:
    shown = ("govreport.pages", "govreport.checks", "govreport.difference", "govreport.model")
    allowed = {"govreport.wording", "govreport.dataset.overview", "govreport.normalise.driver"}
    assert not wrong_imports(modules_of("govreport.pages"), allowed, *shown)


def test_only_the_conversion_sees_both_sides() -> None:
    def knows(module: str, *packages: str) -> bool:
        return any(within(name, *packages) for name in imports(module))

    both = [
        module
        for module in MODULES
        if knows(module, "govreport.readers", "govreport.writers", "govreport.text_formats")
        and knows(module, *MEANING_SIDE)
    ]
    assert set(both) <= {"govreport.conversion"}


def test_the_strategies_know_the_model_alone_and_nobody_knows_them() -> None:
    modules = modules_of("govreport.testing")
    assert not wrong_imports(
        modules, {"govreport.blocks"}, "govreport.testing", "govreport.model"
    )
    others = [module for module in MODULES if module not in modules]
    assert not [m for m in others if any(within(n, "govreport.testing") for n in imports(m))]


def _labels() -> set[str]:
    layouts = statute.LAYOUTS
    labels = {
        *statute.SECTION_HEADINGS.values(),
        *(label for of in layouts for row in of.rows for label in row.labels),
        *(column.label for of in layouts for row in of.rows for column in row.columns),
        *(label for of in layouts for _, label in of.group_labels),
        *(statute.ITEM_COLUMN, statute.APPLICATIONS_NOTE, statute.APPLICANTS),
        *(statute.ORGANIZATIONS, statute.LITIGATION),
    }
    return {label for label in labels if len(label) >= 4}


def _literals(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield the string literals of a module with their lines, docstrings left out."""
    descriptions = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in descriptions
        ):
            yield node.lineno, node.value


def test_the_labels_of_the_statute_are_written_in_one_place_only() -> None:
    labels = _labels()
    assert len(labels) > 50
    wrong = []
    for module, tree in trees().items():
        # The recogniser may name a part of a label; everyone else may not even quote one.
        whole = within(module, "govreport.recognise")
        for line, text in _literals(tree):
            found = text in labels if whole else any(label in text for label in labels)
            if found and module != "govreport.model.statute":
                wrong.append(f"{MODULES[module].name}:{line}: {text}")
    assert not wrong


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_file_is_longer_than_the_ceiling(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= FILE_CEILING


def test_no_function_is_longer_than_the_ceiling() -> None:
    assert not [
        f"{module}.{node.name} has {node.end_lineno - node.lineno + 1} lines"
        for module, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno >= FUNCTION_CEILING
    ]


def _public(node: ast.Module | ast.ClassDef, place: str) -> Iterator[tuple[str, ast.AST]]:
    for child in node.body:
        if isinstance(child, ast.FunctionDef | ast.ClassDef) and not child.name.startswith("_"):
            yield f"{place}.{child.name}", child
            if isinstance(child, ast.ClassDef):
                yield from _public(child, f"{place}.{child.name}")


def test_everything_public_is_described() -> None:
    assert not [module for module, tree in trees().items() if not ast.get_docstring(tree)]
    assert not [
        name
        for module, tree in trees().items()
        for name, node in _public(tree, module)
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not ast.get_docstring(node)
        and "overload" not in map(ast.unparse, node.decorator_list)
    ]


def test_nothing_prints_or_logs_but_the_command_line() -> None:
    for module, tree in trees().items():
        names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        printing = within(module, "govreport.command_line")
        assert "print" not in names or printing, module
        foreign = {
            alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.Import)
            for alias in node.names
        }
        assert not foreign & {"logging", "warnings"}, module


def test_no_exception_is_swallowed_wholesale() -> None:
    for module, tree in trees().items():
        for node in ast.walk(tree):
            # A handler that ends in a bare `raise` only cleans up.
            if isinstance(node, ast.ExceptHandler) and not _raises_again(node):
                assert node.type is not None, module
                caught = {name.id for name in ast.walk(node.type) if isinstance(name, ast.Name)}
                assert not caught & {"Exception", "BaseException"}, module


def _raises_again(node: ast.ExceptHandler) -> bool:
    last = node.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def test_importing_the_package_loads_no_library_of_a_format() -> None:
    program = (
        "import sys, govreport;"
        "print(*sorted({'docx', 'bs4', 'opencc', 'lxml', 'hypothesis', 'govreport.normalise', 'govreport.normalization'} & set(sys.modules)))"
    )
    printed = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert printed.stdout.split() == []


def test_every_public_name_has_a_home_and_no_module_stands_in_its_place() -> None:
    homes = [name for names in govreport._HOMES.values() for name in names]
    homes += govreport._MODULES
    assert sorted(homes) == sorted(govreport.__all__)
    assert all(getattr(govreport, name) is not None for name in homes)
    assert not {f"govreport.{name}" for name in homes} & set(MODULES)
