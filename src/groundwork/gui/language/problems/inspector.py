"""Asks what is wrong in the files of the example, and keeps the answers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from groundwork.aids import PROBLEMS
from groundwork.gui.editor.scintilla import Message
from groundwork.gui.language.workplace import Workplace
from groundwork.language.protocol import Answer, Finding, Findings, Inspect, Source

_SOON = 300
"""Milliseconds after a change before it is looked at: words are typed in one go, and half of one
makes other lines wrong that are not."""

_BYTES_A_MILLISECOND = 200
"""For so many bytes of text it waits another millisecond: long ones keep others waiting longer."""

_AT_FIRST = 500
"""The same after an example was opened, when others may have more urgent questions."""

_NEVER = -1


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
        self._known_revision = _NEVER
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._ask_next)
        self._timer.start(_AT_FIRST)  # an example may be there already
        workplace.text_changed.connect(self._on_workplace_text_changed)
        workplace.file_shown.connect(self._on_workplace_file_shown)
        workplace.allowed_changed.connect(self._on_workplace_allowed_changed)

    @property
    def is_current(self) -> bool:
        """Whether what is known of the file in the editor is about its text as it is now."""
        return self._known_revision == self._workplace.revision

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
            if self._is_in_editor(source.name) and not self.is_current:
                self._known_revision = self._workplace.revision
                self.inspected.emit(source.name)

    def _sources(self) -> Iterator[Source]:
        source = self._workplace.source()
        if source is not None:
            yield source
        yield from self._workplace.others()

    def _ask(self, source: Source) -> None:
        self._is_asking = True
        question = Inspect(source, self._imports)
        about = (self._example, source, self._workplace.revision)
        self._workplace.worker.ask(question, partial(self._take, about))

    def _take(self, about: tuple[object, Source, int], answer: Answer) -> None:
        example, source, revision = about
        self._is_asking = False
        if example != self._example or PROBLEMS not in self._workplace.allowed:
            self._timer.start(_SOON)
            return
        is_in_editor = self._is_in_editor(source.name)
        if not is_in_editor or revision == self._workplace.revision:
            findings = answer.findings if isinstance(answer, Findings) else ()
            self._known[source.name] = _Inspected(source.text, findings)
            if is_in_editor:
                self._known_revision = revision
            self.inspected.emit(source.name)
        if not self._timer.isActive():
            self._ask_next()

    def _is_in_editor(self, name: str) -> bool:
        return name == self._workplace.pane.current and not self._workplace.pane.library_file

    def _forget(self) -> None:
        self._known.clear()
        self._known_revision = _NEVER
        self.forgotten.emit()

    def _on_workplace_text_changed(self) -> None:
        length = self._workplace.view.send(Message.GETLENGTH)
        self._timer.start(_SOON + length // _BYTES_A_MILLISECOND)

    def _on_workplace_file_shown(self) -> None:
        if self._workplace.pane.example != self._example:
            self._example = self._workplace.pane.example
            self._forget()
            self._timer.start(_AT_FIRST)
        else:
            self._timer.start(0)

    def _on_workplace_allowed_changed(self) -> None:
        self._forget()
        self._timer.start(_SOON)
