"""The limits of a program that runs here."""

MEMORY_LIMIT = 1 << 30
"""Bytes of memory for each process of a program: plenty for a lesson, little for a machine."""
