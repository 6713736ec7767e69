from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.running.lines import PLAIN, Line, Source, Span, Style
from groundwork.running.terminal import Terminal


class Screen:
    """Applies updates as the console does, and keeps every line."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._finished: list[Line] = []
        self._current = Line()

    def refresh(self, at_most: int | None = None) -> None:
        update = self._terminal.take(at_most)
        if update.is_reset:
            self._finished.clear()
        self._finished += update.lines
        self._current = update.current

    @property
    def lines(self) -> list[Line]:
        self.refresh()
        return [*self._finished, self._current]

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


def shown(*pieces: str, source: Source = Source.OUTPUT) -> str:
    terminal = Terminal()
    for piece in pieces:
        terminal.feed(piece, source)
    return Screen(terminal).text


def test_lines_appear_as_they_were_printed() -> None:
    assert shown("one\ntwo\n") == "one\ntwo\n"


def test_text_without_a_line_end_appears_at_once() -> None:
    assert shown("Name? ") == "Name? "


def test_carriage_return_writes_over_the_line() -> None:
    assert shown("10 %\r20 %\r100 %\n") == "100 %\n"


def test_a_shorter_text_after_carriage_return_leaves_the_rest() -> None:
    assert shown("abcdef\rXY") == "XYcdef"


def test_windows_line_ends_are_line_ends() -> None:
    assert shown("one\r", "\ntwo\r\n") == "one\ntwo\n"


def test_backspace_goes_back_and_no_further_than_the_beginning() -> None:
    assert shown("ab\b\b\b\bX") == "Xb"


@pytest.mark.parametrize(
    ("sequence", "left"),
    [("\x1b[K", "abc"), ("\x1b[0K", "abc"), ("\x1b[1K", "    ef"), ("\x1b[2K", "   ")],
)
def test_parts_of_the_line_can_be_erased(sequence: str, left: str) -> None:
    assert shown("abcdef\x1b[3D", sequence) == left


def test_clearing_the_screen_forgets_what_was_shown() -> None:
    terminal = Terminal()
    screen = Screen(terminal)
    terminal.feed("old\n")
    screen.refresh()
    terminal.feed("\x1b[H\x1b[2Jnew")
    assert screen.text == "new"


def test_colours_become_styles_and_end_with_reset() -> None:
    terminal = Terminal()
    terminal.feed("a\x1b[1;31mb\x1b[0mc")
    (line,) = Screen(terminal).lines
    assert line.spans == (
        Span("a", PLAIN),
        Span("b", Style(foreground=1, is_bold=True)),
        Span("c", PLAIN),
    )


@pytest.mark.parametrize(
    ("parameters", "colour"),
    [
        ("38;5;9", 9),
        ("38;5;196", "#ff0000"),
        ("38;5;232", "#080808"),
        ("38;2;1;2;3", "#010203"),
        ("38:2:1:2:3", "#010203"),
        ("97", 15),
    ],
)
def test_every_way_to_name_a_colour(parameters: str, colour: str | int) -> None:
    terminal = Terminal()
    terminal.feed(f"\x1b[{parameters}mx")
    (line,) = Screen(terminal).lines
    assert line.spans[0].style.foreground == colour


def test_each_stream_has_its_own_colour() -> None:
    terminal = Terminal()
    terminal.feed("\x1b[32mgreen")
    terminal.feed("plain", Source.ERROR)
    (line,) = Screen(terminal).lines
    assert line.spans[1].style == Style(source=Source.ERROR)


def test_other_control_characters_become_visible() -> None:
    assert shown("a\0b\x01c\x7fd\x85e\u2029f") == "a␀b␁c␡d\ufffde\ufffdf"


def test_the_bell_is_silent_and_titles_are_swallowed() -> None:
    assert shown("a\x07b\x1b]0;title\x07c\x1b[5;5Hd\x1b(Be") == "abcde"


def test_a_long_line_is_cut_and_counted() -> None:
    terminal = Terminal(longest_line=10)
    terminal.feed("0123456789abc")
    terminal.feed("def\nnext\n" + "x" * 25 + "\n")
    lines = Screen(terminal).lines
    assert [line.text for line in lines] == ["0123456789", "next", "x" * 10, ""]
    assert [line.hidden_characters for line in lines] == [6, 0, 15, 0]


def test_only_the_last_lines_are_kept_and_the_update_says_so() -> None:
    terminal = Terminal(maximum_lines=3)
    terminal.feed("".join(f"{n}\n" for n in range(10)))
    update = terminal.take()
    assert update.is_reset
    assert [line.text for line in update.lines] == ["7", "8", "9"]
    assert terminal.line_count == 10


def test_a_flood_is_shown_in_part_and_then_in_full() -> None:
    terminal = Terminal(maximum_lines=100)
    terminal.feed("before\n")
    terminal.take()
    terminal.feed("".join(f"{n}\n" for n in range(50)))
    part = terminal.take(at_most=3)
    assert part.is_reset
    assert [line.text for line in part.lines] == ["47", "48", "49"]
    terminal.feed("after\nnow")
    full = terminal.take(at_most=80)
    assert full.is_reset
    assert [line.text for line in full.lines] == ["before", *map(str, range(50)), "after"]
    assert full.current.text == "now"
    assert terminal.take(at_most=3).lines == []


def test_lines_that_fit_in_a_moment_are_added() -> None:
    terminal = Terminal()
    terminal.feed("one\n")
    terminal.take(at_most=2)
    terminal.feed("two\nthree\n")
    update = terminal.take(at_most=2)
    assert not update.is_reset
    assert [line.text for line in update.lines] == ["two", "three"]


SEQUENCES = st.sampled_from(
    ["\x1b[31m", "\x1b[0m", "\x1b[38;5;200m", "\x1b[K", "\x1b[2J", "\x1b]0;t\x07", "\x1b", "\x1b["]
)
PIECES = st.one_of(st.text(max_size=6), SEQUENCES, st.sampled_from(["\r", "\n", "\b", "\r\n"]))


@given(
    pieces=st.lists(PIECES, max_size=30),
    cuts=st.lists(st.integers(0, 200), max_size=8),
    at_most=st.none() | st.integers(0, 3),
)
def test_where_the_stream_is_cut_makes_no_difference(
    pieces: list[str], cuts: list[int], at_most: int | None
) -> None:
    text = "".join(pieces)
    whole, cut = Terminal(longest_line=20), Terminal(longest_line=20)
    whole.feed(text)
    borders = sorted({0, len(text), *(c for c in cuts if c < len(text))})
    screen = Screen(cut)
    for start, end in pairwise(borders):
        cut.feed(text[start:end])
        screen.refresh(at_most)
    assert screen.lines == Screen(whole).lines


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_any_text_leaves_no_control_character(text: str) -> None:
    terminal = Terminal()
    terminal.feed(text)
    left = "".join(line.text for line in Screen(terminal).lines)
    assert not any(ord(c) < 32 and c != "\t" for c in left)
