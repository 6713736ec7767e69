from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork import paths
from groundwork.aids import AIDS, COMPLETION, HINTS
from groundwork.policy import Policy, load_policy, read_policy

FILE = Path("policy.toml")


def read(text: str) -> Policy:
    return read_policy(text.encode(), FILE)


def test_what_is_switched_off_is_told_with_the_reason() -> None:
    policy = read('[off]\nhints = true\ncompletion = true\nproblems = false\nwhy = "An\\nexam."')

    assert policy == Policy(off=(COMPLETION, HINTS), why="An exam.", file=FILE)
    assert policy.trouble == ""


@pytest.mark.parametrize("text", ["", "# nothing", "[off]", "\ufeff[off]"])
def test_a_policy_without_rules_switches_nothing_off(text: str) -> None:
    assert read(text) == Policy(file=FILE)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"[off\n", "it cannot be read from line 1 on"),
        (b"[off]\nhints = true\nhints = true", "it cannot be read"),
        (b"\xff\xfe[\x00", "it is no text in UTF-8"),
        (b"a = " + b"[" * 90_000, "it cannot be read to its end"),
        (b" " * 100_001, "it is larger than 100000 bytes"),
    ],
)
def test_what_cannot_be_read_counts_as_strict_and_is_told(content: bytes, fault: str) -> None:
    policy = read_policy(content, FILE)

    assert policy.off == AIDS
    assert not policy.is_readable
    assert fault in policy.trouble
    assert "everything that it can switch off is off" in policy.trouble


@pytest.mark.parametrize(
    ("text", "off", "fault"),
    [
        ("off = 1", AIDS, "“off” must be a table"),
        ("[off]\nhints = 'no'", (HINTS,), "“off.hints” must be true or false, and counts as true"),
        ("[off]\nhints = 0", (HINTS,), "“off.hints” must be true or false, and counts as true"),
        ("[off]\nhint = true", (), "“off.hint” is not known"),
        ("[of]\nhints = true", (), "“of” is not known"),
        ("[off]\nwhy = 3", (), "“off.why” must be a text"),
    ],
)
def test_what_is_not_understood_is_told_and_the_rest_is_obeyed(
    text: str, off: tuple[str, ...], fault: str
) -> None:
    policy = read(text)

    assert policy.off == off
    assert policy.is_readable
    assert fault in policy.trouble


def test_one_fault_stands_for_many() -> None:
    policy = read("a = 1\nb = 2\nc = 3")

    assert "“a” is not known, and 2 more." in policy.trouble


def test_the_first_file_that_is_there_is_the_policy(tmp_path: Path) -> None:
    first, second = tmp_path / "first.toml", tmp_path / "second.toml"
    second.write_text("[off]\nhints = true")

    assert load_policy((first, second)).file == second
    first.write_text("[off]")
    assert load_policy((first, second)) == Policy(file=first)


def test_without_a_file_there_are_no_rules(tmp_path: Path) -> None:
    assert load_policy((tmp_path / "none", tmp_path / "none" / "policy.toml")) == Policy()


def test_a_policy_that_cannot_be_opened_counts_as_strict(tmp_path: Path) -> None:
    policy = load_policy((tmp_path,))  # a folder

    assert policy.off == AIDS
    assert "it cannot be opened" in policy.trouble


def test_the_policy_of_the_machine_comes_before_that_of_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(paths.POLICY_VARIABLE, "/somewhere/mine.toml")

    machine, named, bundled = paths.policy_places()
    assert machine.parts[-2:] == ("groundwork", "policy.toml")
    assert named == Path("/somewhere/mine.toml")
    assert bundled == paths.bundle_folder() / "policy.toml"


def test_the_example_says_nothing_until_its_signs_are_taken_away() -> None:
    file = paths.resources_folder() / "policy-example.toml"
    assert load_policy((file,)) == Policy(file=file)

    text = file.read_text(encoding="utf-8")
    bold = read(re.sub(r"^# (?=\w+ = )", "", text, flags=re.MULTILINE))
    assert bold == Policy(AIDS, "This is an examination.", FILE)


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_nothing_that_stands_in_a_policy_is_a_crash(content: bytes) -> None:
    policy = read_policy(content, FILE)

    assert set(policy.off) <= set(AIDS)
    assert bool(policy.trouble) == bool(policy.faults)
