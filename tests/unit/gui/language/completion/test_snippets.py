"""Templates with places to fill in."""

from hypothesis import given
from hypothesis import strategies as st

from groundwork.gui.language.completion.snippets import parse


def test_the_places_lie_where_their_names_stand() -> None:
    snippet = parse("for ${name} in ${names}:\n    ${pass}")
    assert snippet.text == "for name in names:\n    pass"
    assert [snippet.text[slice(*place)] for place in snippet.places] == ["name", "names", "pass"]


def test_further_lines_are_indented_like_the_first() -> None:
    assert parse("if ${x}:\n    ${y}", "  ").text == "if x:\n      y"
    assert parse("a\n${b}", "", "\r\n").text == "a\r\nb"


def test_a_place_may_be_empty() -> None:
    snippet = parse("print(${})")
    assert (snippet.text, snippet.places) == ("print()", ((6, 6),))


def test_braces_without_a_dollar_are_text() -> None:
    assert parse("{'a': 1}").text == "{'a': 1}"


@given(st.lists(st.tuples(st.text("ab\n ", max_size=4), st.text("xy", max_size=3)), max_size=5))
def test_every_place_holds_its_name(pieces: list[tuple[str, str]]) -> None:
    template = "".join(f"{text}${{{name}}}" for text, name in pieces)
    snippet = parse(template, "    ")
    assert [snippet.text[slice(*place)] for place in snippet.places] == [n for _, n in pieces]
