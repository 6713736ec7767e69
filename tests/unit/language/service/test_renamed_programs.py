"""Programs by chance do the same under another name when they are run for real."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.unit.language.oracle import Oracle

from groundwork.language.protocol import Edits, Refused, Rename
from groundwork.language.service.naming.program import Program

from .programs import NAMES, PARTS, Author
from .test_renaming import changed

NEW = "zz"


def output_of(files: Mapping[str, str], folder: Path) -> str:
    """What the program prints."""
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    command = [sys.executable, "-B", "main.py"]
    ended = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return ended.stdout


@pytest.mark.parametrize("seed", range(12))
def test_a_renamed_program_prints_the_same(oracle: Oracle, seed: int, tmp_path: Path) -> None:
    author = Author(seed)
    files = author.files()
    try:
        before = output_of(files, tmp_path)
    except subprocess.CalledProcessError:
        pytest.skip("this one is no program")  # a name both global and a parameter
    sources = {name: oracle.source(text, name) for name, text in files.items()}
    read = Program(list(sources.values()))
    places = [(file, one) for file in read.files for one in file.reader.occurrences]
    places = [(file, one) for file, one in places if one.name in NAMES + PARTS]
    for _ in range(3):
        file, one = author.choose(places)
        others = tuple(source for name, source in sources.items() if name != file.name)
        answer = oracle.ask(Rename(sources[file.name], one.line, one.column, NEW, others))
        if isinstance(answer, Refused):
            assert answer.sentence
            continue
        assert isinstance(answer, Edits)
        assert answer.warning == ""
        after = {
            name: changed(text, tuple(edit for edit in answer.edits if edit.file == name))
            for name, text in files.items()
        }
        if not answer.unsure:
            assert output_of(after, tmp_path) == before
