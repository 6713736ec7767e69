"""The libraries of the language worker, for tests that ask its modules directly."""

from __future__ import annotations

import sys

import pytest

from groundwork.paths import language_libraries_folder


@pytest.fixture
def libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Docutils and the others can be imported, as in the worker."""
    monkeypatch.setattr(sys, "path", [*sys.path, str(language_libraries_folder())])
