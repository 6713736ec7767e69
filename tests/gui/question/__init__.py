"""Tests of questions in the page."""
