import pytest

from groundwork.gui.editor.sentences import LONGEST_LINE, long_line_sentence, shadowing_sentence


@pytest.mark.parametrize("name", ["random.py", "turtle.py", "json.py"])
def test_a_name_of_the_library_is_warned_of(name: str) -> None:
    assert name.removesuffix(".py") in shadowing_sentence(name)


@pytest.mark.parametrize("name", ["main.py", "random.txt", "shop/random.py", "prices.py", "py"])
def test_other_names_are_not(name: str) -> None:
    assert not shadowing_sentence(name)


def test_a_line_too_long_to_type_in_is_named() -> None:
    text = "x = 1\n" + "a" * (LONGEST_LINE + 1) + "\ny = 2\n"
    assert long_line_sentence(text).startswith("Line 2 has 100,001 characters.")


def test_many_lines_of_ordinary_length_are_fine() -> None:
    assert not long_line_sentence("x = 1\n" * LONGEST_LINE)
