"""The workflow calls what there is, by versions that stay, and needs nothing secret."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from bundling.disk_image import ACCOUNT_VARIABLES, IDENTITY_VARIABLE, commands
from bundling.identity import OLDEST_MACOS
from bundling.interpreter import CHOICE_VARIABLE, OLDEST
from bundling.layout import ROOT
from bundling.windows_installers import SIGN_VARIABLE

WORKFLOW: dict[Any, Any] = yaml.safe_load(
    (ROOT / ".github" / "workflows" / "build.yml").read_text(encoding="utf-8")
)
JOBS: dict[str, dict[str, Any]] = WORKFLOW["jobs"]
STEPS: list[dict[str, Any]] = [step for job in JOBS.values() for step in job["steps"]]
COMMANDS = "\n".join(step.get("run", "") for step in STEPS)
SCRIPTS = sorted((ROOT / "packaging").rglob("*.sh"))


def test_it_builds_on_each_system() -> None:
    assert set(JOBS) == {"linux", "windows", "macos"}
    for job in JOBS.values():
        assert any("upload-artifact" in step.get("uses", "") for step in job["steps"])


def test_what_others_have_made_is_taken_by_a_version_that_stays() -> None:
    for step in STEPS:
        if "uses" in step:
            assert re.search(r"@v\d+\.\d+\.\d+$", step["uses"])
    assert "latest" not in str(WORKFLOW)


def test_it_makes_targets_that_there_are() -> None:
    targets = set(re.findall(r"^make (\w+)|\bmake (\w+)$", COMMANDS, re.MULTILINE))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    called = {name for pair in targets for name in pair if name}
    assert called == {"lint", "test", "installer"}
    assert all(re.search(rf"^{name}:", makefile, re.MULTILINE) for name in called)


def test_it_calls_scripts_and_modules_that_there_are() -> None:
    scripts = re.findall(r"packaging[\\/][\w\\/]+\.(?:py|sh)", COMMANDS)
    assert {Path(name.replace("\\", "/")).name for name in scripts} >= {
        "qscintilla.py",
        "smoke_test.py",
        "keychain.sh",
    }
    assert all((ROOT / name.replace("\\", "/")).is_file() for name in scripts)
    modules = set(re.findall(r"-m (bundling[\w.]*)", COMMANDS))
    assert modules == {"bundling", "bundling.installer"}
    assert all(importlib.util.find_spec(name) for name in modules)


def test_the_variables_that_it_sets_are_those_that_are_read() -> None:
    variables = {name for job in JOBS.values() for name in job.get("env", {})}
    variables |= {name for step in STEPS for name in step.get("env", {})}
    assert {SIGN_VARIABLE, IDENTITY_VARIABLE, *ACCOUNT_VARIABLES, CHOICE_VARIABLE} <= variables
    assert JOBS["macos"]["env"]["MACOSX_DEPLOYMENT_TARGET"] == OLDEST_MACOS
    # `PYTHON ?=` in the Makefile would take it for the name of a program.
    assert "PYTHON" not in variables | set(WORKFLOW["env"])


def test_secrets_are_only_what_signs() -> None:
    secrets = set(re.findall(r"secrets\.(\w+)", str(WORKFLOW)))
    assert secrets == {
        "WINDOWS_SIGN_COMMAND",
        "MACOS_CERTIFICATE",
        "MACOS_CERTIFICATE_PASSWORD",
        "MACOS_SIGN_IDENTITY",
        *ACCOUNT_VARIABLES,
    }
    (keychain,) = [step for step in STEPS if "keychain.sh" in step.get("run", "")]
    assert keychain["if"] == "env.MACOS_CERTIFICATE != ''"


def test_the_python_that_is_shipped_is_new_enough() -> None:
    series = tuple(int(part) for part in WORKFLOW["env"]["SERIES"].split("."))
    assert series >= OLDEST


def test_the_headers_of_qt_are_no_newer_than_the_qt_that_runs() -> None:
    from PySide6.QtCore import qVersion  # noqa: PLC0415 - nothing else here needs Qt

    def numbers(version: str) -> list[int]:
        return [int(part) for part in version.split(".")]

    assert numbers(WORKFLOW["env"]["QT_RELEASE"]) <= numbers(qVersion())


@pytest.mark.parametrize("identity", ["", "Developer ID Application: Somebody (TEAM)"])
def test_a_disk_image_is_made_with_and_without_an_identity(identity: str) -> None:
    called = commands(Path("A.app"), Path("a.dmg"), identity, has_account=False)
    names = [Path(command[0]).name for command in called]
    assert names == (["disk_image.sh", "codesign"] if identity else ["disk_image.sh"])


def test_apple_looks_through_the_application_before_it_goes_into_the_image() -> None:
    called = commands(Path("A.app"), Path("a.dmg"), "Somebody", has_account=True)
    assert [(Path(command[0]).name, command[-1]) for command in called] == [
        ("notarise.sh", "A.app"),
        ("disk_image.sh", "a.dmg"),
        ("codesign", "a.dmg"),
        ("notarise.sh", "a.dmg"),
    ]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_scripts_of_the_shell_can_be_read_and_run(script: Path) -> None:
    subprocess.run(["sh", "-n", str(script)], check=True)
    assert os.access(script, os.X_OK)
    assert script.read_text(encoding="utf-8").startswith("#!/bin/sh\n")


@pytest.mark.skipif(shutil.which("shellcheck") is None, reason="shellcheck is not there")
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_scripts_of_the_shell_have_no_known_trap(script: Path) -> None:
    subprocess.run(["shellcheck", "--severity", "warning", str(script)], check=True)
