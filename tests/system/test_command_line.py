"""The command line in real processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from groundwork import paths

from .commands import GROUNDWORK, document_of, groundwork

MANIFEST = 'format = 1\nid = "tea"\ntitle = "Tea"\nversion = "1"\n'
CHAPTER = '[[chapters]]\nid = "first"\ntitle = "First"\nlessons = ["lists"]\n'


def program(folder: Path, text: str, name: str = "main.py") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def pack(folder: Path, lesson: str) -> Path:
    (folder / "first").mkdir()
    (folder / "pack.toml").write_text(MANIFEST + CHAPTER, encoding="utf-8")
    (folder / "first" / "lists.md").write_text(
        f"---\ntitle: Lists\n---\n{lesson}", encoding="utf-8"
    )
    return folder


class TestRun:
    def test_the_terminal_is_the_programs(self, tmp_path: Path) -> None:
        text = "import sys\nname = input('Who? ')\nprint('Hello,', name)\nsys.exit(3)\n"
        process = groundwork("run", program(tmp_path, text), typed="Ada\n")

        assert (process.stdout, process.stderr) == ("Who? Hello, Ada\n", "")
        assert process.returncode == 3

    def test_its_folder_and_arguments_are_the_programs(self, tmp_path: Path) -> None:
        text = "import os, sys\nprint(os.getcwd(), sys.argv[1:], __name__)\n"
        process = groundwork("run", program(tmp_path, text), "--", "-x", "--json")

        assert process.stdout == f"{tmp_path} ['-x', '--json'] __main__\n"

    def test_a_traceback_shows_the_program_alone(self, tmp_path: Path) -> None:
        process = groundwork("run", program(tmp_path, "def f():\n    1 / 0\n\n\nf()\n"))

        assert process.returncode == 1
        assert process.stderr.count("File ") == 2
        assert process.stderr.endswith("ZeroDivisionError: division by zero\n")

    def test_as_json(self, tmp_path: Path) -> None:
        text = "import sys\nprint(input())\nprint('é', file=sys.stderr)\nint('x')\n"
        process = groundwork("run", program(tmp_path, text), "--json", typed="Ada\n")
        document = document_of(process)

        assert process.returncode == document["exit_code"] == 1
        assert document["stdout"] == "Ada\n"
        assert document["stderr"].startswith("é\nTraceback")
        assert document["error"] == "ValueError"
        assert document["ending"] == "ended with ValueError on line 4"
        assert document["seconds"] >= 0

    def test_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        process = groundwork("run", tmp_path / "none.py")

        assert process.returncode == 127
        assert process.stderr.startswith("groundwork: There is no file ")
        assert len(process.stderr.splitlines()) == 1

    def test_a_folder_as_json(self, tmp_path: Path) -> None:
        process = groundwork("run", tmp_path, "--json")

        assert process.returncode == 127
        assert "is a folder" in document_of(process)["problem"]

    @pytest.mark.skipif(sys.platform == "win32", reason="signals are told apart on POSIX alone")
    def test_a_crash_is_told_in_words(self, tmp_path: Path) -> None:
        text = "import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)\n"
        process = groundwork("run", program(tmp_path, text))

        assert process.returncode == 128 + signal.SIGSEGV
        assert "crashed (segmentation fault)" in process.stderr

    @pytest.mark.skipif(sys.platform == "win32", reason="a terminal's Ctrl+C is POSIX here")
    def test_control_c_reaches_the_program(self, tmp_path: Path) -> None:
        text = (
            "import signal\ntry:\n    print('ready', flush=True)\n    signal.pause()\n"
            "except KeyboardInterrupt:\n    print('interrupted')\n"
        )
        with subprocess.Popen(
            [*GROUNDWORK, "run", str(program(tmp_path, text))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            process.send_signal(signal.SIGINT)
            told, _ = process.communicate(timeout=60)

        assert (told, process.returncode) == ("interrupted\n", 0)


LESSON = """
```python example id=well title="All is well"
print("tea")
```

```python example id=fails fails=KeyError
import prices
print(prices.OF["tea"])
```

```python example id=fails file=prices.py
OF = {}
```

```python example id=asks input="Ada\\n3\\n"
print(input() * int(input()))
```

```python example id=only-read no-run
forever()
```
"""


class TestPackRun:
    def test_every_example_is_run_in_order(self, tmp_path: Path) -> None:
        process = groundwork("pack", "run", pack(tmp_path, LESSON))

        assert process.returncode == 0
        lines = process.stdout.splitlines()
        assert [line.split(":")[0] for line in lines[:3]] == [
            "ok   lists/well",
            "ok   lists/fails",
            "ok   lists/asks",
        ]
        assert lines[1].endswith("ended with KeyError on line 2")
        assert lines[-1] == "3 examples did what the lessons say."
        assert process.stderr == ""

    def test_as_json(self, tmp_path: Path) -> None:
        process = groundwork("pack", "run", pack(tmp_path, LESSON), "--json")
        document = document_of(process)
        well, fails, asks = document["examples"]

        assert process.returncode == 0
        assert document["is_as_expected"]
        assert document["pack"]["id"] == "tea"
        assert document["problems"] == []
        assert (well["id"], well["lesson"], well["title"]) == ("well", "lists", "All is well")
        assert (well["exit_code"], well["stdout"], well["stderr"]) == (0, "tea\n", "")
        assert well["seconds"] >= 0
        assert (fails["exit_code"], fails["expected_error"], fails["error"]) == (
            1,
            "KeyError",
            "KeyError",
        )
        assert "KeyError: 'tea'" in fails["stderr"]
        assert asks["stdout"] == "AdaAdaAda\n"

    def test_an_example_that_does_something_else(self, tmp_path: Path) -> None:
        lesson = "```python example id=bad fails=KeyError\nint('x')\n```\n"
        process = groundwork("pack", "run", pack(tmp_path, lesson))

        assert process.returncode == 1
        assert process.stdout.startswith(
            "bad  lists/bad: ended with ValueError on line 1; "
            "it was expected to end with KeyError\n       Traceback"
        )
        assert "1 of 1 example did not do what the lessons say." in process.stdout

    def test_examples_do_not_meet(self, tmp_path: Path) -> None:
        lesson = "".join(
            f"```python example id={name}\nimport os\nprint(os.listdir())\n"
            f"open('{name}.txt', 'w').close()\n```\n\n"
            for name in ("one", "two")
        )
        document = document_of(groundwork("pack", "run", pack(tmp_path, lesson), "--json"))

        assert [one["stdout"] for one in document["examples"]] == ["['main.py']\n"] * 2

    def test_the_pack_is_left_as_it_was(self, tmp_path: Path) -> None:
        folder = pack(tmp_path, LESSON)
        before = sorted(folder.rglob("*"))
        groundwork("pack", "run", folder)

        assert sorted(folder.rglob("*")) == before

    def test_a_syntax_error_can_be_expected(self, tmp_path: Path) -> None:
        lesson = "```python example id=bad fails=SyntaxError\nif True\n    pass\n```\n"
        process = groundwork("pack", "run", pack(tmp_path, lesson))

        assert process.returncode == 0, process.stdout

    def test_problems_of_the_pack_are_told_beside_the_result(self, tmp_path: Path) -> None:
        process = groundwork("pack", "run", pack(tmp_path, f"# One\n{LESSON}"))

        assert process.returncode == 0
        assert "1 problem in the pack:" in process.stderr
        assert "lists.md:4: The heading “One” has one # only." in process.stderr

    def test_a_folder_that_is_no_pack(self, tmp_path: Path) -> None:
        process = groundwork("pack", "run", tmp_path)

        assert process.returncode == 1
        assert "This folder is no lesson pack" in process.stderr

    def test_a_folder_that_is_no_pack_as_json(self, tmp_path: Path) -> None:
        process = groundwork("pack", "run", tmp_path, "--json")

        assert process.returncode == 1
        assert "This folder is no lesson pack" in document_of(process)["problem"]

    @pytest.mark.skipif(sys.platform == "win32", reason="a terminal's Ctrl+C is POSIX here")
    def test_control_c_ends_the_whole_command(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "begun")
        waiting = f"import signal\nopen({str(tmp_path / 'begun')!r}, 'w').close()\nsignal.pause()\n"
        lesson = f"```python example id=waits\n{waiting}```\n\n{LESSON}"
        with subprocess.Popen(
            [*GROUNDWORK, "pack", "run", str(pack(tmp_path, lesson))],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            (tmp_path / "begun").read_bytes()
            process.send_signal(signal.SIGINT)
            assert process.communicate(timeout=60) == (b"", b"")

        assert process.returncode == 130

    @pytest.mark.skipif(sys.platform == "win32", reason="a pipe that breaks is POSIX")
    def test_a_reader_that_goes_early_is_no_error(self, tmp_path: Path) -> None:
        with subprocess.Popen(
            [*GROUNDWORK, "pack", "run", str(pack(tmp_path, LESSON))],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            assert process.stdout is not None
            process.stdout.close()
            assert process.stderr is not None
            assert process.stderr.read() == b""


class TestDoctor:
    def findings(self, **changes: str) -> dict[str, Any]:
        process = groundwork("doctor", "--json", changes=changes)
        document = document_of(process)
        assert process.returncode == (0 if document["is_well"] else 1)
        return {finding["subject"]: finding for finding in document["findings"]}

    def test_a_sound_machine_is_well(self, tmp_path: Path) -> None:
        findings = self.findings(GROUNDWORK_HOME=str(tmp_path), QT_QPA_PLATFORM="offscreen")

        assert [one for one in findings.values() if not one["is_well"]] == []
        assert str(tmp_path) in findings["Your files"]["sentence"]
        assert "Django" in findings["Libraries of the lessons"]["sentence"]

    def test_in_words(self, tmp_path: Path) -> None:
        changes = {"GROUNDWORK_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
        process = groundwork("doctor", changes=changes)

        assert (process.returncode, process.stderr) == (0, "")
        assert process.stdout.startswith("Groundwork ")
        assert process.stdout.endswith("\nAll is well.\n")

    def test_a_policy_is_told_and_what_of_it_is_not_understood(self, tmp_path: Path) -> None:
        file = tmp_path / "policy.toml"
        changes = {"GROUNDWORK_POLICY": str(file), "QT_QPA_PLATFORM": "offscreen"}

        file.write_text("[off]\nhints = true\nsolution = true\n")
        finding = self.findings(**changes)["Policy"]
        assert finding["is_well"]
        assert finding["sentence"] == f"{file} switches hints and solution off."

        file.write_text("[off]\nhint = true\n")
        finding = self.findings(**changes)["Policy"]
        assert not finding["is_well"]
        assert finding["sentence"] == f"{file}: “off.hint” is not known."

    @pytest.mark.skipif(sys.platform != "linux", reason="displays have names on Linux alone")
    def test_without_a_display(self) -> None:
        finding = self.findings(DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")["Display"]

        assert not finding["is_well"]
        assert finding["remedy"]

    @pytest.mark.skipif(sys.platform != "linux", reason="displays have names on Linux alone")
    def test_with_a_display_that_is_not_there(self) -> None:
        finding = self.findings(DISPLAY=":9876", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")["Display"]

        assert not finding["is_well"]
        assert finding["sentence"].startswith("No window can be shown")

    def test_with_a_home_that_cannot_be_written(self, tmp_path: Path) -> None:
        blocked = tmp_path / "a-file"
        blocked.write_text("x", encoding="utf-8")
        finding = self.findings(GROUNDWORK_HOME=str(blocked))["Your files"]

        assert not finding["is_well"]
        assert "GROUNDWORK_HOME" in finding["remedy"]


def test_version() -> None:
    process = groundwork("--version")

    assert process.returncode == 0
    assert process.stdout.startswith("groundwork 0.")


@pytest.mark.parametrize("arguments", [["--unknown"], ["pack"], ["run"]])
def test_a_wrong_command_line_is_told(arguments: list[str]) -> None:
    process = groundwork(*arguments)

    assert process.returncode == 2
    assert process.stdout == ""
    assert "usage: groundwork" in process.stderr


def test_a_command_opens_no_window(tmp_path: Path) -> None:
    """Nothing of the window is imported, so a machine without a display runs programs."""
    text = "import sys\nsys.argv = ['groundwork', 'run', sys.argv[1]]\n"
    text += "from groundwork.__main__ import main\ncode = main()\n"
    text += "print(code, [name for name in sys.modules if name.startswith(('PySide6', 'yaml'))])\n"
    process = subprocess.run(
        [sys.executable, "-c", text, str(program(tmp_path, ""))],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert process.stdout == "0 []\n", process.stderr


def test_the_built_in_packs_do_what_their_lessons_say() -> None:
    for folder in sorted(paths.built_in_packs_folder().glob("*/pack.toml")):
        process = groundwork("pack", "run", folder.parent, "--json")
        document = document_of(process)
        wrong = [one for one in document["examples"] if not one["is_as_expected"]]

        assert wrong == []
        assert document["problems"] == []
        assert process.returncode == 0
