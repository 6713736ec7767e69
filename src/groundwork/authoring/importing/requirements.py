"""Which libraries of the runtime the programs of a pack import."""

from __future__ import annotations

import ast
import json
import tempfile
from collections.abc import Iterable
from pathlib import Path

from groundwork.authoring.importing.programs import Program, parsed_python
from groundwork.messages import Start
from groundwork.running.batch import run_program

_TIME_LIMIT = 30.0
_QUESTION = """\
import json
from importlib.metadata import packages_distributions

print(json.dumps(packages_distributions()))
"""


def requirements(programs: Iterable[Program]) -> list[str]:
    """The distributions, by name, whose packages the programs import; sorted.

    Modules of the standard library and of the programs themselves belong to none.
    """
    imported = {name for program in programs for name in _imported(program)}
    if not imported:
        return []
    distributions = _distributions_by_package()
    return sorted({distributions[name] for name in imported if name in distributions})


def _imported(program: Program) -> set[str]:
    """The names at the top of everything that the files import, but for the files themselves."""
    names: set[str] = set()
    for file in program.files:
        for node in ast.walk(parsed_python(file.text) or ast.Module([], [])):
            if isinstance(node, ast.Import):
                names.update(alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.partition(".")[0])
    return names - {file.name.partition("/")[0].removesuffix(".py") for file in program.files}


def _distributions_by_package() -> dict[str, str]:
    """What the runtime says of itself; nothing where it cannot be asked."""
    with tempfile.TemporaryDirectory(prefix="groundwork-import-", ignore_cleanup_errors=True) as at:
        program = Path(at) / "packages.py"
        program.write_text(_QUESTION, encoding="utf-8")
        result = run_program(Start(str(program), at), time_limit=_TIME_LIMIT)
    if not result.outcome.is_success:
        return {}
    return {package: names[0] for package, names in json.loads(result.stdout).items()}
