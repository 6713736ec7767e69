"""The house rules that no linter knows: sizes, names, and who may import what."""

import ast
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src"
MODULES = sorted(SOURCE.rglob("*.py"))
BANNED = {"manager", "helper", "util", "utils", "handler", "data", "info", "misc", "common"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def name_of(module: Path) -> str:
    return module.relative_to(SOURCE).as_posix()


def tree_of(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def functions() -> Iterator[tuple[str, Function]]:
    for module in MODULES:
        for node in ast.walk(tree_of(module)):
            if isinstance(node, Function):
                yield f"{name_of(module)}:{node.lineno} {node.name}", node


def classes() -> Iterator[tuple[str, ast.ClassDef]]:
    for module in MODULES:
        for node in ast.walk(tree_of(module)):
            if isinstance(node, ast.ClassDef):
                yield f"{name_of(module)}:{node.lineno} {node.name}", node


def lines_of(node: Function | ast.ClassDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def own_methods(node: ast.ClassDef) -> list[str]:
    """The public methods that are ours: not properties, not those that Qt calls by its names."""
    return [
        child.name
        for child in node.body
        if isinstance(child, Function)
        and not child.name.startswith("_")
        and child.name == child.name.lower()
        and not any("property" in ast.unparse(d) for d in child.decorator_list)
    ]


def test_functions_are_short() -> None:
    lengths = {name: lines_of(node) for name, node in functions()}
    assert [f"{name}: {n}" for name, n in lengths.items() if n > 50] == []
    ordered = sorted(lengths.values())
    assert statistics.median(ordered) <= 8
    assert ordered[len(ordered) * 95 // 100] <= 30


def test_files_are_short() -> None:
    lengths = {name_of(m): len(m.read_text(encoding="utf-8").splitlines()) for m in MODULES}
    assert {name: n for name, n in lengths.items() if n > 400} == {}


def test_classes_are_small() -> None:
    assert [f"{name}: {lines_of(c)} lines" for name, c in classes() if lines_of(c) > 250] == []
    crowded = {name: own_methods(c) for name, c in classes() if len(own_methods(c)) > 12}
    assert crowded == {}


def test_no_name_is_an_attic() -> None:
    names = [m.stem for m in MODULES] + [c.name for _, c in classes()]
    words = {name: re.findall(r"[A-Z]?[a-z]+", name) for name in names}
    assert [n for n, parts in words.items() if BANNED & {p.lower() for p in parts}] == []


@pytest.mark.parametrize("module", [m for m in MODULES if m.name == "__init__.py"], ids=name_of)
def test_a_package_initialiser_is_a_docstring(module: Path) -> None:
    if module.parent.name == "pyside6_qsci":
        return  # the face of a library of its own
    body = tree_of(module).body
    assert len(body) == 1
    assert ast.get_docstring(tree_of(module))


def test_one_module_of_the_window_knows_the_editor_binding() -> None:
    importers = [
        name_of(m)
        for m in MODULES
        if name_of(m).startswith("groundwork")
        and re.search(
            r"^\s*(from|import) pyside6_qsci", m.read_text(encoding="utf-8"), re.MULTILINE
        )
    ]
    assert len(importers) <= 1


MAY_WAIT = {
    # For a process that has been killed already: milliseconds, and only when the window closes.
    "groundwork/gui/run/child.py: .waitFor",
}


def test_one_module_knows_of_being_frozen() -> None:
    knowing = [
        name_of(module)
        for module in MODULES
        if re.search(r'sys, "frozen"|sys\.frozen|_MEIPASS\b', module.read_text(encoding="utf-8"))
    ]
    assert knowing == ["groundwork/paths.py"]


def test_the_window_never_waits() -> None:
    waits = re.compile(r"\.waitFor|time\.sleep|processEvents")
    waiting = {
        f"{name_of(m)}: {match.group()}"
        for m in (SOURCE / "groundwork" / "gui").rglob("*.py")
        for match in waits.finditer(m.read_text(encoding="utf-8"))
    }
    assert waiting <= MAY_WAIT
