"""The rules of the editor that need no display."""
