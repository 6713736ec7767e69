"""Tests of the lesson page's measures and colours, without Qt."""
