"""A CPython that can be copied is found, and what is none is refused in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from bundling.interpreter import CHOICE_VARIABLE, NoInterpreterError, found_interpreter


@pytest.mark.parametrize("chosen", ["/usr/bin/env", "no-such-program", "/etc/passwd"])
def test_what_is_no_python_is_refused_by_name(chosen: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CHOICE_VARIABLE, chosen)
    with pytest.raises(NoInterpreterError, match=Path(chosen).name):
        found_interpreter()


def test_where_there_is_none_it_is_said_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(CHOICE_VARIABLE, raising=False)
    with pytest.raises(NoInterpreterError, match="pyenv"):
        found_interpreter([tmp_path / "python3"])
