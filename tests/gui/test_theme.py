from __future__ import annotations

from collections.abc import Iterator

import pytest

from groundwork.gui.style import mixed
from groundwork.gui.theme import DARK, LIGHT, Theme, TypeScale

THEMES = [LIGHT, DARK]
PANES = ("canvas", "surface", "sunken")
WORDS = ("text", "muted", "accent", "good", "bad", "warn")
CODE = ("comment", "keyword", "string", "number", "function", "class_name", "builtin")
UNDER_CODE = (*PANES, "current_line", "selection")
UNDER_WORDS = (*PANES, "current_line", "selection", "hairline")


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def text_pairs(theme: Theme) -> Iterator[tuple[str, str, str]]:
    """Every text that meets a ground, with the names of both."""
    for name in WORDS:
        for ground in UNDER_WORDS:
            yield f"{name} on {ground}", getattr(theme, name), getattr(theme, ground)
    for name in CODE:
        for ground in UNDER_CODE:
            yield f"{name} on {ground}", getattr(theme, name), getattr(theme, ground)
    for share in (0.0, 0.15, 0.3):
        yield f"on_accent, {share}", theme.on_accent, mixed(theme.accent, theme.text, share)


def test_the_formula_agrees_with_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_text_stands_out_from_every_ground_it_meets(theme: Theme) -> None:
    faint = {pair: contrast(ink, ground) for pair, ink, ground in text_pairs(theme)}
    assert {pair: ratio for pair, ratio in faint.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("border", ["line", "accent", "text"])
def test_the_border_of_a_control_stands_out_from_every_pane(theme: Theme, border: str) -> None:
    ratios = {pane: contrast(getattr(theme, border), getattr(theme, pane)) for pane in PANES}
    assert {pane: ratio for pane, ratio in ratios.items() if ratio < 3} == {}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_ring_of_the_primary_button_stands_out_from_the_panes_beside_it(theme: Theme) -> None:
    assert all(contrast(theme.text, getattr(theme, pane)) >= 3 for pane in PANES)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_panes_dividers_and_selection_can_be_told_apart(theme: Theme) -> None:
    for pane in PANES:
        assert contrast(theme.hairline, getattr(theme, pane)) >= 1.15
        assert contrast(theme.selection, getattr(theme, pane)) >= 1.1


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_colour_is_judged(theme: Theme) -> None:
    judged = {*WORDS, *CODE, *UNDER_WORDS, "on_accent", "line", "name", "is_dark"}
    assert set(theme._fields) == judged


def test_sizes_grow_with_the_scale_and_keep_their_order() -> None:
    for factor in (0.75, 1.0, 1.5, 2.0):
        sizes = TypeScale().scaled(factor)
        assert sizes.body == round(14 * factor)
        assert sizes.small < sizes.body < sizes.lesson < sizes.title < sizes.display
