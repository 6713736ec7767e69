"""An hour of use in a few minutes: the memory of the language worker all the while.

worker_memory.py QUESTIONS    megabytes of one at most and of two together, and how many there were
"""

import json
import random
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from tests.benchmarks.library_programs import PROGRAMS

from groundwork.gui.language.worker import LanguageWorker
from groundwork.gui.run.child import see_off
from groundwork.language.protocol import (
    Answer,
    CallTip,
    Complete,
    Describe,
    FindUses,
    Inspect,
    Outline,
    Question,
    Refused,
    Source,
    Warm,
)

_SEED = 4
_LOOK = 20
_LESSON = 150
"""Questions before somebody goes to the next lesson, with another library."""

_AT_A_PLACE = (Complete, Complete, Complete, CallTip, Describe, FindUses)
_NAME = re.compile(r"[A-Za-z_]\w+")


def questions(count: int, folder: str) -> Iterator[Question]:
    """What an editor asks while programs are written: at random places, always the same ones."""
    chance = random.Random(_SEED)  # noqa: S311 - the same questions each time
    names = list(PROGRAMS)
    for number in range(count):
        text = PROGRAMS[names[number // _LESSON % len(names)]]
        if number % _LESSON == 0:
            yield Warm(folder, "\n".join(re.findall(r"^(?:from|import) .*", text, re.MULTILINE)))
        found = chance.choice(list(_NAME.finditer(text)))
        end = chance.randint(found.start() + 1, found.end())
        text = text[:end] + text[found.end() :]
        if chance.random() < 0.2:
            text = text[:end]
        line, column = text.count("\n", 0, end) + 1, end - text.rfind("\n", 0, end) - 1
        source = Source(folder, "main.py", text)
        if number % 10 == 0:
            yield Inspect(source) if number % 20 else Outline(source)
        yield chance.choice(_AT_A_PLACE)(source, line, column)


class Learner(QObject):
    """Asks one question after the other, and looks at the memory of all workers meanwhile."""

    def __init__(self, count: int, folder: Path) -> None:
        super().__init__()
        self.worker = LanguageWorker(folder / "cache", self)
        self.most = self.sum = self.refused = self.asked = 0
        self.processes: set[int] = set()
        self._questions = questions(count, str(folder))
        self._look = QTimer(self, interval=_LOOK)
        self._look.timeout.connect(self._on_look_timeout)
        self._look.start()
        self._ask()

    def _ask(self) -> None:
        question = next(self._questions, None)
        if question is None:
            QCoreApplication.exit(0)
            return
        self.asked += 1
        self.worker.ask(question, self._on_answered)

    def _on_answered(self, answer: Answer) -> None:
        self.refused += isinstance(answer, Refused)
        QTimer.singleShot(0, self, self._ask)

    def _on_look_timeout(self) -> None:
        sizes = []
        for process in psutil.Process().children():
            with suppress(psutil.Error):
                sizes.append(process.memory_info().rss)
                self.processes.add(process.pid)
        self.most = max(self.most, *sizes, 0)
        self.sum = max(self.sum, sum(sizes))


def main() -> None:
    """Print what was measured."""
    application = QCoreApplication([])
    with tempfile.TemporaryDirectory() as folder:
        learner = Learner(int(sys.argv[1]), Path(folder))
        application.exec()
        learner.worker.close()
        see_off()
    sizes = {"most": learner.most / 1e6, "sum": learner.sum / 1e6}
    counts = {
        "asked": learner.asked,
        "refused": learner.refused,
        "workers": len(learner.processes),
        "replaced": learner.worker.replaced,
    }
    print(json.dumps(sizes | counts))


main()
