"""What holds for every test."""

from hypothesis import settings

# The same cases in every run of a version: a failure can be run again, and a pass means the same.
settings.register_profile("repeatable", derandomize=True)
settings.load_profile("repeatable")
