"""Signatures on macOS: one of nobody asks for nothing, one of somebody for what Apple wants."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bundling.mac_signing import entitlements, parts, sign, signing_command
from groundwork.contents import LIST_NAME, damaged_files

APP = Path("Groundwork.app")


def test_without_an_identity_nothing_is_needed_from_apple() -> None:
    assert signing_command(APP, "-", None) == ["codesign", "--force", "--sign", "-", str(APP)]


def test_with_an_identity_it_is_hardened_and_has_a_time_as_notarising_wants_it() -> None:
    command = signing_command(APP, "Developer ID Application: Somebody", Path("asked.plist"))
    assert "--timestamp" in command
    assert command[command.index("--options") + 1] == "runtime"
    assert command[command.index("--entitlements") + 1] == "asked.plist"
    assert "--deep" not in command


def test_only_the_runtime_loads_what_others_have_built() -> None:
    assert entitlements("arm64", is_runtime=False) == {}
    assert entitlements("arm64", is_runtime=True) == {
        "com.apple.security.cs.disable-library-validation": True
    }


def test_memory_that_is_written_and_run_is_asked_for_on_intel_alone() -> None:
    asked = "com.apple.security.cs.allow-unsigned-executable-memory"
    assert asked in entitlements("x86_64", is_runtime=False)
    assert asked in entitlements("x86_64", is_runtime=True)
    assert asked not in entitlements("arm64", is_runtime=True)


def an_application(folder: Path) -> Path:
    """With a library in a framework, one of the window's, the runtime, and the program itself."""
    app = folder / "Groundwork.app"
    for name in (
        "MacOS/groundwork",
        "Frameworks/lib.dylib",
        "Frameworks/PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore",
        "Resources/runtime/bin/python3.13",
        "Resources/runtime/lib/python3.13/lib-dynload/_ssl.so",
    ):
        file = app / "Contents" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"\xcf\xfa\xed\xfe of " + name.encode())
    return app


def test_everything_is_signed_from_the_inside_out(tmp_path: Path) -> None:
    app = an_application(tmp_path)
    order = [place.relative_to(tmp_path).as_posix() for place, _ in parts(app, "arm64")]
    assert len(order) == len(set(order))
    framework = "Groundwork.app/Contents/Frameworks/PySide6/Qt/lib/QtCore.framework"
    assert order.index(f"{framework}/Versions/A/QtCore") < order.index(framework)
    assert order[-1] == "Groundwork.app"
    assert "Groundwork.app/Contents/MacOS/groundwork" not in order  # the application is its seal


def test_only_the_interpreter_and_the_application_ask_for_anything(tmp_path: Path) -> None:
    asking = {place.name for place, asked in parts(an_application(tmp_path), "x86_64") if asked}
    assert asking == {"python3.13", "Groundwork.app"}


def test_the_list_of_contents_is_that_of_the_signed_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    # Signs like Apple's tool: it changes the file, which is the last word of the command.
    (tools / "codesign").write_text(
        """#!/bin/sh
[ "$1" = --verify ] && exit 0
for last; do :; done
[ -d "$last" ] || echo signed >>"$last"
""",
        encoding="utf-8",
    )
    (tools / "codesign").chmod(0o755)
    monkeypatch.setenv("PATH", str(tools), prepend=os.pathsep)
    app = an_application(tmp_path)
    sign(app)
    content = app / "Contents" / "Resources"
    assert (content / "runtime" / "bin" / "python3.13").read_bytes().endswith(b"signed\n")
    assert (content / LIST_NAME).is_file()
    assert damaged_files(content) == []
