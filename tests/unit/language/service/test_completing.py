"""What may be meant by the word before the cursor."""

from __future__ import annotations

from tests.unit.language.oracle import Oracle, cursor_in

from groundwork.language.protocol import Complete, Completions


def names(oracle: Oracle, text: str) -> list[str]:
    answer = oracle.ask(Complete(oracle.source(text), *cursor_in(text)))
    assert isinstance(answer, Completions)
    return [candidate.name for candidate in answer.candidates]


def test_the_methods_of_a_list_are_known(oracle: Oracle) -> None:
    assert {"append", "sort"} <= set(names(oracle, "prices = [1, 2]\nprices.‸"))


def test_what_only_the_worker_imports_is_not_there_for_programs(oracle: Oracle) -> None:
    assert not {"jedi", "parso", "black", "groundwork"} & set(names(oracle, "import ‸"))
