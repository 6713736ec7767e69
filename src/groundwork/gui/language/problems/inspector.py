"""Asks what is wrong in the files of the example, and keeps the answers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from groundwork.aids import PROBLEMS
from groundwork.gui.language.workplace import Workplace
from groundwork.language.protocol import Answer, Finding, Findings, Inspect, Source

_SOON = 150
"""Milliseconds after a change before it is looked at: keys in a row make one question."""

_AT_FIRST = 500
"""The same after an example was opened, when others may have more urgent questions."""


class _Inspected(NamedTuple):
    text: str
    findings: tuple[Finding, ...]


class Inspector(QObject):
    """Keeps for each file of the example what is wrong in it.

    The file in the editor comes first, then the others, one question at a time; a file is asked
    about again only when its text is another.

    Signals:
        inspected: the findings of the file of this name are new.
        forgotten: nothing is known any more: another example, or problems are switched off.
    """

    inspected = Signal(str)
    forgotten = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self._imports = ""
        self._example = workplace.pane.example
        self._known: dict[str, _Inspected] = {}
        self._is_asking = False
        self._is_behind = True
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._ask_next)
        workplace.text_changed.connect(self._on_workplace_text_changed)
        workplace.file_shown.connect(self._on_workplace_file_shown)
        workplace.allowed_changed.connect(self._on_workplace_allowed_changed)

    @property
    def is_current(self) -> bool:
        """Whether what is known of the file in the editor is about its text as it is now."""
        return not self._is_behind and self._workplace.pane.current in self._known

    @property
    def files(self) -> tuple[str, ...]:
        """The names of the files that something is known of, in the order of their tabs."""
        return tuple(name for name in self._workplace.pane.texts() if name in self._known)

    def findings(self, name: str) -> tuple[Finding, ...]:
        """What is wrong in a file, from top to bottom."""
        known = self._known.get(name)
        return known.findings if known is not None else ()

    def set_imports(self, imports: str) -> None:
        """Know of the import statements of the lesson's other programs."""
        self._imports = imports

    def ask_now(self) -> None:
        """Do not wait for a pause."""
        self._timer.stop()
        self._ask_next()

    def _ask_next(self) -> None:
        if self._is_asking or PROBLEMS not in self._workplace.allowed:
            return
        for source in self._sources():
            known = self._known.get(source.name)
            if known is None or known.text != source.text:
                self._ask(source)
                return
            if source.name == self._workplace.pane.current:
                self._is_behind = False

    def _sources(self) -> Iterator[Source]:
        source = self._workplace.source()
        if source is not None:
            yield source
        yield from self._workplace.others()

    def _ask(self, source: Source) -> None:
        self._is_asking = True
        if source.name == self._workplace.pane.current:
            self._is_behind = False
        question = Inspect(source, self._imports)
        self._workplace.worker.ask(question, partial(self._take, self._example, source))

    def _take(self, example: object, source: Source, answer: Answer) -> None:
        self._is_asking = False
        if example != self._example or PROBLEMS not in self._workplace.allowed:
            self._timer.start(_SOON)
            return
        is_shown = source.name == self._workplace.pane.current
        if not (is_shown and self._is_behind):
            findings = answer.findings if isinstance(answer, Findings) else ()
            self._known[source.name] = _Inspected(source.text, findings)
            self.inspected.emit(source.name)
        if not self._timer.isActive():
            self._ask_next()

    def _forget(self) -> None:
        self._known.clear()
        self._is_behind = True
        self.forgotten.emit()

    def _on_workplace_text_changed(self) -> None:
        self._is_behind = True
        self._timer.start(_SOON)

    def _on_workplace_file_shown(self) -> None:
        self._is_behind = True
        if self._workplace.pane.example != self._example:
            self._example = self._workplace.pane.example
            self._forget()
            self._timer.start(_AT_FIRST)
        else:
            self._timer.start(0)

    def _on_workplace_allowed_changed(self) -> None:
        self._forget()
        self._timer.start(_SOON)
