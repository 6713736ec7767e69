"""One checking of an answer: its folders, how it is cancelled, what it leaves behind."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from threading import Event
from types import TracebackType
from typing import Self

from groundwork.checking.checked_run import Order, observe
from groundwork.checking.conversation import converse
from groundwork.checking.observed import Observed, Stop
from groundwork.checking.request import NO_PROGRAM, Answer, Request
from groundwork.child import offline
from groundwork.child.task import Task
from groundwork.running.command import CHECKER, child_command
from groundwork.running.stopping import kill_tree

_NOBODY = -1
_MOST_SEEDS = 1 << 32


class CancelledError(Exception):
    """The person does not want to know any more."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One run, and the folder that the program has left."""

    observed: Observed
    folder: Path


class Inspection:
    """A context in which answers are run; when it is left, no process and no file is.

    Every process of it carries one mark, by which those are found that left their group.
    """

    def __init__(
        self, seed: int, is_cancelled: Callable[[], bool], *, is_offline: bool = False
    ) -> None:
        self.seed = seed
        self._variables = {offline.VARIABLE: "1"} if is_offline else {}
        self._asks = is_cancelled
        self._is_given_up = Event()
        self._id = os.urandom(8).hex()
        self._folder = tempfile.TemporaryDirectory(
            prefix="groundwork-check-", ignore_cleanup_errors=True
        )

    def __enter__(self) -> Self:
        """The context itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End what is left, and delete the folders."""
        kill_tree(_NOBODY, self._id)
        self._folder.cleanup()

    @property
    def is_cancelled(self) -> bool:
        """Whether to stop as soon as can be."""
        return self._is_given_up.is_set() or self._asks()

    def give_up(self) -> None:
        """Cancel it from within."""
        self._is_given_up.set()

    @contextmanager
    def run(self, answer: Answer, request: Request) -> Iterator[Seen]:
        """Run the answer in a fresh folder with its files alone; afterwards the folder is deleted.

        Raises:
            CancelledError: it was cancelled meanwhile.
            OSError: the files could not be written, or the process not be started.
            RuntimeMissingError: there is no Python to run it.
        """
        with self._laid_out(answer) as folder:
            observed = observe(self._order(answer, request, folder), lambda: self.is_cancelled)
            if observed.stop is Stop.CANCELLED:
                raise CancelledError
            yield Seen(observed, folder)

    def let_converse(
        self, asking: Request, answer: Answer, asked: Request
    ) -> tuple[Observed, Observed]:
        """Run an answer that is asked by a process of its author's; what was seen of either.

        Raises what `run` does.
        """
        with self._laid_out(NO_PROGRAM) as authors_folder, self._laid_out(answer) as folder:
            seen = converse(
                self._order(NO_PROGRAM, asking, authors_folder),
                self._order(answer, asked, folder),
                lambda: self.is_cancelled,
            )
            if seen[0].stop is Stop.CANCELLED:
                raise CancelledError
            return seen

    @contextmanager
    def _laid_out(self, answer: Answer) -> Iterator[Path]:
        if self.is_cancelled:
            raise CancelledError
        folder = Path(tempfile.mkdtemp(dir=self._folder.name)).resolve()
        try:
            for name, text in answer.files:
                _write(folder, name, text)
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _order(self, answer: Answer, request: Request, folder: Path) -> Order:
        command = child_command(self._id, script=CHECKER)
        limits = request.limits
        return Order(
            command=[command.program, *command.arguments],
            environment={
                **command.environment,
                **self._variables,
                "PYTHONHASHSEED": str(self.seed % _MOST_SEEDS),
            },
            run_id=self._id,
            task=partial(_task, answer, request, folder, os.urandom(8).hex()),
            typed_input=request.typed_input,
            names=tuple(name for name, _ in answer.files),
            output=limits.output,
        )


def _task(answer: Answer, request: Request, folder: Path, token: str, channel: int) -> Task:
    return Task(
        program=str(folder / answer.main),
        folder=str(folder),
        arguments=request.arguments,
        seconds=request.limits.seconds,
        memory=request.limits.memory,
        channel=channel,
        token=token,
        probe=request.probe,
        called=request.called,
    )


def _write(folder: Path, name: str, text: str) -> None:
    """Write one file of an answer.

    Raises:
        ValueError: the name leads out of the folder.
    """
    place = PurePosixPath(name)
    if place.is_absolute() or ".." in place.parts:
        raise ValueError(f"The name {name} leads out of the folder of its exercise.")
    file = folder / place
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode("utf-8", errors="surrogatepass"))
