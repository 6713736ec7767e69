"""What Python accepts and hardly anybody means: lines without effect, lines never reached."""

from __future__ import annotations

import ast
import builtins
import itertools
from collections.abc import Iterator, Sequence

from groundwork.language.service.problems.program import Change, Problem, Program, Remedy
from groundwork.language.service.problems.sayings import WARNING
from groundwork.language.service.problems.tokens import STRING

_LEAVING = (ast.Return, ast.Raise, ast.Break, ast.Continue)
_LEAVES = {ast.Return: "return", ast.Raise: "raise", ast.Break: "break", ast.Continue: "continue"}
_MUTABLE_CALLS = frozenset({"list", "dict", "set"})
_METHODS = frozenset(
    name for kind in (str, list, dict, set) for name in dir(kind) if not name.startswith("_")
)
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef)


def habit_problems(program: Program, tree: ast.Module) -> Iterator[Problem]:
    """All of them, from outside in."""
    functions = {node.name for node in ast.walk(tree) if isinstance(node, _SCOPES)}
    known = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} | {
        node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)
    }
    for node in ast.walk(tree):
        for body in _bodies(node):
            if not isinstance(node, ast.Module):  # nothing can leave there
                yield from _unreachable(program, body)
            yield from _idle(program, node, body, functions)
        if isinstance(node, _SCOPES):
            yield from _shared_defaults(program, node)
        elif isinstance(node, ast.Call):
            yield from _plain_braces(program, node, known)


def _bodies(node: ast.AST) -> Iterator[Sequence[ast.stmt]]:
    for field in ("body", "orelse", "finalbody"):
        body = getattr(node, field, None)
        if isinstance(body, list):
            yield body


def _start(program: Program, node: ast.expr | ast.stmt) -> int:
    return program.offset_of_bytes(node.lineno, node.col_offset)


def _end(program: Program, node: ast.expr | ast.stmt) -> int:
    return program.offset_of_bytes(node.end_lineno or node.lineno, node.end_col_offset or 0)


def _problem(
    program: Program, node: ast.expr | ast.stmt, topic: str, sentence: str, *remedies: Remedy
) -> Problem:
    start = _start(program, node)
    end = min(_end(program, node), program.line_end(program.line_at(start)))
    return Problem(start, end, WARNING, topic, sentence, remedies)


def _unreachable(program: Program, body: Sequence[ast.stmt]) -> Iterator[Problem]:
    for leaving, following in itertools.pairwise(body):
        if isinstance(leaving, _LEAVING):
            word = _LEAVES[type(leaving)]
            yield _problem(
                program,
                following,
                "unreachable",
                f"This line is never reached: “{word}” on line {leaving.lineno} leaves before it.",
            )
            return


def _idle(
    program: Program, owner: ast.AST, body: Sequence[ast.stmt], functions: set[str]
) -> Iterator[Problem]:
    """Lines that work something out and do nothing with it."""
    if isinstance(owner, ast.Try):
        return  # there it is asked whether something fails
    for statement in body:
        if isinstance(statement, ast.Expr):
            yield from _idle_value(program, statement.value, functions)


def _idle_value(program: Program, value: ast.expr, functions: set[str]) -> Iterator[Problem]:
    if isinstance(value, ast.Compare):
        yield from _idle_comparison(program, value)
    elif isinstance(value, ast.Name) and _is_function(value.id, functions):
        yield _uncalled(program, value, value.id)
    elif isinstance(value, ast.Attribute) and value.attr in _METHODS:
        yield _uncalled(program, value, value.attr)
    elif isinstance(value, ast.Name):
        yield _problem(
            program,
            value,
            "no-effect",
            f"This line does nothing. To show “{value.id}”, write “print({value.id})”.",
        )
    elif isinstance(value, ast.BinOp) and _is_counting(value):
        yield _idle_count(program, value)


def _is_function(name: str, functions: set[str]) -> bool:
    return name in functions or callable(getattr(builtins, name, None))


def _uncalled(program: Program, value: ast.expr, name: str) -> Problem:
    end = _end(program, value)
    return _problem(
        program,
        value,
        "not-called",
        f"“{name}” is a function, and this line names it without calling it. Round brackets call "
        f"it: “{name}()”.",
        Remedy("Add the brackets", (Change(end, end, "()"),)),
    )


def _idle_comparison(program: Program, value: ast.Compare) -> Iterator[Problem]:
    remedies: tuple[Remedy, ...] = ()
    sentence = "This line compares two values and does nothing with the answer."
    if (
        len(value.ops) == 1
        and isinstance(value.ops[0], ast.Eq)
        and isinstance(value.left, ast.Name)
    ):
        sentence += f" To give “{value.left.id}” a value, write one “=”."
        between = program.tokens_between(_end(program, value.left), _end(program, value))
        sign = next(token for token in between if token.text == "==")
        remedies = (Remedy("Write “=”", (Change(sign.start, sign.end, "="),)),)
    yield _problem(program, value, "no-effect", sentence, *remedies)


def _is_counting(value: ast.BinOp) -> bool:
    is_number = isinstance(value.right, ast.Constant) and isinstance(value.right.value, int)
    is_step = isinstance(value.op, ast.Add | ast.Sub)
    return is_step and is_number and isinstance(value.left, ast.Name)


def _idle_count(program: Program, value: ast.BinOp) -> Problem:
    name = value.left.id if isinstance(value.left, ast.Name) else ""
    sign = "+" if isinstance(value.op, ast.Add) else "-"
    return _problem(
        program,
        value,
        "no-effect",
        f"This line works out a value and does nothing with it. “{name} {sign}= …” would change "
        f"“{name}”.",
    )


def _shared_defaults(
    program: Program, node: ast.FunctionDef | ast.AsyncFunctionDef
) -> Iterator[Problem]:
    defaults = [*node.args.defaults, *(one for one in node.args.kw_defaults if one is not None)]
    for default in defaults:
        is_call = isinstance(default, ast.Call) and isinstance(default.func, ast.Name)
        is_fresh = is_call and not default.args and default.func.id in _MUTABLE_CALLS  # type: ignore[attr-defined]
        if isinstance(default, ast.List | ast.Dict | ast.Set) or is_fresh:
            yield _problem(
                program,
                default,
                "shared-default",
                "All calls share this one value, and what one of them puts in, the next one finds. "
                "Usual is “None” here, and a new one inside the function.",
            )


def _plain_braces(program: Program, call: ast.Call, known: set[str]) -> Iterator[Problem]:
    """A text that is printed with {name} in it, and without the f that would fill it in."""
    if not (isinstance(call.func, ast.Name) and call.func.id == "print"):
        return
    for value in call.args:
        is_text = isinstance(value, ast.Constant) and isinstance(value.value, str)
        if not (is_text and "{" in value.value):  # type: ignore[attr-defined]
            continue
        start = _start(program, value)
        tokens = program.tokens_between(start, _end(program, value))
        if len(tokens) == 1 and tokens[0].kind == STRING and _would_fill(tokens[0].text, known):
            yield _problem(
                program,
                value,
                "missing-f",
                "Names in braces are filled in only where an f stands before the text.",
                Remedy("Add the f", (Change(start, start, "f"),)),
            )


def _would_fill(text: str, known: set[str]) -> bool:
    """Whether the text with an f is one whose braces hold names that the program knows."""
    if text[0] not in "\"'":
        return False
    try:
        tree = ast.parse("f" + text, mode="eval")
    except (SyntaxError, ValueError):
        return False
    fields = [node for node in ast.walk(tree) if isinstance(node, ast.FormattedValue)]
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return bool(fields) and bool(names) and names <= known | set(dir(builtins))
