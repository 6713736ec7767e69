"""Front matter, in its plain form and as YAML."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from groundwork.packs.front_matter import FrontMatter, divided, read_front_matter
from groundwork.packs.problems import ProblemCollector


def read(front: str) -> tuple[FrontMatter, ProblemCollector]:
    problems = ProblemCollector(Path("lesson.md"))
    return read_front_matter(divided(f"---\n{front}\n---\nText.\n"), problems), problems


@pytest.mark.parametrize(
    ("front", "told"),
    [
        ("title: Lists", FrontMatter("Lists")),
        ("title: L\nsummary: What, and why?\nminutes: 15", FrontMatter("L", "What, and why?", 15)),
        ("title: it's C# 3:4", FrontMatter("it's C# 3:4")),
        ('title: Ask "why" \\n', FrontMatter('Ask "why" \\n')),
        ('title: "Sets: no doubles"', FrontMatter("Sets: no doubles")),
        ("title: 'It''s a set'", FrontMatter("It's a set")),
        ("title: 404", FrontMatter("404")),
        ("title: yes", FrontMatter("yes")),
        ("title: 2026-01-01", FrontMatter("2026-01-01")),
        ("title: >-\n  On two\n  lines", FrontMatter("On two lines")),
        ("title: L # a remark", FrontMatter("L")),
        ("\n# a remark\n\ntitle:   Lists  \n", FrontMatter("Lists")),
        ('"title": Lists', FrontMatter("Lists")),
        ("title: L\nminutes: 0", FrontMatter("L")),
        ("title: L\nwithout: hints", FrontMatter("L", without=("hints",))),
        (
            "title: L\nwithout: Hints,completion , solution,\nwhy: By heart.",
            FrontMatter("L", without=("completion", "hints", "solution"), why="By heart."),
        ),
    ],
)  # fmt: skip
def test_what_is_written_is_told(front: str, told: FrontMatter) -> None:
    front_matter, problems = read(front)

    assert problems.found == ()
    assert front_matter == told


@pytest.mark.parametrize(
    ("front", "line", "sentence"),
    [
        ("title: L\ntitle: M", 3, "“title” is written twice."),
        ("title: [a, b]", 2, "“title” must be a text, not a list or a table."),
        ("title: {a: b}", 2, "“title” must be a text, not a list or a table."),
        ("title:", 2, "This lesson has no title."),
        ('title: ""', 2, "This lesson has no title."),
        ("- title", 2, "The front matter is no list of entries."),
        ("just words", 2, "The front matter is no list of entries."),
        ("title: a: b", 2, "The front matter cannot be read from here on."),
        ('title: L\nsummary: "open', 3, "The front matter cannot be read from here on."),
        ("title: !!python/object:os.system x", 2, ""),
        ("? [a]\n: b\ntitle: L", 2, "An entry of the front matter has no plain name."),
        ("title: L\nminutes: -1", 3, "“minutes” is “-1”, which is no number of minutes."),
        ("title: L\nminutes: 1.5", 3, "“minutes” is “1.5”, which is no number of minutes."),
        ("title: L\nminutes: 99999", 3, "“minutes” is “99999”, which is no number of minutes."),
        ("title: L\nminutes: ٣", 3, "“minutes” is “٣”, which is no number of minutes."),
        ("title: L\nwithout: completions", 3, "“without” names “completions”."),
        ("title: L\nwithout: ','", 3, "“without” names nothing."),
        ("title: L\nwhy: So.", 3, "“why” gives a reason, but there is no “without”."),
        ("title: " + "x" * 1001, 2, "“title” is 1001 characters long."),
        ("title: " + "[" * 9000, 2, ""),
        ("title: &a [x, x]\nb: [*a, *a]", 2, "“title” must be a text, not a list or a table."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told(front: str, line: int, sentence: str) -> None:
    _, problems = read(front)

    if sentence:
        assert sentence in [one.sentence for one in problems.found]
        assert line in [one.line for one in problems.found]


def test_the_body_begins_after_the_second_fence() -> None:
    text = divided("---\ntitle: L\n\nminutes: 3\n---\nBody.\n---\n")

    assert (text.body, text.body_line) == ("Body.\n---\n", 6)


def test_without_a_second_fence_the_body_begins_after_a_gap() -> None:
    text = divided("---\ntitle: L\nminutes: 3\n\nBody.\n")

    assert not text.is_closed
    assert (text.body, text.body_line) == ("Body.\n", 5)


line_of_front_matter = st.one_of(
    st.tuples(
        st.sampled_from(["title", "summary", "minutes", "x"]),
        st.sampled_from([": ", ":  ", ":", ": \t"]),
        st.one_of(
            st.text(max_size=12),
            st.text(st.sampled_from(" abé0-#:'\"\\,?!&*%@`{}[]|>\t\x85\u2028\ufeff"), max_size=8),
            st.text(max_size=8).map(lambda text: f'"{text}"'),
        ),
    ).map("".join),
    st.text(max_size=10),
)


@settings(deadline=None)  # the first call imports YAML
@given(st.lists(line_of_front_matter, max_size=4).map("\n".join))
def test_the_plain_form_is_read_as_yaml_reads_it(front: str) -> None:
    """Whatever is read without a problem is what a YAML reader would have read."""
    front_matter, problems = read(front)
    if problems.found or "\n---" in f"\n{front}":
        return

    told = yaml.load(front, Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts alone
    assert front_matter.title == " ".join(told["title"].split())
    assert front_matter.summary == " ".join(told.get("summary", "").split())
    assert front_matter.minutes == int(told.get("minutes", "0"))
