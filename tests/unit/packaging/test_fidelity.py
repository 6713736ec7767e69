"""The probes of being plain Python can be read, and are programs."""

from __future__ import annotations

import ast

import pytest

from fidelity_test import probes


def test_there_are_a_hundred_probes_at_least() -> None:
    assert len(probes()) >= 100


@pytest.mark.parametrize("name", probes())
def test_a_probe_is_a_program(name: str) -> None:
    assert ast.parse(probes()[name]).body
