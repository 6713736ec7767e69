"""Which candidates fit, and in which order."""

from hypothesis import given
from hypothesis import strategies as st

from groundwork.gui.language.completion.choices import Choices
from groundwork.language.protocol import Candidate

NAMES = ("price", "prices", "print", "PRICE", "pipe_rack", "sprint", "part")


def fitting(choices: Choices, typed: str) -> list[str]:
    return [choice.candidate.name for choice in choices.fitting(typed)]


def choices_of(*names: str, ranks: tuple[int, ...] = ()) -> Choices:
    given_ranks = ranks or range(len(names))
    pairs = zip(names, given_ranks, strict=True)
    return Choices(Candidate(name, "variable", rank) for name, rank in pairs)


def test_without_a_letter_all_stand_in_the_order_of_their_likelihood() -> None:
    assert fitting(choices_of(*NAMES), "") == list(NAMES)


def test_beginnings_come_first_then_beginnings_of_words_then_the_rest() -> None:
    choices = choices_of("part", "pipe_rack", "print", "sprint")
    assert fitting(choices, "pr") == ["print", "pipe_rack", "part"]


def test_what_was_typed_comes_before_all_else() -> None:
    assert fitting(choices_of("prices", "price"), "price") == ["price", "prices"]


def test_capitals_that_were_typed_come_before_likelihood() -> None:
    assert fitting(choices_of("price", "PRICE"), "PR") == ["PRICE", "price"]


def test_the_likelier_come_first_and_equals_keep_their_order() -> None:
    choices = choices_of("price", "prices", "print", "private", ranks=(2, 1, 1, 0))
    assert fitting(choices, "pri") == ["private", "prices", "print", "price"]


@given(st.lists(st.text(alphabet="priPR_", max_size=3), max_size=8))
def test_going_back_and_forth_leads_to_what_was_there_before(ways: list[str]) -> None:
    wandering = choices_of(*NAMES)
    for typed in ways:
        assert wandering.fitting(typed) == choices_of(*NAMES).fitting(typed)
