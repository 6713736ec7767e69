"""What a lesson's page is made of."""

from __future__ import annotations

from pathlib import Path

import pytest

from groundwork.packs.model import (
    Callout,
    CalloutKind,
    Example,
    Heading,
    Listing,
    Picture,
    Prose,
)

from .a_pack import page_of, told


def test_blocks_stand_in_the_order_of_the_lesson(tmp_path: Path) -> None:
    body = """
Words.

## A heading

```text
output
```

> [!TIP]
> Try it.

More words.
"""
    loaded = page_of(tmp_path, body)

    assert loaded.problems == ()
    kinds = [type(block) for block in loaded.page.blocks]
    assert kinds == [Prose, Heading, Listing, Callout, Prose]


def test_prose_that_stands_together_is_one_block(tmp_path: Path) -> None:
    body = "One.\n\nTwo.\n\n- a\n- b\n\n---\n\n> Said somebody.\n"
    blocks = page_of(tmp_path, body).page.blocks

    assert [type(block) for block in blocks] == [Prose]


def test_a_second_file_of_an_example_does_not_divide_the_prose_around_it(tmp_path: Path) -> None:
    body = """```python example id=two
import prices
```

One.

```python example id=two file=prices.py
tea = 4
```

Two.
"""
    blocks = page_of(tmp_path, body).page.blocks

    assert [type(block) for block in blocks] == [Example, Prose]
    assert isinstance(blocks[1], Prose)
    assert blocks[1].plain == "One.\nTwo."


def test_indented_code_is_a_listing(tmp_path: Path) -> None:
    assert page_of(tmp_path, "    x = 1\n").page.blocks == (Listing("", "x = 1\n"),)


class TestHeadings:
    def test_have_anchors_as_code_hosts_make_them(self, tmp_path: Path) -> None:
        body = (
            "## What `get` does\n\n### Sets & lists, again\n\n## What get does\n\n"
            "## Über_uns\n\n## हिन्दी\n\n## 1. One: [link](lists.md)\n"
        )
        loaded = page_of(tmp_path, body)
        headings = [block for block in loaded.page.blocks if isinstance(block, Heading)]

        assert loaded.problems == ()
        assert [heading.anchor for heading in headings] == [
            "what-get-does",
            "sets--lists-again",
            "what-get-does-1",
            "über_uns",
            "हिन्दी",
            "1-one-link",
        ]
        assert headings[0] == Heading(
            2, "What get does", "what-get-does", "What <code>get</code> does"
        )
        assert headings[1].level == 3

    def test_of_the_first_level_are_the_front_matters_business(self, tmp_path: Path) -> None:
        loaded = page_of(tmp_path, "# Lists\n")

        assert loaded.page.blocks == (Heading(2, "Lists", "lists", "Lists"),)
        assert told(loaded.problems) == [("welcome.md", 4, "The heading “Lists” has one # only.")]

    def test_without_words_are_left_out(self, tmp_path: Path) -> None:
        loaded = page_of(tmp_path, "##\n")

        assert loaded.page.blocks == ()
        assert told(loaded.problems) == [("welcome.md", 4, "This heading is empty.")]


def test_a_table_is_a_block_of_its_own(tmp_path: Path) -> None:
    table = "| a |\n|---|\n| 1 |\n"
    blocks = page_of(tmp_path, f"Before.\n\n{table}\nAfter.\n\n- and\n").page.blocks

    assert [block.plain for block in blocks if isinstance(block, Prose)] == [
        "Before.",
        "a\n1",
        "After.\nand",
    ]
    assert [block.is_table for block in blocks if isinstance(block, Prose)] == [False, True, False]


class TestCallouts:
    @pytest.mark.parametrize("kind", list(CalloutKind))
    def test_of_every_kind(self, tmp_path: Path, kind: CalloutKind) -> None:
        loaded = page_of(tmp_path, f"> [!{kind.name}]\n> Words.\n")

        prose = Prose("<p>Words.</p>\n", "Words.")
        assert loaded.problems == ()
        assert loaded.page.blocks == (Callout(kind, "", (prose,)),)

    @pytest.mark.parametrize("gap", ["", ">\n"])
    def test_take_a_bold_first_paragraph_as_their_title(self, tmp_path: Path, gap: str) -> None:
        body = f"> [!NOTE]\n{gap}> **Where you meet this**\n>\n> In logs.\n"
        callout = page_of(tmp_path, body).page.blocks[0]

        assert isinstance(callout, Callout)
        assert callout.title == "Where you meet this"
        assert callout.blocks == (Prose("<p>In logs.</p>\n", "In logs."),)

    def test_keep_a_paragraph_that_only_begins_bold(self, tmp_path: Path) -> None:
        callout = page_of(tmp_path, "> [!NOTE]\n> **Mind** the gap.\n").page.blocks[0]

        assert isinstance(callout, Callout)
        assert callout.title == ""
        assert callout.blocks == (
            Prose("<p><strong>Mind</strong> the gap.</p>\n", "Mind the gap."),
        )

    def test_hold_blocks_of_every_kind(self, tmp_path: Path) -> None:
        body = """> [!WARNING]
> Words.
>
> ```python example id=inside
> print(1)
> ```
>
> ```text
> 1
> ```
>
> > [!NOTE]
> > Deeper.
"""
        loaded = page_of(tmp_path, body)
        callout = loaded.page.blocks[0]

        assert loaded.problems == ()
        assert isinstance(callout, Callout)
        assert [type(block) for block in callout.blocks] == [Prose, Example, Listing, Callout]
        assert [example.id for example in loaded.page.examples] == ["inside"]
        assert loaded.page.examples[0].files[0].text == "print(1)\n"

    def test_of_an_unknown_kind_are_notes(self, tmp_path: Path) -> None:
        loaded = page_of(tmp_path, "> [!TIPP]\n> Words.\n")

        assert isinstance(loaded.page.blocks[0], Callout)
        assert loaded.page.blocks[0].kind is CalloutKind.NOTE
        assert [one.remedy for one in loaded.problems] == ["Did you mean “TIP”?"]

    def test_with_words_beside_the_mark_keep_them(self, tmp_path: Path) -> None:
        loaded = page_of(tmp_path, "> [!TIP] Try it.\n")

        assert isinstance(loaded.page.blocks[0], Callout)
        assert loaded.page.blocks[0].blocks == (Prose("<p>Try it.</p>\n", "Try it."),)
        assert "on the same line" in loaded.problems[0].sentence

    def test_may_be_empty(self, tmp_path: Path) -> None:
        loaded = page_of(tmp_path, "> [!TIP]\n")

        assert loaded.page.blocks == (Callout(CalloutKind.TIP, "", ()),)

    def test_an_ordinary_quote_is_none(self, tmp_path: Path) -> None:
        loaded = page_of(tmp_path, "> Words [of](lists.md) others.\n")

        assert [type(block) for block in loaded.page.blocks] == [Prose]


class TestPictures:
    def test_are_files_of_the_pack(self, tmp_path: Path) -> None:
        body = "![A teapot](pot%201.svg)\n\n![Two](../second/two.png)\n![Three](sub/three.jpg)\n"
        others = dict.fromkeys(("first/pot 1.svg", "second/two.png", "first/sub/three.jpg"), "x")
        loaded = page_of(tmp_path, body, others=others)

        assert loaded.problems == ()
        assert loaded.page.blocks == (
            Picture(tmp_path / "first" / "pot 1.svg", "A teapot"),
            Picture(tmp_path / "second" / "two.png", "Two"),
            Picture(tmp_path / "first" / "sub" / "three.jpg", "Three"),
        )

    def test_that_are_not_there_leave_their_description(self, tmp_path: Path) -> None:
        loaded = page_of(tmp_path, "\n![A teapot](pott.svg)\n", others={"first/pot.svg": "x"})

        assert loaded.page.blocks == (Prose("<p><em>A teapot</em></p>\n", "A teapot"),)
        assert told(loaded.problems) == [("welcome.md", 5, "The picture “pott.svg” is not there.")]
        assert loaded.problems[0].remedy == "Did you mean “pot.svg”?"

    @pytest.mark.parametrize(
        "target",
        [
            "../../outside.png",
            "/etc/outside.png",
            "file:///etc/outside.png",
            "https://example.org/outside.png",
            "C:/outside.png",
            "..\\outside.png",
            "",
        ],
    )
    def test_are_never_taken_from_outside(self, tmp_path: Path, target: str) -> None:
        write_outside = tmp_path / "outside.png"
        write_outside.write_text("x", encoding="utf-8")
        loaded = page_of(tmp_path / "pack", f"![Words](<{target}>)\n")

        assert not any(isinstance(block, Picture) for block in loaded.page.blocks)
        assert "is not inside the pack" in loaded.problems[0].sentence

    def test_are_not_reached_through_links(self, tmp_path: Path) -> None:
        (tmp_path / "secret.png").write_text("x", encoding="utf-8")
        (tmp_path / "pack" / "first").mkdir(parents=True)
        (tmp_path / "pack" / "first" / "pot.png").symlink_to(tmp_path / "secret.png")
        loaded = page_of(tmp_path / "pack", "![A teapot](pot.png)\n")

        assert not any(isinstance(block, Picture) for block in loaded.page.blocks)
        assert "is not inside the pack" in loaded.problems[0].sentence

    def test_need_a_description(self, tmp_path: Path) -> None:
        loaded = page_of(tmp_path, "![](pot.svg)\n", others={"first/pot.svg": "x"})

        assert [type(block) for block in loaded.page.blocks] == [Picture]
        assert told(loaded.problems) == [
            ("welcome.md", 4, "The picture “pot.svg” has no description.")
        ]

    def test_of_kinds_that_are_not_shown(self, tmp_path: Path) -> None:
        loaded = page_of(tmp_path, "![Words](pot.tiff)\n", others={"first/pot.tiff": "x"})

        assert "is of a kind that is not shown" in loaded.problems[0].sentence

    def test_that_are_huge(self, tmp_path: Path) -> None:
        others = {"first/pot.svg": "x" * 10_000_001}
        loaded = page_of(tmp_path, "![Words](pot.svg)\n", others=others)

        assert "is larger than 10 MB" in loaded.problems[0].sentence

    @pytest.mark.parametrize("body", ["Look ![A pot](pot.svg) here.\n", "- ![A pot](pot.svg)\n"])
    def test_inside_a_line_become_their_description(self, tmp_path: Path, body: str) -> None:
        loaded = page_of(tmp_path, body, others={"first/pot.svg": "x"})

        assert isinstance(loaded.page.blocks[0], Prose)
        assert "<em>A pot</em>" in loaded.page.blocks[0].html
        assert "img" not in loaded.page.blocks[0].html
        assert "stands inside a line or a list" in loaded.problems[0].sentence


class TestFences:
    def test_that_are_never_closed(self, tmp_path: Path) -> None:
        loaded = page_of(tmp_path, "Words.\n\n```python\nx = 1\n")

        assert loaded.page.blocks[1] == Listing("python", "x = 1\n")
        assert told(loaded.problems) == [
            ("welcome.md", 6, "The code that begins here is never closed.")
        ]

    def test_that_end_with_the_file_are_closed(self, tmp_path: Path) -> None:
        assert page_of(tmp_path, "```python\nx = 1\n```").problems == ()

    def test_that_have_swallowed_another(self, tmp_path: Path) -> None:
        body = "```python\nx = 1\n\nWords.\n\n```python\ny = 1\n```\n"
        loaded = page_of(tmp_path, body)

        sentence = "Another block begins in line 9, inside the code that begins here."
        assert told(loaded.problems) == [("welcome.md", 4, sentence)]

    def test_may_show_other_fences(self, tmp_path: Path) -> None:
        loaded = page_of(tmp_path, "````markdown\n```python\nx = 1\n```\n````\n")

        assert loaded.problems == ()
        assert loaded.page.blocks == (Listing("markdown", "```python\nx = 1\n```\n"),)

    def test_of_examples_inside_lists_are_shown_below(self, tmp_path: Path) -> None:
        body = "- Do this:\n\n  ```python example id=in-list\n  print(1)\n  ```\n\n- Then that.\n"
        loaded = page_of(tmp_path, body)

        assert [type(block) for block in loaded.page.blocks] == [Prose, Example]
        assert loaded.page.examples[0].files[0].text == "print(1)\n"
        sentence = "An example stands inside a list or a quote; it is shown below it."
        assert told(loaded.problems) == [("welcome.md", 6, sentence)]


def test_lines_are_counted_from_the_top_of_the_file(tmp_path: Path) -> None:
    loaded = page_of(tmp_path, "One\ntwo\n[three](nowhere.md)\n\n## x\n\n[four](none.md)\n")

    assert [one.line for one in loaded.problems] == [6, 10]


def test_nesting_without_end_is_told(tmp_path: Path) -> None:
    loaded = page_of(tmp_path, "> " * 500 + "deep\n\nWords.\n")

    assert "stand inside each other" in loaded.problems[0].sentence
    assert isinstance(loaded.page.blocks[-1], Prose)
    assert loaded.page.blocks[-1].plain.endswith("Words.")
