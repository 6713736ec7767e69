"""Tests of the whole window, with real keys, mouse, files and child processes."""
