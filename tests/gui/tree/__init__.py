"""Tests of the lesson tree."""
