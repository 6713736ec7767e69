"""Tests of what authors do with packs."""
