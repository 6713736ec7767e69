"""Reads scripts of Inno Setup as far as tests need it: sections, their lines, definitions."""

from __future__ import annotations

import re

_DEFINITION = re.compile(r"^\s*#define (\w+) \"(.*)\"$", re.MULTILINE)
_ENTRY = re.compile(r'(\w+): ("(?:[^"]|"")*"|[^;]+)')


def expanded(text: str) -> str:
    """The script with its definitions put in; comments and other directives are gone."""
    values = dict(_DEFINITION.findall(text))
    lines = [line for line in text.splitlines() if not line.lstrip().startswith((";", "#"))]
    return re.sub(r"\{#(\w+)\}", lambda match: values.get(match[1], match[0]), "\n".join(lines))


def sections(text: str) -> dict[str, list[str]]:
    """The lines of each section, without empty ones."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in expanded(text).splitlines():
        if line.startswith("["):
            lines = found.setdefault(line.strip("[]"), [])
        elif line.strip():
            lines.append(line)
    return found


def entry(line: str) -> dict[str, str]:
    """The parameters of a line such as `Name: "a"; Flags: b`, without their quotes."""
    return {
        name: value.strip().removeprefix('"').removesuffix('"').replace('""', '"')
        for name, value in _ENTRY.findall(line)
    }


def directives(lines: list[str]) -> dict[str, str]:
    """The lines of the section Setup, each `Name=value`."""
    return {name: value for name, _, value in (line.partition("=") for line in lines)}
