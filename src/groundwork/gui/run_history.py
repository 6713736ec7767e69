"""Keeps with every version that was run what it printed, and what checking it found."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from groundwork.checking.verdicts import Verdicts
from groundwork.gui.drafts import DraftSaver
from groundwork.learner.draft import DraftError
from groundwork.learner.drafts import DraftStore
from groundwork.learner.records import note_run, note_verdict, read_output
from groundwork.packs.addresses import ExampleAddress

_CONTROLS = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\r(?=\n)|[\x00-\x08\x0b-\x1f\x7f]"
)
"""Colours and other commands to a terminal, and control characters but tabs and line ends."""


class RunHistory(QObject):
    """Passes on what came of runs and checks to the drafts; nothing here blocks."""

    def __init__(self, drafts: DraftSaver) -> None:
        super().__init__(drafts)
        self._drafts = drafts

    def note_run(
        self, address: ExampleAddress, texts: Mapping[str, str], output: Path | None, ending: str
    ) -> None:
        """A run of these texts has ended; `output` is the file with what it printed."""
        self._drafts.consult(partial(_keep_run, address, texts, output, ending), _ignore)

    def note_check(
        self, address: ExampleAddress, texts: Mapping[str, str], verdicts: Verdicts
    ) -> None:
        """These texts have been checked."""
        said = verdict_words(verdicts)
        self._drafts.consult(lambda store: note_verdict(store, address, texts, said), _ignore)


def verdict_words(verdicts: Verdicts) -> str:
    """What checking found, in a few words; empty where nothing could be checked."""
    count = len(verdicts.checks)
    if verdicts.problem or not count:
        return ""
    if verdicts.are_passed:
        return "the check passed" if count == 1 else f"all {count} checks passed"
    passed = sum(check.is_passed for check in verdicts.checks)
    return f"{passed} of {count} checks passed"


def _keep_run(
    address: ExampleAddress,
    texts: Mapping[str, str],
    output: Path | None,
    ending: str,
    store: DraftStore,
) -> None:
    with suppress(OSError):  # the file goes when the next program begins
        note_run(store, address, texts, _CONTROLS.sub("", read_output(output)), ending)


def _ignore(_: DraftError | None) -> None:
    """A record that could not be kept is nothing to tell: the version itself is."""
