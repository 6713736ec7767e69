"""A pack as one file: made the same everywhere, and unpacked whole or not at all."""

from __future__ import annotations

import hashlib
import os
import sys
import zipfile
from pathlib import Path

import pytest

from groundwork.packs import pack_files, zip_reading
from groundwork.packs.archive import ArchiveError, UnfitForArchiveError, archived, unpack

from .a_pack import told, write, write_pack
from .zips import MANIFEST_ENTRY, content_of, write_zip

BUILT = "d4948c0dc9b26193d0d4a20db66fa7d15fe8432deb0cb08d4bb8ec5a68ffd453"


def unpacked(file: Path) -> dict[str, bytes]:
    folder = file.parent / "unpacked"
    unpack(file, folder)
    return content_of(folder)


def refusal(file: Path) -> str:
    """The sentence that unpacking ends with; and it leaves nothing behind."""
    before = sorted(file.parent.rglob("*"))
    with pytest.raises(ArchiveError) as caught:
        unpack(file, file.parent / "unpacked")
    assert sorted(file.parent.rglob("*")) == before
    sentence = str(caught.value)
    assert sentence.isprintable()
    return sentence


class TestMaking:
    def test_the_same_files_give_the_same_bytes_everywhere(self, tmp_path: Path) -> None:
        folder = write_pack(tmp_path / "pack")
        write(folder, "first/tæ.svg", "<svg/>")

        assert hashlib.sha256(archived(folder)).hexdigest() == BUILT

    def test_times_and_rights_do_not_matter(self, tmp_path: Path) -> None:
        one, other = write_pack(tmp_path / "one"), write_pack(tmp_path / "other")
        os.utime(other / "pack.toml", (1, 1))
        (other / "pack.toml").chmod(0o755)

        assert archived(one) == archived(other)

    def test_what_is_packed_is_unpacked(self, tmp_path: Path) -> None:
        folder = write_pack(tmp_path / "pack")
        write(folder, "first/a b.bin", bytes(range(256)))
        file = write(tmp_path, "tea.gwpack", archived(folder))

        assert unpacked(file) == content_of(folder)

    def test_what_is_hidden_or_made_by_programs_is_left_out(self, tmp_path: Path) -> None:
        folder = write_pack(tmp_path / "pack")
        before = archived(folder)
        for name in (".git/config", "first/.DS_Store", "first/__pycache__/a.pyc", "b.md~"):
            write(folder, name, "x")
        write(folder, "older.gwpack", "x")

        assert archived(folder) == before

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names and links")
    def test_what_cannot_be_handed_out_is_told_all_at_once(self, tmp_path: Path) -> None:
        folder = write_pack(tmp_path / "pack")
        (folder / "first" / "secret.md").symlink_to("/etc/passwd")
        (folder / "first" / "etc").symlink_to("/etc")
        os.mkfifo(folder / "first" / "pipe")
        write(folder, "first/con.md", "x")
        write(folder, "first/Lists.md", "x")

        with pytest.raises(UnfitForArchiveError) as caught:
            archived(folder)

        clash = "Some systems cannot keep the files “first/Lists.md” and “first/lists.md” together."
        assert sorted(told(caught.value.problems)) == [
            ("con.md", 0, "The file name “first/con.md” is the name of a device on Windows."),
            ("etc", 0, "This is a link to another place."),
            ("lists.md", 0, clash),
            ("pipe", 0, "This is neither a file nor a folder."),
            ("secret.md", 0, "This is a link to another place."),
        ]

    def test_too_much_is_told(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        folder = write_pack(tmp_path / "pack")
        monkeypatch.setattr(pack_files, "MOST_FILES", 3)
        monkeypatch.setattr(pack_files, "MOST_BYTES", 10)

        with pytest.raises(UnfitForArchiveError, match=r"4 files; at most 3 .*\n.* 0 MB; at most"):
            archived(folder)

    def test_folders_without_end_are_told(self, tmp_path: Path) -> None:
        folder = write_pack(tmp_path / "pack")
        write(folder, "/".join(["d"] * 30) + "/x.md", "x")

        with pytest.raises(UnfitForArchiveError, match="more than 16 others"):
            archived(folder)


class TestUnpacking:
    def test_archives_of_other_programs_are_read(self, tmp_path: Path) -> None:
        entries = [("first/", ""), MANIFEST_ENTRY, ("first/lists.md", "x" * 1000)]
        file = write_zip(tmp_path / "tea.zip", entries)

        assert unpacked(file)["first/lists.md"] == b"x" * 1000

    def test_one_folder_around_everything_is_taken_off(self, tmp_path: Path) -> None:
        entries = [
            ("tea/", ""), ("tea/pack.toml", "x"), ("tea/a/b.md", "y"), ("__MACOSX/tea/._a", "z"),
        ]  # fmt: skip
        file = write_zip(tmp_path / "tea.zip", entries)

        assert unpacked(file) == {"pack.toml": b"x", "a/b.md": b"y"}

    def test_a_nested_archive_is_a_file_like_others(self, tmp_path: Path) -> None:
        inner = write_zip(tmp_path / "inner.zip", [MANIFEST_ENTRY]).read_bytes()
        file = write_zip(tmp_path / "tea.zip", [MANIFEST_ENTRY, ("a/inner.zip", inner)])

        assert unpacked(file)["a/inner.zip"] == inner

    def test_nothing_is_written_where_something_is(self, tmp_path: Path) -> None:
        file = write_zip(tmp_path / "tea.zip", [MANIFEST_ENTRY])
        write(tmp_path, "unpacked/mine.txt", "kept")

        assert "“" in refusal(file)
        assert content_of(tmp_path / "unpacked") == {"mine.txt": b"kept"}

    def test_what_is_no_archive(self, tmp_path: Path) -> None:
        for content in (b"", b"PK", b"PK\5\6", b"hello" * 1000, b"PK\5\6" + b"\0" * 18):
            sentence = refusal(write(tmp_path, "tea.gwpack", content))
            assert sentence.startswith("This file is no lesson pack")

    def test_a_file_that_is_not_there_and_a_folder(self, tmp_path: Path) -> None:
        (tmp_path / "folder").mkdir()

        assert refusal(tmp_path / "none.gwpack") == "There is no file “none.gwpack”."
        assert "folder" in refusal(tmp_path / "folder")

    def test_an_archive_without_a_manifest(self, tmp_path: Path) -> None:
        assert "pack.toml" in refusal(write_zip(tmp_path / "a.zip", [("a.md", ""), ("b.md", "")]))

    @pytest.mark.parametrize(
        ("name", "reason"),
        [
            ("../evil.md", "leads out of its folder"),
            ("a/../../evil.md", "leads out of its folder"),
            ("/etc/evil.md", "leads out of its folder"),
            ("a//evil.md", "leads out of its folder"),
            ("./evil.md", "leads out of its folder"),
            ("C:/evil.md", "':', which Windows forbids"),
            ("C:evil.md", "':', which Windows forbids"),
            ("lists.md:stream", "':', which Windows forbids"),
            ("..\\evil.md", "which Windows forbids"),
            ("\\\\server\\share\\evil.md", "which Windows forbids"),
            ("a/nul", "the name of a device"),
            ("a/COM1.md", "the name of a device"),
            ("a/com¹.md", "the name of a device"),
            ("a/evil.", "ends in a full stop"),
            ("a/evil ", "ends in a full stop or a space"),
            ("a /evil", "ends in a full stop or a space"),
            ("a/\x1b[31mevil\x1b]0;x\x07", "which Windows forbids"),
            ("a/\x9b31mevil", "cannot be seen"),
            ("a/evil\u202egpj.md", "cannot be seen"),
            ("a/ev\u200bil.md", "cannot be seen"),
            ("PACK.TOML", "Some systems cannot keep"),
            ("pac\u212a.toml", "Some systems cannot keep"),
            ("pack.toml/x", "Some systems cannot keep"),
            ("a/" + "x" * 256, "is too long"),
            ("/".join(["x"] * 40), "more than 16 folders"),
            ("/".join(["x" * 60] * 10), "is too long"),
        ],
    )
    def test_names_that_do_harm(self, tmp_path: Path, name: str, reason: str) -> None:
        file = write_zip(tmp_path / "tea.zip", [MANIFEST_ENTRY, (name, "x")])

        assert reason in refusal(file)

    def test_a_name_in_two_forms_of_unicode(self, tmp_path: Path) -> None:
        entries = [MANIFEST_ENTRY, ("caf\u00e9.md", "x"), ("cafe\u0301.md", "y")]

        assert "Some systems cannot" in refusal(write_zip(tmp_path / "tea.zip", entries))

    @pytest.mark.filterwarnings("ignore:Duplicate name")
    def test_a_name_twice(self, tmp_path: Path) -> None:
        entries = [MANIFEST_ENTRY, ("a.md", "x"), ("a.md", "y")]

        assert refusal(write_zip(tmp_path / "tea.zip", entries)).endswith("“a.md” is in it twice.")

    @pytest.mark.parametrize(("mode", "reason"), [(0o120777, "link"), (0o020666, "no ordinary")])
    def test_links_and_devices(self, tmp_path: Path, mode: int, reason: str) -> None:
        entries = [MANIFEST_ENTRY, ("a.md", "/etc/passwd")]
        file = write_zip(tmp_path / "tea.zip", entries, attributes={"a.md": mode})

        assert reason in refusal(file)

    def test_an_encrypted_file(self, tmp_path: Path) -> None:
        file = write_zip(tmp_path / "tea.zip", [MANIFEST_ENTRY])
        content = bytearray(file.read_bytes())
        content[6] |= 1
        content[content.index(b"PK\1\2") + 8] |= 1
        file.write_bytes(content)

        assert refusal(file).endswith("“pack.toml” in it is encrypted.")

    @pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
    def test_other_compressions(self, tmp_path: Path, method: int) -> None:
        file = write_zip(tmp_path / "tea.zip", [MANIFEST_ENTRY], method=method)

        assert "compressed in an unknown way" in refusal(file)

    def test_a_damaged_file_leaves_nothing(self, tmp_path: Path) -> None:
        entries = [MANIFEST_ENTRY, ("a.md", "hello, here I am")]
        file = write_zip(tmp_path / "tea.zip", entries, method=zipfile.ZIP_STORED)
        file.write_bytes(file.read_bytes().replace(b"hello, here", b"hello, HERE"))

        assert refusal(file).startswith("This pack is damaged: “a.md” in it")

    def test_a_bomb_of_zeros(self, tmp_path: Path) -> None:
        zeros = [(f"a/{number}.txt", bytes(19_000_000)) for number in range(2)]
        file = write_zip(tmp_path / "tea.zip", [MANIFEST_ENTRY, *zeros])

        assert file.stat().st_size < 100_000
        assert "more than 100 times" in refusal(file)

    def test_a_manifest_of_a_gigabyte(self, tmp_path: Path) -> None:
        file = write_zip(tmp_path / "tea.zip", [("pack.toml", b"x" * 123_457)])
        small, large = ((n).to_bytes(4, "little") for n in (123_457, 1_000_000_000))
        file.write_bytes(file.read_bytes().replace(small, large))

        assert "has more than 20 MB" in refusal(file)

    def test_a_file_that_is_larger_than_it_says(self, tmp_path: Path) -> None:
        file = write_zip(tmp_path / "tea.zip", [("pack.toml", b"x" * 100_000)])
        content = file.read_bytes().replace((100_000).to_bytes(4, "little"), b"\5\0\0\0")
        file.write_bytes(content)

        assert refusal(file).startswith("This pack is damaged")

    def test_more_than_all_may_be(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(zip_reading, "MOST_BYTES", 1000)
        file = write_zip(tmp_path / "tea.zip", [MANIFEST_ENTRY, ("a.md", "x" * 990)])

        assert "unpacked it would have more than 0 MB" in refusal(file)

    def test_a_hundred_thousand_files_are_refused_before_they_are_read(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file = write_zip(tmp_path / "tea.zip", ((f"{n}", "") for n in range(100_000)))
        monkeypatch.setattr(zipfile, "ZipFile", None)

        assert "A pack has at most 20000 files." in refusal(file)

    def test_files_that_the_end_does_not_count_are_counted(self, tmp_path: Path) -> None:
        file = write_zip(tmp_path / "tea.zip", ((f"{n}", "") for n in range(30_000)))
        place = file.read_bytes().rindex(b"PK\5\6")
        content = bytearray(file.read_bytes())
        content[place + 8 : place + 12] = b"\1\0\1\0"
        file.write_bytes(content)

        assert "A pack has at most 20000 files." in refusal(file)

    def test_an_archive_in_the_huge_form(self, tmp_path: Path) -> None:
        content = write_zip(tmp_path / "tea.zip", [MANIFEST_ENTRY]).read_bytes()
        place = content.rindex(b"PK\5\6")
        large = b"PK\6\7" + bytes(16)
        file = write(tmp_path, "tea.zip", content[:place] + large + content[place:])

        assert "too much in it" in refusal(file)
