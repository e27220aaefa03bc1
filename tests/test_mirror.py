"""The tests mirror the package: whoever changes `x/y.py` looks into `tests/x` for `test_y.py`.

A module without a file of its own is tested with its folder, in files named after what they are
about. What is tested elsewhere is named in the table below.
"""

from pathlib import Path

import pytest

import govreport

PACKAGE = Path(govreport.__file__).resolve().parent
TESTS = Path(__file__).resolve().parent

ELSEWHERE = {
    "__init__.py": "test_architecture.py",
    "__main__.py": "command_line/test_command_line.py",
    "arrange": "laws/test_recognise_arrange.py",
    "blocks.py": "laws/test_streams.py",
    "dask.py": "engines",
    "docx_properties.py": "writers/docx/test_docx.py",
    "errors.py": "hostile/test_broken.py",
    "extras.py": "dataset",
    "foreign_files.py": "test_detection.py",
    "markup.py": "hostile/test_hidden_cost.py",
    "opened.py": "test_conversion.py",
    "processes.py": "test_batch.py",
    "ray.py": "engines",
    "spark.py": "engines",
    "targets.py": "hostile/test_safety.py",
    "testing": "laws/test_reach.py",
    "version.py": "test_newcomer.py",
}
"""Modules and folders whose tests cut across, with where these are."""

ACROSS = {
    *("benchmarks", "comparison", "dialects", "engines", "fuzz", "hostile", "house", "laws"),
    *("examples", "pages_of_systems", "published", "shapes", "twins", "typing", "walkthrough"),
}
"""Folders of tests that mirror none of the package."""

MODULES = [path.relative_to(PACKAGE) for path in sorted(PACKAGE.rglob("*.py"))]


def has_tests(folder: Path) -> bool:
    return any((TESTS / folder).glob("test_*.py"))


def is_mirrored(module: Path) -> bool:
    """Whether a module has a file of tests, or a folder above it tests in the folder of its name."""
    if (TESTS / module.parent / f"test_{module.stem}.py").is_file():
        return True
    return any(has_tests(folder) for folder in (module.parent, *module.parents) if folder.name)


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_a_module_is_tested_where_one_looks_for_it(module: Path) -> None:
    names = {module.as_posix(), *(each.as_posix() for each in module.parents)}
    assert is_mirrored(module) or names & ELSEWHERE.keys()


def test_what_is_tested_elsewhere_is_there_and_is_not_mirrored() -> None:
    for name, place in ELSEWHERE.items():
        assert (PACKAGE / name).exists(), name
        assert (TESTS / place).exists(), place
        assert not is_mirrored(Path(name)), name


def test_a_folder_of_tests_is_that_of_a_folder_of_the_package_or_cuts_across() -> None:
    folders = {path.name for path in TESTS.iterdir() if (path / "__init__.py").is_file()}
    package = {path.name for path in PACKAGE.iterdir() if path.is_dir()}
    assert folders - package == ACROSS


def test_a_file_of_tests_at_the_top_is_that_of_a_module_or_cuts_across() -> None:
    files = {path.stem.removeprefix("test_") for path in TESTS.glob("test_*.py")}
    modules = {path.stem for path in PACKAGE.glob("*.py")}
    across = {"architecture", "continuous_integration", "corpus", "memory", "mirror", "newcomer"}
    assert files - modules == across | {"documentation"}
