"""The worker that tests ask."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from .oracle import Oracle


@pytest.fixture(scope="session")
def _shared_oracle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Oracle]:
    folder = tmp_path_factory.mktemp("language")
    with Oracle(folder / "example", folder / "cache") as oracle:
        yield oracle


@pytest.fixture
def oracle(_shared_oracle: Oracle, tmp_path: Path) -> Oracle:
    """A worker with an empty folder; one process for all tests."""
    _shared_oracle.folder = tmp_path
    return _shared_oracle


@pytest.fixture(scope="session")
def asked_oracle(_shared_oracle: Oracle) -> Oracle:
    """A worker for questions that do not care about files."""
    return _shared_oracle
