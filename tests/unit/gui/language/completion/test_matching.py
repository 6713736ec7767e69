"""How well a name fits what was typed of it."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from groundwork.gui.language.completion.matching import Match, Quality, match, word_starts

NAMES = st.text(alphabet="abgPS_1éÉßİ", min_size=1, max_size=12)
TYPED = st.text(alphabet="abgPS_1éÉ", min_size=1, max_size=5)


def fit(typed: str, name: str) -> Match:
    found = match(typed, name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("get_first", ["get", "first"]),
        ("GrowthFactor", ["Growth", "Factor"]),
        ("HTTPConnection", ["HTTP", "Connection"]),
        ("__init__", ["init"]),
        ("price_2", ["price", "2"]),
        ("utf8", ["utf", "8"]),
        ("list", ["list"]),
        ("PRICE", ["PRICE"]),
        ("orders-2024.csv", ["orders", "2024", "csv"]),
    ],
)
def test_a_name_is_made_of_words(name: str, words: list[str]) -> None:
    starts = word_starts(name)
    assert len(starts) == len(words)
    assert all(name.startswith(word, start) for word, start in zip(words, starts, strict=True))


@pytest.mark.parametrize(
    ("typed", "name", "quality"),
    [
        ("print", "print", Quality.EXACT),
        ("Print", "print", Quality.PREFIX),
        ("pr", "print", Quality.PREFIX),
        ("gf", "get_first", Quality.WORDS),
        ("gefi", "get_first", Quality.WORDS),
        ("first", "get_first", Quality.WORDS),
        ("dr", "DictReader", Quality.WORDS),
        ("init", "__init__", Quality.WORDS),
        ("prt", "print", Quality.SCATTERED),
        ("gst", "get_first", Quality.SCATTERED),
    ],
)
def test_a_name_fits_in_one_of_four_ways(typed: str, name: str, quality: Quality) -> None:
    assert fit(typed, name).quality == quality


@pytest.mark.parametrize(
    ("typed", "name"),
    [("rint", "print"), ("et", "get_first"), ("prx", "print"), ("gff", "get_first")],
)
def test_other_names_do_not_fit(typed: str, name: str) -> None:
    assert match(typed, name) is None


def test_the_letters_are_where_a_reader_would_look_for_them() -> None:
    assert fit("gf", "get_fog_first").letters == (0, 4)
    assert fit("gfi", "get_fog_first").letters == (0, 8, 9)
    assert fit("prt", "print").letters == (0, 1, 4)


def test_capitals_count_where_they_were_typed() -> None:
    assert fit("Va", "ValueError").wrong_case < fit("Va", "values").wrong_case
    assert fit("va", "ValueError").wrong_case == fit("va", "values").wrong_case


@given(NAMES.filter(word_starts), st.data())
def test_letters_of_a_name_from_the_start_of_a_word_on_fit(name: str, data: st.DataObject) -> None:
    first = data.draw(st.sampled_from(word_starts(name)))
    others = data.draw(st.sets(st.integers(first + 1, len(name)), max_size=4))
    typed = "".join(name[place] for place in (first, *sorted(others - {len(name)})))
    letters = fit(typed, name).letters
    assert list(letters) == sorted(set(letters))
    for letter, place in zip(typed, letters, strict=True):
        assert name[place].lower()[:1] == letter.lower()[:1]


@given(NAMES, st.integers(0, 12))
def test_whatever_a_name_begins_with_fits_it_well(name: str, length: int) -> None:
    assert fit(name[:length], name).quality <= Quality.PREFIX


@given(TYPED, st.sampled_from("abgPS_1é"), NAMES)
def test_what_does_not_fit_will_not_when_more_is_typed(typed: str, more: str, name: str) -> None:
    assume(match(typed, name) is None)
    assert match(typed + more, name) is None


@given(st.lists(st.sampled_from(["get", "all", "price", "of"]), min_size=1, max_size=4), st.data())
def test_beginnings_of_words_fit_well(words: list[str], data: st.DataObject) -> None:
    typed = "".join(word[: data.draw(st.integers(1, len(word)))] for word in words)
    assert fit(typed, "_".join(words)).quality <= Quality.WORDS
