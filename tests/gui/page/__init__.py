"""Tests of the lesson page."""
