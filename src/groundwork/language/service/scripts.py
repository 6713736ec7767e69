"""Programs as Jedi sees them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import jedi
from jedi.api.classes import Name

from groundwork.language.protocol import Source
from groundwork.language.service import call_results
from groundwork.language.service.parsed import keep_in


class Scripts:
    """Makes Jedi look at programs as the runtime would run them: in this very interpreter.

    Nothing of a learner's is executed. Of libraries only compiled modules are imported; what is
    written in Python is read.
    """

    def __init__(self, runtime_path: Sequence[str], cache: str) -> None:
        """`runtime_path` is where programs find modules besides their own folder."""
        self._runtime_path = list(runtime_path)
        self._environment = jedi.InterpreterEnvironment()
        self._projects: dict[str, jedi.Project] = {}
        jedi.settings.auto_import_modules = []  # it would import instead of reading
        keep_in(Path(cache))
        call_results.register()
        jedi.settings.allow_unsafe_interpreter_executions = False

    @property
    def runtime_path(self) -> Sequence[str]:
        """Where programs find modules besides their own folder."""
        return self._runtime_path

    def script(self, source: Source, others: Sequence[Source] = ()) -> jedi.Script:
        """The program as Jedi sees it; of the `others` it sees what stands in the editor."""
        script = jedi.Script(
            source.text,
            path=Path(source.folder, source.name),
            environment=self._environment,
            project=self._project(source.folder),
        )
        if others:
            from groundwork.language.service.unsaved import show  # noqa: PLC0415 - seldom needed

            show(script, others)
        return script

    @staticmethod
    def definitions(script: jedi.Script, line: int, column: int) -> list[Name]:
        """Where Jedi finds the name at that place defined; nowhere at what makes Jedi fail."""
        try:
            return list(script.goto(line, column, follow_imports=True))
        except Exception:  # noqa: BLE001 - Jedi fails in many ways at unusual programs
            return []

    @staticmethod
    def name_in(script: jedi.Script, line: int, column: int) -> str:
        """The name that stands at that place of the code; empty where none does."""
        try:
            leaf = script._module_node.get_name_of_position((line, column))  # noqa: SLF001 - what Jedi itself asks, without parsing the text again
        except ValueError:  # the text has no such line
            return ""
        return str(leaf.value) if leaf else ""

    def _project(self, folder: str) -> jedi.Project:
        """One for each folder: it keeps what Jedi has learned."""
        if folder not in self._projects:
            self._projects[folder] = jedi.Project(
                folder, sys_path=[folder, *self._runtime_path], smart_sys_path=False
            )
        return self._projects[folder]
