from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from groundwork.gui.tree.outline import Outline, ShownPack, folded, matched_spans
from groundwork.packs.model import LessonAddress

from .packs import PYTHON, TABLES, at


def titles(shown: tuple[ShownPack, ...]) -> list[str]:
    return [lesson.title for pack in shown for one in pack.chapters for lesson in one.lessons]


def matching(words: str, *found: LessonAddress) -> list[str]:
    return titles(Outline([PYTHON, TABLES]).matching(folded(words).split(), set(found)))


def test_without_words_everything_is_shown() -> None:
    shown = Outline([PYTHON, TABLES]).whole()
    assert [pack.pack for pack in shown] == [PYTHON, TABLES]
    assert titles(shown) == [lesson.title for pack in (PYTHON, TABLES) for lesson in pack.lessons]


def test_a_lesson_is_found_by_any_part_of_its_title_in_any_case() -> None:
    assert matching("LIST") == ["Lists", "Lists as arguments"]
    assert matching("ist") == ["Lists", "Lists as arguments"]


def test_all_words_must_be_there_in_any_order() -> None:
    assert matching("arguments lists") == ["Lists as arguments"]


def test_accents_do_not_matter() -> None:
    assert matching("eclair") == ["Éclairs in a row"]
    assert matching("ÉCLAIR") == ["Éclairs in a row"]


def test_a_chapter_is_found_whole_by_the_beginnings_of_its_words() -> None:
    assert matching("data str") == ["Lists", "Dictionaries", "Sets of numbers", "Éclairs in a row"]
    assert matching("tructures") == []


def test_lessons_found_by_their_text_are_shown_in_reading_order() -> None:
    assert matching("keyerror", at("many-rows", TABLES), at("dictionaries")) == [
        "Dictionaries",
        "Many rows",
    ]


def test_the_same_lesson_id_in_another_pack_is_another_lesson() -> None:
    assert matching("keyerror", at("lists", TABLES)) == []


def test_chapters_and_packs_without_a_match_go() -> None:
    shown = Outline([PYTHON, TABLES]).matching(["welcome"], set())
    assert [(pack.pack.id, len(pack.chapters)) for pack in shown] == [("python", 1)]


def test_matches_are_told_in_order_and_joined_where_they_touch() -> None:
    assert matched_spans("Lists as arguments", ["ar", "list"]) == [(0, 4), (9, 11)]
    assert matched_spans("Banana", ["an"]) == [(1, 5)]
    assert matched_spans("Lists", ["li", "is"]) == [(0, 3)]
    assert matched_spans("Lists", []) == []


@given(st.text())
def test_folding_keeps_every_letter_in_its_place(text: str) -> None:
    assert len(folded(text)) == len(text)
    assert folded(folded(text)) == folded(text)


@given(st.text(), st.lists(st.text(min_size=1), max_size=4))
def test_spans_lie_in_the_title_and_apart(title: str, words: list[str]) -> None:
    spans = matched_spans(title, words)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(set(edges))
    assert all(0 <= edge <= len(title) for edge in edges)
