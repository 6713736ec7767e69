"""A course is put into an installed program, and one file is made of both."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

from groundwork.authoring.handout.handout import Course, HandoutError, make_handout
from groundwork.authoring.new import new_pack

needs_dpkg = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="there is no dpkg here")


@pytest.fixture
def program(course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installed program: its file, a library, a menu entry, and what a learner has done."""
    del course  # it is made from the source, before there is a program
    folder = tmp_path / "installed"
    for name in ("_internal", "desktop/applications", "packs/old.1", "state/data"):
        (folder / name).mkdir(parents=True)
    (folder / "groundwork").write_bytes(b"\x7fELF program")
    (folder / "groundwork").chmod(0o755)
    (folder / "_internal" / "library.so.1").write_bytes(b"library")
    (folder / "_internal" / "library.so").symlink_to("library.so.1")
    (folder / "desktop/applications/groundwork.desktop").write_text("[Desktop Entry]\n")
    (folder / "packs/old.1/pack.toml").write_text("old")
    (folder / "state/data/progress").write_text("mine")
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", str(folder / "groundwork"))
    return folder


@pytest.fixture
def course(tmp_path: Path) -> Course:
    new_pack(tmp_path / "tea-shop")
    policy = tmp_path / "policy.toml"
    policy.write_text("[off]\nhints = true\n", encoding="utf-8")
    return Course((tmp_path / "tea-shop",), policy, "CS 101: spring")


def members(archive: Path) -> dict[str, tarfile.TarInfo]:
    with tarfile.open(archive) as opened:
        return {member.name.removeprefix("./"): member for member in opened}


@pytest.mark.parametrize("ending", ["tar.xz", "tar.gz"])
def test_an_archive_holds_the_program_and_the_course(
    program: Path, course: Course, tmp_path: Path, ending: str
) -> None:
    del program  # it is the one that runs
    target = tmp_path / f"course.{ending}"
    make_handout(target, course, "1.2.3")
    found = members(target)
    assert {name.partition("/")[0] for name in found} == {"groundwork-cs-101-spring"}
    inside = {name.partition("/")[2]: member for name, member in found.items()}
    assert inside["groundwork"].mode == 0o755
    assert inside["_internal/library.so"].linkname == "library.so.1"
    assert {"policy.toml", "edition.txt", "portable.txt", "packs/tea-shop.1/pack.toml"} <= {*inside}
    assert "packs/old.1/pack.toml" in inside
    assert not [name for name in inside if name.startswith("state")]


def test_on_macos_the_course_lies_beside_the_application_whose_seal_holds(
    course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    contents = tmp_path / "Applications" / "Groundwork.app" / "Contents"
    for name in ("MacOS/groundwork", "Resources/runtime/bin/python3"):
        file = contents / name
        file.parent.mkdir(parents=True)
        file.write_bytes(b"program")
    old = tmp_path / "Applications" / "packs" / "old.1" / "pack.toml"
    old.parent.mkdir(parents=True)
    old.write_text("old")
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", str(contents / "MacOS" / "groundwork"))
    make_handout(tmp_path / "course.tar.gz", course, "1.2.3")
    inside = {name.partition("/")[2] for name in members(tmp_path / "course.tar.gz")}
    added = {name for name in inside if not name.startswith(("Groundwork.app", "packs/tea-shop"))}
    assert "Groundwork.app/Contents/MacOS/groundwork" in inside
    assert "packs/tea-shop.1/pack.toml" in inside
    assert added - {"", "packs"} == {
        "edition.txt",
        "packs/old.1",
        "packs/old.1/pack.toml",
        "policy.toml",
        "portable.txt",
    }


def test_a_newer_pack_of_the_same_id_takes_the_place_of_the_old(
    program: Path, course: Course, tmp_path: Path
) -> None:
    (program / "packs" / "old.1").rename(program / "packs" / "tea-shop.7")
    make_handout(tmp_path / "course.tar.gz", course, "1.2.3")
    names = "\n".join(members(tmp_path / "course.tar.gz"))
    assert "tea-shop.1" in names
    assert "tea-shop.7" not in names


@needs_dpkg
def test_a_package_is_one_that_dpkg_reads(program: Path, course: Course, tmp_path: Path) -> None:
    del program  # it is the one that runs
    target = tmp_path / "course.deb"
    make_handout(target, course, "1.2.3")
    said = subprocess.run(
        ["dpkg-deb", "--field", target, "Version"], check=True, capture_output=True, text=True
    )
    assert said.stdout.strip() == "1.2.3+cs101spring"
    unpacked = tmp_path / "unpacked"
    subprocess.run(["dpkg-deb", "--raw-extract", target, unpacked], check=True)
    assert (unpacked / "usr/bin/groundwork").readlink() == Path("/opt/groundwork/groundwork")
    assert (unpacked / "usr/share/applications/groundwork.desktop").is_file()
    assert not (unpacked / "opt/groundwork/portable.txt").exists()
    checked = subprocess.run(
        ["md5sum", "--check", "--quiet", "DEBIAN/md5sums"], cwd=unpacked, check=False
    )
    assert checked.returncode == 0


@pytest.mark.parametrize("ending", ["tar.xz", "tar.gz", "deb"])
def test_the_same_course_gives_the_same_file(
    program: Path, course: Course, tmp_path: Path, ending: str
) -> None:
    del program  # it is the one that runs
    first, second = tmp_path / f"first.{ending}", tmp_path / f"second.{ending}"
    make_handout(first, course, "1.2.3")
    make_handout(second, course, "1.2.3")
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize(
    ("target", "change", "said"),
    [
        ("course.exe", {}, "What kind of file"),
        ("missing/course.deb", {}, "cannot be written"),
        ("course.zip", {}, "course.tar.xz instead"),
        ("course.deb", {"packs": (Path("no-such-pack"),)}, "no-such-pack"),
        ("course.deb", {"policy": Path("no-such-policy")}, "cannot be read"),
        ("course.deb", {"name": "a/b"}, "without slashes"),
    ],
)
def test_what_cannot_be_made_is_said_in_a_sentence(
    program: Path, tmp_path: Path, target: str, change: dict[str, object], said: str
) -> None:
    del program  # it is the one that runs
    with pytest.raises(HandoutError, match=said):
        make_handout(tmp_path / target, Course(**change), "1.2.3")  # type: ignore[arg-type]  # by name
    assert not [*tmp_path.glob("course*")]


def test_a_faulty_policy_is_not_handed_out(program: Path, tmp_path: Path) -> None:
    del program  # it is the one that runs
    policy = tmp_path / "policy.toml"
    policy.write_text("[of]\nhints = true\n", encoding="utf-8")
    with pytest.raises(HandoutError, match="of"):
        make_handout(tmp_path / "course.deb", Course(policy=policy), "1.2.3")


def test_source_cannot_be_handed_out(tmp_path: Path) -> None:
    with pytest.raises(HandoutError, match="make bundle"):
        make_handout(tmp_path / "course.deb", Course(), "1.2.3")
