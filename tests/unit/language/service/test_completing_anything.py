"""Completion in programs that are not finished, and in what is no program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.benchmarks.deleted_names import drawn
from tests.benchmarks.first_five import PlainJedi
from tests.unit.language.oracle import Oracle

from groundwork.language.protocol import (
    Answer,
    Complete,
    Completions,
    Description,
    ExplainCandidate,
    Nothing,
)

PACK = Path(__file__).resolve().parents[4] / "lessons" / "python-backend"
DELETED = drawn(PACK, 60, seed=1)
PROGRAMS = sorted({deleted.text for deleted in DELETED})
JUNK = [
    "(", ")", "[", "{", "}", '"', "'", '"""', "\\", "\n", "\r", "\x00", ":", ".", "..", "@", 'f"',
    "lambda ", "def ", "class ", "await ", "import ", "from . import ", "for ", "in ", "1.", "é",
    "match x:\n", "case [", "yield ", "with ", "try:", "except ", "\ufeff", "\u2028", "\udcff",
]  # fmt: skip


@pytest.fixture(scope="module")
def worker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Oracle]:
    folder = tmp_path_factory.mktemp("language")
    with Oracle(folder / "example", folder / "cache") as oracle:
        yield oracle


def asked(oracle: Oracle, text: str, offset: int) -> Answer:
    before = text[:offset]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n") - 1
    return oracle.ask(Complete(oracle.source(text), line, column, ("price",), ("for", "if")))


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_programs_that_are_cut_off_anywhere_raise_nothing(
    worker: Oracle, data: st.DataObject
) -> None:
    text = data.draw(st.sampled_from(PROGRAMS))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)) | st.just(len(text)))
    junk = "".join(data.draw(st.lists(st.sampled_from(JUNK), max_size=3)))
    text = text[:start] + junk + text[end:]
    answer = asked(worker, text, start + len(junk))
    assert isinstance(answer, Completions | Nothing), text


@settings(max_examples=100, deadline=None)
@given(text=st.text(st.characters() | st.sampled_from("()[]{}\"'.:\n #=f")), place=st.floats(0, 1))
def test_what_is_no_program_raises_nothing(worker: Oracle, text: str, place: float) -> None:
    answer = asked(worker, text, int(place * len(text)))
    assert isinstance(answer, Completions | Nothing), text


@pytest.mark.parametrize("place", [(0, 0), (-1, 5), (1, -1), (1, 999), (99, 0)])
def test_the_cursor_may_be_where_no_text_is(worker: Oracle, place: tuple[int, int]) -> None:
    source = worker.source("price = 1\npr")
    assert isinstance(worker.ask(Complete(source, *place)), Completions | Nothing)
    explained = worker.ask(ExplainCandidate(source, *place, "print"))
    assert isinstance(explained, Description | Nothing)


@pytest.mark.parametrize(
    "text",
    ["(" * 5_000, "f(" * 2_000, "x" + ".a" * 3_000 + ".", "not " * 3_000, '"' * 5_001, "\x00" * 99],
)
def test_what_is_nested_deeply_raises_nothing(worker: Oracle, text: str) -> None:
    assert isinstance(asked(worker, text, len(text)), Completions | Nothing)


def test_names_deep_in_a_long_program_are_found(worker: Oracle) -> None:
    functions = [f"def f{n}(value_{n}):\n    '''It's long'''\n    return 1\n" for n in range(600)]
    text = "\n".join(functions)
    middle = text.index("    return 1", text.index("value_300"))
    answer = asked(worker, text[:middle] + "    val" + text[middle + 4 :], middle + 7)
    assert isinstance(answer, Completions)
    found = {candidate.name for candidate in answer.candidates}
    assert {"value_300", "f599"} <= found
    assert "value_301" not in found


def test_all_is_found_that_jedi_finds(worker: Oracle) -> None:
    jedi = PlainJedi()
    missing = []
    for deleted in DELETED:
        source = worker.source(deleted.text, deleted.main)
        answer = worker.ask(Complete(source, deleted.line, deleted.column))
        assert isinstance(answer, Completions | Nothing)
        ours = answer.candidates if isinstance(answer, Completions) else ()
        wanted = {deleted.name, f"{deleted.name}="}
        by_jedi = {one.name for one in jedi.candidates(worker.folder, deleted)}
        if wanted & by_jedi and not wanted & {one.name for one in ours}:
            missing.append(deleted.name)
    jedi.process.kill()
    jedi.process.communicate()
    assert not missing
