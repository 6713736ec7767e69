"""Who answers which question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module

from groundwork.language.protocol import (
    Answer,
    Bind,
    CallTip,
    Complete,
    Define,
    Describe,
    ExplainCandidate,
    FindUses,
    Format,
    Inspect,
    Outline,
    Question,
    Rename,
    Warm,
)
from groundwork.language.service.scripts import Scripts

_ANSWERERS: dict[type[Question], str] = {
    Warm: "warming",
    CallTip: "call_tip",
    Complete: "completing",
    ExplainCandidate: "explaining",
    Define: "defining",
    Describe: "describing",
    Inspect: "inspecting",
    FindUses: "naming.using",
    Rename: "naming.renaming",
    Bind: "naming.binding",
    Outline: "naming.outlining",
    Format: "formatting",
}
"""The module of this package that answers each question, with its function `answer`. It is loaded
when it is first needed, so that the first completion waits for nothing else."""


class Answering:
    """Answers questions, one after the other."""

    def __init__(self, runtime_path: Sequence[str], cache: str) -> None:
        """`runtime_path` is where learners' programs find modules, `cache` a folder for Jedi."""
        self._scripts = Scripts(runtime_path, cache)
        self._answerers: dict[type[Question], Callable[[Scripts, Question], Answer]] = {}

    def answer(self, question: Question) -> Answer:
        """The answer; whatever Jedi raises comes through."""
        kind = type(question)
        if kind not in self._answerers:
            module = import_module(f"groundwork.language.service.{_ANSWERERS[kind]}")
            self._answerers[kind] = module.answer
        return self._answerers[kind](self._scripts, question)
