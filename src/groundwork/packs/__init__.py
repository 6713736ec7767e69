"""Lesson packs: what they are, how they are read, what is wrong with them."""
