"""Looks at the installation: starting programs, files of the user, policy, built-in packs."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from groundwork import paths
from groundwork.cli.finding import Finding
from groundwork.messages import Start
from groundwork.packs.load import find_packs, load_pack
from groundwork.packs.model import LoadedPack, Problem
from groundwork.packs.unpacking import open_packed, packed_files
from groundwork.packs.validate import problems_of
from groundwork.packs.wording import listed
from groundwork.policy import load_policy
from groundwork.running.batch import run_program
from groundwork.running.complaint import complaint

_TIME_LIMIT = 30.0
_LEAST_SPACE = 50_000_000
_PROGRAM = "print('Hello,', input())\n"


def child_processes() -> Finding:
    """Whether a program can be started, typed into, and listened to, as the window does."""
    subject = "Running a program"
    with tempfile.TemporaryDirectory(prefix="groundwork-doctor-") as folder:
        program = Path(folder, "main.py").resolve()
        program.write_text(_PROGRAM, encoding="utf-8")
        start = Start(program=str(program), folder=str(program.parent))
        result = run_program(start, typed_input="Groundwork\n", time_limit=_TIME_LIMIT)
    if result.outcome.is_success and result.stdout.strip() == "Hello, Groundwork":
        sentence = f"It {result.outcome.sentence}."
        return Finding(subject, is_well=True, sentence=sentence)
    said = filter(None, (result.outcome.sentence.rstrip("."), complaint(result.stderr)))
    remedy = "Where nothing else is bad, a virus scanner or a rule of this machine may forbid it."
    return Finding(subject, is_well=False, sentence=f"{'; '.join(said)}.", remedy=remedy)


def user_folders() -> Finding:
    """Whether what the learner writes has a lasting place with room in it."""
    subject = "Your files"
    folders = paths.user_folders()
    if not folders.is_lasting:
        shutil.rmtree(folders.data.parent, ignore_errors=True)  # made a moment ago, for nobody
        return Finding(
            subject,
            is_well=False,
            sentence="No folder of yours can be written; your work would not last.",
            remedy=f"Name one that can in the environment variable {paths.HOME_VARIABLE}.",
        )
    free = shutil.disk_usage(folders.data).free
    if free < _LEAST_SPACE:
        sentence = f"Only {free / 1e6:.0f} MB are free where {folders.data} lies."
        return Finding(subject, is_well=False, sentence=sentence, remedy="Make room on that disk.")
    sentence = f"They go to {folders.data}, with {free / 1e9:.1f} GB free."
    return Finding(subject, is_well=True, sentence=sentence)


def policy() -> Finding:
    """Whether what an administrator has laid down is understood, and what it is."""
    subject = "Policy"
    places = paths.policy_places()
    found = load_policy(places)
    if found.file is None:
        sentence = f"There is none; it would be {places[0]}."
        return Finding(subject, is_well=True, sentence=sentence)
    if found.faults:
        sentence = f"{found.file}: {'; '.join(found.faults)}."
        remedy = "Mend the file; policy-example.toml in resources shows all that it can say."
        return Finding(subject, is_well=False, sentence=sentence, remedy=remedy)
    off = f"{listed(found.off)} off" if found.off else "nothing off"
    return Finding(subject, is_well=True, sentence=f"{found.file} switches {off}.")


def built_in_packs() -> Finding:
    """Whether the packs that come with the application are there and whole."""
    subject = "Built-in packs"
    folder = paths.built_in_packs_folder()
    packs = find_packs(folder)
    if not packs:
        return Finding(
            subject,
            is_well=False,
            sentence=f"There are none in {folder}.",
            remedy="Install Groundwork again.",
        )
    problems = [problem for pack in packs for problem in _problems(load_pack(pack))]
    if problems:
        sentence = f"{_counted(problems)}: {problems[0]}"
        remedy = "Install Groundwork again, or mend the file."
        return Finding(subject, is_well=False, sentence=sentence, remedy=remedy)
    return Finding(subject, is_well=True, sentence=f"{', '.join(pack.name for pack in packs)}.")


def packs_beside_program() -> Finding:
    """Whether the packs that somebody has added to the program are whole."""
    subject = "Packs beside the program"
    folder = paths.packs_beside_program()
    with tempfile.TemporaryDirectory(prefix="groundwork-doctor-") as place:
        packs = [(one, load_pack(one)) for one in find_packs(folder)]
        packs += [(one, open_packed(one, Path(place))[1]) for one in packed_files(folder)]
        problems = [(one, problem) for one, loaded in packs for problem in _problems(loaded)]
    if not packs:
        return Finding(subject, is_well=True, sentence=f"There are none in {folder}.")
    if problems:
        pack, first = problems[0]
        sentence = f"{_counted(problems)}: {pack}: {first.sentence}"
        return Finding(subject, is_well=False, sentence=sentence, remedy=first.remedy)
    return Finding(subject, is_well=True, sentence=f"{', '.join(one.name for one, _ in packs)}.")


def _problems(loaded: LoadedPack) -> tuple[Problem, ...]:
    of_lessons = problems_of(loaded.pack) if loaded.pack is not None else ()
    return tuple(dict.fromkeys((*loaded.problems, *of_lessons)))


def _counted(problems: Sequence[object]) -> str:
    """How many there are, to stand before the first of them."""
    return "1 problem" if len(problems) == 1 else f"{len(problems)} problems, the first is"
