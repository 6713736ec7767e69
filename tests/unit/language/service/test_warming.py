"""Gets to know modules before anybody waits for them."""

from __future__ import annotations

import pytest
from tests.unit.language.oracle import Oracle

from groundwork.language.protocol import Nothing, Warm


@pytest.mark.parametrize(
    "text",
    [
        "import builtins", "import typing", "import io", "import os", "from fastapi import FastAPI",
        "import os.path as place, json", "from json import *", "from . import part", "import gone",
        "from", "import", "", "from x import (",
    ],
)  # fmt: skip
def test_whatever_an_import_says_the_worker_is_ready_again(oracle: Oracle, text: str) -> None:
    assert oracle.ask(Warm(str(oracle.folder), text)) == Nothing()
