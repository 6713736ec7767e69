"""A real language worker, asked directly."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Self

from groundwork.language.protocol import Answer, Answered, Asked, Question, Source, decode, encode
from groundwork.running.command import language_command

CURSOR = "‸"


class Oracle:
    """Answers questions about programs in a folder; a process that lives as long as it is used."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        command = language_command("test", cache)
        self.process = subprocess.Popen(
            [command.program, *command.arguments],
            env=command.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._number = 0
        self._answer()  # it is ready

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *reason: object) -> None:
        self.process.kill()
        self.process.communicate()

    def ask(self, question: Question) -> Answer:
        """What the worker answers."""
        assert self.process.stdin is not None
        self._number += 1
        self.process.stdin.write(encode(Asked(self._number, question)))
        self.process.stdin.flush()
        return self._answer()

    def _answer(self) -> Answer:
        assert self.process.stdout is not None
        reply = decode(self.process.stdout.readline())
        assert isinstance(reply, Answered)
        assert reply.number == self._number
        return reply.answer

    def source(self, text: str, name: str = "main.py") -> Source:
        """A file of the folder with that text, from which the cursor is taken out."""
        return Source(os.fspath(self.folder), name, text.replace(CURSOR, ""))


def cursor_in(text: str) -> tuple[int, int]:
    """Line and column of the cursor in the text."""
    before = text[: text.index(CURSOR)]
    return before.count("\n") + 1, len(before) - before.rfind("\n") - 1
