"""Lessons made by hand, so that no test rests on the words of the built-in pack."""

from __future__ import annotations

from pathlib import Path

from groundwork.packs.model import (
    Block,
    Callout,
    CalloutKind,
    Chapter,
    Example,
    Heading,
    Lesson,
    Listing,
    Pack,
    Page,
    Picture,
    Problem,
    Prose,
    SourceFile,
)

FOLDER = Path("/packs/garden")
GROWS = "rows = [1, 2]\nrows.append(3)\nprint(rows)\n"
WIDE_LINE = f'print("{"wide " * 60}")\n'


def lesson(lesson_id: str = "lists", title: str = "Lists", minutes: int = 20) -> Lesson:
    """A lesson of the chapter `beds`."""
    path = FOLDER / "beds" / f"{lesson_id}.md"
    summary = "Keep many values under one name, in order, and change them while your program runs."
    return Lesson(lesson_id, "beds", title, path, summary, minutes)


BEFORE, LISTS, AFTER = lesson("welcome", "Welcome"), lesson(), lesson("sets", "Sets & groups")
GARDEN = Pack(
    id="garden",
    title="Garden",
    version="1.0",
    folder=FOLDER,
    chapters=(Chapter("beds", "Beds", (BEFORE, LISTS, AFTER)),),
)
PROBLEM = Problem(LISTS.path, 12, "The language is missing.", "Name it after the backticks.")


def heading(text: str, level: int = 2) -> Heading:
    """A heading whose anchor is its text in small letters."""
    return Heading(level, text, text.lower().replace(" ", "-"), text)


def prose(html: str) -> Prose:
    """Prose as the loader makes it."""
    return Prose(html, html)


def paragraphs(count: int) -> tuple[Prose, ...]:
    """Prose of several lines each, with a number to tell it by."""
    return tuple(
        prose(f"<p>Paragraph {i}. {'Rows of beans and peas. ' * 12}</p>") for i in range(count)
    )


def example(example_id: str = "grows", code: str = GROWS, title: str = "A list grows") -> Example:
    """An example of one file."""
    return Example(example_id, title, (SourceFile("main.py", code),), "main.py")


SHOP = Example(
    "shop",
    "A shop in two files",
    (SourceFile("prices.py", "PEN = 3\n"), SourceFile("main.py", "from prices import PEN\n")),
    "main.py",
)
FAILING = Example(
    "fails", "No such key", (SourceFile("main.py", '{}["x"]\n'),), "main.py", fails_with="KeyError"
)
READ_ONLY = Example(
    "read", "", (SourceFile("settings.toml", 'name = "x"\n'),), "settings.toml", is_runnable=False
)
TABLE = prose(
    "<p>The costs, side by side.</p><table>\n<thead><tr><th>You want to</th><th>Write</th>"
    '<th align="right">Cost</th></tr>\n</thead><tbody><tr><td>add one at the end</td>'
    '<td><code>items.append(x)</code></td><td align="right">1</td></tr>\n<tr><td>add one anywhere, '
    "and move everything that stands behind it</td><td><code>items.insert(0, x)</code></td>"
    '<td align="right">100</td></tr>\n</tbody></table>\n'
)
LINKED = prose(
    '<p>See <a href="sets.md">Sets</a>, or '
    '<a href="../start/welcome.md#run%20it">the first page</a>'
    " with <code>input()</code>.</p>"
)
LISTED = prose(
    "<ul><li>one bed</li>\n<li>two beds<ul><li>of beans</li></ul></li>\n</ul>\n"
    "<ol><li>dig</li>\n<li>sow</li>\n</ol>\n"
)
NOTE = Callout(
    CalloutKind.NOTE,
    "Where you meet this",
    (prose("<p>In a <code>cache</code>.</p>"), heading("Inside a box", 3), example("boxed")),
)


def everything(picture: Path) -> Page:
    """A page with a block of every kind, and two of some."""
    return Page(
        (
            prose("<p>A request brings <b>three</b> tags, forty rows, and <em>one</em> wish.</p>"),
            heading("Rows"),
            LISTED,
            example(),
            LINKED,
            TABLE,
            heading("Several files", 3),
            SHOP,
            Listing("text", "[1, 2, 3]\n"),
            FAILING,
            READ_ONLY,
            example("wide", WIDE_LINE, "A wide line"),
            NOTE,
            *(Callout(kind, "", (prose("<p>Mind the gap.</p>"),)) for kind in CalloutKind),
            Picture(picture, "A bed with three rows"),
            Picture(FOLDER / "missing.png", "A bed that was dug over"),
            heading("The end"),
            prose("<blockquote><p>Dig, sow, wait.</p></blockquote>"),
        )
    )


def long_page(count: int) -> Page:
    """A page of `count` blocks: headings, prose and examples in turn."""
    makers: list[Block] = []
    for number in range(count):
        match number % 4:
            case 0:
                makers.append(heading(f"Part {number}"))
            case 2:
                makers.append(example(f"example-{number}"))
            case _:
                makers.append(paragraphs(1)[0])
    return Page(tuple(makers))
