"""Import statements that are missing, and those that are one too many."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module

from groundwork.language.service.problems.program import Change, Program
from groundwork.language.service.problems.tokens import NAME

_MODULES = frozenset(
    {
        "abc",
        "argparse",
        "array",
        "ast",
        "asyncio",
        "base64",
        "bisect",
        "calendar",
        "collections",
        "configparser",
        "contextlib",
        "copy",
        "csv",
        "dataclasses",
        "datetime",
        "decimal",
        "difflib",
        "email",
        "enum",
        "fractions",
        "functools",
        "getpass",
        "glob",
        "gzip",
        "hashlib",
        "heapq",
        "hmac",
        "html",
        "http",
        "inspect",
        "io",
        "ipaddress",
        "itertools",
        "json",
        "locale",
        "logging",
        "math",
        "mimetypes",
        "operator",
        "os",
        "pathlib",
        "pickle",
        "platform",
        "pprint",
        "queue",
        "random",
        "re",
        "sched",
        "secrets",
        "shlex",
        "shutil",
        "signal",
        "smtplib",
        "socket",
        "sqlite3",
        "ssl",
        "statistics",
        "string",
        "struct",
        "subprocess",
        "sys",
        "tempfile",
        "textwrap",
        "threading",
        "time",
        "timeit",
        "tomllib",
        "traceback",
        "types",
        "typing",
        "unicodedata",
        "unittest",
        "urllib",
        "uuid",
        "warnings",
        "weakref",
        "xml",
        "zipfile",
        "zlib",
        "zoneinfo",
    }
)
"""Modules of Python that a name before a dot may mean; to load them does nothing."""

_HOMES = {
    "collections": "Counter defaultdict deque namedtuple OrderedDict ChainMap",
    "contextlib": "contextmanager suppress closing",
    "dataclasses": "dataclass asdict",
    "datetime": "timedelta",
    "decimal": "Decimal ROUND_HALF_UP ROUND_HALF_EVEN",
    "enum": "Enum IntEnum StrEnum Flag IntFlag",
    "fractions": "Fraction",
    "functools": "lru_cache partial reduce wraps total_ordering cached_property",
    "io": "StringIO BytesIO",
    "itertools": "chain combinations groupby islice pairwise permutations zip_longest",
    "math": "sqrt pi floor ceil factorial isclose",
    "pathlib": "Path PurePath",
    "pprint": "pprint",
    "random": "randint shuffle randrange",
    "statistics": "mean median stdev",
    "time": "sleep perf_counter",
    "timeit": "timeit",
    "types": "SimpleNamespace MappingProxyType",
    "typing": "Any Callable Literal NamedTuple Optional Protocol TypedDict Union",
    "urllib.parse": "parse_qs parse_qsl quote unquote urlencode urljoin urlparse urlsplit",
    "uuid": "uuid4 UUID",
    "zoneinfo": "ZoneInfo",
}
_HOME = {name: module for module, names in _HOMES.items() for name in names.split()}


def missing_import(name: str, attribute: str, *, is_called: bool, lesson_imports: str) -> str:
    """The statement that would define `name`; empty where it is not certain.

    `attribute` is what follows the name and a dot, `is_called` whether a bracket follows.
    """
    learned = _bound_by(lesson_imports).get(name, "")
    if name == "datetime" and attribute:
        return _for_datetime(attribute)
    if learned:
        return learned
    if name in _MODULES and attribute and hasattr(_module(name), attribute):
        return f"import {name}"
    if name in _HOME and (is_called or not name.islower() or name == "pi"):
        return f"from {_HOME[name]} import {name}"
    return ""


def _module(name: str) -> object:
    module = import_module(name)
    for part in {"urllib": ("parse",), "http": ("server",), "xml": ("etree",)}.get(name, ()):
        import_module(f"{name}.{part}")
    return module


def _for_datetime(attribute: str) -> str:
    """Module and class have the same name; what is asked of it tells which is meant."""
    module = import_module("datetime")
    is_of_class = hasattr(module.datetime, attribute)
    return "from datetime import datetime" if is_of_class else "import datetime"


def _bound_by(statements: str) -> dict[str, str]:
    """The names that import statements bind, each with a statement that binds it alone."""
    bound: dict[str, str] = {}
    for line in statements.splitlines():
        try:
            tree = ast.parse(line)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
        for node in tree.body:
            if isinstance(node, ast.Import | ast.ImportFrom) and line[:1] in {"i", "f"}:
                for alias in node.names:
                    name = (alias.asname or alias.name).partition(".")[0]
                    bound.setdefault(name, _statement(node, alias))
    return bound


def _statement(node: ast.Import | ast.ImportFrom, alias: ast.alias) -> str:
    renamed = f" as {alias.asname}" if alias.asname else ""
    if isinstance(node, ast.ImportFrom):
        return f"from {'.' * node.level}{node.module or ''} import {alias.name}{renamed}"
    return f"import {alias.name}{renamed}"


def addition(program: Program, tree: ast.Module, statement: str) -> tuple[Change, ...]:
    """The change that adds an import statement where imports stand."""
    wanted = ast.parse(statement).body[0]
    body = [node for node in tree.body if not _is_description(node)]
    leading = []
    for node in body:
        if not isinstance(node, ast.Import | ast.ImportFrom):
            break
        leading.append(node)
    for node in leading:
        joined = _joined(program, node, wanted)
        if joined:
            return joined
    if leading:
        place = program.line_end(leading[-1].end_lineno or leading[-1].lineno)
        return (Change(place, place, "\n" + statement),)
    first = _first_line(body[0]) if body else len(program.starts)
    place = program.offset(first)
    return (Change(place, place, statement + "\n\n"),)


def _first_line(node: ast.stmt) -> int:
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(one.lineno for one in decorators)])


def _is_description(node: ast.stmt) -> bool:
    is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return is_text and isinstance(node.value.value, str)  # type: ignore[attr-defined]


def _joined(program: Program, node: ast.stmt, wanted: ast.stmt) -> tuple[Change, ...]:
    """Put the name at the end of an import from the same module that stands on one line."""
    if not (isinstance(node, ast.ImportFrom) and isinstance(wanted, ast.ImportFrom)):
        return ()
    is_same = (node.module, node.level) == (wanted.module, wanted.level)
    if not is_same or node.lineno != node.end_lineno or node.names[0].name == "*":
        return ()
    last, alias = node.names[-1], wanted.names[0]
    place = program.offset_of_bytes(last.end_lineno or last.lineno, last.end_col_offset or 0)
    renamed = f" as {alias.asname}" if alias.asname else ""
    return (Change(place, place, f", {alias.name}{renamed}"),)


def bound_name(node: ast.AST, told: str) -> str:
    """The name that an import binds of which pyflakes tells as in `a.b as c`."""
    alias = _alias(node, told)
    if alias is None:
        return told
    return alias.asname or alias.name


def _alias(node: ast.AST, told: str) -> ast.alias | None:
    names: list[ast.alias] = getattr(node, "names", [])
    full, _, renamed = told.partition(" as ")
    for alias in names:
        is_named = full in {alias.name, f"{getattr(node, 'module', '')}.{alias.name}"} or (
            full.endswith(f".{alias.name}")
        )
        if is_named and (not renamed or renamed == alias.asname):
            return alias
    return names[0] if len(names) == 1 else None


def removal(program: Program, node: ast.AST, told: str) -> tuple[Change, ...]:
    """The change that takes away the import of which pyflakes tells; none where it is not sure."""
    alias = _alias(node, told)
    if alias is None or not isinstance(node, ast.Import | ast.ImportFrom):
        return ()
    if len(node.names) == 1:
        return tuple(_line_removal(program, node))
    return tuple(_alias_removal(program, node, alias))


def _line_removal(program: Program, node: ast.stmt) -> Iterator[Change]:
    """The whole line, where nothing else stands on it and the statement is not all of a block."""
    first, last = node.lineno, node.end_lineno or node.lineno
    start, end = program.code_span(first)[0], program.code_span(last)[1]
    own = program.offset_of_bytes(first, node.col_offset)
    own_end = program.offset_of_bytes(last, node.end_col_offset or 0)
    is_alone = start == own and end == own_end
    if is_alone and not program.indentation(first):
        behind = min(len(program.text), program.line_end(last) + 1)
        while start == 0 and program.text[behind : behind + 1] == "\n":
            behind += 1
        yield Change(program.offset(first), behind, "")


def _alias_removal(program: Program, node: ast.stmt, alias: ast.alias) -> Iterator[Change]:
    """One name out of several, with the comma that belongs to it."""
    start = program.offset_of_bytes(alias.lineno, alias.col_offset)
    end = program.offset_of_bytes(alias.end_lineno or alias.lineno, alias.end_col_offset or 0)
    following = program.tokens_between(end, program.line_end(node.end_lineno or node.lineno))
    if following and following[0].text == ",":
        after = next((one for one in following[1:] if one.kind == NAME), None)
        yield Change(start, after.start if after else following[0].end, "")
        return
    first = program.offset_of_bytes(node.lineno, node.col_offset)
    commas = [one for one in program.tokens_between(first, start) if one.text == ","]
    if commas:
        yield Change(commas[-1].start, end, "")
