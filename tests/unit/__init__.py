"""Tests without Qt, in milliseconds."""
