"""Tests of the widgets, on a display."""
