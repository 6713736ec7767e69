"""The HTML of prose: all of Markdown, and nothing that a lesson could do harm with."""

from __future__ import annotations

from pathlib import Path

import pytest

from groundwork.packs.model import Prose

from .a_pack import page_of, told

TABLE = """\
<table>
<thead><tr><th>a</th><th align="right">b</th></tr>
</thead>
<tbody><tr><td><code>1</code></td><td align="right">2</td></tr>
</tbody>
</table>
"""


def prose_of(folder: Path, body: str) -> Prose:
    (block,) = page_of(folder, body).page.blocks
    assert isinstance(block, Prose)
    return block


@pytest.mark.parametrize(
    ("body", "html", "plain"),
    [
        ("*a* **b**", "<p><em>a</em> <strong>b</strong></p>\n", "a b"),
        ("`c < d`", "<p><code>c &lt; d</code></p>\n", "c < d"),
        ('a & b < c "d"', "<p>a &amp; b &lt; c &quot;d&quot;</p>\n", 'a & b < c "d"'),
        ("a\nb  \nc", "<p>a\nb<br>\nc</p>\n", "a b c"),
        ("- a\n- b", "<ul><li>a</li>\n<li>b</li>\n</ul>\n", "a\nb"),
        ("- a\n\n- b", "<ul><li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n", "a\nb"),
        ("3. a\n4. b", '<ol start="3"><li>a</li>\n<li>b</li>\n</ol>\n', "a\nb"),
        ("- a\n  - b", "<ul><li>a<ul><li>b</li>\n</ul>\n</li>\n</ul>\n", "a\nb"),
        ("- a\n\n      x < 1", "<ul><li><p>a</p>\n<pre>x &lt; 1</pre>\n</li>\n</ul>\n", "a\nx < 1"),
        ("> a", "<blockquote><p>a</p>\n</blockquote>\n", "a"),
        ("> ## a", "<blockquote><p><strong>a</strong></p>\n</blockquote>\n", "a"),
        ("a\n\n---\n\nb", "<p>a</p>\n<hr>\n<p>b</p>\n", "a\nb"),
        ("&copy; &#65; \\*", "<p>© A *</p>\n", "© A *"),
        ("a <!-- hidden --> b", "<p>a  b</p>\n", "a b"),
        ("a\n\n<!-- hidden\n\nstill -->\n\nb", "<p>a</p>\n<p>b</p>\n", "a\nb"),
        ("| a | b |\n|---|--:|\n| `1` | 2 |", TABLE, "a\tb\n1\t2"),
    ],
)  # fmt: skip
def test_markdown_becomes_html(tmp_path: Path, body: str, html: str, plain: str) -> None:
    loaded = page_of(tmp_path, body)

    assert loaded.problems == ()
    assert loaded.page.blocks == (Prose(html, plain),)


@pytest.mark.parametrize(
    "target",
    [
        "lists.md",
        "../second/loops.md",
        "./lists.md#a&b",
        "https://docs.python.org/3/?a=1&b=2",
        "http://x.org",
        "mailto:a@b.org",
    ],
)
def test_links_keep_their_targets_as_written(tmp_path: Path, target: str) -> None:
    prose = prose_of(tmp_path, f"[words]({target})")

    href = target.replace("&", "&amp;")
    assert prose.html == f'<p><a href="{href}">words</a></p>\n'


@pytest.mark.parametrize(
    "body",
    [
        "[words](javascript:alert(1))",
        "[words](JavaScript:alert(1))",
        "[words](<java\tscript:alert(1)>)",
        "[words](vbscript:x)",
        "[words](data:text/html;base64,x)",
        "[words](file:///etc/passwd)",
        "[words](//example.org/x)",
        "[words](/etc/passwd)",
        "[words](../../../etc/passwd)",
        "[words](..\\\\..\\\\x.md)",
        "[words](https:lists.md)",
        "[words](http://[)",
        "[words]()",
        "[words](nowhere.md)",
        "[words](pack.toml)",
        "[words](#nowhere)",
    ],
)
def test_other_links_become_words_and_are_told(tmp_path: Path, body: str) -> None:
    loaded = page_of(tmp_path, body)

    assert loaded.page.blocks == (Prose("<p>words</p>\n", "words"),)
    assert len(loaded.problems) == 1


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "a <b onclick='x'>bold</b>",
        "<img src='https://example.org/x.png'>",
        "a <img src=x>",
        "<div\n\n<p>x",
        "<?php x ?>",
        "<![CDATA[x]]>",
        "`a` <a href='x'>",
    ],
)
def test_html_is_shown_as_text_and_told(tmp_path: Path, body: str) -> None:
    loaded = page_of(tmp_path, body)
    shown = "".join(block.html for block in loaded.page.blocks if isinstance(block, Prose))

    for tag in ("<p>", "</p>", "<code>", "</code>"):
        shown = shown.replace(tag, "")
    assert "<" not in shown
    assert "shown as text" in " ".join(one.sentence for one in loaded.problems)


def test_a_comment_that_is_never_closed_is_told(tmp_path: Path) -> None:
    loaded = page_of(tmp_path, "Words.\n\n<!-- later\n\nLost.\n")

    assert loaded.page.blocks == (Prose("<p>Words.</p>\n", "Words."),)
    sentence = "The comment that begins here is never closed; it hides what follows."
    assert told(loaded.problems) == [("welcome.md", 6, sentence)]


def test_emphasis_may_nest_as_deep_as_it_likes(tmp_path: Path) -> None:
    loaded = page_of(tmp_path, "*a " * 3000 + "b*" * 3000)

    assert isinstance(loaded.page.blocks[0], Prose)
    assert loaded.page.blocks[0].plain.count("a") == 3000
