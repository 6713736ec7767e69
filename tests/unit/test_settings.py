import json
from pathlib import Path

import pytest

from groundwork.settings import Settings, load_settings, save_settings


def test_what_was_saved_comes_back(tmp_path: Path) -> None:
    settings = Settings(theme="dark", text_scale=1.5)
    save_settings(settings, tmp_path / "data" / "settings.json")
    assert load_settings(tmp_path / "data" / "settings.json") == settings


@pytest.mark.parametrize("content", ["", "[1, 2]", "{", "null", "\\ud800", '"dark"'])
def test_a_broken_file_gives_the_defaults(content: str, tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(content)
    assert load_settings(file) == Settings()


@pytest.mark.parametrize("scale", [0.0, -1.0, 99.0, float("nan"), float("inf"), "big", None, True])
def test_a_scale_that_nobody_can_read_is_not_taken(scale: object, tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"theme": "dark", "text_scale": scale}))
    assert load_settings(file) == Settings(theme="dark")


def test_an_unknown_theme_is_not_taken(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"theme": ["dark"], "text_scale": 1.25}))
    assert load_settings(file) == Settings(text_scale=1.25)


def test_arrows_are_shown_only_where_that_was_chosen(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    for stored, taken in ((True, True), (False, False), ("yes", False)):
        file.write_text(json.dumps({"shows_arrows": stored}))
        assert load_settings(file).shows_arrows is taken
