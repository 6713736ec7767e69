from pathlib import Path

import pytest

from groundwork.gui.faults import FaultLog


def fault() -> ZeroDivisionError:
    with pytest.raises(ZeroDivisionError) as caught:
        _ = 1 / 0
    return caught.value


class Desk:
    """A fault log and the sentences that it told."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.told: list[str] = []
        self._log = FaultLog(file, self.told.append)

    def take(self) -> None:
        error = fault()
        self._log.take(type(error), error, error.__traceback__)


def test_a_fault_is_noted_and_told_without_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = Desk(tmp_path / "logs" / "faults.log")
    desk.take()
    assert "ZeroDivisionError: division by zero" in desk.file.read_text()
    (sentence,) = desk.told
    assert "your work is saved" in sentence
    assert "Traceback" not in sentence
    assert "division by zero" in capsys.readouterr().err


def test_a_log_that_has_grown_large_begins_anew(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "faults.log")
    desk.file.write_text("x" * 1_000_001)
    desk.take()
    assert desk.file.stat().st_size < 10_000


def test_without_a_place_for_the_log_the_fault_is_told_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    desk = Desk(tmp_path / "file" / "faults.log")
    desk.take()
    assert "could not be written" in desk.told[0]


def test_after_an_update_beneath_the_window_the_remedy_is_to_start_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "groundwork"
    program.write_bytes(b"the older version")
    monkeypatch.setattr("sys.executable", str(program))
    desk = Desk(tmp_path / "faults.log")
    desk.take()
    program.unlink()
    program.write_bytes(b"a newer version")
    desk.take()
    assert "updated" not in desk.told[0]
    assert "updated while this window was open" in desk.told[1]
    assert desk.file.read_text().count("ZeroDivisionError") == 2
