"""Rounds of saving: several texts at once, for safety or for a run, and what came of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from groundwork.learner.backlog import Key
from groundwork.learner.draft import Draft, DraftError, SaveResult
from groundwork.learner.drafts import DraftStore
from groundwork.learner.history import Reason
from groundwork.learner.shelter import Shelter
from groundwork.packs.model import ExampleAddress

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Round:
    """What came of saving `texts`: a result for each that was saved, the sentence for the rest."""

    texts: Mapping[Key, str]
    results: Mapping[Key, SaveResult]
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class RunPlace:
    """Where a program can run now: `folder`, or None where the trouble of the round forbids it."""

    round: Round
    folder: Path | None


@dataclass(frozen=True, slots=True)
class Replacement:
    """What came of saving what was typed and then replacing it: the new draft, or why not."""

    round: Round
    draft: Draft | DraftError


@dataclass(frozen=True, slots=True)
class Leftover:
    """Texts of one draft that could not be saved in their place before the window closes.

    `folder` is where copies of them are for now; None where there was no room for them either.
    """

    address: ExampleAddress
    texts: Mapping[str, str]
    folder: Path | None


def save_all(store: DraftStore, texts: Mapping[Key, str], *, is_durable: bool = True) -> Round:
    """Save each of the texts, and go on where one cannot be saved."""
    results: dict[Key, SaveResult] = {}
    trouble = ""
    for key, text in texts.items():
        try:
            results[key] = store.save(*key, text, is_durable=is_durable)
        except DraftError as error:
            trouble = str(error)
    return Round(texts, results, trouble)


def replaced(
    store: DraftStore, texts: Mapping[Key, str], replace_draft: Callable[[], Draft]
) -> Replacement:
    """Save the texts, and replace the draft when all of them are where the history finds them."""
    outcome = save_all(store, texts)
    if outcome.trouble:
        return Replacement(outcome, DraftError(outcome.trouble))
    return Replacement(outcome, attempt(replace_draft))


def place_for_run(
    store: DraftStore, shelter: Shelter, address: ExampleAddress, unsaved: Mapping[Key, str]
) -> RunPlace:
    """Put the draft's files where a program can read them, as fast as the disk allows.

    `unsaved` are the texts that are newer than the disk's. They still have to be settled. Where
    the draft's own folder cannot be written, a temporary one is taken.
    """
    try:
        draft = store.draft(address)
        texts = {file.name: file.text for file in draft.files}
        missing = {(address, name): texts[name] for name in _missing(draft.folder, texts)}
        outcome = save_all(store, {**missing, **unsaved}, is_durable=False)
        if not outcome.trouble:
            return RunPlace(outcome, draft.folder)
        texts.update({name: text for (_, name), text in unsaved.items()})
        return RunPlace(outcome, shelter.lay_out(address, texts))
    except DraftError as error:
        return RunPlace(Round(unsaved, {}, str(error)), None)


def changes_outside(
    store: DraftStore, address: ExampleAddress, names: Iterable[str]
) -> dict[str, str]:
    """What somebody else has put into these files of a draft; a file in trouble is left out."""
    texts = {}
    for name in names:
        with suppress(DraftError):  # told when it stands in the way of saving
            text = store.external_change(address, name)
            if text is not None:
                texts[name] = text
    return texts


def adopt_all(store: DraftStore, address: ExampleAddress, texts: Mapping[str, str]) -> bool:
    """Take note that the window shows these texts; whether the draft is changed now."""
    for name, text in texts.items():
        with suppress(DraftError):  # the mark is mended when the draft is opened again
            store.adopt(address, name, text)
    return store.draft(address).is_changed


def settle_run(store: DraftStore, address: ExampleAddress) -> str:
    """Make certain what `place_for_run` wrote, and keep it as a version; answers with the trouble.

    A version that cannot be kept is no trouble of its own: the texts themselves are safe.
    """
    try:
        store.settle()
    except DraftError as error:
        return str(error)
    with suppress(DraftError):
        store.keep_version(address, Reason.RUN)
    return ""


def sheltered(shelter: Shelter, texts: Mapping[Key, str]) -> tuple[Leftover, ...]:
    """Copies of texts that their own disk does not take, one leftover for each draft."""
    return tuple(_in_shelter(shelter, leftover) for leftover in without_shelter(texts))


def without_shelter(texts: Mapping[Key, str]) -> tuple[Leftover, ...]:
    """The leftovers of texts that are nowhere but in memory."""
    return tuple(
        Leftover(address, {name: text for (at, name), text in texts.items() if at == address}, None)
        for address in dict.fromkeys(address for address, _ in texts)
    )


def _in_shelter(shelter: Shelter, leftover: Leftover) -> Leftover:
    with suppress(DraftError):
        folder = shelter.lay_out(leftover.address, leftover.texts)
        return replace(leftover, folder=folder)
    return leftover


def attempt(work: Callable[[], Result]) -> Result | DraftError:
    """What `work` returns, or the error whose sentence the person is told."""
    try:
        return work()
    except DraftError as error:
        return error


def _missing(folder: Path, names: Iterable[str]) -> list[str]:
    missing = []
    for name in names:
        try:
            is_there = (folder / name).is_file()
        except OSError:
            is_there = False
        if not is_there:
            missing.append(name)
    return missing
