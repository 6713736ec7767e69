"""Imports of a long tutorial and of a notebook, whose programs really run."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from groundwork.authoring.importing.pack_import import ImportCancelledError, import_pack
from groundwork.authoring.importing.source import ImportRefusedError
from groundwork.packs.load import load_pack, load_page
from groundwork.packs.model import Example, Pack
from groundwork.packs.validate import problems_of

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)

SECTION = """\
### Part {number}

Words of part {number} lead to [the end](#the-end), and to <kbd>F{number}</kbd>.
<a href="#the-end">Its <img src="diagram.png" alt="drawing"></a> is there.
<a href="https://example.org/">One</a> and <a href="https://example.com/">**other**</a>.
{filler}

```python
number = {number}
print("part", number)
```

| of | part |
|---|---|
| {number} | `{number}`<br>again |

"""

ENDING = """\
## The end

![](diagram.png)

A [lost link](nowhere.md), a ![picture in a line](diagram.png), a [label][top].

```
shop/
    prices.py
    main.py
```

```python
# file: shop/prices.py
PRICES = {"tea": 2}
```

Behind it:

```python
# file: main.py
from shop.prices import PRICES

print(sum(PRICES.values()))
```

```python
from fastapi import FastAPI

app = FastAPI()
```

```python
from .models import User
```

```python
import a_library_that_nobody_has
```

```python
while True:
    pass
```

```python
print(undefined_before)
```

```python
def broken(:
```

```python
>>> 1 + 1
2
```

```python
name = input("Name: ")
print("Hello", name)
```

```python
raise KeyError("on purpose")
```

```python
import random

print(random.random())
```

```bash
pip install nothing
```

[top]: #tutorial
"""


@pytest.fixture(scope="module")
def tutorial(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("source")
    filler = "\n".join(f"Line {line} of the filling." for line in range(25))
    parts = [
        f"## Chapter {chapter}\n\nIt opens.\n\n"
        + "".join(SECTION.format(number=chapter * 10 + n, filler=filler) for n in range(4))
        for chapter in range(1, 8)
    ]
    file = folder / "tutorial.md"
    file.write_text("# Tutorial\n\nHello.\n\n" + "".join(parts) + ENDING, encoding="utf-8")
    (folder / "diagram.png").write_bytes(PICTURE)
    return file


@pytest.fixture(scope="module")
def pack(tutorial: Path, tmp_path_factory: pytest.TempPathFactory) -> Pack:
    folder = tmp_path_factory.mktemp("imported") / "pack"
    import_pack(tutorial, folder)
    loaded = load_pack(folder).pack
    assert loaded is not None
    return loaded


def examples(pack: Pack, lesson_id: str = "") -> list[Example]:
    lessons = [lesson for lesson in pack.lessons if lesson_id in {"", lesson.id}]
    return [example for lesson in lessons for example in load_page(pack, lesson).page.examples]


def words(text: str) -> list[str]:
    """The words of a Markdown text, without its marks, targets and tags."""
    text = re.sub(r"\]\([^)]*\)|<[^>\n]*>|^\[[^\]]*\]:.*$", " ", text, flags=re.MULTILINE)
    return re.findall(r"\w+", text)


def text_of(pack: Pack) -> str:
    return "\n".join(lesson.path.read_text(encoding="utf-8") for lesson in pack.lessons)


def test_the_source_is_as_long_as_tutorials_are(tutorial: Path) -> None:
    text = tutorial.read_text(encoding="utf-8")
    assert text.count("\n") > 1000
    assert text.count("```python") > 30


def test_headings_become_chapters_and_lessons(pack: Pack) -> None:
    assert pack.title == "Tutorial"
    titles = [chapter.title for chapter in pack.chapters]
    assert titles == ["Tutorial", *(f"Chapter {number}" for number in range(1, 8)), "The end"]
    assert [lesson.title for lesson in pack.chapters[1].lessons] == [
        "Chapter 1",
        *(f"Part {number}" for number in range(10, 14)),
    ]


def test_the_pack_has_no_problem(pack: Pack) -> None:
    assert [
        str(problem) for problem in (*load_pack(pack.folder).problems, *problems_of(pack))
    ] == []


def test_nothing_of_the_text_is_lost(tutorial: Path, pack: Pack) -> None:
    imported = words(text_of(pack) + (pack.folder / "pack.toml").read_text(encoding="utf-8"))
    left = list(imported)
    for word in words(tutorial.read_text(encoding="utf-8")):
        assert word in left, f"{word} is lost"
        left.remove(word)


def test_programs_run_and_their_output_is_noted(pack: Pack) -> None:
    (example,) = examples(pack, "part-10")
    assert example.is_runnable
    assert example.output == "part 10\n"


def test_files_that_name_themselves_are_one_example(pack: Pack) -> None:
    example = next(one for one in examples(pack, "the-end") if len(one.files) > 1)
    assert [file.name for file in example.files] == ["shop/prices.py", "main.py"]
    assert example.main == "main.py"
    assert example.output == "2\n"


def test_what_cannot_run_is_kept_to_be_read_with_the_reason(tutorial: Path, tmp_path: Path) -> None:
    report = import_pack(tutorial, tmp_path / "pack")
    reasons = [one.reason for one in report.not_runnable]
    assert [reason.split(":")[0] for reason in reasons] == [
        "It is a fragment of a package",
        "It needs something that is not here",
        "It does not end by itself",
        "It is a fragment",
        "It is a fragment",
        "It is a record of a Python console, not a program.",
    ]
    assert "a_library_that_nobody_has" in reasons[1]
    lines = tutorial.read_text(encoding="utf-8").split("\n")
    assert all(lines[one.line - 1] == "```python" for one in report.not_runnable)
    assert report.remarks == (
        "The link to “nowhere.md” leads nowhere in the pack; it stands as text.",
    )


def test_programs_that_ask_fail_or_vary_are_noted_as_such(pack: Pack) -> None:
    asks, fails, varies = [one for one in examples(pack, "the-end") if one.is_runnable][2:]
    assert (asks.typed_input, asks.output) == ("1\n", "Name: Hello 1\n")
    assert fails.fails_with == "KeyError"
    assert varies.output is None


def test_the_libraries_that_programs_import_are_required(pack: Pack) -> None:
    assert pack.requires == ("fastapi",)


def test_links_and_pictures_lead_where_things_are_now(pack: Pack) -> None:
    part = next(one for one in pack.lessons if one.id == "part-10")
    assert "[the end](../the-end/the-end.md)" in part.path.read_text(encoding="utf-8")
    assert (pack.folder / "the-end" / "diagram.png").read_bytes() == PICTURE
    end = (pack.folder / "the-end" / "the-end.md").read_text(encoding="utf-8")
    assert "![diagram](diagram.png)" in end
    assert "[top]: ../tutorial/tutorial.md" in end


def write_notebook(folder: Path, *cells: dict[str, object]) -> Path:
    file = folder / "first_steps.ipynb"
    document = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": list(cells)}
    file.write_text(json.dumps(document), encoding="utf-8")
    return file


def code(*lines: str, outputs: object = ()) -> dict[str, object]:
    return {"cell_type": "code", "source": [f"{line}\n" for line in lines], "outputs": outputs}


def test_cells_of_a_notebook_go_on_where_those_above_ended(tmp_path: Path) -> None:
    picture = {"image/png": base64.b64encode(PICTURE).decode()}
    words = "# Orders\n\n![of us](attachment:a.png)"
    notebook = write_notebook(
        tmp_path,
        {"cell_type": "markdown", "source": words, "attachments": {"a.png": picture}},
        code("orders = [3, 1]", "print(orders)"),
        code("orders.append(2)"),
        code("print(sorted(orders))"),
        code("%matplotlib inline"),
        code("%matplotlib inline", "print(max(orders))"),
        code("%%bash", "ls"),
        code("print('a picture')", outputs=[{"output_type": "display_data", "data": picture}]),
    )
    report = import_pack(notebook, tmp_path / "pack")
    loaded = load_pack(tmp_path / "pack").pack
    assert loaded is not None
    assert not problems_of(loaded)
    found = examples(loaded)
    outputs = ["[3, 1]\n", None, "[1, 2, 3]\n", None, "3\n", "a picture\n"]
    assert [one.output for one in found] == outputs
    assert found[2].files[1].text == "orders = [3, 1]\n\norders.append(2)\n"
    assert [one.reason for one in report.not_runnable] == ["It has nothing but comments."]
    pictures = sorted(file.name for file in loaded.folder.rglob("*.png"))
    assert pictures == ["picture-1.png", "picture-2.png"]


def test_half_a_character_in_a_notebook_is_replaced(tmp_path: Path) -> None:
    notebook = write_notebook(
        tmp_path, {"cell_type": "markdown", "source": "# Half\n\nOne \ud83d."}, code("x = '\udc00'")
    )
    import_pack(notebook, tmp_path / "pack")
    (lesson,) = (tmp_path / "pack").rglob("half.md")
    assert "One ?." in lesson.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.md", b"", "has no text"),
        ("a.md", b"\xff\xfe", "no text in UTF-8"),
        ("a.ipynb", b"{", "not valid JSON"),
        ("a.ipynb", b"[]", "has no cells"),
        ("a.ipynb", b'{"nbformat": 3, "worksheets": []}', "of an old format"),
        ("a.ipynb", b'{"nbformat": 3, "cells": []}', "of format 3"),
        ("a.ipynb", b'{"nbformat": 4, "cells": [7, {}, {"cell_type": "code"}]}', "has no text"),
    ],
)
def test_what_cannot_be_imported_is_refused_in_a_sentence(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ImportRefusedError, match=said):
        import_pack(tmp_path / name, tmp_path / "pack")
    assert not (tmp_path / "pack").exists()


def test_a_folder_with_something_in_it_is_left_alone(tutorial: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(ImportRefusedError, match="is there already"):
        import_pack(tutorial, tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


def test_a_cancelled_import_leaves_nothing(tutorial: Path, tmp_path: Path) -> None:
    with pytest.raises(ImportCancelledError):
        import_pack(tutorial, tmp_path / "pack", is_cancelled=lambda: True)
    assert list(tmp_path.iterdir()) == []


def test_an_import_is_cancelled_while_a_program_runs(tmp_path: Path) -> None:
    source, begun = tmp_path / "a.md", tmp_path / "begun"
    program = f"import time\nopen({str(begun)!r}, 'w').close()\nwhile True: time.sleep(1)\n"
    source.write_text(f"# A\n\n```python\n{program}```\n", encoding="utf-8")
    with pytest.raises(ImportCancelledError):
        import_pack(source, tmp_path / "pack", is_cancelled=begun.exists)
    assert not (tmp_path / "pack").exists()


def test_a_folder_that_cannot_be_looked_at_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n\nText.\n", encoding="utf-8")
    with pytest.raises(ImportRefusedError, match="cannot be used"):
        import_pack(tmp_path / "a.md", tmp_path / ("x" * 300))


def test_the_command_line_tells_what_was_made(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n\n```python\nprint(1)\n```\n", encoding="utf-8")
    command = [sys.executable, "-m", "groundwork", "pack", "import", "a.md", "-o", "out", "--json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, timeout=60)
    assert done.returncode == 0
    document = json.loads(done.stdout)
    assert (document["is_imported"], document["lessons"], document["with_output"]) == (True, 1, 1)
    again = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, timeout=60)
    assert again.returncode == 1
    assert "is there already" in json.loads(again.stdout)["problem"]


def test_what_a_document_says_does_not_steer_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\x1b[31m red\n\nText.\n", encoding="utf-8")
    command = [sys.executable, "-m", "groundwork", "pack", "import", "a.md", "-o", "out"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, timeout=60)
    assert done.returncode == 0
    assert b"red" in done.stdout
    assert b"\x1b" not in done.stdout + done.stderr
