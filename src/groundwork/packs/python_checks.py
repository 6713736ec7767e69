"""Checks written as Python: the functions of a `checks.py`, found without running it."""

from __future__ import annotations

import ast

from groundwork.packs.checks import PythonCheck
from groundwork.packs.names import title_from
from groundwork.packs.problems import ProblemCollector
from groundwork.packs.python_text import fault_line, syntax_fault, tree_of
from groundwork.packs.wording import one_line, quoted

PREFIX = "check_"
_PARAMETERS = ("learner", "expect")


def read_python_checks(
    source: str, first_line: int, problems: ProblemCollector
) -> tuple[PythonCheck, ...]:
    """The checks in `source`, which begins at `first_line` of its file; what is wrong is told."""
    tree = tree_of(source)
    if tree is None:
        line = first_line - 1 + fault_line(source)
        sentence = f"The checks are not valid Python: {syntax_fault(source, 'exec')}."
        problems.tell(line, sentence, "Mend this line; until then these checks are left out.")
        return ()
    functions = [
        one for one in tree.body if isinstance(one, (ast.FunctionDef, ast.AsyncFunctionDef))
    ]
    checks = [one for one in functions if one.name.startswith(PREFIX)]
    if not checks:
        sentence = "There is no function here whose name begins with check_."
        problems.tell(first_line, sentence, "Write def check_something(learner, expect): ….")
    names: set[str] = set()
    found = []
    for function in checks:
        line = first_line - 1 + function.lineno
        if _is_usable(function, names, line, problems):
            found.append(_check(function, source, line, problems))
        names.add(function.name)
    return tuple(found)


def _is_usable(
    function: ast.FunctionDef | ast.AsyncFunctionDef,
    names: set[str],
    line: int,
    problems: ProblemCollector,
) -> bool:
    """Whether the function can be called as a check; told where it cannot."""
    taken = (*function.args.posonlyargs, *function.args.args)
    if isinstance(function, ast.AsyncFunctionDef):
        sentence = f"The check {quoted(function.name)} is an async function."
        problems.tell(line, sentence, "Write def in place of async def.")
    elif tuple(one.arg for one in taken) != _PARAMETERS:
        sentence = f"The check {quoted(function.name)} does not take learner and expect."
        problems.tell(line, sentence, f"Write def {function.name}(learner, expect): ….")
    elif function.name in names:
        sentence = f"There are two checks called {quoted(function.name)}."
        problems.tell(line, sentence, "Give one of them another name.")
    else:
        return True
    return False


def _check(
    function: ast.FunctionDef | ast.AsyncFunctionDef,
    source: str,
    line: int,
    problems: ProblemCollector,
) -> PythonCheck:
    words = (ast.get_docstring(function) or "").strip()
    title = one_line(words.partition("\n")[0]).rstrip(".")
    if not title:
        sentence = f"The check {quoted(function.name)} does not say what it checks."
        remedy = "Write it for the learner as the function's first line, in three double quotes."
        problems.tell(line, sentence, remedy)
        title = title_from(function.name.removeprefix(PREFIX).replace("_", "-"))
    return PythonCheck(title=title, line=line, source=source, function=function.name)
