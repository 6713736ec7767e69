"""Signatures on macOS: one of nobody asks for nothing, one of somebody for what Apple wants."""

from __future__ import annotations

from pathlib import Path

from bundling.mac_signing import entitlements, signing_command

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
