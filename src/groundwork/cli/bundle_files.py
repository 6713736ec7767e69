"""Looks at the files of the program itself, and at what helps while code is written."""

from __future__ import annotations

import subprocess
import threading
from pathlib import Path

from groundwork import paths
from groundwork.cli.finding import Finding
from groundwork.contents import damaged_files, told
from groundwork.language.protocol import (
    Answered,
    Asked,
    Complete,
    Completions,
    Message,
    Source,
    decode,
    encode,
)
from groundwork.messages import MalformedMessageError
from groundwork.running.command import RuntimeMissingError, language_command
from groundwork.running.process_group import creation_flags

_AGAIN = "Install Groundwork again."
_PATIENCE = 60.0
_QUESTION = 1
_TEXT = "words = []\nwords."


def program_files() -> Finding:
    """Whether every file of the bundle is as it was made."""
    subject = "Files of the program"
    if not paths.is_bundled():
        return Finding(subject, is_well=True, sentence="It runs from its source.")
    folder = paths.bundle_folder()
    try:
        damaged = damaged_files(folder)
    except OSError as error:
        sentence = f"Their list cannot be read: {error.strerror or error}."
        return Finding(subject, is_well=False, sentence=sentence, remedy=_AGAIN)
    if damaged:
        sentence = f"Missing or damaged: {told(damaged)}."
        return Finding(subject, is_well=False, sentence=sentence, remedy=_AGAIN)
    return Finding(subject, is_well=True, sentence=f"All are whole in {folder}.")


def completion() -> Finding:
    """Whether the worker that helps while code is written answers."""
    subject = "Completion"
    folders = paths.user_folders()
    try:
        names = _completed(folders.cache / "language")
    except BrokenPipeError:
        names = []  # it ended at once
    except (OSError, RuntimeMissingError, MalformedMessageError) as error:
        return Finding(subject, is_well=False, sentence=f"It does not work: {error}", remedy=_AGAIN)
    if "append" not in names:
        sentence = "It does not know what a list can do." if names else "It gives no answer."
        return Finding(subject, is_well=False, sentence=sentence, remedy=_AGAIN)
    return Finding(subject, is_well=True, sentence=f"It knows {len(names)} things of a list.")


def _completed(cache: Path) -> list[str]:
    """What the worker offers for a list.

    Raises:
        RuntimeMissingError: there is no runtime to start it with.
        OSError: it cannot be started.
        MalformedMessageError: it did not answer.
    """
    command = language_command("doctor", cache)
    with subprocess.Popen(
        [command.program, *command.arguments],
        env=command.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=creation_flags(leads_group=False),
    ) as worker:
        patience = threading.Timer(_PATIENCE, worker.kill)
        patience.start()
        try:
            if worker.stdin is None or worker.stdout is None:
                return []
            source = Source(str(Path.cwd()), "main.py", _TEXT)
            worker.stdin.write(encode(Asked(_QUESTION, Complete(source, 2, len("words.")))))
            worker.stdin.flush()
            replies = map(decode, worker.stdout)
            answer = next((one for one in replies if _is_ours(one)), None)
        finally:
            patience.cancel()
            worker.kill()
    found = answer.answer if isinstance(answer, Answered) else None
    return [one.name for one in found.candidates] if isinstance(found, Completions) else []


def _is_ours(reply: Message) -> bool:
    """Whether it answers our one question; the worker also says that it is there."""
    return isinstance(reply, Answered) and reply.number == _QUESTION
