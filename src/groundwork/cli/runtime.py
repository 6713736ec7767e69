"""Looks at the Python that runs learners' programs, and at the libraries that lessons use."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path

from groundwork import paths
from groundwork.cli.finding import Finding
from groundwork.cli.probe import Answer, ask
from groundwork.running.command import RuntimeMissingError, child_environment, runtime_python

_LIBRARIES = "Libraries of the lessons"
_PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;#]+)")
_VERSION_QUESTION = "import platform; print(platform.python_version())"
# A library is sound when it has the version that the lessons are proven with and can be imported.
_LIBRARY_QUESTION = """\
import importlib, importlib.metadata as metadata, json, re, sys
def plain(name):
    return re.sub("[-_.]+", "-", name).lower()
modules = {}
for module, names in metadata.packages_distributions().items():
    for name in names:
        modules.setdefault(plain(name), set()).add(module)
found = {}
for name in sys.argv[1:]:
    try:
        found[name] = metadata.version(name)
        for module in modules.get(plain(name), ()):
            if module.isidentifier() and not module.startswith("_"):
                importlib.import_module(module)
    except metadata.PackageNotFoundError:
        found[name] = ""
    except Exception as error:
        found[name] = f"broken: {type(error).__name__}: {error}"
print(json.dumps(found))
"""


def runtime() -> Finding:
    """Whether the runtime is there and starts."""
    subject = "Python for programs"
    folder = paths.runtime_folder()
    try:
        python = runtime_python(folder)
    except RuntimeMissingError as error:
        sentence, _, remedy = str(error).partition(". ")
        return Finding(subject, is_well=False, sentence=f"{sentence}.", remedy=remedy)
    answer = _asked_runtime(python, folder, _VERSION_QUESTION)
    if answer.is_well:
        return Finding(subject, is_well=True, sentence=f"{answer.said} in {folder}.")
    return Finding(
        subject,
        is_well=False,
        sentence=f"It does not start: {answer.complaint}.",
        remedy=_new_runtime(),
    )


def lesson_libraries() -> Finding:
    """Whether the runtime has the libraries of the lessons, as they are proven with them."""
    try:
        pins = pinned_versions(paths.runtime_requirements().read_text(encoding="utf-8"))
        python = runtime_python(paths.runtime_folder())
    except RuntimeMissingError:
        return _bad_libraries("Without Python for programs there are none.")
    except OSError as error:
        return _bad_libraries(f"The list of them cannot be read: {error}.")
    answer = _asked_runtime(python, paths.runtime_folder(), _LIBRARY_QUESTION, *pins)
    if not answer.is_well:
        return _bad_libraries(f"They cannot be listed: {answer.complaint}.")
    faults = library_faults(pins, json.loads(answer.said))
    if faults:
        return _bad_libraries(f"{'; '.join(faults)}.")
    listed = ", ".join(f"{name} {number}" for name, number in pins.items())
    return Finding(_LIBRARIES, is_well=True, sentence=f"{listed}.")


def _bad_libraries(sentence: str) -> Finding:
    return Finding(_LIBRARIES, is_well=False, sentence=sentence, remedy=_new_runtime())


def pinned_versions(requirements: str) -> dict[str, str]:
    """The versions that a list of requirements pins, by the names of the distributions."""
    matches = (_PIN.match(line.strip()) for line in requirements.splitlines())
    return {match[1]: match[2] for match in matches if match}


def library_faults(pins: Mapping[str, str], found: Mapping[str, str]) -> list[str]:
    """What differs between the versions that are meant and those that were found."""
    faults = []
    for name, meant in pins.items():
        there = found.get(name, "")
        if not there:
            faults.append(f"{name} is missing")
        elif there.startswith("broken: "):
            faults.append(f"{name} cannot be imported ({there.removeprefix('broken: ')})")
        elif there != meant:
            faults.append(f"{name} is {there}, and {meant} is meant")
    return faults


def _asked_runtime(python: Path, folder: Path, question: str, *arguments: str) -> Answer:
    environment = child_environment(dict(os.environ), folder, "doctor")
    return ask(str(python), question, *arguments, options=["-I"], environment=environment)


def _new_runtime() -> str:
    return "Install Groundwork again; from its source, delete .runtime and run “make run”."
