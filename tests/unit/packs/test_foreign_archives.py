"""Whatever is in a file, unpacking it ends in files of one folder or in one sentence, and soon."""

from __future__ import annotations

import shutil
import time
import warnings
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groundwork.files import name_objection
from groundwork.packs.archive import ArchiveError, unpack
from groundwork.packs.load import load_pack

from .a_pack import LESSON, MANIFEST
from .zips import content_of, write_zip

WHOLE = [
    ("pack.toml", MANIFEST),
    ("first/welcome.md", LESSON.format(title="Welcome")),
    ("first/lists.md", LESSON.format(title="Lists")),
    ("second/loops.md", LESSON.format(title="Loops") * 50),
]
PARTS = st.sampled_from(
    [
        "a", "A", "first", "welcome.md", "pack.toml", "PACK.TOML", "..", ".", "", " ", "a ", "a.",
        "C:", "nul", "CON.md", "com1", "\\", "..\\..", "\x1b[2J", "\0", "\n", "\u202e", "é",
        "e\u0301", "ß", "ss", "\u212a", "k", "~", "*", "x" * 300, "__MACOSX", ".git", "LPT¹",
    ]
)  # fmt: skip
NAMES = st.one_of(st.lists(PARTS, max_size=6).map("/".join), st.text(max_size=20))
MODES = st.sampled_from([0, 0o100644, 0o100777, 0o120777, 0o040755, 0o010644, 0o170000])
ENTRIES = st.lists(st.tuples(NAMES, st.binary(max_size=50), MODES), max_size=8)
NUMBERS = st.sampled_from([b"\0\0", b"\1\0", b"\xff\xff", b"\xff\xff\xff\xff", b"\0\0\0\x80"])
SIGNATURES = st.sampled_from([b"PK\1\2", b"PK\3\4", b"PK\5\6", b"PK\6\6", b"PK\6\7", b"PK\7\x08"])
EDITS = st.lists(
    st.tuples(
        st.floats(0, 1), st.integers(0, 60), st.one_of(st.binary(max_size=8), NUMBERS, SIGNATURES)
    ),
    min_size=1,
    max_size=6,
)

many = settings(
    max_examples=600,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="module")
def yard(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with something in it that no archive may touch."""
    folder = tmp_path_factory.mktemp("yard")
    (folder / "neighbour.md").write_bytes(b"mine")
    return folder


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, ...]:
    file = tmp_path_factory.mktemp("whole") / "a.zip"
    methods = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    return tuple(write_zip(file, WHOLE, method=one).read_bytes() for one in methods)


def check(yard: Path, content: bytes) -> None:
    """Unpack it, and look at everything that it could have done."""
    file, folder = yard.parent / f"{yard.name}.gwpack", yard / "unpacked"
    file.write_bytes(content)
    began = time.process_time()
    told = outcome(file, folder)
    if told:
        assert told.isprintable()
        assert told.endswith(".")
        assert not folder.exists()
    else:
        names = content_of(folder)
        assert "pack.toml" in names
        assert [name for name in names if name_objection(name)] == []
        assert not any(one.is_symlink() for one in folder.rglob("*"))
        load_pack(folder)
        shutil.rmtree(folder)
    assert time.process_time() - began < 1
    assert [one.name for one in yard.iterdir()] == ["neighbour.md"]


def outcome(file: Path, folder: Path) -> str:
    """The sentence that unpacking ends with, or an empty text."""
    try:
        unpack(file, folder, is_durable=False)
    except ArchiveError as refusal:
        return str(refusal)
    return ""


def edited(content: bytes, edits: list[tuple[float, int, bytes]]) -> bytes:
    for place, length, replacement in edits:
        start = int(place * len(content))
        content = content[:start] + replacement + content[start + length :]
    return content


@many
@given(content=st.binary())
def test_any_bytes_may_be_an_archive(yard: Path, content: bytes) -> None:
    check(yard, content)


@many
@given(which=st.integers(0, 1), edits=EDITS)
def test_an_archive_may_be_damaged_anywhere(
    yard: Path, archives: tuple[bytes, ...], which: int, edits: list[tuple[float, int, bytes]]
) -> None:
    check(yard, edited(archives[which], edits))


@many
@given(which=st.integers(0, 1), place=st.floats(0, 1), number=NUMBERS)
def test_any_number_in_an_archive_may_lie(
    yard: Path, archives: tuple[bytes, ...], which: int, place: float, number: bytes
) -> None:
    check(yard, edited(archives[which], [(place, len(number), number)]))


@many
@given(entries=ENTRIES)
def test_anything_may_be_in_an_archive(
    yard: Path, tmp_path: Path, entries: list[tuple[str, bytes, int]]
) -> None:
    file = tmp_path / "made.zip"
    named = [(name, content) for name, content, _ in entries]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of names that are there twice
        write_zip(file, [*WHOLE[:1], *named], attributes={name: mode for name, _, mode in entries})
    check(yard, file.read_bytes())


@many
@given(length=st.floats(0, 1), which=st.integers(0, 1))
def test_an_archive_may_be_cut_anywhere(
    yard: Path, archives: tuple[bytes, ...], which: int, length: float
) -> None:
    content = archives[which]
    check(yard, content[: int(length * len(content))])
