"""What can be written on the command line."""

from __future__ import annotations

import pytest

from groundwork.cli.arguments import parsed


def test_a_program_with_its_arguments() -> None:
    asked = parsed(["run", "shop.py", "--json", "--", "--tea", "--", "2"])

    assert (asked.command, asked.file, asked.json) == ("run", "shop.py", True)
    assert asked.program_arguments == ("--tea", "--", "2")


def test_a_pack() -> None:
    asked = parsed(["pack", "run", "lessons/tea", "--json"])

    assert (asked.command, asked.path, asked.json) == ("pack run", "lessons/tea", True)
    assert asked.program_arguments == ()


def test_installing_for_all_users() -> None:
    asked = parsed(["pack", "install", "--system", "tea.gwpack"])

    assert (asked.command, asked.path, asked.system) == ("pack install", "tea.gwpack", True)
    assert (asked.replace, asked.json) == (False, False)


def test_doctor() -> None:
    asked = parsed(["doctor"])

    assert (asked.command, asked.json) == ("doctor", False)


def test_version() -> None:
    assert parsed(["--version"]).version


@pytest.mark.parametrize(
    "arguments",
    [
        ["--unknown"],
        ["run"],
        ["run", "a.py", "b.py"],
        ["pack"],
        ["pack", "bake", "x"],
        ["doctor", "--", "x"],
        ["folder-of-a-pack", "--json"],
    ],
)
def test_a_wrong_command_line_ends_with_the_exit_code_for_it(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ending:
        parsed(arguments)

    assert ending.value.code == 2
    assert "usage: groundwork" in capsys.readouterr().err


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ending:
        parsed(["--help"])

    assert ending.value.code == 0
    told = capsys.readouterr().out
    assert all(command in told for command in ("run", "pack", "doctor", "[PACK]"))
