"""Opening packs, whole and broken."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from groundwork.packs.load import find_packs, load_pack
from groundwork.packs.model import LessonAddress

from .a_pack import MANIFEST, lesson_of, opened, told, write, write_pack

TOP = MANIFEST[: MANIFEST.index("[[")]


def without(line: str) -> str:
    return "".join(one for one in MANIFEST.splitlines(keepends=True) if not one.startswith(line))


def test_a_whole_pack_opens_without_a_problem(tmp_path: Path) -> None:
    loaded = load_pack(write_pack(tmp_path))

    assert loaded.problems == ()
    assert loaded.pack is not None
    assert (loaded.pack.id, loaded.pack.title, loaded.pack.version) == (
        "tea-shop",
        "The tea shop",
        "1.2.0",
    )
    assert [chapter.title for chapter in loaded.pack.chapters] == ["First steps", "Second steps"]
    assert [lesson.id for lesson in loaded.pack.lessons] == ["welcome", "lists", "loops"]


def test_a_lesson_is_what_its_front_matter_tells(tmp_path: Path) -> None:
    lesson = lesson_of(opened(write_pack(tmp_path)), "lists")

    assert (lesson.title, lesson.summary, lesson.minutes) == ("Lists", "All about it.", 5)
    assert (lesson.chapter_id, lesson.path) == ("first", tmp_path / "first" / "lists.md")


def test_the_folder_of_a_pack_is_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_pack(tmp_path / "tea")
    monkeypatch.chdir(tmp_path)

    assert opened(Path("tea")).folder == tmp_path / "tea"


def test_all_entries_of_the_manifest_are_read(tmp_path: Path) -> None:
    more = (
        'language = "de"\nsummary = "S"\nlicence = "MIT"\nauthors = ["A", "B"]\nrequires = ["x"]\n'
    )
    pack = opened(write_pack(tmp_path, MANIFEST.replace("\n[[", f"{more}\n[[", 1)))

    assert (pack.language, pack.summary, pack.licence) == ("de", "S", "MIT")
    assert (pack.authors, pack.requires) == (("A", "B"), ("x",))


def test_packs_are_found_by_their_manifests(tmp_path: Path) -> None:
    write_pack(tmp_path / "b")
    write_pack(tmp_path / "a")
    write(tmp_path, "c/notes.md", "no pack")
    write(tmp_path, "pack.toml.txt", "no pack")

    assert find_packs(tmp_path) == (tmp_path / "a", tmp_path / "b")


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to root"
)
def test_a_folder_that_may_not_be_looked_into_hides_no_other(tmp_path: Path) -> None:
    write_pack(tmp_path / "a")
    write_pack(tmp_path / "b").chmod(0)

    assert find_packs(tmp_path) == (tmp_path / "a",)


def test_no_packs_are_found_where_there_is_no_folder(tmp_path: Path) -> None:
    assert find_packs(tmp_path / "nowhere") == ()


class TestWhatIsNoPack:
    def test_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        loaded = load_pack(tmp_path / "nowhere")

        assert loaded.pack is None
        assert told(loaded.problems) == [("nowhere", 0, "There is no such folder.")]

    def test_a_file(self, tmp_path: Path) -> None:
        loaded = load_pack(write(tmp_path, "notes.md", ""))

        assert loaded.pack is None
        assert told(loaded.problems) == [("notes.md", 0, "This is not a folder.")]

    def test_the_manifest_itself(self, tmp_path: Path) -> None:
        loaded = load_pack(write_pack(tmp_path) / "pack.toml")

        assert loaded.pack is None
        assert loaded.problems[0].remedy == "Open the folder that it lies in."

    def test_a_folder_without_a_manifest(self, tmp_path: Path) -> None:
        loaded = load_pack(tmp_path)

        assert loaded.pack is None
        sentence = "This folder is no lesson pack: it has no pack.toml."
        assert told(loaded.problems) == [(tmp_path.name, 0, sentence)]

    def test_a_folder_of_packs_names_them(self, tmp_path: Path) -> None:
        write_pack(tmp_path / "tea")

        assert load_pack(tmp_path).problems[0].remedy == "It holds “tea”: open one of those."

    def test_a_pack_for_a_newer_groundwork(self, tmp_path: Path) -> None:
        loaded = load_pack(write_pack(tmp_path, MANIFEST.replace("format = 1", "format = 2")))

        assert loaded.pack is None
        assert len(loaded.problems) == 1
        assert "made for a newer Groundwork" in loaded.problems[0].sentence


class TestManifestsThatCannotBeRead:
    """The folders then tell what the manifest does not."""

    def check(self, folder: Path, sentence: str, line: int = 0) -> None:
        loaded = load_pack(folder)
        assert [(one[1], sentence in one[2]) for one in told(loaded.problems)] == [(line, True)]
        assert loaded.pack is not None
        lessons = {lesson.id: lesson.chapter_id for lesson in loaded.pack.lessons}
        assert lessons == {"lists": "first", "welcome": "first", "loops": "second"}

    def test_an_empty_one(self, tmp_path: Path) -> None:
        self.check(write_pack(tmp_path, " \n"), "The manifest is empty.")

    def test_a_huge_one(self, tmp_path: Path) -> None:
        self.check(write_pack(tmp_path, MANIFEST + "#" * 1_000_000), "too large: 1.0 MB")

    def test_one_in_another_encoding(self, tmp_path: Path) -> None:
        manifest = MANIFEST.replace("tea shop", "café").encode("latin-1")
        self.check(write_pack(tmp_path, manifest), "not valid UTF-8", line=3)

    def test_one_in_the_encoding_that_windows_calls_unicode(self, tmp_path: Path) -> None:
        self.check(write_pack(tmp_path, MANIFEST.encode("utf-16")), "UTF-16")

    def test_one_that_breaks_off_in_a_word(self, tmp_path: Path) -> None:
        half = MANIFEST[: MANIFEST.index("lists")]
        self.check(write_pack(tmp_path, half), "not valid TOML", line=9)

    def test_one_that_breaks_off_in_a_list(self, tmp_path: Path) -> None:
        half = MANIFEST[: MANIFEST.index(', "lists')]
        self.check(write_pack(tmp_path, half), "not valid TOML", line=9)

    def test_one_that_is_nested_without_end(self, tmp_path: Path) -> None:
        self.check(write_pack(tmp_path, "chapters = " + "[" * 100_000), "nested too deeply")

    def test_a_folder_of_that_name(self, tmp_path: Path) -> None:
        (write_pack(tmp_path) / "pack.toml").unlink()
        (tmp_path / "pack.toml").mkdir()
        self.check(tmp_path, "not an ordinary file")

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
    def test_a_pipe_that_nobody_writes_into(self, tmp_path: Path) -> None:
        (write_pack(tmp_path) / "pack.toml").unlink()
        os.mkfifo(tmp_path / "pack.toml")
        self.check(tmp_path, "not an ordinary file")

    def test_what_stands_before_the_break_counts(self, tmp_path: Path) -> None:
        pack = opened(write_pack(tmp_path, MANIFEST[: MANIFEST.index("lists")]))

        assert (pack.id, pack.title) == ("tea-shop", "The tea shop")
        assert [chapter.title for chapter in pack.chapters] == ["First steps", "Second"]

    def test_without_any_id_the_folder_gives_it(self, tmp_path: Path) -> None:
        pack = opened(write_pack(tmp_path / "My Téa Shop", ""))

        assert (pack.id, pack.title) == ("my-tea-shop", "My tea shop")

    def test_lessons_of_one_name_are_taken_once(self, tmp_path: Path) -> None:
        write_pack(tmp_path, "")
        write(tmp_path, "second/lists.md", "---\ntitle: Lists again\n---\nText.\n")

        assert [lesson.id for lesson in opened(tmp_path).lessons] == ["lists", "welcome", "loops"]


class TestEntriesOfTheManifest:
    @pytest.mark.parametrize(
        ("manifest", "line", "sentence"),
        [
            (without("format"), 0, "The manifest has no “format”."),
            (without("title"), 0, "The manifest has no “title”."),
            (without("version"), 0, "The manifest has no “version”."),
            (without("id"), 0, "The manifest has no “id”."),
            (MANIFEST.replace("format = 1", "format = 0"), 1, "The format “0” is unknown"),
            (MANIFEST.replace("format = 1", 'format = "1"'), 1, "The format “1” is unknown"),
            (MANIFEST.replace("format = 1", "format = true"), 1, "The format “True” is unknown"),
            (MANIFEST.replace('"The tea shop"', "3"), 3, "“title” is not a text."),
            (MANIFEST.replace('"The tea shop"', '" "'), 3, "“title” is empty."),
            (MANIFEST.replace("The tea shop", "x" * 2000), 3, "“title” is 2000 characters long."),
            (MANIFEST.replace("tea-shop", "Tea Shop"), 2, "The pack's id “Tea Shop” is no id."),
            (MANIFEST.replace("tea-shop", "con"), 2, "device on Windows"),
            (f'licens = "MIT"\n{MANIFEST}', 1, "The manifest has an unknown entry “licens”."),
            (f'authors = "A"\n{MANIFEST}', 1, "“authors” is not a list."),
            (f'authors = ["A", 1]\n{MANIFEST}', 1, "“authors” holds something that is not a text."),
            (MANIFEST.replace('id = "second"', 'id = "Second"'), 12, "“Second” is no id"),
            (MANIFEST.replace('id = "second"', 'id = "../x"'), 12, "“../x” is no id"),
            (MANIFEST.replace('id = "second"', 'id = "first"'), 11, "A second chapter has the id"),
            (MANIFEST.replace('id = "second"', ""), 11, "The chapter has no “id”."),
            (MANIFEST.replace('"loops"', '"../../loops"'), 14, "“../../loops” is no id"),
            (MANIFEST.replace('"loops"', '"loops", "lists"'), 14, "“lists” is listed twice"),
            (MANIFEST.replace('["loops"]', '"loops"'), 14, "“lessons” is not a list."),
            (MANIFEST.replace('["loops"]', "[]"), 14, "“second” lists no lessons."),
            (MANIFEST.replace('lessons = ["l', 'lesons = ["l'), 14, "“lesons”"),
            (TOP, 0, "The manifest lists no chapters."),
            (TOP + "chapters = 3", 6, "The manifest lists no chapters."),
            (TOP + "chapters = [3]", 6, "A chapter is not a table."),
        ],
    )
    def test_what_is_wrong_is_told_with_its_line(
        self, tmp_path: Path, manifest: str, line: int, sentence: str
    ) -> None:
        loaded = load_pack(write_pack(tmp_path, manifest))

        assert loaded.pack is not None
        assert any(
            one.line == line and sentence in one.sentence and one.file.name == "pack.toml"
            for one in loaded.problems
        ), told(loaded.problems)

    def test_a_misspelt_entry_is_guessed(self, tmp_path: Path) -> None:
        loaded = load_pack(write_pack(tmp_path, f'license = "MIT"\n{MANIFEST}'))

        assert [one.remedy for one in loaded.problems] == ["Did you mean “licence”?"]

    def test_everything_is_told_at_once(self, tmp_path: Path) -> None:
        manifest = MANIFEST.replace("tea-shop", "Tea").replace("second", "nowhere")
        loaded = load_pack(write_pack(tmp_path, manifest.replace('"lists"', '"missing"')))

        assert [one.line for one in loaded.problems if one.file.name == "pack.toml"] == [2, 9, 11]

    def test_a_chapter_with_a_bad_id_leaves_the_others(self, tmp_path: Path) -> None:
        pack = opened(write_pack(tmp_path, MANIFEST.replace('id = "second"', 'id = "Se/cond"')))

        assert [chapter.id for chapter in pack.chapters] == ["first"]


class TestFoldersAgainstManifest:
    def test_a_lesson_without_a_file(self, tmp_path: Path) -> None:
        (write_pack(tmp_path) / "first" / "lists.md").unlink()
        loaded = load_pack(tmp_path)

        assert told(loaded.problems) == [
            ("pack.toml", 9, "The lesson “lists” has no file: “first/lists.md” is not there.")
        ]
        assert loaded.pack is not None
        assert [lesson.id for lesson in loaded.pack.lessons] == ["welcome", "loops"]

    def test_a_lesson_whose_file_is_spelt_otherwise(self, tmp_path: Path) -> None:
        lesson = write_pack(tmp_path) / "first" / "lists.md"
        lesson.rename(lesson.with_name("list.md"))

        assert load_pack(tmp_path).problems[0].remedy == "Did you mean “list”?"

    def test_a_file_that_is_not_listed(self, tmp_path: Path) -> None:
        write(write_pack(tmp_path), "first/sets.md", "---\ntitle: Sets\n---\nText.\n")

        sentence = "This lesson is not listed in the manifest, so nobody sees it."
        assert told(load_pack(tmp_path).problems) == [("sets.md", 0, sentence)]

    def test_a_folder_that_is_not_listed(self, tmp_path: Path) -> None:
        write(write_pack(tmp_path), "third/sets.md", "---\ntitle: Sets\n---\nText.\n")

        sentence = "This folder holds lessons, but the manifest has no chapter of that name."
        assert told(load_pack(tmp_path).problems) == [("third", 0, sentence)]

    def test_readmes_and_other_files_are_nobodys_business(self, tmp_path: Path) -> None:
        write_pack(tmp_path)
        for name in ("README.md", "first/README.md", "first/picture.svg", "notes/plan.txt"):
            write(tmp_path, name, "x")

        assert load_pack(tmp_path).problems == ()

    def test_a_chapter_without_a_folder(self, tmp_path: Path) -> None:
        (write_pack(tmp_path) / "second").rename(tmp_path / "secnd")
        problem = load_pack(tmp_path).problems[0]

        assert (problem.line, problem.sentence) == (
            11,
            "The chapter “second” has no folder of that name.",
        )
        assert problem.remedy == "Did you mean “secnd”?"

    def test_a_file_in_the_place_of_a_chapter(self, tmp_path: Path) -> None:
        (write_pack(tmp_path) / "second" / "loops.md").unlink()
        (tmp_path / "second").rmdir()
        write(tmp_path, "second", "x")

        assert "“second” cannot be read" in load_pack(tmp_path).problems[0].sentence


class TestLinksOutOfThePack:
    """Symbolic links: what they lead to may be anybody's."""

    def test_a_lesson(self, tmp_path: Path) -> None:
        folder = write_pack(tmp_path / "pack")
        secret = write(tmp_path, "secret.md", "---\ntitle: Secret\n---\nText.\n")
        (folder / "first" / "lists.md").unlink()
        (folder / "first" / "lists.md").symlink_to(secret)
        loaded = load_pack(folder)

        assert loaded.pack is not None
        assert [lesson.id for lesson in loaded.pack.lessons] == ["welcome", "loops"]
        sentence = "The lesson “first/lists.md” is a link to a file outside the pack."
        assert told(loaded.problems) == [("pack.toml", 9, sentence)]

    def test_a_chapter(self, tmp_path: Path) -> None:
        folder = write_pack(tmp_path / "pack")
        (folder / "second").rename(tmp_path / "elsewhere")
        (folder / "second").symlink_to(tmp_path / "elsewhere")
        loaded = load_pack(folder)

        sentence = "The folder “second” is a link that leads out of the pack."
        assert told(loaded.problems) == [("pack.toml", 11, sentence)]

    def test_the_manifest(self, tmp_path: Path) -> None:
        folder = write_pack(tmp_path / "pack")
        (folder / "pack.toml").rename(tmp_path / "pack.toml")
        (folder / "pack.toml").symlink_to(tmp_path / "pack.toml")

        assert load_pack(folder).pack is None

    def test_a_link_inside_the_pack_is_fine(self, tmp_path: Path) -> None:
        folder = write_pack(tmp_path / "pack")
        (folder / "second" / "loops.md").rename(folder / "loops.md")
        (folder / "second" / "loops.md").symlink_to(folder / "loops.md")

        assert load_pack(folder).problems == ()

    def test_a_pack_may_itself_be_reached_by_a_link(self, tmp_path: Path) -> None:
        folder = write_pack(tmp_path / "pack")
        (tmp_path / "link").symlink_to(folder)

        assert load_pack(tmp_path / "link").problems == ()

    def test_a_link_to_itself(self, tmp_path: Path) -> None:
        folder = write_pack(tmp_path / "pack")
        lesson = folder / "second" / "loops.md"
        lesson.unlink()
        lesson.symlink_to(lesson)
        loaded = load_pack(folder)

        assert loaded.pack is not None
        assert [one.file.name for one in loaded.problems] == ["loops.md"]


class TestHeadsOfLessons:
    @pytest.mark.parametrize(
        ("content", "line", "sentence"),
        [
            (b"", 1, "no front matter"),
            (b"Some text.\n", 1, "no front matter"),
            (b"---\nsummary: x\n---\nText.\n", 1, "This lesson has no title."),
            (b"---\ntitle: Loops\n\nText.\n", 1, "never closed"),
            (b"---\ntitle: [1\n---\nText.\n", 2, "cannot be read from here on"),
            (b"---\ntitle: L\nminutes: ten\n---\nText.\n", 3, "no number of minutes"),
            (b"---\ntitle: L\nauthor: me\n---\nText.\n", 3, "unknown entry “author”"),
            (b"---\ntitle: Caf\xe9\n---\nText.\n", 2, "not valid UTF-8"),
            ("---\ntitle: L\n---\nText.\n".encode("utf-16"), 0, "UTF-16"),
            (b"---\ntitle: a\0b\n---\nText.\n", 2, "A NUL character"),
            (b"---\ntitle: L\n---\n" + b"x" * 2_000_000, 0, "too large: 2.0 MB"),
        ],
    )
    def test_what_is_wrong_is_told_and_the_lesson_stays(
        self, tmp_path: Path, content: bytes, line: int, sentence: str
    ) -> None:
        write(write_pack(tmp_path), "second/loops.md", content)
        loaded = load_pack(tmp_path)

        assert loaded.pack is not None
        assert lesson_of(loaded.pack, "loops").title
        file, told_line, told_sentence = told(loaded.problems)[0]
        assert (file, told_line) == ("loops.md", line)
        assert sentence in told_sentence

    def test_a_long_head_is_read_to_its_end(self, tmp_path: Path) -> None:
        comments = "# é\n" * 2000
        write(write_pack(tmp_path), "second/loops.md", f"---\n{comments}title: Ends\n---\nText.\n")
        loaded = load_pack(tmp_path)

        assert loaded.problems == ()
        assert loaded.pack is not None
        assert lesson_of(loaded.pack, "loops").title == "Ends"

    def test_a_head_may_be_cut_inside_a_character(self, tmp_path: Path) -> None:
        write(write_pack(tmp_path), "second/loops.md", "---\ntitle: L\n---\n.." + "é" * 5000)

        assert load_pack(tmp_path).problems == ()

    @pytest.mark.skipif(
        not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to root"
    )
    def test_a_lesson_that_may_not_be_read(self, tmp_path: Path) -> None:
        lesson = write_pack(tmp_path) / "second" / "loops.md"
        lesson.chmod(0)

        assert told(load_pack(tmp_path).problems) == [("loops.md", 0, "This file may not be read.")]

    def test_a_folder_in_the_place_of_a_lesson(self, tmp_path: Path) -> None:
        (write_pack(tmp_path) / "second" / "loops.md").unlink()
        (tmp_path / "second" / "loops.md").mkdir()

        assert told(load_pack(tmp_path).problems) == [
            ("loops.md", 0, "This is not an ordinary file.")
        ]


def test_a_large_pack_is_opened_from_the_heads_of_its_lessons_alone(tmp_path: Path) -> None:
    names = [f"lesson-{number}" for number in range(500)]
    listed = ", ".join(f'"{name}"' for name in names)
    write_pack(tmp_path, MANIFEST.replace('"loops"', listed))
    (tmp_path / "second" / "loops.md").unlink()
    for name in names:
        write(tmp_path, f"second/{name}.md", b"---\ntitle: One\n---\n" + b"." * 5000 + b"\xff")
    loaded = load_pack(tmp_path)

    assert loaded.pack is not None
    assert LessonAddress("tea-shop", "lesson-499") in {
        LessonAddress(loaded.pack.id, lesson.id) for lesson in loaded.pack.lessons
    }
    assert loaded.problems == (), "the byte that is no UTF-8 lies beyond the head"
