"""Drafts, progress and place."""
