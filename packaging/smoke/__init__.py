"""Tries a finished bundle as a learner would: real keys, real programs, nothing of ours inside.

`place` tells where the bundle is tried: here, or in a bare system of its own. `terminal` and
`window` have the steps; `packaging/smoke_test.py` takes them one after the other.
"""
