"""Whether everything on the page and in verdicts can be read, in both themes."""

from __future__ import annotations

import pytest

from groundwork.gui.exercise.evidence import TINT
from groundwork.gui.page.callout_panel import ground_colour, title_colour
from groundwork.gui.page.highlight import ROLES
from groundwork.gui.page.prose_style import veil
from groundwork.gui.state_line import MARKS
from groundwork.gui.style import mixed
from groundwork.gui.theme import DARK, LIGHT, Theme
from groundwork.packs.model import CalloutKind

READABLE = 4.5
VISIBLE = 3.0


def luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def veiled(ground: str, theme: Theme) -> str:
    """A ground with the shade of inline code on it."""
    return mixed(ground, theme.text, veil(theme).alphaF())


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("kind", CalloutKind)
def test_boxes_can_be_read(theme: Theme, kind: CalloutKind) -> None:
    ground = ground_colour(kind, theme)
    for colour in (theme.text, theme.muted, theme.accent, title_colour(kind, theme)):
        assert contrast(colour, ground) >= READABLE
    for colour in (theme.text, theme.accent):
        assert contrast(colour, veiled(ground, theme)) >= READABLE


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("role", ROLES)
def test_code_can_be_read_on_sheets_and_in_hollows(theme: Theme, role: str) -> None:
    for ground in (theme.surface, theme.sunken):
        assert contrast(getattr(theme, role), ground) >= READABLE


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_prose_can_be_read(theme: Theme) -> None:
    for colour in (theme.text, theme.muted, theme.accent, theme.good):
        assert contrast(colour, theme.canvas) >= READABLE
    for colour in (theme.text, theme.muted, theme.accent):
        assert contrast(colour, veiled(theme.canvas, theme)) >= READABLE
    assert contrast(theme.text, theme.selection) >= READABLE
    assert contrast(theme.muted, theme.sunken) >= READABLE
    assert contrast(theme.muted, theme.surface) >= READABLE


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_selected_code_can_be_read(theme: Theme) -> None:
    for role in ROLES:
        assert contrast(getattr(theme, role), theme.selection) >= READABLE - 0.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("role", ["good", "bad"])
def test_letters_that_differ_can_be_read_and_their_line_be_seen(theme: Theme, role: str) -> None:
    ground = mixed(theme.surface, getattr(theme, role), TINT)
    assert contrast(theme.text, ground) >= READABLE
    assert contrast(getattr(theme, role), ground) >= VISIBLE


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_words_of_verdicts_and_states_can_be_read(theme: Theme) -> None:
    roles = {"good", "bad", "warn", "muted", *(role for _, role, _ in MARKS.values())}
    for role in roles:
        for ground in (theme.surface, theme.sunken):
            assert contrast(getattr(theme, role), ground) >= READABLE
