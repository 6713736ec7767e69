"""What helps a learner and can be switched off: for a lesson by its author, or for a machine."""

from __future__ import annotations

COMPLETION, PROBLEMS, HINTS, SOLUTION = "completion", "problems", "hints", "solution"
"""Completing names, with tips and descriptions of names; what is told of the code while it is
written; the hints of exercises; their solutions."""

AIDS = (COMPLETION, PROBLEMS, HINTS, SOLUTION)
"""All of them, as authors and administrators write them."""
