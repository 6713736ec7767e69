"""Says what a button without words does."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton


def describe(button: QToolButton, description: str) -> None:
    """Tell those who point at the button, and those who hear it, what it does."""
    button.setToolTip(description)
    button.setAccessibleName(description)
