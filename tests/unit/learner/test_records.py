from __future__ import annotations

from pathlib import Path

import pytest

from groundwork.learner.drafts import DraftStore
from groundwork.learner.history import Reason, Version
from groundwork.learner.records import (
    KEPT_OF_OUTPUT,
    NO_RECORD,
    Record,
    note_run,
    note_verdict,
    read_output,
    record_of,
    records_in_short,
)
from groundwork.packs.model import ExampleAddress, SourceFile

ADDRESS = ExampleAddress("python", "lists", "grows")
FILES = (SourceFile("main.py", "print(1)\n"), SourceFile("orders.csv", "a,b\n"))


@pytest.fixture
def store(tmp_path: Path) -> DraftStore:
    store = DraftStore(tmp_path)
    store.open(ADDRESS, FILES)
    return store


def texts(main: str) -> dict[str, str]:
    return {"main.py": main, "orders.csv": "a,b\n"}


def run(store: DraftStore, main: str) -> Version:
    store.save(ADDRESS, "main.py", main)
    version = store.keep_version(ADDRESS, Reason.RUN)
    assert version is not None
    return version


def test_a_version_knows_what_it_printed_and_how_it_was_judged(store: DraftStore) -> None:
    first, second = run(store, "one"), run(store, "two")
    note_run(store, ADDRESS, texts("one"), "1\n", "exit code 0")
    note_verdict(store, ADDRESS, texts("one"), "2 of 3 checks passed")
    assert record_of(store, ADDRESS, first) == Record("1\n", "exit code 0", "2 of 3 checks passed")
    assert record_of(store, ADDRESS, second) == NO_RECORD
    assert records_in_short(store, ADDRESS, [first, second]) == {
        first: "2 of 3 checks passed",
        second: "",
    }


def test_what_is_run_again_keeps_its_verdict_and_has_the_newest_output(store: DraftStore) -> None:
    version = run(store, "one")
    note_verdict(store, ADDRESS, texts("one"), "all 3 checks passed")
    for output in ("1\n", "2\n"):
        note_run(store, ADDRESS, texts("one"), output, "exit code 0")
    renewed = run(store, "one")
    assert renewed.checksum == version.checksum
    assert record_of(store, ADDRESS, renewed).output == "2\n"
    assert record_of(store, ADDRESS, renewed).verdict == "all 3 checks passed"


def test_what_is_no_version_gets_no_record(store: DraftStore, tmp_path: Path) -> None:
    run(store, "one")
    note_run(store, ADDRESS, texts("never kept"), "1\n", "exit code 0")
    assert not list(tmp_path.rglob("records/*"))


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"output": 1}', b"\xff", b"[" * 99_999])
def test_a_record_that_makes_no_sense_is_none(
    store: DraftStore, tmp_path: Path, content: bytes
) -> None:
    version = run(store, "one")
    note_run(store, ADDRESS, texts("one"), "1\n", "exit code 0")
    (file,) = tmp_path.rglob("records/*.json")
    file.write_bytes(content)
    assert record_of(store, ADDRESS, version) == NO_RECORD
    note_run(store, ADDRESS, texts("one"), "1\n", "exit code 0")
    assert record_of(store, ADDRESS, version).output == "1\n"


def test_without_a_disk_there_is_no_record_and_no_error(store: DraftStore, tmp_path: Path) -> None:
    version = run(store, "one")
    (tmp_path / "python" / "lists" / "grows" / "records").write_text("no folder")
    note_run(store, ADDRESS, texts("one"), "1\n", "exit code 0")
    assert record_of(store, ADDRESS, version) == NO_RECORD


def test_records_of_versions_that_are_gone_are_dropped(
    store: DraftStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("groundwork.learner.records._KEPT_RECORDS", 3)
    monkeypatch.setattr("groundwork.learner.history.KEPT_VERSIONS", 2)
    for number in range(6):
        run(store, f"x = {number}")
        note_run(store, ADDRESS, texts(f"x = {number}"), f"{number}\n", "")
    assert len(list(tmp_path.rglob("records/*.json"))) <= 3
    newest, *_ = store.versions(ADDRESS)
    assert record_of(store, ADDRESS, newest).output == "5\n"


def test_of_a_long_output_the_beginning_and_the_end_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "output"
    file.write_bytes(b"first" + b"." * (3 * KEPT_OF_OUTPUT) + "последний".encode())
    output = read_output(file)
    assert output.startswith("first...")
    assert output.endswith("...последний")
    assert f"{KEPT_OF_OUTPUT + 23:,} bytes are left out" in output
    assert len(output) < 2 * KEPT_OF_OUTPUT + 100


def test_a_short_output_is_kept_whole(tmp_path: Path) -> None:
    file = tmp_path / "output"
    file.write_bytes(b"x" * (2 * KEPT_OF_OUTPUT))
    assert read_output(file) == "x" * (2 * KEPT_OF_OUTPUT)
    assert read_output(None) == ""
