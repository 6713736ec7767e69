"""Examples: from fences to programs."""

from __future__ import annotations

from pathlib import Path

import pytest

from groundwork.packs.model import Example, Listing, LoadedPage, SourceFile

from .a_pack import page_of

TWO_TITLES = ["python example id=a title=x", "python example id=a file=b.py title=y"]
TWO_MAINS = ["python example id=a main", "python example id=a file=b.py main"]


def fences(*infos: str) -> str:
    return "\n".join(f"```{info}\nprint({number})\n```" for number, info in enumerate(infos))


def one_example(loaded: LoadedPage) -> Example:
    (example,) = loaded.page.examples
    return example


def test_a_fence_that_says_so_is_an_example(tmp_path: Path) -> None:
    loaded = page_of(tmp_path, fences('python example id=a-list title="A list grows"'))

    assert loaded.problems == ()
    assert one_example(loaded) == Example(
        id="a-list",
        title="A list grows",
        files=(SourceFile("main.py", "print(0)\n"),),
        main="main.py",
        line=4,
    )


def test_all_attributes_are_read(tmp_path: Path) -> None:
    info = r'python example id=a file=shop/tea.py fails=KeyError input="Ada\n\"3\"\t\\n\n" no-run'
    loaded = page_of(tmp_path, fences(info))
    example = one_example(loaded)

    assert loaded.problems == ()
    assert (example.main, example.fails_with) == ("shop/tea.py", "KeyError")
    assert example.typed_input == 'Ada\n"3"\t\\n\n'
    assert not example.is_runnable


def test_fences_of_one_id_are_one_example_where_the_first_stands(tmp_path: Path) -> None:
    body = "\n\nWords.\n\n".join(
        [
            fences("python example id=shop"),
            fences("python example id=other"),
            fences("text example id=shop file=orders.csv"),
            fences("python example id=shop file=prices.py main fails=ValueError"),
        ]
    )
    loaded = page_of(tmp_path, body)
    shop, other = loaded.page.examples

    assert loaded.problems == ()
    assert [file.name for file in shop.files] == ["main.py", "orders.csv", "prices.py"]
    assert (shop.main, shop.fails_with, other.id) == ("prices.py", "ValueError", "other")
    assert shop.main_file.text == "print(0)\n"


@pytest.mark.parametrize("attribute", ["id=", 'id=""', "", "id=Not_An_Id", 'id="a b"'])
def test_without_a_usable_id_it_is_a_listing(tmp_path: Path, attribute: str) -> None:
    loaded = page_of(tmp_path, fences(f"python example {attribute}"))

    assert loaded.page.blocks == (Listing("python", "print(0)\n"),)
    assert len(loaded.problems) == 1
    assert loaded.problems[0].line == 4


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd",
        "../main.py",
        "shop/../../main.py",
        "C:/main.py",
        r'"shop\\main.py"',
        "con.py",
        "shop/NUL",
        '"a?.py"',
        '""',
        "shop//main.py",
        "./main.py",
        "shop/",
        '"main.py "',
    ],
)
def test_files_have_names_that_every_system_can_keep(tmp_path: Path, name: str) -> None:
    loaded = page_of(tmp_path, fences("python example id=a", f"python example id=a file={name}"))

    assert [file.name for file in one_example(loaded).files] == ["main.py"]
    assert loaded.page.blocks[1] == Listing("python", "print(1)\n")
    assert [one.line for one in loaded.problems] == [7]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("main.py", "main.py"),
        ("main.py", "Main.py"),
        ("shop.py", "shop.py/tea.py"),
        ("shop/tea.py", "shop"),
        ("\u00e9.py", "e\u0301.py"),
    ],
)
def test_files_do_not_clash(tmp_path: Path, first: str, second: str) -> None:
    infos = [f"python example id=a file={name}" for name in (first, second)]
    loaded = page_of(tmp_path, fences(*infos))

    assert [file.name for file in one_example(loaded).files] == [first]
    assert "in line 4 already" in loaded.problems[0].sentence
    assert loaded.problems[0].line == 7


@pytest.mark.parametrize(
    ("infos", "line", "sentence"),
    [
        (["python example id=a titel=x"], 4, "An example has no attribute “titel”."),
        (["python example id=a norun"], 4, "An example knows no word “norun”."),
        (["python example id=a main=yes"], 4, "“main” takes no value."),
        (["python example id=a title"], 4, "“title” needs a value."),
        (["python example id=a id=b"], 4, "“id” is given twice; the first counts."),
        (['python example id=a title="x'], 4, 'What follows cannot be understood: “title="x”.'),
        (['python example id=a title="x"main'], 4, "What follows cannot be understood"),
        ([r'python example id=a input="\d"'], 4, "A backslash before “d” means nothing here."),
        (['python example id=a fails="Key Error"'], 4, "“Key Error” is not the name of an error."),
        (["python example id=a fails=2"], 4, "“2” is not the name of an error."),
        (TWO_TITLES, 7, "“title” is different in line 4, which counts."),
        (TWO_MAINS, 7, "A second file of the example “a” says “main”; the first counts."),
        (["text example id=a file=a.csv"], 4, "“a.csv” is to be run, but is no Python file."),
        (["python exmaple id=a"], 4, "This block says “exmaple”."),
        (["python id=a"], 4, "This block has attributes of an example, but is none."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(
    tmp_path: Path, infos: list[str], line: int, sentence: str
) -> None:
    loaded = page_of(tmp_path, fences(*infos))

    assert [one.line for one in loaded.problems] == [line]
    assert sentence in loaded.problems[0].sentence


def test_misspelt_attributes_are_guessed(tmp_path: Path) -> None:
    loaded = page_of(tmp_path, fences("python example id=a titel=x"))

    assert loaded.problems[0].remedy == "Did you mean “title”?"


def test_an_empty_example_is_told(tmp_path: Path) -> None:
    loaded = page_of(tmp_path, "```python example id=a\n\n```\n")

    assert [one.sentence for one in loaded.problems] == ["The example “a” is empty."]


def test_other_files_of_an_example_may_be_empty(tmp_path: Path) -> None:
    body = f"{fences('python example id=a')}\n\n```python example id=a file=shop/__init__.py\n```\n"
    loaded = page_of(tmp_path, body)

    assert loaded.problems == ()
    assert one_example(loaded).files[1] == SourceFile("shop/__init__.py", "")


def test_an_example_that_is_only_read_may_be_of_any_language(tmp_path: Path) -> None:
    loaded = page_of(tmp_path, fences("sql example id=a file=a.sql no-run"))

    assert loaded.problems == ()
    assert not one_example(loaded).is_runnable


def test_listings_may_say_whatever_code_hosts_like(tmp_path: Path) -> None:
    loaded = page_of(tmp_path, fences("python linenos", "console", "", "text {1,3}"))

    assert loaded.problems == ()
    assert loaded.page.examples == ()
